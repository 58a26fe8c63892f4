//! The time. Everything else takes `now` as an argument.

use chrono::{DateTime, SubsecRound, Utc};
use std::sync::{Arc, RwLock};

/// Where the time comes from: the system, or a test.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    set: Option<Arc<RwLock<DateTime<Utc>>>>,
}

impl Clock {
    /// The system's clock.
    pub fn system() -> Self {
        Self::default()
    }

    /// A clock that stands still until [`Self::set`] moves it: for tests and for making demo data.
    pub fn standing(at: DateTime<Utc>) -> Self {
        Self { set: Some(Arc::new(RwLock::new(at.trunc_subsecs(6)))) }
    }

    /// Now, to the microsecond, which is what both databases keep.
    pub fn now(&self) -> DateTime<Utc> {
        match &self.set {
            Some(at) => *at.read().unwrap_or_else(std::sync::PoisonError::into_inner),
            None => Utc::now().trunc_subsecs(6),
        }
    }

    /// Moves a standing clock. The system's clock can't be moved.
    pub fn set(&self, to: DateTime<Utc>) {
        if let Some(at) = &self.set {
            *at.write().unwrap_or_else(std::sync::PoisonError::into_inner) = to.trunc_subsecs(6);
        }
    }
}
