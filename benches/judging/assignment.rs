//! The assignment of jurors: our command against OR-tools' min-cost flow on the same files.
//!
//! Both are run in turn, each in its own process; times are those of the solvers alone, the
//! median of the runs; memory is the peak of the whole process, reading included.
#![allow(clippy::print_stdout, reason = "a benchmark talks to the person who runs it")]

#[path = "../../tests/judging/assignment/generator.rs"]
mod generator;

use std::io::Read;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use generator::Recipe;
use serde_json::Value;

const RUNS: usize = 5;
const YARDSTICK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/judging/yardstick.py");

/// An instance, its size, and its known optimum.
const CASES: [(&str, Recipe, i64); 4] = [
    ("1000x100", Recipe { entries: 1000, jurors: 100, candidates: 40, ..TEN_THOUSAND }, 2_208_205),
    ("10000x1000", TEN_THOUSAND, 25_705_720),
    ("10000x1000-tight", Recipe { is_tight: true, ..TEN_THOUSAND }, 25_401_900),
    ("50000x2000", Recipe { entries: 50_000, jurors: 2000, ..TEN_THOUSAND }, 129_135_340),
];

const TEN_THOUSAND: Recipe =
    Recipe { entries: 10_000, jurors: 1000, candidates: 60, need: 3, seed: 2026, is_tight: false };

/// What one run of a solver says.
struct Run {
    objective: i64,
    solve: f64,
    read: f64,
    memory: f64,
}

pub fn run() -> ExitCode {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let import = Command::new(&python).args(["-c", "import ortools, numpy"]).stderr(Stdio::null()).status();
    let has_yardstick = import.is_ok_and(|status| status.success());
    if !has_yardstick {
        println!("OR-tools is not installed (pip install ortools numpy): no ratio");
    }
    println!("assignment        objective    ours s  OR-tools s   ratio   ours MB  OR-tools MB   read s");
    let mut failed = false;
    for (name, recipe, optimum) in CASES {
        if let Err(problem) = case(name, &recipe, optimum, has_yardstick.then_some(&python)) {
            println!("{name}: {problem}");
            failed = true;
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn case(name: &str, recipe: &Recipe, optimum: i64, python: Option<&String>) -> Result<(), String> {
    let directory = tempfile::tempdir().map_err(|error| error.to_string())?;
    let directory = directory.path();
    let files = recipe.files();
    for file in ["meta.json", "entries.csv", "jurors.csv", "affinity.csv", "conflicts.csv", "locked.csv"] {
        let content = files.get(file).unwrap_or_default();
        std::fs::write(directory.join(file), content).map_err(|error| error.to_string())?;
    }
    drop(files);
    prove(directory)?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        ours.push(measure(program().args(["assign", "--json"]).arg(directory))?);
        if let Some(python) = python {
            theirs.push(measure(Command::new(python).arg(YARDSTICK).arg(directory))?);
        }
    }
    if let Some(wrong) = ours.iter().chain(&theirs).find(|run| run.objective != optimum) {
        return Err(format!("objective {} instead of {optimum}", wrong.objective));
    }
    let of = |runs: &[Run], value: fn(&Run) -> f64| median(runs.iter().map(value).collect());
    let seconds = of(&ours, |run| run.solve);
    let (memory, read) = (of(&ours, |run| run.memory), of(&ours, |run| run.read));
    if theirs.is_empty() {
        println!("{name:16} {optimum:10} {seconds:9.4}           -       - {memory:9.0}            - {read:8.3}");
        return Ok(());
    }
    let (yardstick, theirs) = (of(&theirs, |run| run.solve), of(&theirs, |run| run.memory));
    let ratio = seconds / yardstick;
    println!("{name:16} {optimum:10} {seconds:9.4} {yardstick:11.4} {ratio:7.2} {memory:9.0} {theirs:12.0} {read:8.3}");
    Ok(())
}

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_digital-awards"))
}

/// The plan is proven optimal by the checker, which shares no code with the solver.
fn prove(directory: &Path) -> Result<(), String> {
    let (plan, proof) = (directory.join("plan.csv"), directory.join("proof.json"));
    measure(
        program().args(["assign", "--json"]).arg(directory).arg("--out").arg(&plan).arg("--certificate").arg(&proof),
    )?;
    let mut check = program();
    check.args(["assign", "check"]).arg(directory).args([&plan, &proof]).stdout(Stdio::null());
    let status = check.status().map_err(|error| error.to_string())?;
    if status.success() { Ok(()) } else { Err("the checker refuses the plan".to_owned()) }
}

/// Run a solver that answers one line of JSON, watching its memory.
fn measure(command: &mut Command) -> Result<Run, String> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| error.to_string())?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0.0;
    while child.try_wait().map_err(|error| error.to_string())?.is_none() {
        peak = peak_of(&status).unwrap_or(0.0_f64).max(peak);
        std::thread::sleep(Duration::from_millis(2));
    }
    let mut text = String::new();
    let mut output = child.stdout.take().ok_or("no output")?;
    output.read_to_string(&mut text).map_err(|error| error.to_string())?;
    let answer: Value = serde_json::from_str(&text).map_err(|error| format!("{error}: {text:?}"))?;
    Ok(Run {
        objective: answer["objective"].as_i64().ok_or("no objective")?,
        solve: answer["solve"].as_f64().ok_or("no time")?,
        read: answer["read"].as_f64().unwrap_or(0.0),
        memory: answer["memory"].as_f64().unwrap_or(peak),
    })
}

/// The most memory a process has had, in MB, where the system tells.
fn peak_of(status: &str) -> Option<f64> {
    let text = std::fs::read_to_string(status).ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024.0)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}
