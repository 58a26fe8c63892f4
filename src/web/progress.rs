//! How far the exports are that this node is making: kept in memory, for the page that waits for one. Behind several
//! nodes a page may ask another one, which knows nothing; it shows then that something is being made, and not how far.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::domain::ids::UserId;

/// How long it is known how far an export came.
const KEPT: Duration = Duration::from_secs(3600);
/// Most exports of which it is known.
const MOST: usize = 1000;

/// The steps of one export: rows and files.
#[derive(Debug, Clone, Default)]
pub struct Steps {
    /// Those that are done.
    pub done: Arc<AtomicU64>,
    total: Arc<AtomicU64>,
    finished: Arc<AtomicBool>,
}

impl Steps {
    /// There are so many more to do.
    pub fn expect(&self, more: u64) {
        self.total.fetch_add(more, Ordering::Relaxed);
    }

    /// One more is done.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// It is made, whatever was expected.
    pub fn finish(&self) {
        self.finished.store(true, Ordering::Relaxed);
    }

    /// How far it is.
    pub fn so_far(&self) -> SoFar {
        SoFar {
            done: self.done.load(Ordering::Relaxed),
            total: self.total.load(Ordering::Relaxed),
            finished: self.finished.load(Ordering::Relaxed),
        }
    }
}

/// How far an export is. What is expected grows while its tables are opened one after another: only `finished` says
/// that it is made.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct SoFar {
    done: u64,
    total: u64,
    finished: bool,
}

/// The exports of this node, each by who asked and by the ticket that their page chose.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Mutex<Begun>>);

type Begun = BTreeMap<(UserId, String), (Instant, Steps)>;

impl Progress {
    /// A new export.
    pub fn begin(&self, who: UserId, ticket: &str) -> Steps {
        let steps = Steps::default();
        if !ticket.is_empty() && ticket.len() <= 64 {
            let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            all.retain(|_, (begun, _)| begun.elapsed() < KEPT);
            if all.len() < MOST {
                all.insert((who, ticket.to_owned()), (Instant::now(), steps.clone()));
            }
        }
        steps
    }

    /// How far an export of a person is; none that this node knows of.
    pub fn find(&self, who: UserId, ticket: &str) -> Option<SoFar> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(&(who, ticket.to_owned())).map(|(_, steps)| steps.so_far())
    }
}
