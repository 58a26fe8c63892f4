//! Links with which journalists read the laureates before everybody else.

use chrono::{DateTime, Utc};

use super::ids::{EditionId, PressLinkId, UserId};

/// Most links of an edition that still work.
pub const MAX_LINKS: usize = 50;

/// A link for one newsroom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PressLink {
    /// Its id.
    pub id: PressLinkId,
    /// The edition.
    pub edition_id: EditionId,
    /// SHA-256 of the secret, in hex.
    pub hash: String,
    /// Whom it was given to.
    pub given_to: String,
    /// Who made it.
    pub created_by: UserId,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
}
