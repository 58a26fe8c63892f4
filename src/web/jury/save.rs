//! What a juror does with a sheet: save, hand in, put off, take back.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde_json::json;

use super::scorecard::{load, render};
use super::{scorecard_url, sheet};
use crate::app::scoring::{self, Handed, ScorecardPage, Sheet};
use crate::app::{AppError, FieldProblem};
use crate::domain::ids::AssignmentId;
use crate::i18n::dates;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, SignedIn, Visitor, id, is_fetch};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html_as, see_other};

#[derive(Template)]
#[template(path = "jury/stale.html")]
struct StalePage {
    p: Page,
    title: String,
    rows: Vec<(String, String, String)>,
    fields: Vec<(String, String)>,
    keep: String,
    reload: String,
}

/// Saves a draft: for the script an answer in JSON, for a form its page.
pub async fn save(
    path: Path<(String, String, String)>,
    p: Page,
    request: HttpRequest,
    visitor: Visitor,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let is_script = is_fetch(&request);
    let Some(user) = visitor.0 else {
        let sign_in = PageError::SignIn { language: p.language, next: scorecard_path(&path) };
        return if is_script { Ok(refused(StatusCode::UNAUTHORIZED)) } else { Err(sign_in) };
    };
    let (actor, id, typed) = (user.actor.clone(), id(&path.2)?, sheet::typed(&form));
    let sheet = typed.clone();
    match state.db.write(move |c| scoring::save(c, &actor, id, &sheet, now.0)).await {
        Ok(saved) if is_script => {
            let saved_at = dates::time(now.0, saved.zone);
            Ok(HttpResponse::Ok().json(json!({ "saved_at": saved_at, "version": saved.sheet.version })))
        }
        Ok(_) => Ok(see_other(scorecard_url(&p, &path.1, id, "?done=score-saved"))),
        Err(error) if is_script => Ok(refused(PageError::from(error).status())),
        Err(error) => again(&state, &user, p, &path.1, id, typed, error, now).await,
    }
}

/// Hands the sheet in and goes on to the next one.
pub async fn submit(
    path: Path<(String, String, String)>,
    p: Page,
    request: HttpRequest,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, id, typed) = (user.actor.clone(), id(&path.2)?, sheet::typed(&form));
    let sheet = typed.clone();
    match state.db.write(move |c| scoring::submit(c, &actor, id, &sheet, now.0)).await {
        Ok(Handed::In) => onward(&request, &state, &user, &p, &path.1, (id, "score-submitted")).await,
        Ok(Handed::ToOrder) => {
            let next = p.url(&format!("/jury/{}/order?done=score-saved", path.1));
            Ok(if is_fetch(&request) { HttpResponse::Ok().json(json!({ "next": next })) } else { see_other(next) })
        }
        Ok(Handed::Incomplete(_)) if is_fetch(&request) => Ok(refused(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(Handed::Incomplete(problems)) => {
            let page = load(&state, user.actor.clone(), &path.1, id, now).await?;
            let problems = on_the_page(&p, &problems);
            render(StatusCode::UNPROCESSABLE_ENTITY, p, page, &typed, problems)
        }
        Err(error) if is_fetch(&request) => Ok(refused(PageError::from(error).status())),
        Err(error) => again(&state, &user.0, p, &path.1, id, typed, error, now).await,
    }
}

/// Saves the draft, puts the entry off and goes on to the next one.
pub async fn pass(
    path: Path<(String, String, String)>,
    p: Page,
    request: HttpRequest,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, id, typed) = (user.actor.clone(), id(&path.2)?, sheet::typed(&form));
    let sheet = typed.clone();
    match state.db.write(move |c| scoring::pass(c, &actor, id, &sheet, now.0)).await {
        Ok(_) => onward(&request, &state, &user, &p, &path.1, (id, "passed")).await,
        Err(error) if is_fetch(&request) => Ok(refused(PageError::from(error).status())),
        Err(error) => again(&state, &user.0, p, &path.1, id, typed, error, now).await,
    }
}

