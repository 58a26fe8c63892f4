//! The certificate of an entry, once winners are announced.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::entry::view_of;
use crate::app::{AppError, distinctions, public, tally};
use crate::documents::certificate::{self, Certificate};
use crate::store::Conn;
use crate::web::error::PageError;
use crate::web::extract::CurrentUser;
use crate::web::page::Page;
use crate::web::pdf_answer;
use crate::web::public::honours::{Honour, certificate_of};
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
    let (slug, entry, reference) = (view.edition.slug.clone(), view.entry.id, view.entry.reference.clone());
    let read = move |c: &mut Conn| {
        let (edition, laureates) = public::winners(c, &slug)?;
        let digest = tally::newest_digest(c, edition.id)?;
        let honour = match laureates.into_iter().find(|laureate| laureate.outcome.entry_id == entry) {
            Some(laureate) => {
                let distinction = distinctions::check_holds(c, &laureate)?;
                Some(Honour { edition, laureate, distinction, reference, digest: digest.clone() })
            }
            None => None,
        };
        Ok::<_, AppError>((honour, digest))
    };
    let (honour, digest) = state.db.read(read).await?;
    let (p, base) = (p.in_zone(view.edition.zone()), state.settings.server.public_url.as_str());
    let certificate = match honour {
        Some(honour) => certificate_of(&p, base, &honour),
        None => Certificate {
            edition: p.l(&view.edition.name).to_owned(),
            organisation: view.organisation.name.clone(),
            entry: view.entry.title.clone(),
            reference: view.entry.reference.clone(),
            distinction: p.t("certificate-competed"),
            day: p.day(&announced_at),
            digest,
            verify_url: format!("{base}{}", p.url("/verify")),
            record_url: String::new(),
        },
    };
    let language = p.language;
    pdf_answer::answer(&format!("certificate-{}", view.entry.reference), move || {
        certificate::pdf(language, &certificate)
    })
    .await
}
