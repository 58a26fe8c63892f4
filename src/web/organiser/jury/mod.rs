//! The organiser's desk: jury.

mod earlier;
mod invite;
mod juror;
mod list;
mod several;
pub mod suspicions;

pub use earlier::{earlier, invite_again};
pub use invite::{create, new};
pub use juror::{add_conflict, remove_conflict, resend, revoke, show};
pub use list::index;
pub use several::{several, several_create};

use crate::domain::juror::JurorStatus;
use crate::domain::language::Language;
use crate::web::page::Page;

/// A status in words, and its colour.
fn status_of(p: &Page, status: JurorStatus) -> (String, &'static str) {
    match status {
        JurorStatus::Invited => (p.t("jurors-status-invited"), "gold"),
        JurorStatus::Accepted => (p.t("jurors-status-accepted"), "ok"),
        JurorStatus::Declined => (p.t("jurors-status-declined"), "bad"),
        JurorStatus::Revoked => (p.t("jurors-status-revoked"), "plain"),
    }
}

/// The languages a person reads, each in its own name.
fn reads(p: &Page, languages: &[Language]) -> String {
    languages.iter().map(|language| p.t(language.name_key())).collect::<Vec<_>>().join(", ")
}
