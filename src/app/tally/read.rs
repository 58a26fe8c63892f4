//! What each person may read of a tally: the digest at once, the file after the announcement.

use chrono::{DateTime, Utc};

use super::rules::{RulesNow, rules};
use crate::app::{AppError, AppResult};
use crate::domain::edition::Edition;
use crate::domain::language::Localised;
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::domain::tally::Tally;
use crate::store::{self, Conn};

/// A sealed tally as the public knows it from the moment of closing.
#[derive(Debug, Clone)]
pub struct PublicTally {
    /// How many times the round had been closed.
    pub number: i32,
    /// What nobody can change without being seen.
    pub digest: String,
    /// Its signature, and the key that made it.
    pub signature: String,
    /// The public key.
    pub key: String,
    /// When.
    pub sealed_at: DateTime<Utc>,
    /// Whether the round was closed again later.
    pub is_superseded: bool,
}

/// A round as anyone may check it.
#[derive(Debug, Clone)]
pub struct PublicRound {
    /// Its name.
    pub name: Localised,
    /// Its rules.
    pub rules: RulesNow,
    /// Its tallies, oldest first; none while it is not closed.
    pub tallies: Vec<PublicTally>,
}

/// The rounds of an edition as anyone may check them. An edition that is a draft has no such page.
pub fn public(c: &mut Conn, slug: &str) -> AppResult<(Edition, Vec<PublicRound>)> {
    let edition = store::editions::find_by_slug(c, slug)?.filter(Edition::is_public).ok_or(AppError::NotFound)?;
    let mut rounds = Vec::new();
    for round in store::rounds::list(c, edition.id)? {
        let tallies = store::tallies::list_of_round(c, round.id)?;
        let last = tallies.last().map(|tally| tally.number);
        let tallies = tallies.into_iter().map(|tally| PublicTally {
            is_superseded: Some(tally.number) != last,
            number: tally.number,
            digest: tally.digest,
            signature: tally.signature,
            key: tally.key,
            sealed_at: tally.sealed_at,
        });
        rounds.push(PublicRound { rules: rules(c, &round)?, tallies: tallies.collect(), name: round.name });
    }
    Ok((edition, rounds))
}

/// Every public edition whose rounds may be checked, the newest first.
pub fn archive(c: &mut Conn) -> AppResult<Vec<(Edition, Vec<PublicRound>)>> {
    let editions = store::editions::list(c)?.into_iter().filter(Edition::is_public);
    let mut archive = Vec::new();
    for edition in editions {
        let (edition, rounds) = public(c, &edition.slug)?;
        if rounds.iter().any(|round| !round.tallies.is_empty()) {
            archive.push((edition, rounds));
        }
    }
    Ok(archive)
}

/// The file of an announced edition's last tally. Before the announcement it is not there.
pub fn bundle(c: &mut Conn, slug: &str) -> AppResult<Tally> {
    let edition = store::editions::find_by_slug(c, slug)?.filter(Edition::is_announced).ok_or(AppError::NotFound)?;
    last(c, &edition)
}

/// The same for an organiser who decides, from the moment of closing.
pub fn bundle_for_organiser(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<Tally> {
    let edition = store::editions::find_by_slug(c, slug)?.ok_or(AppError::NotFound)?;
    policy::can_organise(actor, edition.id, OrganiserAct::Decide)?;
    last(c, &edition)
}

fn last(c: &mut Conn, edition: &Edition) -> AppResult<Tally> {
    store::tallies::list(c, edition.id)?.pop().ok_or(AppError::NotFound)
}
