//! What must hold for every instance: brute force agrees, names don't matter, cuts are true.

use digital_awards::judging::assignment::{
    Connect, Draft, Instance, Keep, Keeping, Options, Pair, SolveError, Terms, check, check_cut, solve,
};
use proptest::prelude::*;

use super::draft;

/// Instances small enough to try every plan.
fn small_draft() -> impl Strategy<Value = Draft> {
    (1_usize..5, 1_usize..4).prop_flat_map(|(entries, jurors)| {
        let most = u32::try_from(jurors.min(2)).unwrap();
        let needs = prop::collection::vec(0..=most, entries);
        let loads = prop::collection::vec((0_u32..2, 0_u32..4), jurors);
        let cells = prop::collection::vec(prop::option::weighted(0.8, -4_i64..6), entries * jurors);
        let (conflict, lock) = (any::<prop::sample::Index>(), prop::option::of(any::<prop::sample::Index>()));
        (needs, loads, cells, conflict, lock).prop_map(move |(needs, loads, cells, conflict, lock)| {
            let loads: Vec<(u32, u32)> = loads.iter().map(|&(min, more)| (min, min + more)).collect();
            let pair = |at: usize| (u32::try_from(at / jurors).unwrap(), u32::try_from(at % jurors).unwrap());
            let pairs: Vec<(u32, u32, i64)> =
                cells.iter().enumerate().filter_map(|(at, value)| Some((pair(at).0, pair(at).1, (*value)?))).collect();
            let mut draft = draft(&needs, &loads, &pairs);
            draft.conflicts = vec![pair(conflict.index(cells.len()))];
            draft.locked = lock.map(|at| pair(at.index(cells.len()))).into_iter().collect();
            draft
        })
    })
}

/// Every plan that the instance allows, as a list of pairs.
fn all_plans(instance: &Instance) -> Vec<Vec<Pair>> {
    let entries = u32::try_from(instance.entries().len()).unwrap();
    let pairs: Vec<Pair> =
        (0..entries).flat_map(|entry| instance.row(entry).map(move |(juror, _)| (entry, juror))).collect();
    let subset =
        |set: u32| -> Vec<Pair> { (0..pairs.len()).filter(|at| set >> at & 1 == 1).map(|at| pairs[at]).collect() };
    (0..1_u32 << pairs.len()).map(subset).filter(|plan| is_plan(instance, plan)).collect()
}

fn is_plan(instance: &Instance, plan: &[Pair]) -> bool {
    let entries = (0_u32..).zip(instance.entries());
    let jurors = (0_u32..).zip(instance.jurors());
    let count = |test: &dyn Fn(&Pair) -> bool| u32::try_from(plan.iter().filter(|pair| test(pair)).count()).unwrap();
    instance.locked().iter().all(|pair| plan.contains(pair))
        && entries.into_iter().all(|(id, entry)| count(&|pair| pair.0 == id) == entry.need)
        && jurors.into_iter().all(|(id, juror)| {
            let load = count(&|pair| pair.1 == id);
            (juror.min..=juror.max).contains(&load)
        })
}

fn worth(instance: &Instance, plan: &[Pair]) -> i64 {
    plan.iter().map(|&pair| instance.affinity(pair).unwrap()).sum()
}

/// The lowest affinity among the pairs that were free to choose.
fn worst(instance: &Instance, plan: &[Pair]) -> Option<i64> {
    let free = plan.iter().filter(|pair| !instance.locked().contains(pair));
    free.map(|&pair| instance.affinity(pair).unwrap()).min()
}

fn loads(instance: &Instance, plan: &[Pair]) -> Vec<u32> {
    let jurors = 0..u32::try_from(instance.jurors().len()).unwrap();
    jurors.map(|juror| u32::try_from(plan.iter().filter(|pair| pair.1 == juror).count()).unwrap()).collect()
}

/// Of the plans, those that leave the highest load as low as possible, then the lowest as high.
fn level(instance: &Instance, mut plans: Vec<Vec<Pair>>) -> Vec<Vec<Pair>> {
    let locked = loads(instance, instance.locked());
    let under = |plan: &Vec<Pair>, most: u32| {
        let specs = instance.jurors().iter().zip(&locked);
        loads(instance, plan)
            .iter()
            .zip(specs)
            .all(|(&load, (spec, &locked))| load <= most.clamp(spec.min, spec.max).max(locked))
    };
    let most = (0..20).find(|&most| plans.iter().any(|plan| under(plan, most))).unwrap();
    plans.retain(|plan| under(plan, most));
    let over = |plan: &Vec<Pair>, least: u32| {
        let specs = instance.jurors();
        loads(instance, plan)
            .iter()
            .zip(specs)
            .all(|(&load, spec)| load >= least.clamp(spec.min, most.clamp(spec.min, spec.max)))
    };
    let least = (0..=most).rev().find(|&least| plans.iter().any(|plan| over(plan, least))).unwrap();
    plans.retain(|plan| over(plan, least));
    plans
}

