//! The decision on an entry, kept secret until the announcement.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::sheet::{Sheet, Values, localised};
use crate::app::AppError;
use crate::app::results::{self, Staging};
use crate::domain::category::Prize;
use crate::domain::entry::Entry;
use crate::domain::ids::OutcomeId;
use crate::domain::language::Localised;
use crate::domain::outcome::{Outcome, OutcomeKind};
use crate::domain::policy::OrganiserAct;
use crate::store;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

type EntryPath = Path<(String, String, String)>;

#[derive(Template)]
#[template(path = "organiser/stage.html")]
struct StagePage {
    p: Page,
    desk: Desk,
    entry: Entry,
    prize: Prize,
    known: Option<Outcome>,
    sheet: Sheet,
}

impl StagePage {
    fn kinds(&self) -> Vec<(String, String)> {
        vec![
            (OutcomeKind::Winner.to_string(), self.p.t("outcome-winner")),
            (OutcomeKind::Finalist.to_string(), self.p.t("outcome-finalist")),
        ]
    }

    fn own_path(&self) -> String {
        self.desk.url(&self.p, &format!("results/{}", self.entry.reference))
    }
}

/// What was decided, or what to begin with: the entry's own first sentence as its summary.
fn values(entry: &Entry, known: Option<&Outcome>) -> Values {
    let pitch = || {
        let mut summary = Localised::default();
        summary.set(entry.language, entry.answers.get("pitch").cloned().unwrap_or_default());
        summary
    };
    Values::default()
        .with("kind", known.and_then(|outcome| outcome.staged).unwrap_or(OutcomeKind::Winner))
        .localised("citation", &known.map(|outcome| outcome.citation.clone()).unwrap_or_default())
        .localised("summary", &known.map_or_else(pitch, |outcome| outcome.summary.clone()))
}

async fn page(p: Page, user: &CurrentUser, path: &EntryPath, state: &AppState) -> Result<StagePage, PageError> {
    let desk = Desk::open(user, &path.1, OrganiserAct::Decide, "results")?;
    let (actor, slug, reference) = (user.actor.clone(), path.1.clone(), path.2.clone());
    let read = move |c: &mut store::Conn| {
        let (edition, prizes, outcomes) = results::outcomes(c, &actor, &slug)?;
        let entry = store::entries::find_by_reference(c, edition.id, &reference)?.ok_or(AppError::NotFound)?;
        let prize = prizes.into_iter().find(|x| x.category_id == Some(entry.category_id)).ok_or(AppError::NotFound)?;
        let known = outcomes.into_iter().map(|(o, _)| o).find(|o| o.entry_id == entry.id && o.prize_id == prize.id);
        Ok::<_, AppError>((entry, prize, known))
    };
    let (entry, prize, known) = state.db.read(read).await?;
    let sheet = Sheet::saved(values(&entry, known.as_ref()));
    Ok(StagePage { p, desk, entry, prize, known, sheet })
}

/// The form.
pub async fn show(
    p: Page,
    user: CurrentUser,
    path: EntryPath,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &path, &state).await?)
}

/// Stages the decision.
pub async fn stage(
    p: Page,
    user: CurrentUser,
    path: EntryPath,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let mut page = page(p, &user, &path, &state).await?;
    let staging = Staging {
        prize: page.prize.id,
        entry: page.entry.id,
        kind: form.parse("kind").ok_or(PageError::BadRequest)?,
        citation: localised(&form, "citation"),
        summary: localised(&form, "summary"),
    };
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    match state.db.write(move |c| results::stage(c, &actor, &slug, &staging, now.0)).await {
        Ok(_) => Ok(see_other(page.desk.url(&page.p, "results?done=staged"))),
        Err(AppError::Invalid(problems)) => {
            page.sheet = Sheet::refused(&page.p, form, &problems);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// Takes a staged decision back.
pub async fn unstage(
    p: Page,
    user: CurrentUser,
    path: EntryPath,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let outcome = id::<OutcomeId>(form.text("outcome"))?;
    state.db.write(move |c| results::unstage(c, &actor, &slug, outcome, now.0)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/results?done=saved", path.1))))
}
