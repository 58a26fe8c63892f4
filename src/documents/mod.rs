//! Documents to keep: PDFs in three languages, shaped and broken into lines and pages.

pub mod badge;
pub mod book;
pub mod card;
pub mod certificate;
mod fonts;
pub mod minutes;
mod paper;
pub mod qr;
pub mod receipt;
pub mod scores;
pub mod season;
mod svg;
pub mod table;

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
#[error("document: {0}")]
pub struct DocumentError(String);
