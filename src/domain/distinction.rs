//! The signed record of what an entry was honoured with.

use chrono::{DateTime, Utc};

use super::ids::{DistinctionId, EditionId, OutcomeId, UserId};

/// The signed record of a published outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distinction {
    /// Its id, which stands in its address.
    pub id: DistinctionId,
    /// The edition.
    pub edition_id: EditionId,
    /// The outcome it tells of.
    pub outcome_id: OutcomeId,
    /// What was signed, in its only form.
    pub record: String,
    /// The public key, in hexadecimal.
    pub key: String,
    /// The signature, in hexadecimal.
    pub signature: String,
    /// When it was signed.
    pub issued_at: DateTime<Utc>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
    /// Who revoked it.
    pub revoked_by: Option<UserId>,
    /// Why, for everybody to read; empty while it holds.
    pub revoked_reason: String,
}

impl Distinction {
    /// Whether it holds.
    pub fn holds(&self) -> bool {
        self.revoked_at.is_none()
    }
}
