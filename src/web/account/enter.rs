//! A one-time link that signs in: made by the command line and by the demo. An account without a
//! password chooses one here.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::{attempt, cookie, without_referrer};
use crate::app::problems::password_problem;
use crate::app::{AppError, accounts};
use crate::domain::token::TokenKind;
use crate::security::password;
use crate::store;
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

/// The account of a link that still works.
async fn account(state: &AppState, secret: &str, now: Now) -> Result<crate::domain::user::User, PageError> {
    let secret = secret.to_owned();
    let find = move |c: &mut store::Conn| {
        let token = accounts::find_live(c, TokenKind::SignIn, &secret, now.0)?;
        Ok::<_, AppError>(store::users::get(c, token.user_id.ok_or(AppError::DeadLink)?)?)
    };
    Ok(state.db.read(find).await?)
}

/// The button, and a field for the password where there is none yet.
pub async fn show(
    p: Page,
    path: Path<(String, String)>,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let user = account(&state, &path.1, now).await?;
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
    let user = account(&state, &path.1, now).await?;
    let mut hash = None;
    if user.password_hash.is_none() {
        let typed = form.text("password").to_owned();
        if let Err(error) = password::check(&typed, user.email.as_str()) {
            let problems = Problems::new(&p, &[password_problem("password", error)]);
            let page = EnterPage { p, name: user.name, chooses_password: true, problems };
            return html_as(StatusCode::UNPROCESSABLE_ENTITY, &page).map(without_referrer);
        }
        hash = Some(state.passwords.hash(typed).await?);
    }
    let attempt = attempt(&request, &state, user.email.as_str());
    let secret = path.into_inner().1;
    let session = state.db.write(move |c| accounts::use_link(c, &secret, &attempt, hash.clone(), now.0)).await?;
    let mut response = see_other(p.url("/account/start"));
    response.add_cookie(&cookie(&state, Some(&session))).map_err(|e| PageError::Internal(e.to_string()))?;
    Ok(response)
}
