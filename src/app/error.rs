//! What a use case may answer instead of doing what was asked.

use chrono::{DateTime, Utc};

use crate::domain::policy::Denied;
use crate::i18n::{Arg, Args};
use crate::store::{Retryable, StoreError};

/// Something wrong with one field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// The name of the field.
    pub field: String,
    /// The key of the message in the language files.
    pub key: &'static str,
    /// What the message needs.
    pub args: Args,
}

impl FieldProblem {
    /// A problem whose message needs nothing.
    pub fn new(field: impl Into<String>, key: &'static str) -> Self {
        Self { field: field.into(), key, args: Vec::new() }
    }

    /// Adds an argument of the message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// Why a use case did not do what was asked. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// It does not exist, or not for this person: the two look the same (404).
    #[error("not found")]
    NotFound,
    /// The person may know the thing but not do this (403).
    #[error("forbidden")]
    Forbidden,
    /// The form has problems; each has its field (422).
    #[error("invalid: {0:?}")]
    Invalid(Vec<FieldProblem>),
    /// The state of things forbids it: a message says why and what to do next (409).
    #[error("refused: {key}")]
    Refused {
        /// The key of the message in the language files.
        key: &'static str,
        /// What the message needs.
        args: Args,
    },
    /// Somebody else has changed it meanwhile (409).
    #[error("changed by somebody else")]
    Stale,
    /// A link that is used, dead or unknown (410).
    #[error("the link is dead")]
    DeadLink,
    /// Too many tries; again after this instant (429).
    #[error("too many tries until {0}")]
    TooMany(DateTime<Utc>),
    /// The database can't be reached or is full (503).
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// A bug or a broken machine (500). The cause goes to the log, never to the page.
    #[error("internal: {0}")]
    Internal(String),
    /// From the store, not translated yet.
    #[error(transparent)]
    Store(StoreError),
}

/// The result of a use case.
pub type AppResult<T> = Result<T, AppError>;

impl AppError {
    /// A refusal whose message needs nothing.
    pub fn refused(key: &'static str) -> Self {
        Self::Refused { key, args: Vec::new() }
    }

    /// One field's problem.
    pub fn field(field: &str, key: &'static str) -> Self {
        Self::Invalid(vec![FieldProblem::new(field, key)])
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound,
            StoreError::Stale => Self::Stale,
            StoreError::Unavailable(cause) => Self::Unavailable(cause),
            other => Self::Store(other),
        }
    }
}

impl From<Denied> for AppError {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Hidden => Self::NotFound,
            Denied::NeedsRole => Self::Forbidden,
            Denied::Competes => Self::refused("organiser-refused-competes"),
        }
    }
}

impl Retryable for AppError {
    fn is_retryable(&self) -> bool {
        matches!(self, Self::Store(error) if error.is_retryable())
    }
}
