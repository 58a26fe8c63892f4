//! Pages for everybody.

pub mod card;
pub mod embed;
pub mod fallback;
pub mod feed;
pub mod gallery;
pub mod health;
pub mod honours;
pub mod landing;
pub mod legal;
pub mod method;
pub mod own;
pub mod press;
pub mod record;
pub mod report;
pub mod rules;
pub mod shelf;
pub mod sitemap;
pub mod tally;
mod verdict;
pub mod verify;
pub mod version;
pub mod winners;
