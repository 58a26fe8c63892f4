//! The addresses of all public pages, in each language, for crawlers. Pages of laureates are there
//! once they are announced, as everywhere.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;

use crate::app::{AppError, public, season};
use crate::domain::language::Language;
use crate::store::Conn;
use crate::web::error::PageError;
use crate::web::state::AppState;

/// Pages that are always there.
const PAGES: &[&str] = &["/", "/rules", "/method", "/verify", "/legal"];

#[derive(Template)]
#[template(path = "public/sitemap.xml")]
struct Sitemap {
    base: String,
    paths: Vec<String>,
    languages: &'static [Language],
}

/// The sitemap.
pub async fn show(state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let read = |c: &mut Conn| {
        let mut reports = Vec::new();
        for edition in public::announced(c)? {
            if season::is_public(c, edition.id)? {
                reports.push(format!("/editions/{}/report", edition.slug));
            }
        }
        Ok::<_, AppError>((public::archive(c)?, reports))
    };
    let (archive, reports) = state.db.read_public(read).await?;
    let look = state.looks.get(&state.db).await?;
    let mut paths: Vec<String> = PAGES.iter().map(|&page| page.to_owned()).collect();
    paths.extend(look.pages.iter().map(|(slug, _)| format!("/pages/{slug}")));
    paths.extend(reports);
    for (edition, laureates) in archive {
        let winners = format!("/editions/{}/winners", edition.slug);
        paths.extend(laureates.iter().map(|laureate| format!("{winners}/{}", laureate.outcome.slug)));
        paths.push(winners);
        paths.push(format!("/editions/{}/gallery", edition.slug));
    }
    let sitemap = Sitemap { base: state.settings.server.public_url.clone(), paths, languages: Language::ALL };
    Ok(HttpResponse::Ok().content_type("application/xml; charset=utf-8").body(sitemap.render()?))
}
