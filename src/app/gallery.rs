//! The gallery: entries of an announced edition whose applicants let everybody see them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::audit::{self, Event};
use super::entries::open;
use super::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::entry::{Entry, Snapshot};
use crate::domain::form::FieldKind;
use crate::domain::ids::{EntryFormId, EntryId};
use crate::domain::outcome::OutcomeKind;
use crate::domain::policy::{Actor, EntryAct};
use crate::domain::text::searchable;
use crate::store::{self, Conn};

/// Entries on one page.
pub const PAGE: usize = 24;

/// Whether an applicant lets their entry be shown.
pub fn has_consent(c: &mut Conn, entry: EntryId) -> AppResult<bool> {
    Ok(store::gallery::has_consent(c, entry)?)
}

/// Lets an entry be shown, or no longer. At any time: what is public follows at once.
pub fn set_consent(c: &mut Conn, actor: &Actor, id: EntryId, shows: bool, now: DateTime<Utc>) -> AppResult<()> {
    let entry = open(c, actor, id, EntryAct::Own)?;
    if store::gallery::has_consent(c, id)? == shows {
        return Ok(());
    }
    let action = if shows {
        store::gallery::consent(c, id, actor.user_id, now)?;
        "entry.gallery_consented"
    } else {
        store::gallery::withdraw(c, id)?;
        "entry.gallery_withdrawn"
    };
    let event = Event::new(action, "entry", id).edition(entry.edition_id);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// An entry of the gallery.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Its title.
    pub title: String,
    /// The startup behind it.
    pub organisation: String,
    /// Its category.
    pub category: Category,
    /// Its first sentence: the first answer in one line that jurors may read, or empty.
    pub pitch: String,
    /// Its web address, or empty.
    pub website: String,
    /// Whether it won or was a finalist; its page then.
    pub outcome: Option<(OutcomeKind, String)>,
}

/// A page of the gallery.
#[derive(Debug, Clone)]
pub struct Gallery {
    /// The edition.
    pub edition: Edition,
    /// Its categories, each with how many are shown.
    pub categories: Vec<(Category, usize)>,
    /// The entries of this page.
    pub shown: Vec<Shown>,
    /// How many match.
    pub total: usize,
}

/// The gallery of an announced edition: the category of a code, or all; with these words, or any.
pub fn page(c: &mut Conn, slug: &str, category: &str, words: &str, page: usize) -> AppResult<Gallery> {
    let edition = store::editions::find_by_slug(c, slug)?.filter(Edition::is_announced).ok_or(AppError::NotFound)?;
    let ids: Vec<EntryId> = store::gallery::list(c, edition.id)?.into_iter().collect();
    let mut entries: Vec<Entry> =
        store::entries::list_by_ids(c, &ids)?.into_iter().filter(Entry::is_judgeable).collect();
    entries.sort_by(|a, b| a.reference.cmp(&b.reference));
    let categories = store::categories::list(c, edition.id)?;
    let with_count = |category: &Category| {
        let count = entries.iter().filter(|entry| entry.category_id == category.id).count();
        (category.clone(), count)
    };
    let counted = categories.iter().map(with_count).filter(|(_, count)| *count > 0).collect();
    let wanted = categories.iter().find(|known| known.code == category).map(|known| known.id);
    let words = searchable(words);
    let is_wanted = |entry: &Entry| {
        let text = format!("{} {}", entry.search, searchable(&entry.title));
        wanted.is_none_or(|id| entry.category_id == id) && words.split(' ').all(|word| text.contains(word))
    };
    let matching: Vec<Entry> = entries.into_iter().filter(is_wanted).collect();
    let total = matching.len();
    let outcomes = store::outcomes::list_published(c, edition.id)?;
    let mut pitches: BTreeMap<EntryFormId, Option<String>> = BTreeMap::new();
    let mut shown = Vec::new();
    for entry in matching.into_iter().skip(page.saturating_sub(1) * PAGE).take(PAGE) {
        let (Some(snapshot), Some(category)) =
            (entry.snapshot_id, categories.iter().find(|category| category.id == entry.category_id))
        else {
            continue;
        };
        let snapshot = store::snapshots::get(c, snapshot)?;
        let outcome = outcomes.iter().find(|outcome| outcome.entry_id == entry.id);
        let pitch = pitch_key(c, &mut pitches, &snapshot)?;
        shown.push(Shown {
            pitch: pitch.and_then(|key| snapshot.answers.get(&key).cloned()).unwrap_or_default(),
            website: store::organisations::get(c, entry.organisation_id)?.website,
            title: snapshot.title,
            organisation: snapshot.organisation_name,
            category: category.clone(),
            outcome: outcome.and_then(|outcome| Some((outcome.published?, outcome.slug.clone()))),
        });
    }
    Ok(Gallery { edition, categories: counted, shown, total })
}

/// The first question of one line that jurors may read.
fn pitch_key(
    c: &mut Conn,
    known: &mut BTreeMap<EntryFormId, Option<String>>,
    snapshot: &Snapshot,
) -> AppResult<Option<String>> {
    if let Some(key) = known.get(&snapshot.form_id) {
        return Ok(key.clone());
    }
    let form = store::entry_forms::get(c, snapshot.form_id)?;
    let is_pitch =
        |field: &&crate::domain::form::FormField| field.kind == FieldKind::ShortText && !field.hidden_from_jurors;
    let key = form.fields.iter().find(is_pitch).map(|field| field.key.clone());
    known.insert(snapshot.form_id, key.clone());
    Ok(key)
}
