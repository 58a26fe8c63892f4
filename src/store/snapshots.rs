//! What was submitted, frozen.

use diesel::prelude::*;

use super::error::StoreResult;
use super::schema::{assignments, entries, entry_snapshots};
use super::types::{At, Json};
use super::{Conn, IDS_AT_ONCE};
use crate::domain::entry::{EntryStatus, Screening, Snapshot};
use crate::domain::file::SnapshotFile;
use crate::domain::form::Answers;
use crate::domain::ids::{CategoryId, EntryFormId, EntryId, JurorId, OrganisationId, RoundId, SnapshotId, UserId};

row!(SnapshotRow of Snapshot in entry_snapshots {
    id: SnapshotId, entry_id: EntryId, number: i32, category_id: CategoryId, form_id: EntryFormId, title: String,
    organisation_name: String, answers: Json<Answers>, files: Json<Vec<SnapshotFile>>, hash: String,
    received_at: At, submitted_by: UserId,
});

/// The snapshot of an id.
pub fn get(c: &mut Conn, id: SnapshotId) -> StoreResult<Snapshot> {
    Ok(entry_snapshots::table.find(id).first::<SnapshotRow>(c)?.into())
}

/// The snapshots of an entry, newest first.
pub fn list(c: &mut Conn, entry: EntryId) -> StoreResult<Vec<Snapshot>> {
    let rows = entry_snapshots::table
        .filter(entry_snapshots::entry_id.eq(entry))
        .order(entry_snapshots::number.desc())
        .load::<SnapshotRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Whether anything was submitted on this version of a questionnaire.
pub fn answer_form(c: &mut Conn, form: EntryFormId) -> StoreResult<bool> {
    let answers = entry_snapshots::table.filter(entry_snapshots::form_id.eq(form));
    Ok(diesel::select(diesel::dsl::exists(answers)).get_result(c)?)
}

/// Several snapshots, however many.
pub fn list_by_ids(c: &mut Conn, ids: &[SnapshotId]) -> StoreResult<Vec<Snapshot>> {
    let mut found = Vec::new();
    for ids in ids.chunks(IDS_AT_ONCE) {
        let rows = entry_snapshots::table.filter(entry_snapshots::id.eq_any(ids.to_vec())).load::<SnapshotRow>(c)?;
        found.extend(rows.into_iter().map(Snapshot::from));
    }
    Ok(found)
}

/// A new snapshot.
pub fn insert(c: &mut Conn, snapshot: Snapshot) -> StoreResult<()> {
    super::entry_words::put(c, snapshot.entry_id, &snapshot.answers)?;
    diesel::insert_into(entry_snapshots::table).values(SnapshotRow::from(snapshot)).execute(c)?;
    Ok(())
}

/// What a juror's list shows of an entry, and what decides whether it may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The entry.
    pub entry_id: EntryId,
    /// Its applicant.
    pub owner_id: UserId,
    /// The startup behind it.
    pub organisation_id: OrganisationId,
    /// Its reference.
    pub reference: String,
    /// The title, as submitted.
    pub title: String,
    /// The category, as submitted.
    pub category_id: CategoryId,
}

/// What a juror's list shows of the entries in a round that may be judged, without their answers.
pub fn list_headings(c: &mut Conn, round: RoundId, juror: JurorId) -> StoreResult<Vec<Heading>> {
    let rows = assignments::table
        .inner_join(entries::table)
        .inner_join(entry_snapshots::table.on(entries::snapshot_id.eq(entry_snapshots::id.nullable())))
        .filter(assignments::juror_id.eq(juror))
        .filter(assignments::round_id.eq(round))
        .filter(entries::status.eq(EntryStatus::Submitted))
        .filter(entries::screening.eq(Screening::Eligible))
        .select((
            entries::id,
            entries::owner_id,
            entries::organisation_id,
            entries::reference,
            entry_snapshots::title,
            entry_snapshots::category_id,
        ))
        .load::<(EntryId, UserId, OrganisationId, String, String, CategoryId)>(c)?;
    let heading = |(entry_id, owner_id, organisation_id, reference, title, category_id)| Heading {
        entry_id,
        owner_id,
        organisation_id,
        reference,
        title,
        category_id,
    };
    Ok(rows.into_iter().map(heading).collect())
}
