//! `rank`: what a table of scores says, and how surely.

mod podium;

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use serde_json::{Value, json};

use self::podium::PodiumOptions;
use super::{Failure, Outcome, complain, say};
use crate::judging::ranking::fit::{Degenerate, VarianceComponents};
use crate::judging::ranking::official::{Method, Round};
use crate::judging::ranking::report::{EntryRow, JurorRow, Report, ReportOptions, report};
use crate::judging::ranking::scores_csv::{Columns, Scores, read_scores};

/// Rank entries from a table of scores, corrected for the severity of jurors.
#[derive(Debug, Args)]
pub struct Rank {
    /// A CSV file: a line a scorecard, a column a criterion.
    scores: PathBuf,
    /// The column that names the entry.
    #[arg(long, value_name = "COLUMN", default_value = "entry")]
    entry: String,
    /// The column that names the juror.
    #[arg(long, value_name = "COLUMN", default_value = "juror")]
    juror: String,
    /// The columns that hold marks, with their weights: `k1:0.5,k2:0.3,k3:0.2`.
    #[arg(long, value_name = "COLUMN:WEIGHT,...")]
    criteria: String,
    /// How many places count as the podium.
    #[arg(long, default_value_t = 3)]
    top: u32,
    /// Chooses the random draws.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// How many draws the probabilities rest on.
    #[arg(long, default_value_t = 20_000)]
    draws: u32,
    /// Where to write the ranking; the jurors go to the same name with `_jurors`.
    #[arg(long, value_name = "RANKING.csv")]
    out: Option<PathBuf>,
    #[command(flatten)]
    podium: PodiumOptions,
    /// Answer in JSON.
    #[arg(long)]
    json: bool,
}

impl Rank {
    pub fn run(&self) -> Outcome {
        let start = Instant::now();
        let named = |reason: String| Failure(format!("{}: {reason}", self.scores.display()));
        let columns = Columns::new(&self.entry, &self.juror, &self.criteria)?;
        let bytes = std::fs::read(&self.scores).map_err(|error| named(error.to_string()))?;
        let scores = read_scores(&bytes, &columns).map_err(|error| named(error.to_string()))?;
        let read = start.elapsed().as_secs_f64();
        let start = Instant::now();
        let round = Round {
            entries: u32::try_from(scores.entries.len())?,
            jurors: u32::try_from(scores.jurors.len())?,
            weights: &scores.weights,
            tie_breaks: &[],
            cards: &scores.cards,
            method: Method::Calibrated,
            threads: std::thread::available_parallelism().map_or(1, usize::from),
        };
        let options = ReportOptions { top: self.top, draws: self.draws.max(1), seed: self.seed };
        let report = report(&round, options).map_err(|error| named(error.to_string()))?;
        let ranked = start.elapsed().as_secs_f64();
        if let Some(out) = &self.out {
            self.write_entries(out, &report, &scores)?;
            Self::write_jurors(out, &report, &scores)?;
        }
        warn(&report, &scores);
        let mut answer = self.answer(&report, &scores, &columns, (read, ranked));
        self.podium.add(&mut answer, round, self.top, &scores, &columns)?;
        if self.json {
            say(&answer.to_string());
        } else {
            self.tell(&answer, &report, &scores);
            podium::tell(&answer);
        }
        Ok(())
    }

    fn entry_header(&self) -> Vec<String> {
        let p_top = format!("p_top{}", self.top);
        let names = [
            "entry",
            "n_reviews",
            "component",
            "raw_mean",
            "ls_effect",
            "blup",
            "se",
            &p_top,
            "expected_rank",
            "rank_lo95",
            "rank_hi95",
            "rank_blup",
            "rank_raw",
            "p_above_next",
        ];
        names.map(str::to_owned).to_vec()
    }

    fn write_entries(&self, out: &Path, report: &Report, scores: &Scores) -> Outcome {
        let mut writer = csv::Writer::from_path(out).map_err(|error| file_failure(out, &error))?;
        writer.write_record(self.entry_header())?;
        for row in &report.entry_rows {
            let mut fields = vec![scores.entries[row.entry as usize].clone()];
            fields.extend(entry_values(row).iter().map(field));
            writer.write_record(fields)?;
        }
        writer.flush()?;
        Ok(())
    }

    fn write_jurors(out: &Path, report: &Report, scores: &Scores) -> Outcome {
        let stem = out.file_stem().unwrap_or_default().to_string_lossy();
        let path = out.with_file_name(format!("{stem}_jurors.csv"));
        let mut writer = csv::Writer::from_path(&path).map_err(|error| file_failure(&path, &error))?;
        writer.write_record(JUROR_HEADER)?;
        for row in &report.juror_rows {
            let mut fields = vec![scores.jurors[row.juror as usize].clone()];
            fields.extend(juror_values(row).iter().map(field));
            writer.write_record(fields)?;
        }
        writer.flush()?;
        Ok(())
    }

