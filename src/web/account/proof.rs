//! Asking who somebody is again, before what can't be taken back: announcing, taking data away, roles.
//!
//! A handler calls [`ask`] first. Whoever signed in or proved it a moment ago goes on; anybody else gets a page
//! that asks for the password and carries on what was sent, so that nothing is typed twice.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::app::{FieldProblem, accounts};
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now};
use crate::web::html_as;
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;

/// The field of the password, which no form of a page has.
const FIELD: &str = "proof-password";
/// The field that tells a browser whose password it is.
const WHOSE: &str = "proof-user";
/// Most passwords that are tried in a quarter of an hour.
const TRIES: i32 = 10;

#[derive(Template)]
#[template(path = "account/proof.html")]
struct ProofPage<'a> {
    p: Page,
    email: &'a str,
    /// Where the form goes: where it went.
    action: &'a str,
    /// What was sent.
    fields: Vec<(&'a str, &'a str)>,
    problems: Problems,
}

/// The page that asks, or nothing where the person may go on.
pub async fn ask(
    p: &Page,
    user: &CurrentUser,
    state: &AppState,
    Now(now): Now,
    request: &HttpRequest,
    form: &Form,
) -> Result<Option<HttpResponse>, PageError> {
    if user.session.is_proved(now) {
        return Ok(None);
    }
    let mut problems = Problems::default();
    if form.has(FIELD) {
        let id = user.user.id;
        state.db.write(move |c| accounts::throttle(c, "proof", &id.to_string(), TRIES, now)).await?;
        if state.passwords.fits(form.text(FIELD).to_owned(), user.user.password_hash.clone()).await? {
            let session = user.session.id_hash.clone();
            state.db.write(move |c| accounts::note_proof(c, &session, now)).await?;
            return Ok(None);
        }
        problems = Problems::new(p, &[FieldProblem::new(FIELD, "proof-wrong")]);
    }
    let action = request.uri().path_and_query().map_or("", |path| path.as_str());
    let fields = form.pairs().filter(|(name, _)| *name != FIELD && *name != WHOSE).collect();
    let page = ProofPage { p: p.clone(), email: user.user.email.as_str(), action, fields, problems };
    Ok(Some(html_as(StatusCode::FORBIDDEN, &page)?))
}
