//! The jury's deliberation: a room per round, motions, votes, decisions.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::ids::{CategoryId, EntryId, MotionId, PrizeId, RoundId, UserId};
use super::outcome::OutcomeKind;

crate::text_enum! {
    /// How a motion is voted on.
    pub enum Ballot {
        /// Everybody in the room sees who votes how.
        Open = "open",
        /// Only how many have voted, then the count. A secret vote is not taken back.
        Secret = "secret",
    }
}

crate::text_enum! {
    /// Where a motion stands.
    pub enum MotionStatus {
        /// It is voted on.
        Open = "open",
        /// More were for it than against.
        Adopted = "adopted",
        /// As many, or more, were against it.
        Rejected = "rejected",
        /// Taken back before it was decided.
        Withdrawn = "withdrawn",
        /// It was decided, and the decision was set aside: a motion that follows it is voted on.
        Reopened = "reopened",
    }
}

crate::text_enum! {
    /// A vote.
    pub enum Choice {
        /// For.
        For = "for",
        /// Against.
        Against = "against",
        /// Neither.
        Abstain = "abstain",
    }
}

/// The room in which a round is deliberated on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// The round.
    pub round_id: RoundId,
    /// Jurors see the room and vote. Paused, they don't.
    pub is_open: bool,
    /// The order that the jury talks about, as it was when the room was last opened.
    pub standings: Vec<Standing>,
    /// Who opened it last.
    pub opened_by: UserId,
    /// When.
    pub opened_at: DateTime<Utc>,
    /// Until when the point at hand is talked about.
    pub talk_until: Option<DateTime<Utc>>,
    /// Counts every act in the room.
    pub acts: i32,
}

/// An entry's place in the order of its category. Scores are in millionths of a point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The entry.
    pub entry: EntryId,
    /// Its category.
    pub category: CategoryId,
    /// Its place, from 1; none without a scorecard.
    pub rank: Option<u32>,
    /// The score of the round's method, which decides the place.
    pub score: Option<i64>,
    /// The score corrected for severe and lenient jurors, where there is a model.
    pub calibrated: Option<i64>,
    /// The ends of the interval that holds the corrected score with probability 90 %.
    pub interval: Option<(i64, i64)>,
    /// It can't be told from the next.
    pub is_close: bool,
}

/// What is proposed to the jury.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Motion {
    /// Its id.
    pub id: MotionId,
    /// The round whose room it is put in.
    pub round_id: RoundId,
    /// The category it is about.
    pub category_id: CategoryId,
    /// In words.
    pub text: String,
    /// The entry it is about. Who has a tie with it learns nothing of the motion.
    pub entry_id: Option<EntryId>,
    /// The prize that the entry gets when it is adopted.
    pub prize_id: Option<PrizeId>,
    /// What the entry gets of the prize.
    pub kind: Option<OutcomeKind>,
    /// How it is voted on.
    pub ballot: Ballot,
    /// How many must vote for a decision, at least 1.
    pub quorum: i32,
    /// Where it stands.
    pub status: MotionStatus,
    /// Who put it.
    pub put_by: UserId,
    /// When.
    pub put_at: DateTime<Utc>,
    /// Who closed the vote.
    pub decided_by: Option<UserId>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
    /// Why the jury decided so.
    pub reason: String,
    /// The motion whose decision was set aside for this one.
    pub follows: Option<MotionId>,
    /// Who asked to reopen the decision.
    pub reopen_by: Option<UserId>,
    /// Why.
    pub reopen_reason: String,
    /// Who agreed: another organiser where there is one.
    pub reopen_confirmed_by: Option<UserId>,
}

/// How a vote ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Votes for.
    pub favour: usize,
    /// Votes against.
    pub against: usize,
    /// Neither.
    pub abstain: usize,
}

impl Count {
    /// Of votes.
    pub fn of(votes: impl Iterator<Item = Choice>) -> Self {
        votes.fold(Self::default(), |mut count, vote| {
            match vote {
                Choice::For => count.favour += 1,
                Choice::Against => count.against += 1,
                Choice::Abstain => count.abstain += 1,
            }
            count
        })
    }

    /// How many have voted.
    pub fn cast(self) -> usize {
        self.favour + self.against + self.abstain
    }

    /// Whether the motion is adopted: more for than against. As many is not enough.
    pub fn is_carried(self) -> bool {
        self.favour > self.against
    }
}

/// How many of those who may vote must do so: more than half.
pub fn usual_quorum(entitled: usize) -> usize {
    entitled / 2 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_for_as_against_is_not_adopted_and_abstentions_decide_nothing() {
        let count = |votes: &[Choice]| Count::of(votes.iter().copied());
        assert!(!count(&[]).is_carried());
        assert!(!count(&[Choice::For, Choice::Against, Choice::Abstain]).is_carried());
        assert!(count(&[Choice::For, Choice::Abstain, Choice::Abstain]).is_carried());
        assert_eq!(count(&[Choice::For, Choice::Abstain]).cast(), 2);
    }

    #[test]
    fn a_quorum_is_more_than_half() {
        assert_eq!([1, 2, 3, 4, 5].map(usual_quorum), [1, 2, 2, 3, 3]);
    }
}
