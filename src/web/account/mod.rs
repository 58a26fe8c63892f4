//! Signing up, in and out; one's own account.

pub mod data;
mod device;
pub mod enter;
pub mod erasure;
pub mod forgot;
pub mod profile;
pub mod proof;
pub mod reset;
pub mod second;
pub mod second_factor;
pub mod sign_in;
pub mod sign_up;
pub mod verify;

use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header::{REFERRER_POLICY, USER_AGENT};
use actix_web::{HttpRequest, HttpResponse};

use super::error::PageError;
use super::extract::{Form, Now, session_cookie};
use super::state::AppState;
use crate::app::FieldProblem;
use crate::app::accounts::{self, Attempt};
use crate::app::problems::password_problem;
use crate::domain::text::EmailAddress;
use crate::domain::token::TokenKind;
use crate::domain::user::User;
use crate::security::client_address::client_address;
use crate::security::{password, secret};

/// Who tries, from where.
pub(in crate::web) fn attempt(request: &HttpRequest, state: &AppState, email: &str) -> Attempt {
    let header = |name| request.headers().get(name).and_then(|v| v.to_str().ok());
    // Some proxies append to the line that came in, others add a line: read as one, the last hop is theirs.
    let lines = request.headers().get_all("x-forwarded-for").filter_map(|line| line.to_str().ok());
    let forwarded = lines.collect::<Vec<_>>().join(",");
    let peer = request.peer_addr().map(|a| a.ip());
    let address = client_address(peer, &forwarded, &state.settings.server.trusted_proxies);
    Attempt {
        email: EmailAddress::parse(email).ok(),
        address: address.map(|a| a.to_string()).unwrap_or_default(),
        user_agent: header(USER_AGENT).unwrap_or_default().to_owned(),
        replaces: request.cookie(session_cookie(state)).map(|c| secret::hash(c.value())),
    }
}

/// The cookie of a session, or one that takes it away.
pub(in crate::web) fn cookie(state: &AppState, secret: Option<&str>) -> Cookie<'static> {
    let mut cookie = Cookie::build(session_cookie(state), secret.unwrap_or_default().to_owned())
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(!state.settings.has_plain_cookies())
        .finish();
    if secret.is_none() {
        cookie.make_removal();
    }
    cookie
}

/// The answer of a page whose address holds a secret: it must not travel in a `Referer`.
pub(in crate::web) fn without_referrer(mut response: HttpResponse) -> HttpResponse {
    let value = actix_web::http::header::HeaderValue::from_static("no-referrer");
    response.headers_mut().insert(REFERRER_POLICY, value);
    response
}

/// The account of a link that was sent by mail and still works.
async fn account_of(state: &AppState, kind: TokenKind, secret: &str, now: Now) -> Result<User, PageError> {
    let secret = secret.to_owned();
    Ok(state.db.read(move |c| accounts::account_of(c, kind, &secret, now.0)).await?)
}

/// The hash of the password that somebody chooses for an account, or what is wrong with it.
async fn chosen(state: &AppState, form: &Form, user: &User) -> Result<Result<String, FieldProblem>, PageError> {
    let typed = form.text("password").to_owned();
    if let Err(error) = password::check(&typed, user.email.as_str()) {
        return Ok(Err(password_problem("password", error)));
    }
    Ok(Ok(state.passwords.hash(typed).await?))
}

/// Where to go after signing in: only a path of our own, else nothing.
fn own_path(next: &str) -> Option<String> {
    let is_own = ["/fr/", "/ar/", "/en/"].iter().any(|prefix| next.starts_with(prefix))
        // Printable ASCII, as addresses are: anything else could not stand in a header.
        && next.chars().all(|c| c.is_ascii_graphic() && c != '\\')
        && !next.contains("//");
    is_own.then(|| next.to_owned())
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn only_own_paths_are_followed() {
        assert_eq!(own_path("/fr/entries/?x=1").as_deref(), Some("/fr/entries/?x=1"));
        for foreign in [
            "https://evil.example",
            "//evil.example",
            "/fr//evil",
            "/\\evil",
            "/fr/\\evil",
            "javascript:1",
            "",
            "/a/x",
            "/fr/\r\nset-cookie: a=b",
            "/fr/\u{e9}",
            "/fr/\u{1}",
            " /fr/",
        ] {
            assert_eq!(own_path(foreign), None, "{foreign}");
        }
    }
}
