//! The check of a file that somebody brings: is it a tally, and is it one that was published here?

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::app::AppResult;
use crate::app::accounts::throttle;
use crate::domain::edition::Edition;
use crate::domain::language::Localised;
use crate::judging::tally::verify::{Verdict, verify};
use crate::store::{self, Conn};

/// Most checks from one address in a quarter of an hour.
const CHECKS: i32 = 30;

/// Above this many jurors or entries, whichever are fewer, the model's equations take longer than
/// somebody waits for a page; the command has no such limit.
const MAX_EFFECTS: usize = 600;

/// Threads that a check may use: it runs beside everything else.
const THREADS: usize = 2;

/// The tally that a digest belongs to.
#[derive(Debug, Clone)]
pub struct Published {
    /// The edition.
    pub edition: Edition,
    /// The round.
    pub round: Localised,
    /// How many times the round had been closed.
    pub number: i32,
    /// When it was sealed.
    pub sealed_at: DateTime<Utc>,
    /// Whether the round was closed again later.
    pub is_superseded: bool,
}

/// Counts a check of an address, and refuses it when there were too many.
pub fn allow_check(c: &mut Conn, address: &str, now: DateTime<Utc>) -> AppResult<()> {
    throttle(c, "verify", address, CHECKS, now)
}

/// Checks a file against the award's public key; none where the model has too many effects to be
/// solved while somebody waits. Takes seconds: not for a thread that serves requests.
pub fn check(bytes: &[u8], key: &str) -> Option<Verdict> {
    let file: Value = serde_json::from_slice(bytes).unwrap_or_default();
    let count = |kind: &str| {
        let lines = file.get("lines").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        lines.iter().filter(|line| line.get(0).and_then(Value::as_str) == Some(kind)).count()
    };
    (count("juror").min(count("entry")) <= MAX_EFFECTS).then(|| verify(bytes, Some(key), THREADS))
}

/// The tally of a digest, once its edition is public.
pub fn published(c: &mut Conn, digest: &str) -> AppResult<Option<Published>> {
    let Some(seal) = store::tallies::find_seal(c, digest)? else { return Ok(None) };
    let round = store::rounds::get(c, seal.round_id)?;
    let edition = store::editions::get(c, round.edition_id)?;
    let is_superseded = store::tallies::list_seals(c, round.id)?.last().is_some_and(|last| *last != seal);
    Ok(edition.is_public().then_some(Published {
        edition,
        round: round.name,
        number: seal.number,
        sealed_at: seal.sealed_at,
        is_superseded,
    }))
}