    fn answer(&self, report: &Report, scores: &Scores, columns: &Columns, (read, ranked): (f64, f64)) -> Value {
        let mut answer = json!({
            "n": report.n,
            "entries": report.entries,
            "jurors": report.jurors,
            "components": report.components,
            "bridges": report.bridges.iter().map(|b| json!({
                "entry": scores.entries[b.entry as usize],
                "juror": scores.jurors[b.juror as usize],
            })).collect::<Vec<_>>(),
            "in_doubt": report.in_doubt.iter().map(|&e| &scores.entries[e as usize]).collect::<Vec<_>>(),
            "read_s": read,
            "rank_s": ranked,
        });
        add_model(&mut answer, report.model);
        let criteria = report.criteria.iter().map(|fit| {
            let mut criterion = json!({ "criterion": columns.criteria[fit.criterion].0 });
            add_model(&mut criterion, fit.model);
            criterion
        });
        answer["criteria"] = criteria.collect();
        let header = self.entry_header();
        answer["ranking"] =
            rows(&header, &report.entry_rows, |row| (&scores.entries[row.entry as usize], entry_values(row)));
        answer["juror_effects"] =
            rows(&JUROR_HEADER, &report.juror_rows, |row| (&scores.jurors[row.juror as usize], juror_values(row)));
        answer
    }

    fn tell(&self, answer: &Value, report: &Report, scores: &Scores) {
        for key in ["n", "entries", "jurors", "components"] {
            say(&format!("{key} {}", answer[key]));
        }
        for key in MODEL {
            if let Some(value) = answer[key].as_f64() {
                say(&format!("{key} {value:.9}"));
            }
        }
        say(&format!("read {:.3} s", answer["read_s"].as_f64().unwrap_or_default()));
        say(&format!("rank {:.3} s", answer["rank_s"].as_f64().unwrap_or_default()));
        let shown = usize::try_from(self.top).unwrap_or(usize::MAX).saturating_add(3);
        for row in report.entry_rows.iter().filter(|row| row.n_reviews > 0).take(shown) {
            let name = &scores.entries[row.entry as usize];
            let mean = row.raw_mean.unwrap_or_default();
            match (row.rank_blup, row.blup, row.p_top) {
                (Some(rank), Some(blup), Some(p)) => {
                    let next = match row.is_separable() {
                        Some(false) => "  not separable from the next",
                        _ => "",
                    };
                    say(&format!("{rank:>4}  {name}  {blup:.4}  mean {mean:.4}  P(top {}) {p:.3}{next}", self.top));
                }
                _ => say(&format!("{:>4}  {name}  mean {mean:.4}", row.rank_raw.unwrap_or_default())),
            }
        }
    }
}

const MODEL: [&str; 6] = ["reml_criterion", "mu", "se_mu", "sd_entry", "sd_juror", "sd_resid"];

const JUROR_HEADER: [&str; 7] =
    ["juror", "n_reviews", "blup_severity", "ls_effect", "spread", "disagreement", "straight_lines"];

/// The model's numbers, or null and the reason.
fn add_model(answer: &mut Value, model: Result<VarianceComponents, Degenerate>) {
    let values = model.map(|m| [m.reml_criterion, m.mu, m.se_mu, m.sd_entry, m.sd_juror, m.sd_resid]);
    for (at, key) in MODEL.into_iter().enumerate() {
        answer[key] = json!(values.ok().map(|values| values[at]));
    }
    answer["no_model_because"] = json!(model.err().map(|reason| reason.to_string()));
}

fn entry_values(row: &EntryRow) -> Vec<Value> {
    vec![
        json!(row.n_reviews),
        json!(row.component),
        json!(row.raw_mean),
        json!(row.ls_effect),
        json!(row.blup),
        json!(row.se),
        json!(row.p_top),
        json!(row.expected_rank),
        json!(row.rank_lo95),
        json!(row.rank_hi95),
        json!(row.rank_blup),
        json!(row.rank_raw),
        json!(row.p_above_next),
    ]
}

fn juror_values(row: &JurorRow) -> Vec<Value> {
    vec![
        json!(row.n_reviews),
        json!(row.blup_severity),
        json!(row.ls_effect),
        json!(row.spread),
        json!(row.disagreement),
        json!(row.straight_lines),
    ]
}

fn rows<'a, T>(header: &[impl AsRef<str>], items: &'a [T], of: impl Fn(&'a T) -> (&'a String, Vec<Value>)) -> Value {
    let row = |item| {
        let (name, values) = of(item);
        let values = std::iter::once(json!(name)).chain(values);
        header.iter().map(|key| key.as_ref().to_owned()).zip(values).collect::<serde_json::Map<_, _>>()
    };
    items.iter().map(row).map(Value::Object).collect()
}

/// A field of a CSV file: nothing for null, ten digits for a fraction.
fn field(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Number(number) if number.is_f64() => ten_digits(number.as_f64().unwrap_or_default()),
        other => other.to_string(),
    }
}

fn ten_digits(value: f64) -> String {
    let places = if value == 0.0 { 0.0 } else { 9.0 - value.abs().log10().floor() };
    let places = (0..18).rfind(|&p| f64::from(p) <= places).unwrap_or(0);
    let text = format!("{value:.*}", usize::try_from(places).unwrap_or(0));
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// What the ranking must not be read without, on standard error.
fn warn(report: &Report, scores: &Scores) {
    if let Err(reason) = report.model {
        complain(&format!("warning: no calibrated scores: {reason}; entries are in the order of their means"));
    }
    if report.components > 1 {
        complain(&format!(
            "warning: the scores fall into {} parts without a common juror; across parts, only the assumption that \
             they are alike orders entries. These scorecards would join them:",
            report.components
        ));
        for bridge in &report.bridges {
            let (entry, juror) = (&scores.entries[bridge.entry as usize], &scores.jurors[bridge.juror as usize]);
            complain(&format!("  entry {entry} by juror {juror}"));
        }
    }
}

fn file_failure(path: &Path, error: &csv::Error) -> Failure {
    Failure(format!("{}: {error}", path.display()))
}
