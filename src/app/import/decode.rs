//! The text of a file that does not say how it is encoded.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of bytes, and the name of the encoding it was found in: by its byte-order mark, else
/// UTF-8 if it is that, else UTF-16 if every second byte is nil, else Windows-1252, which is what
/// spreadsheets in Morocco and France write.
pub(super) fn decode(bytes: &[u8]) -> (String, &'static str) {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0) => UTF_8,
        None => utf16_by_its_zeros(bytes).unwrap_or(WINDOWS_1252),
    };
    let (text, used, _) = encoding.decode(bytes);
    (text.into_owned(), used.name())
}

fn utf16_by_its_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let half = bytes.len() / 2;
    // Mostly Latin letters: the other byte of each pair is nil far more often than not.
    if half > 0 && zeros(1) * 10 > half * 3 {
        Some(UTF_16LE)
    } else if half > 0 && zeros(0) * 10 > half * 3 {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_in_the_encoding_it_is_in() {
        let text = "Société;Énergie\nMaâsra;Fès\n";
        let utf16 = |order: fn(u16) -> [u8; 2], bom: bool| -> Vec<u8> {
            let mark = bom.then_some(0xFEFF_u16);
            mark.into_iter().chain(text.encode_utf16()).flat_map(order).collect()
        };
        let cases: [(Vec<u8>, &str); 7] = [
            (text.as_bytes().to_vec(), "UTF-8"),
            ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), "UTF-8"),
            (utf16(u16::to_le_bytes, true), "UTF-16LE"),
            (utf16(u16::to_be_bytes, true), "UTF-16BE"),
            (utf16(u16::to_le_bytes, false), "UTF-16LE"),
            (utf16(u16::to_be_bytes, false), "UTF-16BE"),
            (WINDOWS_1252.encode(text).0.into_owned(), "windows-1252"),
        ];
        for (bytes, name) in cases {
            assert_eq!(decode(&bytes), (text.to_owned(), name));
        }
    }
}
