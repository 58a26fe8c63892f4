//! Pages for everybody.

pub mod fallback;
pub mod health;
pub mod landing;
pub mod legal;
