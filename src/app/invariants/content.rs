//! Checks that compute again what is written: hashes, numbers, seals, the chain of the log.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use crate::app::AppResult;
use crate::app::audit::{self, ChainCheck};
use crate::domain::entry::{Snapshot, snapshot_hash};
use crate::domain::ids::EditionId;
use crate::judging::tally::verify::is_sealed;
use crate::store::{self, Conn};

/// How many snapshots are read at once.
const PORTION: i64 = 500;

/// What was submitted is what its hash says, and its files are those of the entry.
pub(super) fn snapshots(c: &mut Conn) -> AppResult<[Finding; 2]> {
    let files: BTreeMap<_, _> = store::entry_files::list_hashes(c)?.into_iter().collect();
    let (mut altered, mut lost, mut after) = (Vec::new(), Vec::new(), None);
    loop {
        let portion = store::invariants::list_snapshots(c, after, PORTION)?;
        let Some((last, _)) = portion.last() else { break };
        after = Some(last.id);
        for (snapshot, reference) in portion {
            let number = snapshot.number;
            if !is_as_submitted(&snapshot, &reference) {
                altered.push(format!("{reference} ({number})"));
            }
            if snapshot.files.iter().any(|file| files.get(&file.id) != Some(&file.sha256)) {
                lost.push(format!("{reference} ({number})"));
            }
        }
    }
    Ok([
        Finding::new("every snapshot has the hash of its content", altered),
        Finding::new("every file of a snapshot is known, with the same hash", lost),
    ])
}

/// Of what was forgotten only the hash is left: it can't be computed again.
fn is_as_submitted(snapshot: &Snapshot, reference: &str) -> bool {
    let is_forgotten = snapshot.answers.is_empty() && snapshot.files.is_empty();
    let Snapshot { title, organisation_name, answers, files, .. } = snapshot;
    is_forgotten || snapshot.hash == snapshot_hash(reference, title, organisation_name, answers, files)
}

/// No reference was given out that its counter does not know of: it would be given out again.
pub(super) fn references(c: &mut Conn) -> AppResult<Finding> {
    let counters: BTreeMap<(EditionId, String), i32> =
        store::invariants::list_counters(c)?.into_iter().map(|(edition, code, last)| ((edition, code), last)).collect();
    let is_beyond = |edition: EditionId, reference: &str| {
        let (front, number) = reference.rsplit_once('-')?;
        let (_, code) = front.split_once('-')?;
        // A category may have got another code since.
        let last = counters.get(&(edition, code.to_owned()))?;
        Some(number.parse::<i32>().ok()? > *last)
    };
    let all = store::invariants::list_references(c)?;
    let beyond = all.into_iter().filter(|(edition, reference)| is_beyond(*edition, reference) == Some(true));
    Ok(Finding::new("every reference is within its counter", beyond.map(|(_, reference)| reference).collect()))
}

/// Sealed tallies are as they were sealed.
pub(super) fn tallies(c: &mut Conn) -> AppResult<Finding> {
    let mut altered = BTreeSet::new();
    for id in store::invariants::list_tallies(c)? {
        let (bundle, digest) = store::invariants::get_bundle(c, id)?;
        if !is_sealed(bundle.as_bytes(), &digest) {
            altered.insert(digest);
        }
    }
    Ok(Finding::new("every tally is as it was sealed", altered.into_iter().collect()))
}

/// The log is as it was written.
pub(super) fn log(c: &mut Conn) -> AppResult<Finding> {
    let broken = match audit::verify(c)? {
        ChainCheck::Intact { .. } => Vec::new(),
        ChainCheck::Broken { seq, reason } => vec![format!("event {seq} {reason}")],
    };
    Ok(Finding::new("the chain of the log is intact", broken))
}
