//! Entries as organisers see them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::beside;
use super::decide::of_edition;
use super::names::{self, NameFound};
use crate::app::AppResult;
use crate::app::editions::{self, Opened};
use crate::domain::category::Category;
use crate::domain::entry::{Entry, EntryStatus, Screening, Snapshot};
use crate::domain::form::EntryForm;
use crate::domain::ids::{EditionId, EntryId, UserId};
use crate::domain::organisation::Organisation;
use crate::domain::policy::{Actor, OrganiserAct, role_may};
use crate::domain::screening::{EntryNote, EntrySort, EntryView, Refusal, ScreeningRules};
use crate::domain::user::User;
use crate::store::entries::EntryFilter;
use crate::store::{self, Conn};

/// Entries on one page of the list.
pub const PAGE: i64 = 50;

/// What to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only the category of this code; any other word lists all.
    pub category: String,
    /// Only this status.
    pub status: Option<EntryStatus>,
    /// Only this screening state.
    pub screening: Option<Screening>,
    /// Only entries whose title, organisation or reference contains these words.
    pub words: String,
    /// Only entries with this tag.
    pub tag: String,
    /// In which order; none: by reference.
    pub sort: Option<EntrySort>,
    /// The other way round.
    pub is_descending: bool,
}

/// An entry in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryLine {
    /// The entry.
    pub entry: Entry,
    /// The startup behind it.
    pub organisation: String,
    /// Its city.
    pub city: String,
    /// Its tags.
    pub tags: Vec<String>,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryList {
    /// The edition.
    pub opened: Opened,
    /// Its categories.
    pub categories: Vec<Category>,
    /// The entries of this page.
    pub lines: Vec<EntryLine>,
    /// How many match.
    pub total: i64,
    /// How many there are at all.
    pub all: i64,
    /// Every tag of the edition.
    pub tags: Vec<String>,
    /// The lists that the person keeps.
    pub views: Vec<EntryView>,
}

/// The entries that match, from `offset`, at most `limit`; and how many match in all.
pub(super) fn filtered(
    c: &mut Conn,
    edition: EditionId,
    filter: &Filter,
    offset: i64,
    limit: i64,
) -> AppResult<(Vec<Entry>, i64)> {
    let categories = store::categories::list(c, edition)?;
    let filter = EntryFilter {
        category: categories.iter().find(|c| c.code == filter.category).map(|c| c.id),
        status: filter.status,
        screening: filter.screening,
        words: filter.words.clone(),
        tag: Some(filter.tag.clone()).filter(|tag| !tag.is_empty()),
        sort: filter.sort,
        is_descending: filter.is_descending,
    };
    Ok(store::entries::list(c, edition, &filter, offset, limit)?)
}

/// The entries of an edition that match, page by page, from 1.
pub fn list(c: &mut Conn, actor: &Actor, slug: &str, filter: &Filter, page: i64) -> AppResult<EntryList> {
    let opened = editions::open(c, actor, slug, OrganiserAct::Look)?;
    let edition = opened.edition.id;
    let categories = store::categories::list(c, edition)?;
    let offset = page.clamp(1, 100_000).saturating_sub(1) * PAGE;
    let (entries, total) = filtered(c, edition, filter, offset, PAGE)?;
    let ids: Vec<_> = entries.iter().map(|e| e.organisation_id).collect();
    let names: BTreeMap<_, _> =
        store::organisations::list_by_ids(c, &ids)?.into_iter().map(|o| (o.id, (o.name, o.city))).collect();
    let ids: Vec<_> = entries.iter().map(|entry| entry.id).collect();
    let tags = store::screenings::list_tags(c, &ids)?;
    let line = |entry: Entry| {
        let (organisation, city) = names.get(&entry.organisation_id).cloned().unwrap_or_default();
        let tags = tags.iter().filter(|(id, _)| *id == entry.id).map(|(_, tag)| tag.clone()).collect();
        EntryLine { entry, organisation, city, tags }
    };
    Ok(EntryList {
        categories,
        lines: entries.into_iter().map(line).collect(),
        total,
        tags: store::screenings::list_known_tags(c, edition)?,
        views: store::screenings::list_views(c, edition, actor.user_id)?,
        all: store::entries::count_by_state(c, edition)?.iter().map(|(_, _, n)| n).sum(),
        opened,
    })
}

/// Something that happened to an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineEvent {
    /// When.
    pub at: DateTime<Utc>,
    /// What: `entry.submitted`.
    pub action: String,
    /// Who; none for the platform itself.
    pub who: Option<String>,
}

