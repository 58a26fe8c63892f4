//! A one-time link that signs in: made by the command line and by the demo. An account without a
//! password chooses one here.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::{account_of, attempt, chosen, cookie, without_referrer};
use crate::app::accounts;
use crate::domain::token::TokenKind;
use crate::web::error::PageError;
use crate::web::extract::{Form, Now};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "account/enter.html")]
struct EnterPage {
    p: Page,
    name: String,
    chooses_password: bool,
    problems: Problems,
}

/// The button, and a field for the password where there is none yet.
pub async fn show(
    p: Page,
    path: Path<(String, String)>,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let user = account_of(&state, TokenKind::SignIn, &path.1, now).await?;
    let page =
        EnterPage { p, name: user.name, chooses_password: user.password_hash.is_none(), problems: Problems::default() };
    html(&page).map(without_referrer)
}

/// Signs in.
pub async fn create(
    p: Page,
    request: HttpRequest,
    path: Path<(String, String)>,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let user = account_of(&state, TokenKind::SignIn, &path.1, now).await?;
    let mut hash = None;
    if user.password_hash.is_none() {
        match chosen(&state, &form, &user).await? {
            Ok(chosen) => hash = Some(chosen),
            Err(problem) => {
                let problems = Problems::new(&p, &[problem]);
                let page = EnterPage { p, name: user.name, chooses_password: true, problems };
                return html_as(StatusCode::UNPROCESSABLE_ENTITY, &page).map(without_referrer);
            }
        }
    }
    let attempt = attempt(&request, &state, user.email.as_str());
    let secret = path.into_inner().1;
    let session = state.db.write(move |c| accounts::use_link(c, &secret, &attempt, hash.clone(), now.0)).await?;
    let mut response = see_other(p.url("/account/start"));
    response.add_cookie(&cookie(&state, Some(&session))).map_err(|e| PageError::Internal(e.to_string()))?;
    Ok(response)
}
