//! The season report: looked at, taken away, published.

use actix_web::HttpResponse;
use actix_web::web::{self, Data, Path};
use askama::Template;

use super::desk::Desk;
use crate::app::season::{self, SeasonRead};
use crate::documents::season::Chart;
use crate::domain::policy::OrganiserAct;
use crate::domain::season::Season;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Now};
use crate::web::page::Page;
use crate::web::public::report::{csv_answer, pdf_answer};
use crate::web::state::AppState;
use crate::web::{html, season as words, see_other};

#[derive(Template)]
#[template(path = "organiser/report.html")]
struct ReportPage {
    p: Page,
    desk: Desk,
    charts: Vec<Chart>,
    read: SeasonRead,
    /// What is public says something else than what is computed now.
    has_changed: bool,
}

/// Reads a report and computes the rest of it where long work may be done.
async fn compute(state: &AppState, user: &CurrentUser, slug: &str) -> Result<(SeasonRead, Season), PageError> {
    let (actor, slug) = (user.actor.clone(), slug.to_owned());
    let read = state.db.read(move |c| season::read(c, &actor, &slug)).await?;
    let done = web::block(move || season::finish(&read).map(|season| (read, season))).await;
    Ok(done.map_err(|e| PageError::Unavailable(e.to_string()))??)
}

/// The page.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Decide, "report")?;
    let (read, season) = compute(&state, &user, &path.1).await?;
    let p = p.in_zone(read.edition.zone());
    let charts = words::charts(&p, &season, p.l(&read.edition.name));
    let has_changed = read.published.as_ref().is_some_and(|published| published.content != season);
    html(&ReportPage { p, desk, charts, read, has_changed })
}

/// The report as a PDF.
pub async fn pdf(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (read, season) = compute(&state, &user, &path.1).await?;
    let now = p.now;
    pdf_answer(p, &read.edition, &season, now).await
}

/// The report as a table.
pub async fn csv(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (read, season) = compute(&state, &user, &path.1).await?;
    csv_answer(&p, &read.edition, &season)
}

/// Publishes it.
pub async fn publish(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (_, found) = compute(&state, &user, &path.1).await?;
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    state.db.write(move |c| season::publish(c, &actor, &slug, &found, now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/report?done=published", path.1))))
}

/// Takes it off the public site.
pub async fn withdraw(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    state.db.write(move |c| season::withdraw(c, &actor, &slug, now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/report?done=withdrawn", path.1))))
}
