//! Counting, sealing and checking a round.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    clippy::float_cmp,
    reason = "small made-up numbers"
)]

use std::process::Command;

use digital_awards::judging::tally::count::CountError;
use digital_awards::judging::tally::lines::{
    AssignmentState, Line, MethodRule, ModelStatus, RankWithin, ScorecardLine,
};
use digital_awards::judging::tally::seal::{Sealed, commitment};
use digital_awards::judging::tally::verify::{Problem, verify};
use ed25519_dalek::SigningKey;
use proptest::prelude::*;
use serde_json::json;

use super::tally_fixture::{draft, key, public_key, sealed};

const METHODS: [MethodRule; 4] =
    [MethodRule::WeightedMean, MethodRule::Calibrated, MethodRule::Borda, MethodRule::Schulze];

fn problems(sealed: &Sealed) -> Vec<Problem> {
    verify(sealed.to_text().as_bytes(), Some(&public_key()), 1).problems
}

/// Seals again, by the award's own key, lines that were changed after the count.
fn resealed(lines: &[Line]) -> Vec<Problem> {
    problems(&Sealed::new(lines, &key()).unwrap())
}

/// What the second implementation says of a file; none without Python.
fn second_opinion(text: &str) -> Option<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/verify_tally.py");
    let output = Command::new("python3").args([script, "--key", &public_key()]).arg(file.path()).output();
    let Ok(output) = output else {
        eprintln!("skipped: no python3 for the second implementation");
        return None;
    };
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn a_counted_round_is_valid_for_both_verifiers() {
    for method in METHODS {
        for within in [RankWithin::Category, RankWithin::Round] {
            let sealed = sealed(method, within);
            assert_eq!(problems(&sealed), []);
            if let Some(opinion) = second_opinion(&sealed.to_text()) {
                assert!(opinion.ends_with(": valid\n"), "{opinion}");
            }
        }
    }
}

#[test]
fn results_follow_the_rules() {
    let lines = draft(MethodRule::WeightedMean, RankWithin::Category).count(1).unwrap();
    let results: Vec<_> =
        lines.iter().filter_map(|line| if let Line::Result(result) = line { Some(result) } else { None }).collect();
    assert_eq!(results.len(), 9);
    let of = |entry: &str| *results.iter().find(|r| r.entry == entry).unwrap();
    let place = |entry: &str| {
        let result = of(entry);
        (result.score.clone().unwrap(), result.rank.unwrap(), result.tied, result.tie_break.clone())
    };
    let innovation = Some("innovation".to_owned());
    let (four, six) = (place("2027-AGR-004"), place("2027-AGR-006"));
    assert_eq!(four, ("3.000000".to_owned(), four.1, false, innovation.clone()));
    assert_eq!(six, ("3.000000".to_owned(), four.1 + 1, false, innovation));
    let (five, seven) = (place("2027-ÉDU-005"), place("2027-ÉDU-007"));
    assert_eq!(five, ("2.000000".to_owned(), five.1, true, None));
    assert_eq!(seven, five);
    let nobody = of("2027-AGR-008");
    assert_eq!((nobody.scorecards, &nobody.score, nobody.rank, nobody.tied), (0, &None, None, false));
    // The recused scorecard is kept and does not count.
    let cards = lines.iter().filter(|l| matches!(l, Line::Scorecard(s) if s.entry == "2027-ÉDU-003")).count();
    assert_eq!(u32::try_from(cards).unwrap(), of("2027-ÉDU-003").scorecards + 1);
    assert!(lines.iter().all(|line| !matches!(line, Line::Model(_))));
}

#[test]
fn each_altered_line_is_named() {
    let good = sealed(MethodRule::WeightedMean, RankWithin::Category);
    let first = good.lines.iter().position(|line| line.starts_with("[\"scorecard\"")).unwrap();
    let named = |change: &dyn Fn(&mut Sealed)| {
        let mut bad = good.clone();
        change(&mut bad);
        problems(&bad)
    };
    let altered = named(&|bad| bad.lines[first] = bad.lines[first].replace("[0,", "[100,"));
    assert_eq!(altered[0], Problem::Altered { line: first + 1 });
    assert!(altered.iter().any(|p| matches!(p, Problem::WrongResult { .. })), "{altered:?}");
    let removed = named(&|bad| drop(bad.lines.remove(first)));
    assert_eq!(removed[0], Problem::Removed { line: first + 1 });
    let added = named(&|bad| bad.lines.insert(first, bad.lines[first].clone()));
    assert!(matches!(added[0], Problem::Added { .. }), "{added:?}");
    let moved = named(&|bad| bad.lines.swap(first, first + 1));
    assert_eq!(moved[..2], [Problem::Moved { line: first + 1 }, Problem::Moved { line: first + 2 }]);
    assert_eq!(named(&|bad| bad.digests[4] = "00".repeat(32)), [Problem::DigestAltered { line: 5 }]);
    assert_eq!(named(&|bad| bad.digest = "00".repeat(32)), [Problem::WrongDigest, Problem::WrongSignature]);
    assert_eq!(named(&|bad| bad.signature = "00".repeat(64)), [Problem::WrongSignature]);
    let lines = draft(MethodRule::WeightedMean, RankWithin::Category).count(1).unwrap();
    let other = Sealed::new(&lines, &SigningKey::from_bytes(&[8; 32])).unwrap();
    assert_eq!(problems(&other), [Problem::OtherKey]);
    let spaced = good.to_text().replacen(",\n", ", \n", 3);
    let verdict = verify(spaced.as_bytes(), None, 1);
    assert_eq!(verdict.problems, [Problem::NotCanonical { text_line: 1 }]);
}

