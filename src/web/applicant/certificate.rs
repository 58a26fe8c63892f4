//! The certificate of an entry, once winners are announced.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::entry::view_of;
use crate::app::{AppError, public};
use crate::documents::certificate::{self, Certificate};
use crate::store::{self, Conn};
use crate::web::error::PageError;
use crate::web::extract::CurrentUser;
use crate::web::page::Page;
use crate::web::pdf_answer;
use crate::web::state::AppState;

/// The PDF. Before the announcement, and for an entry that did not compete: not found.
pub async fn pdf(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let view = view_of(&state, &user, &path.1).await?;
    let announced_at = view.edition.announced_at.filter(|_| view.entry.is_judgeable()).ok_or(PageError::NotFound)?;
    let (edition, slug) = (view.edition.id, view.edition.slug.clone());
    let read = move |c: &mut Conn| {
        let (_, laureates) = public::winners(c, &slug)?;
        let round = store::rounds::list(c, edition)?.pop();
        let seals = match round {
            Some(round) => store::tallies::list_seals(c, round.id)?,
            None => Vec::new(),
        };
        Ok::<_, AppError>((laureates, seals))
    };
    let (laureates, seals) = state.db.read(read).await?;
    let p = p.in_zone(view.edition.zone());
    let distinction = match laureates.iter().find(|laureate| laureate.outcome.entry_id == view.entry.id) {
        Some(laureate) if laureate.is_winner() => {
            p.m("certificate-winner").arg("prize", p.l(&laureate.prize.name)).to_string()
        }
        Some(laureate) => p.m("certificate-finalist").arg("prize", p.l(&laureate.prize.name)).to_string(),
        None => p.t("certificate-competed"),
    };
    let newest = seals.iter().max_by_key(|seal| seal.number);
    let certificate = Certificate {
        edition: p.l(&view.edition.name).to_owned(),
        organisation: view.organisation.name.clone(),
        entry: view.entry.title.clone(),
        reference: view.entry.reference.clone(),
        distinction,
        day: p.day(&announced_at),
        digest: newest.map(|seal| seal.digest.clone()).unwrap_or_default(),
        verify_url: format!("{}{}", state.settings.server.public_url, p.url("/verify")),
    };
    let language = p.language;
    pdf_answer::answer(&format!("certificate-{}", view.entry.reference), move || {
        certificate::pdf(language, &certificate)
    })
    .await
}
