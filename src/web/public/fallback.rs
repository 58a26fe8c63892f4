//! Addresses that no route knows.

use actix_web::http::header::{LOCATION, VARY};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, ResponseError};

use crate::web::error::PageError;
use crate::web::extract::language_of;
use crate::web::state::AppState;

/// First words of pages: typed without a language, they lead to the visitor's.
const KNOWN: &[&str] = &[
    "",
    "account",
    "entries",
    "jury",
    "organiser",
    "winners",
    "rules",
    "method",
    "editions",
    "legal",
    "pages",
    "records",
];

/// Adds the language to an address that lacks it; else there is no such page.
pub async fn show(request: HttpRequest) -> HttpResponse {
    let first = request.path().split('/').nth(1).unwrap_or_default();
    let is_language_alone = matches!(first, "fr" | "ar" | "en") && request.path().len() == 3;
    let is_get = matches!(request.method().as_str(), "GET" | "HEAD");
    if is_get && (is_language_alone || KNOWN.contains(&first)) {
        let target = if is_language_alone {
            format!("/{first}/")
        } else {
            format!("/{}{}", language_of(&request), request.uri().path_and_query().map_or("/", |pq| pq.as_str()))
        };
        return HttpResponse::SeeOther()
            .insert_header((LOCATION, target))
            .insert_header((VARY, "Accept-Language, Cookie"))
            .finish();
    }
    PageError::NotFound.error_response()
}

/// Browsers ask for it unasked.
pub async fn favicon() -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, crate::web::assets::url("favicon.svg"))).finish()
}

/// Crawlers: everything public is public; the rest needs an account anyway.
pub async fn robots(state: Data<AppState>) -> HttpResponse {
    let sitemap = format!("User-agent: *\nAllow: /\nSitemap: {}/sitemap.xml\n", state.settings.server.public_url);
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(sitemap)
}
