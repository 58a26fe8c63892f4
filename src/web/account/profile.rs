//! One's own account: name, language, password, sessions.

use actix_web::HttpResponse;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::device;
use crate::app::problems::password_problem;
use crate::app::{AppError, FieldProblem, accounts, erasure};
use crate::domain::erasure::ErasureRequest;
use crate::domain::language::Language;
use crate::security::password;
use crate::security::session::Session;
use crate::store::Conn;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

/// Most tries to change the password in a quarter of an hour.
const PASSWORD_TRIES: i32 = 10;

#[derive(Template)]
#[template(path = "account/profile.html")]
struct ProfilePage {
    p: Page,
    name: String,
    email: String,
    language: Language,
    sessions: Vec<Session>,
    current: String,
    /// The wish to be forgotten that waits.
    erasure: Option<ErasureRequest>,
    problems: Problems,
}

impl ProfilePage {
    fn browser(&self, session: &Session) -> String {
        device::name(&self.p, &session.user_agent)
    }

    fn languages(&self) -> Vec<(String, String)> {
        Language::ALL.iter().map(|l| (l.to_string(), self.p.t(l.name_key()))).collect()
    }
}

async fn page(
    p: Page,
    user: &CurrentUser,
    now: Now,
    state: &AppState,
    problems: Problems,
) -> Result<ProfilePage, PageError> {
    let id = user.user.id;
    let read = move |c: &mut Conn| Ok::<_, AppError>((accounts::sessions(c, id, now.0)?, erasure::waiting(c, id)?));
    let (sessions, erasure) = state.db.read(read).await?;
    Ok(ProfilePage {
        p,
        name: user.user.name.clone(),
        email: user.user.email.to_string(),
        language: user.user.language,
        sessions,
        current: user.session.id_hash.clone(),
        erasure,
        problems,
    })
}

/// The page.
pub async fn show(p: Page, user: CurrentUser, now: Now, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, now, &state, Problems::default()).await?)
}

/// Name and language.
pub async fn update(
    p: Page,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (id, name) = (user.user.id, form.text("name").to_owned());
    let language = form.parse::<Language>("language").unwrap_or(user.user.language);
    let done = state
        .db
        .write(move |c| {
            accounts::rename(c, id, &name, now.0)?;
            accounts::speak(c, id, language)
        })
        .await;
    if let Err(AppError::Invalid(problems)) = done {
        let problems = Problems::new(&p, &problems);
        let mut again = page(p, &user, now, &state, problems).await?;
        form.text("name").clone_into(&mut again.name);
        return html_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
    }
    done?;
    let mut response = see_other(format!("/{language}/account/?done=saved"));
    let cookie = Cookie::build("language", language.as_str())
        .path("/")
        .same_site(SameSite::Lax)
        .secure(!state.settings.has_plain_cookies())
        .max_age(actix_web::cookie::time::Duration::days(365))
        .finish();
    response.add_cookie(&cookie).map_err(|e| PageError::Internal(e.to_string()))?;
    Ok(response)
}

/// The password: needs the current one.
pub async fn password(
    p: Page,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let id = user.user.id;
    // Somebody at a browser left open must not guess on.
    state.db.write(move |c| accounts::throttle(c, "password", &id.to_string(), PASSWORD_TRIES, now.0)).await?;
    let (current, typed) = (form.text("current").to_owned(), form.text("password").to_owned());
    let mut problems = Vec::new();
    if !state.passwords.fits(current, user.user.password_hash.clone()).await? {
        problems.push(FieldProblem::new("current", "account-wrong-current"));
    }
    if let Err(error) = password::check(&typed, user.user.email.as_str()) {
        problems.push(password_problem("password", error));
    }
    if !problems.is_empty() {
        let problems = Problems::new(&p, &problems);
        return html_as(StatusCode::UNPROCESSABLE_ENTITY, &page(p, &user, now, &state, problems).await?);
    }
    let hash = state.passwords.hash(typed).await?;
    let kept = user.session.id_hash.clone();
    state.db.write(move |c| accounts::change(c, id, hash.clone(), &kept, now.0)).await?;
    Ok(see_other(p.url("/account/?done=password-changed")))
}

/// Ends one session.
pub async fn end(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String)>,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (id, session) = (user.user.id, path.into_inner().1);
    state.db.write(move |c| accounts::end_session(c, id, &session, now.0)).await?;
    Ok(see_other(p.url("/account/?done=session-ended")))
}

/// Ends all other sessions.
pub async fn end_others(
    p: Page,
    user: CurrentUser,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (id, kept) = (user.user.id, user.session.id_hash.clone());
    state.db.write(move |c| accounts::end_other_sessions(c, id, &kept, now.0)).await?;
    Ok(see_other(p.url("/account/?done=sessions-ended")))
}
