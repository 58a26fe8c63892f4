//! What must hold of any scores.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    clippy::float_cmp,
    reason = "small made-up numbers"
)]

use digital_awards::judging::ranking::components::Components;
use digital_awards::judging::ranking::fit::Fit;
use digital_awards::judging::ranking::ratio::Ratio;
use digital_awards::judging::ranking::table::{Cell, Table};
use digital_awards::judging::ranking::weighted::{Scorecard, weighted_means};
use proptest::collection::vec;
use proptest::prelude::*;

/// A connected table: juror 0 scored everything, the others some.
fn connected() -> impl Strategy<Value = Table> {
    (3_u32..8, 2_u32..6)
        .prop_flat_map(|(n, m)| (Just((n, m)), vec((0_i32..500, any::<bool>()), (n * m) as usize)))
        .prop_map(|((n, m), marks)| {
            let cells = (0..n)
                .flat_map(|entry| (0..m).map(move |juror| (entry, juror)))
                .zip(marks)
                .filter(|((entry, juror), (_, kept))| *juror == 0 || *kept || *entry < 2)
                .map(|((entry, juror), (mark, _))| Cell { entry, juror, score: f64::from(mark) / 100.0 })
                .collect();
            Table::new(n, m, cells).unwrap()
        })
}

fn map(table: &Table, change: impl Fn(Cell) -> Cell) -> Table {
    let cells = table.cells().iter().copied().map(change).collect();
    Table::new(table.entries(), table.jurors(), cells).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_stricter_juror_moves_only_that_juror(table in connected(), shift in -3.0_f64..3.0) {
        let Ok(before) = Fit::new(&table, 1) else { return Ok(()) };
        let shifted = map(&table, |c| Cell {
            score: if c.juror == 1 { c.score + shift } else { c.score },
            ..c
        });
        let Ok(after) = Fit::new(&shifted, 1) else { return Ok(()) };
        let (old, new) = (before.least_squares(&table, 1), after.least_squares(&shifted, 1));
        let (old, new) = (old.unwrap(), new.unwrap());
        let gap = |effects: &[Option<f64>], k: usize| effects[k].unwrap() - effects[0].unwrap();
        for entry in 1..table.entries() as usize {
            let moved = gap(&new.entries, entry) - gap(&old.entries, entry);
            prop_assert!(moved.abs() < 1e-9);
        }
        for juror in 1..table.jurors() as usize {
            if old.jurors[juror].is_none() { continue }
            let moved = gap(&new.jurors, juror) - gap(&old.jurors, juror);
            let expected = if juror == 1 { shift } else { 0.0 };
            prop_assert!((moved - expected).abs() < 1e-9);
        }
    }

    #[test]
    fn numbers_given_to_people_change_nothing(table in connected(), turn in 1_u32..7) {
        let Ok(fit) = Fit::new(&table, 1) else { return Ok(()) };
        let (n, m) = (table.entries(), table.jurors());
        let entry = |e: u32| (e + turn) % n;
        let juror = |j: u32| m - 1 - j;
        let renamed = map(&table, |c| Cell { entry: entry(c.entry), juror: juror(c.juror), ..c });
        let other = Fit::new(&renamed, 1).ok().unwrap();
        let (a, b) = (fit.components(), other.components());
        prop_assert!((a.reml_criterion - b.reml_criterion).abs() < 1e-8);
        // A criterion so flat that a variance is not determined to a digit says nothing of scores.
        if (a.sd_entry - b.sd_entry).abs() < 1e-6 && (a.sd_juror - b.sd_juror).abs() < 1e-6 {
            for e in 0..n {
                prop_assert!((fit.score(e).unwrap() - other.score(entry(e)).unwrap()).abs() < 1e-5);
            }
        }
    }

    #[test]
    fn the_optimum_is_not_above_its_neighbourhood(table in connected()) {
        let Ok(fit) = Fit::new(&table, 1) else { return Ok(()) };
        let best = fit.components().reml_criterion;
        for entry in [0.0, 0.01, 0.1, 0.5, 1.0, 2.0, 10.0, 100.0] {
            for juror in [0.0, 0.01, 0.1, 0.5, 1.0, 2.0, 10.0, 100.0] {
                if let Some(there) = Fit::criterion_at(&table, entry, juror) {
                    prop_assert!(best <= there + 1e-8, "{} at {} {}", there, entry, juror);
                }
            }
        }
    }

    #[test]
    fn a_complete_design_keeps_the_order_of_means(
        marks in vec(0_i32..100, 24),
    ) {
        let cells = (0..24_u32)
            .zip(&marks)
            .map(|(k, &mark)| Cell { entry: k / 4, juror: k % 4, score: f64::from(mark) })
            .collect();
        let table = Table::new(6, 4, cells).unwrap();
        let Ok(fit) = Fit::new(&table, 1) else { return Ok(()) };
        let means = table.entry_means();
        let effects = fit.least_squares(&table, 1).unwrap();
        for a in 0..6 {
            prop_assert!((effects.entries[a].unwrap() - means[a].1.unwrap()).abs() < 1e-9);
            for b in 0..6 {
                if means[a].1 > means[b].1 {
                    let (a, b) = (fit.score(a as u32).unwrap(), fit.score(b as u32).unwrap());
                    prop_assert!(a >= b - 1e-12);
                }
            }
        }
    }

    #[test]
    fn two_blocks_are_reported_as_two_and_their_bridge_joins_them(
        left in connected(), right in connected(),
    ) {
        let mut cells = left.cells().to_vec();
        cells.extend(right.cells().iter().map(|c| Cell {
            entry: c.entry + left.entries(),
            juror: c.juror + left.jurors(),
            score: c.score,
        }));
        let (n, m) = (left.entries() + right.entries(), left.jurors() + right.jurors());
        let table = Table::new(n, m, cells.clone()).unwrap();
        let parts = Components::of(&table);
        prop_assert_eq!(parts.count(), 2);
        let bridges = parts.bridges(&table);
        prop_assert_eq!(bridges.len(), 1);
        cells.push(Cell { entry: bridges[0].entry, juror: bridges[0].juror, score: 1.0 });
        prop_assert_eq!(Components::of(&Table::new(n, m, cells).unwrap()).count(), 1);
    }

    #[test]
    fn any_scores_give_an_answer_or_a_reason(
        scores in vec((0_u32..5, 0_u32..5, prop_oneof![
            any::<f64>(), Just(f64::NAN), Just(0.0), Just(1.0), -10.0_f64..10.0,
        ]), 0..20),
    ) {
        let cells = scores
            .into_iter()
            .map(|(entry, juror, score)| Cell { entry, juror, score })
            .collect();
        if let Ok(table) = Table::new(5, 4, cells)
            && let Ok(fit) = Fit::new(&table, 1)
        {
            prop_assert!(fit.components().reml_criterion.is_finite());
            let ranks = fit.rank_uncertainty(5, 2, 70, 1, 1);
            for (entry, rank) in (0..).zip(ranks) {
                prop_assert_eq!(rank.is_some(), fit.score(entry).is_some());
                if let Some(rank) = rank {
                    prop_assert!(1 <= rank.rank_low && rank.rank_low <= rank.rank_high);
                    prop_assert!(rank.rank_high <= 5);
                }
            }
        }
    }

    #[test]
    fn weighted_means_are_exact(
        marks in vec(vec(proptest::option::of(0_i64..1000), 3), 1..30),
        weights in vec(1_u32..10_000, 3),
    ) {
        let cards: Vec<Scorecard> = (0..)
            .zip(&marks)
            .map(|(k, marks)| Scorecard { entry: k % 4, juror: k / 4, marks: marks.clone() })
            .collect();
        let means = weighted_means(4, &weights, &[], &cards).unwrap();
        for mean in &means {
            let totals: Vec<(i128, i128)> = cards
                .iter()
                .filter(|c| c.entry == mean.entry)
                .filter_map(|card| {
                    let present = || card.marks.iter().zip(&weights).filter(|(m, _)| m.is_some());
                    let weight: i128 = present().map(|(_, &w)| i128::from(w)).sum();
                    let sum: i128 =
                        present().map(|(m, &w)| i128::from(m.unwrap()) * i128::from(w)).sum();
                    (weight > 0).then_some((sum, 100 * weight))
                })
                .collect();
            prop_assert_eq!(mean.scorecards as usize, totals.len());
            // Sum over the product of all denominators, as by hand.
            let fits = totals.len() < 6;
            if let (Some(got), true) = (mean.mean, fits) {
                let den: i128 = totals.iter().map(|t| t.1).product();
                let num: i128 = totals.iter().map(|t| t.0 * (den / t.1)).sum();
                prop_assert_eq!(Some(got), Ratio::new(num, den * totals.len() as i128));
            }
        }
        let better = |a: usize, b: usize| means[a].mean > means[b].mean;
        for a in 0..4 {
            for b in 0..4 {
                if let (Some(x), Some(y)) = (means[a].place.rank, means[b].place.rank) {
                    prop_assert!(!better(a, b) || x <= y);
                }
            }
        }
    }
}
