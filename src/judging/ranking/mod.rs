//! What the scores say: plain weighted means, computed exactly.

pub mod decimal;
pub mod order;
pub mod ratio;
pub mod weighted;
