//! A copy of a PostgreSQL database that follows it: public pages are read there, so that a rush of visitors
//! takes nothing from those who work. It may be a moment behind; nothing is decided on it.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use diesel::r2d2::{Pool, PooledConnection};

use super::conn::Manager;
use super::db::{self, DbOptions};
use super::dialect;

/// How long a copy that does not answer is left alone.
const REST: Duration = Duration::from_secs(5);

/// The copy, and until when it is not asked.
pub(super) struct Replica {
    pool: Pool<Manager>,
    rests_until: Mutex<Option<Instant>>,
}

impl Replica {
    pub(super) fn new(options: &DbOptions) -> Self {
        let manager = Manager { url: options.replica_url.clone(), statement_timeout: options.statement_timeout };
        // The database itself stands in for it: waiting long would be no help.
        let pool = db::pool_of(&manager, options.pool_size, Duration::from_secs(1));
        Self { pool, rests_until: Mutex::default() }
    }

    /// A connection on which a reading transaction has begun; none while the copy does not answer.
    pub(super) fn begin(&self) -> Option<PooledConnection<Manager>> {
        let mut rests_until = self.rests_until.lock().unwrap_or_else(PoisonError::into_inner);
        if rests_until.is_some_and(|until| Instant::now() < until) {
            return None;
        }
        *rests_until = None;
        drop(rests_until);
        match db::begin(&self.pool, dialect::begin_read) {
            Ok(line) => Some(line),
            Err(error) => {
                tracing::warn!(%error, "the copy for public pages does not answer; the database itself stands in");
                *self.rests_until.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now() + REST);
                None
            }
        }
    }
}
