//! `digital-awards restore DIR`: a backup, put back into an empty place.

use std::path::PathBuf;

use clap::Args;
use sha2::{Digest, Sha256};

use super::backup::Manifest;
use super::{Failure, Outcome, progress, say};
use crate::config::Settings;
use crate::files::Files;
use crate::startup;
use crate::store::{self, Engine};

/// Put a backup back into an empty database and an empty file store.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  digital-awards restore /var/backups/awards-2027-03-01")]
pub struct Restore {
    /// The folder that `backup` made.
    folder: PathBuf,
}

impl Restore {
    /// Checks every file of the backup, then puts it back.
    pub fn run(self, settings: &Settings) -> Outcome {
        let text = std::fs::read(self.folder.join("manifest.json"))
            .map_err(|e| Failure(format!("{} is no backup: manifest.json: {e}", self.folder.display())))?;
        let manifest: Manifest = serde_json::from_slice(&text)?;
        let source = Files::in_folder(&self.folder.join("files"))?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        for file in &manifest.files {
            let bytes = runtime.block_on(source.get(&file.key))?;
            if hex::encode(Sha256::digest(&bytes)) != file.sha256 {
                return Err(Failure(format!("the backup is damaged: the file {} has another hash", file.key)));
            }
        }
        let options = settings.db_options();
        if Engine::of(&options.url)? == Engine::Postgres {
            startup::prepare_database(settings)?;
        }
        store::backup::load(&options, &self.folder.join("database"))?;
        startup::prepare_database(settings)?;
        let target = Files::open(&settings.files)?;
        let bar = progress(manifest.files.len() as u64);
        for file in &manifest.files {
            let bytes = runtime.block_on(source.get(&file.key))?;
            runtime.block_on(target.put(&file.key, bytes))?;
            bar.inc(1);
        }
        bar.finish_and_clear();
        say(&format!("restored the database and {} files of {}", manifest.files.len(), manifest.made_at));
        Ok(())
    }
}
