//! Whether the server lives, and whether it can work.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::app::AppError;
use crate::store;
use crate::web::middleware::ForMachines;
use crate::web::state::AppState;

/// How long the database may take to answer.
const PATIENCE: Duration = Duration::from_secs(1);
/// How many may ask it at once: whoever asks one that hangs keeps a thread.
const ASKING: usize = 4;

/// Whether this process is about to stop, and how many wait for the database. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Readiness(Arc<Flags>);

#[derive(Debug, Default)]
struct Flags {
    is_leaving: AtomicBool,
    asking: AtomicUsize,
}

impl Readiness {
    /// From now on it says that it will not answer for long.
    pub fn leave(&self) {
        self.0.is_leaving.store(true, Ordering::Relaxed);
    }
}

/// The process answers. The database is never asked: whoever restarts processes that don't live must not restart
/// all of them because a database is gone.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("live\n")
}

/// The database answers too, and the process is not about to stop.
pub async fn ready(state: Data<AppState>) -> HttpResponse {
    match refusal(&state).await {
        None => HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n"),
        Some(reason) => {
            let mut answer = HttpResponse::ServiceUnavailable()
                .content_type("text/plain; charset=utf-8")
                .body(format!("not ready: {reason}\n"));
            answer.extensions_mut().insert(ForMachines);
            answer
        }
    }
}

async fn refusal(state: &AppState) -> Option<&'static str> {
    let flags = &state.readiness.0;
    if flags.is_leaving.load(Ordering::Relaxed) {
        return Some("this process is stopping");
    }
    let asking = Asking(state.readiness.clone());
    if flags.asking.fetch_add(1, Ordering::Relaxed) >= ASKING {
        return Some("the database has not answered those who asked before");
    }
    let question = state.db.read(move |c| {
        let found = store::editions::find_current(c).map(drop);
        drop(asking);
        Ok::<_, AppError>(found?)
    });
    match tokio::time::timeout(PATIENCE, question).await {
        Ok(Ok(())) => None,
        Ok(Err(_)) => Some("the database does not answer"),
        Err(_) => Some("the database does not answer in time"),
    }
}

/// Held while the database is asked, also when nobody waits for the answer any more.
struct Asking(Readiness);

impl Drop for Asking {
    fn drop(&mut self) {
        self.0.0.asking.fetch_sub(1, Ordering::Relaxed);
    }
}
