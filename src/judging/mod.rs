//! The science of judging: who scores what, what the scores say, and the proof of it.
//! Pure code: numbers in, numbers out; nothing of web, store or clock.

pub mod assignment;
pub mod ranking;
pub mod record;
pub mod tally;
