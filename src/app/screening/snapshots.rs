//! What was submitted at two times, side by side.

use super::decide::of_edition;
use crate::app::AppResult;
use crate::app::answers;
use crate::app::editions::{self, Opened};
use crate::app::error::AppError;
use crate::domain::entry::{Entry, Snapshot};
use crate::domain::form::FormField;
use crate::domain::ids::EntryId;
use crate::domain::language::Language;
use crate::domain::policy::{Actor, OrganiserAct};
use crate::store::{self, Conn};

/// A question whose answer changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The question; none for the title or the startup.
    pub field: Option<FormField>,
    /// The key: of the question, `title` or `organisation`.
    pub key: String,
    /// What was answered.
    pub before: String,
    /// What is answered.
    pub after: String,
}

/// Two submissions of an entry.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The edition.
    pub opened: Opened,
    /// The entry.
    pub entry: Entry,
    /// Every submission, the newest first.
    pub all: Vec<Snapshot>,
    /// The earlier one.
    pub from: Snapshot,
    /// The later one.
    pub to: Snapshot,
    /// What changed.
    pub changes: Vec<Change>,
}

/// Compares two submissions of an entry by their numbers; the last two where none is given.
pub fn compare(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: EntryId,
    numbers: (Option<i32>, Option<i32>),
    language: Language,
) -> AppResult<Comparison> {
    let opened = editions::open(c, actor, slug, OrganiserAct::Look)?;
    let entry = of_edition(c, opened.edition.id, id)?;
    let all = store::snapshots::list(c, id)?;
    let newest = all.first().ok_or(AppError::NotFound)?.number;
    let (to, from) = (numbers.1.unwrap_or(newest), numbers.0.unwrap_or((newest - 1).max(1)));
    let of = |number: i32| all.iter().find(|snapshot| snapshot.number == number).cloned().ok_or(AppError::NotFound);
    let (from, to) = (of(from.min(to))?, of(to.max(from))?);
    let mut fields = store::entry_forms::get(c, to.form_id)?.fields;
    super::add_fields(&mut fields, &store::entry_forms::get(c, from.form_id)?);
    let mut changes = Vec::new();
    let mut push = |field: Option<&FormField>, key: &str, before: String, after: String| {
        if before != after {
            changes.push(Change { field: field.cloned(), key: key.to_owned(), before, after });
        }
    };
    push(None, "title", from.title.clone(), to.title.clone());
    push(None, "organisation", from.organisation_name.clone(), to.organisation_name.clone());
    for field in &fields {
        let of = |snapshot: &Snapshot| answers::of_snapshot(language, field, snapshot);
        push(Some(field), &field.key, of(&from), of(&to));
    }
    Ok(Comparison { opened, entry, all, from, to, changes })
}

/// Makes answers searchable that were submitted before there was a search of answers. Done again it does nothing.
pub fn keep_words(c: &mut Conn) -> AppResult<()> {
    for entry in store::entry_words::list_missing(c, 5_000)? {
        if let Some(newest) = store::snapshots::list(c, entry)?.first() {
            store::entry_words::put(c, entry, &newest.answers)?;
        }
    }
    Ok(())
}
