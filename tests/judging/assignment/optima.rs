//! The optima of the reference instances, each with its proof.

use digital_awards::judging::assignment::{
    Instance, Keep, Keeping, Options, Pair, Plan, check, read_instance, read_plan, repair, solve,
};
use sha2::{Digest, Sha256};

use super::generator::Recipe;
use super::{MEDIUM, SMALL, TIGHT, read};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/assignment");

fn open(directory: &str, file: &str) -> std::io::Result<Box<dyn std::io::Read>> {
    Ok(Box::new(std::fs::File::open(format!("{FIXTURES}/{directory}/{file}"))?))
}

fn proven(instance: &Instance, options: &Options) -> Plan {
    let plan = solve(instance, options).unwrap();
    assert_eq!(check(instance, &plan.pairs, &plan.certificate), Ok(i128::from(plan.objective)));
    plan
}

fn reference_plan(directory: &str, instance: &Instance) -> Vec<Pair> {
    let mut pairs = read_plan(&|file| open(directory, file), "optimal_assignment.csv", instance).unwrap();
    pairs.sort_unstable();
    pairs
}

/// The most loaded juror, the lowest id on ties.
fn most_loaded(instance: &Instance, pairs: &[Pair]) -> u32 {
    let load = |juror: u32| pairs.iter().filter(|pair| pair.1 == juror).count();
    let jurors = 0..u32::try_from(instance.jurors().len()).unwrap();
    jurors.max_by_key(|&juror| (load(juror), std::cmp::Reverse(juror))).unwrap()
}

#[test]
fn the_generator_draws_the_reference_files() {
    let digest = |recipe: &Recipe| hex::encode(Sha256::digest(recipe.files().affinity))[..8].to_owned();
    assert_eq!([digest(&SMALL), digest(&MEDIUM)], ["9dcfe8fe", "76d6c746"]);
    let (drawn, files) = (SMALL.files(), |name: &str| std::fs::read_to_string(format!("{FIXTURES}/100x20/{name}")));
    for name in ["entries.csv", "jurors.csv", "affinity.csv", "conflicts.csv", "locked.csv"] {
        assert_eq!(drawn.get(name), files(name).ok().as_deref(), "{name}");
    }
}

#[test]
fn total_affinity_reaches_the_reference_optima() {
    let small = read_instance(&|file| open("100x20", file)).unwrap();
    let objective = |instance: &Instance| proven(instance, &Options::default()).objective;
    assert_eq!(objective(&small), 150_403);
    assert_eq!(objective(&read(&MEDIUM.files())), 2_208_205);
    assert_eq!(objective(&read(&TIGHT.files())), 2_187_330);
}

#[test]
fn the_worst_pair_and_the_total_after_it_reach_the_reference() {
    let best = |recipe: &Recipe| {
        let plan = proven(&read(&recipe.files()), &Options { bottleneck: true, ..Options::default() });
        (plan.worst, plan.objective)
    };
    assert_eq!(best(&SMALL), (Some(149), 150_359));
    assert_eq!(best(&MEDIUM), (Some(282), 2_208_147));
    assert_eq!(best(&TIGHT), (Some(282), 2_186_514));
}

#[test]
fn level_loads_are_proven_level_and_come_before_affinity() {
    let plan = proven(&read(&MEDIUM.files()), &Options { level: true, ..Options::default() });
    assert_eq!((plan.loads, plan.objective), ((30, 30), 2_174_782));
}

/// Repair with all else in place, re-solve with a bonus of 200 per kept pair, full re-solve:
/// objective and number of new pairs (the full one by objective alone, it has ties).
#[test]
fn a_juror_who_drops_out_is_replaced_as_in_the_reference() {
    for (directory, recipe, lost, frozen, sticky, full) in [
        ("1000x100", MEDIUM, 47, 2_196_419, (2_196_759, 48), 2_197_324),
        ("1000x100-tight", TIGHT, 32, 2_179_700, (2_180_994, 37), 2_182_815),
    ] {
        let instance = read(&recipe.files());
        let old = reference_plan(directory, &instance);
        let dropped = vec![most_loaded(&instance, &old)];
        let repaired = repair(&instance, &old, &dropped, 0).unwrap();
        assert!(check(&instance, &repaired.pairs, &repaired.certificate).is_ok());
        assert_eq!((repaired.objective, repaired.changed), (frozen, Some(lost)));
        let keep = |bonus| Some(Keep { pairs: old.clone(), how: Keeping::Bonus(bonus) });
        let plan = proven(&instance, &Options { keep: keep(200), dropped: dropped.clone(), ..Options::default() });
        assert_eq!((plan.objective, plan.changed), (sticky.0, Some(sticky.1)));
        let plan = proven(&instance, &Options { keep: keep(0), dropped: dropped.clone(), ..Options::default() });
        assert_eq!(plan.objective, full);
        let free = proven(&instance, &Options { dropped, ..Options::default() });
        assert_eq!(free.objective, full);
    }
}

#[test]
fn an_optimal_plan_that_is_kept_does_not_change() {
    let instance = read(&MEDIUM.files());
    let old = reference_plan("1000x100", &instance);
    let keep = Some(Keep { pairs: old.clone(), how: Keeping::Bonus(0) });
    let plan = proven(&instance, &Options { keep, seed: 9, ..Options::default() });
    assert_eq!((plan.pairs, plan.changed), (old, Some(0)));
}

#[test]
fn a_seed_chooses_among_equals_and_always_the_same() {
    let instance = read(&SMALL.files());
    let plan = |seed| proven(&instance, &Options { seed, ..Options::default() });
    assert_eq!(plan(7).pairs, plan(7).pairs);
    assert!((0..20).all(|seed| plan(seed).objective == 150_403));
}
