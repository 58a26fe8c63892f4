//! What an entry got, and the act that makes it public.

use chrono::{DateTime, TimeDelta, Utc};

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
        /// Ordered, and waits for a second organiser.
        Proposed = "proposed",
        /// Waits for its instant.
        Scheduled = "scheduled",
        /// Done.
        Published = "published",
        /// Called off before its instant.
        Cancelled = "cancelled",
        /// Was done, and taken back within [`TAKE_BACK`].
        TakenBack = "taken_back",
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
    /// The second organiser; none where the edition has one alone.
    pub confirmed_by: Option<UserId>,
    /// Who took it back.
    pub taken_back_by: Option<UserId>,
}

/// How long an announcement can be taken back.
pub const TAKE_BACK: TimeDelta = TimeDelta::minutes(10);

impl Announcement {
    /// Until when it can be taken back; none of one that is not done.
    pub fn can_be_taken_back_until(&self) -> Option<DateTime<Utc>> {
        self.published_at.filter(|_| self.status == AnnouncementStatus::Published).map(|at| at + TAKE_BACK)
    }

    /// Whether it was ordered to happen as soon as it is confirmed.
    pub fn is_at_once(&self) -> bool {
        self.embargo_at <= self.created_at
    }
}
