//! The objectives that come before total affinity: the worst pair as good as possible, and loads
//! as level as possible. Each is found exactly, by bisection over feasibility, and comes with
//! the cut that shows that one step further is impossible.

use super::cut::{self, Cut};
use super::instance::Instance;
use super::market::Market;
use super::network::Network;
use super::route;
use super::solve::SolveError;
use super::terms::Terms;

/// Is there a plan at all?
fn feasible(instance: &Instance, terms: &Terms) -> Result<Result<(), Cut>, SolveError> {
    let mut market = Market::new(instance, terms).ok_or(SolveError::Overflow)?;
    market.weight.fill(0);
    if let Some(cut) = cut::short_rows(&market) {
        return Ok(Err(cut));
    }
    let mut network = Network::open(&market, vec![0; market.jurors()]);
    let balanced = route::balance(&mut network);
    Ok(balanced.map_err(|_| cut::find(&market, &network)))
}

/// Set the floor to the highest affinity that every free pair can reach.
pub(super) fn raise_floor(instance: &Instance, terms: &mut Terms) -> Result<Option<Cut>, SolveError> {
    // Without kept pairs the weights are the affinities.
    let plain = Terms { kept: Vec::new(), bonus: 0, ..terms.clone() };
    let market = Market::new(instance, &plain).ok_or(SolveError::Overflow)?;
    let mut steps = market.weight.clone();
    steps.sort_unstable();
    steps.dedup();
    // No floor can be above what some entry gets from its last juror at best.
    let limits = (0..market.entries()).filter_map(|entry| last_at_best(&market, entry));
    let Some(limit) = limits.min() else { return Ok(None) };
    let at = |step: u32| Some(steps[step as usize]);
    let end = u32::try_from(steps.partition_point(|&step| step < limit)).unwrap_or(u32::MAX);
    let mut floor = Bisection { possible: 0, impossible: None };
    while let Some(probe) = floor.probe(end) {
        let result = feasible(instance, &Terms { floor: at(probe), ..plain.clone() })?;
        floor.learn(probe, result);
    }
    terms.floor = at(floor.possible);
    match (floor.impossible, steps.get(floor.possible as usize + 1)) {
        (Some((_, cut)), _) => Ok(Some(cut)),
        (None, Some(&next)) => Ok(feasible(instance, &Terms { floor: Some(next), ..plain })?.err()),
        (None, None) => Ok(None),
    }
}

fn last_at_best(market: &Market, entry: usize) -> Option<i64> {
    let need = market.need[entry] as usize;
    let mut row = market.weight[market.row(entry)].to_vec();
    if need == 0 || need > row.len() {
        return None;
    }
    Some(*row.select_nth_unstable_by(need - 1, |a, b| b.cmp(a)).1)
}

/// Lower the most that a juror gets, then raise the least, as far as possible.
pub(super) fn level_loads(instance: &Instance, terms: &mut Terms) -> Result<(Option<Cut>, Option<Cut>), SolveError> {
    let top = instance.jurors().iter().map(|juror| juror.max).max().unwrap_or(0);
    let mut most = Bisection { possible: top, impossible: None };
    while let Some(probe) = most.probe(0) {
        let result = feasible(instance, &Terms { most: Some(probe), ..terms.clone() })?;
        most.learn(probe, result);
    }
    terms.most = Some(most.possible);
    let mut least = Bisection { possible: 0, impossible: None };
    while let Some(probe) = least.probe(most.possible) {
        let result = feasible(instance, &Terms { least: Some(probe), ..terms.clone() })?;
        least.learn(probe, result);
    }
    terms.least = Some(least.possible);
    Ok((most.impossible.map(|(_, cut)| cut), least.impossible.map(|(_, cut)| cut)))
}

/// The best bound known to be possible, and the nearest known not to be.
struct Bisection {
    possible: u32,
    impossible: Option<(u32, Cut)>,
}

impl Bisection {
    /// The next bound to try on the way to `end`.
    fn probe(&self, end: u32) -> Option<u32> {
        match &self.impossible {
            Some((bound, _)) if bound.abs_diff(self.possible) <= 1 => None,
            Some((bound, _)) => Some(self.possible.midpoint(*bound)),
            None if self.possible == end => None,
            None => Some(end),
        }
    }

    fn learn(&mut self, probe: u32, result: Result<(), Cut>) {
        match result {
            Ok(()) => self.possible = probe,
            Err(cut) => self.impossible = Some((probe, cut)),
        }
    }
}

/// Refuse what has no plan at all before looking for the best limits.
pub(super) fn check(instance: &Instance, terms: &Terms) -> Result<(), SolveError> {
    feasible(instance, terms)?.map_err(|cut| SolveError::Infeasible(Box::new(cut)))
}
