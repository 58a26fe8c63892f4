//! One pass of scoring, and what is scored.

use chrono::{DateTime, Utc};

use super::ids::{CriterionId, EditionId, RoundId};
use super::language::Localised;

crate::text_enum! {
    /// Where a round stands.
    pub enum RoundStatus {
        /// Being set up.
        Draft = "draft",
        /// Jurors score, between its dates.
        Open = "open",
        /// No score changes any more.
        Closed = "closed",
    }
}

crate::text_enum! {
    /// Which number ranks the entries. Fixed before the first score.
    pub enum RankingMethod {
        /// The mean of the scorecards, each the weighted mean of its criteria.
        WeightedMean = "weighted_mean",
        /// The same, corrected for severe and lenient jurors by the mixed model.
        Calibrated = "calibrated",
        /// Jurors put their first entries of each category in an order; the mean of the points decides.
        Borda = "borda",
        /// The same; whom an entry beats in duels decides, by the Schulze method.
        Schulze = "schulze",
    }
}

impl RankingMethod {
    /// Whether jurors put entries in an order instead of scoring them.
    pub fn is_ranked(self) -> bool {
        matches!(self, Self::Borda | Self::Schulze)
    }
}

/// The key of the one criterion of a round whose jurors put entries in an order. The scale of such a
/// round goes from 0 to how many places there are: the first place is worth as many points as there are
/// places, the last one point, an entry without a place none.
pub const PLACE: &str = "place";

/// Most places of a round whose jurors put entries in an order.
pub const MAX_PLACES: i32 = 10;

/// One pass of scoring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// The edition it belongs to.
    pub edition_id: EditionId,
    /// From 1, in order.
    pub position: i32,
    /// Its name.
    pub name: Localised,
    /// Where it stands.
    pub status: RoundStatus,
    /// First instant of scoring.
    pub opens_at: DateTime<Utc>,
    /// Last instant of scoring, inclusive.
    pub closes_at: DateTime<Utc>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// How many jurors score each entry.
    pub jurors_per_entry: i32,
    /// Least score a juror may give.
    pub scale_min: i32,
    /// Greatest score a juror may give.
    pub scale_max: i32,
    /// Which number ranks the entries.
    pub method: RankingMethod,
    /// Counts edits.
    pub version: i32,
    /// Keys of the criteria whose means separate equal scores, in order. Empty: equal is equal.
    pub tie_breaks: Vec<String>,
    /// How many places are honoured in each category: 1 to 20.
    pub winners: i32,
    /// Jurors don't learn who is behind an entry: no name of a startup, no address, no name of a file.
    pub hides_identity: bool,
    /// Once it is closed, jurors see the jury's score of the entries that they scored.
    pub shows_scores: bool,
    /// Once it is closed, jurors read what others wrote of the entries that they scored, without names.
    pub shows_comments: bool,
}

impl Round {
    /// Whether all entries that may be judged are in it. A later round has those that went on.
    pub fn is_first(&self) -> bool {
        self.position <= 1
    }

    /// Whether jurors put entries in an order instead of scoring them.
    pub fn is_ranked(&self) -> bool {
        self.method.is_ranked()
    }

    /// The points of a place, from 1, where jurors put entries in an order.
    pub fn points_of_place(&self, place: i32) -> Option<i32> {
        (1..=self.scale_max).contains(&place).then_some(self.scale_max + 1 - place)
    }

    /// The place that has so many points; none for no points.
    pub fn place_of_points(&self, points: i32) -> Option<i32> {
        (1..=self.scale_max).contains(&points).then_some(self.scale_max + 1 - points)
    }

    /// Whether jurors answer yes or no: its scale has these two steps.
    pub fn is_yes_no(&self) -> bool {
        (self.scale_min, self.scale_max) == (0, 1) && !self.is_ranked()
    }

    /// Whether a juror may write scores at this instant. The last instant is inclusive.
    pub fn takes_scores(&self, now: DateTime<Utc>) -> bool {
        self.status == RoundStatus::Open && now >= self.opens_at && now <= self.closes_at
    }

    /// Whether this whole score is on the scale.
    pub fn is_on_scale(&self, score: i32) -> bool {
        (self.scale_min..=self.scale_max).contains(&score)
    }
}

/// The round that work goes on in: the first that is not closed, else the last. Rounds are in their order.
pub fn current(rounds: &[Round]) -> Option<&Round> {
    rounds.iter().find(|round| round.status != RoundStatus::Closed).or(rounds.last())
}

/// What a juror scores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Its id.
    pub id: CriterionId,
    /// The round it belongs to.
    pub round_id: RoundId,
    /// Its stable word: `innovation`.
    pub key: String,
    /// Its name.
    pub name: Localised,
    /// What it looks at, in a sentence.
    pub description: Localised,
    /// Its weight in hundredths of a percent; the weights of a round sum to 10,000.
    pub weight_bp: i32,
    /// One sentence per step of the scale, from the lowest.
    pub anchors: Vec<Localised>,
    /// Its place in lists, from 1.
    pub position: i32,
}

/// The sum that the weights of a round must have.
pub const WEIGHT_SUM_BP: i32 = 10_000;
