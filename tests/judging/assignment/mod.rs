//! The assignment of jurors: optima, proofs, refusals.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

pub mod generator;

mod bad_input;
mod command;
mod connected;
mod mutations;
mod optima;
mod properties;
mod similarity;

use digital_awards::judging::assignment::{Affinity, Draft, EntrySpec, Instance, JurorSpec, read_instance};
use generator::{Files, Recipe};

const SMALL: Recipe = Recipe { entries: 100, jurors: 20, candidates: 20, need: 3, seed: 2026, is_tight: false };
const MEDIUM: Recipe = Recipe { entries: 1000, jurors: 100, candidates: 40, need: 3, seed: 2026, is_tight: false };
const TIGHT: Recipe = Recipe { is_tight: true, ..MEDIUM };

fn read(files: &Files) -> Instance {
    read_instance(&|name| open(files, name)).unwrap()
}

fn open(files: &Files, name: &str) -> std::io::Result<Box<dyn std::io::Read>> {
    let content = files.get(name).ok_or(std::io::ErrorKind::NotFound)?;
    Ok(Box::new(std::io::Cursor::new(content.as_bytes().to_vec())))
}

/// Entries by need, jurors by least and most load, allowed pairs with their affinity.
fn draft(needs: &[u32], loads: &[(u32, u32)], pairs: &[(u32, u32, i64)]) -> Draft {
    let name = |at: usize| at.to_string();
    let entries =
        needs.iter().enumerate().map(|(at, &need)| EntrySpec { name: name(at), need, ..EntrySpec::default() });
    let juror =
        |(at, &(min, max)): (usize, &(u32, u32))| JurorSpec { name: name(at), min, max, ..JurorSpec::default() };
    Draft {
        entries: entries.collect(),
        jurors: loads.iter().enumerate().map(juror).collect(),
        affinities: pairs.iter().map(|&(entry, juror, value)| Affinity { entry, juror, value }).collect(),
        ..Draft::default()
    }
}
