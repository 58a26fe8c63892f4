//! Declaring ties, before the first entry is opened.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::jury::{self, Declaration, Tie};
use crate::app::{AppError, AppResult, FieldProblem};
use crate::domain::edition::Edition;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

/// An organisation, with what was typed.
struct Line {
    id: String,
    name: String,
    city: String,
    known: Option<String>,
    is_tied: bool,
    reason: String,
    error: String,
}

#[derive(Template)]
#[template(path = "jury/conflicts.html")]
struct ConflictsPage {
    p: Page,
    base: String,
    edition: Edition,
    lines: Vec<Line>,
    total: usize,
    words: String,
    is_declared: bool,
    all_declared: bool,
    problems: Problems,
}

/// The organisations, each with its choice.
pub async fn show(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, words) = (user.actor.clone(), path.1.clone(), query.text("q").to_owned());
    let found = state.db.read(move |c| jury::declaration(c, &actor, &slug, &words)).await?;
    html(&page(p, found, query.text("q"), &Form::default(), Problems::default()))
}

/// Notes the ties that were ticked.
pub async fn declare(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, typed) = (user.actor.clone(), path.1.clone(), form.clone());
    match state.db.write(move |c| write(c, &actor, &slug, &typed, now)).await {
        Ok(()) if form.has("all") => Ok(see_other(p.url(&format!("/jury/{}/?done=conflicts-declared", path.1)))),
        Ok(()) => Ok(see_other(p.url(&format!("/jury/{}/conflicts?done=conflicts-declared", path.1)))),
        Err(AppError::Invalid(problems)) => {
            let (actor, slug, words) = (user.actor.clone(), path.1.clone(), form.text("q").to_owned());
            let found = state.db.read(move |c| jury::declaration(c, &actor, &slug, &words)).await?;
            let problems = Problems::new(&p, &problems);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page(p, found, form.text("q"), &form, problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn write(
    c: &mut crate::store::Conn,
    actor: &crate::domain::policy::Actor,
    slug: &str,
    form: &Form,
    now: Now,
) -> AppResult<()> {
    let (edition, juror) = jury::judged(c, actor, slug)?;
    let mut ties = Vec::new();
    for id in form.all("tie") {
        let reason = form.text(&format!("reason-{id}")).to_owned();
        ties.push(Tie { organisation: id.parse().map_err(|_| AppError::NotFound)?, reason });
    }
    if ties.is_empty() && !form.has("all") && juror.conflicts_declared_at.is_none() {
        return Err(AppError::Invalid(vec![FieldProblem::new("all", "jury-problem-all")]));
    }
    jury::declare_conflicts(c, actor, edition.id, &ties, form.has("all"), now.0)?;
    Ok(())
}

fn page(p: Page, found: Declaration, words: &str, form: &Form, problems: Problems) -> ConflictsPage {
    let lines = found
        .organisations
        .into_iter()
        .map(|choice| {
            let (id, field) = (choice.id.to_string(), format!("reason-{}", choice.id));
            Line {
                is_tied: form.all("tie").contains(&id),
                reason: form.text(&field).to_owned(),
                error: problems.of(&field).to_owned(),
                name: choice.name,
                city: choice.city,
                known: choice.known,
                id,
            }
        })
        .collect();
    ConflictsPage {
        base: p.url(&format!("/jury/{}/", found.edition.slug)),
        edition: found.edition,
        lines,
        total: found.total,
        words: words.to_owned(),
        is_declared: found.juror.conflicts_declared_at.is_some(),
        all_declared: form.has("all"),
        problems,
        p,
    }
}
