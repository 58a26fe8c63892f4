//! The juror's desk.

pub mod conflicts;
pub mod dashboard;
pub mod deliberation;
pub mod history;
pub mod home;
pub mod invitation;
pub mod preferences;
pub mod recuse;
pub mod review;
pub mod save;
pub mod scorecard;
mod sheet;
pub mod tally;

use super::page::Page;
use crate::domain::ids::AssignmentId;

/// The address of a scorecard, or of an act on it.
fn scorecard_url(p: &Page, edition: &str, id: AssignmentId, act: &str) -> String {
    p.url(&format!("/jury/{edition}/{id}{act}"))
}
