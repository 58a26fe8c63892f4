//! Why there is no plan, in words an organiser can act on.

use crate::judging::assignment::{Cut, CutKind, Instance};

/// How many names of a list are said before "and so on".
const NAMED: usize = 8;

pub fn explain(instance: &Instance, cut: &Cut) -> String {
    let entries = named(&cut.entries, "entry", "entries", |at| &instance.entries()[at].name);
    let jurors = named(&cut.jurors, "juror", "jurors", |at| &instance.jurors()[at].name);
    let lacking = cut.need - cut.capacity;
    match cut.kind {
        CutKind::TooFewPlaces if cut.jurors.is_empty() => format!(
            "{entries}: {} missing, even with every eligible juror. Invite jurors who may score \
             them, or ask for fewer scorecards",
            counted(lacking, "scorecard")
        ),
        CutKind::TooFewPlaces => format!(
            "{entries} need {} that only {jurors} could still give, and they may take {}. Invite one more juror, or raise \
             the limit of these by {} in all",
            counted(cut.need, "scorecard"),
            cut.capacity,
            lacking
        ),
        CutKind::TooFewEntries => format!(
            "{jurors} must get at least {}, and the entries they may score can fill only {}. Lower \
             their least load by {} in all",
            counted(cut.need, "scorecard"),
            cut.capacity,
            lacking
        ),
    }
}

fn counted(number: i64, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn named<'a>(ids: &[u32], one: &str, many: &str, name: impl Fn(usize) -> &'a str) -> String {
    let names: Vec<&str> = ids.iter().take(NAMED).map(|&id| name(id as usize)).collect();
    let more = if ids.len() > NAMED { ", …" } else { "" };
    let noun = if ids.len() == 1 { one } else { many };
    format!("{} {noun} ({}{more})", ids.len(), names.join(", "))
}
