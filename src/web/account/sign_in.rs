//! Signing in and out.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::{attempt, cookie, own_path};
use crate::app::accounts::{self, Attempt, Credentials};
use crate::app::{AppError, FieldProblem};
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query, Visitor};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "account/sign_in.html")]
struct SignInPage {
    p: Page,
    email: String,
    next: String,
    unverified: bool,
    problems: Problems,
}

/// The form; somebody who is signed in goes on.
pub async fn show(p: Page, query: Query, visitor: Visitor) -> Result<HttpResponse, PageError> {
    let next = own_path(query.text("next")).unwrap_or_default();
    if visitor.0.is_some() {
        return Ok(see_other(if next.is_empty() { p.url("/account/") } else { next }));
    }
    html(&SignInPage { p, email: String::new(), next, unverified: false, problems: Problems::default() })
}

/// Signs in, or says that address and password don't fit: the same words, after the same time, for
/// an address without an account.
pub async fn create(
    p: Page,
    request: HttpRequest,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let attempt = attempt(&request, &state, form.text("email"));
    let next = own_path(form.text("next")).unwrap_or_default();
    let again = |p: Page, unverified: bool, problems: Problems| {
        let email = form.text("email").to_owned();
        html_as(StatusCode::UNPROCESSABLE_ENTITY, &SignInPage { p, email, next: next.clone(), unverified, problems })
    };
    let Some(user) = check(&state, &attempt, form.text("password"), now).await? else {
        let problems = Problems::new(&p, &[FieldProblem::new("email", "account-wrong-password")]);
        return again(p, false, problems);
    };
    let public_url = state.settings.server.public_url.clone();
    let secret = state
        .db
        .write(move |c| {
            accounts::note_success(c, &attempt, now.0)?;
            accounts::sign_in(c, user, &attempt, &public_url, now.0)
        })
        .await?;
    match secret {
        Some(secret) => {
            let mut response = see_other(if next.is_empty() { p.url("/account/start") } else { next });
            response.add_cookie(&cookie(&state, Some(&secret))).map_err(|e| PageError::Internal(e.to_string()))?;
            Ok(response)
        }
        None => again(p, true, Problems::default()),
    }
}

/// The account whose password this is; a weaker hash of it is replaced on the way.
async fn check(
    state: &AppState,
    attempt: &Attempt,
    password: &str,
    now: Now,
) -> Result<Option<crate::domain::ids::UserId>, PageError> {
    let security = state.settings.security;
    let limits = (security.sign_in_tries_per_account, security.sign_in_tries_per_address);
    let asked = attempt.clone();
    let found: Credentials = state.db.write(move |c| accounts::credentials(c, &asked, limits, now.0)).await?;
    let failed = |e: crate::security::password::HashError| PageError::Internal(e.to_string());
    let fits = state.passwords.fits(password.to_owned(), found.password_hash.clone()).await.map_err(failed)?;
    let Some(user) = found.user.filter(|_| fits) else {
        tracing::warn!(address = attempt.address, "wrong password, or no such account");
        let (asked, tried) = (attempt.clone(), attempt.clone());
        if state.db.read(move |c| accounts::is_tried_out(c, &asked, limits.0, now.0)).await? {
            let public_url = state.settings.server.public_url.clone();
            state.db.write(move |c| accounts::warn_of_tries(c, &tried, &public_url, now.0)).await?;
        }
        state.metrics.note_failed_sign_in();
        return Ok(None);
    };
    if found.password_hash.is_some_and(|hash| state.passwords.is_outdated(&hash)) {
        let hash = state.passwords.hash(password.to_owned()).await.map_err(failed)?;
        state.db.write(move |c| accounts::rehash(c, user.id, hash.clone())).await?;
    }
    Ok(Some(user.id))
}

/// Where somebody belongs who has just signed in: the desk of their highest role, in their language.
pub async fn start(p: Page, user: CurrentUser) -> HttpResponse {
    let desk = if user.actor.is_organiser() || user.organises_locked {
        "/organiser/"
    } else if user.actor.is_juror() {
        "/jury/"
    } else {
        "/entries/"
    };
    see_other(p.url(desk))
}

/// Ends the session.
pub async fn destroy(p: Page, user: CurrentUser, now: Now, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let (id, session) = (user.user.id, user.session.id_hash.clone());
    state.db.write(move |c| accounts::sign_out(c, id, &session, now.0)).await?;
    let mut response = see_other(p.url("/account/sign-in?done=signed-out"));
    response.add_cookie(&cookie(&state, None)).map_err(|e| PageError::Internal(e.to_string()))?;
    Ok(response)
}

impl From<crate::security::password::HashError> for PageError {
    fn from(error: crate::security::password::HashError) -> Self {
        AppError::Internal(error.to_string()).into()
    }
}
