//! What each person may read of a tally: the seal at once, the file after the announcement.

use super::rules::{RulesNow, rules};
use crate::app::{AppError, AppResult};
use crate::domain::edition::Edition;
use crate::domain::ids::EditionId;
use crate::domain::language::Localised;
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::domain::tally::{Seal, Tally};
use crate::store::{self, Conn};

/// A round and its seals, oldest first: all but the last were superseded when it was closed again.
#[derive(Debug, Clone)]
pub struct SealedRound {
    /// Its name.
    pub name: Localised,
    /// Its seals; none while it is not closed.
    pub seals: Vec<Seal>,
}

/// The rounds of an edition with their rules and seals, as its method page shows them.
pub fn of_edition(c: &mut Conn, edition: &Edition) -> AppResult<Vec<(SealedRound, RulesNow)>> {
    let mut rounds = Vec::new();
    for round in store::rounds::list(c, edition.id)? {
        let (rules, seals) = (rules(c, &round)?, store::tallies::list_seals(c, round.id)?);
        rounds.push((SealedRound { seals, name: round.name }, rules));
    }
    Ok(rounds)
}

/// Every public edition that has a seal, the newest first.
pub fn archive(c: &mut Conn) -> AppResult<Vec<(Edition, Vec<SealedRound>)>> {
    let mut archive = Vec::new();
    for edition in store::editions::list(c)?.into_iter().filter(Edition::is_public) {
        let mut rounds = Vec::new();
        for round in store::rounds::list(c, edition.id)? {
            rounds.push(SealedRound { seals: store::tallies::list_seals(c, round.id)?, name: round.name });
        }
        if rounds.iter().any(|round| !round.seals.is_empty()) {
            archive.push((edition, rounds));
        }
    }
    Ok(archive)
}

/// The digest of the newest seal of an edition's last round; empty without one.
pub fn newest_digest(c: &mut Conn, edition: EditionId) -> AppResult<String> {
    let Some(round) = store::rounds::list(c, edition)?.pop() else { return Ok(String::new()) };
    let seals = store::tallies::list_seals(c, round.id)?;
    Ok(seals.into_iter().max_by_key(|seal| seal.number).map(|seal| seal.digest).unwrap_or_default())
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
    for round in store::rounds::list(c, edition.id)?.into_iter().rev() {
        if let Some(tally) = store::tallies::find_last(c, round.id)? {
            return Ok(tally);
        }
    }
    Err(AppError::NotFound)
}
