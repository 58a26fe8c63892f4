//! Practice entries: writing them, and how the jury's marks lie.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::sheet::{Sheet, Values, localised};
use crate::app::AppError;
use crate::app::practice::{self, PracticeDesk, PracticeText, PracticeView};
use crate::domain::ids::PracticeId;
use crate::domain::policy::OrganiserAct;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::spread::{self, SpreadView};
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/practices.html")]
struct PracticesPage {
    p: Page,
    desk: Desk,
    found: PracticeDesk,
    sheet: Sheet,
}

impl PracticesPage {
    fn spreads(&self, view: &PracticeView) -> Vec<SpreadView> {
        spread::views(&self.p, &self.found.round, &view.lines)
    }
}

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    slug: &str,
    sheet: Sheet,
) -> Result<PracticesPage, PageError> {
    let desk = Desk::open(user, slug, OrganiserAct::Look, "criteria")?;
    let edition = desk.edition.id;
    let found = state.db.read(move |c| practice::desk(c, edition)).await?;
    Ok(PracticesPage { p, desk, found, sheet })
}

/// The practice entries of the round at work, and a form for another.
pub async fn index(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &state, &path.1, Sheet::default()).await?)
}

fn read(form: &Form) -> PracticeText {
    PracticeText {
        title: localised(form, "title"),
        text: localised(form, "text"),
        version: form.text("version").to_owned(),
    }
}

/// Writes a practice entry.
pub async fn add(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, typed) = (user.actor.clone(), path.1.clone(), read(&form));
    match state.db.write(move |c| practice::add(c, &actor, &slug, &typed, now)).await {
        Ok(_) => Ok(see_other(p.url(&format!("/organiser/{}/practice?done=saved", path.1)))),
        Err(AppError::Invalid(problems)) => {
            let sheet = Sheet::refused(&p, form, &problems);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page(p, &user, &state, &path.1, sheet).await?)
        }
        Err(error) => Err(error.into()),
    }
}

#[derive(Template)]
#[template(path = "organiser/practice.html")]
struct PracticePage {
    p: Page,
    desk: Desk,
    view: PracticeView,
    sheet: Sheet,
}

async fn one(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    path: &(String, String, String),
    sheet: Option<Sheet>,
) -> Result<PracticePage, PageError> {
    let desk = Desk::open(user, &path.1, OrganiserAct::Look, "criteria")?;
    let (edition, wanted) = (desk.edition.id, id::<PracticeId>(&path.2)?);
    let found = state.db.read(move |c| practice::desk(c, edition)).await?;
    let view = found.practices.into_iter().find(|view| view.practice.id == wanted).ok_or(PageError::NotFound)?;
    let values = || Values::default().localised("title", &view.practice.title).localised("text", &view.practice.text);
    let sheet = sheet.unwrap_or_else(|| Sheet::saved(values()));
    Ok(PracticePage { p, desk, view, sheet })
}

/// One practice entry.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    html(&one(p, &user, &state, &path, None).await?)
}

/// Changes a practice entry.
pub async fn edit(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, practice, typed) = (user.actor.clone(), path.1.clone(), id(&path.2)?, read(&form));
    let saved = state.db.write(move |c| practice::edit(c, &actor, &slug, practice, &typed, now)).await;
    let (status, sheet) = match saved {
        Ok(()) => return Ok(see_other(p.url(&format!("/organiser/{}/practice?done=saved", path.1)))),
        Err(error) => Sheet::again(&p, form, error)?,
    };
    html_as(status, &one(p, &user, &state, &path, Some(sheet)).await?)
}

/// Takes a practice entry away.
pub async fn remove(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, practice) = (user.actor.clone(), path.1.clone(), id(&path.2)?);
    state.db.write(move |c| practice::remove(c, &actor, &slug, practice, now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/practice?done=saved", path.1))))
}
