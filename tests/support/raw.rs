//! Bytes on a connection, as no browser would send them.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long to listen for more once it is whole.
const MOMENT: Duration = Duration::from_millis(300);

/// A connection to a server.
pub struct Raw {
    stream: TcpStream,
    host: String,
}

impl Raw {
    /// Opens one.
    pub async fn to(url: &str) -> Self {
        let host = url.trim_start_matches("http://").to_owned();
        Self { stream: TcpStream::connect(&host).await.unwrap(), host }
    }

    /// Sends bytes. A server may have closed the connection before it has read them all.
    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let _ = self.stream.write_all(bytes.as_ref()).await;
    }

    /// Sends a request without its body: method and path, and lines of headers.
    pub async fn ask(&mut self, request: &str, headers: &[String]) {
        let lines: String = headers.iter().flat_map(|line| [line.as_str(), "\r\n"]).collect();
        let host = self.host.clone();
        self.send(format!("{request} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{lines}\r\n")).await;
    }

    /// Whatever comes back: the status, 0 for none, and all of it as text. After a whole answer it listens a moment
    /// longer: there must not be a second one.
    pub async fn answer(&mut self) -> (u16, String) {
        let mut bytes = Vec::new();
        let (begun, mut patience) = (Instant::now(), PATIENCE);
        while begun.elapsed() < PATIENCE {
            let mut piece = vec![0; 64 * 1024];
            // What was read before the connection broke counts.
            let read = tokio::time::timeout(patience, self.stream.read(&mut piece)).await;
            let Ok(Ok(length @ 1..)) = read else { break };
            bytes.extend_from_slice(&piece[..length]);
            if is_whole(&bytes) {
                patience = MOMENT;
            }
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        (status, text)
    }
}

/// Whether an answer that says how long it is has come to its end.
fn is_whole(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let Some((head, _)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok());
    length.is_some_and(|length| bytes.len() >= head.len() + 4 + length)
}
