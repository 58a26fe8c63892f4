//! The independent checker: is this plan allowed, and is it optimal?
//!
//! It shares no code with the solver. It reads the plan once against the instance (every entry
//! served, every load within bounds, nothing forbidden, nothing missing), and the allowed pairs
//! once against the prices: when the dual value of the prices equals the worth of the plan, no
//! plan is worth more (weak duality of linear programming). Sums are taken in 128 bits.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use super::certificate::{CERTIFICATE_FORMAT, Certificate};
use super::cut::{Cut, CutKind};
use super::draft::Pair;
use super::instance::Instance;
use super::terms::Terms;

/// What is wrong with a plan or its certificate.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    #[error("the certificate is not in the format {CERTIFICATE_FORMAT}")]
    Format,
    #[error("the certificate has not one price for each entry and juror")]
    PriceCount,
    #[error("the certificate speaks of entry {0}, juror {1}, which is not an allowed pair")]
    UnknownPair(u32, u32),
    #[error("the certificate speaks of juror {0}, who is not there")]
    UnknownJuror(u32),
    #[error("entry {0}, juror {1} is not an allowed pair")]
    NotAllowed(u32, u32),
    #[error("entry {0}, juror {1} is in the plan twice")]
    Twice(u32, u32),
    #[error("juror {0} takes part no more, but is in the plan")]
    Dropped(u32),
    #[error("entry {0}, juror {1} must be in the plan, and is not")]
    FixedMissing(u32, u32),
    #[error("entry {entry} has {found} jurors where it needs {need}")]
    Coverage { entry: u32, found: u32, need: u32 },
    #[error("juror {juror} has {found} entries, outside {least} to {most}")]
    Load { juror: u32, found: u32, least: u32, most: u32 },
    #[error("entry {0}, juror {1} is under the floor of {2}")]
    UnderFloor(u32, u32, i64),
    #[error("the plan is worth {found}, but the certificate says {stated}")]
    Objective { found: i128, stated: i64 },
    #[error("bridge {0} does not match the plan")]
    Bridge(usize),
    #[error("not proven optimal: the plan weighs {primal}, the prices allow {dual}")]
    Gap { primal: i128, dual: i128 },
    #[error("not proven that the {0} could not be better")]
    Limit(&'static str),
}

/// Verify a plan against its certificate; returns the proven total affinity.
pub fn check(instance: &Instance, pairs: &[Pair], certificate: &Certificate) -> Result<i128, Fault> {
    check_shape(instance, certificate)?;
    let terms = &certificate.terms;
    let mut plan = BTreeSet::new();
    let mut objective = 0_i128;
    for &(entry, juror) in pairs {
        objective += i128::from(instance.affinity((entry, juror)).ok_or(Fault::NotAllowed(entry, juror))?);
        if !plan.insert((entry, juror)) {
            return Err(Fault::Twice(entry, juror));
        }
    }
    if objective != i128::from(certificate.objective) {
        return Err(Fault::Objective { found: objective, stated: certificate.objective });
    }
    let case = Case::new(instance, terms);
    case.check_loads(&plan)?;
    case.check_pairs(&plan)?;
    // Bridges come after the optimum: it is the plan without them that must be optimal.
    let extra = undo_bridges(&case, &mut plan, certificate)?;
    case.check_loads(&plan)?;
    case.check_pairs(&plan)?;
    case.check_coverage(pairs, &extra)?;
    let primal = plan.iter().map(|pair| case.weight(*pair)).sum();
    let dual = case.dual(certificate);
    if primal != dual {
        return Err(Fault::Gap { primal, dual });
    }
    check_limits(instance, certificate)?;
    Ok(objective)
}

fn check_shape(instance: &Instance, certificate: &Certificate) -> Result<(), Fault> {
    if certificate.format != CERTIFICATE_FORMAT {
        return Err(Fault::Format);
    }
    let prices = &certificate.prices;
    let counts = (prices.entries.len(), prices.jurors.len());
    if counts != (instance.entries().len(), instance.jurors().len()) {
        return Err(Fault::PriceCount);
    }
    let terms = &certificate.terms;
    if let Some(&juror) = terms.dropped.iter().find(|&&juror| juror as usize >= counts.1) {
        return Err(Fault::UnknownJuror(juror));
    }
    let pairs = terms.frozen.iter().chain(&terms.kept);
    let unknown = pairs.copied().find(|&pair| instance.affinity(pair).is_none());
    unknown.map_or(Ok(()), |(entry, juror)| Err(Fault::UnknownPair(entry, juror)))
}

/// Take the bridges back, last first; returns how many scorecards more each entry got by them.
fn undo_bridges(
    case: &Case<'_>,
    plan: &mut BTreeSet<Pair>,
    certificate: &Certificate,
) -> Result<BTreeMap<u32, u32>, Fault> {
    let mut extra: BTreeMap<u32, u32> = BTreeMap::new();
    for (at, bridge) in certificate.bridges.iter().enumerate().rev() {
        let sum = |pairs: &[Pair]| pairs.iter().map(|&pair| case.affinity(pair)).sum::<i128>();
        let is_whole = bridge.added.iter().all(|pair| plan.remove(pair))
            && bridge.removed.iter().all(|&pair| case.instance.affinity(pair).is_some() && plan.insert(pair));
        if !is_whole || sum(&bridge.removed) - sum(&bridge.added) != i128::from(bridge.cost) {
            return Err(Fault::Bridge(at));
        }
        if bridge.removed.is_empty() {
            for &(entry, _) in &bridge.added {
                *extra.entry(entry).or_default() += 1;
            }
        }
    }
    let mut by_entry = vec![0_u32; case.instance.entries().len()];
    for &(entry, _) in plan.iter() {
        by_entry[entry as usize] += 1;
    }
    for ((entry, spec), &found) in (0_u32..).zip(case.instance.entries()).zip(&by_entry) {
        if found != spec.need {
            return Err(Fault::Coverage { entry, found, need: spec.need });
        }
    }
    Ok(extra)
}

