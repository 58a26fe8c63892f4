//! Saving a draft: every word that can be kept is kept, and two tabs never overwrite each other.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::view::{form_of, problem_of, text_problem};
use super::{history, refused};
use crate::app::{AppError, AppResult, FieldProblem, fingerprint};
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::file::{ALT_LIMIT, EntryFile};
use crate::domain::form::{Answers, EntryForm, FormField};
use crate::domain::ids::{EntryId, FileId};
use crate::domain::policy::{Actor, EntryAct};
use crate::domain::text::{self, TextError};
use crate::store::{self, Conn};

/// What a save did.
#[derive(Debug, Clone, PartialEq)]
pub struct SavedAnswers {
    /// The entry as it is now.
    pub entry: Entry,
    /// Its questionnaire.
    pub form: EntryForm,
    /// Its files, where the section has questions for them.
    pub files: Vec<EntryFile>,
    /// What has to be corrected before submitting.
    pub problems: Vec<FieldProblem>,
    /// The questions whose text could not be kept.
    pub lost: Vec<String>,
    /// The zone in which the edition tells the time.
    pub zone: Tz,
    /// The sections in which an answer has opened a question that has none yet.
    pub opened: Vec<usize>,
}

/// What a person types in a section.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The answers, by question.
    pub answers: Answers,
    /// What the pictures show, by file.
    pub alts: BTreeMap<FileId, String>,
}

/// The version of a section's saved answers: what a page was made from. It changes when, and only
/// when, an answer of the section does, or what one of its pictures shows, so that work on another section
/// is no conflict.
pub fn section_version(form: &EntryForm, section: usize, answers: &Answers, files: &[EntryFile]) -> String {
    let answer = |key: &str| answers.get(key).cloned().unwrap_or_default();
    let mut parts: Vec<(String, String)> =
        form.section_fields(section).map(|x| (x.key.clone(), answer(&x.key))).collect();
    let is_of_section = |key: &str| form.field(key).is_some_and(|f| f.section == section);
    let described = files.iter().filter(|file| !file.alt.is_empty() && is_of_section(&file.field_key));
    parts.extend(described.map(|file| (file.id.to_string(), file.alt.clone())));
    fingerprint(&parts)
}

/// Saves the typed answers of a section that was shown at `version`. Questions that are absent
/// from `typed` keep their answer. [`AppError::Stale`] when somebody else has changed the section
/// meanwhile, and to something else.
pub fn save_section(
    c: &mut Conn,
    actor: &Actor,
    id: EntryId,
    (section, version): (usize, &str),
    typed: &Typed,
    received_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> AppResult<SavedAnswers> {
    let (entry, form, edition) = open_to_edit(c, actor, id, received_at)?;
    if section >= form.sections.len() {
        return Err(AppError::NotFound);
    }
    let is_of_section =
        |key: &str| form.field(key).is_some_and(|f| f.section == section) && entry.opens(key, &edition, received_at);
    let answers: Answers =
        typed.answers.iter().filter(|(key, _)| is_of_section(key)).map(|(k, v)| (k.clone(), v.clone())).collect();
    // Saving while somebody types is what happens most: files are read only where the section has some.
    let has_files = form.section_fields(section).any(|field| field.kind.is_file());
    let mut files = if has_files { store::entry_files::list(c, id)? } else { Vec::new() };
    let is_stale = section_version(&form, section, &entry.answers, &files) != version;
    let (kept, mut problems, mut lost) = drafts(&form, &answers);
    let mut described = Vec::new();
    for file in files.iter_mut().filter(|f| f.kind.is_image() && is_of_section(&f.field_key)) {
        match typed.alts.get(&file.id).map(|alt| alt_of(alt)) {
            Some(Ok(alt)) if alt != file.alt => {
                file.alt = alt;
                described.push(file.clone());
            }
            Some(Err(error)) => {
                lost.push(format!("alt-{}", file.id));
                problems.push(text_problem(&file.field_key, error));
            }
            _ => {}
        }
    }
    let differs = !described.is_empty()
        || kept.iter().any(|(key, answer)| entry.answers.get(key).map_or("", String::as_str) != answer);
    if is_stale && (differs || !lost.is_empty()) {
        return Err(AppError::Stale);
    }
    for file in described {
        store::entry_files::update(c, file)?;
    }
    let zone = edition.zone();
    store_answers(c, actor, SavedAnswers { entry, form, files, problems, lost, zone, opened: Vec::new() }, kept, now)
}

/// What a picture shows, as it is kept.
fn alt_of(typed: &str) -> Result<String, TextError> {
    match text::line(typed, ALT_LIMIT) {
        Err(TextError::Empty) => Ok(String::new()),
        other => other,
    }
}

/// Saves answers of any section, whatever was there: for commands that fill an edition.
pub fn save_answers(
    c: &mut Conn,
    actor: &Actor,
    id: EntryId,
    typed: &Answers,
    now: DateTime<Utc>,
) -> AppResult<SavedAnswers> {
    let (entry, form, edition) = open_to_edit(c, actor, id, now)?;
    let (kept, problems, lost) = drafts(&form, typed);
    let (zone, files) = (edition.zone(), Vec::new());
    store_answers(c, actor, SavedAnswers { entry, form, files, problems, lost, zone, opened: Vec::new() }, kept, now)
}

fn open_to_edit(
    c: &mut Conn,
    actor: &Actor,
    id: EntryId,
    received_at: DateTime<Utc>,
) -> AppResult<(Entry, EntryForm, Edition)> {
    let entry = super::open(c, actor, id, EntryAct::Edit)?;
    let edition = store::editions::get(c, entry.edition_id)?;
    entry.check_editable(&edition, received_at).map_err(|r| refused(r, &edition, Some(&entry)))?;
    let form = form_of(c, &entry)?;
    Ok((entry, form, edition))
}

/// What to keep of typed answers, what has to be corrected, and what could not be kept.
fn drafts(form: &EntryForm, typed: &Answers) -> (Answers, Vec<FieldProblem>, Vec<String>) {
    let (mut kept, mut problems, mut lost) = (Answers::new(), Vec::new(), Vec::new());
    for field in form.fields.iter().filter(|f| !f.kind.is_file()) {
        let Some(answer) = typed.get(&field.key) else { continue };
        let draft = field.draft(answer);
        match draft.kept {
            Some(answer) => {
                kept.insert(field.key.clone(), answer);
            }
            None => lost.push(field.key.clone()),
        }
        problems.extend(draft.error.map(|error| problem_of(&field.key, &error)));
    }
    (kept, problems, lost)
}

fn store_answers(
    c: &mut Conn,
    actor: &Actor,
    mut saved: SavedAnswers,
    kept: Answers,
    now: DateTime<Utc>,
) -> AppResult<SavedAnswers> {
    let entry = &mut saved.entry;
    let before = entry.answers.clone();
    for (key, answer) in kept {
        if answer.is_empty() {
            entry.answers.remove(&key);
        } else {
            entry.answers.insert(key, answer);
        }
    }
    if entry.answers != before || entry.form_id != saved.form.id {
        entry.form_id = saved.form.id;
        entry.updated_at = now;
        store::entries::update(c, entry.clone())?;
        entry.version += 1;
        history::keep(c, entry, actor.user_id, now)?;
    }
    let (form, after) = (&saved.form, &saved.entry.answers);
    let is_opened = |field: &&FormField| {
        form.asks(field, after)
            && !form.asks(field, &before)
            && !field.kind.is_file()
            && !after.contains_key(&field.key)
    };
    saved.opened = form.fields.iter().filter(is_opened).map(|field| field.section).collect();
    Ok(saved)
}
