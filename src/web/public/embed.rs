//! The winners of an edition in a frame of another site.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderName};
use actix_web::web::{Data, Path};
use askama::Template;

use super::winners::address;
use crate::app::public::{self, Laureate};
use crate::domain::edition::Edition;
use crate::web::error::PageError;
use crate::web::middleware::CSP;
use crate::web::page::Page;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "public/embed.html")]
struct EmbedPage {
    p: Page,
    edition: Edition,
    laureates: Vec<Laureate>,
    base: String,
}

impl EmbedPage {
    /// A page of the edition, as other sites read its address.
    fn outside(&self, path: &str) -> String {
        format!("{}{}", self.base, self.p.url(&format!("/editions/{}{path}", self.edition.slug)))
    }

    fn href(&self, laureate: &Laureate) -> String {
        address(&self.base, &self.p, &self.edition, laureate)
    }
}

/// The list, once it is public. The one page that other sites may show in a frame: it takes no input and
/// knows nobody.
pub async fn show(p: Page, path: Path<(String, String)>, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let slug = path.into_inner().1;
    let (edition, laureates) = state.db.read_public(move |c| public::winners(c, &slug)).await?;
    let page =
        EmbedPage { p: Page { who: None, ..p }, edition, laureates, base: state.settings.server.public_url.clone() };
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((CONTENT_SECURITY_POLICY, CSP.replace("frame-ancestors 'none'", "frame-ancestors *")))
        .insert_header((HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"))
        .body(page.render()?))
}
