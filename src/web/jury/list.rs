//! Jurors' own lists, in memory as long as nothing of them changes.

use std::sync::Arc;

use crate::app::scoring::{self, Dashboard};
use crate::app::{AppError, practice};
use crate::domain::ids::JurorId;
use crate::store;
use crate::web::error::PageError;
use crate::web::extract::SignedIn;
use crate::web::kept::{Kept, Reading, Versioned};
use crate::web::state::AppState;

/// Most bytes that are kept: the lists of a few hundred jurors.
const MOST: usize = 8 << 20;
/// What goes with a list, round about, and what a line takes.
const HEAD: usize = 4_000;
const LINE: usize = 400;

/// What a juror's dashboard shows.
#[derive(Debug)]
pub struct List {
    /// The edition, the juror, and what they score.
    pub dashboard: Dashboard,
    /// How many practice entries wait.
    pub practices: usize,
}

/// The lists that are kept.
#[derive(Debug, Clone)]
pub struct Lists(Kept<JurorId, Versioned<List>>);

impl Default for Lists {
    fn default() -> Self {
        Self(Kept::new(MOST))
    }
}

impl Lists {
    /// The list of somebody who judges an edition.
    pub async fn get(&self, state: &AppState, user: &SignedIn, slug: &str) -> Result<Arc<List>, PageError> {
        let known = user.jury(slug)?;
        let juror = user.actor.juror_in(known.edition).ok_or(PageError::NotFound)?;
        let read = || async {
            let (actor, slug) = (user.actor.clone(), slug.to_owned());
            let reading = state.db.read(move |c| {
                let version = store::judging_states::of_juror(c, juror)?;
                let dashboard = scoring::dashboard(c, &actor, &slug)?;
                let practices = practice::waiting(c, dashboard.edition.id, &dashboard.juror)?;
                let lines = dashboard.queue.as_ref().map_or(0, |queue| queue.items.len());
                let value = Arc::new(List { dashboard, practices });
                Ok::<_, AppError>(Reading { version, value, bytes: HEAD + lines * LINE })
            });
            Ok(reading.await?)
        };
        self.0.get(&juror, &known.version, read).await
    }
}