/// An entry with everything organisers may know of it: what was submitted, never the draft.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryFile {
    /// The edition.
    pub opened: Opened,
    /// The entry.
    pub entry: Entry,
    /// Its category.
    pub category: Category,
    /// The startup behind it.
    pub organisation: Organisation,
    /// The applicant.
    pub owner: User,
    /// What was submitted last, and the questionnaire it answers.
    pub submitted: Option<(Snapshot, EntryForm)>,
    /// Who screened it.
    pub screened_by: Option<String>,
    /// What happened to it, newest first.
    pub timeline: Vec<TimelineEvent>,
    /// Whether a round hides from jurors who is behind it.
    pub is_blind: bool,
    /// In a blind round, the documents that jurors read: name and where the bytes lie.
    pub documents: Vec<(String, String)>,
    /// How entries are screened.
    pub rules: ScreeningRules,
    /// A refusal that waits for a second person, and the name of who proposes it.
    pub refusal: Option<(Refusal, String)>,
    /// What organisers wrote beside it, each with the name of who did.
    pub notes: Vec<(EntryNote, String)>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Entries that may be the same.
    pub alike: Vec<Entry>,
    /// The categories of the edition.
    pub categories: Vec<Category>,
    /// The next entry that waits to be screened.
    pub next: Option<EntryId>,
}

impl EntryFile {
    /// Where the entry tells who is behind it, if a round hides that from jurors; `texts` holds the words of
    /// its documents, each with the document's name.
    pub fn names(&self, texts: &[(String, String)]) -> Vec<NameFound> {
        match &self.submitted {
            Some((snapshot, form)) if self.is_blind => {
                names::find((snapshot, form), &self.organisation, &self.owner, texts)
            }
            _ => Vec::new(),
        }
    }
}

/// The documents of a snapshot that jurors read.
fn documents(c: &mut Conn, snapshot: &Snapshot, form: &EntryForm) -> AppResult<Vec<(String, String)>> {
    let mut documents = Vec::new();
    for file in &snapshot.files {
        let is_read = form.field(&file.field_key).is_some_and(|field| !field.hidden_from_jurors);
        if is_read && !file.kind.is_image() {
            documents.push((file.name.clone(), store::entry_files::get(c, file.id)?.storage_key));
        }
    }
    Ok(documents)
}

/// An entry with everything organisers may know of it.
pub fn entry(c: &mut Conn, actor: &Actor, slug: &str, id: EntryId) -> AppResult<EntryFile> {
    let opened = editions::open(c, actor, slug, OrganiserAct::Look)?;
    let entry = of_edition(c, opened.edition.id, id)?;
    let submitted = match entry.snapshot_id {
        Some(id) => {
            let snapshot = store::snapshots::get(c, id)?;
            let form = store::entry_forms::get(c, snapshot.form_id)?;
            Some((snapshot, form))
        }
        None => None,
    };
    let events = store::audit::list_of_subject(c, "entry", &entry.id.to_string())?;
    let people: Vec<UserId> = events.iter().filter_map(|e| e.actor_id).chain(entry.screened_by).collect();
    let people: BTreeMap<UserId, String> =
        store::users::list(c, &people)?.into_iter().map(|u| (u.id, u.name)).collect();
    // What is chosen and not public yet is for those who choose.
    let may_know = opened.edition.is_announced() || role_may(opened.role, OrganiserAct::Decide);
    let timeline = events
        .into_iter()
        .rev()
        .filter(|event| may_know || !event.action.starts_with("outcome."))
        .map(|e| TimelineEvent { at: e.at, who: e.actor_id.and_then(|id| people.get(&id).cloned()), action: e.action })
        .collect();
    let organisation = store::organisations::get(c, entry.organisation_id)?;
    let owner = store::users::get(c, entry.owner_id)?;
    let is_blind = store::rounds::list(c, opened.edition.id)?.iter().any(|round| round.hides_identity);
    let documents = match &submitted {
        Some((snapshot, form)) if is_blind => documents(c, snapshot, form)?,
        _ => Vec::new(),
    };
    let notes = store::screenings::list_notes(c, entry.id)?;
    let refusal = store::screenings::find_refusal(c, entry.id)?;
    let writers: Vec<UserId> =
        notes.iter().map(|note| note.written_by).chain(refusal.as_ref().map(|refusal| refusal.proposed_by)).collect();
    let writers: BTreeMap<UserId, String> =
        store::users::list(c, &writers)?.into_iter().map(|user| (user.id, user.name)).collect();
    let named = |id: UserId| writers.get(&id).cloned().unwrap_or_default();
    let after = store::entries::find_pending(c, opened.edition.id, &entry.reference)?;
    let next = match after {
        Some(next) => Some(next),
        None => store::entries::find_pending(c, opened.edition.id, "")?.filter(|first| *first != entry.id),
    };
    Ok(EntryFile {
        rules: store::screenings::rules(c, opened.edition.id)?,
        notes: notes.into_iter().map(|note| (note.clone(), named(note.written_by))).collect(),
        refusal: refusal.map(|refusal| (refusal.clone(), named(refusal.proposed_by))),
        tags: beside::tags_of(c, entry.id)?,
        alike: beside::alike(c, &entry)?,
        categories: store::categories::list(c, opened.edition.id)?,
        next,
        category: store::categories::get(c, entry.category_id)?,
        organisation,
        owner,
        is_blind,
        documents,
        screened_by: entry.screened_by.and_then(|id| people.get(&id).cloned()),
        submitted,
        timeline,
        entry,
        opened,
    })
}
