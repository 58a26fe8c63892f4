//! Files attached to an entry: checked, kept, fetched by whoever may.
//!
//! The bytes are kept before the row that names them, so that no row ever names a file that is not
//! there; bytes without a row are invisible, and go (see [`super::storage`]).

use bytes::Bytes;
use chrono::{DateTime, Utc};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::Step;
use super::audit::{self, Event};
use super::entries::{EntryView, act_of, check_opens, refused, view};
use super::scoring::blind_name;
use super::{AppError, AppResult, FieldProblem, storage};
use crate::domain::audit::AuditActor;
use crate::domain::file::{EntryFile, FileKind, MAX_ENTRY_BYTES, MAX_ENTRY_FILES, shown_name};
use crate::domain::ids::{EntryId, FileId};
use crate::domain::policy::{self, Actor, FileFacts};
use crate::files::sniff::{Accepted, FileRefusal};
use crate::store::{self, Conn};

/// A file whose bytes are kept and whose row is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// The question it answers.
    pub field_key: String,
    /// Its name, as it will be shown.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// Its size in bytes.
    pub size: i64,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Where its bytes are.
    pub storage_key: String,
    /// Whether a picture of its first page lies beside them.
    pub has_preview: bool,
    /// The file whose place it takes.
    pub replaces: Option<FileId>,
}

impl NewFile {
    /// Of accepted bytes that lie under `storage_key`.
    pub fn new(field_key: &str, typed_name: &str, accepted: &Accepted, storage_key: &str) -> Self {
        Self {
            field_key: field_key.to_owned(),
            name: shown_name(typed_name, accepted.kind),
            kind: accepted.kind,
            size: i64::try_from(accepted.bytes.len()).unwrap_or(i64::MAX),
            sha256: hash(&accepted.bytes),
            storage_key: storage_key.to_owned(),
            has_preview: false,
            replaces: None,
        }
    }
}

fn hash(bytes: &Bytes) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// The words for a file that is refused.
pub fn problem_of(field_key: &str, typed_name: &str, refusal: FileRefusal) -> FieldProblem {
    let key = match refusal {
        FileRefusal::Empty => "entry-file-empty",
        FileRefusal::TooLarge => "entry-file-too-large",
        FileRefusal::Kind => "entry-file-kind",
        FileRefusal::TooManyPixels => "entry-file-too-many-pixels",
        FileRefusal::Broken => "entry-file-broken",
    };
    let name: String = typed_name.chars().filter(|c| !crate::domain::text::is_forbidden_in_line(*c)).take(80).collect();
    FieldProblem::new(field_key, key).arg("name", name)
}

/// Whether files may be attached to an entry now: asked before a byte of them is read.
pub fn check_upload(c: &mut Conn, actor: &Actor, id: EntryId, received_at: DateTime<Utc>) -> AppResult<EntryView> {
    let view = view(c, actor, id)?;
    view.check_editable(received_at).map_err(|r| refused(r, &view.edition, Some(&view.entry)))?;
    Ok(view)
}

