//! `digital-awards config check`

use std::path::Path;

use clap::{Args, Subcommand};

use super::{Outcome, say};
use crate::config::Settings;

/// Look at the settings.
#[derive(Debug, Args)]
pub struct Config {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read the settings, and print what they come to, secrets masked.
    Check,
}

impl Config {
    /// Runs the command.
    pub fn run(self, folder: &Path) -> Outcome {
        match self.command {
            Command::Check => {
                let settings = Settings::load(folder)?;
                say(settings.masked().trim_end());
                Ok(())
            }
        }
    }
}
