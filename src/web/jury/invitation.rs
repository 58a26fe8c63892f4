//! An invitation to a jury: who invites, what it takes, yes or no.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::app::jury::{self, Invited, Opened};
use crate::app::problems::password_problem;
use crate::app::{AppError, FieldProblem, accounts};
use crate::security::password;
use crate::web::account::{attempt, cookie, without_referrer};
use crate::web::error::PageError;
use crate::web::extract::{Form, Now, Visitor};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html_as, see_other};

/// How the person in front of the invitation may answer it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Visit {
    /// Signed in with the invited address.
    Invited,
    /// Not signed in, but the address has an account.
    SignInFirst,
    /// Not signed in, and the address has no account yet.
    NewAccount,
    /// Signed in as somebody else.
    SomebodyElse,
    /// It was answered.
    Answered,
}

#[derive(Template)]
#[template(path = "jury/invitation.html")]
struct InvitationPage {
    p: Page,
    invited: Invited,
    visit: Visit,
    hosts: String,
    deadline: String,
    charter: Vec<String>,
    base: String,
    sign_in: String,
    name: String,
    reason: String,
    charter_accepted: bool,
    problems: Problems,
}

/// The invitation of a link.
pub async fn show(
    path: Path<(String, String)>,
    p: Page,
    visitor: Visitor,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let status = StatusCode::OK;
    page(status, &path.1, p, &visitor, now, &state, &Form::default(), Problems::default()).await
}

/// Accepts: with the account of the invited address, or with a new one made right here.
pub async fn accept(
    path: Path<(String, String)>,
    p: Page,
    request: HttpRequest,
    visitor: Visitor,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let result = match &visitor.0 {
        Some(user) => {
            let (actor, link, charter) = (user.actor.clone(), path.1.clone(), form.has("charter"));
            let accepted = state.db.write(move |c| {
                let juror = jury::accept(c, &actor, &link, charter, now.0)?;
                Ok::<_, AppError>(crate::store::editions::get(c, juror.edition_id)?.slug)
            });
            accepted.await.map(|slug| (slug, None))
        }
        None => join(&path.1, &p, &request, &form, now, &state).await?,
    };
    match result {
        Ok((slug, session)) => {
            let mut response = see_other(p.url(&format!("/jury/{slug}/conflicts?done=accepted")));
            if let Some(secret) = session {
                let cookie = cookie(&state, Some(&secret));
                response.add_cookie(&cookie).map_err(|e| PageError::Internal(e.to_string()))?;
            }
            Ok(response)
        }
        Err(AppError::Invalid(problems)) => {
            let problems = Problems::new(&p, &problems);
            page(StatusCode::UNPROCESSABLE_ENTITY, &path.1, p, &visitor, now, &state, &form, problems).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Accepts with a new account, and signs in.
async fn join(
    link: &str,
    p: &Page,
    request: &HttpRequest,
    form: &Form,
    now: Now,
    state: &AppState,
) -> Result<Result<(String, Option<String>), AppError>, PageError> {
    let opened = link.to_owned();
    let Opened::Waiting(invited) = state.db.read(move |c| jury::open(c, &opened, now.0)).await? else {
        return Err(PageError::DeadLink);
    };
    let email = invited.juror.email.to_string();
    let typed = form.text("password").to_owned();
    if let Err(weak) = password::check(&typed, &email) {
        return Ok(Err(AppError::Invalid(vec![password_problem("password", weak)])));
    }
    if !form.has("charter") {
        return Ok(Err(AppError::Invalid(vec![FieldProblem::new("charter", "jury-problem-charter")])));
    }
    let hash = state.passwords.hash(typed).await.map_err(|e| PageError::Internal(e.to_string()))?;
    let (link, name, language) = (link.to_owned(), form.text("name").to_owned(), p.language);
    let (attempt, public_url) = (attempt(request, state, &email), state.settings.server.public_url.clone());
    let joined = state.db.write(move |c| {
        let (juror, user) = jury::accept_with_account(c, &link, &name, &hash, language, true, now.0)?;
        let session = accounts::sign_in(c, user, &attempt, &public_url, now.0)?;
        Ok::<_, AppError>((crate::store::editions::get(c, juror.edition_id)?.slug, session))
    });
    Ok(joined.await)
}

/// Declines, with a reason if the person likes.
pub async fn decline(
    path: Path<(String, String)>,
    p: Page,
    visitor: Visitor,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (link, reason) = (path.1.clone(), form.text("reason").to_owned());
    match state.db.write(move |c| jury::decline(c, &link, &reason, now.0)).await {
        Ok(_) => Ok(see_other(p.url(&format!("/jury/invitation/{}?done=declined", path.1)))),
        Err(AppError::Invalid(problems)) => {
            let problems = Problems::new(&p, &problems);
            page(StatusCode::UNPROCESSABLE_ENTITY, &path.1, p, &visitor, now, &state, &form, problems).await
        }
        Err(error) => Err(error.into()),
    }
}

#[allow(clippy::too_many_arguments)] // one request's worth of things
async fn page(
    status: StatusCode,
    link: &str,
    p: Page,
    visitor: &Visitor,
    now: Now,
    state: &AppState,
    form: &Form,
    problems: Problems,
) -> Result<HttpResponse, PageError> {
    let opened = link.to_owned();
    let (invited, is_answered) = match state.db.read(move |c| jury::open(c, &opened, now.0)).await? {
        Opened::Waiting(invited) => (*invited, false),
        Opened::Answered(invited) => (*invited, true),
    };
    let visit = match &visitor.0 {
        _ if is_answered => Visit::Answered,
        Some(user) if user.user.email == invited.juror.email => Visit::Invited,
        Some(_) => Visit::SomebodyElse,
        None if invited.has_account => Visit::SignInFirst,
        None => Visit::NewAccount,
    };
    let status = if visit == Visit::SomebodyElse { StatusCode::CONFLICT } else { status };
    let p = p.in_zone(invited.edition.zone());
    let base = p.url(&format!("/jury/invitation/{link}"));
    let next = percent_encoding::utf8_percent_encode(&base, percent_encoding::NON_ALPHANUMERIC);
    let name = form.get("name").unwrap_or(&invited.juror.name).to_owned();
    let view = InvitationPage {
        visit,
        hosts: invited.hosts.join(", "),
        deadline: p.day(&invited.deadline),
        charter: p.l(&invited.edition.charter).lines().filter(|l| !l.trim().is_empty()).map(str::to_owned).collect(),
        sign_in: p.url(&format!("/account/sign-in?next={next}")),
        base,
        name,
        reason: form.text("reason").to_owned(),
        charter_accepted: form.has("charter"),
        problems,
        invited,
        p,
    };
    Ok(without_referrer(html_as(status, &view)?))
}
