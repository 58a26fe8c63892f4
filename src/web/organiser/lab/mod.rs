//! The organiser's desk: the results lab.

pub mod advice;
pub(in crate::web) mod dots;
pub mod entry;
pub mod jury;
pub mod ranking;
pub mod robustness;
mod words;

use std::sync::Arc;

use crate::domain::policy::OrganiserAct;
use crate::web::error::PageError;
use crate::web::extract::CurrentUser;
use crate::web::organiser::counts::Counted;
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::state::AppState;

/// Opens the desk and reads the round; while it is not closed, refused.
async fn open(state: &AppState, user: &CurrentUser, slug: &str) -> Result<(Desk, Arc<Counted>), PageError> {
    let counted = state.counts.round(state, user, slug).await?;
    counted.round.check_has_marks()?;
    Ok((Desk::open(user, slug, OrganiserAct::Decide, "results")?, counted))
}

/// The pages of the lab: address, words, and whether it is this one.
fn tabs(p: &Page, desk: &Desk, here: &str) -> Vec<(String, String, bool)> {
    let tab = |path: &str, key: &str| (desk.url(p, &format!("results/{path}")), p.t(key), path == here);
    vec![
        tab("lab", "lab-tab-ranking"),
        tab("lab/jury", "lab-tab-jury"),
        tab("lab/robustness", "lab-tab-robustness"),
        tab("lab/advice", "lab-tab-advice"),
    ]
}

/// The way back to the results.
fn crumbs(p: &Page, desk: &Desk) -> Vec<(String, String)> {
    vec![(desk.url(p, "results"), p.t("results-title"))]
}
