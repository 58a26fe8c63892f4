//! The instance as the checker reads it, under the terms of the certificate.

use std::collections::{BTreeMap, BTreeSet};

use super::super::certificate::Certificate;
use super::super::cut::{Cut, CutKind};
use super::super::draft::Pair;
use super::super::instance::Instance;
use super::super::terms::Terms;
use super::Fault;

/// The instance under the terms, as the checker reads them.
pub(super) struct Case<'a> {
    pub instance: &'a Instance,
    terms: &'a Terms,
    fixed: BTreeSet<Pair>,
    kept: BTreeSet<Pair>,
    dropped: BTreeSet<u32>,
}

impl<'a> Case<'a> {
    pub fn new(instance: &'a Instance, terms: &'a Terms) -> Self {
        let dropped: BTreeSet<u32> = terms.dropped.iter().copied().collect();
        let fixed = instance.locked().iter().chain(&terms.frozen).copied();
        let fixed = fixed.filter(|pair| !dropped.contains(&pair.1)).collect();
        Self { instance, terms, fixed, kept: terms.kept.iter().copied().collect(), dropped }
    }

    pub fn affinity(&self, pair: Pair) -> i128 {
        self.instance.affinity(pair).map_or(0, i128::from)
    }

    /// What a free pair counts for; fixed pairs are no choice and count for nothing.
    pub fn weight(&self, pair: Pair) -> i128 {
        if self.fixed.contains(&pair) { 0 } else { self.weight_of(pair, self.affinity(pair)) }
    }

    fn weight_of(&self, pair: Pair, affinity: i128) -> i128 {
        let scale = i128::try_from(self.terms.kept.len()).unwrap_or(i128::MAX - 1) + 1;
        if self.kept.contains(&pair) { (affinity + i128::from(self.terms.bonus)) * scale + 1 } else { affinity * scale }
    }

    fn bounds(&self, juror: u32) -> (u32, u32) {
        let spec = &self.instance.jurors()[juror as usize];
        if self.dropped.contains(&juror) {
            return (0, 0);
        }
        let most = self.terms.most.map_or(spec.max, |most| most.max(spec.min).min(spec.max));
        let least = self.terms.least.map_or(spec.min, |least| least.min(most).max(spec.min));
        (least, most)
    }

    /// The bounds that are left to the free pairs.
    fn free_bounds(&self) -> Vec<(i128, i128)> {
        let mut fixed = vec![0_i128; self.instance.jurors().len()];
        for &(_, juror) in &self.fixed {
            fixed[juror as usize] += 1;
        }
        let bounds = (0_u32..).zip(fixed).map(|(juror, fixed)| {
            let (least, most) = self.bounds(juror);
            ((i128::from(least) - fixed).max(0), (i128::from(most) - fixed).max(0))
        });
        bounds.collect()
    }

    fn free_needs(&self) -> Vec<i128> {
        let mut needs: Vec<i128> = self.instance.entries().iter().map(|entry| entry.need.into()).collect();
        for &(entry, _) in &self.fixed {
            needs[entry as usize] -= 1;
        }
        needs
    }

    /// The pairs of an entry that a plan may choose.
    pub fn free_row(&self, entry: u32) -> impl Iterator<Item = (u32, i64)> + '_ {
        self.instance.row(entry).filter(move |&(juror, affinity)| {
            !self.dropped.contains(&juror)
                && self.terms.floor.is_none_or(|floor| affinity >= floor)
                && !self.fixed.contains(&(entry, juror))
        })
    }

    pub fn check_loads(&self, plan: &BTreeSet<Pair>) -> Result<(), Fault> {
        let jurors = self.instance.jurors().len();
        let (mut loads, mut fixed) = (vec![0_u32; jurors], vec![0_u32; jurors]);
        for pair in plan {
            loads[pair.1 as usize] += 1;
        }
        for pair in &self.fixed {
            fixed[pair.1 as usize] += 1;
        }
        for (juror, found) in (0_u32..).zip(loads) {
            let (least, most) = self.bounds(juror);
            // What is locked or frozen stays, even above a limit asked of all.
            if found < least || found > most.max(fixed[juror as usize]) {
                return Err(Fault::Load { juror, found, least, most });
            }
        }
        Ok(())
    }

    pub fn check_pairs(&self, plan: &BTreeSet<Pair>) -> Result<(), Fault> {
        for &(entry, juror) in plan {
            if self.dropped.contains(&juror) {
                return Err(Fault::Dropped(juror));
            }
            let floor = self.terms.floor.filter(|_| !self.fixed.contains(&(entry, juror)));
            if let Some(floor) = floor.filter(|&floor| self.affinity((entry, juror)) < i128::from(floor)) {
                return Err(Fault::UnderFloor(entry, juror, floor));
            }
        }
        let missing = self.fixed.iter().find(|pair| !plan.contains(pair));
        missing.map_or(Ok(()), |&(entry, juror)| Err(Fault::FixedMissing(entry, juror)))
    }

    /// Every entry of the final plan has what it needs, and no more than bridges added.
    pub fn check_coverage(&self, pairs: &[Pair], extra: &BTreeMap<u32, u32>) -> Result<(), Fault> {
        let mut by_entry = vec![0_u32; self.instance.entries().len()];
        for pair in pairs {
            by_entry[pair.0 as usize] += 1;
        }
        for ((entry, spec), found) in (0_u32..).zip(self.instance.entries()).zip(by_entry) {
            let need = spec.need + extra.get(&entry).copied().unwrap_or(0);
            if found != need {
                return Err(Fault::Coverage { entry, found, need });
            }
        }
        Ok(())
    }

    /// The value of the prices: no plan can weigh more.
    pub fn dual(&self, certificate: &Certificate) -> i128 {
        let prices = &certificate.prices;
        let mut value = 0_i128;
        for ((entry, need), &own) in (0_u32..).zip(self.free_needs()).zip(&prices.entries) {
            value += need * i128::from(own);
            for (juror, affinity) in self.free_row(entry) {
                let weight = self.weight_of((entry, juror), affinity.into());
                let gain = weight - i128::from(prices.jurors[juror as usize]) - i128::from(own);
                value += gain.max(0);
            }
        }
        for ((least, most), &price) in self.free_bounds().into_iter().zip(&prices.jurors) {
            value += i128::from(price) * if price > 0 { most } else { least };
        }
        value
    }

    /// Does the cut show that these terms allow no plan?
    pub fn forbids(&self, cut: &Cut) -> bool {
        let inside: BTreeSet<u32> = cut.jurors.iter().copied().collect();
        if inside.iter().any(|&juror| juror as usize >= self.instance.jurors().len()) {
            return false;
        }
        let bounds = self.free_bounds();
        let within = inside.iter().map(|&juror| bounds[juror as usize]);
        let (mut forced, mut brought) = (0_i128, 0_i128);
        for (entry, need) in (0_u32..).zip(self.free_needs()) {
            let (mut near, mut elsewhere) = (0_i128, 0_i128);
            for (juror, _) in self.free_row(entry) {
                *if inside.contains(&juror) { &mut near } else { &mut elsewhere } += 1;
            }
            forced += (need - elsewhere).max(0);
            brought += near.min(need);
        }
        let (need, capacity) = match cut.kind {
            CutKind::TooFewPlaces => (forced, within.map(|bounds| bounds.1).sum()),
            CutKind::TooFewEntries => (within.map(|bounds| bounds.0).sum(), brought),
        };
        need > capacity && need == i128::from(cut.need) && capacity == i128::from(cut.capacity)
    }
}
