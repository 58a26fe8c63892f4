//! Choosing a new password with a link.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::without_referrer;
use crate::app::accounts;
use crate::app::problems::password_problem;
use crate::domain::token::TokenKind;
use crate::security::password;
use crate::web::error::PageError;
use crate::web::extract::{Form, Now};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "account/reset.html")]
struct ResetPage {
    p: Page,
    problems: Problems,
}

/// The form, while the link works.
pub async fn show(
    p: Page,
    path: Path<(String, String)>,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let secret = path.into_inner().1;
    state.db.read(move |c| accounts::find_live(c, TokenKind::Reset, &secret, now.0)).await?;
    html(&ResetPage { p, problems: Problems::default() }).map(without_referrer)
}

/// Sets the new password.
pub async fn create(
    p: Page,
    path: Path<(String, String)>,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let secret = path.into_inner().1;
    let typed = form.text("password").to_owned();
    if let Err(error) = password::check(&typed, "") {
        let problems = Problems::new(&p, &[password_problem("password", error)]);
        return html_as(StatusCode::UNPROCESSABLE_ENTITY, &ResetPage { p, problems }).map(without_referrer);
    }
    let hash = state.passwords.hash(typed).await?;
    state.db.write(move |c| accounts::reset(c, &secret, hash.clone(), now.0)).await?;
    Ok(see_other(p.url("/account/sign-in?done=password-changed")))
}
