//! The crossed model against closed forms, tables and its own symmetries.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    clippy::float_cmp,
    reason = "small made-up numbers"
)]

use std::collections::{BTreeMap, HashSet};

use digital_awards::judging::ranking::advisor::Availability;
use digital_awards::judging::ranking::components::Components;
use digital_awards::judging::ranking::fit::{Degenerate, Fit};
use digital_awards::judging::ranking::jurors::{Making, juror_habits};
use digital_awards::judging::ranking::official::{Method, Round, official};
use digital_awards::judging::ranking::robustness::{Robustness, Scale};
use digital_awards::judging::ranking::table::{Cell, Table};
use digital_awards::judging::ranking::weighted::Scorecard;

const PENICILLIN: &str = include_str!("data/penicillin.csv");

/// Reads `entry,juror,mark...` with the given weights; answers the table and the names.
fn read(text: &str, weights: &[f64]) -> (Table, Vec<String>, Vec<String>) {
    let (mut entries, mut jurors) = (BTreeMap::new(), BTreeMap::new());
    let (mut entry_names, mut juror_names) = (Vec::new(), Vec::new());
    let number = |map: &mut BTreeMap<String, u32>, names: &mut Vec<String>, name: &str| {
        let next = names.len() as u32;
        *map.entry(name.to_owned()).or_insert_with(|| {
            names.push(name.to_owned());
            next
        })
    };
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let cells = lines
        .map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            let marks = fields[2..].iter().zip(weights);
            let total: f64 = marks.map(|(mark, w)| mark.parse::<f64>().unwrap() * w).sum();
            Cell {
                entry: number(&mut entries, &mut entry_names, fields[0]),
                juror: number(&mut jurors, &mut juror_names, fields[1]),
                score: total / weights.iter().sum::<f64>(),
            }
        })
        .collect();
    let table = Table::new(entry_names.len() as u32, juror_names.len() as u32, cells).unwrap();
    (table, entry_names, juror_names)
}

#[track_caller]
fn close(got: f64, want: f64, tolerance: f64) {
    assert!((got - want).abs() <= tolerance, "{got} is not {want} within {tolerance}");
}

/// In a complete design, REML is the analysis of variance, in closed form.
fn analysis_of_variance(table: &Table) -> (f64, f64, f64, f64) {
    let (n, m) = (f64::from(table.entries()), f64::from(table.jurors()));
    let mean = table.cells().iter().map(|c| c.score).sum::<f64>() / (n * m);
    let squares =
        |means: Vec<(u32, Option<f64>)>| -> f64 { means.iter().map(|(_, v)| (v.unwrap() - mean).powi(2)).sum() };
    let total: f64 = table.cells().iter().map(|c| (c.score - mean).powi(2)).sum();
    let between_entries = m * squares(table.entry_means());
    let between_jurors = n * squares(table.juror_means());
    let residual = (total - between_entries - between_jurors) / ((n - 1.0) * (m - 1.0));
    let entry = (between_entries / (n - 1.0) - residual) / m;
    let juror = (between_jurors / (m - 1.0) - residual) / n;
    let se = ((entry / n) + (juror / m) + residual / (n * m)).sqrt();
    (entry.sqrt(), juror.sqrt(), residual.sqrt(), se)
}

#[test]
fn penicillin_matches_the_closed_form() {
    let (table, names, _) = read(PENICILLIN, &[1.0]);
    let fit = Fit::new(&table, 1).unwrap();
    let got = fit.components();
    let (entry, juror, resid, se) = analysis_of_variance(&table);
    close(got.sd_entry, entry, 1e-8);
    close(got.sd_juror, juror, 1e-8);
    close(got.sd_resid, resid, 1e-8);
    close(got.se_mu, se, 1e-8);
    close(got.mu, 22.972_222_222, 1e-9);
    close(got.sd_entry, 0.846_704_324_165, 1e-8);
    close(got.sd_juror, 1.931_558_405_639, 1e-8);
    close(got.sd_resid, 0.549_923_139_118, 1e-8);
    close(got.reml_criterion, 330.860_588_991, 1e-8);
    let m = names.iter().position(|n| n == "m").unwrap() as u32;
    close(fit.score(m).unwrap(), 24.399_644_4, 1e-7);
    close(fit.standard_error(m).unwrap(), 0.817_954_376_9, 1e-8);
    close(fit.severity(0).unwrap(), 2.187_057_967, 1e-8);
}