/// The instance under the terms, as the checker reads them.
struct Case<'a> {
    instance: &'a Instance,
    terms: &'a Terms,
    fixed: BTreeSet<Pair>,
    kept: BTreeSet<Pair>,
    dropped: BTreeSet<u32>,
}

impl<'a> Case<'a> {
    fn new(instance: &'a Instance, terms: &'a Terms) -> Self {
        let dropped: BTreeSet<u32> = terms.dropped.iter().copied().collect();
        let fixed = instance.locked().iter().chain(&terms.frozen).copied();
        let fixed = fixed.filter(|pair| !dropped.contains(&pair.1)).collect();
        Self { instance, terms, fixed, kept: terms.kept.iter().copied().collect(), dropped }
    }

    fn affinity(&self, pair: Pair) -> i128 {
        self.instance.affinity(pair).map_or(0, i128::from)
    }

    /// What a free pair counts for; fixed pairs are no choice and count for nothing.
    fn weight(&self, pair: Pair) -> i128 {
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
    fn free_row(&self, entry: u32) -> impl Iterator<Item = (u32, i64)> + '_ {
        self.instance.row(entry).filter(move |&(juror, affinity)| {
            !self.dropped.contains(&juror)
                && self.terms.floor.is_none_or(|floor| affinity >= floor)
                && !self.fixed.contains(&(entry, juror))
        })
    }

    fn check_loads(&self, plan: &BTreeSet<Pair>) -> Result<(), Fault> {
        let jurors = self.instance.jurors().len();
        let (mut loads, mut fixed) = (vec![0_u32; jurors], vec![0_u32; jurors]);
        plan.iter().for_each(|pair| loads[pair.1 as usize] += 1);
        self.fixed.iter().for_each(|pair| fixed[pair.1 as usize] += 1);
        for (juror, found) in (0_u32..).zip(loads) {
            let (least, most) = self.bounds(juror);
            // What is locked or frozen stays, even above a limit asked of all.
            if found < least || found > most.max(fixed[juror as usize]) {
                return Err(Fault::Load { juror, found, least, most });
            }
        }
        Ok(())
    }

    fn check_pairs(&self, plan: &BTreeSet<Pair>) -> Result<(), Fault> {
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
    fn check_coverage(&self, pairs: &[Pair], extra: &BTreeMap<u32, u32>) -> Result<(), Fault> {
        let mut by_entry = vec![0_u32; self.instance.entries().len()];
        pairs.iter().for_each(|pair| by_entry[pair.0 as usize] += 1);
        for ((entry, spec), found) in (0_u32..).zip(self.instance.entries()).zip(by_entry) {
            let need = spec.need + extra.get(&entry).copied().unwrap_or(0);
            if found != need {
                return Err(Fault::Coverage { entry, found, need });
            }
        }
        Ok(())
    }

    /// The value of the prices: no plan can weigh more.
    fn dual(&self, certificate: &Certificate) -> i128 {
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
    fn forbids(&self, cut: &Cut) -> bool {
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

/// The floor, the most and the least are each shown to be the best possible, in that order.
fn check_limits(instance: &Instance, certificate: &Certificate) -> Result<(), Fault> {
    let (terms, limits) = (&certificate.terms, &certificate.limits);
    let holds =
        |changed: Terms, cut: &Option<Cut>| cut.as_ref().is_some_and(|cut| Case::new(instance, &changed).forbids(cut));
    if let Some(floor) = terms.floor {
        let free = Terms { floor: None, most: None, least: None, ..terms.clone() };
        let case = Case::new(instance, &free);
        let entries = (0_u32..).zip(instance.entries()).map(|(entry, _)| entry);
        let above = entries.flat_map(|entry| case.free_row(entry)).map(|pair| pair.1).filter(|&a| a > floor);
        if let Some(next) = above.min()
            && !holds(Terms { floor: Some(next), ..free }, &limits.floor)
        {
            return Err(Fault::Limit("floor"));
        }
    }
    if let Some(most) = terms.most.filter(|&most| most > 0)
        && !holds(Terms { most: Some(most - 1), least: None, ..terms.clone() }, &limits.most)
    {
        return Err(Fault::Limit("highest load"));
    }
    if let Some(least) = terms.least.filter(|&least| terms.most.is_none_or(|most| least < most))
        && !holds(Terms { least: Some(least + 1), ..terms.clone() }, &limits.least)
    {
        return Err(Fault::Limit("lowest load"));
    }
    Ok(())
}

/// Verify that a cut shows an instance to have no plan under the terms.
pub fn check_cut(instance: &Instance, terms: &Terms, cut: &Cut) -> bool {
    Case::new(instance, terms).forbids(cut)
}
