//! Categories of an edition, and its prizes.

use diesel::prelude::*;

use super::Conn;
use super::error::StoreResult;
use super::schema::{categories, prizes};
use super::types::Json;
use crate::domain::category::{Category, Prize};
use crate::domain::ids::{CategoryId, EditionId, PrizeId};
use crate::domain::language::Localised;

row!(CategoryRow of Category in categories {
    id: CategoryId, edition_id: EditionId, code: String, name: Json<Localised>, description: Json<Localised>, position: i32,
});
row!(PrizeRow of Prize in prizes {
    id: PrizeId, edition_id: EditionId, category_id: Option<CategoryId>, name: Json<Localised>, position: i32,
});

/// The category of an id.
pub fn get(c: &mut Conn, id: CategoryId) -> StoreResult<Category> {
    Ok(categories::table.find(id).first::<CategoryRow>(c)?.into())
}

/// The categories of an edition, in order.
pub fn list(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<Category>> {
    let rows = categories::table
        .filter(categories::edition_id.eq(edition))
        .order((categories::position, categories::code))
        .load::<CategoryRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A new category.
pub fn insert(c: &mut Conn, category: Category) -> StoreResult<()> {
    diesel::insert_into(categories::table).values(CategoryRow::from(category)).execute(c)?;
    Ok(())
}

/// Every field of a category.
pub fn update(c: &mut Conn, category: Category) -> StoreResult<()> {
    diesel::update(categories::table.find(category.id)).set(CategoryRow::from(category)).execute(c)?;
    Ok(())
}

/// Takes away a category that nothing uses, with its prizes.
pub fn delete(c: &mut Conn, id: CategoryId) -> StoreResult<()> {
    diesel::delete(prizes::table.filter(prizes::category_id.eq(Some(id)))).execute(c)?;
    diesel::delete(categories::table.find(id)).execute(c)?;
    Ok(())
}

/// The prizes of an edition, in order.
pub fn list_prizes(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<Prize>> {
    let rows = prizes::table.filter(prizes::edition_id.eq(edition)).order(prizes::position).load::<PrizeRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A new prize.
pub fn insert_prize(c: &mut Conn, prize: Prize) -> StoreResult<()> {
    diesel::insert_into(prizes::table).values(PrizeRow::from(prize)).execute(c)?;
    Ok(())
}

/// Every field of a prize.
pub fn update_prize(c: &mut Conn, prize: Prize) -> StoreResult<()> {
    diesel::update(prizes::table.find(prize.id)).set(PrizeRow::from(prize)).execute(c)?;
    Ok(())
}
