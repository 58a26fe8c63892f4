//! Whether a database and its files are what the program promises to keep: each check counts what breaks it.
//!
//! Most checks are questions to the tables alone (`store/invariants/rules.rs`); those that have to compute are
//! here.

mod content;
mod files;

use chrono::{DateTime, Utc};

pub use crate::store::invariants::{Broken, NAMED};
pub use files::{Known, known, of_bytes, of_files};

use super::AppResult;
use crate::store::{Conn, Engine, invariants};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What must be true, in a sentence.
    pub says: &'static str,
    /// What breaks it.
    pub broken: Broken,
}

impl Finding {
    fn new(says: &'static str, mut who: Vec<String>) -> Self {
        who.sort();
        let count = who.len();
        who.truncate(NAMED);
        Self { says, broken: Broken { count, first: who } }
    }

    /// Whether nothing breaks it.
    pub fn is_kept(&self) -> bool {
        self.broken.count == 0
    }
}

/// Checks one state of the database.
pub fn of_database(c: &mut Conn, engine: Engine, now: DateTime<Utc>) -> AppResult<Vec<Finding>> {
    let mut findings = Vec::new();
    for rule in invariants::RULES {
        if let Some(broken) = invariants::ask(c, engine, rule, now)? {
            findings.push(Finding { says: rule.says, broken });
        }
    }
    findings.extend(content::snapshots(c)?);
    findings.push(content::references(c)?);
    findings.push(content::tallies(c)?);
    findings.push(content::log(c)?);
    Ok(findings)
}
