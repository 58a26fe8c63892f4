//! Use cases: one function for each thing a person does.
//!
//! Each takes a connection, the actor and `now`; loads, asks the policy, takes the domain's step,
//! stores, queues mails and writes the log, all in the caller's one transaction.

pub mod audit;
pub mod error;
pub mod outbox;

pub use error::{AppError, AppResult, FieldProblem};
