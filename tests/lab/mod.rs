//! The results lab, through its pages: what they say is what the scores say.

mod advice;
mod entry;
mod jury;
mod ranking;
mod robustness;
pub mod world;
