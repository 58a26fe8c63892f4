//! The jury as organisers see it.

use std::collections::BTreeMap;

use super::conflicts::{TieChoice, choices};
use super::{juror_of, organised};
use crate::app::AppResult;
use crate::domain::assignment::AssignmentStatus;
use crate::domain::category::Category;
use crate::domain::conflict::Conflict;
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::ids::{EntryId, JurorId, OrganisationId};
use crate::domain::juror::{Juror, JurorStatus};
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::text::searchable;
use crate::store::{self, Conn};

/// Which jurors to list.
#[derive(Debug, Clone, Default)]
pub struct JurorFilter {
    /// Only those whose name, address or organisation has these words.
    pub words: String,
    /// Only this status.
    pub status: Option<JurorStatus>,
}

/// A line of the list.
#[derive(Debug, Clone)]
pub struct JurorLine {
    /// The juror.
    pub juror: Juror,
    /// How many assignments count.
    pub assigned: usize,
    /// How many scorecards are in.
    pub submitted: usize,
    /// How many ties are known.
    pub ties: usize,
}

/// The list of an edition's jury.
#[derive(Debug, Clone)]
pub struct JuryPage {
    /// The edition.
    pub edition: Edition,
    /// Its categories.
    pub categories: Vec<Category>,
    /// The jurors that match, by name.
    pub lines: Vec<JurorLine>,
    /// How many jurors there are in all.
    pub total: usize,
}

/// The jury of an edition.
pub fn list(c: &mut Conn, actor: &Actor, slug: &str, filter: &JurorFilter) -> AppResult<JuryPage> {
    let edition = organised(c, actor, slug, OrganiserAct::Look)?;
    let jurors = store::jurors::list(c, edition.id)?;
    let total = jurors.len();
    let mut counts: BTreeMap<JurorId, (usize, usize, usize)> = BTreeMap::new();
    for round in store::rounds::list(c, edition.id)? {
        for assignment in store::assignments::list_of_round(c, round.id)? {
            let count = counts.entry(assignment.juror_id).or_default();
            count.0 += usize::from(assignment.status.counts());
            count.1 += usize::from(assignment.status.is_scored());
        }
    }
    for tie in store::conflicts::list_of_edition(c, edition.id)? {
        counts.entry(tie.juror_id).or_default().2 += 1;
    }
    let words = searchable(&filter.words);
    let lines = jurors
        .into_iter()
        .filter(|juror| filter.status.is_none_or(|status| juror.status == status))
        .filter(|juror| {
            let text = searchable(&format!("{} {} {}", juror.name, juror.email, juror.organisation));
            words.split(' ').all(|word| text.contains(word))
        })
        .map(|juror| {
            let (assigned, submitted, ties) = counts.get(&juror.id).copied().unwrap_or_default();
            JurorLine { juror, assigned, submitted, ties }
        })
        .collect();
    let categories = store::categories::list(c, edition.id)?;
    Ok(JuryPage { edition, categories, lines, total })
}

/// Everything about one juror that organisers may see: never a score.
#[derive(Debug, Clone)]
pub struct JurorPage {
    /// The edition.
    pub edition: Edition,
    /// Its categories.
    pub categories: Vec<Category>,
    /// The juror.
    pub juror: Juror,
    /// Known ties, with the organisation's name.
    pub ties: Vec<(Conflict, String)>,
    /// Organisations with which no tie is known yet.
    pub organisations: Vec<TieChoice>,
    /// Entries with where their assignment stands.
    pub assignments: Vec<(Entry, AssignmentStatus)>,
}

/// The page of a juror.
pub fn juror(c: &mut Conn, actor: &Actor, slug: &str, id: JurorId) -> AppResult<JurorPage> {
    let (edition, juror) = juror_of(c, actor, id, OrganiserAct::Look)?;
    if edition.slug != slug {
        return Err(crate::app::AppError::NotFound);
    }
    let conflicts = store::conflicts::list_of_juror(c, juror.id)?;
    let tied: Vec<OrganisationId> = conflicts.iter().map(|tie| tie.organisation_id).collect();
    let names: BTreeMap<OrganisationId, String> =
        store::organisations::list_by_ids(c, &tied)?.into_iter().map(|o| (o.id, o.name)).collect();
    let ties = conflicts
        .into_iter()
        .map(|tie| {
            let name = names.get(&tie.organisation_id).cloned().unwrap_or_default();
            (tie, name)
        })
        .collect();
    let (mut organisations, _) = choices(c, &juror, "")?;
    organisations.retain(|choice| choice.known.is_none());
    let assigned = store::assignments::list_of_juror(c, juror.id)?;
    let ids: Vec<EntryId> = assigned.iter().map(|a| a.entry_id).collect();
    let mut assignments = Vec::new();
    for entry in store::entries::list_by_ids(c, &ids)? {
        for assignment in assigned.iter().filter(|a| a.entry_id == entry.id) {
            assignments.push((entry.clone(), assignment.status));
        }
    }
    let categories = store::categories::list(c, edition.id)?;
    Ok(JurorPage { edition, categories, juror, ties, organisations, assignments })
}
