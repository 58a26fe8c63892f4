//! Whether the database answers at all.
//!
//! A server that is gone refuses; one that hangs (its disk, its host, a network that swallows everything)
//! says nothing, and whoever asked would wait for ever. So it is asked something trifling all the time, on a
//! connection of its own: while that goes unanswered, nobody else waits for an answer either.

use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};

use diesel::r2d2::ManageConnection;

use super::conn::Manager;

/// How often it is asked.
const EVERY: Duration = Duration::from_millis(500);
/// After how long without an answer it is taken for hung.
const LONGEST: Duration = Duration::from_secs(3);

/// The last sign of life.
pub(super) struct Pulse {
    heard: Mutex<Instant>,
}

impl Pulse {
    /// Listens until the last of its owners is gone.
    pub(super) fn listen(manager: Manager) -> Arc<Self> {
        let pulse = Arc::new(Self { heard: Mutex::new(Instant::now()) });
        let weak = Arc::downgrade(&pulse);
        std::thread::spawn(move || ask(&manager, &weak));
        pulse
    }

    /// Whether nothing was heard for too long.
    pub(super) fn is_silent(&self) -> bool {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).elapsed() > LONGEST
    }

    /// Returns when nothing was heard for too long.
    pub(super) async fn silence(&self) {
        while !self.is_silent() {
            tokio::time::sleep(EVERY).await;
        }
    }
}

fn ask(manager: &Manager, pulse: &Weak<Pulse>) {
    let mut line = None;
    loop {
        std::thread::sleep(EVERY);
        if pulse.strong_count() == 0 {
            return;
        }
        let answer = match &mut line {
            Some(known) => manager.is_valid(known),
            none => manager.connect().map(|new| *none = Some(new)),
        };
        if answer.is_err() {
            line = None;
        }
        // A refusal is a sign of life too: whoever asks is refused at once as well.
        let Some(pulse) = pulse.upgrade() else { return };
        *pulse.heard.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }
}
