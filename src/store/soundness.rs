//! Whether the database is whole. A damaged one is read, so that what is there can be saved, and never
//! written: that would spread the damage.

use std::sync::{Mutex, PoisonError};

use super::error::StoreError;

/// What was found wrong, if anything.
#[derive(Default)]
pub(super) struct Soundness {
    damage: Mutex<Option<String>>,
}

impl Soundness {
    /// Notes what an examination found.
    pub(super) fn note(&self, found: Option<String>) {
        *self.damage.lock().unwrap_or_else(PoisonError::into_inner) = found;
    }

    /// Refuses where something is wrong.
    pub(super) fn check(&self) -> Result<(), StoreError> {
        match &*self.damage.lock().unwrap_or_else(PoisonError::into_inner) {
            None => Ok(()),
            Some(damage) => Err(StoreError::Unavailable(format!("the database is damaged: {damage}"))),
        }
    }
}
