//! Compressed forms of answers.

use std::io::Write;

use actix_web::http::header::{ACCEPT_ENCODING, HeaderMap};
use flate2::Compression;
use flate2::write::GzEncoder;

/// Below this many bytes an answer fits one packet as it is.
pub const WORTH: usize = 1_400;

/// A form in which an answer can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// As it is.
    Identity,
    /// gzip.
    Gzip,
    /// Brotli.
    Brotli,
}

impl Coding {
    /// As headers write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Gzip => "gzip",
            Self::Brotli => "br",
        }
    }
}

/// Whether `Accept-Encoding` names a coding without refusing it by `q=0`.
pub fn accepts(accepted: &str, coding: Coding) -> bool {
    accepted.split(',').any(|part| {
        let mut pieces = part.split(';').map(str::trim);
        let named = pieces.next().is_some_and(|name| name.eq_ignore_ascii_case(coding.word()));
        let refused =
            pieces.any(|piece| piece.strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()).is_some_and(|q| q <= 0.0));
        named && !refused
    })
}

/// What a browser says that it accepts, or nothing.
pub fn accepted(headers: &HeaderMap) -> &str {
    headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// With gzip: 1 is quick, 6 as small as it usually gets. None if that fails, which memory never does.
pub fn gzip(bytes: &[u8], level: u32) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::new(level));
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

/// With Brotli, for what is sent many times.
pub fn brotli(bytes: &[u8]) -> Option<Vec<u8>> {
    // A window of 256 KiB: pages are smaller, and each encoder takes several times as much.
    let (quality, window) = (6, 18);
    let mut encoder = brotli::CompressorWriter::new(Vec::with_capacity(bytes.len() / 5), 4096, quality, window);
    encoder.write_all(bytes).ok()?;
    Some(encoder.into_inner())
}
