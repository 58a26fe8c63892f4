//! Making winners public: now, or by itself at an embargo instant. One transaction, all or nothing.

mod publish;
mod schedule;

pub use publish::{Publisher, publish_due, publish_now};
pub use schedule::{Plan, PlannedPrize, announce, cancel, plan};
