//! The jury's deliberation: a room in which a closed round is talked about, motions are put and voted on,
//! and decisions are taken with their reasons.
//!
//! Whoever has a tie with an entry steps out: for them the room has neither the entry nor a motion about it.

mod motions;
mod reopen;
mod room;
mod seats;
mod view;

pub use motions::{TypedMotion, decide, put, vote, withdraw};
pub use reopen::{Reopened, ask_to_reopen, confirm_reopening};
pub use room::{Opening, open_room, pause_room, standings, talk};
pub use seats::Seat;
pub use view::{CategoryView, Line, MotionView, Own, RoomView, acts, view};

/// Longest text of a motion, and longest reason, in characters.
const TEXT_LIMIT: usize = 1000;
