//! Proving an address: the link shows a button, so that a mail scanner that opens it proves nothing.
//! Where two sign-ups met, neither's password counts: the one who opens the mail chooses it here.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::{account_of, chosen, without_referrer};
use crate::app::accounts;
use crate::domain::token::TokenKind;
use crate::web::error::PageError;
use crate::web::extract::{Form, Now};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "account/verify.html")]
struct VerifyPage {
    p: Page,
    email: String,
    chooses_password: bool,
    problems: Problems,
}

/// The button, and a field for the password where there is none.
pub async fn show(
    p: Page,
    path: Path<(String, String)>,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let user = account_of(&state, TokenKind::Verify, &path.1, now).await?;
    let (email, chooses_password) = (user.email.to_string(), user.password_hash.is_none());
    html(&VerifyPage { p, email, chooses_password, problems: Problems::default() }).map(without_referrer)
}

/// Proves the address.
pub async fn create(
    p: Page,
    path: Path<(String, String)>,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let user = account_of(&state, TokenKind::Verify, &path.1, now).await?;
    let mut hash = None;
    if user.password_hash.is_none() {
        match chosen(&state, &form, &user).await? {
            Ok(chosen) => hash = Some(chosen),
            Err(problem) => {
                let problems = Problems::new(&p, &[problem]);
                let page = VerifyPage { p, email: user.email.to_string(), chooses_password: true, problems };
                return html_as(StatusCode::UNPROCESSABLE_ENTITY, &page).map(without_referrer);
            }
        }
    }
    let secret = path.into_inner().1;
    state.db.write(move |c| accounts::verify(c, &secret, hash.clone(), now.0)).await?;
    Ok(see_other(p.url("/account/sign-in?done=verified")))
}
