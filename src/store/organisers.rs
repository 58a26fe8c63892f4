//! Who organises which edition, and everything that decides what a person may do.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::dialect::BothExt;
use super::error::{OptionalRow, StoreResult};
use super::judging_states::{Judging, Organising, list_judging, list_organising};
use super::schema::{assignments, collaborators, entries, organisers, users};
use super::types::At;
use crate::domain::entry::EntryStatus;
use crate::domain::ids::{AssignmentId, EditionId, EntryId, UserId};
use crate::domain::policy::Actor;
use crate::domain::user::{OrganiserRole, User};

/// Gives a person a role in an edition, or changes it.
pub fn set_role(
    c: &mut Conn,
    edition: EditionId,
    user: UserId,
    role: OrganiserRole,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    diesel::insert_into(organisers::table)
        .values((
            organisers::edition_id.eq(edition),
            organisers::user_id.eq(user),
            organisers::role.eq(role),
            organisers::added_at.eq(At(now)),
        ))
        .on_conflict((organisers::edition_id, organisers::user_id))
        .do_update()
        .set(organisers::role.eq(role))
        .both()
        .execute(c)?;
    Ok(())
}

/// The organisers of an edition, first come first.
pub fn list(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<(User, OrganiserRole)>> {
    let rows = organisers::table
        .filter(organisers::edition_id.eq(edition))
        .order(organisers::added_at)
        .select((organisers::user_id, organisers::role))
        .load::<(UserId, OrganiserRole)>(c)?;
    rows.into_iter().map(|(id, role)| Ok((super::users::get(c, id)?, role))).collect()
}

/// Takes a person off the organisers of an edition.
pub fn remove(c: &mut Conn, edition: EditionId, user: UserId) -> StoreResult<()> {
    diesel::delete(organisers::table.find((edition, user))).execute(c)?;
    Ok(())
}

/// A person with everything that decides what they may do.
pub fn actor(c: &mut Conn, user: UserId) -> StoreResult<Actor> {
    let is_founder = users::table.find(user).select(users::is_founder).first::<bool>(c)?;
    let (organising, judging) = (list_organising(c, &[user])?, list_judging(c, &[user])?);
    let competes = if organising.is_empty() { Vec::new() } else { list_competing(c, user)? };
    Ok(actor_of(user, is_founder, &organising, &judging, competes))
}

/// The same of somebody whose parts in editions are among these.
pub fn actor_of(
    user: UserId,
    is_founder: bool,
    organising: &[Organising],
    judging: &[Judging],
    competes: Vec<EditionId>,
) -> Actor {
    let organising = organising.iter().filter(|one| one.user == user);
    let judging = judging.iter().filter(|one| one.user == user);
    Actor {
        user_id: user,
        is_founder,
        organises: organising.map(|one| (one.edition, one.role)).collect(),
        judges: judging.map(|one| (one.edition, one.juror)).collect(),
        competes,
    }
}

/// The editions in whose race a person has an entry, as its owner or by invitation. What was assigned to jurors
/// counts even when it was withdrawn: its scores are still there. An entry that was imported without an address
/// belongs to whoever imported it, in the applicant's stead: that is no part in the race.
pub fn list_competing(c: &mut Conn, user: UserId) -> StoreResult<Vec<EditionId>> {
    let columns = (entries::id, entries::edition_id, entries::status);
    let mut mine = entries::table
        .filter(entries::owner_id.eq(user).and(entries::import_key.is_null()))
        .select(columns)
        .load::<(EntryId, EditionId, EntryStatus)>(c)?;
    mine.extend(
        collaborators::table
            .inner_join(entries::table)
            .filter(collaborators::user_id.eq(Some(user)))
            .filter(collaborators::joined_at.is_not_null())
            .select(columns)
            .load::<(EntryId, EditionId, EntryStatus)>(c)?,
    );
    let mut competing = BTreeSet::new();
    for (entry, edition, status) in mine {
        if competing.contains(&edition) {
            continue;
        }
        let is_in_race = matches!(status, EntryStatus::Submitted | EntryStatus::Returned);
        let assigned = assignments::table.filter(assignments::entry_id.eq(entry)).select(assignments::id);
        if is_in_race || assigned.first::<AssignmentId>(c).optional_row()?.is_some() {
            competing.insert(edition);
        }
    }
    Ok(competing.into_iter().collect())
}
