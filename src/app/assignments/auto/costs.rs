//! What each wish costs: the total affinity of the best plan without it, less that of the plan.

use super::case::{Case, Standing};
use super::facts::Facts;
use super::propose::{Proposal, options};
use super::wishes::{KeepWish, Wishes};
use crate::app::{AppError, AppResult};
use crate::judging::assignment::{Connect, Options, Pair, solve};

/// A wish that may cost affinity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Loads as level as possible.
    Level,
    /// The worst pair as good as possible.
    Bottleneck,
    /// One jury.
    Connect,
    /// Little change against what is assigned.
    Prefer,
    /// Assignments in place that nobody has begun.
    Given,
    /// Assignments in place that were begun.
    Begun,
    /// Assignments in place that are scored.
    Scored,
}

/// The price of each wish that was made, in points of affinity, taken alone: the others stay. Each takes
/// another plan to find, so that only a page that shows prices asks for them.
pub fn costs(facts: &Facts, wishes: &Wishes, proposal: &Proposal) -> AppResult<Vec<(Wish, i64)>> {
    let case = Case::new(facts, &proposal.affinities, wishes);
    let bridges = proposal.bridges_cost();
    let before_bridges = proposal.plan.objective + bridges;
    let asked = Options { connect: Connect::Leave, ..options(&case, wishes) };
    let without = |options: Options, locked: Vec<Pair>| -> AppResult<i64> {
        let instance = case.instance(facts, locked)?;
        // Fewer wishes leave every plan possible that was.
        let plan = solve(&instance, &options).map_err(|error| AppError::Internal(error.to_string()))?;
        Ok(plan.objective - before_bridges)
    };
    let locked = case.locked(wishes);
    let mut costs = Vec::new();
    if wishes.level {
        costs.push((Wish::Level, without(Options { level: false, ..asked.clone() }, locked.clone())?));
    }
    if wishes.bottleneck {
        costs.push((Wish::Bottleneck, without(Options { bottleneck: false, ..asked.clone() }, locked.clone())?));
    }
    if wishes.connect {
        costs.push((Wish::Connect, bridges));
    }
    if wishes.keep == KeepWish::Prefer && !case.existing().is_empty() {
        costs.push((Wish::Prefer, without(Options { keep: None, ..asked.clone() }, locked.clone())?));
    }
    let groups = [(Wish::Given, Standing::Given), (Wish::Begun, Standing::Begun), (Wish::Scored, Standing::Scored)];
    for (wish, standing) in groups {
        let is_other = |pair: &&Pair| case.standing.get(pair).is_none_or(|s| *s != standing);
        let others: Vec<Pair> = locked.iter().filter(is_other).copied().collect();
        if others.len() < locked.len() {
            costs.push((wish, without(asked.clone(), others)?));
        }
    }
    Ok(costs)
}
