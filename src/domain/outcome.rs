//! What an entry got, and the act that makes it public.

use chrono::{DateTime, Utc};

use super::ids::{AnnouncementId, EditionId, EntryId, OutcomeId, PrizeId, UserId};
use super::language::Localised;

crate::text_enum! {
    /// What an entry got.
    pub enum OutcomeKind {
        /// It won the prize.
        Winner = "winner",
        /// It came close, and may say so.
        Finalist = "finalist",
    }
}

/// What an entry got. `staged` is known to organisers; the public reads `published` only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Its id.
    pub id: OutcomeId,
    /// The edition.
    pub edition_id: EditionId,
    /// The prize.
    pub prize_id: PrizeId,
    /// The entry.
    pub entry_id: EntryId,
    /// What the organisers decided.
    pub staged: Option<OutcomeKind>,
    /// What the public reads.
    pub published: Option<OutcomeKind>,
    /// The jury's sentence.
    pub citation: Localised,
    /// What the project does, for the public, in each language.
    pub summary: Localised,
    /// Who staged it.
    pub staged_by: UserId,
    /// When.
    pub staged_at: DateTime<Utc>,
    /// The announcement that published it.
    pub announcement_id: Option<AnnouncementId>,
    /// The page of a winner: a word in URLs, unique in the edition.
    pub slug: String,
}

crate::text_enum! {
    /// Where an announcement stands.
    pub enum AnnouncementStatus {
        /// Waits for its instant.
        Scheduled = "scheduled",
        /// Done.
        Published = "published",
        /// Called off before its instant.
        Cancelled = "cancelled",
    }
}

/// The act that makes staged outcomes public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// Its id.
    pub id: AnnouncementId,
    /// The edition.
    pub edition_id: EditionId,
    /// Where it stands.
    pub status: AnnouncementStatus,
    /// The instant from which the public may know.
    pub embargo_at: DateTime<Utc>,
    /// Who ordered it.
    pub created_by: UserId,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it happened.
    pub published_at: Option<DateTime<Utc>>,
}
