//! Whether the server lives, and whether it can work.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::app::AppError;
use crate::store;
use crate::web::middleware::ForMachines;
use crate::web::state::AppState;

/// How long the database may take to answer.
const PATIENCE: Duration = Duration::from_secs(1);

/// Whether this process is about to stop. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Readiness(Arc<AtomicBool>);

impl Readiness {
    /// From now on it says that it will not answer for long.
    pub fn leave(&self) {
        self.0.store(true, Ordering::Relaxed);
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
    if state.readiness.0.load(Ordering::Relaxed) {
        return Some("this process is stopping");
    }
    let question = state.db.read(|c| Ok::<_, AppError>(store::editions::find_current(c).map(drop)?));
    match tokio::time::timeout(PATIENCE, question).await {
        Ok(Ok(())) => None,
        Ok(Err(_)) => Some("the database does not answer"),
        Err(_) => Some("the database does not answer in time"),
    }
}
