//! Every entry with what was submitted, as a table.

use std::collections::BTreeMap;

use super::view::{Filter, filtered};
use crate::app::editions::{self, Opened};
use crate::app::entries::SubmittedForms;
use crate::app::{AppResult, answers};
use crate::domain::category::Category;
use crate::domain::entry::{Entry, Snapshot};
use crate::domain::form::{EntryForm, FormField};
use crate::domain::ids::{CategoryId, OrganisationId};
use crate::domain::language::Language;
use crate::domain::policy::{Actor, OrganiserAct};
use crate::store::{self, Conn};

/// How many entries are read at a time.
const AT_ONCE: i64 = 500;

/// The questions that were answered, and a line for each entry.
#[derive(Debug, Clone)]
pub struct EntryTable {
    /// The edition.
    pub opened: Opened,
    /// The questions: those of the newest form in their order, then those of older ones.
    pub fields: Vec<FormField>,
    /// The entries, by reference.
    pub rows: Vec<EntryRow>,
}

/// A line of the table.
#[derive(Debug, Clone)]
pub struct EntryRow {
    /// The entry.
    pub entry: Entry,
    /// The startup behind it.
    pub organisation: String,
    /// Its category.
    pub category: Option<Category>,
    /// What was submitted last.
    pub snapshot: Option<Snapshot>,
}

impl EntryRow {
    /// What was answered to a question, as people read it: empty for a draft.
    pub fn answer(&self, language: Language, field: &FormField) -> String {
        self.snapshot.as_ref().map(|snapshot| answers::of_snapshot(language, field, snapshot)).unwrap_or_default()
    }
}

/// The entries of an edition that match, all of them.
pub fn export(c: &mut Conn, actor: &Actor, slug: &str, filter: &Filter) -> AppResult<EntryTable> {
    let opened = editions::open(c, actor, slug, OrganiserAct::Look)?;
    let mut fields = store::entry_forms::get_current(c, opened.edition.id)?.fields;
    let mut rows = Vec::new();
    each_entry(c, &opened, filter, |row, form| {
        if let Some(form) = form {
            add_fields(&mut fields, form);
        }
        rows.push(row);
        Ok(())
    })?;
    Ok(EntryTable { opened, fields, rows })
}

/// Every entry of an edition that matches, by reference, with the form that it was submitted on. Entries are
/// read in portions and not held.
pub fn each_entry(
    c: &mut Conn,
    opened: &Opened,
    filter: &Filter,
    mut each: impl FnMut(EntryRow, Option<&EntryForm>) -> AppResult<()>,
) -> AppResult<()> {
    let edition = opened.edition.id;
    let categories: BTreeMap<CategoryId, Category> =
        store::categories::list(c, edition)?.into_iter().map(|category| (category.id, category)).collect();
    let mut offset = 0;
    loop {
        let (entries, total) = filtered(c, edition, filter, offset, AT_ONCE)?;
        let submitted = SubmittedForms::load(c, &entries)?;
        let ids: Vec<OrganisationId> = entries.iter().map(|entry| entry.organisation_id).collect();
        let names: BTreeMap<_, _> =
            store::organisations::list_by_ids(c, &ids)?.into_iter().map(|o| (o.id, o.name)).collect();
        offset += AT_ONCE;
        let is_last = entries.is_empty() || offset >= total;
        for entry in entries {
            let found = submitted.of(&entry);
            let row = EntryRow {
                organisation: names.get(&entry.organisation_id).cloned().unwrap_or_default(),
                category: categories.get(&entry.category_id).cloned(),
                snapshot: found.map(|(snapshot, _)| snapshot.clone()),
                entry,
            };
            each(row, found.map(|(_, form)| form))?;
        }
        if is_last {
            return Ok(());
        }
    }
}

/// Adds the questions of an older form that the newest one no longer has.
pub fn add_fields(fields: &mut Vec<FormField>, form: &EntryForm) {
    for field in &form.fields {
        if fields.iter().all(|known| known.key != field.key) {
            fields.push(field.clone());
        }
    }
}
