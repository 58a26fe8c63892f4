//! `digital-awards backup DIR`: the database and the files, while the site goes on.

use std::path::{Path, PathBuf};

use bytes::Bytes;
use clap::Args;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Failure, Outcome, progress, say};
use crate::app::AppError;
use crate::clock::Clock;
use crate::config::Settings;
use crate::files::Files;
use crate::startup;
use crate::store::{self, Db};

/// Copy the database and the files into a new folder, while the site goes on.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  digital-awards backup /var/backups/awards-2027-03-01")]
pub struct Backup {
    /// The folder to make; it must not exist.
    folder: PathBuf,
}

/// What a backup holds, in its `manifest.json`.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) version: String,
    pub(super) made_at: String,
    pub(super) files: Vec<ManifestFile>,
}

/// A file of a backup.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ManifestFile {
    pub(super) key: String,
    pub(super) sha256: String,
    pub(super) size: i64,
}

impl Backup {
    /// Makes the backup; a folder that is not whole is never left under the real name.
    pub fn run(self, settings: &Settings) -> Outcome {
        if self.folder.exists() {
            return Err(Failure(format!("{} exists already", self.folder.display())));
        }
        let partial = self.folder.with_extension("partial");
        let _ = std::fs::remove_dir_all(&partial);
        let count = fill(&partial, settings)?;
        std::fs::rename(&partial, &self.folder)?;
        say(&format!("backed up the database and {count} files to {}", self.folder.display()));
        Ok(())
    }
}

fn fill(folder: &Path, settings: &Settings) -> Result<usize, Failure> {
    std::fs::create_dir_all(folder.join("database"))?;
    std::fs::create_dir_all(folder.join("files"))?;
    startup::prepare_database(settings)?;
    // The database first: a file that it names was stored before its row was written.
    store::backup::dump(&settings.db_options(), &folder.join("database"))?;
    let db = Db::open(&settings.db_options())?;
    let (known, logos) = db.read_now(|c| {
        Ok::<_, AppError>((store::entry_files::list_storage(c)?, store::organisations::list_logos(c)?))
    })?;
    let source = Files::open(&settings.files)?;
    let target = Files::in_folder(&folder.join("files"))?;
    let bar = progress(known.len() as u64);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut files = Vec::new();
    for (key, sha256, size) in known {
        let bytes: Bytes = runtime.block_on(source.get(&key))?;
        if hex::encode(Sha256::digest(&bytes)) != sha256 {
            return Err(Failure(format!("the stored file {key} is not what was uploaded: its hash differs")));
        }
        runtime.block_on(target.put(&key, bytes))?;
        files.push(ManifestFile { key, sha256, size });
        bar.inc(1);
    }
    for key in logos {
        let bytes: Bytes = runtime.block_on(source.get(&key))?;
        let (sha256, size) = (hex::encode(Sha256::digest(&bytes)), i64::try_from(bytes.len())?);
        runtime.block_on(target.put(&key, bytes))?;
        files.push(ManifestFile { key, sha256, size });
    }
    bar.finish_and_clear();
    let count = files.len();
    let made_at = Clock::system().now().to_rfc3339();
    let manifest = Manifest { version: env!("CARGO_PKG_VERSION").into(), made_at, files };
    std::fs::write(folder.join("manifest.json"), serde_json::to_vec_pretty(&manifest)?)?;
    Ok(count)
}
