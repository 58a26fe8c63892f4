//! The profile of a startup, kept by its owner and shown wherever it enters.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use serde_json::json;

use super::audit::{self, Event};
use super::entries::{CITY_LIMIT, NAME_LIMIT, read_line, read_website};
use super::problems::text_problem;
use super::{AppError, AppResult, FieldProblem, fingerprint, storage};
use crate::domain::audit::AuditActor;
use crate::domain::entry::Entry;
use crate::domain::ids::OrganisationId;
use crate::domain::organisation::{self, FoundationError, MAX_LINKS, Organisation, Profile};
use crate::domain::policy::{self, Actor};
use crate::store::{self, Conn};

/// A profile as it is shown and typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProfileText {
    /// Its name.
    pub name: String,
    /// Its web address.
    pub website: String,
    /// Its city.
    pub city: String,
    /// The word of its sector, or empty.
    pub sector: String,
    /// The day it was founded, or empty.
    pub founded_on: String,
    /// The word of its size, or empty.
    pub size: String,
    /// The word of its region, or empty.
    pub region: String,
    /// The word for who founded it, or empty.
    pub founders: String,
    /// Its pages elsewhere, one to a line.
    pub links: String,
}

impl ProfileText {
    /// As it is saved.
    pub fn of(organisation: &Organisation) -> Self {
        let Profile { sector, founded_on, size, region, founders, links } = &organisation.profile;
        Self {
            name: organisation.name.clone(),
            website: organisation.website.clone(),
            city: organisation.city.clone(),
            sector: sector.map(|s| s.to_string()).unwrap_or_default(),
            founded_on: founded_on.map(|day| day.to_string()).unwrap_or_default(),
            size: size.map(|s| s.to_string()).unwrap_or_default(),
            region: region.clone().unwrap_or_default(),
            founders: founders.map(|f| f.to_string()).unwrap_or_default(),
            links: links.join("\n"),
        }
    }

    /// What a page was made from.
    pub fn version(&self) -> String {
        let known = [&self.name, &self.website, &self.city, &self.sector, &self.founded_on];
        let more = [&self.size, &self.region, &self.founders, &self.links];
        let texts: Vec<&str> = known.into_iter().chain(more).map(String::as_str).collect();
        fingerprint(&texts)
    }
}

/// A startup of the person's own, and the entries that it stands behind.
pub fn own(c: &mut Conn, actor: &Actor, id: OrganisationId) -> AppResult<(Organisation, Vec<Entry>)> {
    let organisation = store::organisations::get(c, id)?;
    policy::can_keep_organisation(actor, organisation.owner_id)?;
    let mut entries = store::entries::list_of_owner(c, actor.user_id)?;
    entries.retain(|entry| entry.organisation_id == id);
    Ok((organisation, entries))
}

/// The startups that a person keeps, by name.
pub fn list_mine(c: &mut Conn, actor: &Actor) -> AppResult<Vec<Organisation>> {
    Ok(store::organisations::list_of_owner(c, actor.user_id)?)
}

