//! Asking for a link to choose a new password.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::attempt;
use crate::app::accounts;
use crate::app::problems::text_problem;
use crate::domain::text::EmailAddress;
use crate::web::error::PageError;
use crate::web::extract::{Form, Now};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

/// Most requests from one address in a quarter of an hour.
const LIMIT: i32 = 20;

#[derive(Template)]
#[template(path = "account/forgot.html")]
struct ForgotPage {
    p: Page,
    email: String,
    problems: Problems,
}

/// The form.
pub async fn show(p: Page) -> Result<HttpResponse, PageError> {
    html(&ForgotPage { p, email: String::new(), problems: Problems::default() })
}

/// Sends the link, if there is an account; says the same either way.
pub async fn create(
    p: Page,
    request: HttpRequest,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let email = match EmailAddress::parse(form.text("email")) {
        Ok(email) => email,
        Err(error) => {
            let problems = Problems::new(&p, &[text_problem("email", error)]);
            let email = form.text("email").to_owned();
            return html_as(StatusCode::UNPROCESSABLE_ENTITY, &ForgotPage { p, email, problems });
        }
    };
    let address = attempt(&request, &state, "").address;
    let public_url = state.settings.server.public_url.clone();
    state
        .db
        .write(move |c| {
            accounts::throttle(c, "forgot", &address, LIMIT, now.0)?;
            accounts::forgot(c, &email, &public_url, now.0)
        })
        .await?;
    Ok(see_other(p.url("/account/sent-reset")))
}
