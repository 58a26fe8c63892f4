//! Who else works on entries, and who is where on them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::dialect::BothExt;
use super::error::{OptionalRow, StoreResult};
use super::schema::{collaborators, entries, entry_presence};
use super::types::At;
use crate::domain::collaborator::{Collaborator, CollaboratorRole, Presence};
use crate::domain::ids::{CollaboratorId, EditionId, EntryId, UserId};
use crate::domain::text::EmailAddress;

row!(CollaboratorRow of Collaborator in collaborators {
    id: CollaboratorId, entry_id: EntryId, email: EmailAddress, user_id: Option<UserId>, role: CollaboratorRole,
    invited_by: UserId, invited_at: At, joined_at: Option<At>,
});
row!(PresenceRow of Presence in entry_presence { entry_id: EntryId, user_id: UserId, section: i32, seen_at: At });

/// The invitation of an id.
pub fn get(c: &mut Conn, id: CollaboratorId) -> StoreResult<Collaborator> {
    Ok(collaborators::table.find(id).first::<CollaboratorRow>(c)?.into())
}

/// What a person who has joined an entry may do with it; none for anybody else.
pub fn find_role(c: &mut Conn, entry: EntryId, person: UserId) -> StoreResult<Option<CollaboratorRole>> {
    collaborators::table
        .filter(collaborators::entry_id.eq(entry))
        .filter(collaborators::user_id.eq(Some(person)))
        .filter(collaborators::joined_at.is_not_null())
        .select(collaborators::role)
        .first(c)
        .optional_row()
}

/// The people invited to an entry, in the order of their invitations.
pub fn list(c: &mut Conn, entry: EntryId) -> StoreResult<Vec<Collaborator>> {
    let rows = collaborators::table
        .filter(collaborators::entry_id.eq(entry))
        .order((collaborators::invited_at, collaborators::id))
        .load::<CollaboratorRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The entries of others that a person has joined, last joined first.
pub fn list_entries_of(c: &mut Conn, person: UserId) -> StoreResult<Vec<EntryId>> {
    Ok(collaborators::table
        .filter(collaborators::user_id.eq(Some(person)))
        .filter(collaborators::joined_at.is_not_null())
        .order((collaborators::joined_at.desc(), collaborators::id))
        .select(collaborators::entry_id)
        .load(c)?)
}

/// Who works on which entries of an edition, their owners aside.
pub fn list_joined(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<(EntryId, UserId)>> {
    let of_edition = entries::table.filter(entries::edition_id.eq(edition)).select(entries::id);
    let pairs = collaborators::table
        .filter(collaborators::joined_at.is_not_null())
        .filter(collaborators::entry_id.eq_any(of_edition))
        .select((collaborators::entry_id, collaborators::user_id))
        .load::<(EntryId, Option<UserId>)>(c)?;
    Ok(pairs.into_iter().filter_map(|(entry, person)| Some((entry, person?))).collect())
}

/// The invitations that wait for an address.
pub fn list_waiting(c: &mut Conn, email: &EmailAddress) -> StoreResult<Vec<Collaborator>> {
    let rows = collaborators::table
        .filter(collaborators::email.eq(email))
        .filter(collaborators::joined_at.is_null())
        .order((collaborators::invited_at, collaborators::id))
        .load::<CollaboratorRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A new invitation.
pub fn insert(c: &mut Conn, collaborator: Collaborator) -> StoreResult<()> {
    diesel::insert_into(collaborators::table).values(CollaboratorRow::from(collaborator)).execute(c)?;
    Ok(())
}

/// Every field of an invitation.
pub fn update(c: &mut Conn, collaborator: Collaborator) -> StoreResult<()> {
    diesel::update(collaborators::table.find(collaborator.id)).set(CollaboratorRow::from(collaborator)).execute(c)?;
    Ok(())
}

/// Takes somebody off an entry; where they were on it is forgotten.
pub fn delete(c: &mut Conn, collaborator: &Collaborator) -> StoreResult<()> {
    if let Some(person) = collaborator.user_id {
        diesel::delete(entry_presence::table.find((collaborator.entry_id, person))).execute(c)?;
    }
    diesel::delete(collaborators::table.find(collaborator.id)).execute(c)?;
    Ok(())
}

/// Notes where somebody is on an entry.
pub fn note_presence(c: &mut Conn, presence: Presence) -> StoreResult<()> {
    let row = PresenceRow::from(presence);
    diesel::insert_into(entry_presence::table)
        .values(&row)
        .on_conflict((entry_presence::entry_id, entry_presence::user_id))
        .do_update()
        .set((entry_presence::section.eq(row.section), entry_presence::seen_at.eq(&row.seen_at)))
        .both()
        .execute(c)?;
    Ok(())
}

/// Who was on an entry since an instant, and where.
pub fn list_present(c: &mut Conn, entry: EntryId, since: DateTime<Utc>) -> StoreResult<Vec<Presence>> {
    let rows = entry_presence::table
        .filter(entry_presence::entry_id.eq(entry))
        .filter(entry_presence::seen_at.ge(At(since)))
        .order((entry_presence::section, entry_presence::user_id))
        .load::<PresenceRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}
