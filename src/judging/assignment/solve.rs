//! From an instance to its optimal plan, objective after objective.

use thiserror::Error;

use super::certificate::{CERTIFICATE_FORMAT, Certificate, Limits, Prices};
use super::connect::{self, Connect};
use super::cut::{self, Cut};
use super::draft::Pair;
use super::instance::Instance;
use super::limits;
use super::market::{Market, fixed_pairs};
use super::network::Network;
use super::plan::{Plan, components, loads, objective};
use super::prices::opening_prices;
use super::terms::Terms;
use super::{refine, route};

/// What is wished beyond "every entry gets its jurors, total affinity as high as possible".
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Among equally good plans, another seed may give another one; the same seed, the same.
    pub seed: u64,
    /// First make the worst pair as good as possible.
    pub bottleneck: bool,
    /// First make loads as level as the jurors' own bounds allow.
    pub level: bool,
    /// An earlier plan to depart from as little as asked.
    pub keep: Option<Keep>,
    /// Jurors who take part no more.
    pub dropped: Vec<u32>,
    /// What to do when the optimum leaves juries that can't be compared.
    pub connect: Connect,
}

/// An earlier plan, and how dear it is.
#[derive(Debug, Clone)]
pub struct Keep {
    pub pairs: Vec<Pair>,
    pub how: Keeping,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Every pair that is still possible stays: only gaps are filled.
    Frozen,
    /// A change must gain more than this much affinity. With zero, only ties are decided by it.
    Bonus(i64),
}

#[derive(Debug, Error)]
pub enum SolveError {
    #[error("no plan gives every entry its jurors within everyone's loads")]
    Infeasible(Box<Cut>),
    #[error("affinities are too large to be summed without overflow")]
    Overflow,
    #[error("there is no juror {0} to drop")]
    UnknownJuror(u32),
}

/// The optimal plan, with its certificate.
pub fn solve(instance: &Instance, options: &Options) -> Result<Plan, SolveError> {
    let (mut terms, kept) = terms(instance, options)?;
    let mut limits = Limits::default();
    if options.bottleneck || options.level {
        limits::check(instance, &terms)?;
    }
    if options.bottleneck {
        limits.floor = limits::raise_floor(instance, &mut terms)?;
    }
    if options.level {
        (limits.most, limits.least) = limits::level_loads(instance, &mut terms)?;
    }
    let market = Market::new(instance, &terms).ok_or(SolveError::Overflow)?;
    let (mut pairs, prices) = optimum(market, options.seed)?;
    pairs.extend(fixed_pairs(instance, &terms));
    pairs.sort_unstable();
    let bridges = connect::bridge(instance, &terms, &mut pairs, options.connect);
    let certificate = Certificate {
        format: CERTIFICATE_FORMAT.to_owned(),
        objective: objective(instance, &pairs),
        terms,
        prices,
        bridges,
        limits,
    };
    Ok(describe(instance, pairs, kept.as_deref(), certificate))
}

/// Fill the gaps that dropped jurors leave in a plan, with all else in place.
pub fn repair(instance: &Instance, plan: &[Pair], dropped: &[u32], seed: u64) -> Result<Plan, SolveError> {
    let keep = Keep { pairs: plan.to_vec(), how: Keeping::Frozen };
    solve(instance, &Options { seed, keep: Some(keep), dropped: dropped.to_vec(), ..Options::default() })
}

/// The terms the options amount to, and the plan to compare with.
fn terms(instance: &Instance, options: &Options) -> Result<(Terms, Option<Vec<Pair>>), SolveError> {
    let mut dropped = options.dropped.clone();
    dropped.sort_unstable();
    dropped.dedup();
    if let Some(&juror) = dropped.iter().find(|&&juror| juror as usize >= instance.jurors().len()) {
        return Err(SolveError::UnknownJuror(juror));
    }
    let mut terms = Terms { dropped, ..Terms::default() };
    let Some(keep) = &options.keep else { return Ok((terms, None)) };
    let mut old = keep.pairs.clone();
    old.sort_unstable();
    old.dedup();
    let possible = old.iter().copied().filter(|&pair| instance.affinity(pair).is_some());
    let possible: Vec<Pair> = possible.filter(|pair| !terms.dropped.contains(&pair.1)).collect();
    match keep.how {
        Keeping::Frozen => terms.frozen = that_fit(instance, &terms, possible),
        Keeping::Bonus(bonus) => (terms.kept, terms.bonus) = (possible, bonus),
    }
    Ok((terms, Some(old)))
}

