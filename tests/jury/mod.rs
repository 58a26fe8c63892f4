//! The jury: invitations, ties, assignments, scorecards, and what jurors must not see.

mod assignments;
pub mod award;
mod earlier;
mod invitations;
mod practice;
mod reminders;
mod review;
mod scoring;
mod secrecy;
mod tally;
