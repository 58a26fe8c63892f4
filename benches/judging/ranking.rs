//! The ranking: our REML fit against lme4's on the same tables, and the whole of `rank`, with
//! 20,000 draws, by the command. Times of a fit are medians; memory is the peak of the command
//! and of R.
#![allow(clippy::print_stdout, reason = "a benchmark talks to the person who runs it")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use digital_awards::judging::ranking::fit::Fit;
use digital_awards::judging::ranking::scores_csv::{Columns, read_scores};
use digital_awards::judging::ranking::table::Table;
use serde_json::Value;

const YARDSTICK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/judging/lmer.R");
const PENICILLIN: &str = include_str!("../../tests/judging/data/penicillin.csv");

/// Our criterion may be above lme4's by this much, for rounding; below is better.
const SLACK: f64 = 1e-8;

pub fn run() -> ExitCode {
    let import =
        Command::new("Rscript").args(["-e", "library(lme4)"]).stderr(Stdio::null()).stdout(Stdio::null()).status();
    let has_yardstick = import.is_ok_and(|status| status.success());
    if !has_yardstick {
        println!("lme4 is not installed (apt-get install r-cran-lme4): no ratio");
    }
    println!("ranking          REML criterion     above lme4    ours s    lme4 s  ratio   ours MB  lme4 MB  rank s");
    let penicillin = PENICILLIN.split_once('\n').map_or(PENICILLIN, |(_, table)| table).to_owned();
    let mut failed = false;
    for (name, table, runs) in [
        ("penicillin", penicillin, 21),
        ("1000x100x3", synthetic(1000, 100, 3), 11),
        ("10000x1000x5", synthetic(10_000, 1000, 5), 3),
    ] {
        if let Err(problem) = case(name, &table, runs, has_yardstick) {
            println!("{name}: {problem}");
            failed = true;
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn case(name: &str, text: &str, runs: u32, has_yardstick: bool) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let path = folder.path().join("scores.csv");
    std::fs::write(&path, text).map_err(|error| error.to_string())?;
    let (criterion, seconds) = fit(text, runs)?;
    let (ranked, memory) = rank(&path)?;
    let ours = format!("{name:14} {criterion:18.9}");
    if !has_yardstick {
        println!("{ours}              - {seconds:9.5}         -      - {memory:9.0}        - {ranked:7.2}");
        return Ok(());
    }
    let theirs = Command::new("Rscript").arg(YARDSTICK).arg(&path).arg(runs.to_string()).output();
    let theirs: Value = serde_json::from_slice(&theirs.map_err(|error| error.to_string())?.stdout)
        .map_err(|error| format!("lme4 did not answer: {error}"))?;
    let number = |key: &str| theirs[key].as_f64().ok_or_else(|| format!("lme4 gave no {key}"));
    let (above, lme4, lme4_memory) = (criterion - number("criterion")?, number("fit")?, number("memory")?);
    let ratio = seconds / lme4;
    println!("{ours} {above:14.2e} {seconds:9.5} {lme4:9.4} {ratio:6.3} {memory:9.0} {lme4_memory:8.0} {ranked:7.2}");
    if above > SLACK {
        return Err(format!("the criterion is above lme4's by {above:e}"));
    }
    Ok(())
}

/// Criterion and median time of our fit, from the table in memory, like lme4's.
fn fit(text: &str, runs: u32) -> Result<(f64, f64), String> {
    let columns = Columns::new("entry", "juror", "score:1").map_err(|error| error.to_string())?;
    let scores = read_scores(text.as_bytes(), &columns).map_err(|error| error.to_string())?;
    let size = |names: &[String]| u32::try_from(names.len()).map_err(|error| error.to_string());
    let (entries, jurors) = (size(&scores.entries)?, size(&scores.jurors)?);
    let table = Table::of_totals(entries, jurors, &scores.weights, &scores.cards).map_err(|error| error.to_string())?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut times = Vec::new();
    let mut criterion = f64::NAN;
    for _ in 0..runs {
        let start = Instant::now();
        let fit = Fit::new(&table, threads).map_err(|error| error.to_string())?;
        times.push(start.elapsed().as_secs_f64());
        criterion = fit.components().reml_criterion;
    }
    times.sort_by(f64::total_cmp);
    Ok((criterion, times[times.len() / 2]))
}

/// Time of the whole ranking by the command, and its peak memory in MB where the system tells.
fn rank(path: &Path) -> Result<(f64, f64), String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_digital-awards"));
    let answers = path.with_file_name("answer.json");
    let output = std::fs::File::create(&answers).map_err(|error| error.to_string())?;
    command.args(["rank", "--criteria", "score:1", "--seed", "1", "--json"]).arg(path).stdout(output);
    let mut child = command.spawn().map_err(|error| error.to_string())?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0.0;
    while child.try_wait().map_err(|error| error.to_string())?.is_none() {
        peak = peak_of(&status).unwrap_or(0.0_f64).max(peak);
        std::thread::sleep(Duration::from_millis(2));
    }
    let text = std::fs::read_to_string(&answers).map_err(|error| error.to_string())?;
    let answer: Value = serde_json::from_str(&text).map_err(|error| format!("the command did not answer: {error}"))?;
    Ok((answer["rank_s"].as_f64().ok_or("no time")?, peak))
}

fn peak_of(status: &str) -> Option<f64> {
    let text = std::fs::read_to_string(status).ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024.0)
}

/// A table drawn from the model: entries 0.7, jurors 0.5, noise 0.6, two decimals.
fn synthetic(entries: usize, jurors: usize, each: usize) -> String {
    let mut state = 2026_u64;
    let mut next = move || {
        // SplitMix64.
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    };
    // The sum of twelve uniforms is near enough to normal.
    let normal = |next: &mut dyn FnMut() -> u64| {
        (0..12).map(|_| (next() >> 11) as f64 / 9_007_199_254_740_992.0).sum::<f64>() - 6.0
    };
    let severities: Vec<f64> = (0..jurors).map(|_| 0.5 * normal(&mut next)).collect();
    let mut text = String::from("entry,juror,score\n");
    for entry in 0..entries {
        let quality = 3.0 + 0.7 * normal(&mut next);
        let mut panel: Vec<usize> = Vec::new();
        while panel.len() < each {
            let juror = usize::try_from(next() >> 33).unwrap_or(0) % jurors;
            if !panel.contains(&juror) {
                panel.push(juror);
            }
        }
        for juror in panel {
            let score = quality + severities[juror] + 0.6 * normal(&mut next);
            let _ = writeln!(text, "e{entry},j{juror},{score:.2}");
        }
    }
    text
}