#[test]
fn draws_agree_with_the_reference_and_do_not_depend_on_threads() {
    let (table, names, _) = read(PENICILLIN, &[1.0]);
    let fit = Fit::new(&table, 1).unwrap();
    let one = fit.rank_uncertainty(table.entries(), 3, 20_000, 7, 1);
    assert_eq!(one, fit.rank_uncertainty(table.entries(), 3, 20_000, 7, 3));
    let of = |name: &str| one[names.iter().position(|n| n == name).unwrap()].unwrap();
    close(of("m").p_top, 0.978, 0.006);
    close(of("t").p_top, 0.466, 0.015);
    assert_eq!((of("m").rank_low, of("m").rank_high), (1, 3));
    assert_eq!((of("t").rank_low, of("t").rank_high), (1, 8));
    let sum: f64 = one.iter().map(|u| u.unwrap().p_top).sum();
    close(sum, 3.0, 1e-9);
}

#[test]
fn entries_and_jurors_may_change_places() {
    let (table, ..) = read(PENICILLIN, &[1.0]);
    let turned = table.cells().iter().map(|c| Cell { entry: c.juror, juror: c.entry, score: c.score }).collect();
    let turned = Fit::new(&Table::new(6, 24, turned).unwrap(), 1).unwrap();
    let fit = Fit::new(&table, 1).unwrap();
    close(turned.components().reml_criterion, fit.components().reml_criterion, 1e-9);
    close(turned.components().sd_juror, fit.components().sd_entry, 1e-8);
    let severity = fit.severity(2).unwrap() + fit.components().mu;
    close(turned.score(2).unwrap(), severity, 1e-8);
    let uncertain = turned.rank_uncertainty(6, 2, 4000, 1, 1);
    assert!(uncertain[0].unwrap().p_top > 0.7, "juror A gives the highest marks");
}

/// The table of a package whose licence forbids a copy: checked where the data is at hand.
#[test]
fn writing_matches_the_reference_tables() {
    let Ok(folder) = std::env::var("DIGITAL_AWARDS_DATA") else {
        eprintln!("skipped: DIGITAL_AWARDS_DATA names no folder with writing_ratings1.csv");
        return;
    };
    let folder = std::path::Path::new(&folder);
    let text = std::fs::read_to_string(folder.join("writing_ratings1.csv")).unwrap();
    let references = folder.join("../examples/ranking");
    let cases: [(&[f64], [f64; 6], &str); 2] = [
        (
            &[1.0; 5],
            [412.686_232_310, 1.432_924_199, 0.097_846_859, 0.622_539_149, 0.208_162_280, 0.301_726_423],
            "writing1",
        ),
        (
            &[0.5, 0.3, 0.2],
            [522.551_193_610, 1.459_081_898, 0.129_986_689, 0.672_537_865, 0.297_652_956, 0.399_868_938],
            "writing1_w532",
        ),
    ];
    for (weights, want, file) in cases {
        let (table, entries, jurors) = read(&text, weights);
        let fit = Fit::new(&table, 2).unwrap();
        let c = fit.components();
        let got = [c.reml_criterion, c.mu, c.se_mu, c.sd_entry, c.sd_juror, c.sd_resid];
        for (got, want) in got.into_iter().zip(want) {
            close(got, want, 1e-6);
        }
        let ranks = fit.rank_uncertainty(table.entries(), 3, 20_000, 1, 2);
        let effects = fit.least_squares(&table, 1).unwrap();
        let rows = std::fs::read_to_string(references.join(format!("{file}.csv"))).unwrap();
        assert_eq!(rows.lines().count(), 136);
        for row in rows.lines().skip(1) {
            let f: Vec<&str> = row.split(',').collect();
            let entry = entries.iter().position(|n| n == f[0]).unwrap();
            let number = |at: usize| f[at].parse::<f64>().unwrap();
            close(effects.entries[entry].unwrap(), number(4), 1e-6);
            close(fit.score(entry as u32).unwrap(), number(5), 1e-4);
            close(fit.standard_error(entry as u32).unwrap(), number(6), 1e-4);
            close(ranks[entry].unwrap().p_top, number(7), 0.02);
        }
        let rows = std::fs::read_to_string(references.join(format!("{file}_jurors.csv"))).unwrap();
        for row in rows.lines().skip(1) {
            let f: Vec<&str> = row.split(',').collect();
            let juror = jurors.iter().position(|n| n == f[0]).unwrap();
            close(fit.severity(juror as u32).unwrap(), f[2].parse().unwrap(), 1e-4);
            close(effects.jurors[juror].unwrap(), f[3].parse().unwrap(), 1e-6);
        }
    }
}

