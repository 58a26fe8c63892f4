//! Documents to keep: PDFs in three languages, shaped and broken into lines and pages.

pub mod card;
pub mod certificate;
mod fonts;
pub mod minutes;
mod paper;
pub mod receipt;
pub mod scores;
pub mod season;
pub mod table;

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
#[error("document: {0}")]
pub struct DocumentError(String);