fn leave() -> Options {
    Options { connect: Connect::Leave, ..Options::default() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn brute_force_finds_nothing_better(draft in small_draft(), bottleneck: bool, level_loads: bool, seed in 0_u64..3) {
        let Ok(instance) = Instance::new(draft) else { return Ok(()) };
        let mut plans = all_plans(&instance);
        match solve(&instance, &Options { bottleneck, level: level_loads, seed, ..leave() }) {
            Ok(plan) => {
                prop_assert_eq!(check(&instance, &plan.pairs, &plan.certificate), Ok(i128::from(plan.objective)));
                prop_assert!(plans.contains(&plan.pairs));
                if bottleneck {
                    let best = plans.iter().map(|plan| worst(&instance, plan)).max().unwrap();
                    prop_assert_eq!(plan.worst, best);
                    plans.retain(|plan| worst(&instance, plan) == best);
                }
                if level_loads {
                    plans = level(&instance, plans);
                }
                let best = plans.iter().map(|plan| worth(&instance, plan)).max();
                prop_assert_eq!(Some(plan.objective), best);
            }
            Err(SolveError::Infeasible(cut)) => {
                prop_assert!(plans.is_empty());
                prop_assert!(check_cut(&instance, &Terms::default(), &cut), "{:?}", cut);
            }
            Err(other) => prop_assert!(false, "{other}"),
        }
    }

    #[test]
    fn among_the_best_plans_the_one_that_keeps_most_is_chosen(draft in small_draft(), bonus in 0_i64..3, pick: prop::sample::Index) {
        let Ok(instance) = Instance::new(draft) else { return Ok(()) };
        let plans = all_plans(&instance);
        prop_assume!(!plans.is_empty());
        let old = plans[pick.index(plans.len())].clone();
        let kept = |plan: &[Pair]| i64::try_from(plan.iter().filter(|pair| old.contains(pair)).count()).unwrap();
        let keep = Some(Keep { pairs: old.clone(), how: Keeping::Bonus(bonus) });
        let plan = solve(&instance, &Options { keep, ..leave() }).unwrap();
        prop_assert!(check(&instance, &plan.pairs, &plan.certificate).is_ok());
        let rank = |plan: &[Pair]| (worth(&instance, plan) + bonus * kept(plan), kept(plan));
        prop_assert_eq!(Some(rank(&plan.pairs)), plans.iter().map(|plan| rank(plan)).max());
        let frozen = Some(Keep { pairs: old.clone(), how: Keeping::Frozen });
        prop_assert_eq!(solve(&instance, &Options { keep: frozen, ..leave() }).unwrap().pairs, old);
    }

    #[test]
    fn names_change_nothing(draft in small_draft(), shift in 0_u32..4) {
        let (entries, jurors) = (u32::try_from(draft.entries.len()).unwrap(), u32::try_from(draft.jurors.len()).unwrap());
        let to = |(entry, juror): Pair| ((entry + shift) % entries, jurors - 1 - juror);
        let mut other = draft.clone();
        other.entries.rotate_right((shift % entries) as usize);
        other.jurors.reverse();
        for affinity in &mut other.affinities {
            (affinity.entry, affinity.juror) = to((affinity.entry, affinity.juror));
        }
        other.affinities.reverse();
        other.conflicts.iter_mut().chain(&mut other.locked).for_each(|pair| *pair = to(*pair));
        let worth = |draft: Draft| Instance::new(draft).ok().map(|i| solve(&i, &leave()).ok().map(|plan| plan.objective));
        prop_assert_eq!(worth(draft), worth(other));
    }

    #[test]
    fn larger_instances_are_proven_too(
        needs in prop::collection::vec(0_u32..4, 1..40),
        values in prop::collection::vec(prop::option::weighted(0.7, -100_i64..100), 400),
        (max, scale) in (1_u32..16, prop::sample::select(vec![1_i64, 1_000_000_007])),
        seed: u64,
    ) {
        let jurors = 10;
        let loads: Vec<(u32, u32)> = (0..10).map(|at| (max * (at % 3) / 3, max)).collect();
        let cells = (0_u32..).zip(&values).take(needs.len() * jurors);
        let pairs: Vec<(u32, u32, i64)> =
            cells.filter_map(|(at, value)| Some((at / 10, at % 10, (*value)?.checked_mul(scale)?))).collect();
        let instance = Instance::new(draft(&needs, &loads, &pairs)).unwrap();
        match solve(&instance, &Options { seed, ..leave() }) {
            Ok(plan) => prop_assert!(check(&instance, &plan.pairs, &plan.certificate).is_ok()),
            Err(SolveError::Infeasible(cut)) => {
                prop_assert!(check_cut(&instance, &Terms::default(), &cut), "{:?}", cut);
            }
            Err(other) => prop_assert!(false, "{other}"),
        }
    }
}

/// Every entry likes the same few jurors best: prices must rise together, in steps that ties hide.
#[test]
fn a_jury_that_everyone_wants_in_the_same_order_is_solved() {
    let mut pairs = Vec::new();
    for entry in 0..300_u32 {
        for juror in 0..60_u32 {
            let noise = i64::from(entry * 7919 % 101 * (juror + 3) % 20);
            pairs.push((entry, juror, 600 - i64::from(10 * juror) + noise));
        }
    }
    for (min, max) in [(9, 20), (14, 16)] {
        let instance = Instance::new(draft(&[3; 300], &[(min, max); 60], &pairs)).unwrap();
        let plan = solve(&instance, &leave()).unwrap();
        assert_eq!(check(&instance, &plan.pairs, &plan.certificate), Ok(i128::from(plan.objective)));
    }
}
