//! Submitting: an immutable, hashed snapshot, a receipt, a line of the log, in one transaction.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use super::view::{EntryView, view};
use super::{open, refused};
use crate::app::audit::{self, Event};
use crate::app::outbox::{self, Notice};
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::entry::{Entry, EntryStatus, Screening, Snapshot, snapshot_hash};
use crate::domain::file::SnapshotFile;
use crate::domain::form::EntryForm;
use crate::domain::ids::{EntryId, SnapshotId, UserId};
use crate::domain::notice::MailKind;
use crate::domain::policy::{Actor, EntryAct};
use crate::i18n::{dates, zones};
use crate::store::{self, Conn};

/// How long after its deadline a complete draft is still submitted by itself: a server that was down for a
/// day makes up for it, and nobody is surprised a week later.
const LATE: TimeDelta = TimeDelta::days(2);

/// What a submission did.
#[derive(Debug, Clone, PartialEq)]
pub struct Submitted {
    /// The entry as it is now.
    pub entry: Entry,
    /// What was submitted.
    pub snapshot: Snapshot,
    /// False when exactly this was submitted before: nothing was done a second time.
    pub is_new: bool,
}

/// Submits the draft as it is. `received_at` is the instant at which the request began, and the
/// one that the deadline is held against.
pub fn submit(
    c: &mut Conn,
    actor: &Actor,
    id: EntryId,
    received_at: DateTime<Utc>,
    now: DateTime<Utc>,
    public_url: &str,
) -> AppResult<Submitted> {
    open(c, actor, id, EntryAct::Submit)?;
    let view = view(c, actor, id)?;
    // The same submission again, by a second click, a reload, a retry after a time-out: the first
    // answer stands, even when the deadline has passed since.
    if let Some(snapshot) = &view.snapshot
        && view.entry.status == EntryStatus::Submitted
        && !view.has_changes()
    {
        return Ok(Submitted { snapshot: snapshot.clone(), entry: view.entry, is_new: false });
    }
    view.check_editable(received_at).map_err(|r| refused(r, &view.edition, Some(&view.entry)))?;
    let problems = view.problems();
    if !problems.is_empty() {
        return Err(AppError::Invalid(problems));
    }
    put_in(c, view, AuditActor::User(actor.user_id), received_at, now, public_url)
}

/// Submits every draft whose deadline has passed, in editions that say so, if nothing is missing; how many.
/// Its applicant gets the receipt.
pub fn submit_due(c: &mut Conn, public_url: &str, now: DateTime<Utc>) -> AppResult<usize> {
    let mut count = 0;
    for edition in store::editions::list(c)? {
        let grace = TimeDelta::seconds(i64::from(edition.grace_seconds));
        // No entry's deadline is before that of all: until then no draft need be read.
        if !edition.auto_submit || !edition.status.is_before_scoring() || now <= edition.closes_at + grace {
            continue;
        }
        for entry in store::entries::list_drafts(c, edition.id)? {
            let deadline = entry.deadline(&edition);
            let is_due = now > deadline + grace && now < deadline + grace + LATE;
            if !is_due {
                continue;
            }
            let owner = store::organisers::actor(c, entry.owner_id)?;
            let view = view(c, &owner, entry.id)?;
            if view.problems().is_empty() {
                put_in(c, view, AuditActor::System, deadline, now, public_url)?;
                count += 1;
            }
        }
    }
    Ok(count)
}

/// Freezes a draft that may be submitted, sends its receipt and writes it down.
fn put_in(
    c: &mut Conn,
    view: EntryView,
    by: AuditActor,
    received_at: DateTime<Utc>,
    now: DateTime<Utc>,
    public_url: &str,
) -> AppResult<Submitted> {
    let files: Vec<SnapshotFile> = view.files.iter().map(Into::into).collect();
    let (entry, organisation) = (view.entry.clone(), &view.organisation.name);
    let person = match by {
        AuditActor::User(person) => person,
        AuditActor::System => entry.owner_id,
    };
    let (entry, snapshot) = freeze(c, entry, &view.form, files, organisation, person, received_at, now)?;
    send_receipt(c, &view, &snapshot, public_url, now)?;
    let event = Event::new("entry.submitted", "entry", entry.id)
        .edition(entry.edition_id)
        .before(json!({ "status": view.entry.status, "screening": view.entry.screening }))
        .after(json!({ "snapshot": snapshot.id, "number": snapshot.number, "hash": snapshot.hash }));
    audit::record(c, by, event, now)?;
    Ok(Submitted { entry, snapshot, is_new: true })
}

/// Freezes the answers of an entry in a snapshot and puts the entry in the race. A new version is
/// to be screened anew. Asks nothing: callers have asked the policy, the calendar and the form.
#[allow(clippy::too_many_arguments)] // each is a part of the record
pub fn freeze(
    c: &mut Conn,
    mut entry: Entry,
    form: &EntryForm,
    files: Vec<SnapshotFile>,
    organisation_name: &str,
    submitted_by: UserId,
    received_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> AppResult<(Entry, Snapshot)> {
    let answers = form.normalised(&entry.answers);
    let number = store::snapshots::list(c, entry.id)?.first().map_or(1, |last| last.number + 1);
    let snapshot = Snapshot {
        id: SnapshotId::new(),
        entry_id: entry.id,
        number,
        category_id: entry.category_id,
        form_id: form.id,
        title: entry.title.clone(),
        organisation_name: organisation_name.to_owned(),
        hash: snapshot_hash(&entry.reference, &entry.title, organisation_name, &answers, &files),
        answers: answers.clone(),
        files,
        received_at,
        submitted_by,
    };
    store::snapshots::insert(c, snapshot.clone())?;
    entry.status = EntryStatus::Submitted;
    entry.screening = Screening::Pending;
    entry.screening_reason = None;
    entry.open_questions.clear();
    entry.screened_by = None;
    entry.screened_at = None;
    entry.form_id = form.id;
    entry.answers = answers;
    entry.snapshot_id = Some(snapshot.id);
    entry.submitted_at = Some(received_at);
    entry.updated_at = now;
    store::entries::update(c, entry.clone())?;
    entry.version += 1;
    Ok((entry, snapshot))
}

fn send_receipt(
    c: &mut Conn,
    view: &EntryView,
    snapshot: &Snapshot,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let owner = store::users::get(c, view.entry.owner_id)?;
    let (language, zone) = (owner.language, view.edition.zone());
    let params = json!({
        "edition": view.edition.name.get(language),
        "entry": snapshot.title,
        "reference": view.entry.reference,
        "category": view.category.name.get(language),
        "time": zones::instant(language, snapshot.received_at, zone),
        "hash": snapshot.hash,
        "deadline": zones::instant(language, view.entry.deadline(&view.edition), zone),
        "results": dates::day(language, view.edition.results_on, zone),
        "url": format!("{public_url}/{language}/entries/{}/receipt", view.entry.id),
    });
    let notice = Notice {
        kind: MailKind::Receipt,
        to: owner.email,
        name: owner.name,
        language,
        params,
        dedupe_key: format!("receipt:{}", snapshot.id),
    };
    outbox::enqueue_for(c, view.edition.id, notice, now)?;
    Ok(())
}