/// The pairs that needs and loads still have room for, next to the locked ones.
fn that_fit(instance: &Instance, terms: &Terms, pairs: Vec<Pair>) -> Vec<Pair> {
    let mut need: Vec<u32> = instance.entries().iter().map(|entry| entry.need).collect();
    let mut room: Vec<u32> = instance.jurors().iter().map(|juror| juror.max).collect();
    let fixed = fixed_pairs(instance, terms);
    for &(entry, juror) in &fixed {
        need[entry as usize] -= 1;
        room[juror as usize] -= 1;
    }
    let fits = |&(entry, juror): &Pair| {
        let (need, room) = (&mut need[entry as usize], &mut room[juror as usize]);
        let fits = *need > 0 && *room > 0 && fixed.binary_search(&(entry, juror)).is_err();
        *need -= u32::from(fits);
        *room -= u32::from(fits);
        fits
    };
    pairs.into_iter().filter(fits).collect()
}

/// The free pairs of an optimal plan and the prices that prove it.
fn optimum(market: Market, seed: u64) -> Result<(Vec<Pair>, Prices), SolveError> {
    if let Some(cut) = cut::short_rows(&market) {
        return Err(SolveError::Infeasible(Box::new(cut)));
    }
    let to = shuffled(market.jurors(), seed);
    let mut back = vec![0; to.len()];
    for (old, &new) in to.iter().enumerate() {
        back[new as usize] = u32::try_from(old).unwrap_or(u32::MAX);
    }
    let market = market.renumbered(&to);
    let opening = opening_prices(&market);
    let mut network = Network::open(&market, opening);
    refine::refine(&mut network, market.spread());
    if route::balance(&mut network).is_err() {
        let mut cut = cut::find(&market, &network);
        for juror in &mut cut.jurors {
            *juror = back[*juror as usize];
        }
        cut.jurors.sort_unstable();
        return Err(SolveError::Infeasible(Box::new(cut)));
    }
    drop(market);
    let mut pairs = Vec::with_capacity(network.slot_entry.len());
    for (slot, &entry) in (0_u32..).zip(&network.slot_entry) {
        let (_, arc) = network.slot_arc(slot);
        pairs.push((entry, back[network.juror[arc] as usize]));
    }
    let pool = network.rise[network.jurors];
    let prices = Prices {
        entries: network.margin.iter().map(|margin| margin + pool).collect(),
        jurors: to.iter().map(|&new| network.price(new as usize) - pool).collect(),
    };
    Ok((pairs, prices))
}

/// A permutation of the jurors: the seed's way of choosing among equally good plans. Seed 0
/// leaves the order alone.
fn shuffled(jurors: usize, seed: u64) -> Vec<u32> {
    let mut to: Vec<u32> = (0..u32::try_from(jurors).unwrap_or(u32::MAX)).collect();
    if seed != 0 {
        to.sort_by_cached_key(|&juror| (mix(seed ^ mix(juror.into())), juror));
    }
    to
}

/// The finaliser of SplitMix64 (Steele, Lea & Flood 2014).
fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

fn describe(instance: &Instance, pairs: Vec<Pair>, kept: Option<&[Pair]>, certificate: Certificate) -> Plan {
    let jurors = instance.jurors().len();
    let loads = loads(jurors, &pairs);
    let dropped = &certificate.terms.dropped;
    let there = (0..).zip(&loads).filter(|(juror, _)| !dropped.contains(juror)).map(|(_, &load)| load);
    let fixed = fixed_pairs(instance, &certificate.terms);
    let free = pairs.iter().filter(|pair| fixed.binary_search(pair).is_err());
    Plan {
        objective: certificate.objective,
        loads: (there.clone().min().unwrap_or(0), there.max().unwrap_or(0)),
        worst: free.filter_map(|&pair| instance.affinity(pair)).min(),
        components: components(instance.entries().len(), jurors, &pairs).1,
        changed: kept.map(|old| pairs.iter().filter(|pair| old.binary_search(pair).is_err()).count()),
        pairs,
        certificate,
    }
}