/// Attaches a file to the draft. False when this question has the very same file already, and
/// nothing was done.
pub fn attach(
    c: &mut Conn,
    actor: &Actor,
    id: EntryId,
    new: &NewFile,
    received_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> AppResult<bool> {
    let view = check_upload(c, actor, id, received_at)?;
    if view.form.field(&new.field_key).is_none_or(|f| !f.kind.takes(new.kind)) {
        return Err(AppError::NotFound);
    }
    check_opens(&view.entry, &view.edition, &new.field_key, received_at)?;
    if view.files_of(&new.field_key).any(|f| f.sha256 == new.sha256) {
        return Ok(false);
    }
    let replaced = match new.replaces {
        Some(id) => Some(view.files_of(&new.field_key).find(|f| f.id == id).cloned().ok_or(AppError::NotFound)?),
        None => None,
    };
    check_room(&view, replaced.as_ref(), &new.field_key, new.size)?;
    let last = view.files_of(&new.field_key).map(|f| f.position).max();
    let file = EntryFile {
        id: FileId::new(),
        entry_id: id,
        field_key: new.field_key.clone(),
        name: new.name.clone(),
        kind: new.kind,
        size: new.size,
        sha256: new.sha256.clone(),
        storage_key: new.storage_key.clone(),
        uploaded_by: actor.user_id,
        created_at: now,
        removed_at: None,
        position: replaced.as_ref().map_or_else(|| last.map_or(0, |last| last + 1), |old| old.position),
        // A new version of a picture shows the same thing, until told otherwise.
        alt: replaced.as_ref().filter(|_| new.kind.is_image()).map(|old| old.alt.clone()).unwrap_or_default(),
        has_preview: new.has_preview,
    };
    if let Some(old) = &replaced {
        store::entry_files::remove(c, old.id, now)?;
    }
    let event = Event::new("file.attached", "file", file.id)
        .edition(view.edition.id)
        .before(replaced.map_or(json!(null), |old| json!({ "replaced": old.id, "sha256": old.sha256 })))
        .after(json!({ "entry": id, "kind": file.kind, "size": file.size, "sha256": file.sha256 }));
    storage::claim(c, &file.storage_key)?;
    store::entry_files::insert(c, file)?;
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(true)
}

/// Whether one more file of this size fits, in the place of another one or beside all.
fn check_room(view: &EntryView, replaced: Option<&EntryFile>, field_key: &str, size: i64) -> AppResult<()> {
    let (count, freed) = (view.files.len() - usize::from(replaced.is_some()), replaced.map_or(0, |old| old.size));
    let problem = if count >= MAX_ENTRY_FILES {
        FieldProblem::new(field_key, "entry-file-too-many").arg("limit", MAX_ENTRY_FILES)
    } else if view.files.iter().map(|f| f.size).sum::<i64>() - freed + size > MAX_ENTRY_BYTES {
        FieldProblem::new(field_key, "entry-file-too-much").arg("limit", MAX_ENTRY_BYTES / 1024 / 1024)
    } else {
        return Ok(());
    };
    Err(AppError::Invalid(vec![problem]))
}

/// Takes a file off the draft. What was submitted keeps it.
pub fn remove(
    c: &mut Conn,
    actor: &Actor,
    id: EntryId,
    file: FileId,
    received_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let view = check_upload(c, actor, id, received_at)?;
    let file = store::entry_files::get(c, file)?;
    if file.entry_id != id {
        return Err(AppError::NotFound);
    }
    check_opens(&view.entry, &view.edition, &file.field_key, received_at)?;
    if store::entry_files::remove(c, file.id, now)? {
        let event = Event::new("file.removed", "file", file.id)
            .edition(view.edition.id)
            .before(json!({ "entry": id, "sha256": file.sha256 }));
        audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    }
    Ok(())
}

/// Undoes a removal.
pub fn restore(
    c: &mut Conn,
    actor: &Actor,
    id: EntryId,
    file: FileId,
    received_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let view = check_upload(c, actor, id, received_at)?;
    let file = store::entry_files::get(c, file)?;
    if file.entry_id != id {
        return Err(AppError::NotFound);
    }
    check_opens(&view.entry, &view.edition, &file.field_key, received_at)?;
    if file.removed_at.is_some() {
        check_room(&view, None, &file.field_key, file.size)?;
        store::entry_files::restore(c, file.id)?;
        let event = Event::new("file.restored", "file", file.id)
            .edition(view.edition.id)
            .after(json!({ "entry": id, "sha256": file.sha256 }));
        audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    }
    Ok(())
}

/// Moves a file one place among those of its question.
pub fn step(
    c: &mut Conn,
    actor: &Actor,
    id: EntryId,
    file: FileId,
    step: Step,
    received_at: DateTime<Utc>,
) -> AppResult<()> {
    let view = check_upload(c, actor, id, received_at)?;
    let moved = view.files.iter().find(|f| f.id == file).ok_or(AppError::NotFound)?;
    check_opens(&view.entry, &view.edition, &moved.field_key, received_at)?;
    let mut files: Vec<EntryFile> = view.files_of(&moved.field_key).cloned().collect();
    let at = files.iter().position(|f| f.id == file).unwrap_or(0);
    let Some(to) = step.from(at, files.len()) else { return Ok(()) };
    files.swap(at, to);
    for (position, file) in (0..).zip(files) {
        if file.position != position {
            store::entry_files::update(c, EntryFile { position, ..file })?;
        }
    }
    Ok(())
}

/// A file that this person may read, and whether they are not to know who sent it.
pub fn fetch(c: &mut Conn, actor: &Actor, id: FileId) -> AppResult<(EntryFile, bool)> {
    let file = store::entry_files::get(c, id)?;
    let entry = store::entries::get(c, file.entry_id)?;
    let snapshot = entry.snapshot_id.map(|id| store::snapshots::get(c, id)).transpose()?;
    let form = store::entry_forms::get(c, entry.form_id)?;
    let juror = actor.juror_in(entry.edition_id);
    let (mut is_assigned, mut has_conflict, mut is_blind) = (false, false, false);
    if let Some(juror) = juror {
        for assignment in store::assignments::list_of_juror(c, juror)? {
            if assignment.entry_id == entry.id && assignment.status.is_visible_to_juror() {
                is_assigned = true;
                is_blind |= store::rounds::get(c, assignment.round_id)?.hides_identity;
            }
        }
        has_conflict = store::conflicts::find(c, juror, entry.organisation_id)?.is_some();
    }
    let is_applicant = act_of(c, actor, &entry)?.is_some();
    let is_hidden = |key: &str| form.field(key).is_some_and(|f| f.hidden_from_jurors);
    let shown = snapshot.iter().flat_map(|s| &s.files).filter(|f| f.id == file.id || !is_hidden(&f.field_key));
    let place = shown.map(|f| f.id).position(|id| id == file.id);
    let facts = FileFacts {
        is_applicant,
        edition: entry.edition_id,
        is_submitted: place.is_some(),
        is_in_race: entry.is_in_race(),
        is_hidden_from_jurors: form.field(&file.field_key).is_some_and(|f| f.hidden_from_jurors),
        is_assigned,
        has_conflict,
    };
    policy::can_read_file(actor, &facts)?;
    let knows_who = facts.is_applicant || actor.role_in(entry.edition_id).is_some();
    match place {
        Some(at) if is_blind && !knows_who => {
            Ok((EntryFile { name: blind_name(&entry.reference, at, file.kind), ..file }, true))
        }
        _ => Ok((file, false)),
    }
}
