//! `digital-awards invariants`: whether the database and the files are what they must be.

use clap::Args;

use super::{Failure, Outcome, say};
use crate::app::AppError;
use crate::app::invariants::{self, Finding};
use crate::clock::Clock;
use crate::config::Settings;
use crate::files::Files;
use crate::store::Db;

/// Check the database and the files, while the site goes on: one line a check, and the first few that break it.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  digital-awards invariants            exit code 1 if anything is broken
  digital-awards invariants --files    reads every file again and compares its hash")]
pub struct Invariants {
    /// Read every file and compare its hash; without it, whether it is there and how long it is.
    #[arg(long)]
    files: bool,
}

impl Invariants {
    /// Runs the command. It changes nothing, and migrates nothing.
    pub fn run(self, settings: &Settings) -> Outcome {
        let db = Db::open(&settings.db_options())?;
        let engine = db.engine();
        let now = Clock::system().now();
        let (mut findings, before) =
            db.read_now(|c| Ok::<_, AppError>((invariants::of_database(c, engine, now)?, invariants::known(c)?)))?;
        let files = Files::open(&settings.files)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let listed = runtime.block_on(files.list())?;
        let after = db.read_now(invariants::known)?;
        findings.extend(invariants::of_files(&before, &after, &listed, now));
        if self.files {
            findings.push(invariants::of_bytes(&after, |key| runtime.block_on(files.get(key)).ok()));
        }
        for finding in &findings {
            say(&line(finding));
        }
        match findings.iter().filter(|finding| !finding.is_kept()).count() {
            0 => Ok(()),
            broken => Err(Failure(format!("{broken} of {} checks found something broken", findings.len()))),
        }
    }
}

fn line(Finding { says, broken }: &Finding) -> String {
    let word = if broken.count == 0 { "ok" } else { "BROKEN" };
    let line = format!("{word:<6} {:>6}  {says}", broken.count);
    match broken.first.as_slice() {
        [] => line,
        first if first.len() < broken.count => format!("{line}: {}, …", first.join(", ")),
        first => format!("{line}: {}", first.join(", ")),
    }
}
