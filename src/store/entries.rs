//! Candidacies.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::dialect::BothExt;
use super::error::{OptionalRow, StoreError, StoreResult};
use super::schema::{entries, entry_reminders, reference_counters};
use super::types::{At, Json};
use crate::domain::entry::{Entry, EntryStatus, Screening};
use crate::domain::form::Answers;
use crate::domain::ids::{CategoryId, EditionId, EntryFormId, EntryId, OrganisationId, SnapshotId, UserId};
use crate::domain::language::Language;
use crate::domain::round::Round;
use crate::domain::screening::EntrySort;
use crate::domain::text::searchable;

row!(EntryRow of Entry in entries {
    id: EntryId, edition_id: EditionId, category_id: CategoryId, organisation_id: OrganisationId, owner_id: UserId,
    reference: String, title: String, language: Language, status: EntryStatus, screening: Screening,
    screening_reason: Option<String>, screened_by: Option<UserId>, screened_at: Option<At>,
    form_id: EntryFormId, answers: Json<Answers>, snapshot_id: Option<SnapshotId>, submitted_at: Option<At>,
    withdrawn_at: Option<At>, version: i32, search: String, import_key: Option<String>, extended_until: Option<At>,
    open_questions: Json<Vec<String>>,    created_at: At, updated_at: At,
});

/// What to list.
#[derive(Debug, Clone, Default)]
pub struct EntryFilter {
    /// Only this category.
    pub category: Option<CategoryId>,
    /// Only this status.
    pub status: Option<EntryStatus>,
    /// Only this screening state.
    pub screening: Option<Screening>,
    /// Only entries whose title, organisation, reference or submitted answers contain these words.
    pub words: String,
    /// Only entries with this tag.
    pub tag: Option<String>,
    /// In which order; none: by reference.
    pub sort: Option<EntrySort>,
    /// The other way round.
    pub is_descending: bool,
}

/// The entry of an id.
pub fn get(c: &mut Conn, id: EntryId) -> StoreResult<Entry> {
    Ok(entries::table.find(id).first::<EntryRow>(c)?.into())
}

/// The entry of a public reference.
pub fn find_by_reference(c: &mut Conn, edition: EditionId, reference: &str) -> StoreResult<Option<Entry>> {
    let row = entries::table
        .filter(entries::edition_id.eq(edition))
        .filter(entries::reference.eq(reference))
        .first::<EntryRow>(c)
        .optional_row()?;
    Ok(row.map(Into::into))
}

/// The entry that an imported row became.
pub fn find_by_import_key(c: &mut Conn, edition: EditionId, key: &str) -> StoreResult<Option<Entry>> {
    let row = entries::table
        .filter(entries::edition_id.eq(edition))
        .filter(entries::import_key.eq(Some(key)))
        .first::<EntryRow>(c)
        .optional_row()?;
    Ok(row.map(Into::into))
}

