//! An applicant's entries, and what starting another one offers.

use super::view::{EntryView, view};
use crate::app::AppResult;
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::form::{EntryForm, SectionStatus};
use crate::domain::organisation::Organisation;
use crate::domain::policy::Actor;
use crate::domain::text::searchable;
use crate::store::{self, Conn};

/// An entry on its applicant's desk.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryCard {
    /// The entry with everything around it.
    pub view: EntryView,
    /// How many sections are done.
    pub done: usize,
    /// How many there are.
    pub sections: usize,
}

/// The entries of a person, and those of others that they work on, which contain these words: their own
/// first, newest first; and how many there are in all.
pub fn list_mine(c: &mut Conn, actor: &Actor, words: &str) -> AppResult<(Vec<EntryCard>, usize)> {
    let mut cards = Vec::new();
    let mut entries = store::entries::list_of_owner(c, actor.user_id)?;
    for id in store::collaborators::list_entries_of(c, actor.user_id)? {
        entries.push(store::entries::get(c, id)?);
    }
    let total = entries.len();
    let words = searchable(words);
    let matches = |entry: &Entry| words.split(' ').all(|word| entry.search.contains(word));
    for entry in entries.into_iter().filter(matches) {
        let view = view(c, actor, entry.id)?;
        let sections = view.sections();
        let done = sections.iter().filter(|s| s.status == SectionStatus::Done).count();
        cards.push(EntryCard { sections: sections.len(), done, view });
    }
    Ok((cards, total))
}

/// What starting an entry offers.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEntryPage {
    /// The current edition.
    pub edition: Edition,
    /// Its categories.
    pub categories: Vec<Category>,
    /// Its questionnaire, to be read before.
    pub form: EntryForm,
    /// The startups the person has entered before.
    pub organisations: Vec<Organisation>,
}

/// What starting an entry offers; none while no edition is public.
pub fn new_entry_page(c: &mut Conn, actor: &Actor) -> AppResult<Option<NewEntryPage>> {
    let Some(edition) = store::editions::find_current(c)?.filter(Edition::is_public) else { return Ok(None) };
    Ok(Some(NewEntryPage {
        categories: store::categories::list(c, edition.id)?,
        form: store::entry_forms::get_current(c, edition.id)?,
        organisations: store::organisations::list_of_owner(c, actor.user_id)?,
        edition,
    }))
}
