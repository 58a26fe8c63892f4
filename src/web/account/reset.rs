//! Choosing a new password with a link.

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
#[template(path = "account/reset.html")]
struct ResetPage {
    p: Page,
    email: String,
    problems: Problems,
}

/// The form, while the link works.
pub async fn show(
    p: Page,
    path: Path<(String, String)>,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let email = account_of(&state, TokenKind::Reset, &path.1, now).await?.email.to_string();
    html(&ResetPage { p, email, problems: Problems::default() }).map(without_referrer)
}

/// Sets the new password. A dead link is refused before anything is hashed.
pub async fn create(
    p: Page,
    path: Path<(String, String)>,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let user = account_of(&state, TokenKind::Reset, &path.1, now).await?;
    let hash = match chosen(&state, &form, &user).await? {
        Ok(hash) => hash,
        Err(problem) => {
            let problems = Problems::new(&p, &[problem]);
            let page = ResetPage { p, email: user.email.to_string(), problems };
            return html_as(StatusCode::UNPROCESSABLE_ENTITY, &page).map(without_referrer);
        }
    };
    let secret = path.into_inner().1;
    state.db.write(move |c| accounts::reset(c, &secret, hash.clone(), now.0)).await?;
    Ok(see_other(p.url("/account/sign-in?done=password-changed")))
}
