//! A known tie between a juror and an organisation. It rules out every assignment between them.

use chrono::{DateTime, Utc};

use super::ids::{ConflictId, JurorId, OrganisationId, UserId};

crate::text_enum! {
    /// Who said that there is a tie.
    pub enum ConflictSource {
        /// The juror, before or while scoring.
        Juror = "juror",
        /// An organiser.
        Organiser = "organiser",
    }
}

/// A known tie between a juror and an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Its id.
    pub id: ConflictId,
    /// The juror.
    pub juror_id: JurorId,
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// What ties them, in words.
    pub reason: String,
    /// Who said so.
    pub source: ConflictSource,
    /// The person who entered it.
    pub created_by: UserId,
    /// When.
    pub created_at: DateTime<Utc>,
}
