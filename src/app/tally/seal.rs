//! Sealing: the count of a round that has just closed, with people behind commitments, signed.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::draft::{Frozen, freeze, lines};
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult};
use crate::domain::audit::{AuditActor, GENESIS};
use crate::domain::edition::Edition;
use crate::domain::ids::{TallyId, UserId};
use crate::domain::round::Round;
use crate::domain::tally::{Opening, Tally};
use crate::judging::tally::lines::{Line, ResultLine};
use crate::judging::tally::seal::{Sealed, SigningKey, commitment};
use crate::security::secret;
use crate::store::{self, Conn};

/// Counts and signs a round that has just closed, in the transaction that closes it.
///
/// The log is chained up to the closing first, so that its head, inside the tally, covers every
/// score.
pub fn seal(
    c: &mut Conn,
    actor: UserId,
    edition: &Edition,
    round: &Round,
    key: &SigningKey,
    now: DateTime<Utc>,
) -> AppResult<Tally> {
    audit::chain(c, i64::MAX)?;
    let head = store::audit::find_head(c)?;
    let mut frozen = freeze(c, edition, round)?;
    frozen.draft.audit_seq = head.as_ref().and_then(|event| event.seq).unwrap_or(0);
    frozen.draft.audit_head = head.and_then(|event| event.hash).unwrap_or_else(|| GENESIS.to_owned());
    let id = TallyId::new();
    let mut openings = commit_jurors(&mut frozen, id)?;
    openings.extend(commit_entries(c, &mut frozen, id)?);
    let sealed =
        Sealed::new(&lines(frozen.draft)?, key).map_err(|e| AppError::Internal(format!("the seal failed: {e}")))?;
    let earlier = store::tallies::list_seals(c, round.id)?;
    let tally = Tally {
        id,
        round_id: round.id,
        number: earlier.last().map_or(1, |last| last.number + 1),
        bundle: sealed.to_text(),
        digest: sealed.digest,
        key: sealed.key,
        signature: sealed.signature,
        sealed_by: actor,
        sealed_at: now,
    };
    store::tallies::insert(c, tally.clone())?;
    for opening in openings {
        store::tallies::insert_opening(c, opening)?;
    }
    let event = Event::new("round.sealed", "round", round.id)
        .edition(edition.id)
        .after(json!({ "number": tally.number, "digest": tally.digest, "key": tally.key }));
    audit::record(c, AuditActor::User(actor), event, now)?;
    Ok(tally)
}

/// Whether these results of a closed round are not those of its last seal, or it has none: an entry
/// may have withdrawn since.
pub fn has_changed(c: &mut Conn, round: &Round, results: &[ResultLine]) -> AppResult<bool> {
    let Some(tally) = store::tallies::find_last(c, round.id)? else { return Ok(true) };
    let sealed: Bundle<'_> = serde_json::from_str(&tally.bundle).map_err(|e| AppError::Internal(e.to_string()))?;
    // Thousands of lines: only those that are compared become more than text.
    let is_result = |line: &&&RawValue| {
        serde_json::from_str::<(&str, IgnoredAny)>(line.get()).is_ok_and(|(kind, _)| kind == "result")
    };
    let values = sealed.lines.iter().filter(is_result).filter_map(|line| serde_json::from_str(line.get()).ok());
    let sealed = values.filter_map(|value: Value| Line::from_value(&value)).filter_map(Line::into_result);
    Ok(sealed.collect::<Vec<_>>() != results)
}

/// A sealed tally, its lines as text.
#[derive(Deserialize)]
struct Bundle<'a> {
    #[serde(borrow, default)]
    lines: Vec<&'a RawValue>,
}

/// A fresh salt, and the commitment it makes.
fn committed(value: &Value) -> AppResult<(String, String)> {
    let salt = secret::random();
    let bytes: Option<[u8; 32]> = hex::decode(&salt).ok().and_then(|bytes| bytes.try_into().ok());
    let hash = bytes.and_then(|bytes| commitment(&bytes, value));
    Ok((salt, hash.ok_or_else(|| AppError::Internal("a commitment failed".into()))?))
}

/// Puts jurors behind commitments. They are numbered in the order of these, which is a random one.
fn commit_jurors(frozen: &mut Frozen, tally: TallyId) -> AppResult<Vec<Opening>> {
    let mut drawn = Vec::new();
    for (name, juror) in &frozen.jurors {
        let value = json!({ "email": juror.email.as_str(), "id": name, "name": juror.name });
        let (salt, hash) = committed(&value)?;
        drawn.push((hash, salt, name.clone(), juror.id, value));
    }
    drawn.sort_by(|a, b| a.0.cmp(&b.0));
    let width = drawn.len().to_string().len().max(2);
    let (mut openings, mut names) = (Vec::new(), BTreeMap::new());
    for (index, (hash, salt, name, juror, value)) in drawn.into_iter().enumerate() {
        let reference = format!("J{:0width$}", index + 1);
        names.insert(name, (reference.clone(), hash));
        openings.push(Opening { tally_id: tally, reference, juror_id: Some(juror), entry_id: None, salt, value });
    }
    let draft = &mut frozen.draft;
    let lines = draft.jurors.iter_mut().map(|line| (&mut line.juror, Some(&mut line.commitment)));
    let lines = lines.chain(draft.assignments.iter_mut().map(|line| (&mut line.juror, None)));
    for (name, hash) in lines.chain(draft.scorecards.iter_mut().map(|line| (&mut line.juror, None))) {
        if let Some((reference, commitment)) = names.get(name.as_str()) {
            name.clone_from(reference);
            if let Some(hash) = hash {
                hash.clone_from(commitment);
            }
        }
    }
    Ok(openings)
}

/// Commits to who submitted each entry, and to the hash of what was submitted.
fn commit_entries(c: &mut Conn, frozen: &mut Frozen, tally: TallyId) -> AppResult<Vec<Opening>> {
    let mut openings = Vec::new();
    for line in &mut frozen.draft.entries {
        let Some(entry) = frozen.entries.get(&line.entry) else { continue };
        let snapshot = entry.snapshot_id.map(|id| store::snapshots::get(c, id)).transpose()?;
        let owner = store::users::get(c, entry.owner_id)?;
        let value = json!({
            "email": owner.email.as_str(),
            "entry": entry.reference,
            "organisation": snapshot.as_ref().map(|s| s.organisation_name.as_str()),
            "sha256": snapshot.as_ref().map(|s| s.hash.as_str()),
            "title": snapshot.as_ref().map(|s| s.title.as_str()),
        });
        let (salt, hash) = committed(&value)?;
        line.commitment = hash;
        openings.push(Opening {
            tally_id: tally,
            reference: line.entry.clone(),
            juror_id: None,
            entry_id: Some(entry.id),
            salt,
            value,
        });
    }
    Ok(openings)
}
