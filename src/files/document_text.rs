//! The words in a PDF.

/// The command of the program that reads them.
pub const COMMAND: &str = "document-text";
/// Most bytes of text.
pub const MAX_BYTES: u64 = 1024 * 1024;

/// The words in a document, in UTF-8; none of one that can't be read. Call it in the process of its own.
pub fn read(pdf: &[u8]) -> Option<Vec<u8>> {
    let text = pdf_extract::extract_text_from_mem(pdf).ok()?;
    let mut bytes = text.into_bytes();
    bytes.truncate(usize::try_from(MAX_BYTES).unwrap_or(usize::MAX));
    // A picture of a page has no words: that is known too, and not asked again.
    bytes.push(b'\n');
    Some(bytes)
}
