//! Uploaded files: their bytes, on a local folder or an S3-compatible store, under random names.

mod apart;
pub mod archive;
pub mod blind_copy;
pub mod document_text;
pub mod first_page;
pub mod imports;
mod listing;
mod partial;
pub mod sniff;
mod spool;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use futures_util::TryStreamExt;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use sha2::{Digest, Sha256};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::config::{FileSettings, FileStore};
use crate::domain::file::{blind_key, preview_key, text_key};
pub use listing::Listed;
use sniff::{Accepted, FileRefusal};
pub use spool::Spool;

/// Most pictures decoded at once: a large one takes 200 MB for a moment.
const DECODED_AT_ONCE: usize = 2;
/// Most uploads held whole in memory at once: the others wait in temporary files.
const IN_HAND: usize = 4;

/// Why bytes could not be kept or fetched.
#[derive(Debug, thiserror::Error)]
#[error("file store: {0}")]
pub struct FilesError(String);

impl From<object_store::Error> for FilesError {
    fn from(error: object_store::Error) -> Self {
        Self(error.to_string())
    }
}

/// Where bytes are kept.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    /// Where it lies, if it is a folder of this machine.
    folder: Option<PathBuf>,
    decoding: Arc<Semaphore>,
    hands: Arc<Semaphore>,
    renderer: PathBuf,
}

impl std::fmt::Debug for Files {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Files").finish_non_exhaustive()
    }
}

impl Files {
    /// Opens the store that the settings name; a folder is created.
    pub fn open(settings: &FileSettings) -> Result<Self, FilesError> {
        let files = match settings.store {
            FileStore::Folder => Self::in_folder(&settings.folder),
            FileStore::S3 => Self::on_s3(settings),
        }?;
        let own = settings.renderer.as_os_str().is_empty();
        Ok(if own { files } else { Self { renderer: settings.renderer.clone(), ..files } })
    }

    /// A folder on this machine.
    pub fn in_folder(folder: &Path) -> Result<Self, FilesError> {
        std::fs::create_dir_all(folder).map_err(|e| FilesError(format!("{}: {e}", folder.display())))?;
        let store = object_store::local::LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
        Ok(Self { folder: Some(folder.to_owned()), ..Self::over(Arc::new(store)) })
    }

    #[cfg(feature = "s3")]
    fn on_s3(settings: &FileSettings) -> Result<Self, FilesError> {
        let store = object_store::aws::AmazonS3Builder::new()
            .with_endpoint(&settings.s3_endpoint)
            .with_region(&settings.s3_region)
            .with_bucket_name(&settings.s3_bucket)
            .with_access_key_id(&settings.s3_access_key)
            .with_secret_access_key(&settings.s3_secret_key.0)
            .with_allow_http(settings.s3_endpoint.starts_with("http://"))
            // One by one: servers differ in what they answer to a list, above all about what is not there.
            .with_disable_bulk_delete(true)
            .build()?;
        Ok(Self::over(Arc::new(store)))
    }

    #[cfg(not(feature = "s3"))]
    fn on_s3(_: &FileSettings) -> Result<Self, FilesError> {
        Err(FilesError("this binary was built without the feature s3".into()))
    }

    fn over(store: Arc<dyn ObjectStore>) -> Self {
        // A platform that can't tell shows documents without a picture.
        let renderer = std::env::current_exe().unwrap_or_default();
        let [decoding, hands] = [DECODED_AT_ONCE, IN_HAND].map(|most| Arc::new(Semaphore::new(most)));
        Self { store, folder: None, decoding, hands, renderer }
    }

    /// Waits until an upload may be held whole in memory; as long as what is returned is kept.
    pub async fn hold(&self) -> Result<OwnedSemaphorePermit, FilesError> {
        Arc::clone(&self.hands).acquire_owned().await.map_err(|e| FilesError(e.to_string()))
    }

