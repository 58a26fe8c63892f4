//! Who else works on an entry: inviting, joining, leaving, and who is where on it now.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::open;
use super::view::{EntryView, view};
use crate::app::audit::{self, Event};
use crate::app::outbox::{self, Notice};
use crate::app::problems::text_problem;
use crate::app::{AppError, AppResult, FieldProblem, accounts};
use crate::domain::audit::AuditActor;
use crate::domain::collaborator::{Collaborator, CollaboratorRole, MOST_COLLABORATORS, PRESENT_FOR, Presence};
use crate::domain::entry::Entry;
use crate::domain::ids::{CollaboratorId, EntryId, UserId};
use crate::domain::notice::MailKind;
use crate::domain::policy::{Actor, EntryAct};
use crate::domain::text::EmailAddress;
use crate::domain::user::User;
use crate::store::{self, Conn};

/// Invitations of one person in a quarter of an hour: nobody fills mailboxes through us.
const INVITATIONS: i32 = 20;

/// Somebody who works on an entry, or is invited to.
#[derive(Debug, Clone, PartialEq)]
pub struct CollaboratorLine {
    /// The invitation.
    pub collaborator: Collaborator,
    /// The name of the account that joined, or empty.
    pub name: String,
}

/// Somebody who is on an entry now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Present {
    /// The person's name.
    pub name: String,
    /// The number of the section, from 1.
    pub section: usize,
}

/// An invitation that waits for the one who reads it.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// The invitation.
    pub collaborator: Collaborator,
    /// The name of the project.
    pub title: String,
    /// The name of who invited.
    pub by: String,
}

/// An entry with its owner and everybody invited to it.
pub fn people(c: &mut Conn, actor: &Actor, id: EntryId) -> AppResult<(EntryView, User, Vec<CollaboratorLine>)> {
    let view = view(c, actor, id)?;
    let owner = store::users::get(c, view.entry.owner_id)?;
    let collaborators = store::collaborators::list(c, id)?;
    let names = names(c, collaborators.iter().filter_map(|x| x.user_id).collect())?;
    let line = |collaborator: Collaborator| CollaboratorLine {
        name: collaborator.user_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
        collaborator,
    };
    Ok((view, owner, collaborators.into_iter().map(line).collect()))
}

fn names(c: &mut Conn, people: Vec<UserId>) -> AppResult<BTreeMap<UserId, String>> {
    Ok(store::users::list(c, &people)?.into_iter().map(|user| (user.id, user.name)).collect())
}