fn cells(scores: &[(u32, u32, f64)]) -> Vec<Cell> {
    scores.iter().map(|&(entry, juror, score)| Cell { entry, juror, score }).collect()
}

fn reason(entries: u32, jurors: u32, scores: &[(u32, u32, f64)]) -> Degenerate {
    match Fit::new(&Table::new(entries, jurors, cells(scores)).unwrap(), 1) {
        Err(reason) => reason,
        Ok(_) => panic!("the model should not fit"),
    }
}

#[test]
fn what_no_model_can_tell_is_said() {
    assert_eq!(reason(0, 0, &[]), Degenerate::NoScores);
    assert_eq!(reason(3, 2, &[]), Degenerate::NoScores);
    assert_eq!(reason(1, 3, &[(0, 0, 1.0), (0, 1, 2.0), (0, 2, 4.0)]), Degenerate::OneEntry);
    assert_eq!(reason(3, 1, &[(0, 0, 1.0), (1, 0, 2.0), (2, 0, 4.0)]), Degenerate::OneJuror);
    assert_eq!(reason(3, 2, &[(0, 0, 1.0), (1, 1, 2.0), (2, 0, 4.0)]), Degenerate::NoRepeats);
    let equal: Vec<_> = (0..6).map(|i| (i / 2, i % 2, 3.25)).collect();
    assert_eq!(reason(3, 2, &equal), Degenerate::AllEqual);
    let additive: Vec<_> = (0..12).map(|i| (i / 3, i % 3, f64::from(i / 3) * 0.7 + f64::from(i % 3) * 0.3)).collect();
    assert_eq!(reason(4, 3, &additive), Degenerate::NoNoise);
}

#[test]
fn a_variance_of_nothing_is_an_answer() {
    // Entry means are all equal, so nothing speaks for a difference between entries.
    let scores = [(0, 0, 1.0), (0, 1, 5.0), (1, 0, 5.0), (1, 1, 1.0), (2, 0, 2.0), (2, 1, 4.0)];
    let fit = Fit::new(&Table::new(3, 2, cells(&scores)).unwrap(), 1).unwrap();
    assert_eq!(fit.components().sd_entry, 0.0);
    close(fit.score(0).unwrap(), 3.0, 1e-12);
    let ranks = fit.rank_uncertainty(3, 1, 30_000, 3, 1);
    for rank in ranks {
        close(rank.unwrap().p_top, 1.0 / 3.0, 0.015);
    }
    close(fit.probability_above(0, 1).unwrap(), 0.5, 1e-12);
}

#[test]
fn entries_nobody_scored_have_no_score() {
    let scores = [(0, 0, 1.0), (0, 1, 2.5), (2, 0, 3.0), (2, 1, 3.5), (3, 1, 2.0)];
    let table = Table::new(4, 5, cells(&scores)).unwrap();
    let fit = Fit::new(&table, 1).unwrap();
    assert_eq!((fit.score(1), fit.severity(3), fit.standard_error(1)), (None, None, None));
    assert!(fit.rank_uncertainty(4, 1, 200, 1, 1)[1].is_none());
    assert_eq!(Components::of(&table).count(), 1);
}

