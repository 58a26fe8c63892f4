//! What surrounds every request, outermost first: its id, its start, its log line, a net for
//! panics, the check against other sites, the security headers, the error page, compression.

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse, ResponseError};
use askama::Template;
use chrono::{DateTime, Utc};
use futures_util::FutureExt;
use tracing::Instrument;

use super::coding::{self, Coding};
use super::error::PageError;
use super::extract::{Form, Now};
use super::page::Page;
use super::state::AppState;
use crate::i18n::{Speaker, dates};

/// The id of a request: in its answer, its error page and each of its log lines.
#[derive(Debug, Clone)]
pub struct RequestId(pub String);

/// Carried by an answer to a program: an error among them keeps its own words.
#[derive(Debug, Clone, Copy)]
pub struct ForMachines;

/// What a page may load: files of ours. A page that needs more says so itself.
pub const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                   connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

/// Surrounds every request. See the module.
///
/// The request itself must not be kept across `next`: actix routes a request that has one owner.
pub async fn surround(mut request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse<BoxBody>, Error> {
    let state = request.app_data::<Data<AppState>>().cloned();
    let now = state.as_ref().map(|s| s.clock.now()).unwrap_or_default();
    let id = uuid::Uuid::now_v7().simple().to_string();
    request.extensions_mut().insert(Now(now));
    request.extensions_mut().insert(RequestId(id.clone()));
    let span =
        tracing::info_span!("request", id = %id, method = %request.method(), path = %without_secrets(request.path()));
    let page = Page::anonymous(request.request(), now);
    let began = std::time::Instant::now();
    let is_https = state.as_ref().is_some_and(|s| s.settings.server.public_url.starts_with("https://"));
    let packs = may_be_packed(request.headers());
    let is_foreign = state.as_ref().is_some_and(|s| !comes_from_here(request.request(), s));
    let finish = |answer: HttpResponse<BoxBody>| {
        let mut response = dress(page, answer, &id, now);
        if packs {
            response = packed(response);
        }
        protect(&mut response, &id, is_https);
        let milliseconds = began.elapsed().as_millis();
        span.in_scope(|| tracing::info!(status = response.status().as_u16(), milliseconds, "answered"));
        response
    };
    if is_foreign {
        // Nothing is done, and nothing is lost: the page shows what was typed, to be copied, never to be sent on.
        let typed = request.extract::<Form>().await.map(|form| form.prose()).unwrap_or_default();
        return Ok(request.into_response(finish(PageError::CrossSite(typed).error_response())));
    }
    match std::panic::AssertUnwindSafe(next.call(request)).catch_unwind().instrument(span.clone()).await {
        Ok(Ok(response)) => {
            let (request, answer) = response.into_parts();
            Ok(ServiceResponse::new(request, finish(answer)))
        }
        // The request is gone with the service that failed: the error carries the answer.
        Ok(Err(error)) => Err(InternalError::from_response("answered", finish(error.error_response())).into()),
        Err(panic) => {
            let error = PageError::Internal(describe(panic.as_ref()));
            Err(InternalError::from_response("panicked", finish(error.error_response())).into())
        }
    }
}

/// A path as the log may hold it: a secret link in a log opens the account of whoever it was sent to.
fn without_secrets(path: &str) -> String {
    let is_secret = |part: &str| part.len() >= 32 && part.bytes().all(|b| b.is_ascii_hexdigit());
    path.split('/').map(|part| if is_secret(part) { "…" } else { part }).collect::<Vec<_>>().join("/")
}

/// Whether a request that may change something was sent by one of our own pages: browsers say so
/// in `Sec-Fetch-Site`, older ones in `Origin`. Without either there is no proof.
fn comes_from_here(request: &HttpRequest, state: &AppState) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return true;
    }
    let text = |name: HeaderName| request.headers().get(name).and_then(|v| v.to_str().ok());
    match (text(HeaderName::from_static("sec-fetch-site")), text(header::ORIGIN)) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin == state.settings.server.public_url,
        (None, None) => false,
    }
}

fn describe(panic: &(dyn std::any::Any + Send)) -> String {
    let text =
        panic.downcast_ref::<&str>().map(|s| (*s).to_owned()).or_else(|| panic.downcast_ref::<String>().cloned());
    format!("a handler panicked: {}", text.unwrap_or_default())
}

/// Gives an error its page. Answers that have a body of their own stay as they are.
fn dress(page: Page, answer: HttpResponse<BoxBody>, id: &str, now: DateTime<Utc>) -> HttpResponse<BoxBody> {
    let carried = answer.extensions().get::<PageError>().cloned();
    let status = answer.status();
    let is_error = status.is_client_error() || status.is_server_error();
    let is_html = answer
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|v| v.as_bytes().starts_with(b"text/html") || v.as_bytes().starts_with(b"application/json"));
    if !is_error
        || answer.extensions().get::<ForMachines>().is_some()
        || (carried.is_none() && is_html && !matches!(answer.body().size(), BodySize::Sized(0) | BodySize::None))
    {
        return answer;
    }
    let error = carried.unwrap_or_else(|| PageError::of_status(status));
    match &error {
        PageError::Internal(cause) => tracing::error!(request = id, cause, "could not answer"),
        PageError::Unavailable(cause) => tracing::warn!(request = id, cause, "could not answer for now"),
        _ => {}
    }
    let kept = answer.headers().clone();
    let mut response = HttpResponse::build(error.status());
    for (name, value) in &kept {
        if !matches!(*name, header::CONTENT_TYPE | header::CONTENT_LENGTH) {
            response.append_header((name.clone(), value.clone()));
        }
    }
    if let PageError::TooMany(until) = &error {
        response.insert_header((header::RETRY_AFTER, (*until - now).num_seconds().max(1).to_string()));
    }
    response.content_type("text/html; charset=utf-8");
    match page_of(&error, page, id).render() {
        Ok(html) => response.body(html),
        Err(cause) => {
            tracing::error!(request = id, %cause, "the error page could not be rendered");
            response.body(String::new())
        }
    }
}

