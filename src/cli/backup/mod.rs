//! `digital-awards backup DIR`: the database and the files, while the site goes on.

mod manifest;
mod restore;
mod verify;

use std::path::{Path, PathBuf};

use clap::Args;

pub use manifest::{Manifest, Part};
pub use restore::Restore;
pub use verify::VerifyBackup;

use super::{Failure, Outcome, progress, say};
use crate::app::invariants::{self, Known};
use crate::clock::Clock;
use crate::config::Settings;
use crate::files::Files;
use crate::startup;
use crate::store::{self, Db};

/// How often a copy is begun anew because files were forgotten while it was made.
const ATTEMPTS: usize = 5;

/// Copy the database and the files into a new folder, while the site goes on.
#[derive(Debug, Args)]
#[command(after_help = "The key that signs tallies (tally.key_path) is not in it: keep a copy of it apart.

Example:
  digital-awards backup /var/backups/awards-2027-03-01")]
pub struct Backup {
    /// The folder to make; it must not exist.
    folder: PathBuf,
}

impl Backup {
    /// Makes the backup; a folder that is not whole is never left under the real name.
    pub fn run(self, settings: &Settings) -> Outcome {
        if self.folder.exists() {
            return Err(Failure(format!("{} exists already", self.folder.display())));
        }
        startup::prepare_database(settings)?;
        let partial = self.folder.with_extension("partial");
        for _ in 0..ATTEMPTS {
            let _ = std::fs::remove_dir_all(&partial);
            let made = fill(&partial, settings);
            if made.is_err() {
                let _ = std::fs::remove_dir_all(&partial);
            }
            let Some(manifest) = made? else { continue };
            std::fs::rename(&partial, &self.folder)?;
            say(&format!("backed up the database and {} files to {}", manifest.files.len(), self.folder.display()));
            return Ok(());
        }
        let _ = std::fs::remove_dir_all(&partial);
        Err(Failure("files were forgotten all the time while the copy was made: try again".into()))
    }
}

/// Makes the copy in a new folder; none when a file was forgotten meanwhile, so that the database of the copy may
/// name one that can't be had any more.
fn fill(folder: &Path, settings: &Settings) -> Result<Option<Manifest>, Failure> {
    let database = folder.join("database");
    std::fs::create_dir_all(&database)?;
    let db = Db::open(&settings.db_options())?;
    let known = || db.read_now(invariants::known);
    let before = known()?;
    // The database first: a file that it names was stored before its row was written.
    let schema = store::backup::dump(&settings.db_options(), &database)?;
    let after = known()?;
    if before.names().any(|name| !after.has(name)) {
        return Ok(None);
    }
    let source = Files::open(&settings.files)?;
    let target = Files::in_folder(&folder.join("files"))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let bar = progress(after.names().count() as u64);
    let mut files = Vec::new();
    for name in after.names() {
        let bytes = match runtime.block_on(source.get(name)) {
            Ok(bytes) => bytes,
            Err(_) if !known()?.has(name) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        runtime.block_on(target.put(name, bytes))?;
        let part = Part::of(&folder.join("files"), name)?;
        if after.files.get(name).is_some_and(|(sha256, _)| *sha256 != part.sha256) {
            return Err(Failure(format!("the stored file {name} is not what was uploaded: its hash differs")));
        }
        files.push(part);
        bar.inc(1);
    }
    bar.finish_and_clear();
    let manifest = Manifest {
        version: env!("CARGO_PKG_VERSION").into(),
        schema,
        made_at: Clock::system().now().to_rfc3339(),
        database: parts_of(&database)?,
        files,
    };
    manifest.write(folder)?;
    Ok(Some(manifest))
}

/// The files of a folder, by name.
fn parts_of(folder: &Path) -> Result<Vec<Part>, Failure> {
    let mut parts = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        parts.push(Part::of(folder, &entry?.file_name().to_string_lossy())?);
    }
    parts.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(parts)
}

impl Known {
    /// The names under which bytes lie that have to be kept.
    fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().chain(&self.logos).map(String::as_str)
    }

    fn has(&self, name: &str) -> bool {
        self.files.contains_key(name) || self.logos.contains(name)
    }
}
