//! The signed records of what was announced: taken away, revoked, restored.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::sheet::Sheet;
use crate::app::distinctions;
use crate::app::public::Laureate;
use crate::domain::distinction::Distinction;
use crate::domain::language::Language;
use crate::domain::policy::OrganiserAct;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/distinctions.html")]
struct DistinctionsPage {
    p: Page,
    desk: Desk,
    lines: Vec<(Laureate, Option<Distinction>)>,
    /// What was typed, and in the form of which record.
    sheet: Sheet,
    at: String,
}

impl DistinctionsPage {
    fn public(&self, laureate: &Laureate, language: &Language, file: &str) -> String {
        format!("/{language}/editions/{}/winners/{}/{file}", self.desk.edition.slug, laureate.outcome.slug)
    }

    fn has_missing(&self) -> bool {
        self.lines.iter().any(|(_, distinction)| distinction.is_none())
    }

    fn reason(&self, distinction: &Distinction) -> &str {
        if self.at == distinction.id.to_string() { self.sheet.v("reason") } else { "" }
    }

    fn problem(&self, distinction: &Distinction) -> &str {
        if self.at == distinction.id.to_string() { self.sheet.e("reason") } else { "" }
    }
}

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    slug: &str,
    sheet: Sheet,
    at: String,
) -> Result<DistinctionsPage, PageError> {
    let desk = Desk::open(user, slug, OrganiserAct::Decide, "distinctions")?;
    let (actor, slug) = (user.actor.clone(), slug.to_owned());
    let (edition, lines) = state.db.read(move |c| distinctions::list(c, &actor, &slug)).await?;
    Ok(DistinctionsPage { p: p.in_zone(edition.zone()), desk, lines, sheet, at })
}

/// The page.
pub async fn index(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &state, &path.1, Sheet::default(), String::new()).await?)
}

/// Signs what has no record yet.
pub async fn issue(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, key) = (user.actor.clone(), path.1.clone(), state.tally_key.clone());
    state.db.write(move |c| distinctions::issue_missing(c, &actor, &slug, key.signing(), now)).await?;
    Ok(back(&p, &path.1))
}

fn back(p: &Page, slug: &str) -> HttpResponse {
    see_other(p.url(&format!("/organiser/{slug}/distinctions?done=saved")))
}

/// Revokes a record.
pub async fn revoke(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, record) = (user.actor.clone(), path.1.clone(), id(&path.2)?);
    let reason = form.text("reason").to_owned();
    let done = state.db.write(move |c| distinctions::revoke(c, &actor, &slug, record, &reason, now)).await;
    let (status, sheet): (StatusCode, Sheet) = match done {
        Ok(()) => return Ok(back(&p, &path.1)),
        Err(error) => Sheet::again(&p, form, error)?,
    };
    html_as(status, &page(p, &user, &state, &path.1, sheet, path.2.clone()).await?)
}

/// Lets a revoked record hold again.
pub async fn restore(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, record) = (user.actor.clone(), path.1.clone(), id(&path.2)?);
    state.db.write(move |c| distinctions::restore(c, &actor, &slug, record, now)).await?;
    Ok(back(&p, &path.1))
}
