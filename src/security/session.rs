//! A signed-in browser.

use chrono::{DateTime, Duration, Utc};

use crate::domain::ids::UserId;
use crate::domain::policy::Actor;

/// A signed-in browser, as the database knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the cookie's secret, in hex.
    pub id_hash: String,
    /// Whose it is.
    pub user_id: UserId,
    /// When the person signed in.
    pub created_at: DateTime<Utc>,
    /// When it was last used.
    pub last_seen_at: DateTime<Utc>,
    /// When it ends, unless used before.
    pub expires_at: DateTime<Utc>,
    /// What the browser calls itself, shortened.
    pub user_agent: String,
    /// The address the person signed in from.
    pub address: String,
    /// When a code was given besides the password; none before, and where none is asked.
    pub second_at: Option<DateTime<Utc>>,
    /// When the person last proved who they are.
    pub proved_at: Option<DateTime<Utc>>,
}

/// How long a proof is good for what can't be taken back.
const PROOF: Duration = Duration::minutes(15);

impl Session {
    /// Whether the person proved a moment ago who they are.
    pub fn is_proved(&self, now: DateTime<Utc>) -> bool {
        self.proved_at.is_some_and(|at| now - at <= PROOF)
    }
}

/// How long a session may stay idle and how long it lives at most: shorter for organisers, who can
/// do most harm.
pub fn life(actor: &Actor) -> (Duration, Duration) {
    if actor.is_organiser() {
        (Duration::hours(1), Duration::hours(12))
    } else {
        (Duration::hours(12), Duration::days(7))
    }
}
