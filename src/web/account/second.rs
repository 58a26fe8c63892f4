//! The second step of signing in: a code.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

use super::own_path;
use crate::app::{AppError, accounts};
use crate::web::error::PageError;
use crate::web::extract::{Form, HalfSignedIn, Now, Query};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "account/second.html")]
struct SecondPage {
    p: Page,
    next: String,
    problems: Problems,
}

/// The form.
pub async fn show(p: Page, query: Query, _: HalfSignedIn) -> Result<HttpResponse, PageError> {
    let next = own_path(query.text("next")).unwrap_or_default();
    html(&SecondPage { p, next, problems: Problems::default() })
}

/// Lets on whoever has the right code.
pub async fn create(
    p: Page,
    half: HalfSignedIn,
    form: Form,
    Now(now): Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let next = own_path(form.text("next")).unwrap_or_default();
    let (id, session, typed) = (half.0.user.id, half.0.session.id_hash.clone(), form.text("code").to_owned());
    // Counted apart: a try that is refused counts too.
    state.db.write(move |c| accounts::count_try(c, id, now)).await?;
    let key = state.tally_key.clone();
    match state.db.write(move |c| accounts::pass(c, &key, id, &session, &typed, now)).await {
        Ok(()) => Ok(see_other(if next.is_empty() { p.url("/account/start") } else { next })),
        Err(AppError::Invalid(problems)) => {
            state.metrics.note_failed_sign_in();
            let problems = Problems::new(&p, &problems);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &SecondPage { p, next, problems })
        }
        Err(error) => Err(error.into()),
    }
}
