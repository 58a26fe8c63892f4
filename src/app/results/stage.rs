//! Deciding, before anybody knows: winner and finalists per prize.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::ranking::compute;
use crate::app::audit::{self, Event};
use crate::app::problems::text_problem;
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::category::Prize;
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::ids::{EntryId, OutcomeId, PrizeId};
use crate::domain::language::{Language, Localised};
use crate::domain::outcome::{Outcome, OutcomeKind};
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::domain::round::RoundStatus;
use crate::domain::text::{self, searchable};
use crate::store::{self, Conn};

/// Most finalists of a prize, as the rules say.
pub const MAX_FINALISTS: usize = 2;
/// Longest citation or summary, in characters.
const TEXT_LIMIT: usize = 1500;

/// A decision to stage.
#[derive(Debug, Clone)]
pub struct Staging {
    /// The prize.
    pub prize: PrizeId,
    /// The entry.
    pub entry: EntryId,
    /// What it gets.
    pub kind: OutcomeKind,
    /// The jury's sentence.
    pub citation: Localised,
    /// What the project does, for the public.
    pub summary: Localised,
}

fn load(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<Edition> {
    let edition = store::editions::find_by_slug(c, slug)?.ok_or(AppError::NotFound)?;
    policy::can_organise(actor, edition.id, OrganiserAct::Decide)?;
    Ok(edition)
}

/// An edition, its prizes, and its decisions with their entries.
pub type Decided = (Edition, Vec<Prize>, Vec<(Outcome, Entry)>);

/// What is staged and published in an edition, with its prizes: for organisers.
pub fn outcomes(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<Decided> {
    let edition = load(c, actor, slug)?;
    let prizes = store::categories::list_prizes(c, edition.id)?;
    let mut all = Vec::new();
    for outcome in store::outcomes::list(c, edition.id)? {
        let entry = store::entries::get(c, outcome.entry_id)?;
        all.push((outcome, entry));
    }
    Ok((edition, prizes, all))
}

/// Stages a decision, or changes one that is staged. Nothing public changes.
pub fn stage(c: &mut Conn, actor: &Actor, slug: &str, staging: &Staging, now: DateTime<Utc>) -> AppResult<Outcome> {
    let edition = load(c, actor, slug)?;
    if edition.is_announced() {
        return Err(AppError::refused("stage-refused-announced"));
    }
    let round = store::rounds::list(c, edition.id)?.pop().ok_or(AppError::NotFound)?;
    if round.status != RoundStatus::Closed {
        return Err(AppError::refused("results-refused-open"));
    }
    let entry = store::entries::get(c, staging.entry)?;
    let prizes = store::categories::list_prizes(c, edition.id)?;
    let prize = prizes.iter().find(|prize| prize.id == staging.prize).ok_or(AppError::NotFound)?;
    if entry.edition_id != edition.id || prize.category_id.is_some_and(|id| id != entry.category_id) {
        return Err(AppError::NotFound);
    }
    if !entry.is_judgeable() {
        return Err(AppError::refused("stage-refused-ineligible"));
    }
    let results = compute(c, edition.clone(), round)?;
    let is_scored =
        results.categories.iter().flat_map(|x| &x.entries).any(|r| r.entry.id == entry.id && r.scorecards > 0);
    if !is_scored {
        return Err(AppError::refused("stage-refused-unscored"));
    }
    let (citation, summary) = (texts("citation", &staging.citation)?, texts("summary", &staging.summary)?);
    let all = store::outcomes::list(c, edition.id)?;
    let others = |kind| {
        all.iter().filter(|o| o.prize_id == prize.id && o.entry_id != entry.id && o.staged == Some(kind)).count()
    };
    match staging.kind {
        OutcomeKind::Winner if others(OutcomeKind::Winner) > 0 => {
            return Err(AppError::refused("stage-refused-winner"));
        }
        OutcomeKind::Finalist if others(OutcomeKind::Finalist) >= MAX_FINALISTS => {
            return Err(AppError::refused("stage-refused-finalists"));
        }
        _ => {}
    }
    let known = all.iter().find(|o| o.prize_id == prize.id && o.entry_id == entry.id);
    let outcome = Outcome {
        id: known.map_or_else(OutcomeId::new, |o| o.id),
        edition_id: edition.id,
        prize_id: prize.id,
        entry_id: entry.id,
        staged: Some(staging.kind),
        published: None,
        citation,
        summary,
        staged_by: actor.user_id,
        staged_at: now,
        announcement_id: None,
        slug: known.map_or_else(|| slug_of(&entry, &all), |o| o.slug.clone()),
    };
    match known {
        Some(_) => store::outcomes::update(c, outcome.clone())?,
        None => store::outcomes::insert(c, outcome.clone())?,
    }
    let event = Event::new("outcome.staged", "entry", entry.id)
        .edition(edition.id)
        .before(json!({ "staged": known.and_then(|o| o.staged) }))
        .after(json!({ "staged": staging.kind, "prize": prize.id }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(outcome)
}

/// Takes a staged decision back.
pub fn unstage(c: &mut Conn, actor: &Actor, slug: &str, id: OutcomeId, now: DateTime<Utc>) -> AppResult<()> {
    let edition = load(c, actor, slug)?;
    let outcome = store::outcomes::get(c, id)?;
    if outcome.edition_id != edition.id {
        return Err(AppError::NotFound);
    }
    if edition.is_announced() {
        return Err(AppError::refused("stage-refused-announced"));
    }
    store::outcomes::delete_unpublished(c, id)?;
    let event = Event::new("outcome.unstaged", "entry", outcome.entry_id)
        .edition(edition.id)
        .before(json!({ "staged": outcome.staged }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

fn texts(field: &str, typed: &Localised) -> AppResult<Localised> {
    let mut read = Localised::default();
    let mut problems = Vec::new();
    for language in Language::ALL {
        match text::paragraphs(typed.exact(*language), TEXT_LIMIT) {
            Ok(text) => read.set(*language, text),
            Err(error) => problems.push(text_problem(&format!("{field}_{language}"), error)),
        }
    }
    if problems.is_empty() { Ok(read) } else { Err(AppError::Invalid(problems)) }
}

/// The word of a winner's page: its title in Latin letters, else its reference.
fn slug_of(entry: &Entry, all: &[Outcome]) -> String {
    let words: String =
        searchable(&entry.title).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let slug = words.split('-').filter(|w| !w.is_empty()).collect::<Vec<_>>().join("-");
    let slug: String = slug.chars().take(60).collect();
    if slug.len() < 2 || all.iter().any(|o| o.slug == slug) { entry.reference.to_lowercase() } else { slug }
}
