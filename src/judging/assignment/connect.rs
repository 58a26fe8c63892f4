//! One jury, not several: scores can be compared only along chains of entries scored in common.
//!
//! When a plan leaves the jurors in several components, the cheapest single exchange that joins
//! two of them is made, and so on until one is left or nothing more is allowed.

use std::collections::BinaryHeap;

use serde::{Deserialize, Serialize};

use super::draft::Pair;
use super::instance::Instance;
use super::market::fixed_pairs;
use super::plan::{components, loads};
use super::terms::Terms;

/// How to join juries that have no entry in common.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Connect {
    /// Leave the optimum as it is.
    Leave,
    /// Exchange pairs: no entry gets more jurors, some affinity is lost.
    #[default]
    Swap,
    /// Ask for an extra scorecard: nothing is lost, someone works more.
    Extra,
}

/// One change made after the optimum.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bridge {
    /// Affinity lost by the change (an extra scorecard brings some: then it is negative).
    pub cost: i64,
    pub added: Vec<Pair>,
    pub removed: Vec<Pair>,
}

/// The cheapest changes found: nearly any of them joins two components, so a few are enough.
#[derive(Default)]
struct Cheapest(BinaryHeap<Bridge>);

impl Cheapest {
    const COUNT: usize = 4096;

    /// The lists are made only for a change that is cheap enough.
    fn offer(&mut self, cost: i64, pairs: impl FnOnce() -> (Vec<Pair>, Vec<Pair>)) {
        if self.0.len() == Self::COUNT {
            if self.0.peek().is_some_and(|dearest| dearest.cost <= cost) {
                return;
            }
            self.0.pop();
        }
        let (removed, added) = pairs();
        self.0.push(Bridge { cost, added, removed });
    }

    fn into_sorted_vec(self) -> Vec<Bridge> {
        self.0.into_sorted_vec()
    }
}

/// Join what can be joined; the pairs stay sorted.
pub(super) fn bridge(instance: &Instance, terms: &Terms, pairs: &mut Vec<Pair>, how: Connect) -> Vec<Bridge> {
    let mut bridges = Vec::new();
    if how == Connect::Leave {
        return bridges;
    }
    let count = |pairs: &[Pair]| components(instance.entries().len(), instance.jurors().len(), pairs).1;
    let mut left = count(pairs);
    while left > 1 {
        let choices = match how {
            Connect::Extra => extras(instance, terms, pairs),
            _ => exchanges(instance, terms, pairs),
        };
        let done = choices.into_sorted_vec().into_iter().find_map(|choice| {
            let changed = applied(pairs, &choice);
            let joined = count(&changed);
            (joined < left).then_some((choice, changed, joined))
        });
        let Some((choice, changed, joined)) = done else { break };
        bridges.push(choice);
        *pairs = changed;
        left = joined;
    }
    bridges
}

fn applied(pairs: &[Pair], bridge: &Bridge) -> Vec<Pair> {
    let kept = pairs.iter().filter(|pair| !bridge.removed.contains(pair));
    let mut changed: Vec<Pair> = kept.chain(&bridge.added).copied().collect();
    changed.sort_unstable();
    changed
}

/// The plan as the changes may see it.
struct Board<'a> {
    instance: &'a Instance,
    terms: &'a Terms,
    pairs: &'a [Pair],
    fixed: Vec<Pair>,
    loads: Vec<u32>,
    label: Vec<u32>,
}

impl<'a> Board<'a> {
    fn new(instance: &'a Instance, terms: &'a Terms, pairs: &'a [Pair]) -> Self {
        let (entries, jurors) = (instance.entries().len(), instance.jurors().len());
        let label = components(entries, jurors, pairs).0;
        let fixed = fixed_pairs(instance, terms);
        Self { instance, terms, pairs, fixed, loads: loads(jurors, pairs), label }
    }

    /// The pairs of an entry in the plan.
    fn of_entry(&self, entry: u32) -> &'a [Pair] {
        let from = self.pairs.partition_point(|pair| pair.0 < entry);
        let to = self.pairs.partition_point(|pair| pair.0 <= entry);
        &self.pairs[from..to]
    }

    fn allowed(&self, pair: Pair) -> Option<i64> {
        let affinity = self.instance.affinity(pair)?;
        let is_new = self.pairs.binary_search(&pair).is_err();
        let is_there = !self.terms.dropped.contains(&pair.1);
        let is_above = self.terms.floor.is_none_or(|floor| affinity >= floor);
        (is_new && is_there && is_above).then_some(affinity)
    }

    fn affinity(&self, pair: Pair) -> i64 {
        self.instance.affinity(pair).unwrap_or(0)
    }

    fn may_take(&self, juror: u32) -> bool {
        self.loads[juror as usize] < self.terms.loads(&self.instance.jurors()[juror as usize]).1
    }

    fn may_give(&self, juror: u32) -> bool {
        self.loads[juror as usize] > self.terms.loads(&self.instance.jurors()[juror as usize]).0
    }

    /// Every allowed new pair that would link an entry to jurors of another component.
    fn links(&self) -> Vec<Pair> {
        let mut links = Vec::new();
        for (entry, _) in (0_u32..).zip(self.instance.entries()) {
            let Some(&(_, here)) = self.of_entry(entry).first() else { continue };
            for (juror, _) in self.instance.row(entry) {
                let is_used = self.loads[juror as usize] > 0;
                let is_other = self.label[juror as usize] != self.label[here as usize];
                if is_used && is_other && self.allowed((entry, juror)).is_some() {
                    links.push((entry, juror));
                }
            }
        }
        links
    }
}

/// The cheapest extra scorecards that would link two components.
fn extras(instance: &Instance, terms: &Terms, pairs: &[Pair]) -> Cheapest {
    let board = Board::new(instance, terms, pairs);
    let mut choices = Cheapest::default();
    for link in board.links() {
        if board.may_take(link.1) {
            choices.offer(-board.affinity(link), || (vec![], vec![link]));
        }
    }
    choices
}

/// The cheapest moves of one entry to a juror of another component, alone or against an entry of
/// that juror, that everyone's loads allow.
fn exchanges(instance: &Instance, terms: &Terms, pairs: &[Pair]) -> Cheapest {
    let board = Board::new(instance, terms, pairs);
    let mut by_juror: Vec<Vec<u32>> = vec![Vec::new(); instance.jurors().len()];
    let is_free = |pair: &Pair| board.fixed.binary_search(pair).is_err();
    for &(entry, juror) in pairs.iter().filter(|pair| is_free(pair)) {
        by_juror[juror as usize].push(entry);
    }
    let mut choices = Cheapest::default();
    for link in board.links() {
        let (entry, to) = link;
        for &given in board.of_entry(entry).iter().filter(|pair| is_free(pair)) {
            let cost = board.affinity(given) - board.affinity(link);
            if board.may_give(given.1) && board.may_take(to) {
                choices.offer(cost, || (vec![given], vec![link]));
            }
            for &other in &by_juror[to as usize] {
                let back = (other, given.1);
                if let Some(affinity) = board.allowed(back) {
                    let cost = cost + board.affinity((other, to)) - affinity;
                    choices.offer(cost, || (vec![given, (other, to)], vec![link, back]));
                }
            }
        }
    }
    choices
}
