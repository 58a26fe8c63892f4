//! Accounts.

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::users;
use super::types::At;
use crate::domain::ids::UserId;
use crate::domain::language::Language;
use crate::domain::text::EmailAddress;
use crate::domain::user::User;

row!(UserRow of User in users {
    id: UserId, email: EmailAddress, name: String, password_hash: Option<String>, language: Language,
    verified_at: Option<At>, is_founder: bool, disabled_at: Option<At>, created_at: At, second_factor_at: Option<At>,
});

/// The account of an id.
pub fn get(c: &mut Conn, id: UserId) -> StoreResult<User> {
    Ok(users::table.find(id).first::<UserRow>(c)?.into())
}

/// The account of an address.
pub fn find_by_email(c: &mut Conn, email: &EmailAddress) -> StoreResult<Option<User>> {
    Ok(users::table.filter(users::email.eq(email)).first::<UserRow>(c).optional_row()?.map(Into::into))
}

/// Several accounts.
pub fn list(c: &mut Conn, ids: &[UserId]) -> StoreResult<Vec<User>> {
    let rows = users::table.filter(users::id.eq_any(ids.to_vec())).load::<UserRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A new account.
pub fn insert(c: &mut Conn, user: User) -> StoreResult<()> {
    diesel::insert_into(users::table).values(UserRow::from(user)).execute(c)?;
    Ok(())
}

/// Every field of an account.
pub fn update(c: &mut Conn, user: User) -> StoreResult<()> {
    diesel::update(users::table.find(user.id)).set(UserRow::from(user)).execute(c)?;
    Ok(())
}
