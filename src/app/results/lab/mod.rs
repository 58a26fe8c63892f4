//! The results lab: what the scores of a closed round say, and how surely.
//!
//! [`load`] reads a round once, in the caller's transaction. Everything else is computed from what
//! it read, without the database: the caller does it where long work may be done.

mod advice;
mod entry;
mod jurors;
mod ranking;
mod robustness;
mod round;

pub use advice::{CategoryAdvice, advice};
pub use entry::{EntryCase, Neighbour, entry_case};
pub use jurors::{CriterionAgreement, JurorRow, Jury, jury};
pub use ranking::{Parts, Ranked, Rankings, rankings};
pub use robustness::{PodiumOf, Weaknesses, weaknesses};
pub use round::{LabEntry, ScoredRound, load};

use crate::app::AppError;
use crate::app::tally::threads;

/// Draws behind every probability of a place: the most, the least, and how many places they may
/// draw together, which is a few seconds of work.
const DRAWS: (usize, usize, usize) = (20_000, 4000, 20_000_000);
/// The seed of the draws: the same page twice shows the same numbers.
pub const SEED: u64 = 2027;

/// How many draws a round of so many entries gets.
fn draws(entries: usize) -> u32 {
    let (most, least, places) = DRAWS;
    u32::try_from((places / entries.max(1)).clamp(least, most)).unwrap_or(0)
}

/// A round that was counted can be computed again: a failure is ours.
fn broken(error: impl std::fmt::Display) -> AppError {
    AppError::Internal(format!("the lab can't compute a counted round: {error}"))
}
