//! Which version of what jurors and organisers read of an edition this is. Triggers replace it in every
//! transaction that changes any of it: nobody can forget to.
//!
//! What everybody may read has its own version (see [`super::public_state`]), which goes into each.

use std::sync::Arc;

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::{count_states, juror_states};
use crate::domain::ids::{EditionId, JurorId};

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
