//! A process of its own for a document of a stranger, with little memory and little time: one that hangs or
//! breaks there breaks nothing here.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use bytes::Bytes;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;

/// Most time for a document.
const PATIENCE: Duration = Duration::from_secs(6);

/// What `program` makes of a document with one of its commands, of at most so many bytes; none when that
/// fails for any reason.
pub async fn of(program: &Path, command: &str, pdf: Bytes, most: u64) -> Option<Bytes> {
    match tokio::time::timeout(PATIENCE, ask(program, command, pdf, most)).await {
        Ok(Ok(made)) if !made.is_empty() => Some(made.into()),
        Ok(Ok(_)) => None,
        Ok(Err(error)) => {
            tracing::warn!(%error, command, "a document could not be read");
            None
        }
        Err(_) => {
            tracing::warn!(command, "a document took too long");
            None
        }
    }
}

async fn ask(program: &Path, command: &str, pdf: Bytes, most: u64) -> std::io::Result<Vec<u8>> {
    let mut child = Command::new(program)
        .arg(command)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        // Whoever gives up waiting ends it.
        .kill_on_drop(true)
        .spawn()?;
    let (Some(mut to), Some(from)) = (child.stdin.take(), child.stdout.take()) else { return Ok(Vec::new()) };
    let mut made = Vec::new();
    let write = async move {
        // It may end before it has read all: that it has made nothing tells it.
        let _ = to.write_all(&pdf).await;
    };
    let mut limited = from.take(most);
    let ((), read) = tokio::join!(write, limited.read_to_end(&mut made));
    read?;
    let is_whole = child.wait().await?.success();
    Ok(if is_whole { made } else { Vec::new() })
}