/// Saves a profile that was shown at `version`. What was submitted keeps the name it was submitted with.
pub fn save(
    c: &mut Conn,
    actor: &Actor,
    id: OrganisationId,
    version: &str,
    typed: &ProfileText,
    now: DateTime<Utc>,
) -> AppResult<Organisation> {
    let (mut organisation, entries) = own(c, actor, id)?;
    let saved = ProfileText::of(&organisation);
    read(&mut organisation, typed, now)?;
    if ProfileText::of(&organisation) == saved {
        return Ok(organisation);
    }
    if saved.version() != version {
        return Err(AppError::Stale);
    }
    let taken = store::organisations::find_of_owner(c, organisation.owner_id, &organisation.name)?;
    if taken.is_some_and(|other| other.id != id) {
        return Err(AppError::field("name", "organisation-problem-taken"));
    }
    store::organisations::update(c, organisation.clone())?;
    if organisation.name != saved.name {
        for mut entry in entries {
            entry.search = super::entries::search_text(&entry.title, &organisation.name, &entry.reference);
            store::entries::update(c, entry)?;
        }
    }
    let event = Event::new("organisation.changed", "organisation", id)
        .before(json!({ "name": saved.name }))
        .after(json!({ "name": organisation.name, "profile": organisation.profile }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(organisation)
}

fn read(organisation: &mut Organisation, typed: &ProfileText, now: DateTime<Utc>) -> AppResult<()> {
    let mut problems = Vec::new();
    let mut keep = |result: Result<String, FieldProblem>| {
        result.unwrap_or_else(|problem| {
            problems.push(problem);
            String::new()
        })
    };
    organisation.name = keep(read_line("name", &typed.name, NAME_LIMIT, true));
    organisation.website = keep(read_website(&typed.website));
    organisation.city = keep(read_line("city", &typed.city, CITY_LIMIT, false));
    organisation.profile.sector = choice("sector", &typed.sector, &mut problems);
    organisation.profile.size = choice("size", &typed.size, &mut problems);
    organisation.profile.region = choice::<String>("region", &typed.region, &mut problems);
    if organisation.profile.region.as_deref().is_some_and(|typed| organisation::regions().all(|known| known != typed)) {
        problems.push(FieldProblem::new("region", "entry-answer-not-an-option"));
    }
    organisation.profile.founders = choice("founders", &typed.founders, &mut problems);
    match organisation::founded_on(&typed.founded_on, now) {
        Ok(day) => organisation.profile.founded_on = day,
        Err(FoundationError::NotADay) => problems.push(FieldProblem::new("founded_on", "entry-answer-not-a-date")),
        Err(FoundationError::Unlikely) => problems.push(FieldProblem::new("founded_on", "organisation-problem-day")),
    }
    match organisation::links(&typed.links) {
        Ok(links) if links.len() > MAX_LINKS => {
            problems.push(FieldProblem::new("links", "organisation-problem-links").arg("most", MAX_LINKS));
        }
        Ok(links) => organisation.profile.links = links,
        Err((_, error)) => problems.push(text_problem("links", error)),
    }
    if problems.is_empty() { Ok(()) } else { Err(AppError::Invalid(problems)) }
}

/// One of a list of words, or none.
fn choice<T: std::str::FromStr>(field: &str, typed: &str, problems: &mut Vec<FieldProblem>) -> Option<T> {
    if typed.is_empty() {
        return None;
    }
    let chosen = typed.parse().ok();
    if chosen.is_none() {
        problems.push(FieldProblem::new(field, "entry-answer-not-an-option"));
    }
    chosen
}

/// Sets the logo, whose bytes lie under `key`, or takes it away. The bytes of the one before stay for a day: a
/// backup under way may name them.
pub fn set_logo(
    c: &mut Conn,
    actor: &Actor,
    id: OrganisationId,
    key: Option<String>,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let (mut organisation, _) = own(c, actor, id)?;
    storage::exchange(c, organisation.logo_key.as_deref(), key.as_deref(), now)?;
    organisation.logo_key = key;
    let event = Event::new("organisation.changed", "organisation", id)
        .after(json!({ "has_logo": organisation.logo_key.is_some() }));
    store::organisations::update(c, organisation)?;
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Where the logo of a startup lies, for its owner and the organisers of an edition that it enters.
pub fn logo(c: &mut Conn, actor: &Actor, id: OrganisationId) -> AppResult<String> {
    let organisation = store::organisations::get(c, id)?;
    let editions = store::entries::list_editions_of(c, id)?;
    policy::can_see_logo(actor, organisation.owner_id, &editions)?;
    organisation.logo_key.ok_or(AppError::NotFound)
}

/// The kind of image that bytes of a logo are: one of the two that are kept.
pub fn logo_type(bytes: &Bytes) -> &'static str {
    if bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" }
}