/// Whoever holds the key can sign anything; the count still has to be right.
#[test]
fn a_false_count_is_found_even_under_the_right_signature() {
    for method in METHODS {
        let lines = draft(method, RankWithin::Category).count(1).unwrap();
        let change = |change: &dyn Fn(&mut Line) -> bool| {
            let mut lines = lines.clone();
            assert!(lines.iter_mut().any(change));
            let found = resealed(&lines);
            if let Some(opinion) = second_opinion(&Sealed::new(&lines, &key()).unwrap().to_text()) {
                assert!(!opinion.contains(": valid"), "{opinion}");
            }
            found
        };
        let swapped = change(&|line| match line {
            Line::Result(result) if result.rank == Some(1) => {
                result.rank = Some(2);
                true
            }
            _ => false,
        });
        assert!(matches!(swapped[..], [Problem::WrongResult { .. }]), "{swapped:?}");
        let scored = change(&|line| match line {
            Line::Result(result) if result.score.is_some() => {
                result.score = Some("4.999999".to_owned());
                true
            }
            _ => false,
        });
        assert!(matches!(scored[0], Problem::WrongResult { .. }), "{scored:?}");
        let rules = change(&|line| match line {
            Line::Rules(rules) => {
                rules.winners = 4;
                true
            }
            _ => false,
        });
        assert_eq!(rules, [Problem::WrongRulesHash]);
        let state = change(&|line| match line {
            Line::Assignment(assignment) if assignment.state == AssignmentState::Recused => {
                assignment.state = AssignmentState::Submitted;
                true
            }
            _ => false,
        });
        assert!(!state.is_empty());
    }
}

#[test]
fn a_model_off_its_optimum_is_refused() {
    let mut lines = draft(MethodRule::Calibrated, RankWithin::Round).count(1).unwrap();
    let found = |lines: &[Line]| {
        lines.iter().find_map(|l| if let Line::Model(m) = l { Some(m.clone()) } else { None }).unwrap()
    };
    assert_eq!(found(&lines).status, ModelStatus::Fitted);
    for line in &mut lines {
        if let Line::Model(model) = line {
            let ratios = model.ratios.as_mut().unwrap();
            let value: f64 = ratios[0].parse().unwrap();
            ratios[0] = format!("{:.12}", value * 1.01 + 0.01);
        }
    }
    let problems = resealed(&lines);
    assert!(problems.contains(&Problem::NotOptimal), "{problems:?}");
    if let Some(opinion) = second_opinion(&Sealed::new(&lines, &key()).unwrap().to_text()) {
        assert!(opinion.contains("optimum"), "{opinion}");
    }
}

#[test]
fn a_round_without_a_model_says_why_and_ranks_by_means() {
    let mut one_juror = draft(MethodRule::Calibrated, RankWithin::Round);
    one_juror.assignments.retain(|a| a.juror == "J0");
    one_juror.scorecards.retain(|s| s.juror == "J0");
    let mut equal = draft(MethodRule::Calibrated, RankWithin::Round);
    equal.scorecards.iter_mut().for_each(|s| s.marks = vec![Some(300); 3]);
    let mut additive = draft(MethodRule::Calibrated, RankWithin::Round);
    for card in &mut additive.scorecards {
        let digit = |name: &str| i64::from(name.bytes().last().unwrap() - b'0');
        card.marks = vec![Some(digit(&card.entry) * 20 + digit(&card.juror) * 30); 3];
    }
    let mut none = draft(MethodRule::Calibrated, RankWithin::Round);
    none.assignments.clear();
    none.scorecards.clear();
    for (draft, status) in [
        (one_juror, ModelStatus::OneJuror),
        (equal, ModelStatus::AllEqual),
        (additive, ModelStatus::NoNoise),
        (none, ModelStatus::NoScores),
    ] {
        let lines = draft.count(1).unwrap();
        assert!(lines.iter().any(|l| matches!(l, Line::Model(m) if m.status == status)), "{status:?}");
        let sealed = Sealed::new(&lines, &key()).unwrap();
        assert_eq!(problems(&sealed), []);
        if let Some(opinion) = second_opinion(&sealed.to_text()) {
            assert!(opinion.ends_with(": valid\n"), "{opinion}");
        }
    }
}

