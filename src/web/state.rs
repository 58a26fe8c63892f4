//! What every handler may reach.

use std::sync::Arc;

use crate::app::accounts::{Caller, Standing};
use crate::clock::Clock;
use crate::config::Settings;
use crate::files::Files;
use crate::metrics::Metrics;
use crate::security::password::Passwords;
use crate::security::tally_key::TallyKey;
use crate::store::Db;
use crate::web::crowd::Crowd;
use crate::web::drawn::Drawn;
use crate::web::editions::Editions;
use crate::web::jury::list::Lists;
use crate::web::organiser::counts::Counts;
use crate::web::progress::Progress;
use crate::web::public::card::Cards;
use crate::web::public::health::Readiness;
use crate::web::public::shelf::Shelf;
use crate::web::site::Looks;

/// What every handler may reach. Cheap to clone.
#[derive(Debug, Clone)]
pub struct AppState {
    /// The database.
    pub db: Db,
    /// The settings.
    pub settings: Arc<Settings>,
    /// The time.
    pub clock: Clock,
    /// Password hashing.
    pub passwords: Passwords,
    /// Uploaded files.
    pub files: Files,
    /// The key that signs tallies.
    pub tally_key: TallyKey,
    /// Pictures of laureates that were drawn.
    pub cards: Cards,
    /// Who is behind a session.
    pub standings: Crowd<Caller, Standing>,
    /// Editions.
    pub editions: Editions,
    /// Jurors' own lists.
    pub lists: Lists,
    /// Counted rounds.
    pub counts: Counts,
    /// Long pages of desks as somebody got them.
    pub drawn: Drawn,
    /// Public pages as everybody gets them.
    pub shelf: Shelf,
    /// What the installation looks like.
    pub looks: Looks,
    /// How far the exports of this node are.
    pub progress: Progress,
    /// What is counted.
    pub metrics: Metrics,
    /// Whether this node goes on answering.
    pub readiness: Readiness,
}
