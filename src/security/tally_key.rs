//! The key that signs tallies. It lives outside the database, so that whoever can change the
//! database can't sign what they changed.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use ed25519_dalek::SigningKey;
use sha2::{Digest, Sha256};

use super::secret;
use crate::config::TallySettings;

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file can't be read or made.
    #[error("the key that signs tallies, {path}: {cause}")]
    File {
        /// Which file.
        path: String,
        /// Why.
        cause: std::io::Error,
    },
    /// What is there is no key.
    #[error("the key that signs tallies ({0}) must be 64 hexadecimal digits")]
    Shape(String),
}

/// The key that signs tallies. Cheap to clone; never printed.
#[derive(Clone)]
pub struct TallyKey(Arc<SigningKey>);

impl std::fmt::Debug for TallyKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TallyKey({})", self.public())
    }
}

impl TallyKey {
    /// The key of the settings; a file that is not there yet is made, readable by its owner only.
    pub fn open(settings: &TallySettings) -> Result<Self, KeyError> {
        if !settings.key.0.is_empty() {
            return Self::parse(&settings.key.0, "tally.key");
        }
        let path = &settings.key_path;
        let failed = |cause| KeyError::File { path: path.display().to_string(), cause };
        if !path.try_exists().map_err(failed)? {
            create(path).map_err(failed)?;
        }
        let text = std::fs::read_to_string(path).map_err(failed)?;
        Self::parse(&text, &path.display().to_string())
    }

    fn parse(text: &str, place: &str) -> Result<Self, KeyError> {
        let bytes = hex::decode(text.trim()).ok().and_then(|bytes| bytes.try_into().ok());
        let bytes: [u8; 32] = bytes.ok_or_else(|| KeyError::Shape(place.to_owned()))?;
        Ok(Self(Arc::new(SigningKey::from_bytes(&bytes))))
    }

    /// The key itself, to sign with.
    pub fn signing(&self) -> &SigningKey {
        &self.0
    }

    /// Another secret, for `purpose` and some salt, that only this key gives: nothing of it lies in the database.
    /// The key and the digest of the rest have a fixed length, so that no other input gives the same bytes.
    pub fn derive(&self, purpose: &str, salt: &str) -> [u8; 32] {
        let rest = Sha256::digest(format!("{purpose}\0{salt}"));
        Sha256::new().chain_update(self.0.to_bytes()).chain_update(rest).finalize().into()
    }

    /// The public key, 64 hexadecimal digits: what everybody checks signatures with.
    pub fn public(&self) -> String {
        hex::encode(self.0.verifying_key().to_bytes())
    }
}

/// Writes a new key beside its place and links it there: two nodes that start at once end with one
/// key, and nobody ever reads half of it.
fn create(path: &Path) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let draft = path.with_extension(format!("new-{}", &secret::random()[..16]));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&draft)?;
    writeln!(file, "{}", secret::random())?;
    file.sync_all()?;
    let linked = std::fs::hard_link(&draft, path);
    std::fs::remove_file(&draft)?;
    match linked {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Secret;

    fn at(path: &Path) -> TallySettings {
        TallySettings { key_path: path.to_owned(), key: Secret::default() }
    }

    #[test]
    fn a_key_is_made_once_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys/tally.key");
        let first = TallyKey::open(&at(&path)).unwrap();
        assert_eq!(first.public(), TallyKey::open(&at(&path)).unwrap().public());
        assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "no draft is left");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn nodes_that_start_at_once_get_the_same_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tally.key");
        let open = || TallyKey::open(&at(&path)).unwrap().public();
        let keys: Vec<String> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(open)).collect();
            threads.into_iter().map(|t| t.join().unwrap()).collect()
        });
        assert!(keys.iter().all(|key| *key == keys[0]), "{keys:?}");
    }

    #[test]
    fn something_else_is_refused_and_the_secret_is_not_printed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tally.key");
        std::fs::write(&path, "not a key").unwrap();
        assert!(TallyKey::open(&at(&path)).unwrap_err().to_string().contains("64 hexadecimal digits"));
        let secret = "7f".repeat(32);
        let key = TallyKey::open(&TallySettings { key: Secret(secret.clone()), ..at(&path) }).unwrap();
        assert!(!format!("{key:?}").contains(&secret));
    }
}
