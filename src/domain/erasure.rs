//! A person's wish to be forgotten (law 09-08, GDPR article 17).

use chrono::{DateTime, Utc};

use super::ids::{ErasureId, UserId};

/// A wish to be forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasureRequest {
    /// Its id.
    pub id: ErasureId,
    /// Who asks.
    pub user_id: UserId,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// Who did it; none while it waits.
    pub done_by: Option<UserId>,
    /// When it was done.
    pub done_at: Option<DateTime<Utc>>,
}

/// Stands where a name was.
pub const NOBODY: &str = "—";

/// The address that stands where a person's was: it reaches nobody, and no two people share one.
pub fn nobodys_address(id: ErasureId) -> String {
    format!("{id}@erased.invalid")
}
