//! Ties between jurors and organisations. A known tie rules out every assignment between them: the
//! open ones end as recused, and the juror no longer sees the entry.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::json;

use super::juror_of;
use crate::app::audit::{self, Event};
use crate::app::problems::text_problem;
use crate::app::{AppError, AppResult, FieldProblem};
use crate::domain::assignment::AssignmentAct;
use crate::domain::audit::AuditActor;
use crate::domain::conflict::{Conflict, ConflictSource};
use crate::domain::edition::Edition;
use crate::domain::ids::{ConflictId, EditionId, JurorId, OrganisationId, UserId};
use crate::domain::juror::Juror;
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::text::{self, searchable};
use crate::store::{self, Conn};

/// Longest reason of a tie, in characters.
const REASON_LIMIT: usize = 500;

/// A tie that somebody declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// The organisation.
    pub organisation: OrganisationId,
    /// What ties them, in words.
    pub reason: String,
}

/// An organisation on the page of declarations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TieChoice {
    /// The organisation.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Its city, or empty.
    pub city: String,
    /// The reason of a tie that is known.
    pub known: Option<String>,
}

/// What the page of declarations needs: names of organisations, nothing of their entries.
#[derive(Debug, Clone)]
pub struct Declaration {
    /// The edition.
    pub edition: Edition,
    /// The juror.
    pub juror: Juror,
    /// The organisations that match.
    pub organisations: Vec<TieChoice>,
    /// How many there are in all.
    pub total: usize,
}

/// The organisations behind an edition's entries that may be judged, by name.
fn organisations(c: &mut Conn, edition: EditionId) -> AppResult<BTreeMap<OrganisationId, (String, String)>> {
    let ids: BTreeSet<OrganisationId> =
        store::entries::list_judgeable(c, edition)?.into_iter().map(|entry| entry.organisation_id).collect();
    let ids: Vec<_> = ids.into_iter().collect();
    let found = store::organisations::list_by_ids(c, &ids)?;
    Ok(found.into_iter().map(|o| (o.id, (o.name, o.city))).collect())
}

/// What a juror may declare ties with, filtered by words of the name.
pub fn declaration(c: &mut Conn, actor: &Actor, slug: &str, words: &str) -> AppResult<Declaration> {
    let (edition, juror) = super::judged(c, actor, slug)?;
    let (organisations, total) = choices(c, &juror, words)?;
    Ok(Declaration { edition, juror, organisations, total })
}

/// The organisations of a juror's edition with the known ties, by name, and how many in all.
pub(super) fn choices(c: &mut Conn, juror: &Juror, words: &str) -> AppResult<(Vec<TieChoice>, usize)> {
    let known: BTreeMap<OrganisationId, String> =
        store::conflicts::list_of_juror(c, juror.id)?.into_iter().map(|t| (t.organisation_id, t.reason)).collect();
    let all = organisations(c, juror.edition_id)?;
    let total = all.len();
    let words = searchable(words);
    let mut list: Vec<TieChoice> = all
        .into_iter()
        .filter(|(_, (name, _))| words.split(' ').all(|word| searchable(name).contains(word)))
        .map(|(id, (name, city))| TieChoice { id, name, city, known: known.get(&id).cloned() })
        .collect();
    list.sort_by_key(|choice| searchable(&choice.name));
    Ok((list, total))
}

/// A juror declares ties; `all_declared` when there are no others. Each problem's field is
/// `reason-` and the organisation's id.
pub fn declare_conflicts(
    c: &mut Conn,
    actor: &Actor,
    edition: EditionId,
    ties: &[Tie],
    all_declared: bool,
    now: DateTime<Utc>,
) -> AppResult<Juror> {
    let juror = actor.juror_in(edition).ok_or(AppError::NotFound)?;
    let mut juror = store::jurors::get(c, juror)?;
    let known = organisations(c, edition)?;
    let mut problems = Vec::new();
    for tie in ties {
        if !known.contains_key(&tie.organisation) {
            return Err(AppError::NotFound);
        }
        let field = format!("reason-{}", tie.organisation);
        match reason(&tie.reason, &field) {
            Ok(reason) => tie_up(c, &juror, tie.organisation, &reason, ConflictSource::Juror, actor.user_id, now)?,
            Err(problem) => problems.push(problem),
        }
    }
    if !problems.is_empty() {
        return Err(AppError::Invalid(problems));
    }
    if all_declared && juror.conflicts_declared_at.is_none() {
        juror.conflicts_declared_at = Some(now);
        store::jurors::update(c, juror.clone())?;
        let event = Event::new("juror.ties_declared", "juror", juror.id).edition(edition);
        audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    }
    Ok(juror)
}

