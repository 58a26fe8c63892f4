//! The season report that everybody may read.

use actix_web::HttpResponse;
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
use crate::web::{csv_answer as table, html, pdf_answer as document, season as words};

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
    Ok(state.db.read_public(move |c| season::public(c, &slug)).await?)
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
    let head = ["season-figure", "season-line", "season-column", "season-value"].map(|key| p.t(key));
    let mut records = vec![head.to_vec()];
    for chart in words::charts(p, season, p.l(&edition.name)) {
        for bar in &chart.bars {
            for (column, value) in chart.head.iter().skip(1).zip(&bar.values) {
                let row = [&chart.title, &bar.name, column, value].map(|text| spreadsheet_cell(text));
                records.push(row.to_vec());
            }
        }
    }
    table::answer(&format!("report-{}", edition.slug), records)
}