    /// What to keep of an uploaded file, or why it is refused (see [`sniff::accept`]); off the
    /// request threads, few at a time.
    pub async fn accept(&self, bytes: Bytes) -> Result<Result<Accepted, FileRefusal>, FilesError> {
        let permit = Arc::clone(&self.decoding).acquire_owned().await.map_err(|e| FilesError(e.to_string()))?;
        let work = move || {
            let accepted = sniff::accept(bytes);
            drop(permit);
            accepted
        };
        tokio::task::spawn_blocking(work).await.map_err(|e| FilesError(e.to_string()))
    }

    /// Draws the first page of a document and keeps it beside the bytes; false when it can't be drawn.
    pub async fn keep_first_page(&self, key: &str, pdf: Bytes) -> Result<bool, FilesError> {
        let drawn = self.make(&preview_key(key), first_page::COMMAND, first_page::MAX_BYTES, pdf).await?;
        Ok(drawn.is_some())
    }

    /// The picture of a document's first page; drawn again where it is gone, as after a restore.
    pub async fn first_page(&self, key: &str) -> Result<Option<Bytes>, FilesError> {
        self.made(key, &preview_key(key), first_page::COMMAND, first_page::MAX_BYTES).await
    }

    /// A document without what tells who made it; none of one that can't be copied.
    pub async fn blind_copy(&self, key: &str) -> Result<Option<Bytes>, FilesError> {
        self.made(key, &blind_key(key), blind_copy::COMMAND, blind_copy::MAX_BYTES).await
    }

    /// The words in a document; none of one that can't be read.
    pub async fn document_text(&self, key: &str) -> Result<Option<Bytes>, FilesError> {
        self.made(key, &text_key(key), document_text::COMMAND, document_text::MAX_BYTES + 1).await
    }

    /// What a command makes of a document: made once, and kept beside the bytes.
    async fn made(&self, key: &str, kept: &str, command: &str, most: u64) -> Result<Option<Bytes>, FilesError> {
        if let Ok(made) = self.get(kept).await {
            return Ok(Some(made));
        }
        let pdf = self.get(key).await?;
        self.make(kept, command, most, pdf).await
    }

    /// Has a command make something of a document, and keeps it; none when that fails.
    async fn make(&self, kept: &str, command: &str, most: u64, pdf: Bytes) -> Result<Option<Bytes>, FilesError> {
        let permit = self.decoding.acquire().await.map_err(|e| FilesError(e.to_string()))?;
        let made = apart::of(&self.renderer, command, pdf, most).await;
        drop(permit);
        if let Some(made) = &made {
            self.put(kept, made.clone()).await?;
        }
        Ok(made)
    }

    /// A new random name, in one of 256 folders so that none grows too long.
    pub fn new_key() -> String {
        let secret = crate::security::secret::random();
        format!("{}/{}", &secret[..2], &secret[2..42])
    }

    /// Keeps bytes under a name. Returns when they are safe: only then may a row name them.
    pub async fn put(&self, key: &str, bytes: Bytes) -> Result<(), FilesError> {
        self.store.put(&Key::from(key), PutPayload::from_bytes(bytes)).await?;
        Ok(())
    }

    /// The bytes of a name.
    pub async fn get(&self, key: &str) -> Result<Bytes, FilesError> {
        Ok(self.store.get(&Key::from(key)).await?.bytes().await?)
    }

    /// SHA-256 of the bytes of a name, in hex; none when there are none. They are read piece by piece.
    pub async fn hash(&self, key: &str) -> Result<Option<String>, FilesError> {
        let mut pieces = match self.store.get(&Key::from(key)).await {
            Ok(found) => found.into_stream(),
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let mut hash = Sha256::new();
        while let Some(piece) = pieces.try_next().await? {
            hash.update(&piece);
        }
        Ok(Some(hex::encode(hash.finalize())))
    }

    /// Forgets the bytes of a name and everything that was made of them.
    pub async fn erase(&self, key: &str) -> Result<(), FilesError> {
        for made in [preview_key(key), blind_key(key), text_key(key), key.to_owned()] {
            self.delete(&made).await?;
        }
        Ok(())
    }

    /// Forgets the bytes of a name. Nothing happens when there are none.
    pub async fn delete(&self, key: &str) -> Result<(), FilesError> {
        match self.store.delete(&Key::from(key)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}
