//! What was announced, as an Atom feed: for the press.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use chrono::{DateTime, SecondsFormat, Utc};

use super::winners::{address, outcome_name};
use crate::app::public::{self, Laureate};
use crate::domain::edition::Edition;
use crate::web::error::PageError;
use crate::web::page::Page;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "public/feed.xml")]
struct Feed {
    p: Page,
    base: String,
    updated: DateTime<Utc>,
    archive: Vec<(Edition, Vec<Laureate>)>,
}

impl Feed {
    /// The address of a path, as it is read outside this site.
    fn url(&self, path: &str) -> String {
        format!("{}{}", self.base, self.p.url(path))
    }

    fn address(&self, edition: &Edition, laureate: &Laureate) -> String {
        address(&self.base, &self.p, edition, laureate)
    }

    fn outcome(&self, laureate: &Laureate) -> String {
        outcome_name(&self.p, laureate)
    }

    /// What the project does: the organisers' words, else the applicant's.
    fn summary<'a>(&self, laureate: &'a Laureate) -> &'a str {
        let summary = &laureate.outcome.summary;
        if summary.is_empty() { laureate.answer("pitch") } else { self.p.l(summary) }
    }

    /// An instant as feeds write it.
    fn instant(&self, at: &DateTime<Utc>) -> String {
        at.to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

/// The feed. Before the first announcement there is none.
pub async fn show(p: Page, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let archive = state.db.read_public(public::archive).await?;
    let newest = archive.iter().filter_map(|(edition, _)| edition.announced_at).max().ok_or(PageError::NotFound)?;
    let feed = Feed { base: state.settings.server.public_url.clone(), updated: newest, archive, p };
    Ok(HttpResponse::Ok().content_type("application/atom+xml; charset=utf-8").body(feed.render()?))
}
