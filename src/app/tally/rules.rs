//! The rules of a round as the tally states them.

use chrono::{DateTime, Utc};
use serde_json::json;

use crate::app::audit::{self, Event};
use crate::app::problems;
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::ids::{EarlierRulesId, UserId};
use crate::domain::round::{Criterion, RankingMethod, Round};
use crate::domain::tally::EarlierRules;
use crate::judging::tally::canonical::canonical;
use crate::judging::tally::lines::{CriterionRule, MethodRule, RankWithin, Rules};
use crate::store::{self, Conn};

/// Longest reason, in characters.
const REASON_LIMIT: usize = 1000;

/// The rules of a round as they stand, and those they replaced.
#[derive(Debug, Clone)]
pub struct RulesNow {
    /// SHA-256 of `text`.
    pub sha256: String,
    /// The rules in canonical JSON.
    pub text: String,
    /// Those that were replaced after scoring had begun, oldest first.
    pub earlier: Vec<EarlierRules>,
}

/// The rules of a round as they stand.
pub fn rules(c: &mut Conn, round: &Round) -> AppResult<RulesNow> {
    let criteria = store::rounds::list_criteria(c, round.id)?;
    let earlier = store::tallies::list_earlier_rules(c, round.id)?;
    let rules = rules_of(round, &criteria, version(&earlier));
    let value = serde_json::to_value(&rules).map_err(|e| AppError::Internal(e.to_string()))?;
    let text = canonical(&value).ok_or_else(|| AppError::Internal("rules hold a fraction".into()))?;
    Ok(RulesNow { sha256: rules.sha256(), text, earlier })
}

/// Whether scores are counted the same under both: a round and its criteria, before and after.
pub(in crate::app) fn counts_the_same(before: (&Round, &[Criterion]), after: (&Round, &[Criterion])) -> bool {
    rules_of(before.0, before.1, 1) == rules_of(after.0, after.1, 1)
}

/// Notes that the rules of a round were replaced though scores exist, and why: everybody reads it on
/// the method page, and the next tally names the rules that went before.
pub(in crate::app) fn replace_rules(
    c: &mut Conn,
    by: UserId,
    before: (&Round, &[Criterion]),
    reason: &str,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let reason = problems::reason(reason, REASON_LIMIT)?;
    let (round, criteria) = before;
    let version = version(&store::tallies::list_earlier_rules(c, round.id)?);
    let earlier = EarlierRules {
        id: EarlierRulesId::new(),
        round_id: round.id,
        version,
        sha256: rules_of(round, criteria, version).sha256(),
        reason: reason.clone(),
        replaced_by: by,
        replaced_at: now,
    };
    let after = json!({ "version": version + 1, "replaced": earlier.sha256, "reason": reason });
    store::tallies::insert_earlier_rules(c, earlier)?;
    let event = Event::new("rules.replaced", "round", round.id).edition(round.edition_id).after(after);
    audit::record(c, AuditActor::User(by), event, now)?;
    Ok(())
}

/// The number of the rules that follow these.
pub(super) fn version(earlier: &[EarlierRules]) -> i64 {
    earlier.last().map_or(1, |last| last.version + 1)
}

/// The rules that a round and its criteria make.
pub fn rules_of(round: &Round, criteria: &[Criterion], version: i64) -> Rules {
    Rules {
        version,
        criteria: criteria
            .iter()
            .map(|c| CriterionRule { key: c.key.clone(), weight: c.weight_bp.unsigned_abs() })
            .collect(),
        scale_min: 100 * i64::from(round.scale_min),
        scale_max: 100 * i64::from(round.scale_max),
        method: match round.method {
            RankingMethod::WeightedMean => MethodRule::WeightedMean,
            RankingMethod::Calibrated => MethodRule::Calibrated,
            RankingMethod::Borda => MethodRule::Borda,
            RankingMethod::Schulze => MethodRule::Schulze,
        },
        tie_breaks: round.tie_breaks.clone(),
        rank_within: RankWithin::Category,
        winners: round.winners.unsigned_abs(),
    }
}
