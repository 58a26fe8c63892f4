//! What opens somebody's own line of a tally: the salt and the value behind their commitment, given
//! to nobody else.

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::app::{AppError, AppResult, entries, jury};
use crate::domain::edition::Edition;
use crate::domain::ids::EntryId;
use crate::domain::language::Localised;
use crate::domain::policy::Actor;
use crate::domain::tally::{Opening, Tally};
use crate::judging::tally::canonical::canonical;
use crate::store::tallies::Whose;
use crate::store::{self, Conn};

/// A person's or an entry's own lines in a tally.
#[derive(Debug, Clone)]
pub struct OwnLines {
    /// The round.
    pub round: Localised,
    /// How many times it had been closed.
    pub number: i32,
    /// When it was sealed.
    pub sealed_at: DateTime<Utc>,
    /// The name in the tally.
    pub reference: String,
    /// What was added to the value so that it can't be guessed, 64 hexadecimal digits.
    pub salt: String,
    /// What is committed to, in canonical JSON.
    pub value: String,
    /// The commitment as it stands in the tally, 64 hexadecimal digits.
    pub commitment: String,
    /// The lines that name the person or the entry: who, assignments, scorecards, result.
    pub lines: Vec<String>,
}

/// A juror's own lines, from the moment a round is closed.
pub fn of_juror(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<(Edition, Vec<OwnLines>)> {
    let (edition, juror) = jury::judged(c, actor, slug)?;
    let openings = store::tallies::list_openings(c, Whose::Juror(juror.id))?;
    Ok((edition, openings.into_iter().map(|opening| own("juror", opening)).collect::<AppResult<_>>()?))
}

/// An entry's own lines, once winners are announced.
pub fn of_entry(c: &mut Conn, actor: &Actor, entry: EntryId) -> AppResult<(entries::EntryView, Vec<OwnLines>)> {
    let view = entries::view(c, actor, entry)?;
    if !view.edition.is_announced() {
        return Err(AppError::NotFound);
    }
    let openings = store::tallies::list_openings(c, Whose::Entry(entry))?;
    Ok((view, openings.into_iter().map(|opening| own("entry", opening)).collect::<AppResult<_>>()?))
}

fn own(field: &str, (opening, tally, round): (Opening, Tally, Localised)) -> AppResult<OwnLines> {
    let broken = |what: &str| AppError::Internal(format!("tally {}: {what}", tally.id));
    let file: Value = serde_json::from_str(&tally.bundle).map_err(|e| broken(&e.to_string()))?;
    let lines = file.get("lines").and_then(Value::as_array).ok_or_else(|| broken("no lines"))?;
    let is_mine = |line: &&Value| {
        let fields = line.get(1);
        fields.and_then(|fields| fields.get(field)).and_then(Value::as_str) == Some(opening.reference.as_str())
    };
    let mine: Vec<&Value> = lines.iter().filter(is_mine).collect();
    let commitment = mine.iter().find_map(|line| line.get(1)?.get("commitment")?.as_str());
    Ok(OwnLines {
        commitment: commitment.ok_or_else(|| broken("no commitment"))?.to_owned(),
        lines: mine.iter().filter_map(|line| canonical(line)).collect(),
        value: canonical(&opening.value).ok_or_else(|| broken("a value with a fraction"))?,
        reference: opening.reference,
        salt: opening.salt,
        round,
        number: tally.number,
        sealed_at: tally.sealed_at,
    })
}
