//! Stepping back from an entry.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::scorecard::load;
use super::scorecard_url;
use crate::app::{AppError, scoring};
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html_as, see_other};

#[derive(Template)]
#[template(path = "jury/recuse.html")]
struct RecusePage {
    p: Page,
    title: String,
    organisation: String,
    back: String,
    reason: String,
    problems: Problems,
}

/// Asks for the reason, and says what will happen.
pub async fn show(
    path: Path<(String, String, String)>,
    p: Page,
    user: CurrentUser,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    page(StatusCode::OK, &path, p, &user, now, &state, "", Problems::default()).await
}

/// Steps back.
pub async fn create(
    path: Path<(String, String, String)>,
    p: Page,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, id, reason) = (user.actor.clone(), id(&path.2)?, form.text("reason").to_owned());
    match state.db.write(move |c| scoring::recuse(c, &actor, id, &reason, now.0)).await {
        Ok(()) => Ok(see_other(p.url(&format!("/jury/{}/?done=recused", path.1)))),
        Err(AppError::Invalid(problems)) => {
            let problems = Problems::new(&p, &problems);
            page(StatusCode::UNPROCESSABLE_ENTITY, &path, p, &user, now, &state, form.text("reason"), problems).await
        }
        Err(error) => Err(error.into()),
    }
}

#[allow(clippy::too_many_arguments)] // one request's worth of things
async fn page(
    status: StatusCode,
    path: &(String, String, String),
    p: Page,
    user: &CurrentUser,
    now: Now,
    state: &AppState,
    reason: &str,
    problems: Problems,
) -> Result<HttpResponse, PageError> {
    let found = load(state, user.actor.clone(), &path.1, id(&path.2)?, now).await?;
    let back = scorecard_url(&p, &path.1, found.id, "");
    let reason = reason.to_owned();
    let (title, organisation) = (found.entry.title, found.entry.organisation);
    html_as(status, &RecusePage { p, title, organisation, back, reason, problems })
}
