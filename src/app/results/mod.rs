//! The ranking of a closed round, and staged outcomes.
//!
//! While a round is open nobody sees a score but the juror who gave it: every function here asks
//! that the round is closed.

pub mod feedback;
pub mod lab;
mod ranking;
mod stage;

pub(super) use ranking::number;
pub use ranking::{CategoryRanking, RankedEntry, Results, results};
pub use stage::{MAX_FINALISTS, Staging, outcomes, stage, unstage};
