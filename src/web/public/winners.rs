//! Winners and finalists of an announced edition, and the page of each.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::public::{self, Laureate};
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::language::Language;
use crate::web::error::PageError;
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other, zellige};

/// The laureates of an edition. The same page serves the organisers' preview.
#[derive(Template)]
#[template(path = "public/winners.html")]
pub struct WinnersPage {
    /// What every page shows.
    pub p: Page,
    /// The edition; none when no edition was ever announced.
    pub edition: Option<Edition>,
    /// All announced editions, for the archive.
    pub editions: Vec<Edition>,
    /// The laureates.
    pub laureates: Vec<Laureate>,
    /// Shown before the announcement, to organisers only.
    pub is_preview: bool,
}

impl WinnersPage {
    fn winners(&self) -> impl Iterator<Item = &Laureate> {
        self.laureates.iter().filter(|l| l.is_winner())
    }

    /// The finalists, by category.
    fn finalists(&self) -> Vec<(&Category, Vec<&Laureate>)> {
        let mut groups: Vec<(&Category, Vec<&Laureate>)> = Vec::new();
        for laureate in self.laureates.iter().filter(|l| !l.is_winner()) {
            match groups.iter_mut().find(|(category, _)| category.id == laureate.category.id) {
                Some((_, group)) => group.push(laureate),
                None => groups.push((&laureate.category, vec![laureate])),
            }
        }
        groups
    }

    fn href(&self, laureate: &Laureate) -> String {
        let slug = self.edition.as_ref().map_or("", |e| e.slug.as_str());
        if self.is_preview {
            self.p.url(&format!("/organiser/{slug}/results/preview/{}", laureate.outcome.slug))
        } else {
            self.p.url(&format!("/editions/{slug}/winners/{}", laureate.outcome.slug))
        }
    }
}

/// The last announced edition.
pub async fn last(p: Page, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let newest = state.db.read(|c| public::announced(c).map(|all| all.into_iter().next())).await?;
    match newest {
        Some(edition) => Ok(see_other(p.url(&format!("/editions/{}/winners", edition.slug)))),
        None => html(&WinnersPage { p, edition: None, editions: Vec::new(), laureates: Vec::new(), is_preview: false }),
    }
}

/// One edition.
pub async fn index(p: Page, path: Path<(String, String)>, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let slug = path.into_inner().1;
    let (edition, laureates, editions) = state
        .db
        .read(move |c| {
            let (edition, laureates) = public::winners(c, &slug)?;
            Ok::<_, crate::app::AppError>((edition, laureates, public::announced(c)?))
        })
        .await?;
    let p = p.in_zone(edition.zone());
    html(&WinnersPage { p, edition: Some(edition), editions, laureates, is_preview: false })
}

/// The page of a laureate. The same page serves the organisers' preview.
#[derive(Template)]
#[template(path = "public/winner.html")]
pub struct WinnerPage {
    /// What every page shows.
    pub p: Page,
    /// The edition.
    pub edition: Edition,
    /// The laureate.
    pub laureate: Laureate,
    /// Shown before the announcement, to organisers only.
    pub is_preview: bool,
}

impl WinnerPage {
    fn summary(&self) -> (&str, Language) {
        let summary = &self.laureate.outcome.summary;
        if summary.is_empty() {
            (self.laureate.answer("pitch"), Language::French)
        } else {
            summary.pick(self.p.language)
        }
    }

    fn back(&self) -> String {
        if self.is_preview {
            self.p.url(&format!("/organiser/{}/results/preview", self.edition.slug))
        } else {
            self.p.url(&format!("/editions/{}/winners", self.edition.slug))
        }
    }

    fn kicker(&self) -> String {
        let outcome = if self.laureate.is_winner() { self.p.t("outcome-winner") } else { self.p.t("outcome-finalist") };
        format!("{outcome} · {} · {}", self.p.l(&self.laureate.category.name), self.edition.year)
    }
}

/// One laureate.
pub async fn show(
    p: Page,
    path: Path<(String, String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (_, slug, page) = path.into_inner();
    let (edition, laureate) = state.db.read(move |c| public::winner(c, &slug, &page)).await?;
    html(&WinnerPage { p: p.in_zone(edition.zone()), edition, laureate, is_preview: false })
}
