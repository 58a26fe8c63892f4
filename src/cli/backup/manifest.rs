//! What a backup holds: `manifest.json`, with the hash of every other file, and `manifest.sha256`, with its own, as
//! `sha256sum -c` reads it.

use std::io::Read;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::super::Failure;

const MANIFEST: &str = "manifest.json";
const SUM: &str = "manifest.sha256";
/// The last migration of the first version that made backups with files; theirs did not say.
const FIRST_SCHEMA: &str = "20261128000038";

/// What a backup holds.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the program that made it.
    pub version: String,
    /// The version of the last migration of the database.
    #[serde(default = "first_schema")]
    pub schema: String,
    /// When it was made.
    pub made_at: String,
    /// The parts of the database, below `database/`.
    #[serde(default)]
    pub database: Vec<Part>,
    /// The files, below `files/`.
    pub files: Vec<Part>,
}

fn first_schema() -> String {
    FIRST_SCHEMA.to_owned()
}

/// A file of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its name, in the folder of its kind.
    #[serde(alias = "name")]
    pub key: String,
    /// The SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// How many bytes.
    pub size: u64,
}

impl Part {
    /// A file as it is on the disk.
    pub fn of(folder: &Path, key: &str) -> std::io::Result<Self> {
        let mut file = std::fs::File::open(folder.join(key))?;
        let (mut hash, mut size, mut portion) = (Sha256::new(), 0, vec![0; 1 << 16]);
        loop {
            let read = file.read(&mut portion)?;
            if read == 0 {
                break;
            }
            hash.update(&portion[..read]);
            size += read as u64;
        }
        Ok(Self { key: key.to_owned(), sha256: hex::encode(hash.finalize()), size })
    }
}

impl Manifest {
    /// Writes it and its own hash; both are on the disk when it returns.
    pub fn write(&self, folder: &Path) -> Result<(), Failure> {
        let text = serde_json::to_vec_pretty(self)?;
        let sum = format!("{}  {MANIFEST}\n", hex::encode(Sha256::digest(&text)));
        for (name, content) in [(MANIFEST, text.as_slice()), (SUM, sum.as_bytes())] {
            std::fs::write(folder.join(name), content)?;
            std::fs::File::open(folder.join(name))?.sync_all()?;
        }
        Ok(())
    }

    /// Reads it. One that says another thing than it said when it was written is refused.
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let none = |e: std::io::Error| Failure(format!("{} is no backup: {MANIFEST}: {e}", folder.display()));
        let text = std::fs::read(folder.join(MANIFEST)).map_err(none)?;
        let damaged = |file: &str| Failure(format!("the backup is damaged: {file} is not what it was"));
        let manifest: Self = serde_json::from_slice(&text).map_err(|_| damaged(MANIFEST))?;
        // Backups of before had none, and no list of the parts of the database.
        if manifest.database.is_empty() && !folder.join(SUM).exists() {
            return Ok(manifest);
        }
        let sum = std::fs::read_to_string(folder.join(SUM)).map_err(|_| damaged(SUM))?;
        match sum.strip_suffix(&format!("  {MANIFEST}\n")) {
            Some(sum) if sum == hex::encode(Sha256::digest(&text)) => Ok(manifest),
            Some(_) => Err(damaged(MANIFEST)),
            None => Err(damaged(SUM)),
        }
    }

    /// The files of a backup that are not what they were, or are not there.
    pub fn damaged(&self, folder: &Path, done: impl Fn()) -> Vec<PathBuf> {
        let of = |kind: &'static str, parts: &[Part]| {
            let folder = folder.join(kind);
            let is_whole = |part: &&Part| {
                done();
                Part::of(&folder, &part.key).is_ok_and(|found| found == **part)
            };
            let bad = parts.iter().filter(|part| !is_whole(part));
            bad.map(|part| Path::new(kind).join(&part.key)).collect::<Vec<_>>()
        };
        let mut damaged = of("database", &self.database);
        damaged.extend(of("files", &self.files));
        damaged
    }

    /// Refuses a backup that is not what it was when it was made.
    pub fn check(&self, folder: &Path) -> Result<(), Failure> {
        let bar = super::super::progress((self.database.len() + self.files.len()) as u64);
        let damaged = self.damaged(folder, || bar.inc(1));
        bar.finish_and_clear();
        if damaged.is_empty() {
            return Ok(());
        }
        let names: Vec<String> = damaged.iter().take(5).map(|path| path.display().to_string()).collect();
        let more = if damaged.len() > names.len() { ", …" } else { "" };
        Err(Failure(format!("the backup is damaged: {} files: {}{more}", damaged.len(), names.join(", "))))
    }
}
