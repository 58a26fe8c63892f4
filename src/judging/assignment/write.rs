//! Writing the format `juror-assignment/1`, as `read` reads it: so that anybody can verify a plan
//! with a program of their own.

use std::fmt::Write as _;

use serde_json::json;

use super::draft::Pair;
use super::instance::Instance;
use super::read::{AFFINITIES, CONFLICTS, ENTRIES, FORMAT, JURORS, LOCKED, META};

/// The files of an instance: name and content. What panels, languages and conflicts ruled out is
/// gone from the affinities, so that no filter has to be applied again.
pub fn write_instance(instance: &Instance) -> Vec<(&'static str, String)> {
    let meta = json!({
        "format": FORMAT,
        "n_entries": instance.entries().len(),
        "n_jurors": instance.jurors().len(),
    });
    let mut entries = "entry,k,category\n".to_owned();
    let mut affinities = "entry,juror,affinity\n".to_owned();
    for (id, entry) in (0_u32..).zip(instance.entries()) {
        line(&mut entries, &[&id, &entry.need, &cell(entry.panel.as_deref().unwrap_or_default())]);
        for (juror, affinity) in instance.row(id) {
            line(&mut affinities, &[&id, &juror, &affinity]);
        }
    }
    let mut jurors = "juror,min,max\n".to_owned();
    for (id, juror) in (0_u32..).zip(instance.jurors()) {
        line(&mut jurors, &[&id, &juror.min, &juror.max]);
    }
    vec![
        (META, format!("{meta}\n")),
        (ENTRIES, entries),
        (JURORS, jurors),
        (AFFINITIES, affinities),
        (CONFLICTS, "entry,juror\n".to_owned()),
        (LOCKED, write_plan(instance.locked())),
    ]
}

/// Pairs as `entry,juror`.
pub fn write_plan(pairs: &[Pair]) -> String {
    let mut text = "entry,juror\n".to_owned();
    for (entry, juror) in pairs {
        line(&mut text, &[entry, juror]);
    }
    text
}

fn line(text: &mut String, cells: &[&dyn std::fmt::Display]) {
    for (at, cell) in cells.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        // Writing to a string can't fail.
        let _ = write!(text, "{comma}{cell}");
    }
    text.push('\n');
}

fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
