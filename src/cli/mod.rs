//! The command line: one file a command.
//!
//! Exit codes: 0 done, 1 could not be done (the reason is on standard error), 2 wrong arguments.

mod arenas;
mod assign;
mod audit;
mod backup;
mod bounced;
mod config;
mod demo;
mod document;
mod import;
mod invariants;
mod migrate;
mod organiser;
mod rank;
mod serve;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use document::Work;

use crate::config::Settings;
use crate::version;

/// The platform an award runs on.
#[derive(Debug, Parser)]
#[command(
    name = "digital-awards",
    version = version::LINE,
    about,
    after_help = "Examples:
  digital-awards demo                        a disposable instance full of made-up entries
  digital-awards serve                       the real thing, as config/ and the environment say
  digital-awards organiser add me@award.ma   a one-time link for the first organiser"
)]
pub struct Arguments {
    /// The folder of the settings files.
    #[arg(long, global = true, default_value = "config")]
    config_dir: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the site.
    Serve(serve::Serve),
    Demo(demo::Demo),
    /// Bring the database's schema up to date.
    Migrate,
    /// Look at the settings.
    Config(config::Config),
    Import(import::Import),
    Organiser(organiser::Organiser),
    Audit(audit::Audit),
    Invariants(invariants::Invariants),
    Backup(backup::Backup),
    Bounced(bounced::Bounced),
    Restore(backup::Restore),
    VerifyBackup(backup::VerifyBackup),
    /// Assign jurors to entries, provably as well as possible.
    Assign(assign::Assign),
    /// Rank entries from a table of scores.
    Rank(rank::Rank),
    /// Draw the first page of a PDF from standard input as a PNG on standard output.
    #[command(hide = true)]
    FirstPage,
    /// Copy a PDF from standard input to standard output without what tells who made it.
    #[command(hide = true)]
    BlindCopy,
    /// Write the words in a PDF from standard input on standard output.
    #[command(hide = true)]
    DocumentText,
    /// Check a published tally.
    Verify(verify::Verify),
}

/// Why a command could not be done, in words for a terminal.
#[derive(Debug)]
pub struct Failure(pub String);

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// The result of a command.
pub type Outcome = Result<(), Failure>;

/// Runs a command.
pub fn run(arguments: Arguments) -> ExitCode {
    if matches!(arguments.command, Command::Serve(_) | Command::Demo(_)) {
        arenas::bound();
    }
    let outcome = match arguments.command {
        Command::Serve(serve) => Settings::load(&arguments.config_dir).map_err(Into::into).and_then(|s| serve.run(s)),
        Command::Demo(demo) => demo.run(),
        Command::Migrate => Settings::load(&arguments.config_dir).map_err(Into::into).and_then(|s| migrate::run(&s)),
        Command::Import(import) => {
            Settings::load(&arguments.config_dir).map_err(Into::into).and_then(|s| import.run(&s))
        }
        Command::Organiser(organiser) => {
            Settings::load(&arguments.config_dir).map_err(Into::into).and_then(|s| organiser.run(&s))
        }
        Command::Audit(audit) => Settings::load(&arguments.config_dir).map_err(Into::into).and_then(|s| audit.run(&s)),
        Command::Invariants(invariants) => {
            Settings::load(&arguments.config_dir).map_err(Into::into).and_then(|s| invariants.run(&s))
        }
        Command::Bounced(bounced) => {
            Settings::load(&arguments.config_dir).map_err(Into::into).and_then(|s| bounced.run(&s))
        }
        Command::Backup(backup) => {
            Settings::load(&arguments.config_dir).map_err(Into::into).and_then(|s| backup.run(&s))
        }
        Command::Restore(restore) => {
            Settings::load(&arguments.config_dir).map_err(Into::into).and_then(|s| restore.run(&s))
        }
        Command::VerifyBackup(verify) => verify.run(),
        Command::Config(config) => config.run(&arguments.config_dir),
        Command::Assign(assign) => assign.run(),
        Command::Rank(rank) => rank.run(),
        Command::FirstPage => document::run(Work::FirstPage),
        Command::BlindCopy => document::run(Work::BlindCopy),
        Command::DocumentText => document::run(Work::Text),
        Command::Verify(verify) => verify.run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(reason)) => {
            complain(&format!("error: {reason}"));
            ExitCode::FAILURE
        }
    }
}

/// Prints a line of the command's answer.
pub fn say(line: &str) {
    use std::io::Write;
    // A closed pipe (`| head`) is no error of ours.
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Prints a line for the person, not for the script.
pub fn complain(line: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A progress bar on standard error; invisible where that is no terminal.
pub fn progress(total: u64) -> indicatif::ProgressBar {
    let style = indicatif::ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}")
        .unwrap_or_else(|_| indicatif::ProgressStyle::default_bar());
    indicatif::ProgressBar::new(total).with_style(style)
}
