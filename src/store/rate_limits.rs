//! How often something was tried, counted in the database so that all nodes count together.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::dialect::BothExt;
use super::error::StoreResult;
use super::schema::rate_limits;
use super::types::At;

/// Counts one more try in a window, and says how many there are now.
pub fn hit(c: &mut Conn, bucket: &str, window_start: DateTime<Utc>) -> StoreResult<i32> {
    Ok(diesel::insert_into(rate_limits::table)
        .values((
            rate_limits::bucket.eq(bucket),
            rate_limits::window_start.eq(At(window_start)),
            rate_limits::hits.eq(1),
        ))
        .on_conflict((rate_limits::bucket, rate_limits::window_start))
        .do_update()
        .set(rate_limits::hits.eq(rate_limits::hits + 1))
        .returning(rate_limits::hits)
        .both()
        .get_result(c)?)
}

/// How many tries there were in a window.
pub fn count(c: &mut Conn, bucket: &str, window_start: DateTime<Utc>) -> StoreResult<i32> {
    use super::error::OptionalRow;
    let hits = rate_limits::table.find((bucket, At(window_start))).select(rate_limits::hits).first(c).optional_row()?;
    Ok(hits.unwrap_or(0))
}

/// Takes one try back: it was none.
pub fn unhit(c: &mut Conn, bucket: &str, window_start: DateTime<Utc>) -> StoreResult<()> {
    diesel::update(rate_limits::table.find((bucket, At(window_start))).filter(rate_limits::hits.gt(0)))
        .set(rate_limits::hits.eq(rate_limits::hits - 1))
        .execute(c)?;
    Ok(())
}

/// Forgets a bucket: the person has proved who they are.
pub fn clear(c: &mut Conn, bucket: &str) -> StoreResult<()> {
    diesel::delete(rate_limits::table.filter(rate_limits::bucket.eq(bucket))).execute(c)?;
    Ok(())
}

/// Forgets windows that began before an instant.
pub fn delete_before(c: &mut Conn, before: DateTime<Utc>) -> StoreResult<usize> {
    Ok(diesel::delete(rate_limits::table.filter(rate_limits::window_start.lt(At(before)))).execute(c)?)
}
