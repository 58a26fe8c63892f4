//! A jury in pieces is joined at the lowest cost, and the cost is said.

use digital_awards::judging::assignment::{Connect, Instance, Options, Plan, check, solve};

use super::draft;

/// Two disciplines of two entries and two jurors each; the jurors of one may score the other's
/// entries, not as well. Entry 1 with juror 2 loses least.
fn two_disciplines(max: u32) -> Instance {
    let mut pairs = Vec::new();
    for entry in 0..4 {
        for juror in 0..4 {
            let is_own = entry / 2 == juror / 2;
            let value = if is_own { 100 } else { 10 + i64::from((entry, juror) == (1, 2)) * 20 };
            pairs.push((entry, juror, value));
        }
    }
    Instance::new(draft(&[2; 4], &[(1, max); 4], &pairs)).unwrap()
}

fn joined(instance: &Instance, connect: Connect) -> Plan {
    let plan = solve(instance, &Options { connect, ..Options::default() }).unwrap();
    assert_eq!(check(instance, &plan.pairs, &plan.certificate), Ok(i128::from(plan.objective)));
    plan
}

fn cost(plan: &Plan) -> Vec<i64> {
    plan.bridges().iter().map(|bridge| bridge.cost).collect()
}

#[test]
fn the_optimum_alone_leaves_two_juries() {
    let plan = joined(&two_disciplines(2), Connect::Leave);
    assert_eq!((plan.objective, plan.components, cost(&plan)), (800, 2, vec![]));
}

#[test]
fn full_jurors_are_joined_by_an_exchange() {
    let plan = joined(&two_disciplines(2), Connect::Swap);
    assert_eq!((plan.objective, plan.components, cost(&plan)), (640, 1, vec![160]));
}

#[test]
fn a_juror_with_room_takes_one_entry_over() {
    let plan = joined(&two_disciplines(3), Connect::Swap);
    assert_eq!((plan.objective, plan.components, cost(&plan)), (730, 1, vec![70]));
}

#[test]
fn an_extra_scorecard_joins_without_loss() {
    let plan = joined(&two_disciplines(3), Connect::Extra);
    assert_eq!((plan.objective, plan.components, cost(&plan)), (830, 1, vec![-30]));
    assert_eq!((plan.pairs.len(), &plan.bridges()[0].added[..]), (9, &[(1, 2)][..]));
}

#[test]
fn juries_that_may_not_meet_stay_apart() {
    let pairs = [(0, 0, 1), (0, 1, 1), (1, 2, 1), (1, 3, 1)];
    let instance = Instance::new(draft(&[2, 2], &[(0, 5); 4], &pairs)).unwrap();
    let plan = joined(&instance, Connect::Swap);
    assert_eq!((plan.objective, plan.components, cost(&plan)), (4, 2, vec![]));
}

#[test]
fn panels_and_languages_decide_who_may_score() {
    let mut draft = draft(&[1, 1], &[(0, 2); 2], &[(0, 0, 1), (0, 1, 9), (1, 0, 9), (1, 1, 1)]);
    draft.entries[0].panel = Some("agritech".to_owned());
    draft.entries[1].language = Some("ar".to_owned());
    draft.jurors[0].panels = vec!["agritech".to_owned()];
    draft.jurors[1].languages = vec!["fr".to_owned(), "ar".to_owned()];
    let plan = |by_panel, by_language| {
        let instance =
            Instance::new(digital_awards::judging::assignment::Draft { by_panel, by_language, ..draft.clone() });
        joined(&instance.unwrap(), Connect::Leave).pairs
    };
    assert_eq!(plan(false, false), [(0, 1), (1, 0)]);
    assert_eq!(plan(true, false), [(0, 0), (1, 0)]);
    assert_eq!(plan(true, true), [(0, 0), (1, 1)]);
}
