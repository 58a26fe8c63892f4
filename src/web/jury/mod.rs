//! The juror's desk.

pub mod conflicts;
pub mod dashboard;
pub mod deliberation;
pub mod history;
pub mod home;
pub mod invitation;
pub mod list;
pub mod order;
pub mod practice;
pub mod preferences;
pub mod recuse;
pub mod review;
pub mod save;
pub mod scorecard;
mod sheet;
pub mod tally;

use super::page::Page;
use crate::app::scoring::Queue;
use crate::domain::ids::AssignmentId;

/// The address of a scorecard, or of an act on it.
fn scorecard_url(p: &Page, edition: &str, id: AssignmentId, act: &str) -> String {
    p.url(&format!("/jury/{edition}/{id}{act}"))
}

/// The addresses of what is to be scored after an entry, in their order, with spaces between them: for the
/// device to keep.
fn rest(p: &Page, edition: &str, queue: &Queue, current: Option<AssignmentId>) -> String {
    let urls = queue.rest_after(current).take(KEPT).map(|item| scorecard_url(p, edition, item.id, ""));
    urls.collect::<Vec<_>>().join(" ")
}

/// How many entries a device keeps at most for when there is no network.
const KEPT: usize = 30;
