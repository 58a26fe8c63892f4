//! The tally: a round counted, frozen, signed and open to anyone's check.
//!
//! [`draft::Draft::count`] turns a closed round into lines, [`seal::Sealed`] signs them, and
//! [`verify::verify`] checks a file without trusting whoever made it.

pub mod canonical;
mod compare;
pub mod count;
pub mod draft;
pub mod lines;
pub mod read;
pub mod seal;
pub mod verify;
