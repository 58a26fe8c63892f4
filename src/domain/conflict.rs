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
        /// Found by comparing names, addresses and answers, and confirmed by an organiser.
        Found = "found",
    }
}

crate::text_enum! {
    /// Why a tie between a juror and an organisation is suspected.
    pub enum SuspicionKind {
        /// The juror works for an organisation of that name.
        Organisation = "organisation",
        /// The juror and the applicant, or the startup's site, share a domain.
        Domain = "domain",
        /// The entry names the juror, or the place where the juror works.
        Named = "named",
        /// The tie was declared in another edition.
        Before = "before",
    }
}

/// A suspicion that an organiser looked into and found to be nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DismissedSuspicion {
    /// The juror.
    pub juror_id: JurorId,
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// Why a tie was suspected.
    pub kind: SuspicionKind,
    /// Who dismissed it.
    pub dismissed_by: UserId,
    /// When.
    pub dismissed_at: DateTime<Utc>,
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
