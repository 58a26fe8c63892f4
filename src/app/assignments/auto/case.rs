//! From an edition to an instance of the solver.

use std::collections::BTreeMap;

use super::affinity::Affinities;
use super::facts::Facts;
use super::wishes::{KeepWish, Wishes};
use crate::app::{AppError, AppResult};
use crate::domain::assignment::AssignmentStatus;
use crate::domain::juror::JurorStatus;
use crate::judging::assignment::{Affinity, Draft, EntrySpec, Instance, JurorSpec, Pair};

/// How an assignment that exists stands to a new plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The scorecard is in: it stays.
    Scored,
    /// The juror has begun: it stays.
    Begun,
    /// Nobody has begun.
    Given,
    /// The juror stepped back: never again.
    Never,
}

impl Standing {
    fn of(status: AssignmentStatus) -> Option<Self> {
        match status {
            AssignmentStatus::Submitted | AssignmentStatus::Locked => Some(Self::Scored),
            AssignmentStatus::Drafting => Some(Self::Begun),
            AssignmentStatus::Assigned | AssignmentStatus::Proposed => Some(Self::Given),
            AssignmentStatus::Recused => Some(Self::Never),
            AssignmentStatus::Withdrawn => None,
        }
    }
}

/// What exists and what is allowed, by position.
#[derive(Debug, Clone)]
pub struct Case {
    /// Every pair that exists, with how it stands.
    pub standing: BTreeMap<Pair, Standing>,
    needs: Vec<u32>,
    limits: Vec<u32>,
    /// Pairs that may be chosen or exist, with their affinity.
    affinities: Vec<Affinity>,
}

impl Case {
    /// Of the facts, under wishes.
    pub fn new(facts: &Facts, affinities: &Affinities, wishes: &Wishes) -> Self {
        let standing = standing(facts);
        let stays = |pair: &Pair| standing.get(pair).is_some_and(|s| is_locked(*s, wishes));
        let (mut needs, mut limits) = (vec![0_u32; facts.entries.len()], vec![0_u32; facts.jurors.len()]);
        for pair in standing.keys().filter(|pair| stays(pair)) {
            needs[pair.0 as usize] += 1;
            limits[pair.1 as usize] += 1;
        }
        for need in &mut needs {
            *need = (*need).max(wishes.per_entry);
        }
        let all = u32::try_from(facts.entries.len()).unwrap_or(u32::MAX);
        for (limit, juror) in limits.iter_mut().zip(&facts.jurors) {
            if juror.status == JurorStatus::Accepted {
                let own = juror.max_load.and_then(|most| u32::try_from(most).ok()).unwrap_or(all);
                // What stays, stays even above a limit.
                *limit = (*limit).max(own.min(wishes.max_load.unwrap_or(all)).min(all));
            }
        }
        let affinities = (0_u32..)
            .zip(&facts.entries)
            .flat_map(|(entry, _)| (0_u32..).zip(&facts.jurors).map(move |(juror, _)| (entry, juror)))
            .filter(|pair| allowed(facts, wishes, &standing, *pair))
            .map(|(entry, juror)| {
                let fit = affinities.fit(facts, entry as usize, juror as usize);
                Affinity { entry, juror, value: fit.total(&wishes.weights) }
            })
            .collect();
        Self { standing, needs, limits, affinities }
    }

    /// Pairs that exist and are held in place under wishes.
    pub fn locked(&self, wishes: &Wishes) -> Vec<Pair> {
        self.standing.iter().filter(|(_, s)| is_locked(**s, wishes)).map(|(pair, _)| *pair).collect()
    }

    /// Pairs that exist, whatever becomes of them.
    pub fn existing(&self) -> Vec<Pair> {
        self.standing.iter().filter(|(_, s)| **s != Standing::Never).map(|(pair, _)| *pair).collect()
    }

    /// The instance with these pairs held in place.
    pub fn instance(&self, facts: &Facts, locked: Vec<Pair>) -> AppResult<Instance> {
        let entries = facts.entries.iter().zip(&self.needs).enumerate().map(|(at, (entry, need))| EntrySpec {
            name: entry.reference.clone(),
            need: *need,
            panel: facts.category(at).map(|category| category.code.clone()),
            language: None,
        });
        let jurors = facts.jurors.iter().zip(&self.limits).map(|(juror, limit)| JurorSpec {
            name: juror.name.clone(),
            max: *limit,
            ..JurorSpec::default()
        });
        let draft = Draft {
            entries: entries.collect(),
            jurors: jurors.collect(),
            affinities: self.affinities.clone(),
            locked,
            ..Draft::default()
        };
        Instance::new(draft).map_err(|error| AppError::Internal(error.to_string()))
    }
}

fn standing(facts: &Facts) -> BTreeMap<Pair, Standing> {
    let entries: BTreeMap<_, u32> = facts.entries.iter().map(|entry| entry.id).zip(0..).collect();
    let jurors: BTreeMap<_, u32> = facts.jurors.iter().map(|juror| juror.id).zip(0..).collect();
    let pairs = facts.ground.pairs.values();
    let at = |a: &crate::domain::assignment::Assignment| {
        Some(((*entries.get(&a.entry_id)?, *jurors.get(&a.juror_id)?), Standing::of(a.status)?))
    };
    pairs.filter_map(at).collect()
}

/// Whether a pair that exists is held in place.
fn is_locked(standing: Standing, wishes: &Wishes) -> bool {
    match standing {
        Standing::Scored | Standing::Begun => true,
        Standing::Given => wishes.keep == KeepWish::Locked,
        Standing::Never => false,
    }
}

/// Whether a plan may have a pair: what exists may stay; anything new needs somebody on the jury,
/// without a tie, who reads the language and, if asked, knows the category.
fn allowed(facts: &Facts, wishes: &Wishes, standing: &BTreeMap<Pair, Standing>, pair: Pair) -> bool {
    match standing.get(&pair) {
        Some(Standing::Never) => return false,
        Some(_) => return true,
        None => {}
    }
    let (Some(entry), Some(juror)) = (facts.entries.get(pair.0 as usize), facts.jurors.get(pair.1 as usize)) else {
        return false;
    };
    let knows = juror.categories.is_empty() || juror.categories.contains(&entry.category_id);
    juror.status == JurorStatus::Accepted
        && !facts.ground.is_tied(entry, juror)
        && juror.reads.contains(&entry.language)
        && (knows || !wishes.only_categories)
}
