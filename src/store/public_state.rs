//! Which version of what the public may read this is. Triggers replace it in every transaction that changes
//! any of it: nobody can forget to.

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::public_state;

/// The version: any two states that the public could tell apart have different ones. Empty at the very
/// beginning.
pub fn version(c: &mut Conn) -> StoreResult<String> {
    let found = public_state::table.select(public_state::version).first::<String>(c).optional_row()?;
    Ok(found.unwrap_or_default())
}
