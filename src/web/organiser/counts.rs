//! Counted rounds, in memory as long as nothing of them changes. A count reads every sheet of its round: one is made
//! at a time, and all who want it wait for it.

use std::sync::Arc;

use actix_web::web;
use tokio::sync::{Semaphore, SemaphorePermit};

use super::results::{self, Shown};
use crate::app::accounts::Known;
use crate::app::results::lab::{self, Rankings, ScoredRound};
use crate::app::{AppError, AppResult};
use crate::domain::ids::EditionId;
use crate::domain::policy::{self, OrganiserAct};
use crate::store;
use crate::web::error::PageError;
use crate::web::extract::SignedIn;
use crate::web::kept::{Kept, Reading, Versioned};
use crate::web::state::AppState;

/// Most bytes that are kept of rankings, of rounds and of what the lab says: some of the largest.
const MOST: usize = 8 << 20;
/// What an entry takes with what it answered, and a scorecard; round about.
const ENTRY: usize = 4_000;
const SHEET: usize = 100;
/// The place of a round among the others, where it can be one.
const PLACES: std::ops::RangeInclusive<i32> = 1..=99;

/// A round that was counted.
#[derive(Debug)]
pub struct Counted {
    version: Arc<str>,
    /// The round, with everything that was scored.
    pub round: ScoredRound,
}

/// The counts that are kept.
#[derive(Debug, Clone)]
pub struct Counts {
    shown: Kept<(EditionId, Option<i32>), Versioned<Shown>>,
    rounds: Kept<EditionId, Versioned<Counted>>,
    rankings: Kept<(EditionId, bool), Versioned<Rankings>>,
    /// Held while a round is read and counted.
    counting: Arc<Semaphore>,
    /// Held while the lab computes.
    computing: Arc<Semaphore>,
}

impl Default for Counts {
    fn default() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            shown: Kept::new(MOST),
            rounds: Kept::new(MOST),
            rankings: Kept::new(MOST),
            counting: Arc::new(Semaphore::new(1)),
            computing: Arc::new(Semaphore::new(processors)),
        }
    }
}

async fn turn(of: &Semaphore) -> Result<SemaphorePermit<'_>, PageError> {
    of.acquire().await.map_err(|error| PageError::Unavailable(error.to_string()))
}

/// The edition of a word in addresses, for somebody who may see its scores.
fn decided_by<'a>(user: &'a SignedIn, slug: &str) -> Result<&'a Known, PageError> {
    let known = user.organised(slug)?;
    policy::can_organise(&user.actor, known.edition, OrganiserAct::Decide).map_err(AppError::from)?;
    Ok(known)
}

impl Counts {
    /// The ranking of a round, as its page shows it.
    pub async fn shown(
        &self,
        state: &AppState,
        user: &SignedIn,
        slug: &str,
        position: Option<i32>,
    ) -> Result<Arc<Shown>, PageError> {
        let known = decided_by(user, slug)?;
        if position.is_some_and(|position| !PLACES.contains(&position)) {
            return Err(PageError::NotFound);
        }
        let read = || async {
            let (actor, slug, edition) = (user.actor.clone(), slug.to_owned(), known.edition);
            let _turn = turn(&self.counting).await?;
            let reading = state.db.read(move |c| {
                let version = store::judging_states::of_counts(c, edition)?;
                let shown = results::load(c, &actor, &slug, position)?;
                // While a round is open what it shows may change without a new version: for nobody later.
                let version = if shown.results.is_some() { version } else { Arc::default() };
                let entries = shown.results.iter().flat_map(|results| &results.categories);
                let bytes = ENTRY * (1 + entries.map(|ranking| ranking.entries.len()).sum::<usize>());
                Ok::<_, AppError>(Reading { version, value: Arc::new(shown), bytes })
            });
            Ok(reading.await?)
        };
        self.shown.get(&(known.edition, position), &known.version, read).await
    }

    /// The last closed round of an edition, with everything that was scored; refused while there is none.
    pub async fn round(&self, state: &AppState, user: &SignedIn, slug: &str) -> Result<Arc<Counted>, PageError> {
        let known = decided_by(user, slug)?;
        let read = || async {
            let (actor, slug, edition) = (user.actor.clone(), slug.to_owned(), known.edition);
            let _turn = turn(&self.counting).await?;
            let reading = state.db.read(move |c| {
                let version = store::judging_states::of_counts(c, edition)?;
                let round = lab::load(c, &actor, &slug)?;
                let bytes = ENTRY * (1 + round.entries.len()) + SHEET * round.cards.len();
                let value = Arc::new(Counted { version: Arc::clone(&version), round });
                Ok::<_, AppError>(Reading { version, value, bytes })
            });
            Ok(reading.await?)
        };
        self.rounds.get(&known.edition, &known.version, read).await
    }

    /// What the lab says of a round: of its categories, and as a whole where that is wanted.
    pub async fn rankings(&self, counted: &Arc<Counted>, is_whole: bool) -> Result<Arc<Rankings>, PageError> {
        let read = || async {
            let value = Arc::new(self.compute(counted, move |round| lab::rankings(round, is_whole)).await?);
            let bytes = 2 * SHEET * counted.round.entries.len();
            Ok(Reading { version: Arc::clone(&counted.version), value, bytes })
        };
        self.rankings.get(&(counted.round.edition.id, is_whole), &counted.version, read).await
    }

    /// Computes from a round where long work may be done, holding no connection.
    pub async fn compute<T: Send + 'static>(
        &self,
        counted: &Arc<Counted>,
        work: impl FnOnce(&ScoredRound) -> AppResult<T> + Send + 'static,
    ) -> Result<T, PageError> {
        let _turn = turn(&self.computing).await?;
        let counted = Arc::clone(counted);
        let done = web::block(move || work(&counted.round)).await;
        Ok(done.map_err(|e| PageError::Unavailable(e.to_string()))??)
    }
}
