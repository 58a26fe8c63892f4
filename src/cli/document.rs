//! Reads a PDF of a stranger: called by the server, in a process of its own.

use std::io::{Read, Write};

use super::{Failure, Outcome};
use crate::domain::file::MAX_FILE_BYTES;
use crate::files::{blind_copy, document_text, first_page};

/// Most memory, in bytes.
const MEMORY: u64 = 1024 * 1024 * 1024;
/// Most seconds of work.
const SECONDS: u64 = 5;

/// What is made of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Its first page as a PNG.
    FirstPage,
    /// The same document, without what tells who made it.
    BlindCopy,
    /// The words in it.
    Text,
}

/// From standard input to standard output.
pub fn run(work: Work) -> Outcome {
    limit();
    let mut pdf = Vec::new();
    std::io::stdin().take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut pdf)?;
    let made = match work {
        Work::FirstPage => first_page::draw(pdf),
        Work::BlindCopy => blind_copy::make(&pdf),
        Work::Text => document_text::read(&pdf),
    };
    let made = made.ok_or_else(|| Failure("this is no PDF that can be read".into()))?;
    std::io::stdout().write_all(&made)?;
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
