//! One type per kind of id, so that an entry's id is never taken for a juror's.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A fresh id, ordered by creation (UUID v7).
            #[allow(clippy::new_without_default)] // a new id is never a default value
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )*};
}

ids! {
    /// A person with an account.
    UserId,
    /// One year of the award.
    EditionId,
    /// What an entry competes in.
    CategoryId,
    /// A version of an edition's questionnaire.
    EntryFormId,
    /// The startup behind an entry.
    OrganisationId,
    /// One candidacy.
    EntryId,
    /// What was submitted, frozen.
    SnapshotId,
    /// What a draft said before.
    RevisionId,
    /// Somebody's part in an entry of another person.
    CollaboratorId,
    /// A code that opens an edition after its deadline.
    LateCodeId,
    /// A file attached to an entry.
    FileId,
    /// A pass of scoring.
    RoundId,
    /// What is proposed to a jury.
    MotionId,
    /// A ballot of a secret vote. Random, so that it tells nothing of when it was cast.
    BallotId,
    /// What a juror scores.
    CriterionId,
    /// A made-up entry that the whole jury scores.
    PracticeId,
    /// What an organiser wrote beside an entry.
    EntryNoteId,
    /// A list of entries as somebody likes it.
    EntryViewId,
    /// A link for a newsroom.
    PressLinkId,
    /// What rules said before.
    RulesVersionId,
    /// A wish to be forgotten.
    ErasureId,
    /// The signed record of an outcome.
    DistinctionId,
    /// A person on an edition's jury.
    JurorId,
    /// A tie between a juror and an organisation.
    ConflictId,
    /// A juror, an entry and a round.
    AssignmentId,
    /// A plan of assignments that was applied.
    AssignmentBatchId,
    /// A juror's sheet for an assignment.
    ScorecardId,
    /// What can be won.
    PrizeId,
    /// What an entry got.
    OutcomeId,
    /// The act that makes staged outcomes public.
    AnnouncementId,
    /// A mail that organisers write themselves.
    CampaignId,
    /// A mail waiting to be sent.
    MailId,
    /// A line of the log.
    AuditEventId,
    /// A link sent by mail.
    TokenId,
    /// Rules that were replaced.
    EarlierRulesId,
    /// A round as it was counted and signed.
    TallyId,
}
