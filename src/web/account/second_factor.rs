//! Setting up a second factor, its recovery codes, and taking it away.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::{own_path, proof};
use crate::app::AppError;
use crate::app::accounts::{self, SecondFactor};
use crate::documents::qr::Qr;
use crate::security::second_factor::SharedSecret;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query};
use crate::web::organiser::pages::query;
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "account/second_factor.html")]
struct FactorPage {
    p: Page,
    factor: Option<SecondFactor>,
    /// What is to be put into the app: typed, and as a QR code.
    secret: Option<(String, Qr)>,
    next: String,
    is_required: bool,
    problems: Problems,
}

impl FactorPage {
    /// Whether the person may not go on without one.
    fn is_missing(&self) -> bool {
        self.is_required && self.factor.as_ref().is_none_or(|factor| factor.since.is_none())
    }
}

#[derive(Template)]
#[template(path = "account/recovery_codes.html")]
struct CodesPage {
    p: Page,
    codes: Vec<String>,
    next: String,
}

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    next: String,
    problems: Problems,
) -> Result<FactorPage, PageError> {
    let id = user.user.id;
    let factor = state.db.read(move |c| accounts::second_factor(c, id)).await?;
    let secret = match factor.as_ref().filter(|factor| factor.since.is_none()) {
        Some(factor) => {
            let shared = SharedSecret::new(&state.tally_key, &factor.salt);
            let address = shared.address(&p.t("site-name"), user.user.email.as_str());
            Some((shared.typed(), Qr::new(&address).map_err(|e| PageError::Internal(e.to_string()))?))
        }
        None => None,
    };
    let is_required = state.settings.requires_second_factor() && (user.actor.is_organiser() || user.organises_locked);
    Ok(FactorPage { p, factor, secret, next, is_required, problems })
}

/// The page.
pub async fn show(p: Page, user: CurrentUser, asked: Query, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let next = own_path(asked.text("next")).unwrap_or_default();
    html(&page(p, &user, &state, next, Problems::default()).await?)
}

fn back(p: &Page, next: &str) -> HttpResponse {
    see_other(p.url(&format!("/account/second-factor{}", query(&[("next", next)]))))
}

/// Makes a secret.
pub async fn begin(
    p: Page,
    request: HttpRequest,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    if let Some(ask) = proof::ask(&p, &user, &state, now, &request, &form).await? {
        return Ok(ask);
    }
    let id = user.user.id;
    state.db.write(move |c| accounts::begin_second_factor(c, id)).await?;
    Ok(back(&p, &own_path(form.text("next")).unwrap_or_default()))
}

/// Takes the first code. The answer holds the recovery codes, which exist nowhere else: it can't be a redirect.
pub async fn confirm(
    p: Page,
    user: CurrentUser,
    form: Form,
    Now(now): Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let next = own_path(form.text("next")).unwrap_or_default();
    let (id, session, typed) = (user.user.id, user.session.id_hash.clone(), form.text("code").to_owned());
    state.db.write(move |c| accounts::count_try(c, id, now)).await?;
    let key = state.tally_key.clone();
    match state.db.write(move |c| accounts::confirm_second_factor(c, &key, id, &session, &typed, now)).await {
        Ok(codes) => html(&CodesPage { p, codes, next }),
        Err(AppError::Invalid(problems)) => {
            let problems = Problems::new(&p, &problems);
            let page = page(p, &user, &state, next, problems).await?;
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// New recovery codes.
pub async fn renew(
    p: Page,
    request: HttpRequest,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    if let Some(ask) = proof::ask(&p, &user, &state, now, &request, &form).await? {
        return Ok(ask);
    }
    let id = user.user.id;
    let codes = state.db.write(move |c| accounts::renew_codes(c, id, now.0)).await?;
    html(&CodesPage { p, codes, next: String::new() })
}

/// Takes the second factor away.
pub async fn remove(
    p: Page,
    request: HttpRequest,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    if let Some(ask) = proof::ask(&p, &user, &state, now, &request, &form).await? {
        return Ok(ask);
    }
    let id = user.user.id;
    state.db.write(move |c| accounts::remove_second_factor(c, id, now.0)).await?;
    Ok(see_other(p.url("/account/second-factor?done=saved")))
}
