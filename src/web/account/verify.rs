//! Proving an address: the link shows a button, so that a mail scanner that opens it proves nothing.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::without_referrer;
use crate::app::accounts;
use crate::domain::token::TokenKind;
use crate::web::error::PageError;
use crate::web::extract::Now;
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other};

#[derive(Template)]
#[template(path = "account/button.html")]
struct VerifyPage {
    p: Page,
    title: String,
    text: String,
    button: String,
}

/// The button.
pub async fn show(
    p: Page,
    path: Path<(String, String)>,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let secret = path.into_inner().1;
    state.db.read(move |c| accounts::find_live(c, TokenKind::Verify, &secret, now.0)).await?;
    let (title, text, button) = (p.t("account-verify-title"), p.t("account-verify-text"), p.t("account-verify-button"));
    html(&VerifyPage { p, title, text, button }).map(without_referrer)
}

/// Proves the address.
pub async fn create(
    p: Page,
    path: Path<(String, String)>,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let secret = path.into_inner().1;
    state.db.write(move |c| accounts::verify(c, &secret, now.0)).await?;
    Ok(see_other(p.url("/account/sign-in?done=verified")))
}
