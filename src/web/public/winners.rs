//! Winners and finalists of an announced edition, and the page of each.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::public::{self, Laureate};
use crate::app::{AppError, distinctions, season};
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::ids::DistinctionId;
use crate::domain::language::Language;
use crate::store::Conn;
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
    /// Where other sites find this one.
    pub base: String,
    /// Whether the season report is public.
    pub has_report: bool,
}

impl WinnersPage {
    /// What another site writes to show the list.
    fn embed_code(&self) -> String {
        let slug = self.edition.as_ref().map_or("", |edition| edition.slug.as_str());
        let address = format!("{}{}", self.base, self.p.url(&format!("/editions/{slug}/embed")));
        format!(
            "<iframe src=\"{address}\" width=\"100%\" height=\"480\" loading=\"lazy\" title=\"{}\"></iframe>",
            self.p.t("nav-winners")
        )
    }

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
    let newest = state.db.read_public(|c| public::announced(c).map(|all| all.into_iter().next())).await?;
    let base = state.settings.server.public_url.clone();
    match newest {
        Some(edition) => Ok(see_other(p.url(&format!("/editions/{}/winners", edition.slug)))),
        None => html(&WinnersPage {
            p,
            edition: None,
            editions: Vec::new(),
            laureates: Vec::new(),
            is_preview: false,
            base,
            has_report: false,
        }),
    }
}

/// One edition.
pub async fn index(p: Page, path: Path<(String, String)>, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let slug = path.into_inner().1;
    let (edition, laureates, editions, has_report) = state
        .db
        .read(move |c| {
            let (edition, laureates) = public::winners(c, &slug)?;
            let has_report = season::is_public(c, edition.id)?;
            Ok::<_, AppError>((edition, laureates, public::announced(c)?, has_report))
        })
        .await?;
    let p = p.in_zone(edition.zone());
    let base = state.settings.server.public_url.clone();
    html(&WinnersPage { p, edition: Some(edition), editions, laureates, is_preview: false, base, has_report })
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
    /// Where other sites find this one.
    pub base: String,
    /// Its signed record, in a preview and for what was announced before there were records: none.
    pub record: Option<DistinctionId>,
}

/// The address of a laureate's page, as other sites read it.
pub(super) fn address(base: &str, p: &Page, edition: &Edition, laureate: &Laureate) -> String {
    format!("{base}{}", p.url(&format!("/editions/{}/winners/{}", edition.slug, laureate.outcome.slug)))
}

/// What a laureate won.
pub(super) fn outcome_name(p: &Page, laureate: &Laureate) -> String {
    if laureate.is_winner() { p.t("outcome-winner") } else { p.t("outcome-finalist") }
}

/// What a laureate won, in which category and year.
pub(super) fn outcome_words(p: &Page, edition: &Edition, laureate: &Laureate) -> String {
    let outcome = outcome_name(p, laureate);
    format!("{outcome} · {} · {}", p.l(&laureate.category.name), edition.year)
}

impl WinnerPage {
    fn file(&self, name: &str) -> String {
        self.p.url(&format!("/editions/{}/winners/{}/{name}", self.edition.slug, self.laureate.outcome.slug))
    }

    fn url(&self) -> String {
        address(&self.base, &self.p, &self.edition, &self.laureate)
    }

    /// The address of its picture.
    fn card_url(&self) -> String {
        format!("{}/card.png", self.url())
    }

    /// What search engines read: the work, its maker, its award. Nothing in it can end the element that it
    /// stands in.
    fn json_ld(&self) -> String {
        let laureate = &self.laureate;
        let data = serde_json::json!({
            "@context": "https://schema.org",
            "@type": "CreativeWork",
            "name": laureate.snapshot.title,
            "url": self.url(),
            "image": self.card_url(),
            "description": self.summary().0,
            "inLanguage": self.p.language.as_str(),
            "creator": { "@type": "Organization", "name": laureate.snapshot.organisation_name },
            "award": format!("{} · {}", self.p.l(&self.edition.name), self.kicker()),
        });
        data.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
    }

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
        outcome_words(&self.p, &self.edition, &self.laureate)
    }
}

/// One laureate.
pub async fn show(
    p: Page,
    path: Path<(String, String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (_, slug, page) = path.into_inner();
    let read = move |c: &mut Conn| {
        let (edition, laureate) = public::winner(c, &slug, &page)?;
        let record = distinctions::id_of(c, &laureate)?;
        Ok::<_, AppError>((edition, laureate, record))
    };
    let (edition, laureate, record) = state.db.read_public(read).await?;
    let base = state.settings.server.public_url.clone();
    html(&WinnerPage { p: p.in_zone(edition.zone()), edition, laureate, is_preview: false, base, record })
}
