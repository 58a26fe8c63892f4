//! Names under which bytes lie that are to go, each from an instant on.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::error::StoreResult;
use super::schema::erased_files::{self, erased_at, storage_key};
use super::types::At;

/// The instant of those that are going at this moment: nobody can take them back.
const GOING: At = At(DateTime::UNIX_EPOCH);

/// Bytes go at an instant, unless their name is taken back before.
pub fn let_go(c: &mut Conn, key: &str, at: DateTime<Utc>) -> StoreResult<()> {
    let row = (storage_key.eq(key), erased_at.eq(At(at)));
    diesel::insert_into(erased_files::table).values(row).execute(c)?;
    Ok(())
}

/// Takes a name back: its bytes stay. False when they are going, or gone.
pub fn take_back(c: &mut Conn, key: &str) -> StoreResult<bool> {
    let waiting = erased_files::table.find(key).filter(erased_at.gt(GOING));
    Ok(diesel::delete(waiting).execute(c)? == 1)
}

/// Has bytes that are to go later go at an instant.
pub fn hurry(c: &mut Conn, key: &str, at: DateTime<Utc>) -> StoreResult<()> {
    let later = erased_files::table.find(key).filter(erased_at.gt(At(at)));
    diesel::update(later).set(erased_at.eq(At(at))).execute(c)?;
    Ok(())
}

/// Every name, due or not.
pub fn list(c: &mut Conn) -> StoreResult<Vec<String>> {
    Ok(erased_files::table.select(storage_key).load(c)?)
}

/// Whether any bytes are to go by now.
pub fn has_due(c: &mut Conn, now: DateTime<Utc>) -> StoreResult<bool> {
    Ok(diesel::select(diesel::dsl::exists(erased_files::table.filter(erased_at.le(At(now))))).get_result(c)?)
}

/// The names of bytes that are to go by now, at most so many. From the end of this transaction on nobody can take
/// them back.
pub fn begin(c: &mut Conn, now: DateTime<Utc>, limit: i64) -> StoreResult<Vec<String>> {
    let due = erased_files::table.filter(erased_at.le(At(now)));
    let keys: Vec<String> = due.order((erased_at, storage_key)).select(storage_key).limit(limit).load(c)?;
    diesel::update(erased_files::table.filter(storage_key.eq_any(keys.clone()))).set(erased_at.eq(GOING)).execute(c)?;
    Ok(keys)
}

/// Notes that bytes are gone.
pub fn note_gone(c: &mut Conn, key: &str) -> StoreResult<()> {
    diesel::delete(erased_files::table.find(key)).execute(c)?;
    Ok(())
}
