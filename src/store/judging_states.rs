//! Which version of what jurors and organisers read of an edition this is. Triggers replace it in every
//! transaction that changes any of it: nobody can forget to.
//!
//! What everybody may read has its own version (see [`super::public_state`]), which goes into each.

use std::sync::Arc;

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::{count_states, editions, juror_states, jurors, organisers};
use crate::domain::ids::{EditionId, JurorId, UserId};
use crate::domain::juror::JurorStatus;
use crate::domain::user::OrganiserRole;

/// Somebody's place on a jury.
#[derive(Debug, Clone)]
pub struct Judging {
    /// Whose.
    pub user: UserId,
    /// In which edition.
    pub edition: EditionId,
    /// Its word in addresses.
    pub slug: String,
    /// The juror.
    pub juror: JurorId,
    /// The version of what the juror's own list shows, without what is public.
    pub version: String,
}

/// Somebody's part in organising an edition.
#[derive(Debug, Clone)]
pub struct Organising {
    /// Whose.
    pub user: UserId,
    /// Which edition.
    pub edition: EditionId,
    /// Its word in addresses.
    pub slug: String,
    /// What the person may do.
    pub role: OrganiserRole,
    /// The version of what the counts of its closed rounds show, without what is public.
    pub version: String,
}

/// The juries that some people sit on.
pub fn list_judging(c: &mut Conn, users: &[UserId]) -> StoreResult<Vec<Judging>> {
    let rows = jurors::table
        .inner_join(editions::table)
        .left_join(juror_states::table.on(juror_states::juror_id.eq(jurors::id)))
        .filter(jurors::status.eq(JurorStatus::Accepted))
        .select((jurors::user_id, jurors::edition_id, editions::slug, jurors::id, juror_states::version.nullable()))
        .into_boxed();
    // A statement with a list is planned anew each time.
    let rows = match users {
        [one] => rows.filter(jurors::user_id.eq(Some(*one))),
        several => rows.filter(jurors::user_id.eq_any(several.iter().copied().map(Some).collect::<Vec<_>>())),
    };
    let rows = rows.load::<(Option<UserId>, EditionId, String, JurorId, Option<String>)>(c)?;
    let judging = |(user, edition, slug, juror, version): (Option<UserId>, _, _, _, Option<String>)| {
        Some(Judging { user: user?, edition, slug, juror, version: version.unwrap_or_default() })
    };
    Ok(rows.into_iter().filter_map(judging).collect())
}

/// The editions that some people organise.
pub fn list_organising(c: &mut Conn, users: &[UserId]) -> StoreResult<Vec<Organising>> {
    let rows = organisers::table
        .inner_join(editions::table)
        .left_join(count_states::table.on(count_states::edition_id.eq(organisers::edition_id)))
        .select((
            organisers::user_id,
            organisers::edition_id,
            editions::slug,
            organisers::role,
            count_states::version.nullable(),
        ))
        .into_boxed();
    let rows = match users {
        [one] => rows.filter(organisers::user_id.eq(*one)),
        several => rows.filter(organisers::user_id.eq_any(several.to_vec())),
    };
    let rows = rows.load::<(UserId, EditionId, String, OrganiserRole, Option<String>)>(c)?;
    let organising = |(user, edition, slug, role, version): (_, _, _, _, Option<String>)| {
        let version = version.unwrap_or_default();
        Organising { user, edition, slug, role, version }
    };
    Ok(rows.into_iter().map(organising).collect())
}

/// The version of what a juror's list shows.
pub fn of_juror(c: &mut Conn, juror: JurorId) -> StoreResult<Arc<str>> {
    let own = juror_states::table.find(juror).select(juror_states::version).first::<String>(c).optional_row()?;
    Ok(whole(&super::public_state::version(c)?, &own.unwrap_or_default()))
}

/// The version of what the counts of an edition's closed rounds show.
pub fn of_counts(c: &mut Conn, edition: EditionId) -> StoreResult<Arc<str>> {
    let own = count_states::table.find(edition).select(count_states::version).first::<String>(c).optional_row()?;
    Ok(whole(&super::public_state::version(c)?, &own.unwrap_or_default()))
}

/// A version, with that of what is public.
pub fn whole(public: &str, own: &str) -> Arc<str> {
    format!("{public} {own}").into()
}
