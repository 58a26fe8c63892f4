//! What a draft said before, and bringing it back.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::json;

use super::view::{EntryView, view};
use super::{open, refused};
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::entry::{Entry, Revision};
use crate::domain::form::Answers;
use crate::domain::ids::{EntryId, RevisionId, UserId};
use crate::domain::policy::{Actor, EntryAct};
use crate::store::{self, Conn};

/// How many revisions a page lists.
const PAGE: i64 = 50;

/// A revision with who wrote it and which answers it changed.
#[derive(Debug, Clone, PartialEq)]
pub struct RevisionLine {
    /// The revision.
    pub revision: Revision,
    /// The name of the person.
    pub author: String,
    /// The keys of the questions whose answers differ from the revision before.
    pub changed: Vec<String>,
}

/// Keeps what an entry's draft says now, as it was just saved. Saves that follow each other closely are
/// one revision.
pub(super) fn keep(c: &mut Conn, entry: &Entry, person: UserId, now: DateTime<Utc>) -> AppResult<()> {
    let last = store::entry_revisions::find_last(c, entry.id)?;
    match last {
        Some(last) if last.answers == entry.answers => {}
        Some(last) if last.takes(person, now) => {
            store::entry_revisions::update(c, Revision { answers: entry.answers.clone(), saved_at: now, ..last })?;
        }
        last => add(c, last.as_ref(), entry, person, now)?,
    }
    Ok(())
}

/// A revision of its own, after the last.
fn add(c: &mut Conn, last: Option<&Revision>, entry: &Entry, person: UserId, now: DateTime<Utc>) -> AppResult<()> {
    let revision = Revision {
        id: RevisionId::new(),
        entry_id: entry.id,
        number: last.map_or(0, |last| last.number) + 1,
        answers: entry.answers.clone(),
        saved_by: person,
        begun_at: now,
        saved_at: now,
    };
    Ok(store::entry_revisions::insert(c, revision)?)
}

/// The revisions of an entry, newest first, page by page from 1, and whether there are older ones.
pub fn history(c: &mut Conn, actor: &Actor, id: EntryId, page: i64) -> AppResult<(EntryView, Vec<RevisionLine>, bool)> {
    let view = view(c, actor, id)?;
    let offset = (page.clamp(1, 10_000) - 1) * PAGE;
    // One more, to compare the last one with.
    let revisions = store::entry_revisions::list(c, id, offset, PAGE + 1)?;
    let authors: Vec<UserId> = revisions.iter().map(|revision| revision.saved_by).collect();
    let authors: BTreeMap<UserId, String> =
        store::users::list(c, &authors)?.into_iter().map(|user| (user.id, user.name)).collect();
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let has_older = revisions.len() > page;
    let (nothing, mut lines) = (Answers::new(), Vec::new());
    for (at, revision) in revisions.iter().take(page).enumerate() {
        let before = revisions.get(at + 1).map_or(&nothing, |older| &older.answers);
        let keys: BTreeSet<&String> = revision.answers.keys().chain(before.keys()).collect();
        let changed = keys.into_iter().filter(|key| revision.answers.get(*key) != before.get(*key));
        lines.push(RevisionLine {
            author: authors.get(&revision.saved_by).cloned().unwrap_or_default(),
            changed: changed.cloned().collect(),
            revision: revision.clone(),
        });
    }
    Ok((view, lines, has_older))
}

/// A revision of an entry by its number.
pub fn revision(c: &mut Conn, actor: &Actor, id: EntryId, number: i32) -> AppResult<(EntryView, Revision)> {
    let view = view(c, actor, id)?;
    let revision = store::entry_revisions::find(c, id, number)?.ok_or(AppError::NotFound)?;
    Ok((view, revision))
}

/// Brings the answers of a revision back, to the questions that may be answered. What the draft says now
/// stays in the history.
pub fn bring_back(c: &mut Conn, actor: &Actor, id: EntryId, number: i32, now: DateTime<Utc>) -> AppResult<Entry> {
    let mut entry = open(c, actor, id, EntryAct::Edit)?;
    let edition = store::editions::get(c, entry.edition_id)?;
    entry.check_editable(&edition, now).map_err(|r| refused(r, &edition, Some(&entry)))?;
    let revision = store::entry_revisions::find(c, id, number)?.ok_or(AppError::NotFound)?;
    let mut answers = entry.answers.clone();
    let keys: BTreeSet<&String> = revision.answers.keys().chain(entry.answers.keys()).collect();
    for key in keys.into_iter().filter(|key| entry.opens(key, &edition, now)) {
        match revision.answers.get(key) {
            Some(answer) => answers.insert(key.clone(), answer.clone()),
            None => answers.remove(key),
        };
    }
    if entry.answers == answers {
        return Ok(entry);
    }
    entry.answers = answers;
    entry.updated_at = now;
    store::entries::update(c, entry.clone())?;
    entry.version += 1;
    let last = store::entry_revisions::find_last(c, id)?;
    add(c, last.as_ref(), &entry, actor.user_id, now)?;
    let event =
        Event::new("entry.brought_back", "entry", id).edition(entry.edition_id).after(json!({ "revision": number }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(entry)
}
