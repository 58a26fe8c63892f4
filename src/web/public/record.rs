//! The signed record of a distinction: what it says, whether it holds, and the file to check by oneself.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path};
use askama::Template;

use super::winners::outcome_words;
use crate::app::distinctions;
use crate::app::public::Laureate;
use crate::domain::distinction::Distinction;
use crate::domain::edition::Edition;
use crate::domain::ids::DistinctionId;
use crate::judging::record::SignedRecord;
use crate::web::error::PageError;
use crate::web::extract::id;
use crate::web::html;
use crate::web::page::Page;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "public/record.html")]
struct RecordPage {
    p: Page,
    edition: Edition,
    distinction: Distinction,
    laureate: Laureate,
    /// The signature fits, and is of this platform's key.
    is_signed: bool,
}

impl RecordPage {
    fn kicker(&self) -> String {
        outcome_words(&self.p, &self.edition, &self.laureate)
    }

    fn file(&self) -> String {
        self.p.url(&format!("/records/{}/record.json", self.distinction.id))
    }

    /// How it is checked without this site.
    fn command(&self) -> String {
        format!("digital-awards verify --key {} record-{}.json", self.distinction.key, self.distinction.id)
    }

    fn winner(&self) -> String {
        self.p.url(&format!("/editions/{}/winners/{}", self.edition.slug, self.laureate.outcome.slug))
    }
}

fn signed(distinction: &Distinction) -> SignedRecord {
    let Distinction { record, key, signature, .. } = distinction.clone();
    SignedRecord { record, key, signature }
}

async fn load(state: &AppState, typed: &str) -> Result<(Edition, Distinction, Laureate), PageError> {
    let wanted = id::<DistinctionId>(typed)?;
    Ok(state.db.read(move |c| distinctions::find(c, wanted)).await?)
}

/// The page.
pub async fn show(p: Page, path: Path<(String, String)>, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let (edition, distinction, laureate) = load(&state, &path.1).await?;
    let is_signed = signed(&distinction).check(Some(&state.tally_key.public())).is_ok();
    html(&RecordPage { p: p.in_zone(edition.zone()), edition, distinction, laureate, is_signed })
}

/// The file, as long as it holds: a copy of it says nothing of a later revocation.
pub async fn file(path: Path<(String, String)>, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let (_, distinction, _) = load(&state, &path.1).await?;
    if !distinction.holds() {
        return Err(PageError::Refused { key: "record-refused-revoked", args: Vec::new() });
    }
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/json"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"record-{}.json\"", distinction.id)))
        .body(signed(&distinction).to_text()))
}
