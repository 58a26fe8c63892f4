//! A picture of the first page of a PDF.
//!
//! A document of a stranger is drawn in a process of its own, with little memory and little time: one that
//! hangs or breaks there breaks nothing here, and the file is simply shown without a picture.

use std::io::Cursor;
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use image::{ImageFormat, RgbaImage};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;

/// The command of the program that draws.
pub const COMMAND: &str = "first-page";
/// Longest side of the picture, in pixels: enough to read it.
const SIDE: f32 = 1100.0;
/// Longest side of a page that is drawn, in points: 5 metres.
const LARGEST_PAGE: f32 = 14_400.0;
/// Most time for a page.
const PATIENCE: Duration = Duration::from_secs(6);
/// Most bytes of a picture.
const MAX_BYTES: u64 = 2 * 1024 * 1024;

/// The first page as a PNG; none of a document that can't be read. Call it in the process of its own.
pub fn draw(pdf: Vec<u8>) -> Option<Vec<u8>> {
    let pdf = Pdf::new(Arc::new(pdf)).ok()?;
    let page = pdf.pages().first()?;
    let (width, height) = page.render_dimensions();
    let longest = width.max(height);
    if !(1.0..=LARGEST_PAGE).contains(&longest) || width < 1.0 || height < 1.0 {
        return None;
    }
    let scale = SIDE / longest;
    let size = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let cache = RenderCache::new();
    let drawn = render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &size);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    // On white nothing is transparent: the pixels need not be divided by their alpha.
    let picture = RgbaImage::from_raw(width, height, drawn.data_as_u8_slice().to_vec())?;
    let mut png = Cursor::new(Vec::new());
    image::DynamicImage::from(picture).into_rgb8().write_to(&mut png, ImageFormat::Png).ok()?;
    Some(png.into_inner())
}

/// The first page of a document as a PNG, drawn by `program`; none when that fails for any reason.
pub async fn of(program: &Path, pdf: Bytes) -> Option<Bytes> {
    let drawn = tokio::time::timeout(PATIENCE, ask(program, pdf)).await;
    match drawn {
        Ok(Ok(png)) if !png.is_empty() => Some(png.into()),
        Ok(Ok(_)) => None,
        Ok(Err(error)) => {
            tracing::warn!(%error, "the first page of a document could not be drawn");
            None
        }
        Err(_) => {
            tracing::warn!("the first page of a document took too long");
            None
        }
    }
}

async fn ask(program: &Path, pdf: Bytes) -> std::io::Result<Vec<u8>> {
    let mut child = Command::new(program)
        .arg(COMMAND)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        // Whoever gives up waiting ends it.
        .kill_on_drop(true)
        .spawn()?;
    let (Some(mut to), Some(from)) = (child.stdin.take(), child.stdout.take()) else { return Ok(Vec::new()) };
    let mut png = Vec::new();
    let write = async move {
        // It may end before it has read all: that it has drawn nothing tells it.
        let _ = to.write_all(&pdf).await;
    };
    let mut limited = from.take(MAX_BYTES);
    let ((), read) = tokio::join!(write, limited.read_to_end(&mut png));
    read?;
    let is_whole = child.wait().await?.success();
    Ok(if is_whole { png } else { Vec::new() })
}
