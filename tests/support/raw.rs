//! Bytes on a connection, as no browser would send them.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(20);

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
        let lines: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
        let host = self.host.clone();
        self.send(format!("{request} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{lines}\r\n")).await;
    }

    /// Whatever comes back until the server closes the connection: the status, 0 for none, and all of it as text.
    pub async fn answer(&mut self) -> (u16, String) {
        let mut bytes = Vec::new();
        // What was read before the connection broke counts.
        let _ = tokio::time::timeout(PATIENCE, self.stream.read_to_end(&mut bytes)).await;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        (status, text)
    }
}
