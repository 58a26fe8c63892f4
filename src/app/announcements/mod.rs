//! Making winners public: now, or by itself at an embargo instant. One transaction, all or nothing.

mod publish;
mod schedule;
mod take_back;

pub use publish::{Publisher, publish_due, publish_now};
pub use schedule::{Ordered, Plan, PlannedPrize, announce, cancel, confirm, plan};
pub use take_back::{mails, take_back};
