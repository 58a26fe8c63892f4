//! `digital-awards audit verify`

use clap::{Args, Subcommand};

use super::{Failure, Outcome, say};
use crate::app::AppError;
use crate::app::audit::{self, ChainCheck};
use crate::config::Settings;
use crate::store::Db;

/// Check the log.
#[derive(Debug, Args)]
pub struct Audit {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Recompute the log's hash chain, and name the first row that is not as it was written.
    Verify,
}

impl Audit {
    /// Runs the command.
    pub fn run(self, settings: &Settings) -> Outcome {
        let Command::Verify = self.command;
        let db = Db::open(&settings.db_options())?;
        match db.read_now(|c| Ok::<_, AppError>(audit::verify(c)?))? {
            ChainCheck::Intact { events, head } => {
                say(&format!("intact: {events} events, head {head}"));
                Ok(())
            }
            ChainCheck::Broken { seq, reason } => Err(Failure(format!("the log is broken at event {seq}: {reason}"))),
        }
    }
}
