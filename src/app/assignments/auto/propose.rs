//! The plan: solved, verified by the independent checker, and laid out for people. No database.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::affinity::{Affinities, Fit};
use super::case::{Case, Standing};
use super::facts::{Facts, fingerprint};
use super::wishes::{BONUS, KeepWish, Wishes};
use crate::app::{AppError, AppResult};
use crate::domain::ids::{CategoryId, EntryId, JurorId};
use crate::domain::juror::JurorStatus;
use crate::judging::assignment::{
    Connect, Cut, Instance, Keep, Keeping, Options, Pair, Plan, Proof, SolveError, Terms, check_cut, components, prove,
    solve,
};

/// A plan, or why there is none.
#[derive(Debug, Clone)]
pub enum Answer {
    /// The best plan there is.
    Plan(Box<Proposal>),
    /// No plan gives every entry its jurors.
    Impossible(Box<Impossible>),
}

/// A juror's seat at an entry.
#[derive(Debug, Clone)]
pub struct Seat {
    /// The juror, by position.
    pub juror: usize,
    /// Why this juror.
    pub fit: Fit,
    /// The affinity.
    pub value: i64,
    /// How it stood before; none for a new one.
    pub standing: Option<Standing>,
}

/// What a juror gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// Entries before.
    pub before: usize,
    /// Entries after.
    pub after: usize,
    /// The limit.
    pub most: u32,
}

/// A plan that may be applied.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// What was asked of the solver.
    pub instance: Instance,
    /// What it answered.
    pub plan: Plan,
    /// What the checker, which shares no code with the solver, says of it.
    pub proof: Proof,
    /// The seats of each entry, best first.
    pub seats: Vec<Vec<Seat>>,
    /// What each juror gets.
    pub loads: Vec<Load>,
    /// Pairs that the plan takes back, by position.
    pub removed: Vec<Pair>,
    /// Jurors who can be compared with one another, by position: one group is what one wants.
    pub groups: Vec<Vec<usize>>,
    /// How near texts are, for explanations.
    pub affinities: Affinities,
    /// The hash of everything the plan was made from.
    pub fingerprint: String,
    /// The hash of that and of the plan.
    pub digest: String,
}

impl Proposal {
    /// The pairs that the plan adds, by position.
    pub fn added(&self) -> impl Iterator<Item = Pair> + '_ {
        let seats = (0_u32..).zip(&self.seats);
        seats.flat_map(|(entry, seats)| {
            let new = seats.iter().filter(|seat| seat.standing.is_none());
            new.filter_map(move |seat| Some((entry, u32::try_from(seat.juror).ok()?)))
        })
    }

    /// What bridges cost, in points of affinity.
    pub fn bridges_cost(&self) -> i64 {
        self.plan.bridges().iter().map(|bridge| bridge.cost).sum()
    }
}

/// Why there is no plan.
#[derive(Debug, Clone)]
pub struct Impossible {
    /// The entries and jurors that can't be satisfied together.
    pub cut: Cut,
    /// How many of the entries are in each category.
    pub by_category: Vec<(CategoryId, usize)>,
    /// The limit of each of the jurors.
    pub limits: Vec<u32>,
    /// How many more jurors would do.
    pub invite: i64,
    /// The lowest limit that would do, if these jurors were raised to it.
    pub raise: Option<u32>,
    /// Whether the independent checker agrees that this is impossible.
    pub is_proven: bool,
}

/// The best plan under wishes. Pure: neither database nor clock.
pub fn propose(facts: &Facts, wishes: &Wishes) -> AppResult<Answer> {
    let accepted = facts.jurors.iter().filter(|juror| juror.status == JurorStatus::Accepted).count();
    if facts.entries.is_empty() || accepted == 0 {
        return Err(AppError::refused("auto-refused-empty"));
    }
    if wishes.per_entry as usize > accepted {
        return Err(AppError::field("per_entry", "auto-problem-too-few-jurors"));
    }
    let affinities = Affinities::new(facts);
    let case = Case::new(facts, &affinities, wishes);
    let instance = case.instance(facts, case.locked(wishes))?;
    match solve(&instance, &options(&case, wishes)) {
        Ok(plan) => Ok(Answer::Plan(Box::new(lay_out(facts, wishes, affinities, &case, instance, plan)?))),
        Err(SolveError::Infeasible(cut)) => Ok(Answer::Impossible(Box::new(explain(facts, &instance, *cut)))),
        Err(error) => Err(AppError::Internal(error.to_string())),
    }
}

