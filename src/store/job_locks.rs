//! One holder per job across all nodes, until an instant: a node that dies frees its jobs by time.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::dialect::BothExt;
use super::error::StoreResult;
use super::schema::job_locks;
use super::types::At;

/// Ends the hold of a job at another instant.
pub fn put_off(c: &mut Conn, name: &str, until: DateTime<Utc>) -> StoreResult<()> {
    diesel::update(job_locks::table.find(name)).set(job_locks::held_until.eq(At(until))).execute(c)?;
    Ok(())
}

/// Takes a job until an instant; false when another node holds it. A holder may prolong its hold;
/// nobody (an empty holder) may not, which makes the lock a timer. A hold that ends later than any that could
/// begin now is of a clock that was ahead and was put right: it holds nothing.
pub fn take(c: &mut Conn, name: &str, holder: &str, now: DateTime<Utc>, until: DateTime<Utc>) -> StoreResult<bool> {
    let inserted = diesel::insert_into(job_locks::table)
        .values((job_locks::name.eq(name), job_locks::holder.eq(holder), job_locks::held_until.eq(At(until))))
        .on_conflict(job_locks::name)
        .do_nothing()
        .both()
        .execute(c)?;
    if inserted == 1 {
        return Ok(true);
    }
    let is_over = job_locks::held_until.le(At(now)).or(job_locks::held_until.gt(At(until)));
    let is_own = job_locks::holder.eq(holder).and(job_locks::holder.ne(""));
    let target = job_locks::table.find(name).filter(is_over.or(is_own));
    let taken =
        diesel::update(target).set((job_locks::holder.eq(holder), job_locks::held_until.eq(At(until)))).execute(c)?;
    Ok(taken == 1)
}
