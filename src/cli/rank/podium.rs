//! `rank --robustness` and `rank --advise`: what it takes to change the podium, and which extra
//! scorecards would settle it.

use std::collections::HashSet;

use clap::Args;
use serde_json::{Value, json};

use super::{Outcome, say};
use crate::judging::ranking::advisor::Availability;
use crate::judging::ranking::fit::Fit;
use crate::judging::ranking::official::Round;
use crate::judging::ranking::robustness::{OneStep, Podium, Robustness, Scale, Tried, WeightShift, WithoutJuror};
use crate::judging::ranking::scores_csv::{Columns, Scores};
use crate::judging::ranking::table::Table;

/// One point, in hundredths.
const STEP: i64 = 100;

/// What to say of the podium beside the ranking.
#[derive(Debug, Args)]
pub struct PodiumOptions {
    /// Try the podium without each juror, with every mark a point away (on the scale of the marks in
    /// the file), and with weights up to a tenth away.
    #[arg(long)]
    robustness: bool,
    /// The most rankings that each of these tests computes.
    #[arg(long, value_name = "RANKINGS", default_value_t = 2000)]
    work: usize,
    /// Name the K extra scorecards that would most settle the podium.
    #[arg(long, value_name = "K")]
    advise: Option<usize>,
    /// The most scorecards of one juror, for the advice; without it, no limit.
    #[arg(long, value_name = "SCORECARDS")]
    max_load: Option<u32>,
}

impl PodiumOptions {
    /// Adds what was asked to the answer.
    pub fn add(&self, answer: &mut Value, round: Round<'_>, top: u32, scores: &Scores, columns: &Columns) -> Outcome {
        if self.robustness {
            answer["robustness"] = Names { scores, columns }.robustness(round, top, self.work)?;
        }
        if let Some(wanted) = self.advise {
            answer["advice"] = self.advice(round, top, wanted, scores)?;
        }
        Ok(())
    }

    fn advice(&self, round: Round<'_>, top: u32, wanted: usize, scores: &Scores) -> Result<Value, super::Failure> {
        let table = Table::of_totals(round.entries, round.jurors, round.weights, round.cards)?;
        let Ok(fit) = Fit::new(&table, round.threads) else { return Ok(Value::Null) };
        let most = self.max_load.unwrap_or(u32::MAX);
        let spare: Vec<u32> = table.juror_means().iter().map(|(count, _)| most.saturating_sub(*count)).collect();
        let forbidden: HashSet<(u32, u32)> = round.cards.iter().map(|card| (card.entry, card.juror)).collect();
        let entries: Vec<u32> = (0..round.entries).collect();
        let availability = Availability { spare: &spare, forbidden: &forbidden };
        let advice = fit.advise(&entries, top, wanted, &availability);
        Ok(advice
            .iter()
            .map(|advice| {
                json!({
                    "entry": scores.entries[advice.entry as usize],
                    "juror": scores.jurors[advice.juror as usize],
                    "doubt_before": advice.doubt_before,
                    "doubt_after": advice.doubt_after,
                })
            })
            .collect())
    }
}

/// Numbers turned back into the names of the file.
struct Names<'a> {
    scores: &'a Scores,
    columns: &'a Columns,
}

impl Names<'_> {
    fn robustness(&self, round: Round<'_>, top: u32, work: usize) -> Result<Value, super::Failure> {
        let marks = || round.cards.iter().flat_map(|card| card.marks.iter().flatten());
        let scale = Scale {
            min: marks().min().copied().unwrap_or_default(),
            max: marks().max().copied().unwrap_or_default(),
            step: STEP,
        };
        let tests = Robustness::new(round, top, work)?;
        Ok(json!({
            "podium": self.podium(tests.podium()),
            "without_juror": tried(&tests.without_jurors()?, |x| x.changed.then(|| self.juror(x))),
            "one_step": tried(&tests.one_step(scale)?, |x| Some(self.step(x))),
            "weights": tried(&tests.weight_shifts()?, |x| Some(self.shift(x))),
        }))
    }

    fn podium(&self, podium: &Podium) -> Value {
        podium
            .iter()
            .map(|(rank, entry)| json!({ "rank": rank, "entry": self.scores.entries[*entry as usize] }))
            .collect()
    }

    fn juror(&self, x: &WithoutJuror) -> Value {
        json!({ "juror": self.scores.jurors[x.juror as usize], "podium": self.podium(&x.podium) })
    }

    fn step(&self, x: &OneStep) -> Value {
        let card = &self.scores.cards[x.card];
        let from = card.marks[x.criterion].unwrap_or_default();
        json!({
            "entry": self.scores.entries[card.entry as usize],
            "juror": self.scores.jurors[card.juror as usize],
            "criterion": self.columns.criteria[x.criterion].0,
            "from": points(from),
            "to": points(from + x.change),
            "podium": self.podium(&x.podium),
        })
    }

    fn shift(&self, x: &WeightShift) -> Value {
        let (name, weight) = &self.columns.criteria[x.criterion];
        json!({
            "criterion": name,
            "from": f64::from(*weight) / 1e6,
            "to": (i64::from(*weight) + x.change) as f64 / 1e6,
            "podium": self.podium(&x.podium),
        })
    }
}

fn points(hundredths: i64) -> f64 {
    hundredths as f64 / 100.0
}

/// What a test found, how much was tried, and whether that was everything.
fn tried<T>(tried: &Tried<T>, changes: impl Fn(&T) -> Option<Value>) -> Value {
    let found: Vec<Value> = tried.found.iter().filter_map(changes).collect();
    json!({ "tried": tried.tried, "complete": tried.complete, "changes": found })
}

/// The same in lines.
pub fn tell(answer: &Value) {
    let empty = Vec::new();
    let list = |value: &Value| value.as_array().unwrap_or(&empty).clone();
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let line = |podium: &Value| {
        list(podium).iter().map(|x| format!("{} {}", x["rank"], text(&x["entry"]))).collect::<Vec<_>>().join(", ")
    };
    let robustness = &answer["robustness"];
    if robustness.is_object() {
        say(&format!("podium  {}", line(&robustness["podium"])));
        for test in ["without_juror", "one_step", "weights"] {
            let found = &robustness[test];
            let bound = if found["complete"] == true { "" } else { ", not everything" };
            say(&format!("{test}  {} of {} change it{bound}", list(&found["changes"]).len(), found["tried"]));
            for change in list(&found["changes"]) {
                let who = ["juror", "entry", "criterion"].iter().filter(|key| !change[**key].is_null());
                let who: Vec<String> = who.map(|key| format!("{key} {}", text(&change[*key]))).collect();
                let what = if change["to"].is_null() {
                    String::new()
                } else {
                    format!(" {} instead of {}", change["to"], change["from"])
                };
                say(&format!("  {}{what}: {}", who.join(", "), line(&change["podium"])));
            }
        }
    }
    for advice in list(&answer["advice"]) {
        let doubt = |key: &str| advice[key].as_f64().unwrap_or_default();
        say(&format!(
            "advice  juror {} on entry {}: doubt {:.4} to {:.4}",
            text(&advice["juror"]),
            text(&advice["entry"]),
            doubt("doubt_before"),
            doubt("doubt_after")
        ));
    }
}
