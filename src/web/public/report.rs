//! The season report that everybody may read.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};

use crate::app::season;
use crate::documents::season::{Chart, pdf as write};
use crate::domain::edition::Edition;
use crate::domain::season::{PublishedSeason, Season};
use crate::domain::text::spreadsheet_cell;
use crate::web::error::PageError;
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, pdf_answer as document, season as words};

#[derive(Template)]
#[template(path = "public/report.html")]
struct ReportPage {
    p: Page,
    edition: Edition,
    report: PublishedSeason,
    charts: Vec<Chart>,
}

async fn load(state: &AppState, slug: &str) -> Result<(Edition, PublishedSeason), PageError> {
    let slug = slug.to_owned();
    Ok(state.db.read(move |c| season::public(c, &slug)).await?)
}

/// The page.
pub async fn show(p: Page, path: Path<(String, String)>, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let (edition, report) = load(&state, &path.1).await?;
    let p = p.in_zone(edition.zone());
    let charts = words::charts(&p, &report.content, p.l(&edition.name));
    html(&ReportPage { p, edition, report, charts })
}

/// The report as a PDF.
pub async fn pdf(p: Page, path: Path<(String, String)>, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let (edition, report) = load(&state, &path.1).await?;
    pdf_answer(p, &edition, &report.content, report.published_at).await
}

/// The report as a table.
pub async fn csv(p: Page, path: Path<(String, String)>, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let (edition, report) = load(&state, &path.1).await?;
    csv_answer(&p, &edition, &report.content)
}

/// A report as a PDF of a day.
pub async fn pdf_answer(
    p: Page,
    edition: &Edition,
    season: &Season,
    at: DateTime<Utc>,
) -> Result<HttpResponse, PageError> {
    let p = p.in_zone(edition.zone());
    let report = words::report(&p, season, p.l(&edition.name), p.day(&at));
    let language = p.language;
    document::answer(&format!("report-{}", edition.slug), move || write(language, &report)).await
}

/// A report as a table: figure, line, column, number. A number that is not shown is empty.
pub fn csv_answer(p: &Page, edition: &Edition, season: &Season) -> Result<HttpResponse, PageError> {
    let failed = |e: &dyn std::fmt::Display| PageError::Internal(e.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = ["season-figure", "season-line", "season-column", "season-value"].map(|key| p.t(key));
    writer.write_record(&head).map_err(|e| failed(&e))?;
    for chart in words::charts(p, season, p.l(&edition.name)) {
        for bar in &chart.bars {
            for (column, value) in chart.head.iter().skip(1).zip(&bar.values) {
                let row = [&chart.title, &bar.name, column, value].map(|text| spreadsheet_cell(text));
                writer.write_record(&row).map_err(|e| failed(&e))?;
            }
        }
    }
    // The mark tells spreadsheets that this is UTF-8.
    let mut body = b"\xEF\xBB\xBF".to_vec();
    body.extend(writer.into_inner().map_err(|e| failed(&e))?);
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"report-{}.csv\"", edition.slug)))
        .body(body))
}
