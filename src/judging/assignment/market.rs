//! The instance as the solver sees it: only the pairs that may be chosen, row by row.

use std::collections::BTreeSet;

use super::draft::Pair;
use super::instance::{Instance, fits, headroom};
use super::terms::Terms;

/// Which jurors each entry may still take, at what weight, and how much each juror may still
/// carry. Fixed pairs (locked or frozen) are already taken out; conflicts were never put in.
#[derive(Debug, Clone)]
pub(super) struct Market {
    /// Entry `e` owns the arcs `start[e]..start[e + 1]`.
    pub start: Vec<usize>,
    pub juror: Vec<u32>,
    pub weight: Vec<i64>,
    /// How many jurors each entry still needs.
    pub need: Vec<u32>,
    /// The fewest and the most entries each juror may still get.
    pub lo: Vec<i64>,
    pub hi: Vec<i64>,
}

impl Market {
    /// Nothing when the weights under these terms are too large to be summed.
    pub fn new(instance: &Instance, terms: &Terms) -> Option<Self> {
        let fixed = fixed_pairs(instance, terms);
        let dropped: BTreeSet<u32> = terms.dropped.iter().copied().collect();
        let mut need: Vec<u32> = instance.entries().iter().map(|entry| entry.need).collect();
        let mut fixed_load = vec![0_i64; instance.jurors().len()];
        for &(entry, juror) in &fixed {
            need[entry as usize] = need[entry as usize].saturating_sub(1);
            fixed_load[juror as usize] += 1;
        }
        let (lo, hi) = bounds(instance, terms, &dropped, &fixed_load);
        let weigh = Weigh::new(instance, terms)?;
        let mut start = Vec::with_capacity(need.len() + 1);
        let mut juror = Vec::with_capacity(instance.pair_count());
        let mut weight = Vec::with_capacity(instance.pair_count());
        let mut fixed = fixed.iter().copied().peekable();
        let mut kept = terms.kept.iter().copied().peekable();
        start.push(0);
        for entry in 0..need.len() {
            let entry = u32::try_from(entry).unwrap_or(u32::MAX);
            for (to, affinity) in instance.row(entry) {
                let pair = (entry, to);
                while fixed.next_if(|&other| other < pair).is_some() {}
                while kept.next_if(|&other| other < pair).is_some() {}
                let is_free = fixed.peek() != Some(&pair) && !dropped.contains(&to);
                if is_free && terms.floor.is_none_or(|floor| affinity >= floor) {
                    juror.push(to);
                    weight.push(weigh.weight(affinity, kept.peek() == Some(&pair))?);
                }
            }
            start.push(juror.len());
        }
        Some(Self { start, juror, weight, need, lo, hi })
    }

    pub fn entries(&self) -> usize {
        self.need.len()
    }

    pub fn jurors(&self) -> usize {
        self.lo.len()
    }

    pub fn row(&self, entry: usize) -> std::ops::Range<usize> {
        self.start[entry]..self.start[entry + 1]
    }

    /// The largest distance between two weights: no useful price is further from zero.
    pub fn spread(&self) -> i64 {
        let least = self.weight.iter().copied().min().unwrap_or(0);
        let most = self.weight.iter().copied().max().unwrap_or(0);
        most - least
    }

    /// The same market where jurors are known by another number: `to[old]` is the new one.
    pub fn renumbered(mut self, to: &[u32]) -> Self {
        for juror in &mut self.juror {
            *juror = to[*juror as usize];
        }
        let (lo, hi) = (self.lo.clone(), self.hi.clone());
        for (old, &new) in to.iter().enumerate() {
            self.lo[new as usize] = lo[old];
            self.hi[new as usize] = hi[old];
        }
        self
    }
}

/// The pairs that are not for the solver to choose: locked ones of jurors still there, and frozen
/// ones; sorted.
pub(super) fn fixed_pairs(instance: &Instance, terms: &Terms) -> Vec<Pair> {
    let all = instance.locked().iter().chain(&terms.frozen);
    let there = all.filter(|pair| !terms.dropped.contains(&pair.1));
    there.copied().collect::<BTreeSet<_>>().into_iter().collect()
}

fn bounds(instance: &Instance, terms: &Terms, dropped: &BTreeSet<u32>, fixed_load: &[i64]) -> (Vec<i64>, Vec<i64>) {
    let mut pairs = Vec::with_capacity(fixed_load.len());
    for (at, juror) in instance.jurors().iter().enumerate() {
        let load = fixed_load[at];
        if dropped.contains(&u32::try_from(at).unwrap_or(u32::MAX)) {
            pairs.push((0, 0));
            continue;
        }
        let (least, most) = terms.loads(juror);
        pairs.push(((i64::from(least) - load).max(0), (i64::from(most) - load).max(0)));
    }
    pairs.into_iter().unzip()
}

/// The weight of a pair: affinity and bonus first, then keeping the pair.
struct Weigh {
    bonus: i64,
    scale: i64,
    headroom: i64,
}

impl Weigh {
    fn new(instance: &Instance, terms: &Terms) -> Option<Self> {
        let needed = instance.entries().iter().try_fold(0_u32, |sum, entry| sum.checked_add(entry.need))?;
        Some(Self {
            bonus: terms.bonus,
            scale: i64::try_from(terms.kept.len()).ok()?.checked_add(1)?,
            headroom: headroom(needed, instance.jurors().len()),
        })
    }

    fn weight(&self, affinity: i64, is_kept: bool) -> Option<i64> {
        let kept = i64::from(is_kept);
        let weight = kept.checked_mul(self.bonus)?.checked_add(affinity)?;
        let weight = weight.checked_mul(self.scale)?.checked_add(kept)?;
        fits(weight, self.headroom).then_some(weight)
    }
}
