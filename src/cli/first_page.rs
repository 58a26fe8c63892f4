//! Draws the first page of a PDF: called by the server, in a process of its own.

use std::io::{Read, Write};

use super::{Failure, Outcome};
use crate::domain::file::MAX_FILE_BYTES;
use crate::files::first_page;

/// Most memory, in bytes.
const MEMORY: u64 = 1024 * 1024 * 1024;
/// Most seconds of work.
const SECONDS: u64 = 5;

/// From standard input to standard output, as a PNG.
pub fn run() -> Outcome {
    limit();
    let mut pdf = Vec::new();
    std::io::stdin().take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut pdf)?;
    let png = first_page::draw(pdf).ok_or_else(|| Failure("this is no PDF that can be drawn".into()))?;
    std::io::stdout().write_all(&png)?;
    Ok(())
}

#[cfg(unix)]
fn limit() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (resource, most) in [(Resource::As, MEMORY), (Resource::Cpu, SECONDS)] {
        // Where the system refuses, the caller's patience is the limit.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

#[cfg(not(unix))]
fn limit() {}
