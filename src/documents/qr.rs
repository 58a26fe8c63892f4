//! Addresses as squares that phones read.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

use super::DocumentError;

/// White modules around a code, as its standard asks.
const QUIET: usize = 4;

/// A QR code as runs of dark modules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// Modules on each side, the white edge included.
    pub width: usize,
    /// Dark runs: column, row, length.
    pub runs: Vec<(usize, usize, usize)>,
}

impl Qr {
    /// Of a text. A seventh of it may be covered.
    pub fn new(text: &str) -> Result<Self, DocumentError> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M);
        let code = code.map_err(|e| DocumentError(format!("QR code: {e}")))?;
        let (side, colors) = (code.width(), code.to_colors());
        let mut runs: Vec<(usize, usize, usize)> = Vec::new();
        for (at, _) in colors.iter().enumerate().filter(|(_, color)| **color == Color::Dark) {
            let (column, row) = (at % side + QUIET, at / side + QUIET);
            match runs.last_mut() {
                Some((x, y, length)) if *y == row && *x + *length == column => *length += 1,
                _ => runs.push((column, row, 1)),
            }
        }
        Ok(Self { width: side + 2 * QUIET, runs })
    }

    /// The outline of an SVG path.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for (x, y, length) in &self.runs {
            // Writing into a text can't fail.
            let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners_and_a_white_edge() {
        let qr = Qr::new("https://awards.example/fr/verify").unwrap();
        let last = qr.width - QUIET - 7;
        for corner in [(QUIET, QUIET, 7), (last, QUIET, 7), (QUIET, last, 7)] {
            assert!(qr.runs.contains(&corner), "{corner:?}");
        }
        assert!(qr.runs.iter().all(|(x, y, n)| *x >= QUIET && *y >= QUIET && x + n <= qr.width - QUIET));
    }
}