/// Marks that are not additive, one criterion apart from the other.
fn cards(entries: u32, jurors: u32) -> Vec<Scorecard> {
    let mark = |a: u32, b: u32, c: u32| i64::from((a * 37 + b * 61 + c * 17 + a * b * 7) % 40) * 10;
    (0..entries)
        .flat_map(|entry| (0..jurors).map(move |juror| (entry, juror)))
        .filter(|(entry, juror)| (entry + juror) % 4 != 0)
        .map(|(entry, juror)| Scorecard {
            entry,
            juror,
            marks: vec![
                Some(mark(entry, juror, 1) + i64::from(entry) * 20),
                Some(mark(entry, juror, 2) + i64::from(entry) * 20),
            ],
        })
        .collect()
}

fn round<'a>(cards: &'a [Scorecard], weights: &'a [u32], method: Method) -> Round<'a> {
    Round { entries: 9, jurors: 5, weights, tie_breaks: &[], cards, method, threads: 2 }
}

#[test]
fn robustness_is_a_full_ranking_again() {
    // Small weights make few shifts to try, in the same proportions.
    let (cards, weights) = (cards(9, 5), [600, 400]);
    for method in [Method::WeightedMean, Method::Calibrated] {
        let base = round(&cards, &weights, method);
        let tests = Robustness::new(base, 3, 100_000).unwrap();
        let podium_of = |cards: &[Scorecard], weights: &[u32]| {
            Robustness::new(Round { cards, weights, ..base }, 3, 0).unwrap().podium().clone()
        };
        let without = tests.without_jurors().unwrap();
        assert!(without.complete);
        assert_eq!(without.found.len(), 5);
        for trial in &without.found {
            let left: Vec<_> = cards.iter().filter(|c| c.juror != trial.juror).cloned().collect();
            assert_eq!(trial.podium, podium_of(&left, &weights));
            assert_eq!(trial.changed, trial.podium != *tests.podium());
        }
        let scale = Scale { min: 0, max: 600, step: 100 };
        let steps = tests.one_step(scale).unwrap();
        let mut expected = Vec::new();
        for (card, scorecard) in cards.iter().enumerate() {
            for criterion in 0..2 {
                for change in [100, -100] {
                    let moved = scorecard.marks[criterion].unwrap() + change;
                    let mut other = cards.clone();
                    other[card].marks[criterion] = Some(moved);
                    if (0..=600).contains(&moved) && podium_of(&other, &weights) != *tests.podium() {
                        expected.push((card, criterion, change));
                    }
                }
            }
        }
        let found: Vec<_> = steps.found.iter().map(|s| (s.card, s.criterion, s.change)).collect();
        assert_eq!(found, expected);
        assert!(!expected.is_empty() && steps.complete);
        for shift in tests.weight_shifts().unwrap().found {
            let shifted = |by: i64| {
                let mut other = weights;
                other[shift.criterion] = (i64::from(other[shift.criterion]) + by) as u32;
                podium_of(&cards, &other)
            };
            assert_ne!(shifted(shift.change), *tests.podium());
            assert_eq!(shifted(shift.change - shift.change.signum()), *tests.podium());
        }
    }
}

