//! A picture of the first page of a PDF.

use std::io::Cursor;
use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use image::{ImageFormat, RgbaImage};

/// The command of the program that draws.
pub const COMMAND: &str = "first-page";
/// Longest side of the picture, in pixels: enough to read it.
const SIDE: f32 = 1100.0;
/// Longest side of a page that is drawn, in points: 5 metres.
const LARGEST_PAGE: f32 = 14_400.0;
/// Most bytes of a picture.
pub const MAX_BYTES: u64 = 2 * 1024 * 1024;

/// The first page as a PNG; none of a document that can't be read. Call it in the process of its own.
pub fn draw(pdf: Vec<u8>) -> Option<Vec<u8>> {
    draw_at(pdf, SIDE)
}

/// The first page of a document of our own as a PNG whose longest side has so many pixels.
pub fn draw_at(pdf: Vec<u8>, side: f32) -> Option<Vec<u8>> {
    let pdf = Pdf::new(Arc::new(pdf)).ok()?;
    let page = pdf.pages().first()?;
    let (width, height) = page.render_dimensions();
    let longest = width.max(height);
    if !(1.0..=LARGEST_PAGE).contains(&longest) || width < 1.0 || height < 1.0 {
        return None;
    }
    let scale = side / longest;
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
