//! Editions, in memory as long as nothing of what is public changes.

use std::sync::Arc;

use super::error::PageError;
use super::kept::{Kept, Reading, Versioned};
use crate::app::AppError;
use crate::app::accounts::Known;
use crate::domain::edition::Edition;
use crate::domain::ids::EditionId;
use crate::store::{self, Db};

/// Most bytes that are kept.
const MOST: usize = 1 << 20;
/// What an edition takes with its rules and its other texts, round about.
const EDITION: usize = 32_000;

/// The editions that are kept.
#[derive(Debug, Clone)]
pub struct Editions(Kept<EditionId, Versioned<Edition>>);

impl Default for Editions {
    fn default() -> Self {
        Self(Kept::new(MOST))
    }
}

impl Editions {
    /// An edition that somebody has a part in.
    pub async fn get(&self, db: &Db, known: &Known) -> Result<Arc<Edition>, PageError> {
        let read = || async {
            let edition = known.edition;
            let reading = db.read(move |c| {
                let version = store::public_state::version(c)?.into();
                let value = Arc::new(store::editions::get(c, edition)?);
                Ok::<_, AppError>(Reading { version, value, bytes: EDITION })
            });
            Ok(reading.await?)
        };
        self.0.get(&known.edition, &known.public, read).await
    }
}