#[test]
fn robustness_within_groups_is_that_of_each_group() {
    let (cards, weights) = (cards(9, 5), [600, 400]);
    let groups: Vec<u32> = (0..9).map(|entry| entry % 2).collect();
    let base = round(&cards, &weights, Method::WeightedMean);
    let scale = Scale { min: 0, max: 600, step: 100 };
    let both = Robustness::new(base, 2, 100_000).unwrap().within(&groups);
    let mut joined = Vec::new();
    let mut steps = Vec::new();
    for group in [0, 1] {
        // Plain means know nothing of other entries: a group alone has the same podium.
        let alone: Vec<Scorecard> = cards.iter().filter(|c| c.entry % 2 == group).cloned().collect();
        let one = Robustness::new(Round { cards: &alone, ..base }, 2, 100_000).unwrap();
        joined.extend(one.podium().clone());
        steps.extend(
            one.one_step(scale)
                .unwrap()
                .found
                .into_iter()
                .map(|step| (alone[step.card].entry, alone[step.card].juror, step.criterion, step.change)),
        );
    }
    assert_eq!(*both.podium(), joined);
    let all = both.one_step(scale).unwrap();
    let mut found: Vec<_> = all
        .found
        .iter()
        .map(|step| (cards[step.card].entry, cards[step.card].juror, step.criterion, step.change))
        .collect();
    found.sort_unstable();
    steps.sort_unstable();
    assert!(!steps.is_empty());
    assert_eq!(found, steps);
    // With little work allowed, the marks nearest to the last place of the podium come first.
    let few = Robustness::new(base, 2, 4).unwrap().within(&groups).one_step(scale).unwrap();
    assert!(!few.complete && few.tried == 4 && all.tried > 4);
    let gap = |entry: u32| {
        let means = official(&base).unwrap().means;
        let last = joined.iter().rfind(|(_, e)| e % 2 == entry % 2).unwrap().1;
        (means[entry as usize].score.unwrap().micros() - means[last as usize].score.unwrap().micros()).abs()
    };
    assert!(few.found.iter().all(|step| gap(cards[step.card].entry) == 0));
    let lasts: Vec<u32> = [0, 1].map(|group| joined.iter().rfind(|(_, e)| e % 2 == group).unwrap().1).to_vec();
    let some = Robustness::new(base, 2, 2).unwrap().within(&groups).without_jurors().unwrap();
    assert!(!some.complete && some.found.len() == 2);
    let scored_last = |juror: u32| cards.iter().any(|c| c.juror == juror && lasts.contains(&c.entry));
    assert!(some.found.iter().all(|trial| scored_last(trial.juror)));
}

#[test]
fn the_advised_scorecard_lowers_the_doubt_as_computed() {
    let (cards, weights) = (cards(9, 5), [5000, 5000]);
    let table = Table::of_totals(9, 5, &weights, &cards).unwrap();
    let fit = Fit::new(&table, 1).unwrap();
    let forbidden: HashSet<(u32, u32)> = cards.iter().map(|c| (c.entry, c.juror)).collect();
    let spare = [1, 1, 0, 1, 1];
    let everyone: Vec<u32> = (0..9).collect();
    let advice = fit.advise(&everyone, 3, 3, &Availability { spare: &spare, forbidden: &forbidden });
    assert_eq!(advice.len(), 3);
    for step in &advice {
        assert!(step.doubt_after < step.doubt_before);
        assert!(!forbidden.contains(&(step.entry, step.juror)) && step.juror != 2);
    }
    for pair in advice.windows(2) {
        close(pair[1].doubt_before, pair[0].doubt_after, 1e-9);
    }
    let none = fit.advise(&everyone, 3, 3, &Availability { spare: &[0; 5], forbidden: &forbidden });
    assert!(none.is_empty());
}

#[test]
fn habits_of_jurors_are_described() {
    let mut cards = cards(9, 5);
    for card in cards.iter_mut().filter(|c| c.juror == 1) {
        card.marks = vec![Some(300), Some(300)];
    }
    let makings: Vec<Making> =
        (0..cards.len() as u32).map(|i| Making { seconds: Some(60 + i), order: Some(i) }).collect();
    let weights = [5000, 5000];
    let base = round(&cards, &weights, Method::Calibrated);
    let table = Table::of_totals(9, 5, &weights, &cards).unwrap();
    let fit = Fit::new(&table, 1).unwrap();
    let habits = juror_habits(&base, Some(&fit), &makings).unwrap();
    assert_eq!(habits[1].straight_lines, Some(1.0));
    assert_eq!(habits[1].spread, Some(0.0));
    assert!(habits[0].straight_lines.unwrap() < 0.5 && habits[0].spread.unwrap() > 0.1);
    assert!(habits.iter().all(|h| h.drift.is_some() && h.median_seconds.is_some()));
    let plain = juror_habits(&base, None, &[]).unwrap();
    assert_eq!((plain[0].severity, plain[0].drift, plain[0].median_seconds), (None, None, None));
}
