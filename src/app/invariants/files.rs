//! Whether the file store holds what the database names, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use super::Finding;
use crate::app::AppResult;
use crate::domain::file::{blind_key, preview_key, text_key};
use crate::files::{Listed, imports};
use crate::store::{self, Conn};

/// How old a file without a row may be: one that is being uploaded has none yet.
const UNNAMED: TimeDelta = TimeDelta::hours(1);

/// What the database says of the file store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The hash and size of the bytes under each name that a file of an entry has.
    pub files: BTreeMap<String, (String, i64)>,
    /// The names of logos.
    pub logos: BTreeSet<String>,
    /// The names of what is to go.
    pub leaving: BTreeSet<String>,
}

/// Reads it.
pub fn known(c: &mut Conn) -> AppResult<Known> {
    let files = store::entry_files::list_storage(c)?.into_iter();
    let leaving = store::erased_files::list(c)?.into_iter().collect();
    Ok(Known {
        files: files.map(|(key, sha256, size)| (key, (sha256, size))).collect(),
        logos: store::organisations::list_logos(c)?.into_iter().chain(store::sites::get(c)?.logo_key).collect(),
        leaving,
    })
}

/// Compares what lies in the file store with what the database said before the store was listed and after it.
pub fn of_files(before: &Known, after: &Known, listed: &[Listed], now: DateTime<Utc>) -> Vec<Finding> {
    let there: BTreeMap<&str, u64> = listed.iter().map(|file| (file.key.as_str(), file.size)).collect();
    let is_whole = |key: &str, size: i64| there.get(key).is_some_and(|found| i64::try_from(*found) == Ok(size));
    // What was forgotten meanwhile is not missing.
    let still = before.files.iter().filter(|(key, _)| after.files.contains_key(*key));
    let missing = still.filter(|(key, (_, size))| !is_whole(key, *size)).map(|(key, _)| key.clone()).collect();
    let logos = before.logos.intersection(&after.logos);
    let lost = logos.filter(|key| !there.contains_key(key.as_str())).cloned().collect();
    let named = names(before).chain(names(after)).collect();
    let orphans = listed.iter().filter(|file| is_orphan(file, &named, now)).map(|file| file.key.clone()).collect();
    vec![
        Finding::new("every file has its bytes, as many as it should", missing),
        Finding::new("every logo has its bytes", lost),
        Finding::new("no bytes older than an hour are without a row that names them", orphans),
    ]
}

/// Every name that may lie in the store, with those of what is made of documents.
fn names(known: &Known) -> impl Iterator<Item = String> {
    let keys = known.files.keys().chain(&known.logos).chain(&known.leaving);
    keys.flat_map(|key| [key.clone(), preview_key(key), blind_key(key), text_key(key)])
}

fn is_orphan(file: &Listed, named: &BTreeSet<String>, now: DateTime<Utc>) -> bool {
    let patience = if imports::is_import(&file.key) { imports::PATIENCE + UNNAMED * 2 } else { UNNAMED };
    file.written_at + patience < now && !named.contains(&file.key)
}

/// Whether bytes are those that were uploaded; `bytes` gives those of a name, or none.
pub fn of_bytes(known: &Known, mut bytes: impl FnMut(&str) -> Option<Bytes>) -> Finding {
    let is_same = |found: Option<Bytes>, sha256: &str| found.is_some_and(|b| hex::encode(Sha256::digest(&b)) == sha256);
    let altered = known.files.iter().filter(|(key, (sha256, _))| !is_same(bytes(key), sha256));
    Finding::new("the bytes of every file have its hash", altered.map(|(key, _)| key.clone()).collect())
}
