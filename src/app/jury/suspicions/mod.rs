//! Ties that were found by comparing what is known: suggested to organisers, who confirm or dismiss.

mod compare;

use std::collections::btree_map::Entry::Vacant;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::json;

use self::compare::{is_same_domain, is_same_name, names_organisation, names_person, own_domain, site_domain};
use super::conflicts::tie_found;
use super::organised;
use crate::app::audit::{self, Event};
use crate::app::entries::SubmittedForms;
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::conflict::{DismissedSuspicion, SuspicionKind};
use crate::domain::edition::Edition;
use crate::domain::entry::Snapshot;
use crate::domain::form::EntryForm;
use crate::domain::ids::{EditionId, JurorId, OrganisationId, UserId};
use crate::domain::juror::{Juror, JurorStatus};
use crate::domain::language::Localised;
use crate::domain::organisation::Organisation;
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::store::{self, Conn};

/// A tie that is suspected.
#[derive(Debug, Clone)]
pub struct Suspicion {
    /// The juror.
    pub juror: Juror,
    /// The organisation.
    pub organisation: Organisation,
    /// References of its entries.
    pub entries: Vec<String>,
    /// Why.
    pub kind: SuspicionKind,
    /// What was found: a name, a domain, or what was declared.
    pub evidence: String,
    /// Where it was found: the question of the form, or the earlier edition; or nothing.
    pub place: Localised,
}

/// What is known of an organisation that entered.
struct Entrant {
    organisation: Organisation,
    domains: BTreeSet<String>,
    entries: Vec<String>,
    /// The question and its answer, of what was submitted.
    answers: Vec<(Localised, String)>,
}

/// The ties suspected in an edition that nobody has confirmed or dismissed, by juror.
pub fn list(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<(Edition, Vec<Suspicion>)> {
    let edition = organised(c, actor, slug, OrganiserAct::Run)?;
    let found = find(c, &edition)?;
    Ok((edition, found))
}

/// How many there are, for whoever may act on them.
pub fn count(c: &mut Conn, actor: &Actor, edition: &Edition) -> AppResult<usize> {
    if policy::can_organise(actor, edition.id, OrganiserAct::Run).is_err() {
        return Ok(0);
    }
    Ok(find(c, edition)?.len())
}

fn find(c: &mut Conn, edition: &Edition) -> AppResult<Vec<Suspicion>> {
    let jurors: Vec<Juror> = store::jurors::list(c, edition.id)?
        .into_iter()
        .filter(|juror| matches!(juror.status, JurorStatus::Invited | JurorStatus::Accepted))
        .collect();
    let known: BTreeSet<(JurorId, OrganisationId)> = store::conflicts::list_of_edition(c, edition.id)?
        .into_iter()
        .map(|x| (x.juror_id, x.organisation_id))
        .collect();
    let dismissed: BTreeSet<(JurorId, OrganisationId, SuspicionKind)> =
        store::suspicions::list_dismissed(c, edition.id)?
            .into_iter()
            .map(|x| (x.juror_id, x.organisation_id, x.kind))
            .collect();
    let before = declared_before(c, edition.id)?;
    let entrants = entrants(c, edition)?;
    let mut found = Vec::new();
    for juror in &jurors {
        for entrant in &entrants {
            let pair = (juror.id, entrant.organisation.id);
            if known.contains(&pair) {
                continue;
            }
            let open = suspect(juror, entrant, &before)
                .into_iter()
                .find(|(kind, _, _)| !dismissed.contains(&(pair.0, pair.1, *kind)));
            found.extend(open.map(|(kind, evidence, place)| Suspicion {
                juror: juror.clone(),
                organisation: entrant.organisation.clone(),
                entries: entrant.entries.clone(),
                kind,
                evidence,
                place,
            }));
        }
    }
    Ok(found)
}

type Reason = (SuspicionKind, String, Localised);

/// Every reason to suspect a tie, the strongest first.
fn suspect(juror: &Juror, entrant: &Entrant, before: &[Before]) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let organisation = &entrant.organisation;
    if is_same_name(&juror.organisation, &organisation.name) {
        reasons.push((SuspicionKind::Organisation, juror.organisation.clone(), Localised::default()));
    }
    let is_same_tie = |x: &&Before| {
        x.email == juror.email.as_str()
            && (x.organisation.id == organisation.id || is_same_name(&x.organisation.name, &organisation.name))
    };
    if let Some(tie) = before.iter().find(is_same_tie) {
        reasons.push((SuspicionKind::Before, tie.reason.clone(), tie.edition.clone()));
    }
    let domain = own_domain(juror.email.as_str());
    if let Some(domain) = domain.filter(|own| entrant.domains.iter().any(|theirs| is_same_domain(own, theirs))) {
        reasons.push((SuspicionKind::Domain, domain, Localised::default()));
    }
    let named = entrant.answers.iter().find_map(|(question, answer)| {
        if names_person(answer, &juror.name) {
            Some((juror.name.clone(), question.clone()))
        } else if names_organisation(answer, &juror.organisation) {
            Some((juror.organisation.clone(), question.clone()))
        } else {
            None
        }
    });
    reasons.extend(named.map(|(evidence, question)| (SuspicionKind::Named, evidence, question)));
    reasons
}

