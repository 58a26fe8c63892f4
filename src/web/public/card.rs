//! The picture of a laureate for social networks.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use actix_web::HttpResponse;
use actix_web::body::MessageBody;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};
use actix_web::web::{self, Bytes, Data, Path};

use super::winners::outcome_words;
use crate::app::public::{self, Laureate};
use crate::documents::card::{self, Card};
use crate::domain::edition::Edition;
use crate::domain::language::Language;
use crate::files::first_page;
use crate::web::error::PageError;
use crate::web::page::Page;
use crate::web::state::AppState;

/// How many pictures are kept: about 60 kB each.
const KEPT: usize = 100;

/// Pictures that were drawn, the newest last.
#[derive(Debug, Clone, Default)]
pub struct Cards(Arc<Mutex<VecDeque<(String, Bytes)>>>);

impl Cards {
    fn find(&self, key: &str) -> Option<Bytes> {
        let cards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        cards.iter().find(|(known, _)| known == key).map(|(_, png)| png.clone())
    }

    fn keep(&self, key: String, png: Bytes) {
        let mut cards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if cards.len() == KEPT {
            cards.pop_front();
        }
        cards.push_back((key, png));
    }
}

/// The picture, once the laureate is public: drawn when it is first asked for.
pub async fn show(
    p: Page,
    path: Path<(String, String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (_, slug, page) = path.into_inner();
    let (edition, laureate) = state.db.read_public(move |c| public::winner(c, &slug, &page)).await?;
    let language = p.language;
    let card = of(&p, &edition, &laureate);
    let key = card.fingerprint(language);
    let png = if let Some(png) = state.cards.find(&key) {
        png
    } else {
        let png = web::block(move || draw(language, &card)).await.map_err(|e| PageError::Unavailable(e.to_string()))?;
        let png = Bytes::from(png.map_err(PageError::Internal)?);
        state.cards.keep(key, png.clone());
        png
    };
    Ok(picture("image/png", png))
}

/// A picture that other sites may show, for a while only: it may be taken back.
pub(super) fn picture(media_type: &'static str, body: impl MessageBody + 'static) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, media_type))
        .insert_header((CACHE_CONTROL, "public, max-age=300"))
        .insert_header((HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"))
        .body(body)
}

/// What the card of a laureate says.
pub(super) fn of(p: &Page, edition: &Edition, laureate: &Laureate) -> Card {
    Card {
        kicker: outcome_words(p, edition, laureate),
        name: laureate.snapshot.title.clone(),
        organisation: laureate.snapshot.organisation_name.clone(),
        edition: p.l(&edition.name).to_owned(),
    }
}

/// Draws a card as a PNG.
pub(super) fn draw(language: Language, card: &Card) -> Result<Vec<u8>, String> {
    let pdf = card::pdf(language, card).map_err(|e| e.to_string())?;
    first_page::draw_at(pdf, card::SIZE.0).ok_or_else(|| "a card could not be drawn".to_owned())
}
