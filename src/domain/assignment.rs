//! This juror scores this entry in this round. Never deleted.

use chrono::{DateTime, Utc};

use super::ids::{AssignmentBatchId, AssignmentId, EntryId, JurorId, RoundId, UserId};

crate::text_enum! {
    /// Where an assignment stands.
    pub enum AssignmentStatus {
        /// A plan that was not applied; jurors don't see it.
        Proposed = "proposed",
        /// The juror may begin.
        Assigned = "assigned",
        /// The juror has begun.
        Drafting = "drafting",
        /// The scorecard is in.
        Submitted = "submitted",
        /// The round is closed; nothing changes any more.
        Locked = "locked",
        /// The juror stepped back; the scorecard is set aside.
        Recused = "recused",
        /// An organiser took it back.
        Withdrawn = "withdrawn",
    }
}

/// An act on an assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssignmentAct {
    /// An organiser applies a plan.
    Apply,
    /// The juror saves a score or a comment.
    SaveDraft,
    /// The juror hands the scorecard in.
    Submit,
    /// The juror takes it back to change it.
    Reopen,
    /// The round closes.
    Lock,
    /// The round reopens.
    Unlock,
    /// The juror steps back.
    Recuse,
    /// An organiser takes it back.
    Withdraw,
}

impl AssignmentStatus {
    /// Where an act leads, or none where it is refused.
    pub fn after(self, act: AssignmentAct) -> Option<Self> {
        use AssignmentAct as Act;
        match (self, act) {
            (Self::Proposed | Self::Withdrawn, Act::Apply) => Some(Self::Assigned),
            (Self::Assigned | Self::Drafting, Act::SaveDraft) | (Self::Submitted, Act::Reopen) => Some(Self::Drafting),
            (Self::Submitted, Act::Lock) => Some(Self::Locked),
            (Self::Assigned | Self::Drafting, Act::Submit) | (Self::Locked, Act::Unlock) => Some(Self::Submitted),
            (Self::Assigned | Self::Drafting | Self::Submitted, Act::Recuse) => Some(Self::Recused),
            (Self::Proposed | Self::Assigned | Self::Drafting | Self::Submitted, Act::Withdraw) => {
                Some(Self::Withdrawn)
            }
            _ => None,
        }
    }

    /// Whether it is on the juror's list.
    pub fn is_visible_to_juror(self) -> bool {
        matches!(self, Self::Assigned | Self::Drafting | Self::Submitted | Self::Locked)
    }

    /// Whether it counts towards an entry's and a juror's load.
    pub fn counts(self) -> bool {
        self.is_visible_to_juror() || self == Self::Proposed
    }

    /// Whether its scorecard counts in the results.
    pub fn is_scored(self) -> bool {
        matches!(self, Self::Submitted | Self::Locked)
    }
}

/// This juror scores this entry in this round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Its id.
    pub id: AssignmentId,
    /// The round.
    pub round_id: RoundId,
    /// The entry.
    pub entry_id: EntryId,
    /// The juror.
    pub juror_id: JurorId,
    /// Where it stands.
    pub status: AssignmentStatus,
    /// Why it was recused or withdrawn.
    pub reason: Option<String>,
    /// Who made it.
    pub assigned_by: UserId,
    /// When.
    pub assigned_at: DateTime<Utc>,
    /// When its status last changed.
    pub changed_at: DateTime<Utc>,
}

/// A plan that was applied as one, and can be undone as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignmentBatch {
    /// Its id.
    pub id: AssignmentBatchId,
    /// The round.
    pub round_id: RoundId,
    /// The total affinity of the plan.
    pub objective: i64,
    /// The pairs that it added.
    pub added: Vec<(EntryId, JurorId)>,
    /// The pairs that it took back.
    pub removed: Vec<(EntryId, JurorId)>,
    /// Who applied it.
    pub applied_by: UserId,
    /// When.
    pub applied_at: DateTime<Utc>,
    /// Who undid it.
    pub undone_by: Option<UserId>,
    /// When.
    pub undone_at: Option<DateTime<Utc>>,
}
