//! Why there is no plan, in words an organiser can act on.

use crate::judging::assignment::{Cut, CutKind, Instance};

/// How many names of a list are said before "and so on".
const NAMED: usize = 8;

pub fn explain(instance: &Instance, cut: &Cut) -> String {
    let entries = entries(instance, cut);
    let jurors = named(&cut.jurors, |at| &instance.jurors()[at].name);
    let jurors = format!("{} {jurors}", counted(cut.jurors.len(), "juror", "jurors"));
    let needed = counted(cut.need, "scorecard", "scorecards");
    let lacking = cut.lacking();
    match cut.kind {
        CutKind::TooFewPlaces if cut.jurors.is_empty() => format!(
            "{entries} lack {} even if every juror who may score them does: invite jurors who may, or ask for fewer \
             scorecards",
            counted(lacking, "scorecard", "scorecards"),
        ),
        CutKind::TooFewPlaces => {
            let invite = counted(cut.jurors_to_invite(instance), "more juror", "more jurors");
            let limit = cut.limit_to_raise(instance).map(|limit| format!(", or raise their limit to {limit}"));
            format!(
                "{entries} need {needed}, and the {jurors} who alone can give them may take {}: invite {invite}{}",
                cut.capacity,
                limit.unwrap_or_default(),
            )
        }
        CutKind::TooFewEntries => format!(
            "{jurors} must get at least {needed}, and the entries they may score can fill only {}: lower their least \
             loads by {lacking} in all",
            cut.capacity,
        ),
    }
}

fn entries(instance: &Instance, cut: &Cut) -> String {
    let panel = |id: u32| instance.entries()[id as usize].panel.as_deref();
    let first = cut.entries.first().and_then(|&id| panel(id));
    let shared = first.filter(|_| cut.entries.iter().all(|&id| panel(id) == first));
    let of = shared.map(|panel| format!(" of category {panel}")).unwrap_or_default();
    let names = named(&cut.entries, |at| &instance.entries()[at].name);
    format!("{}{of} {names}", counted(cut.entries.len(), "entry", "entries"))
}

fn counted<N: std::fmt::Display + PartialEq + From<u8>>(number: N, one: &str, many: &str) -> String {
    let noun = if number == N::from(1) { one } else { many };
    format!("{number} {noun}")
}

fn named<'a>(ids: &[u32], name: impl Fn(usize) -> &'a str) -> String {
    let names: Vec<&str> = ids.iter().take(NAMED).map(|&id| name(id as usize)).collect();
    let more = if ids.len() > NAMED { ", …" } else { "" };
    format!("({}{more})", names.join(", "))
}