#[test]
fn orders_are_counted_by_points_or_by_duels() {
    let of = |method| {
        let lines = draft(method, RankWithin::Category).count(1).unwrap();
        let results = lines.into_iter().filter_map(Line::into_result);
        results.map(|line| (line.entry, line.score, line.criteria[0].clone(), line.rank)).collect::<Vec<_>>()
    };
    let points = of(MethodRule::Borda);
    assert!(points.iter().all(|(_, score, mean, _)| score == mean));
    let duels = of(MethodRule::Schulze);
    assert_eq!(duels.len(), points.len());
    // Whole numbers of rivals beaten; whoever beats more comes first.
    let wins: Vec<Option<u32>> = duels
        .iter()
        .map(|(_, score, ..)| score.as_ref().map(|x| x.strip_suffix(".000000").unwrap().parse().unwrap()))
        .collect();
    assert!(wins.iter().flatten().any(|wins| *wins > 0));
    for pair in duels.windows(2).zip(wins.windows(2)).filter(|(lines, _)| lines[1].3.is_some_and(|rank| rank > 1)) {
        assert!(pair.1[0] >= pair.1[1], "{pair:?}");
    }
}

#[test]
fn an_order_with_a_place_twice_is_not_counted() {
    for method in [MethodRule::Borda, MethodRule::Schulze] {
        let count = |change: &dyn Fn(&mut digital_awards::judging::tally::draft::Draft)| {
            let mut draft = draft(method, RankWithin::Round);
            change(&mut draft);
            draft.count(1).unwrap_err()
        };
        let twice = count(&|d| {
            let juror = d.scorecards[0].juror.clone();
            d.scorecards.iter_mut().filter(|card| card.juror == juror).for_each(|card| card.marks = vec![Some(200)]);
        });
        assert!(matches!(twice, CountError::Order { .. }), "{twice}");
        assert!(matches!(count(&|d| d.scorecards[0].marks = vec![None]), CountError::Order { .. }));
        assert!(matches!(count(&|d| d.scorecards[0].marks = vec![Some(150)]), CountError::Order { .. }));
        assert_eq!(count(&|d| d.rules.scale_min = -100), CountError::Places);
    }
}

#[test]
fn a_draft_that_contradicts_itself_is_not_counted() {
    let count = |change: &dyn Fn(&mut digital_awards::judging::tally::draft::Draft)| {
        let mut draft = draft(MethodRule::WeightedMean, RankWithin::Round);
        change(&mut draft);
        draft.count(1).unwrap_err()
    };
    assert_eq!(count(&|d| d.rules.criteria[0].weight = 4999), CountError::Weights);
    assert_eq!(count(&|d| d.rules.tie_breaks[0] = "taste".to_owned()), CountError::Criterion("taste".to_owned()));
    assert_eq!(count(&|d| d.rules.scale_max = 0), CountError::Scale);
    assert!(matches!(count(&|d| d.entries.push(d.entries[0].clone())), CountError::Twice { .. }));
    assert!(matches!(count(&|d| d.scorecards.push(d.scorecards[0].clone())), CountError::Twice { .. }));
    assert!(matches!(count(&|d| drop(d.scorecards.remove(0))), CountError::Disagree { .. }));
    assert!(matches!(count(&|d| drop(d.jurors.remove(0))), CountError::Unknown { .. }));
    assert!(matches!(count(&|d| d.scorecards[0].marks[0] = Some(501)), CountError::Marks { .. }));
    let ghost = ScorecardLine { entry: "x".to_owned(), juror: "y".to_owned(), marks: Vec::new() };
    assert!(matches!(count(&|d| d.scorecards.push(ghost.clone())), CountError::Unknown { .. }));
}

#[test]
fn a_commitment_opens_only_with_its_salt_and_value() {
    let person = json!({ "name": "Amina", "email": "a@example.org" });
    let committed = commitment(&[1; 32], &person).unwrap();
    assert_eq!(committed, commitment(&[1; 32], &json!({ "email": "a@example.org", "name": "Amina" })).unwrap());
    assert_ne!(committed, commitment(&[2; 32], &person).unwrap());
    assert_ne!(committed, commitment(&[1; 32], &json!({ "name": "Amina" })).unwrap());
    // What is published names nobody, so erasing salts and values leaves it valid.
    let text = sealed(MethodRule::WeightedMean, RankWithin::Round).to_text();
    assert!(text.contains("commitment") && !text.contains("juror 1"));
}

proptest! {
    #[test]
    fn any_bytes_get_a_verdict(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(!verify(&bytes, None, 1).is_valid());
    }

    #[test]
    fn any_json_gets_a_verdict(text in r#"[\[\]{}",:a-f0-9e.\n-]{0,60}"#) {
        let wrapped = format!(
            "{{\"format\":\"digital-awards-tally/1\",\"digest\":\"\",\"digests\":[],\"key\":\"\",\"signature\":\"\",\"lines\":[[\"rules\",{{}}],{text}]}}"
        );
        prop_assert!(!verify(wrapped.as_bytes(), None, 1).is_valid());
        prop_assert!(!verify(text.as_bytes(), None, 1).is_valid());
    }
}
