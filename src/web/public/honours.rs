//! What a laureate shows elsewhere: the certificate and the badge. Public with the announcement, gone where the
//! distinction is revoked.

use actix_web::HttpResponse;
use actix_web::web::{self, Data, Path};

use super::card::picture;
use super::winners::outcome_name;
use crate::app::public::{self, Laureate};
use crate::app::{AppError, distinctions, tally};
use crate::documents::badge::{self, Badge};
use crate::documents::certificate::{self, Certificate};
use crate::domain::distinction::Distinction;
use crate::domain::edition::Edition;
use crate::files::first_page;
use crate::store::Conn;
use crate::web::error::PageError;
use crate::web::page::Page;
use crate::web::pdf_answer;
use crate::web::state::AppState;

/// What a certificate is made of.
pub struct Honour {
    /// The edition.
    pub edition: Edition,
    /// Who is honoured.
    pub laureate: Laureate,
    /// The signed record.
    pub distinction: Option<Distinction>,
    /// The reference of the entry.
    pub reference: String,
    /// The digest of the newest tally.
    pub digest: String,
}

/// Reads what a laureate shows; refused where it is revoked.
async fn load(state: &AppState, slug: &str, page: &str) -> Result<Honour, PageError> {
    let (slug, page) = (slug.to_owned(), page.to_owned());
    let read = move |c: &mut Conn| {
        let (edition, laureate) = public::winner(c, &slug, &page)?;
        let distinction = distinctions::check_holds(c, &laureate)?;
        let reference = public::reference(c, &laureate)?;
        let digest = tally::newest_digest(c, edition.id)?;
        Ok::<_, AppError>(Honour { edition, laureate, distinction, reference, digest })
    };
    Ok(state.db.read_public(read).await?)
}

/// What a certificate says.
pub fn certificate_of(p: &Page, base: &str, honour: &Honour) -> Certificate {
    let Honour { edition, laureate, distinction, reference, digest } = honour;
    let key = if laureate.is_winner() { "certificate-winner" } else { "certificate-finalist" };
    Certificate {
        edition: p.l(&edition.name).to_owned(),
        organisation: laureate.snapshot.organisation_name.clone(),
        entry: laureate.snapshot.title.clone(),
        reference: reference.clone(),
        distinction: p.m(key).arg("prize", p.l(&laureate.prize.name)).to_string(),
        day: edition.announced_at.map(|at| p.day(&at)).unwrap_or_default(),
        digest: digest.clone(),
        verify_url: format!("{base}{}", p.url("/verify")),
        record_url: distinction
            .as_ref()
            .map(|d| format!("{base}{}", p.url(&format!("/records/{}", d.id))))
            .unwrap_or_default(),
    }
}

/// The certificate.
pub async fn certificate(
    p: Page,
    path: Path<(String, String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let honour = load(&state, &path.1, &path.2).await?;
    let p = p.in_zone(honour.edition.zone());
    let certificate = certificate_of(&p, &state.settings.server.public_url, &honour);
    let language = p.language;
    pdf_answer::answer(&format!("certificate-{}", honour.reference), move || certificate::pdf(language, &certificate))
        .await
}

async fn badge_of(p: &Page, state: &AppState, slug: &str, page: &str) -> Result<Badge, PageError> {
    let honour = load(state, slug, page).await?;
    Ok(Badge {
        outcome: outcome_name(p, &honour.laureate),
        category: p.l(&honour.laureate.category.name).to_owned(),
        edition: p.l(&honour.edition.name).to_owned(),
    })
}

/// The badge as outlines.
pub async fn badge_svg(
    p: Page,
    path: Path<(String, String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let badge = badge_of(&p, &state, &path.1, &path.2).await?;
    let svg = badge::svg(p.language, &badge).map_err(|e| PageError::Internal(e.to_string()))?;
    Ok(picture("image/svg+xml", svg))
}

/// The badge as a picture.
pub async fn badge_png(
    p: Page,
    path: Path<(String, String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let badge = badge_of(&p, &state, &path.1, &path.2).await?;
    let language = p.language;
    let draw = move || {
        let pdf = badge::pdf(language, &badge).map_err(|e| e.to_string())?;
        first_page::draw_at(pdf, badge::SIZE.0).ok_or_else(|| "a badge could not be drawn".to_owned())
    };
    let png = web::block(draw).await.map_err(|e| PageError::Unavailable(e.to_string()))?;
    Ok(picture("image/png", png.map_err(PageError::Internal)?))
}
