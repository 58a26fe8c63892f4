//! Rules and questions of the current edition, and what the rules said before.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::rules::{self, Paragraph};
use crate::domain::edition::Edition;
use crate::domain::rules_version::RulesVersion;
use crate::web::error::PageError;
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, markdown};

#[derive(Template)]
#[template(path = "public/rules.html")]
struct RulesPage {
    p: Page,
    edition: Option<Edition>,
    versions: Vec<RulesVersion>,
}

/// The page.
pub async fn show(p: Page, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let (edition, versions) = match state.db.read_public(rules::current).await? {
        Some((edition, versions)) => (Some(edition), versions),
        None => (None, Vec::new()),
    };
    let p = match &edition {
        Some(edition) => p.in_zone(edition.zone()),
        None => p,
    };
    html(&RulesPage { p, edition, versions })
}

#[derive(Template)]
#[template(path = "public/rules_version.html")]
struct VersionPage {
    p: Page,
    edition: Edition,
    version: RulesVersion,
    paragraphs: Vec<Paragraph>,
}

/// What changed from a version to the next.
pub async fn version(
    p: Page,
    path: Path<(String, String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (slug, language) = (path.1.clone(), p.language);
    let number = path.2.parse().map_err(|_| PageError::NotFound)?;
    let (edition, version, paragraphs) =
        state.db.read_public(move |c| rules::changes(c, &slug, number, language)).await?;
    html(&VersionPage { p: p.in_zone(edition.zone()), edition, version, paragraphs })
}
