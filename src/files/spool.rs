//! Bytes that arrive: a piece of them in memory, the rest in a temporary file. However many upload at once, and
//! however slowly, it takes little memory.

use std::fs::File;
use std::io::{Read, Seek, Write};

use super::FilesError;

/// How much waits in memory.
const PIECE: usize = 256 * 1024;

/// Bytes that arrive. The file is gone with it, or with the process.
#[derive(Debug, Default)]
pub struct Spool {
    file: Option<File>,
    /// What is not in the file yet.
    waiting: Vec<u8>,
    length: usize,
}

impl Spool {
    /// How many bytes have arrived.
    pub fn length(&self) -> usize {
        self.length
    }

    /// Takes more.
    pub async fn push(&mut self, bytes: &[u8]) -> Result<(), FilesError> {
        self.waiting.extend_from_slice(bytes);
        self.length += bytes.len();
        if self.waiting.len() < PIECE {
            return Ok(());
        }
        let (file, piece) = (self.file.take(), std::mem::take(&mut self.waiting));
        let write = move || {
            let mut file = file.map_or_else(tempfile::tempfile, Ok)?;
            file.write_all(&piece)?;
            Ok(file)
        };
        self.file = Some(apart(write).await?);
        Ok(())
    }

    /// All of them, in memory.
    pub async fn whole(self) -> Result<Vec<u8>, FilesError> {
        let Some(mut file) = self.file else { return Ok(self.waiting) };
        let read = move || {
            let mut whole = Vec::with_capacity(self.length);
            file.rewind()?;
            file.read_to_end(&mut whole)?;
            whole.extend_from_slice(&self.waiting);
            Ok(whole)
        };
        apart(read).await
    }
}

/// Does something with the disk, off the request threads.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> std::io::Result<T> + Send + 'static) -> Result<T, FilesError> {
    let done = tokio::task::spawn_blocking(work).await.map_err(|e| FilesError(e.to_string()))?;
    done.map_err(|e| FilesError(format!("temporary file: {e}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_arrives_in_pieces_comes_out_whole() {
        for length in [0, 1, PIECE - 1, PIECE, 3 * PIECE + 17] {
            let bytes: Vec<u8> = (0..length).map(|n| u8::try_from(n % 251).unwrap()).collect();
            let mut spool = Spool::default();
            for chunk in bytes.chunks(30_000) {
                spool.push(chunk).await.unwrap();
            }
            assert!(spool.length() == length && spool.waiting.len() <= PIECE + 30_000);
            assert_eq!(spool.file.is_some(), length >= PIECE);
            assert!(spool.whole().await.unwrap() == bytes);
        }
    }
}
