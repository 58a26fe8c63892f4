//! What a tally holds, one line a fact. The format is described in `docs/tally-format.md`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::canonical::{canonical, sha256};

/// The round that was counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundLine {
    pub edition: String,
    pub round: String,
    /// The instant of closing, in UTC.
    pub closed_at: String,
    /// Number and hash of the last event of the audit log before the count.
    pub audit_seq: i64,
    pub audit_head: String,
    /// SHA-256 of the rules in canonical form: the one published before the first score.
    pub rules_sha256: String,
}

/// How scores become a ranking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    pub version: i64,
    pub criteria: Vec<CriterionRule>,
    /// Lowest and highest mark, in hundredths.
    pub scale_min: i64,
    pub scale_max: i64,
    pub method: MethodRule,
    /// Keys of the criteria whose means separate equal scores, in order.
    pub tie_breaks: Vec<String>,
    pub rank_within: RankWithin,
    pub winners: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionRule {
    pub key: String,
    /// In basis points; the weights of a round make 10,000.
    pub weight: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MethodRule {
    WeightedMean,
    Calibrated,
    /// Jurors put entries in an order; the mean of their points decides.
    Borda,
    /// Jurors put entries in an order; whom an entry beats in duels decides.
    Schulze,
}

impl MethodRule {
    /// Whether jurors put entries in an order.
    pub fn is_ranked(self) -> bool {
        matches!(self, Self::Borda | Self::Schulze)
    }
}

/// Whether places are given in each category or over the whole round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RankWithin {
    Category,
    Round,
}

impl Rules {
    /// The hash shown on the method page before the first score.
    pub fn sha256(&self) -> String {
        // Rules hold text and 64-bit integers only, so they always have a canonical form.
        let text = serde_json::to_value(self).ok().and_then(|value| canonical(&value));
        sha256(text.unwrap_or_default().as_bytes())
    }
}

/// Rules that were replaced after scoring had begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlierRulesLine {
    pub version: i64,
    pub sha256: String,
    pub replaced_at: String,
}

/// A juror under a reference of this tally, and the commitment to who it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JurorLine {
    pub juror: String,
    pub commitment: String,
}

/// An entry, and the commitment to what was submitted and by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryLine {
    pub entry: String,
    pub category: String,
    pub commitment: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignmentLine {
    pub entry: String,
    pub juror: String,
    pub state: AssignmentState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssignmentState {
    /// Scored; the scorecard counts.
    Submitted,
    /// Never scored.
    Unscored,
    /// The juror stepped back; a scorecard, if any, is set aside.
    Recused,
    /// Withdrawn by the organiser; a scorecard, if any, is set aside.
    Withdrawn,
}

/// Marks in hundredths, in the order of the criteria.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScorecardLine {
    pub entry: String,
    pub juror: String,
    pub marks: Vec<Option<i64>>,
}

/// The fitted model of a calibrated ranking, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelLine {
    pub status: ModelStatus,
    /// Variance of entries and of jurors over the residual variance, twelve decimals.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ratios: Option<[String; 2]>,
    /// Mean, standard deviations and criterion, six decimals.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub estimates: Option<Estimates>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Estimates {
    pub reml_criterion: String,
    pub mu: String,
    pub sd_entry: String,
    pub sd_juror: String,
    pub sd_resid: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ModelStatus {
    Fitted,
    NoScores,
    OneEntry,
    AllEqual,
    OneJuror,
    NoRepeats,
    NoNoise,
    TooLarge,
}

/// What an entry got.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResultLine {
    pub entry: String,
    pub scorecards: u32,
    /// The exact plain mean, as a fraction in lowest terms.
    pub mean: Option<String>,
    /// What ranks, six decimals.
    pub score: Option<String>,
    /// Mean of each criterion, six decimals.
    pub criteria: Vec<Option<String>>,
    pub rank: Option<u32>,
    pub tied: bool,
    /// The criterion that separated this entry from one with the same score.
    pub tie_break: Option<String>,
}

/// One line of a tally.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    Round(RoundLine),
    Rules(Rules),
    EarlierRules(EarlierRulesLine),
    Juror(JurorLine),
    Entry(EntryLine),
    Assignment(AssignmentLine),
    Scorecard(ScorecardLine),
    Model(ModelLine),
    Result(ResultLine),
}

impl Line {
    /// The word the line begins with.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Round(_) => "round",
            Self::Rules(_) => "rules",
            Self::EarlierRules(_) => "earlier_rules",
            Self::Juror(_) => "juror",
            Self::Entry(_) => "entry",
            Self::Assignment(_) => "assignment",
            Self::Scorecard(_) => "scorecard",
            Self::Model(_) => "model",
            Self::Result(_) => "result",
        }
    }

    /// What an entry got, if the line says that.
    pub fn into_result(self) -> Option<ResultLine> {
        match self {
            Self::Result(line) => Some(line),
            _ => None,
        }
    }

    /// The line as `[kind, fields]`.
    pub fn to_value(&self) -> Result<Value, serde_json::Error> {
        let fields = match self {
            Self::Round(line) => serde_json::to_value(line),
            Self::Rules(line) => serde_json::to_value(line),
            Self::EarlierRules(line) => serde_json::to_value(line),
            Self::Juror(line) => serde_json::to_value(line),
            Self::Entry(line) => serde_json::to_value(line),
            Self::Assignment(line) => serde_json::to_value(line),
            Self::Scorecard(line) => serde_json::to_value(line),
            Self::Model(line) => serde_json::to_value(line),
            Self::Result(line) => serde_json::to_value(line),
        }?;
        Ok(Value::Array(vec![Value::from(self.kind()), fields]))
    }

    /// Reads `[kind, fields]`; `None` for anything else, a field too few included.
    pub fn from_value(value: &Value) -> Option<Self> {
        let line = Self::read(value)?;
        (line.to_value().ok()? == *value).then_some(line)
    }

    fn read(value: &Value) -> Option<Self> {
        let [Value::String(kind), fields] = value.as_array()?.as_slice() else {
            return None;
        };
        Some(match kind.as_str() {
            "round" => Self::Round(RoundLine::deserialize(fields).ok()?),
            "rules" => Self::Rules(Rules::deserialize(fields).ok()?),
            "earlier_rules" => Self::EarlierRules(EarlierRulesLine::deserialize(fields).ok()?),
            "juror" => Self::Juror(JurorLine::deserialize(fields).ok()?),
            "entry" => Self::Entry(EntryLine::deserialize(fields).ok()?),
            "assignment" => Self::Assignment(AssignmentLine::deserialize(fields).ok()?),
            "scorecard" => Self::Scorecard(ScorecardLine::deserialize(fields).ok()?),
            "model" => Self::Model(ModelLine::deserialize(fields).ok()?),
            "result" => Self::Result(ResultLine::deserialize(fields).ok()?),
            _ => return None,
        })
    }
}
