//! Use cases: one function for each thing a person does.
//!
//! Each takes a connection, the actor and `now`; loads, asks the policy, takes the domain's step,
//! stores, queues mails and writes the log, all in the caller's one transaction.

pub mod accounts;
pub mod announcements;
pub mod answers;
pub mod assignments;
pub mod audit;
pub mod campaigns;
pub mod deliberation;
pub mod distinctions;
pub mod editions;
pub mod entries;
pub mod erasure;
pub mod error;
pub mod exports;
mod fingerprint;
pub mod gallery;
pub mod import;
pub mod invariants;
pub mod jury;
pub mod mail_texts;
pub mod organisations;
pub mod outbox;
pub mod practice;
pub mod presets;
pub mod press;
pub mod problems;
pub mod public;
pub mod results;
pub mod rounds;
pub mod rules;
pub mod scoring;
pub mod screening;
pub mod season;
pub mod site;
mod step;
pub mod storage;
pub mod tally;
pub mod uploads;

pub use error::{AppError, AppResult, FieldProblem};
pub use fingerprint::fingerprint;
pub use step::Step;
