//! What an entry competes in, and what can be won in it.

use super::ids::{CategoryId, EditionId, PrizeId};
use super::language::Localised;

/// A category of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// The edition it belongs to.
    pub edition_id: EditionId,
    /// Two to five capital letters, in the references of its entries: `AGR`.
    pub code: String,
    /// Its name.
    pub name: Localised,
    /// One sentence on what belongs in it.
    pub description: Localised,
    /// Its place in lists, from 1.
    pub position: i32,
}

/// What can be won.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prize {
    /// Its id.
    pub id: PrizeId,
    /// The edition it belongs to.
    pub edition_id: EditionId,
    /// The category it is given in; none for a prize across categories.
    pub category_id: Option<CategoryId>,
    /// Its name.
    pub name: Localised,
    /// Its place in lists, from 1.
    pub position: i32,
}

/// Why a category code is refused: it is no two to five capital letters.
pub fn is_category_code(code: &str) -> bool {
    (2..=5).contains(&code.len()) && code.chars().all(|c| c.is_ascii_uppercase())
}
