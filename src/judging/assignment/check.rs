//! The independent checker: is this plan allowed, and is it optimal?
//!
//! It shares no code with the solver. It reads the plan once against the instance (every entry
//! served, every load within bounds, nothing forbidden, nothing missing), and the allowed pairs
//! once against the prices: when the dual value of the prices equals the worth of the plan, no
//! plan is worth more (weak duality of linear programming). Sums are taken in 128 bits.

mod case;

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use super::certificate::{CERTIFICATE_FORMAT, Certificate};
use super::cut::Cut;
use super::draft::Pair;
use super::instance::Instance;
use super::terms::Terms;
use case::Case;

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

/// What a verified certificate says: nothing weighs more than what the plan weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proof {
    /// Total affinity of the plan.
    pub objective: i128,
    /// What the pairs that were free to choose weigh, before any bridge.
    pub primal: i128,
    /// What no plan can exceed, by the prices. Equal to `primal`.
    pub dual: i128,
}

/// Verify a plan against its certificate; returns the proven total affinity.
pub fn check(instance: &Instance, pairs: &[Pair], certificate: &Certificate) -> Result<i128, Fault> {
    Ok(prove(instance, pairs, certificate)?.objective)
}

/// Verify a plan against its certificate; returns both sides of the proof.
pub fn prove(instance: &Instance, pairs: &[Pair], certificate: &Certificate) -> Result<Proof, Fault> {
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
    Ok(Proof { objective, primal, dual })
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