#[derive(Template)]
#[template(path = "errors/error.html")]
struct ErrorPage {
    p: Page,
    status: u16,
    title: String,
    text: String,
    /// What was typed into a form that was refused.
    typed: Vec<String>,
    request_id: String,
}

fn page_of(error: &PageError, p: Page, id: &str) -> ErrorPage {
    let status = error.status();
    let l = Speaker(p.language);
    let (title, text) = match error {
        PageError::CrossSite(_) => ("error-403-title", l.t("error-cross-site")),
        PageError::Refused { key, args } => ("error-409-title", l.m(key).args(args).to_string()),
        PageError::TooMany(until) => {
            ("error-429-title", l.m("error-429-text").arg("time", dates::time(*until, p.zone)).to_string())
        }
        _ => match status {
            StatusCode::FORBIDDEN => ("error-403-title", l.t("error-403-text")),
            StatusCode::NOT_FOUND => ("error-404-title", l.t("error-404-text")),
            StatusCode::METHOD_NOT_ALLOWED => ("error-405-title", l.t("error-405-text")),
            StatusCode::REQUEST_TIMEOUT => ("error-408-title", l.t("error-408-text")),
            StatusCode::GONE => ("error-410-title", l.t("error-410-text")),
            StatusCode::PAYLOAD_TOO_LARGE => ("error-413-title", l.t("error-413-text")),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => ("error-415-title", l.t("error-415-text")),
            StatusCode::UNPROCESSABLE_ENTITY => ("error-422-title", l.t("error-422-text")),
            StatusCode::SERVICE_UNAVAILABLE => ("error-503-title", l.t("error-503-text")),
            StatusCode::INTERNAL_SERVER_ERROR => ("error-500-title", l.t("error-500-text")),
            _ => ("error-400-title", l.t("error-400-text")),
        },
    };
    let shows_id = status.is_server_error();
    ErrorPage {
        status: status.as_u16(),
        title: l.t(title),
        text,
        typed: if let PageError::CrossSite(typed) = error { typed.clone() } else { Vec::new() },
        request_id: if shows_id { id.to_owned() } else { String::new() },
        p,
    }
}

/// Whether a page for one person may be sent compressed. How long a compressed page is tells whether what was
/// typed into its address also stands in it (BREACH); no page of ours holds a secret that forms depend on, but
/// many hold what only one person may know. So only where the browser says that the visit began on one of our
/// own pages or was typed by its user: then nobody else chose the address. Public pages hold no secrets, and are
/// compressed for everybody (see `public::shelf`).
fn may_be_packed(headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    matches!(site, Some(b"same-origin" | b"none")) && coding::accepts(coding::accepted(headers), Coding::Gzip)
}

/// A page in as few bytes as can be had quickly: for a phone the wait is longer than the work.
fn packed(answer: HttpResponse<BoxBody>) -> HttpResponse<BoxBody> {
    let is_html = answer.headers().get(header::CONTENT_TYPE).is_some_and(|v| v.as_bytes().starts_with(b"text/html"));
    let is_long = matches!(answer.body().size(), BodySize::Sized(size) if size >= coding::WORTH as u64);
    if !is_html || !is_long || answer.headers().contains_key(header::CONTENT_ENCODING) {
        return answer;
    }
    let (mut answer, body) = answer.into_parts();
    match body.try_into_bytes() {
        Ok(plain) => match coding::gzip(&plain, 1) {
            Some(bytes) => {
                answer.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
                answer.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Encoding, Sec-Fetch-Site"));
                answer.set_body(BoxBody::new(bytes))
            }
            None => answer.set_body(BoxBody::new(plain)),
        },
        Err(body) => answer.set_body(body),
    }
}

/// The headers that every answer has, errors and redirects too. An answer that set one itself
/// (a file, an asset) keeps its own.
fn protect(response: &mut HttpResponse<BoxBody>, id: &str, is_https: bool) {
    let headers = response.headers_mut();
    let mut set = |name: &'static str, value: &'static str| {
        let name = HeaderName::from_static(name);
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    set("content-security-policy", CSP);
    set("x-content-type-options", "nosniff");
    set("x-frame-options", "DENY");
    set("referrer-policy", "same-origin");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=()");
    set("cache-control", "no-store");
    if is_https {
        set("strict-transport-security", "max-age=63072000; includeSubDomains");
    }
    if let Ok(value) = HeaderValue::from_str(id) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
}

#[cfg(test)]
mod tests {
    use super::without_secrets;

    #[test]
    fn the_log_holds_no_secret_link() {
        let secret = crate::security::secret::random();
        assert_eq!(without_secrets(&format!("/fr/account/reset/{secret}")), "/fr/account/reset/…");
        assert_eq!(without_secrets(&format!("/fr/account/sessions/{secret}/end")), "/fr/account/sessions/…/end");
        let entry = "/fr/entries/0193a5f0-0000-7000-8000-000000000001";
        assert_eq!(without_secrets(entry), entry);
    }
}
