//! `digital-awards restore DIR`: a backup, put back into an empty place.

use std::path::PathBuf;

use clap::Args;

use super::Manifest;
use crate::cli::{Failure, Outcome, progress, say};
use crate::config::Settings;
use crate::files::Files;
use crate::{startup, store};

/// Put a backup back into an empty database and an empty file store. One of an older version is brought up to date.
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
        let manifest = Manifest::read(&self.folder)?;
        if !store::migrations::knows(&manifest.schema)? {
            let Manifest { version, schema, .. } = &manifest;
            return Err(Failure(format!(
                "this backup was made by a newer version ({version}, schema {schema}): restore it with that one"
            )));
        }
        manifest.check(&self.folder)?;
        let source = Files::in_folder(&self.folder.join("files"))?;
        let target = Files::open(&settings.files)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        // The database last: what it names is there when it is.
        startup::prepare_folder(settings)?;
        store::backup::check_empty(&settings.db_options())?;
        let bar = progress(manifest.files.len() as u64);
        for file in &manifest.files {
            let bytes = runtime.block_on(source.get(&file.key))?;
            runtime.block_on(target.put(&file.key, bytes))?;
            bar.inc(1);
        }
        bar.finish_and_clear();
        store::backup::load(&settings.db_options(), &self.folder.join("database"), &manifest.schema)?;
        let ran = startup::prepare_database(settings)?;
        say(&format!("restored the database and {} files of {}", manifest.files.len(), manifest.made_at));
        if !ran.is_empty() {
            say(&format!("brought up to date by {} migrations", ran.len()));
        }
        Ok(())
    }
}
