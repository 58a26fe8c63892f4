//! The categories of an edition, each with its prize.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::open_to_change;
use super::texts::{NAME_LIMIT, Reader, SENTENCE_LIMIT};
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult, Step, fingerprint, presets};
use crate::domain::audit::AuditActor;
use crate::domain::category::{Category, Prize, is_category_code};
use crate::domain::edition::Edition;
use crate::domain::ids::{CategoryId, EditionId};
use crate::domain::language::Localised;
use crate::domain::policy::Actor;
use crate::store::{self, Conn, StoreError};

/// A category as organisers see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryLine {
    /// The category.
    pub category: Category,
    /// What is won in it.
    pub prize: Option<Prize>,
    /// How many entries were started in it.
    pub entries: i64,
}

impl CategoryLine {
    /// What a page of it was made from.
    pub fn version(&self) -> String {
        let Category { code, name, description, .. } = &self.category;
        fingerprint(&(code, name, description, self.prize.as_ref().map(|prize| &prize.name)))
    }
}

/// A category as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CategoryText {
    /// Its letters in references.
    pub code: String,
    /// Its name.
    pub name: Localised,
    /// What belongs in it.
    pub description: Localised,
    /// The name of its prize; empty: named after it.
    pub prize: Localised,
    /// What the page was made from that it was typed on; of a new one, empty.
    pub version: String,
}

/// The categories of an edition, in order.
pub fn list(c: &mut Conn, edition: EditionId) -> AppResult<Vec<CategoryLine>> {
    let prizes = store::categories::list_prizes(c, edition)?;
    let counts = store::entries::count_by_category(c, edition)?;
    let categories = store::categories::list(c, edition)?;
    let line = |category: Category| CategoryLine {
        prize: prizes.iter().find(|p| p.category_id == Some(category.id)).cloned(),
        entries: counts.iter().find(|(id, _)| *id == category.id).map_or(0, |(_, n)| *n),
        category,
    };
    Ok(categories.into_iter().map(line).collect())
}

/// One category of an edition.
pub fn get(c: &mut Conn, edition: EditionId, id: CategoryId) -> AppResult<CategoryLine> {
    list(c, edition)?.into_iter().find(|l| l.category.id == id).ok_or(AppError::NotFound)
}

fn read(typed: &CategoryText) -> AppResult<CategoryText> {
    let mut reader = Reader::default();
    let code = typed.code.trim().to_uppercase();
    if !is_category_code(&code) {
        reader.wrong("code", "category-problem-code");
    }
    let read = CategoryText {
        code,
        name: reader.line("name", &typed.name, NAME_LIMIT, true),
        description: reader.line("description", &typed.description, SENTENCE_LIMIT, false),
        prize: reader.line("prize", &typed.prize, NAME_LIMIT, false),
        version: typed.version.clone(),
    };
    reader.finish(read)
}

fn open(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<Edition> {
    let edition = open_to_change(c, actor, slug)?;
    if edition.is_announced() {
        return Err(AppError::refused("category-refused-announced"));
    }
    Ok(edition)
}

/// Adds a category at the end, with its prize.
pub fn add(c: &mut Conn, actor: &Actor, slug: &str, typed: &CategoryText, now: DateTime<Utc>) -> AppResult<Category> {
    let edition = open(c, actor, slug)?;
    let read = read(typed)?;
    let last = store::categories::list(c, edition.id)?.last().map_or(0, |c| c.position);
    let category = Category {
        id: CategoryId::new(),
        edition_id: edition.id,
        code: read.code,
        name: read.name,
        description: read.description,
        position: last + 1,
    };
    taken(store::categories::insert(c, category.clone()))?;
    let mut prize = presets::award()?.prize_of(&category);
    if !read.prize.is_empty() {
        prize.name = read.prize;
    }
    store::categories::insert_prize(c, prize)?;
    let event = Event::new("category.added", "category", category.id).edition(edition.id).after(summary(&category));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(category)
}

fn taken(stored: Result<(), StoreError>) -> AppResult<()> {
    match stored {
        Err(StoreError::Taken(_)) => Err(AppError::field("code", "category-problem-code-taken")),
        done => Ok(done?),
    }
}

fn summary(category: &Category) -> serde_json::Value {
    json!({ "code": category.code, "name": category.name, "position": category.position })
}

/// Changes a category. Its code stays once it stands in the reference of an entry.
/// [`AppError::Stale`] when somebody else has changed it since the page was made.
pub fn edit(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: CategoryId,
    typed: &CategoryText,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let edition = open(c, actor, slug)?;
    let line = get(c, edition.id, id)?;
    if typed.version != line.version() {
        return Err(AppError::Stale);
    }
    let read = read(typed)?;
    if line.entries > 0 && read.code != line.category.code {
        return Err(AppError::field("code", "category-problem-code-used"));
    }
    let before = summary(&line.category);
    let category = Category { code: read.code, name: read.name, description: read.description, ..line.category };
    taken(store::categories::update(c, category.clone()))?;
    if let Some(prize) = line.prize
        && !read.prize.is_empty()
    {
        store::categories::update_prize(c, Prize { name: read.prize, ..prize })?;
    }
    let event = Event::new("category.changed", "category", id).edition(edition.id);
    audit::record(c, AuditActor::User(actor.user_id), event.before(before).after(summary(&category)), now)?;
    Ok(())
}

/// Moves a category one place. At the end of the list nothing happens.
pub fn step(c: &mut Conn, actor: &Actor, slug: &str, id: CategoryId, step: Step, now: DateTime<Utc>) -> AppResult<()> {
    let edition = open(c, actor, slug)?;
    let mut categories = store::categories::list(c, edition.id)?;
    let at = categories.iter().position(|c| c.id == id).ok_or(AppError::NotFound)?;
    let Some(to) = step.from(at, categories.len()) else { return Ok(()) };
    categories.swap(at, to);
    for (position, mut category) in (1..).zip(categories) {
        if category.position != position {
            category.position = position;
            store::categories::update(c, category)?;
        }
    }
    let event = Event::new("category.moved", "category", id).edition(edition.id).after(json!({ "position": to + 1 }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Takes away a category that no entry was ever started in.
pub fn remove(c: &mut Conn, actor: &Actor, slug: &str, id: CategoryId, now: DateTime<Utc>) -> AppResult<()> {
    let edition = open(c, actor, slug)?;
    let line = get(c, edition.id, id)?;
    if line.entries > 0 {
        return Err(AppError::refused("category-refused-used"));
    }
    if store::categories::list(c, edition.id)?.len() == 1 {
        return Err(AppError::refused("category-refused-last"));
    }
    store::categories::delete(c, id)?;
    let event = Event::new("category.removed", "category", id).edition(edition.id).before(summary(&line.category));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}