/// An organiser notes a tie.
pub fn add_conflict(c: &mut Conn, actor: &Actor, juror: JurorId, tie: &Tie, now: DateTime<Utc>) -> AppResult<()> {
    let (edition, juror) = juror_of(c, actor, juror, OrganiserAct::Run)?;
    if !organisations(c, edition.id)?.contains_key(&tie.organisation) {
        return Err(AppError::field("organisation", "jury-problem-organisation"));
    }
    let reason = reason(&tie.reason, "reason").map_err(|problem| AppError::Invalid(vec![problem]))?;
    tie_up(c, &juror, tie.organisation, &reason, ConflictSource::Organiser, actor.user_id, now)
}

/// A tie that was found by comparing, confirmed by somebody who may.
pub(super) fn tie_found(
    c: &mut Conn,
    actor: &Actor,
    juror: &Juror,
    organisation: OrganisationId,
    typed_reason: &str,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let reason = reason(typed_reason, "reason").map_err(|problem| AppError::Invalid(vec![problem]))?;
    tie_up(c, juror, organisation, &reason, ConflictSource::Found, actor.user_id, now)
}

/// An organiser lifts a tie. Assignments that ended because of it stay as they are.
pub fn remove_conflict(
    c: &mut Conn,
    actor: &Actor,
    juror: JurorId,
    conflict: ConflictId,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let (edition, juror) = juror_of(c, actor, juror, OrganiserAct::Run)?;
    let ties = store::conflicts::list_of_juror(c, juror.id)?;
    let tie = ties.into_iter().find(|tie| tie.id == conflict).ok_or(AppError::NotFound)?;
    store::conflicts::delete(c, tie.id)?;
    let event = Event::new("conflict.removed", "juror", juror.id)
        .edition(edition.id)
        .before(json!({ "organisation": tie.organisation_id, "reason": tie.reason, "source": tie.source }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// A juror steps back from every entry of an organisation: the tie is noted with its reason.
pub fn step_back(
    c: &mut Conn,
    juror: &Juror,
    organisation: OrganisationId,
    typed_reason: &str,
    by: UserId,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let reason = reason(typed_reason, "reason").map_err(|problem| AppError::Invalid(vec![problem]))?;
    tie_up(c, juror, organisation, &reason, ConflictSource::Juror, by, now)
}

fn reason(typed: &str, field: &str) -> Result<String, FieldProblem> {
    let reason = text::paragraphs(typed, REASON_LIMIT).map_err(|error| text_problem(field, error))?;
    if reason.is_empty() { Err(FieldProblem::new(field, "jury-problem-reason")) } else { Ok(reason) }
}

/// Notes a tie and ends the assignments it rules out. A tie that is known stays as it was.
fn tie_up(
    c: &mut Conn,
    juror: &Juror,
    organisation: OrganisationId,
    reason: &str,
    source: ConflictSource,
    by: UserId,
    now: DateTime<Utc>,
) -> AppResult<()> {
    if store::conflicts::find(c, juror.id, organisation)?.is_some() {
        return Ok(());
    }
    let conflict = Conflict {
        id: ConflictId::new(),
        juror_id: juror.id,
        organisation_id: organisation,
        reason: reason.to_owned(),
        source,
        created_by: by,
        created_at: now,
    };
    store::conflicts::insert(c, conflict)?;
    let assignments = store::assignments::list_of_juror(c, juror.id)?;
    let ids: Vec<_> = assignments.iter().map(|a| a.entry_id).collect();
    let ruled_out: BTreeSet<_> = store::entries::list_by_ids(c, &ids)?
        .into_iter()
        .filter(|entry| entry.organisation_id == organisation)
        .map(|entry| entry.id)
        .collect();
    let mut recused = 0;
    for assignment in assignments.into_iter().filter(|a| ruled_out.contains(&a.entry_id)) {
        let (from, id) = (assignment.status, assignment.id);
        // A plan that was not applied is taken back; a closed round stays as it was counted.
        if let Some(to) = from.after(AssignmentAct::Recuse).or_else(|| from.after(AssignmentAct::Withdraw)) {
            store::assignments::move_to(c, id, from, to, Some(reason), now)?;
            recused += 1;
        }
    }
    let event = Event::new("conflict.declared", "juror", juror.id).edition(juror.edition_id).after(
        json!({ "organisation": organisation, "reason": reason, "source": source, "assignments_recused": recused }),
    );
    audit::record(c, AuditActor::User(by), event, now)?;
    Ok(())
}
