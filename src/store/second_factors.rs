//! What a second factor is checked with.

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::{recovery_codes, second_factors};
use crate::domain::ids::UserId;

/// The salt of a person's secret and the last step of time whose code was used; none without a second factor.
pub fn find(c: &mut Conn, user: UserId) -> StoreResult<Option<(String, i64)>> {
    let columns = (second_factors::salt, second_factors::last_step);
    second_factors::table.find(user).select(columns).first(c).optional_row()
}

/// A new salt in the place of any before.
pub fn put(c: &mut Conn, user: UserId, salt: &str) -> StoreResult<()> {
    delete(c, user)?;
    let row = (
        second_factors::user_id.eq(user),
        second_factors::salt.eq(salt.to_owned()),
        second_factors::last_step.eq(0_i64),
    );
    diesel::insert_into(second_factors::table).values(row).execute(c)?;
    Ok(())
}

/// Notes that the code of a step was used. False when that step or a later one was: a code is good once.
pub fn use_step(c: &mut Conn, user: UserId, step: i64) -> StoreResult<bool> {
    let unused = second_factors::table.find(user).filter(second_factors::last_step.lt(step));
    Ok(diesel::update(unused).set(second_factors::last_step.eq(step)).execute(c)? > 0)
}

/// Forgets a second factor and its recovery codes.
pub fn delete(c: &mut Conn, user: UserId) -> StoreResult<()> {
    set_codes(c, user, &[])?;
    diesel::delete(second_factors::table.find(user)).execute(c)?;
    Ok(())
}

/// The hashes of a person's recovery codes, in the place of those before.
pub fn set_codes(c: &mut Conn, user: UserId, hashes: &[String]) -> StoreResult<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::user_id.eq(user))).execute(c)?;
    for hash in hashes {
        let row = (recovery_codes::user_id.eq(user), recovery_codes::hash.eq(hash.clone()));
        diesel::insert_into(recovery_codes::table).values(row).execute(c)?;
    }
    Ok(())
}

/// Uses a recovery code up; false when there is none of that hash.
pub fn use_code(c: &mut Conn, user: UserId, hash: &str) -> StoreResult<bool> {
    Ok(diesel::delete(recovery_codes::table.find((user, hash.to_owned()))).execute(c)? > 0)
}

/// How many recovery codes are left.
pub fn count_codes(c: &mut Conn, user: UserId) -> StoreResult<i64> {
    Ok(recovery_codes::table.filter(recovery_codes::user_id.eq(user)).count().get_result(c)?)
}
