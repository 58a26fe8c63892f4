//! The mails that a development instance sent into its folder.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use actix_web::web::{Data, Path};
use askama::Template;

use crate::mail::folder::{self, FolderMail};
use crate::web::error::PageError;
use crate::web::extract::Query;
use crate::web::html;
use crate::web::middleware::CSP;
use crate::web::page::Page;
use crate::web::state::AppState;

/// Most mails on the page.
const LIMIT: usize = 200;

#[derive(Template)]
#[template(path = "development/mails.html")]
struct MailsPage {
    p: Page,
    words: String,
    mails: Vec<FolderMail>,
    count: usize,
}

/// The list, newest first.
pub async fn index(p: Page, query: Query, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    if !state.settings.shows_mail() {
        return Err(PageError::NotFound);
    }
    let words = query.text("q").to_owned();
    let folder = &state.settings.mail.folder;
    let (mails, count) = folder::list(folder, &words, LIMIT).map_err(|e| PageError::Internal(e.to_string()))?;
    html(&MailsPage { p, words, mails, count })
}

#[derive(Template)]
#[template(path = "development/mail.html")]
struct MailPage {
    p: Page,
    mail: FolderMail,
    lines: Vec<Line>,
}

/// A line of a mail: words, or a link of ours.
struct Line {
    text: String,
    link: bool,
}

fn find(state: &AppState, id: &str) -> Result<FolderMail, PageError> {
    if !state.settings.shows_mail() {
        return Err(PageError::NotFound);
    }
    folder::find(&state.settings.mail.folder, id).ok_or(PageError::NotFound)
}

/// One mail, its links clickable.
pub async fn show(p: Page, path: Path<(String, String)>, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let mail = find(&state, &path.1)?;
    let own = &state.settings.server.public_url;
    let lines = mail.text.lines().map(|l| Line { text: l.to_owned(), link: l.starts_with(own.as_str()) }).collect();
    let mut response = html(&MailPage { p, mail, lines })?;
    let policy = HeaderValue::from_str(&format!("{CSP}; frame-src 'self'"));
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy.map_err(|e| PageError::Internal(e.to_string()))?);
    Ok(response)
}

/// The HTML of a mail, shut in a frame: no script, no request, only its own styles. Its links lead
/// the whole window away, when a person follows them.
pub async fn show_html(path: Path<(String, String)>, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let mail = find(&state, &path.1)?;
    let policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; \
                  sandbox allow-top-navigation-by-user-activation";
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((CONTENT_SECURITY_POLICY, policy))
        .insert_header(("x-frame-options", "SAMEORIGIN"))
        .body(mail.html.replacen("<head>", "<head><base target=\"_top\">", 1)))
}
