//! Which version of what is public is current, asked of the database by everybody and read once for all who
//! ask at the same time.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::Mutex;

use crate::app::AppError;
use crate::store::{self, Db};

/// The version that was read last.
///
/// Whoever asks gets what was read after they asked, never before: a page that is shown for a version is at
/// least as new as the request for it, on every node, without any clock. What may still arrive late is an
/// answer to a request from before an announcement, as it may from any server.
#[derive(Debug, Clone, Default)]
pub struct Versions(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    /// How many times reading has begun.
    begun: AtomicU64,
    /// The number of the last reading that ended, and what it found.
    last: Mutex<(u64, Arc<str>)>,
}

impl Versions {
    /// The version now.
    pub async fn now(&self, db: &Db) -> Result<Arc<str>, AppError> {
        let asked = self.0.begun.load(Ordering::SeqCst);
        let mut last = self.0.last.lock().await;
        // Somebody else's reading began after this question: its answer is ours.
        if last.0 > asked {
            return Ok(Arc::clone(&last.1));
        }
        let number = self.0.begun.fetch_add(1, Ordering::SeqCst) + 1;
        let version: Arc<str> = db.read_public(|c| Ok::<_, AppError>(store::public_state::version(c)?)).await?.into();
        *last = (number, Arc::clone(&version));
        Ok(version)
    }
}
