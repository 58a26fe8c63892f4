//! Connections that stay open, and what they measure: as little work per request as can be, since the load
//! shares the processors with the server.

use std::io;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Where a redirect leads, or empty.
    pub location: String,
    /// The body.
    pub body: Vec<u8>,
}

/// A connection of HTTP/1.1.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    /// Opens one.
    pub async fn open(address: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(1 << 16) })
    }

    /// Sends a request and reads its answer.
    pub async fn ask(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.stream.write_all(request).await?;
        let end = loop {
            if let Some(end) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") {
                break end + 4;
            }
            self.more().await?;
        };
        let head = String::from_utf8_lossy(&self.buffer[..end]).into_owned();
        let status = head.get(9..12).and_then(|digits| digits.parse().ok()).unwrap_or(0);
        let header = |name: &str| {
            let line = |line: &'_ str| {
                let (key, value) = line.split_once(':')?;
                key.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
            };
            head.lines().find_map(line)
        };
        // Every answer of a page has a length; only streams have none, and nobody asks for those here.
        let length: usize = header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        while self.buffer.len() < end + length {
            self.more().await?;
        }
        let body = self.buffer[end..end + length].to_vec();
        self.buffer.drain(..end + length);
        Ok(Answer { status, location: header("location").unwrap_or_default(), body })
    }

    async fn more(&mut self) -> io::Result<()> {
        match self.stream.read_buf(&mut self.buffer).await? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }
}

/// A request for a page.
pub fn get(path: &str, cookie: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: bench\r\ncookie: {cookie}\r\n\r\n").into_bytes()
}

/// A form, sent as a browser sends it from one of our own pages; `by` is what a script of ours says.
pub fn post(path: &str, cookie: &str, by: &str, form: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nhost: bench\r\ncookie: {cookie}\r\nsec-fetch-site: same-origin\r\n\
         x-requested-with: {by}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
        form.len()
    )
    .into_bytes()
}

/// What one connection does, one request after the other.
pub trait Script {
    /// The next request; none when there is nothing left to do.
    fn next(&mut self) -> Option<Vec<u8>>;
    /// Whether an answer is as it should be.
    fn is_right(&mut self, answer: &Answer) -> bool;
}

/// The same page again and again.
pub struct Reader(pub Vec<u8>);

impl Script for Reader {
    fn next(&mut self) -> Option<Vec<u8>> {
        Some(self.0.clone())
    }

    fn is_right(&mut self, answer: &Answer) -> bool {
        answer.status == 200 && !answer.body.is_empty()
    }
}

/// How long each request took, and what was wrong.
#[derive(Debug, Default, Clone)]
pub struct Times {
    /// Of each request that was answered.
    pub each: Vec<Duration>,
    /// From the first request to the last answer.
    pub whole: Duration,
    /// Answers that were not as they should be, and connections that broke.
    pub wrong: usize,
}

impl Times {
    /// Requests a second.
    pub fn rate(&self) -> f64 {
        self.each.len() as f64 / self.whole.as_secs_f64().max(1e-9)
    }

    /// The time that this share of the requests did not exceed, in milliseconds.
    pub fn at(&self, share: f64) -> f64 {
        let mut sorted = self.each.clone();
        sorted.sort_unstable();
        sorted.get(((sorted.len().max(1) - 1) as f64 * share) as usize).map_or(0.0, |time| time.as_secs_f64() * 1e3)
    }

    /// Adds another measurement of the same.
    pub fn add(&mut self, other: Self) {
        self.each.extend(other.each);
        self.whole += other.whole;
        self.wrong += other.wrong;
    }
}

/// Keeps every script busy on a connection of its own, for a while or until it has nothing left to do.
pub async fn saturate<S: Script + 'static>(address: &str, scripts: Vec<S>, most: Duration) -> Times {
    let local = tokio::task::LocalSet::new();
    let begun = Instant::now();
    let tasks: Vec<_> = scripts
        .into_iter()
        .map(|mut script| {
            let address = address.to_owned();
            local.spawn_local(async move {
                let mut times = Times::default();
                let Ok(mut connection) = Connection::open(&address).await else {
                    return Times { wrong: 1, ..times };
                };
                while begun.elapsed() < most
                    && let Some(request) = script.next()
                {
                    let asked = Instant::now();
                    match connection.ask(&request).await {
                        Ok(answer) => {
                            times.each.push(asked.elapsed());
                            times.wrong += usize::from(!script.is_right(&answer));
                        }
                        Err(_) => return Times { wrong: times.wrong + 1, ..times },
                    }
                }
                times
            })
        })
        .collect();
    let mut all = Times::default();
    local
        .run_until(async {
            for task in tasks {
                all.add(task.await.expect("a connection"));
            }
        })
        .await;
    Times { whole: begun.elapsed(), ..all }
}
