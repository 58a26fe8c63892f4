//! What an uploaded file really is, told by its content, and what is kept of it.
//!
//! Pictures are decoded and written anew: position, camera, comments and anything hidden behind
//! the pixels are gone, and what no decoder of ours can read is refused. PDFs are kept as they are.

use std::io::Cursor;

use bytes::Bytes;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use crate::domain::file::{FileKind, MAX_FILE_BYTES};

/// Most pixels of a picture.
pub const MAX_PIXELS: u64 = 50_000_000;
/// Most memory for decoding one picture: its pixels in four bytes, and what the decoder needs.
const MAX_DECODER_BYTES: u64 = 256 * 1024 * 1024;
/// Looks like the original, at a third of its size.
const JPEG_QUALITY: u8 = 88;

/// A file as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// What it is.
    pub kind: FileKind,
    /// Its bytes.
    pub bytes: Bytes,
}

/// Why a file is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileRefusal {
    /// No bytes.
    #[error("the file is empty")]
    Empty,
    /// More bytes than allowed.
    #[error("the file is too large")]
    TooLarge,
    /// None of the kinds that are taken.
    #[error("the file is of no kind that is taken")]
    Kind,
    /// More pixels than allowed.
    #[error("the picture has too many pixels")]
    TooManyPixels,
    /// It begins like a picture and can't be read as one.
    #[error("the picture can't be read")]
    Broken,
}

/// Says what an uploaded file is and gives what to keep of it. Takes as long as decoding a picture:
/// call it off the request threads.
pub fn accept(bytes: Bytes) -> Result<Accepted, FileRefusal> {
    if bytes.is_empty() {
        return Err(FileRefusal::Empty);
    }
    if bytes.len() > MAX_FILE_BYTES {
        return Err(FileRefusal::TooLarge);
    }
    if bytes.starts_with(b"%PDF-") {
        return Ok(Accepted { kind: FileKind::Pdf, bytes });
    }
    match infer::get(&bytes).map(|found| found.mime_type()) {
        Some("image/png") => rewrite(&bytes, ImageFormat::Png),
        Some("image/jpeg") => rewrite(&bytes, ImageFormat::Jpeg),
        Some("image/webp") => rewrite(&bytes, ImageFormat::WebP),
        _ => Err(FileRefusal::Kind),
    }
}

fn rewrite(bytes: &[u8], format: ImageFormat) -> Result<Accepted, FileRefusal> {
    let picture = decode(bytes, format)?;
    // A WebP is written as what keeps it small without loss of what can be seen: there is no lossy
    // WebP encoder here, and a lossless one makes photographs ten times larger.
    let as_png = format == ImageFormat::Png || picture.color().has_alpha();
    let mut kept = Vec::new();
    let written = if as_png {
        let encoder = PngEncoder::new_with_quality(&mut kept, CompressionType::Default, FilterType::Adaptive);
        picture.write_with_encoder(encoder)
    } else {
        let picture = match picture {
            DynamicImage::ImageLuma8(_) => picture,
            other => DynamicImage::ImageRgb8(other.into_rgb8()),
        };
        picture.write_with_encoder(JpegEncoder::new_with_quality(&mut kept, JPEG_QUALITY))
    };
    written.map_err(|_| FileRefusal::Broken)?;
    if kept.len() > MAX_FILE_BYTES {
        return Err(FileRefusal::TooLarge);
    }
    Ok(Accepted { kind: if as_png { FileKind::Png } else { FileKind::Jpeg }, bytes: Bytes::from(kept) })
}

