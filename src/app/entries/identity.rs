//! The identity of an entry: its title, the startup behind it, the language of its answers.

use chrono::{DateTime, Utc};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::start::{read_line, read_website, search_text};
use super::{CITY_LIMIT, NAME_LIMIT, check_opens, open, refused};
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult, FieldProblem};
use crate::domain::audit::AuditActor;
use crate::domain::entry::{Entry, IDENTITY};
use crate::domain::ids::EntryId;
use crate::domain::language::Language;
use crate::domain::organisation::Organisation;
use crate::domain::policy::{Actor, EntryAct};
use crate::store::{self, Conn};

/// The identity of an entry as it is shown and typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IdentityText {
    /// The name of the project.
    pub title: String,
    /// The name of the startup.
    pub organisation: String,
    /// Its web address.
    pub website: String,
    /// Its city.
    pub city: String,
    /// The word of the language of the answers.
    pub language: String,
}

impl IdentityText {
    /// As it is saved.
    pub fn of(entry: &Entry, organisation: &Organisation) -> Self {
        Self {
            title: entry.title.clone(),
            organisation: organisation.name.clone(),
            website: organisation.website.clone(),
            city: organisation.city.clone(),
            language: entry.language.to_string(),
        }
    }
}

/// The version of the saved identity: what a page was made from.
pub fn identity_version(saved: &IdentityText) -> String {
    let mut digest = Sha256::new();
    for text in [&saved.title, &saved.organisation, &saved.website, &saved.city, &saved.language] {
        digest.update(text.len().to_be_bytes());
        digest.update(text);
    }
    hex::encode(&digest.finalize()[..8])
}

/// Saves the identity of an entry that was shown at `version`.
pub fn save_identity(
    c: &mut Conn,
    actor: &Actor,
    id: EntryId,
    version: &str,
    typed: &IdentityText,
    received_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> AppResult<Entry> {
    let mut entry = open(c, actor, id, EntryAct::Edit)?;
    let edition = store::editions::get(c, entry.edition_id)?;
    entry.check_editable(&edition, received_at).map_err(|r| refused(r, &edition, Some(&entry)))?;
    check_opens(&entry, &edition, IDENTITY, received_at)?;
    let mut organisation = store::organisations::get(c, entry.organisation_id)?;
    let saved = IdentityText::of(&entry, &organisation);
    let wanted = read(typed)?;
    if wanted == saved {
        return Ok(entry);
    }
    if identity_version(&saved) != version {
        return Err(AppError::Stale);
    }
    organisation.name.clone_from(&wanted.organisation);
    organisation.website.clone_from(&wanted.website);
    organisation.city.clone_from(&wanted.city);
    store::organisations::update(c, organisation)?;
    entry.search = search_text(&wanted.title, &wanted.organisation, &entry.reference);
    entry.title.clone_from(&wanted.title);
    entry.language = wanted.language.parse().unwrap_or(entry.language);
    entry.updated_at = now;
    store::entries::update(c, entry.clone())?;
    entry.version += 1;
    let event = Event::new("entry.renamed", "entry", entry.id)
        .edition(entry.edition_id)
        .before(json!({ "title": saved.title, "organisation": saved.organisation }))
        .after(json!({ "title": wanted.title, "organisation": wanted.organisation }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(entry)
}

fn read(typed: &IdentityText) -> AppResult<IdentityText> {
    let mut problems = Vec::new();
    let mut keep = |result: Result<String, FieldProblem>| {
        result.unwrap_or_else(|problem| {
            problems.push(problem);
            String::new()
        })
    };
    let wanted = IdentityText {
        title: keep(read_line("title", &typed.title, NAME_LIMIT, true)),
        organisation: keep(read_line("organisation", &typed.organisation, NAME_LIMIT, true)),
        website: keep(read_website(&typed.website)),
        city: keep(read_line("city", &typed.city, CITY_LIMIT, false)),
        language: typed.language.clone(),
    };
    if typed.language.parse::<Language>().is_err() {
        problems.push(FieldProblem::new("language", "entry-language-missing"));
    }
    if problems.is_empty() { Ok(wanted) } else { Err(AppError::Invalid(problems)) }
}
