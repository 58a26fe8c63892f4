//! What people have a part in: what they organise, with what waits there, what they judge, and where both organise and
//! compete.

use std::sync::Arc;

use diesel::prelude::*;

use super::Conn;
use super::error::StoreResult;
use super::judging_states::whole;
use crate::domain::ids::{EditionId, JurorId, UserId};
use crate::domain::policy::Actor;
use crate::domain::user::OrganiserRole;

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::IdSql;

    /// A view: its migration says more.
    parts (user_id, edition_id) {
        user_id -> IdSql,
        edition_id -> IdSql,
        slug -> Text,
        role -> Nullable<Text>,
        juror_id -> Nullable<IdSql>,
        version -> Nullable<Text>,
        public_version -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::IdSql;

    /// A view too.
    desks (edition_id) {
        edition_id -> IdSql,
        to_screen -> BigInt,
        failed_mails -> BigInt,
    }
}

/// Somebody's part in an edition.
#[derive(Debug, Clone)]
pub struct Part {
    /// Whose.
    pub user: UserId,
    /// In which edition.
    pub edition: EditionId,
    /// Its word in addresses.
    pub slug: String,
    /// What they are there.
    pub kind: PartKind,
    /// The version of what the part shows: a juror's own list, or the counts of closed rounds.
    pub version: Arc<str>,
    /// The version of what is public.
    pub public: Arc<str>,
}

/// What somebody is in an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// Organises it, in a role.
    Organises(OrganiserRole),
    /// Sits on its jury.
    Judges(JurorId),
    /// Organises it, and has an entry in its race.
    Competes,
}

/// Whose, where, its word, as what.
type Row = (UserId, EditionId, String, Option<OrganiserRole>, Option<JurorId>);
/// Of what the part shows, and of what is public.
type Versions = (Option<String>, Option<String>);

/// Every part that some people have in editions.
pub fn list(c: &mut Conn, users: &[UserId]) -> StoreResult<Vec<Part>> {
    let columns = (parts::user_id, parts::edition_id, parts::slug, parts::role, parts::juror_id);
    let versions = (parts::version, parts::public_version);
    let rows = parts::table.select((columns, versions)).into_boxed();
    // A statement with a list is planned anew each time.
    let rows = match users {
        [one] => rows.filter(parts::user_id.eq(*one)),
        several => rows.filter(parts::user_id.eq_any(several.to_vec())),
    };
    let part = |((user, edition, slug, role, juror), (own, public)): (Row, Versions)| {
        let kind = match (role, juror) {
            (Some(role), _) => PartKind::Organises(role),
            (None, Some(juror)) => PartKind::Judges(juror),
            (None, None) => PartKind::Competes,
        };
        let public: Arc<str> = public.unwrap_or_default().into();
        Part { user, edition, slug, kind, version: whole(&public, &own.unwrap_or_default()), public }
    };
    Ok(rows.load::<(Row, Versions)>(c)?.into_iter().map(part).collect())
}

/// How many submitted entries of an edition nobody has screened yet, and how many of its mails failed.
pub fn count_waiting(c: &mut Conn, edition: EditionId) -> StoreResult<(i64, i64)> {
    let desk = desks::table.filter(desks::edition_id.eq(edition)).select((desks::to_screen, desks::failed_mails));
    Ok(desk.get_result(c)?)
}

/// A person, by what they have a part in.
pub fn actor_of(user: UserId, is_founder: bool, parts: &[Part]) -> Actor {
    let mut actor =
        Actor { user_id: user, is_founder, organises: Vec::new(), judges: Vec::new(), competes: Vec::new() };
    for part in parts.iter().filter(|part| part.user == user) {
        match part.kind {
            PartKind::Organises(role) => actor.organises.push((part.edition, role)),
            PartKind::Judges(juror) => actor.judges.push((part.edition, juror)),
            PartKind::Competes => actor.competes.push(part.edition),
        }
    }
    actor.competes.sort_unstable();
    actor.competes.dedup();
    actor
}
