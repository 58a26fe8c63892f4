//! Storing the rows of a plan, all in the caller's one transaction.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::plan::{Catalogue, Plan, PlannedRow};
use crate::app::audit::{self, Event};
use crate::app::entries::freeze;
use crate::app::{AppError, AppResult, editions};
use crate::domain::audit::AuditActor;
use crate::domain::edition::{Edition, EditionStatus};
use crate::domain::entry::{Entry, EntryStatus, Screening, reference};
use crate::domain::form::EntryForm;
use crate::domain::ids::{EditionId, EntryId, OrganisationId, UserId};
use crate::domain::organisation::{Organisation, Profile};
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::text::searchable;
use crate::domain::user::User;
use crate::store::{self, Conn};

/// A row that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Where it stood in the file.
    pub line: u64,
    /// The entry it became.
    pub entry: EntryId,
    /// The public reference of the entry.
    pub reference: String,
}

/// What an edition offers to the rows of a table.
pub fn catalogue(c: &mut Conn, edition: EditionId) -> AppResult<Catalogue> {
    Ok(Catalogue {
        form: store::entry_forms::get_current(c, edition)?,
        categories: store::categories::list(c, edition)?,
        known: store::entries::list_import_keys(c, edition)?.into_iter().collect::<BTreeSet<_>>(),
    })
}

/// Stores the rows of a plan as submitted entries, to be screened. `done` is told after each row
/// how many are through; it may be told again from the start when the transaction is repeated.
pub fn apply(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    plan: &Plan,
    now: DateTime<Utc>,
    done: impl Fn(usize),
) -> AppResult<Vec<Imported>> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Run)?.edition;
    if !matches!(edition.status, EditionStatus::Draft | EditionStatus::Open | EditionStatus::Closed) {
        return Err(AppError::refused("import-refused-late"));
    }
    let form = store::entry_forms::get_current(c, edition.id)?;
    let categories = store::categories::list(c, edition.id)?;
    let mut imported = Vec::new();
    for (index, row) in plan.rows.iter().enumerate() {
        // Imported by somebody else since the plan was made.
        if store::entries::find_by_import_key(c, edition.id, &row.import_key)?.is_some() {
            continue;
        }
        let category = categories.iter().find(|c| c.id == row.category).ok_or(AppError::Stale)?;
        let number = store::entries::take_number(c, edition.id, category.id)?;
        let reference = reference(edition.year, &category.code, number);
        let entry = insert(c, actor, &edition, &form, row, &reference, now)?;
        imported.push(Imported { line: row.line, entry, reference });
        done(index + 1);
    }
    Ok(imported)
}

fn insert(
    c: &mut Conn,
    actor: &Actor,
    edition: &Edition,
    form: &EntryForm,
    row: &PlannedRow,
    reference: &str,
    now: DateTime<Utc>,
) -> AppResult<EntryId> {
    let owner = owner(c, actor, row, now)?;
    let organisation = organisation(c, owner, row, now)?;
    let entry = Entry {
        id: EntryId::new(),
        edition_id: edition.id,
        category_id: row.category,
        organisation_id: organisation.id,
        owner_id: owner,
        reference: reference.to_owned(),
        search: searchable(&format!("{} {} {reference}", row.title, organisation.name)),
        title: row.title.clone(),
        language: row.language,
        status: EntryStatus::Draft,
        screening: Screening::Pending,
        screening_reason: None,
        screened_by: None,
        screened_at: None,
        form_id: form.id,
        answers: row.answers.clone(),
        snapshot_id: None,
        submitted_at: None,
        withdrawn_at: None,
        version: 1,
        import_key: Some(row.import_key.clone()),
        extended_until: None,
        open_questions: Vec::new(),
        created_at: now,
        updated_at: now,
    };
    store::entries::insert(c, entry.clone())?;
    let (entry, snapshot) = freeze(c, entry, form, Vec::new(), &organisation.name, actor.user_id, now, now)?;
    let event = Event::new("entry.imported", "entry", entry.id)
        .edition(edition.id)
        .after(json!({ "reference": reference, "line": row.line, "snapshot": snapshot.id, "hash": snapshot.hash }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(entry.id)
}

/// The account of the row's address, made without a password where there is none; the importing
/// organiser for a row without an address.
fn owner(c: &mut Conn, actor: &Actor, row: &PlannedRow, now: DateTime<Utc>) -> AppResult<UserId> {
    let Some(email) = &row.email else { return Ok(actor.user_id) };
    if let Some(user) = store::users::find_by_email(c, email)? {
        return Ok(user.id);
    }
    let name = if row.applicant.is_empty() { row.organisation.clone() } else { row.applicant.clone() };
    let user = User {
        id: UserId::new(),
        email: email.clone(),
        name,
        password_hash: None,
        language: row.language,
        verified_at: None,
        is_founder: false,
        disabled_at: None,
        created_at: now,
        second_factor_at: None,
    };
    store::users::insert(c, user.clone())?;
    Ok(user.id)
}

fn organisation(c: &mut Conn, owner: UserId, row: &PlannedRow, now: DateTime<Utc>) -> AppResult<Organisation> {
    let answer = |key: &str| row.answers.get(key).cloned().unwrap_or_default();
    // Rows without an address all belong to the importing organiser: one name may be two startups.
    let known = match row.email {
        Some(_) => store::organisations::find_of_owner(c, owner, &row.organisation)?,
        None => None,
    };
    if let Some(known) = known {
        return Ok(known);
    }
    let organisation = Organisation {
        id: OrganisationId::new(),
        owner_id: owner,
        name: row.organisation.clone(),
        website: answer("website"),
        city: answer("city"),
        created_at: now,
        profile: Profile::default(),
        logo_key: None,
    };
    store::organisations::insert(c, organisation.clone())?;
    Ok(organisation)
}