/// Invites an address to an entry, by mail. The same again sends the mail again.
pub fn invite(
    c: &mut Conn,
    actor: &Actor,
    id: EntryId,
    email: &str,
    role: CollaboratorRole,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<Collaborator> {
    let entry = open(c, actor, id, EntryAct::Own)?;
    let email = EmailAddress::parse(email).map_err(|error| AppError::Invalid(vec![text_problem("email", error)]))?;
    let host = store::users::get(c, actor.user_id)?;
    if email == host.email {
        return Err(AppError::field("email", "people-problem-yourself"));
    }
    let known = store::collaborators::list(c, id)?;
    let collaborator = match known.iter().find(|x| x.email == email) {
        Some(known) if known.joined_at.is_some() => return Err(AppError::field("email", "people-problem-joined")),
        Some(known) => {
            let again = Collaborator { role, invited_at: now, ..known.clone() };
            store::collaborators::update(c, again.clone())?;
            again
        }
        None if known.len() >= MOST_COLLABORATORS => {
            let problem = FieldProblem::new("email", "people-problem-many").arg("most", MOST_COLLABORATORS);
            return Err(AppError::Invalid(vec![problem]));
        }
        None => {
            let new = Collaborator {
                id: CollaboratorId::new(),
                entry_id: id,
                email: email.clone(),
                user_id: None,
                role,
                invited_by: actor.user_id,
                invited_at: now,
                joined_at: None,
            };
            store::collaborators::insert(c, new.clone())?;
            new
        }
    };
    accounts::throttle(c, "collaborator", &actor.user_id.to_string(), INVITATIONS, now)?;
    send(c, &entry, &collaborator, &host, public_url, now)?;
    record(c, actor, &entry, "entry.invited", json!({ "email": email, "role": role }), now)?;
    Ok(collaborator)
}

/// Writes to whoever is invited, in their language where they have one here, else in the host's.
fn send(
    c: &mut Conn,
    entry: &Entry,
    collaborator: &Collaborator,
    host: &User,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let guest = store::users::find_by_email(c, &collaborator.email)?;
    let language = guest.as_ref().map_or(host.language, |guest| guest.language);
    let edition = store::editions::get(c, entry.edition_id)?;
    let notice = Notice {
        kind: MailKind::Collaboration,
        to: collaborator.email.clone(),
        name: guest.map(|guest| guest.name).unwrap_or_default(),
        language,
        params: json!({
            "edition": edition.name.get(language),
            "entry": entry.title,
            "host": host.name,
            "address": collaborator.email,
            "url": format!("{public_url}/{language}/entries/"),
        }),
        dedupe_key: format!("collaboration:{}:{}", collaborator.id, now.timestamp_micros()),
    };
    outbox::enqueue_for(c, edition.id, notice, now)?;
    Ok(())
}

fn record(
    c: &mut Conn,
    actor: &Actor,
    entry: &Entry,
    action: &'static str,
    after: serde_json::Value,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let event = Event::new(action, "entry", entry.id).edition(entry.edition_id).after(after);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// The invitations that wait for a person, by the address of their account.
pub fn waiting(c: &mut Conn, actor: &Actor) -> AppResult<Vec<Waiting>> {
    let user = store::users::get(c, actor.user_id)?;
    let mut waiting = Vec::new();
    for collaborator in store::collaborators::list_waiting(c, &user.email)? {
        waiting.push(Waiting {
            title: store::entries::get(c, collaborator.entry_id)?.title,
            by: store::users::get(c, collaborator.invited_by)?.name,
            collaborator,
        });
    }
    Ok(waiting)
}

/// An invitation that waits for this person.
fn own_invitation(c: &mut Conn, actor: &Actor, id: CollaboratorId) -> AppResult<(Collaborator, Entry)> {
    let collaborator = store::collaborators::get(c, id)?;
    let user = store::users::get(c, actor.user_id)?;
    // An account's address was proved: whoever reads that mailbox is who was invited.
    if user.email != collaborator.email || collaborator.joined_at.is_some() {
        return Err(AppError::NotFound);
    }
    let entry = store::entries::get(c, collaborator.entry_id)?;
    Ok((collaborator, entry))
}

/// Accepts an invitation.
pub fn join(c: &mut Conn, actor: &Actor, id: CollaboratorId, now: DateTime<Utc>) -> AppResult<Entry> {
    let (collaborator, entry) = own_invitation(c, actor, id)?;
    let role = collaborator.role;
    let joined = Collaborator { user_id: Some(actor.user_id), joined_at: Some(now), ..collaborator };
    store::collaborators::update(c, joined)?;
    record(c, actor, &entry, "entry.joined", json!({ "role": role }), now)?;
    Ok(entry)
}

/// Declines an invitation.
pub fn decline(c: &mut Conn, actor: &Actor, id: CollaboratorId, now: DateTime<Utc>) -> AppResult<()> {
    let (collaborator, entry) = own_invitation(c, actor, id)?;
    store::collaborators::delete(c, &collaborator)?;
    record(c, actor, &entry, "entry.declined", json!({ "role": collaborator.role }), now)
}

/// The invitation of an id, if it is one to this entry.
fn of_entry(c: &mut Conn, entry: EntryId, id: CollaboratorId) -> AppResult<Collaborator> {
    let collaborator = store::collaborators::get(c, id)?;
    if collaborator.entry_id == entry { Ok(collaborator) } else { Err(AppError::NotFound) }
}

/// Lets somebody do more, or less.
pub fn set_role(
    c: &mut Conn,
    actor: &Actor,
    id: EntryId,
    whom: CollaboratorId,
    role: CollaboratorRole,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let entry = open(c, actor, id, EntryAct::Own)?;
    let before = of_entry(c, id, whom)?;
    if before.role != role {
        record(c, actor, &entry, "entry.role_changed", json!({ "email": before.email, "role": role }), now)?;
        store::collaborators::update(c, Collaborator { role, ..before })?;
    }
    Ok(())
}

/// Takes somebody off an entry: the owner anybody, everybody themselves. What they wrote stays. Whether the
/// person left by themselves.
pub fn remove(c: &mut Conn, actor: &Actor, id: EntryId, whom: CollaboratorId, now: DateTime<Utc>) -> AppResult<bool> {
    let entry = open(c, actor, id, EntryAct::Look)?;
    let collaborator = of_entry(c, id, whom)?;
    let leaves = collaborator.user_id == Some(actor.user_id);
    if !leaves {
        open(c, actor, id, EntryAct::Own)?;
    }
    store::collaborators::delete(c, &collaborator)?;
    record(c, actor, &entry, "entry.left", json!({ "email": collaborator.email }), now)?;
    Ok(leaves)
}

/// Whether anybody else works on an entry: where nobody does, nothing need be noted.
pub fn has_company(c: &mut Conn, actor: &Actor, id: EntryId) -> AppResult<bool> {
    open(c, actor, id, EntryAct::Look)?;
    Ok(store::collaborators::list(c, id)?.iter().any(|x| x.joined_at.is_some()))
}

/// Notes that a person is on a section, and says who else is on the entry now. Call it where
/// [`has_company`]: alone there is nobody to tell.
pub fn be_on(c: &mut Conn, actor: &Actor, id: EntryId, section: usize, now: DateTime<Utc>) -> AppResult<Vec<Present>> {
    let others = company(c, actor, id, now)?;
    let section = i32::try_from(section).unwrap_or(i32::MAX);
    let here = Presence { entry_id: id, user_id: actor.user_id, section, seen_at: now };
    store::collaborators::note_presence(c, here)?;
    Ok(others)
}

/// Who else is on an entry now, and where.
pub fn company(c: &mut Conn, actor: &Actor, id: EntryId, now: DateTime<Utc>) -> AppResult<Vec<Present>> {
    open(c, actor, id, EntryAct::Look)?;
    let mut present = store::collaborators::list_present(c, id, now - PRESENT_FOR)?;
    present.retain(|x| x.user_id != actor.user_id);
    let names = names(c, present.iter().map(|x| x.user_id).collect())?;
    let of = |x: &Presence| Present {
        name: names.get(&x.user_id).cloned().unwrap_or_default(),
        section: usize::try_from(x.section).unwrap_or(0),
    };
    Ok(present.iter().map(of).collect())
}