/// The picture, upright. Its size is checked before a single pixel is decoded.
fn decode(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, FileRefusal> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_DECODER_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refusal_of)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(FileRefusal::TooManyPixels);
    }
    let orientation = decoder.orientation().map_err(refusal_of)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refusal_of)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn refusal_of(error: image::ImageError) -> FileRefusal {
    match error {
        image::ImageError::Limits(_) => FileRefusal::TooManyPixels,
        _ => FileRefusal::Broken,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, height: u32) -> DynamicImage {
        DynamicImage::ImageRgb8(image::RgbImage::from_fn(width, height, |x, y| {
            image::Rgb([u8::try_from(x % 256).unwrap(), u8::try_from(y % 256).unwrap(), 90])
        }))
    }

    fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    /// A JPEG with an EXIF block: turned by a quarter, made by a camera that names itself.
    fn turned_jpeg() -> Vec<u8> {
        let plain = encoded(&picture(40, 20), ImageFormat::Jpeg);
        let mut tiff = b"MM\x00\x2A\x00\x00\x00\x08\x00\x02".to_vec();
        tiff.extend(b"\x01\x0F\x00\x02\x00\x00\x00\x0C\x00\x00\x00\x26"); // Make, 12 letters, at 38
        tiff.extend(b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00"); // Orientation: 6
        tiff.extend(b"\x00\x00\x00\x00");
        tiff.extend(b"SecretCamera");
        let length = u16::try_from(2 + 6 + tiff.len()).unwrap();
        let mut bytes = plain[..2].to_vec();
        bytes.extend(b"\xFF\xE1");
        bytes.extend(length.to_be_bytes());
        bytes.extend(b"Exif\x00\x00");
        bytes.extend(tiff);
        bytes.extend(&plain[2..]);
        bytes
    }

    #[test]
    fn a_photograph_is_turned_upright_and_forgets_its_camera() {
        let original = turned_jpeg();
        assert!(original.windows(12).any(|w| w == b"SecretCamera"));
        let kept = accept(Bytes::from(original)).unwrap();
        assert_eq!(kept.kind, FileKind::Jpeg);
        assert!(!kept.bytes.windows(12).any(|w| w == b"SecretCamera"));
        assert!(!kept.bytes.windows(4).any(|w| w == b"Exif"));
        let upright = image::load_from_memory(&kept.bytes).unwrap();
        assert_eq!((upright.width(), upright.height()), (20, 40));
    }

    #[test]
    fn what_hides_behind_the_pixels_is_gone() {
        let mut png = encoded(&picture(8, 8), ImageFormat::Png);
        png.extend(b"<script>alert(1)</script>");
        let kept = accept(Bytes::from(png)).unwrap();
        assert_eq!(kept.kind, FileKind::Png);
        assert!(!kept.bytes.windows(8).any(|w| w == b"<script>"));
    }

    #[test]
    fn a_webp_is_kept_as_a_jpeg_or_with_its_transparency_as_a_png() {
        let opaque = accept(Bytes::from(encoded(&picture(8, 8), ImageFormat::WebP))).unwrap();
        assert_eq!(opaque.kind, FileKind::Jpeg);
        let clear = DynamicImage::ImageRgba8(picture(8, 8).to_rgba8());
        let clear = accept(Bytes::from(encoded(&clear, ImageFormat::WebP))).unwrap();
        assert_eq!(clear.kind, FileKind::Png);
    }

    #[test]
    fn a_picture_of_sixty_thousand_by_sixty_thousand_is_refused_before_it_is_decoded() {
        let mut png = encoded(&picture(1, 1), ImageFormat::Png);
        png[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        png[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
        let checksum = crc32(&png[12..29]);
        png[29..33].copy_from_slice(&checksum.to_be_bytes());
        assert_eq!(accept(Bytes::from(png)), Err(FileRefusal::TooManyPixels));
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg()))
        })
    }

    #[test]
    fn only_the_content_decides_what_a_file_is() {
        for (bytes, refusal) in [
            (&b""[..], FileRefusal::Empty),
            (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", FileRefusal::Kind),
            (b"<!doctype html><script>alert(1)</script>", FileRefusal::Kind),
            (b"PK\x03\x04 a zip", FileRefusal::Kind),
            (b"GIF89a/*%PDF-1.4*/", FileRefusal::Kind),
            (b" %PDF-1.4", FileRefusal::Kind),
            (b"MZ\x90 a program", FileRefusal::Kind),
            (b"\x89PNG\r\n\x1a\n but no picture", FileRefusal::Broken),
        ] {
            assert_eq!(accept(Bytes::from_static(bytes)), Err(refusal), "{}", String::from_utf8_lossy(bytes));
        }
        let pdf = Bytes::from_static(b"%PDF-1.7\n%%EOF");
        assert_eq!(accept(pdf.clone()), Ok(Accepted { kind: FileKind::Pdf, bytes: pdf }));
        assert_eq!(accept(Bytes::from(vec![b'%'; MAX_FILE_BYTES + 1])), Err(FileRefusal::TooLarge));
    }
}
