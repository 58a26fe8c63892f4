//! The gallery of an announced edition.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::gallery::{self, Gallery, PAGE, Shown};
use crate::domain::outcome::OutcomeKind;
use crate::web::error::PageError;
use crate::web::extract::Query;
use crate::web::organiser::pages::{Pages, query};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, zellige};

#[derive(Template)]
#[template(path = "public/gallery.html")]
struct GalleryPage {
    p: Page,
    found: Gallery,
    category: String,
    words: String,
    paging: Pages,
}

impl GalleryPage {
    fn categories(&self) -> Vec<(String, String)> {
        let line = |(category, count): &(crate::domain::category::Category, usize)| {
            (category.code.clone(), format!("{} ({count})", self.p.l(&category.name)))
        };
        self.found.categories.iter().map(line).collect()
    }

    fn tag(&self, shown: &Shown) -> String {
        match shown.outcome {
            Some((OutcomeKind::Winner, _)) => self.p.t("outcome-winner"),
            Some((OutcomeKind::Finalist, _)) => self.p.t("outcome-finalist"),
            None => String::new(),
        }
    }

    fn href(&self, shown: &Shown) -> String {
        match &shown.outcome {
            Some((_, slug)) => self.p.url(&format!("/editions/{}/winners/{slug}", self.found.edition.slug)),
            None => shown.website.clone(),
        }
    }

    fn clear_href(&self) -> String {
        let is_filtered = !self.category.is_empty() || !self.words.is_empty();
        if is_filtered { self.p.url(&format!("/editions/{}/gallery", self.found.edition.slug)) } else { String::new() }
    }
}

/// A page of it.
pub async fn show(
    p: Page,
    path: Path<(String, String)>,
    asked: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (slug, category, words) = (path.1.clone(), asked.text("category").to_owned(), asked.text("q").to_owned());
    let number = asked.parse::<usize>("page").unwrap_or(1).max(1);
    let (code, typed) = (category.clone(), words.clone());
    let found = state.db.read_public(move |c| gallery::page(c, &slug, &code, &typed, number)).await?;
    let at = |n: i64| {
        let number = if n == 1 { String::new() } else { n.to_string() };
        let pairs = [("category", category.as_str()), ("q", words.as_str()), ("page", number.as_str())];
        p.url(&format!("/editions/{}/gallery{}", path.1, query(&pairs)))
    };
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let paging = Pages::new(&p, count(found.total), count(PAGE), count(number), at);
    let p = p.in_zone(found.edition.zone());
    html(&GalleryPage { p, found, category, words, paging })
}