/// A tie that somebody declared in another edition.
struct Before {
    email: String,
    organisation: Organisation,
    reason: String,
    edition: Localised,
}

fn declared_before(c: &mut Conn, this: EditionId) -> AppResult<Vec<Before>> {
    let mut all = Vec::new();
    for edition in store::editions::list(c)?.into_iter().filter(|edition| edition.id != this) {
        let ties = store::conflicts::list_of_edition(c, edition.id)?;
        if ties.is_empty() {
            continue;
        }
        let ids: Vec<OrganisationId> = ties.iter().map(|tie| tie.organisation_id).collect();
        let organisations: BTreeMap<OrganisationId, Organisation> =
            store::organisations::list_by_ids(c, &ids)?.into_iter().map(|o| (o.id, o)).collect();
        let emails: BTreeMap<JurorId, String> =
            store::jurors::list(c, edition.id)?.into_iter().map(|j| (j.id, j.email.to_string())).collect();
        all.extend(ties.into_iter().filter_map(|tie| {
            Some(Before {
                email: emails.get(&tie.juror_id)?.clone(),
                organisation: organisations.get(&tie.organisation_id)?.clone(),
                reason: tie.reason,
                edition: edition.name.clone(),
            })
        }));
    }
    Ok(all)
}

/// Everybody whose entry may be judged, with what they submitted.
fn entrants(c: &mut Conn, edition: &Edition) -> AppResult<Vec<Entrant>> {
    let entries = store::entries::list_judgeable(c, edition.id)?;
    let ids: Vec<OrganisationId> = entries.iter().map(|entry| entry.organisation_id).collect();
    let mut entrants: BTreeMap<OrganisationId, Entrant> = store::organisations::list_by_ids(c, &ids)?
        .into_iter()
        .map(|organisation| {
            let domains = site_domain(&organisation.website).into_iter().collect();
            (organisation.id, Entrant { organisation, domains, entries: Vec::new(), answers: Vec::new() })
        })
        .collect();
    let submitted = SubmittedForms::load(c, &entries)?;
    let mut owners: BTreeMap<UserId, Option<String>> = BTreeMap::new();
    for entry in &entries {
        if let Vacant(unread) = owners.entry(entry.owner_id) {
            let owner = store::users::get(c, entry.owner_id)?;
            unread.insert(own_domain(owner.email.as_str()));
        }
        let Some(entrant) = entrants.get_mut(&entry.organisation_id) else { continue };
        entrant.domains.extend(owners.get(&entry.owner_id).cloned().flatten());
        entrant.answers.extend(submitted.of(entry).into_iter().flat_map(|(snapshot, form)| answers(snapshot, form)));
        entrant.entries.push(entry.reference.clone());
    }
    Ok(entrants.into_values().collect())
}

fn answers(snapshot: &Snapshot, form: &EntryForm) -> Vec<(Localised, String)> {
    let label = |key: &str| form.field(key).map(|field| field.label.clone()).unwrap_or_default();
    snapshot.answers.iter().map(|(key, answer)| (label(key), answer.clone())).collect()
}

/// Confirms a suspicion: the tie is noted, with its reason in the words given for it, and assignments
/// that it rules out end.
pub fn confirm(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    (juror, organisation): (JurorId, OrganisationId),
    reason: impl Fn(&Suspicion) -> String,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let edition = organised(c, actor, slug, OrganiserAct::Run)?;
    let found = find(c, &edition)?;
    let suspicion = found.iter().find(|x| x.juror.id == juror && x.organisation.id == organisation);
    // Confirmed or dismissed by a colleague meanwhile.
    let suspicion = suspicion.ok_or_else(|| AppError::refused("suspicions-refused-gone"))?;
    tie_found(c, actor, &suspicion.juror, organisation, &reason(suspicion), now)
}

/// Dismisses a suspicion: this reason is not shown again for this pair.
pub fn dismiss(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    (juror, organisation): (JurorId, OrganisationId),
    kind: SuspicionKind,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let edition = organised(c, actor, slug, OrganiserAct::Run)?;
    let found = find(c, &edition)?;
    if !found.iter().any(|x| x.juror.id == juror && x.organisation.id == organisation && x.kind == kind) {
        return Err(AppError::refused("suspicions-refused-gone"));
    }
    let dismissed = DismissedSuspicion {
        juror_id: juror,
        organisation_id: organisation,
        kind,
        dismissed_by: actor.user_id,
        dismissed_at: now,
    };
    store::suspicions::dismiss(c, dismissed)?;
    let event = Event::new("suspicion.dismissed", "juror", juror)
        .edition(edition.id)
        .after(json!({ "organisation": organisation, "kind": kind }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}
