//! How a jury's marks lie on the scale, criterion by criterion.

use crate::app::practice::SpreadLine;
use crate::domain::round::Round;
use crate::web::page::Page;

/// The marks on a criterion as the page shows them.
pub struct SpreadView {
    /// The criterion.
    pub name: String,
    /// The middle of the marks, and where one's own stands.
    pub sentence: String,
    /// From the highest step.
    pub steps: Vec<StepView>,
}

/// A step of the scale.
pub struct StepView {
    /// The step: a number, or yes and no.
    pub name: String,
    /// How many jurors gave it.
    pub count: usize,
    /// The same in thousandths of all.
    pub share: usize,
    /// The reader gave it.
    pub is_own: bool,
}

/// The spread of each criterion that has one.
pub fn views(p: &Page, round: &Round, lines: &[SpreadLine]) -> Vec<SpreadView> {
    lines.iter().filter_map(|line| view(p, round, line)).collect()
}

fn view(p: &Page, round: &Round, line: &SpreadLine) -> Option<SpreadView> {
    let spread = line.spread.as_ref()?;
    let all = spread.counts.iter().sum::<usize>().max(1);
    let step = |(step, &count): (i32, &usize)| StepView {
        name: step_name(p, round, step),
        count,
        share: count * 1000 / all,
        is_own: line.own == Some(step),
    };
    let mut steps: Vec<StepView> = (round.scale_min..).zip(&spread.counts).map(step).collect();
    steps.reverse();
    let (low, high) = spread.median;
    let median = if low == high {
        step_name(p, round, low)
    } else {
        format!("{} – {}", step_name(p, round, low), step_name(p, round, high))
    };
    let key = match line.own {
        None => "practice-median",
        Some(own) if own > high => "practice-above",
        Some(own) if own < low => "practice-below",
        Some(_) => "practice-with",
    };
    let sentence =
        p.m(key).arg("median", median).arg("own", line.own.map_or_else(String::new, |x| step_name(p, round, x)));
    Some(SpreadView { name: p.l(&line.criterion.name).to_owned(), sentence: sentence.to_string(), steps })
}

fn step_name(p: &Page, round: &Round, step: i32) -> String {
    match step {
        0 if round.is_yes_no() => p.t("answer-no"),
        1 if round.is_yes_no() => p.t("answer-yes"),
        step => step.to_string(),
    }
}
