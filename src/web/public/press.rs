//! The press kit, for whoever holds a link: found by no search engine, told to no other site.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderName, HeaderValue};
use actix_web::web::{self, Data, Path};
use askama::Template;

use super::card;
use super::winners::outcome_words;
use crate::app::press::{self, PressKit};
use crate::app::public::Laureate;
use crate::domain::language::Language;
use crate::files::archive::archive;
use crate::web::account::without_referrer;
use crate::web::error::PageError;
use crate::web::html;
use crate::web::page::Page;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "public/press.html")]
struct PressPage {
    p: Page,
    kit: PressKit,
    secret: String,
}

impl PressPage {
    fn kicker(&self, laureate: &Laureate) -> String {
        outcome_words(&self.p, &self.kit.edition, laureate)
    }

    fn embargo(&self) -> String {
        match &self.kit.embargo_at {
            Some(at) => {
                self.p.m("press-embargo").arg("time", self.p.instant(at)).arg("zone", self.p.zone_name()).to_string()
            }
            None => self.p.t("press-public"),
        }
    }

    fn archive(&self) -> String {
        self.p.url(&format!("/press/{}/kit.zip", self.secret))
    }
}

/// What no search engine keeps, as every answer is kept by no cache.
fn unkept(answer: HttpResponse) -> HttpResponse {
    let mut answer = without_referrer(answer);
    answer.headers_mut().insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    answer
}

async fn load(state: &AppState, secret: &str) -> Result<PressKit, PageError> {
    let secret = secret.to_owned();
    Ok(state.db.read(move |c| press::kit(c, &secret)).await?)
}

/// The page.
pub async fn show(p: Page, path: Path<(String, String)>, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let kit = load(&state, &path.1).await?;
    let p = p.in_zone(kit.edition.zone());
    html(&PressPage { p, kit, secret: path.1.clone() }).map(unkept)
}

/// What a release says of the laureates, in one language.
fn release(page: &PressPage) -> String {
    let p = &page.p;
    let mut lines = vec![p.l(&page.kit.edition.name).to_owned(), String::new(), page.embargo()];
    for laureate in &page.kit.laureates {
        let (outcome, snapshot) = (&laureate.outcome, &laureate.snapshot);
        let who = format!("{} — {}", snapshot.title, snapshot.organisation_name);
        lines.extend([String::new(), page.kicker(laureate), who]);
        for part in [&outcome.citation, &outcome.summary].into_iter().filter(|part| !part.is_empty()) {
            lines.push(p.l(part).to_owned());
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

/// The kit as an archive: a text for each language, and the picture of each laureate in each.
pub async fn kit(p: Page, path: Path<(String, String)>, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let kit = load(&state, &path.1).await?;
    let secret = path.1.clone();
    let name = format!("press-{}.zip", kit.edition.slug);
    let make = move || {
        let mut files = Vec::new();
        for language in Language::ALL {
            let p = Page { language: *language, ..p.clone() }.in_zone(kit.edition.zone());
            let page = PressPage { p, kit: kit.clone(), secret: secret.clone() };
            files.push((format!("{language}/release.txt"), release(&page).into_bytes()));
            for laureate in &kit.laureates {
                let png = card::draw(*language, &card::of(&page.p, &kit.edition, laureate))?;
                files.push((format!("{language}/{}.png", laureate.outcome.slug), png));
            }
        }
        archive(&files).map_err(|e| e.to_string())
    };
    let bytes = web::block(make).await.map_err(|e| PageError::Unavailable(e.to_string()))?;
    let answer = HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/zip"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(bytes.map_err(PageError::Internal)?);
    Ok(unkept(answer))
}
