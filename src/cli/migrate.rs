//! `digital-awards migrate`

use super::{Outcome, say};
use crate::config::Settings;
use crate::startup;

/// Brings the schema up to date and says what it did.
pub fn run(settings: &Settings) -> Outcome {
    let ran = startup::prepare_database(settings)?;
    if ran.is_empty() {
        say("the database is up to date");
    }
    for name in ran {
        say(&format!("migrated {name}"));
    }
    Ok(())
}