/// The keys of every row that was imported into an edition.
pub fn list_import_keys(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<String>> {
    let keys = entries::table
        .filter(entries::edition_id.eq(edition))
        .filter(entries::import_key.is_not_null())
        .select(entries::import_key)
        .load::<Option<String>>(c)?;
    Ok(keys.into_iter().flatten().collect())
}

/// Several entries, by reference.
pub fn list_by_ids(c: &mut Conn, ids: &[EntryId]) -> StoreResult<Vec<Entry>> {
    let rows = entries::table.filter(entries::id.eq_any(ids.to_vec())).order(entries::reference).load::<EntryRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The entries of an applicant, newest first.
pub fn list_of_owner(c: &mut Conn, owner: UserId) -> StoreResult<Vec<Entry>> {
    let rows =
        entries::table.filter(entries::owner_id.eq(owner)).order(entries::created_at.desc()).load::<EntryRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The entries of an edition that match, by reference, from `offset`, at most `limit`; and how
/// many match in all.
pub fn list(
    c: &mut Conn,
    edition: EditionId,
    filter: &EntryFilter,
    offset: i64,
    limit: i64,
) -> StoreResult<(Vec<Entry>, i64)> {
    let tagged = match &filter.tag {
        Some(tag) => Some(super::screenings::list_tagged(c, edition, tag)?),
        None => None,
    };
    let mut words = Vec::new();
    for word in searchable(&filter.words).split(' ').filter(|w| !w.is_empty()) {
        let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let pattern = format!("%{escaped}%");
        // In what the entry is called, or in what it says.
        words.push((pattern.clone(), super::entry_words::list_matching(c, edition, &pattern)?));
    }
    let query = || {
        let mut query = entries::table.filter(entries::edition_id.eq(edition)).into_boxed();
        if let Some(tagged) = &tagged {
            query = query.filter(entries::id.eq_any(tagged.clone()));
        }
        if let Some(category) = filter.category {
            query = query.filter(entries::category_id.eq(category));
        }
        if let Some(status) = filter.status {
            query = query.filter(entries::status.eq(status));
        }
        if let Some(screening) = filter.screening {
            query = query.filter(entries::screening.eq(screening));
        }
        for (pattern, answered) in &words {
            let is_called = entries::search.like(pattern.clone()).escape('\\');
            query = query.filter(is_called.or(entries::id.eq_any(answered.clone())));
        }
        query
    };
    let total = query().count().get_result::<i64>(c)?;
    let sorted = match (filter.sort.unwrap_or(EntrySort::Reference), filter.is_descending) {
        (EntrySort::Reference, false) => query().order(entries::reference.asc()),
        (EntrySort::Reference, true) => query().order(entries::reference.desc()),
        (EntrySort::Title, false) => query().order((entries::title.asc(), entries::reference)),
        (EntrySort::Title, true) => query().order((entries::title.desc(), entries::reference)),
        (EntrySort::Received, false) => query().order((entries::submitted_at.asc(), entries::reference)),
        (EntrySort::Received, true) => query().order((entries::submitted_at.desc(), entries::reference)),
        (EntrySort::Status, false) => {
            query().order((entries::status.asc(), entries::screening.asc(), entries::reference))
        }
        (EntrySort::Status, true) => {
            query().order((entries::status.desc(), entries::screening.desc(), entries::reference))
        }
    };
    let rows = sorted.offset(offset).limit(limit).load::<EntryRow>(c)?;
    Ok((rows.into_iter().map(Into::into).collect(), total))
}

/// The first entry that waits to be screened, after a reference.
pub fn find_pending(c: &mut Conn, edition: EditionId, after: &str) -> StoreResult<Option<EntryId>> {
    let waiting = entries::table
        .filter(entries::edition_id.eq(edition))
        .filter(entries::status.eq(EntryStatus::Submitted))
        .filter(entries::screening.eq(Screening::Pending))
        .filter(entries::reference.gt(after.to_owned()));
    waiting.order(entries::reference).select(entries::id).first(c).optional_row()
}

/// Other submitted entries of the same edition, of the same startup or person or with the same title, by reference.
pub fn list_related(c: &mut Conn, entry: &Entry) -> StoreResult<Vec<Entry>> {
    let is_same = entries::organisation_id
        .eq(entry.organisation_id)
        .or(entries::owner_id.eq(entry.owner_id))
        .or(entries::title.eq(entry.title.clone()));
    let others = entries::table
        .filter(entries::edition_id.eq(entry.edition_id))
        .filter(entries::id.ne(entry.id))
        .filter(entries::snapshot_id.is_not_null())
        .filter(is_same);
    Ok(others.order(entries::reference).load::<EntryRow>(c)?.into_iter().map(Into::into).collect())
}

/// The editions that a startup has submitted an entry to.
pub fn list_editions_of(c: &mut Conn, organisation: OrganisationId) -> StoreResult<Vec<EditionId>> {
    Ok(entries::table
        .filter(entries::organisation_id.eq(organisation))
        .filter(entries::snapshot_id.is_not_null())
        .select(entries::edition_id)
        .distinct()
        .load(c)?)
}

/// The drafts of an edition that were never submitted, by reference.
pub fn list_drafts(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<Entry>> {
    let rows = entries::table
        .filter(entries::edition_id.eq(edition))
        .filter(entries::status.eq(EntryStatus::Draft))
        .order(entries::reference)
        .load::<EntryRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Notes that an entry's applicant was reminded so many hours before its deadline. False when that was
/// noted before.
pub fn note_reminder(c: &mut Conn, entry: EntryId, hours: i32, now: DateTime<Utc>) -> StoreResult<bool> {
    let known = entry_reminders::table.find((entry, hours));
    if diesel::select(diesel::dsl::exists(known)).get_result::<bool>(c)? {
        return Ok(false);
    }
    let row =
        (entry_reminders::entry_id.eq(entry), entry_reminders::hours.eq(hours), entry_reminders::sent_at.eq(At(now)));
    diesel::insert_into(entry_reminders::table).values(row).execute(c)?;
    Ok(true)
}

/// The entries of an edition that may be judged, by reference.
pub fn list_judgeable(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<Entry>> {
    let rows = entries::table
        .filter(entries::edition_id.eq(edition))
        .filter(entries::status.eq(EntryStatus::Submitted))
        .filter(entries::screening.eq(Screening::Eligible))
        .order(entries::reference)
        .load::<EntryRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The entries that are judged in a round, by reference: in the first all that may be judged, in a later one
/// those of them that went on.
pub fn list_of_round(c: &mut Conn, round: &Round) -> StoreResult<Vec<Entry>> {
    let mut entries = list_judgeable(c, round.edition_id)?;
    if !round.is_first() {
        let went_on: BTreeSet<EntryId> = super::rounds::list_entries(c, round.id)?.into_iter().collect();
        entries.retain(|entry| went_on.contains(&entry.id));
    }
    Ok(entries)
}

/// How many entries of an edition stand where.
pub fn count_by_state(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<(EntryStatus, Screening, i64)>> {
    Ok(entries::table
        .filter(entries::edition_id.eq(edition))
        .group_by((entries::status, entries::screening))
        .select((entries::status, entries::screening, diesel::dsl::count_star()))
        .load(c)?)
}

/// How many entries were started in each category of an edition.
pub fn count_by_category(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<(CategoryId, i64)>> {
    Ok(entries::table
        .filter(entries::edition_id.eq(edition))
        .group_by(entries::category_id)
        .select((entries::category_id, diesel::dsl::count_star()))
        .load(c)?)
}

/// A new entry.
pub fn insert(c: &mut Conn, entry: Entry) -> StoreResult<()> {
    diesel::insert_into(entries::table).values(EntryRow::from(entry)).execute(c)?;
    Ok(())
}

/// Every field of an entry, if nobody has changed it since `entry.version` was read.
/// Counts the version up.
pub fn update(c: &mut Conn, mut entry: Entry) -> StoreResult<()> {
    let read = entry.version;
    entry.version += 1;
    let target = entries::table.find(entry.id).filter(entries::version.eq(read));
    let changed = diesel::update(target).set(EntryRow::from(entry)).execute(c)?;
    if changed == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// Takes the next number of a category. Call it in a short transaction of its own.
pub fn take_number(c: &mut Conn, edition: EditionId, category: CategoryId) -> StoreResult<i32> {
    let number = diesel::insert_into(reference_counters::table)
        .values((
            reference_counters::edition_id.eq(edition),
            reference_counters::category_id.eq(category),
            reference_counters::last_number.eq(1),
        ))
        .on_conflict((reference_counters::edition_id, reference_counters::category_id))
        .do_update()
        .set(reference_counters::last_number.eq(reference_counters::last_number + 1))
        .returning(reference_counters::last_number)
        .both()
        .get_result::<i32>(c)?;
    Ok(number)
}
