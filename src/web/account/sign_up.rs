//! A new account.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::attempt;
use crate::app::AppError;
use crate::app::accounts::{self, NewAccount};
use crate::web::error::PageError;
use crate::web::extract::{Form, Now};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

/// Most sign-ups from one address in a quarter of an hour.
const LIMIT: i32 = 20;

#[derive(Template)]
#[template(path = "account/sign_up.html")]
struct SignUpPage {
    p: Page,
    name: String,
    email: String,
    problems: Problems,
}

/// The form.
pub async fn show(p: Page) -> Result<HttpResponse, PageError> {
    html(&SignUpPage { p, name: String::new(), email: String::new(), problems: Problems::default() })
}

/// Makes the account, or says what is wrong. Known and unknown addresses get the same answer.
pub async fn create(
    p: Page,
    request: HttpRequest,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let password = form.text("password").to_owned();
    let new = match NewAccount::read(form.text("name"), form.text("email"), &password, p.language) {
        Ok(new) => new,
        Err(AppError::Invalid(problems)) => {
            let problems = Problems::new(&p, &problems);
            let (name, email) = (form.text("name").to_owned(), form.text("email").to_owned());
            return html_as(StatusCode::UNPROCESSABLE_ENTITY, &SignUpPage { p, name, email, problems });
        }
        Err(error) => return Err(error.into()),
    };
    let address = attempt(&request, &state, "").address;
    let hash = state.passwords.hash(password).await.map_err(|e| PageError::Internal(e.to_string()))?;
    let public_url = state.settings.server.public_url.clone();
    state
        .db
        .write(move |c| {
            accounts::throttle(c, "sign-up", &address, LIMIT, now.0)?;
            accounts::sign_up(c, new.clone(), hash.clone(), &public_url, now.0)
        })
        .await?;
    Ok(see_other(p.url("/account/sent")))
}

#[derive(Template)]
#[template(path = "account/sent.html")]
struct SentPage {
    p: Page,
    text: String,
}

/// "Look into your mailbox."
pub async fn sent(p: Page) -> Result<HttpResponse, PageError> {
    let text = p.t("account-sent-verify");
    html(&SentPage { p, text })
}

/// The same after asking for a new password.
pub async fn sent_reset(p: Page) -> Result<HttpResponse, PageError> {
    let text = p.t("account-sent-reset");
    html(&SentPage { p, text })
}
