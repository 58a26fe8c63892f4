//! The bytes in the file store, and the rows that name them.
//!
//! A name is noted before any bytes lie under it, and taken back by the row that names them, in one transaction;
//! what nobody takes back goes after a day. So whatever dies in between leaves nothing for ever, and nothing goes
//! that this database does not know of: a program that was started on another one harms no file.

use chrono::{DateTime, TimeDelta, Utc};

use super::{AppError, AppResult};
use crate::store::{self, Conn};

/// How long bytes lie that no row names: longer than any upload lasts, and any backup that has read their name.
pub const PATIENCE: TimeDelta = TimeDelta::days(1);

/// Notes a name under which bytes are about to be kept.
pub fn reserve(c: &mut Conn, key: &str, now: DateTime<Utc>) -> AppResult<()> {
    Ok(store::erased_files::let_go(c, key, now + PATIENCE)?)
}

/// A row names these bytes from now on.
pub fn claim(c: &mut Conn, key: &str) -> AppResult<()> {
    if store::erased_files::take_back(c, key)? {
        return Ok(());
    }
    // It took a day, or a clock has jumped: they may be gone already.
    Err(AppError::Unavailable(format!("the bytes of {key} were not kept")))
}

/// A row names other bytes than before from now on, or none.
pub fn exchange(c: &mut Conn, old: Option<&str>, new: Option<&str>, now: DateTime<Utc>) -> AppResult<()> {
    if let Some(key) = new {
        claim(c, key)?;
    }
    if let Some(key) = old {
        store::erased_files::let_go(c, key, now + PATIENCE)?;
    }
    Ok(())
}

/// Has reserved bytes go at once. Nothing happens to bytes that a row has claimed after all.
pub fn drop_reserved(c: &mut Conn, key: &str, now: DateTime<Utc>) -> AppResult<()> {
    Ok(store::erased_files::hurry(c, key, now)?)
}
