//! The checker refuses every plan or certificate that was tampered with.

use digital_awards::judging::assignment::{
    Bridge, Certificate, Connect, Fault, Instance, Options, Pair, Plan, check, solve,
};

use super::{SMALL, read};

fn solved(options: &Options) -> (Instance, Plan) {
    let instance = read(&SMALL.files());
    let plan = solve(&instance, options).unwrap();
    assert_eq!(check(&instance, &plan.pairs, &plan.certificate), Ok(i128::from(plan.objective)));
    (instance, plan)
}

fn fault(instance: &Instance, plan: &Plan, change: impl Fn(&mut Vec<Pair>, &mut Certificate)) -> Fault {
    let (mut pairs, mut certificate) = (plan.pairs.clone(), plan.certificate.clone());
    change(&mut pairs, &mut certificate);
    check(instance, &pairs, &certificate).unwrap_err()
}

/// Make the stated objective agree again, so that the change itself has to be found.
fn restate(instance: &Instance, pairs: &[Pair], certificate: &mut Certificate) {
    certificate.objective = pairs.iter().filter_map(|&pair| instance.affinity(pair)).sum();
}

#[test]
fn a_changed_pair_is_found() {
    let (instance, plan) = solved(&Options::default());
    for at in 0..plan.pairs.len() {
        let missing = fault(&instance, &plan, |pairs, certificate| {
            pairs.remove(at);
            restate(&instance, pairs, certificate);
        });
        assert!(matches!(missing, Fault::Coverage { .. } | Fault::Load { .. } | Fault::FixedMissing(..)), "{missing}");
        let twice = fault(&instance, &plan, |pairs, certificate| {
            pairs.push(pairs[at]);
            restate(&instance, pairs, certificate);
        });
        assert_eq!(twice, Fault::Twice(plan.pairs[at].0, plan.pairs[at].1));
        let wrong_sum = fault(&instance, &plan, |pairs, _| pairs.truncate(at));
        assert!(matches!(wrong_sum, Fault::Objective { .. }), "{wrong_sum}");
    }
}

/// Two entries that exchange a juror: everyone is still served, but the plan is worth less.
#[test]
fn a_plan_that_is_allowed_but_not_optimal_is_found() {
    let (instance, plan) = solved(&Options::default());
    let mut tried = 0;
    for (at, &(one, first)) in plan.pairs.iter().enumerate() {
        for (other_at, &(two, second)) in plan.pairs.iter().enumerate().skip(at + 1).step_by(11) {
            let swapped = [(one, second), (two, first)];
            let gain: Option<i64> = swapped.iter().map(|&pair| instance.affinity(pair)).sum();
            let old: Option<i64> = [(one, first), (two, second)].iter().map(|&pair| instance.affinity(pair)).sum();
            let is_new = swapped.iter().all(|pair| plan.pairs.binary_search(pair).is_err());
            let is_locked = [(one, first), (two, second)].iter().any(|pair| instance.locked().contains(pair));
            if gain.is_none() || gain == old || !is_new || is_locked {
                continue;
            }
            let gap = fault(&instance, &plan, |pairs, certificate| {
                (pairs[at], pairs[other_at]) = (swapped[0], swapped[1]);
                restate(&instance, pairs, certificate);
            });
            assert!(matches!(gap, Fault::Gap { .. }), "{gap}");
            tried += 1;
        }
    }
    assert!(tried > 200, "{tried}");
}

#[test]
fn a_changed_price_is_found() {
    let (instance, plan) = solved(&Options::default());
    for by in [-100_000, 100_000] {
        for at in 0..instance.entries().len() {
            let gap = fault(&instance, &plan, |_, certificate| certificate.prices.entries[at] += by);
            assert!(matches!(gap, Fault::Gap { .. }), "entry {at}: {gap}");
        }
        for at in 0..instance.jurors().len() {
            let gap = fault(&instance, &plan, |_, certificate| certificate.prices.jurors[at] += by);
            assert!(matches!(gap, Fault::Gap { .. }), "juror {at}: {gap}");
        }
    }
}

#[test]
fn changed_terms_are_found() {
    let (instance, plan) = solved(&Options { bottleneck: true, level: true, ..Options::default() });
    let terms = &plan.certificate.terms;
    let (most, least) = (terms.most.unwrap(), terms.least.unwrap());
    let of = |change: fn(&mut Certificate)| fault(&instance, &plan, |_, certificate| change(certificate));
    assert_eq!(of(|c| c.format.push('0')), Fault::Format);
    assert_eq!(of(|c| c.prices.jurors.truncate(19)), Fault::PriceCount);
    assert!(matches!(of(|c| c.objective += 1), Fault::Objective { .. }));
    assert!(matches!(of(|c| c.terms.floor = Some(150)), Fault::UnderFloor(_, _, 150)));
    assert_eq!(of(|c| c.limits.floor = None), Fault::Limit("floor"));
    assert_eq!(of(|c| c.limits.most = None), Fault::Limit("highest load"));
    assert!(matches!(of(|c| c.terms.most = c.terms.most.map(|most| most - 1)), Fault::Load { .. }));
    assert_eq!((most, least), (15, 15));
    assert!(matches!(of(|c| c.terms.least = Some(14)), Fault::Gap { .. } | Fault::Limit("lowest load")));
    assert!(matches!(of(|c| c.terms.most = Some(16)), Fault::Gap { .. } | Fault::Limit("highest load")));
    assert_eq!(of(|c| c.terms.dropped.push(20)), Fault::UnknownJuror(20));
    assert!(matches!(of(|c| c.terms.dropped.push(0)), Fault::Load { juror: 0, .. } | Fault::Dropped(0)));
    assert_eq!(of(|c| c.terms.frozen.push((0, 77))), Fault::UnknownPair(0, 77));
    let absent = (0..20)
        .map(|juror| (0, juror))
        .find(|pair| instance.affinity(*pair).is_some() && plan.pairs.binary_search(pair).is_err());
    let missing = fault(&instance, &plan, |_, certificate| certificate.terms.frozen.extend(absent));
    assert_eq!(Some(missing), absent.map(|(entry, juror)| Fault::FixedMissing(entry, juror)));
}

#[test]
fn an_invented_bridge_is_found() {
    let (instance, plan) = solved(&Options { connect: Connect::Leave, ..Options::default() });
    let absent = Bridge { cost: 0, added: vec![(0, 999)], removed: vec![] };
    let found = fault(&instance, &plan, |_, certificate| certificate.bridges.push(absent.clone()));
    assert_eq!(found, Fault::Bridge(0));
    let pair = plan.pairs[0];
    let cost = -instance.affinity(pair).unwrap();
    let extra = Bridge { cost, added: vec![pair], removed: vec![] };
    let found = fault(&instance, &plan, |_, certificate| certificate.bridges.push(extra.clone()));
    assert!(matches!(found, Fault::Coverage { .. }), "{found}");
}
