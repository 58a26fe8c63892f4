//! `digital-awards verify-backup DIR`

use std::path::PathBuf;

use clap::Args;

use super::Manifest;
use crate::cli::{Outcome, say};

/// Check that a backup is what it was when it was made: the hash of the database and of every file.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  digital-awards verify-backup /var/backups/awards-2027-03-01")]
pub struct VerifyBackup {
    /// The folder that `backup` made.
    folder: PathBuf,
}

impl VerifyBackup {
    /// Runs the command. It needs no settings: a backup is checked where it lies.
    pub fn run(&self) -> Outcome {
        let manifest = Manifest::read(&self.folder)?;
        manifest.check(&self.folder)?;
        let Manifest { version, schema, made_at, database, files } = &manifest;
        say(&format!(
            "whole: {} parts of the database and {} files, made at {made_at} by version {version}, schema {schema}",
            database.len(),
            files.len()
        ));
        Ok(())
    }
}