/// The solver's options for wishes.
pub(super) fn options(case: &Case, wishes: &Wishes) -> Options {
    let prefers = wishes.keep == KeepWish::Prefer;
    Options {
        bottleneck: wishes.bottleneck,
        level: wishes.level,
        keep: prefers.then(|| Keep { pairs: case.existing(), how: Keeping::Bonus(BONUS) }),
        connect: if wishes.connect { Connect::Swap } else { Connect::Leave },
        ..Options::default()
    }
}

fn lay_out(
    facts: &Facts,
    wishes: &Wishes,
    affinities: Affinities,
    case: &Case,
    instance: Instance,
    plan: Plan,
) -> AppResult<Proposal> {
    let proof = prove(&instance, &plan.pairs, &plan.certificate)
        .map_err(|fault| AppError::Internal(format!("the checker refuses the plan: {fault}")))?;
    let mut seats: Vec<Vec<Seat>> = vec![Vec::new(); facts.entries.len()];
    let mut after = vec![0; facts.jurors.len()];
    for pair in &plan.pairs {
        let (entry, juror) = (pair.0 as usize, pair.1 as usize);
        let fit = affinities.fit(facts, entry, juror);
        let standing = case.standing.get(pair).copied();
        seats[entry].push(Seat { juror, fit, value: fit.total(&wishes.weights), standing });
        after[juror] += 1;
    }
    for seats in &mut seats {
        seats.sort_by(|a, b| b.value.cmp(&a.value).then(a.juror.cmp(&b.juror)));
    }
    let mut before = vec![0; facts.jurors.len()];
    for pair in case.existing() {
        before[pair.1 as usize] += 1;
    }
    let loads = before.into_iter().zip(after).zip(instance.jurors());
    let loads = loads.map(|((before, after), juror)| Load { before, after, most: juror.max }).collect();
    let removed = case.existing().into_iter().filter(|pair| plan.pairs.binary_search(pair).is_err()).collect();
    let fingerprint = fingerprint(&facts.ground, wishes);
    Ok(Proposal {
        seats,
        loads,
        removed,
        proof,
        groups: groups(facts, &plan),
        affinities,
        digest: digest(facts, &fingerprint, &plan.pairs),
        fingerprint,
        instance,
        plan,
    })
}

/// Jurors with entries, by the chains of common entries that link them; the largest group first.
fn groups(facts: &Facts, plan: &Plan) -> Vec<Vec<usize>> {
    let used: BTreeSet<u32> = plan.pairs.iter().map(|pair| pair.1).collect();
    let (labels, _) = components(facts.entries.len(), facts.jurors.len(), &plan.pairs);
    let mut groups: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (juror, label) in (0_u32..).zip(labels).filter(|(juror, _)| used.contains(juror)) {
        groups.entry(label).or_default().push(juror as usize);
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
    groups
}

fn digest(facts: &Facts, fingerprint: &str, pairs: &[Pair]) -> String {
    let ids: Vec<(EntryId, JurorId)> =
        pairs.iter().filter_map(|pair| facts.ids(pair.0 as usize, pair.1 as usize)).collect();
    // Ids only: serialising them can't fail.
    hex::encode(Sha256::digest(serde_json::to_vec(&(fingerprint, ids)).unwrap_or_default()))
}

/// The least that stands in the way, counted by category.
pub(in crate::app::assignments) fn explain(facts: &Facts, instance: &Instance, cut: Cut) -> Impossible {
    let mut counts: BTreeMap<CategoryId, usize> = BTreeMap::new();
    for entry in cut.entries.iter().filter_map(|entry| facts.entries.get(*entry as usize)) {
        *counts.entry(entry.category_id).or_default() += 1;
    }
    let by_category =
        facts.categories.iter().filter_map(|category| Some((category.id, counts.get(&category.id).copied()?)));
    Impossible {
        by_category: by_category.collect(),
        limits: cut.jurors.iter().filter_map(|at| instance.jurors().get(*at as usize)).map(|juror| juror.max).collect(),
        invite: cut.jurors_to_invite(instance),
        raise: cut.limit_to_raise(instance),
        is_proven: check_cut(instance, &Terms::default(), &cut),
        cut,
    }
}