/// Takes a sheet back that was handed in.
pub async fn reopen(
    path: Path<(String, String, String)>,
    p: Page,
    user: CurrentUser,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, id) = (user.actor.clone(), id(&path.2)?);
    state.db.write(move |c| scoring::reopen(c, &actor, id, now.0)).await?;
    Ok(see_other(scorecard_url(&p, &path.1, id, "?done=score-reopened")))
}

fn scorecard_path(path: &(String, String, String)) -> String {
    format!("/{}/jury/{}/{}", path.0, path.1, path.2)
}

fn refused(status: StatusCode) -> HttpResponse {
    HttpResponse::build(status).json(json!({ "status": status.as_u16() }))
}

/// To the next entry that is not scored, or back to the list when all are.
async fn onward(
    request: &HttpRequest,
    state: &AppState,
    user: &SignedIn,
    p: &Page,
    slug: &str,
    (id, done): (AssignmentId, &str),
) -> Result<HttpResponse, PageError> {
    let (actor, edition) = (user.actor.clone(), slug.to_owned());
    let queue = state.db.read(move |c| scoring::dashboard(c, &actor, &edition)).await?.queue;
    let next = match queue.as_ref().and_then(|queue| queue.next_after(Some(id))) {
        Some(next) => scorecard_url(p, slug, next.id, &format!("?done={done}")),
        None if done == "passed" => p.url(&format!("/jury/{slug}/?done=passed")),
        None => p.url(&format!("/jury/{slug}/?done=all-scored")),
    };
    Ok(if is_fetch(request) { HttpResponse::Ok().json(json!({ "next": next })) } else { see_other(next) })
}

/// The page again with everything that was typed: what is wrong, or both versions.
#[allow(clippy::too_many_arguments)] // one request's worth of things
async fn again(
    state: &AppState,
    user: &SignedIn,
    p: Page,
    slug: &str,
    id: AssignmentId,
    typed: Sheet,
    error: AppError,
    now: Now,
) -> Result<HttpResponse, PageError> {
    match error {
        AppError::Invalid(problems) => {
            let page = load(state, user.actor.clone(), slug, id, now).await?;
            let problems = on_the_page(&p, &problems);
            render(StatusCode::UNPROCESSABLE_ENTITY, p, page, &typed, problems)
        }
        AppError::Stale => {
            let page = load(state, user.actor.clone(), slug, id, now).await?;
            html_as(StatusCode::CONFLICT, &both(p, &page, &typed))
        }
        other => Err(other.into()),
    }
}

/// Problems of criteria, at the fields of the page.
fn on_the_page(p: &Page, problems: &[FieldProblem]) -> Problems {
    let placed: Vec<FieldProblem> = problems
        .iter()
        .map(|problem| match problem.field.as_str() {
            "comment" | "note" => problem.clone(),
            key => FieldProblem { field: sheet::field_of(key), ..problem.clone() },
        })
        .collect();
    Problems::new(p, &placed)
}

/// Both versions of a sheet that two tabs wrote on.
fn both(p: Page, page: &ScorecardPage, typed: &Sheet) -> StalePage {
    let stored = sheet::stored(page);
    let mark = |sheet: &Sheet, key: &str| sheet::said(&p, sheet.marks.get(key).map_or("", String::as_str));
    let mut rows: Vec<_> =
        page.criteria.iter().map(|c| (p.l(&c.name).to_owned(), mark(typed, &c.key), mark(&stored, &c.key))).collect();
    rows.push((p.t("scorecard-comment"), typed.comment.clone(), stored.comment.clone()));
    rows.push((p.t("scorecard-note"), typed.note.clone(), stored.note));
    StalePage {
        title: page.entry.title.clone(),
        rows,
        fields: sheet::fields(typed, page.sheet.version),
        keep: scorecard_url(&p, &page.edition.slug, page.id, if page.is_submitted { "/submit" } else { "/save" }),
        reload: scorecard_url(&p, &page.edition.slug, page.id, ""),
        p,
    }
}
