//! Drawings as SVG whose letters are outlines: they look the same wherever they are shown, without a font.

use std::fmt::Write as _;

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::DocumentError;
use super::paper::{Block, Item, star_points};

/// Items as an SVG of a size; `title` is what a screen reader says.
pub(super) fn write((width, height): (f32, f32), title: &str, items: &[Item]) -> Result<String, DocumentError> {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\"><title>{}</title>",
        escaped(title)
    );
    for item in items {
        match item {
            Item::Bar { x, y, width, height, ink } => {
                let _ = write!(
                    svg,
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
                    ink.hex()
                );
            }
            Item::Star { x, y, radius, ink } => {
                let points: Vec<String> = star_points(*x, *y, *radius).map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
                let _ = write!(svg, "<path d=\"M{}z\" fill=\"{}\"/>", points.join("L"), ink.hex());
            }
            Item::Line { block, line, x, y } => {
                let mut pen = Pen { path: String::new(), x: 0.0, y: 0.0 };
                outline(block, *line, (*x, *y), &mut pen)?;
                let _ = write!(svg, "<path d=\"{}\" fill=\"{}\"/>", pen.path, block.ink().hex());
            }
        }
    }
    svg.push_str("</svg>\n");
    Ok(svg)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// The outlines of a line of text.
fn outline(block: &Block, line: usize, (x, y): (f32, f32), pen: &mut Pen) -> Result<(), DocumentError> {
    let broken = |what: &str| DocumentError(what.to_owned());
    let line = block.layout.lines().nth(line).ok_or_else(|| broken("line"))?;
    let mut at = x + line.metrics().offset;
    for run in line.runs() {
        let font = FontRef::from_index(run.font().data.as_ref(), run.font().index).map_err(|_| broken("font"))?;
        let outlines = font.outline_glyphs();
        let size = Size::new(run.font_size());
        for glyph in run.visual_clusters().flat_map(|cluster| cluster.glyphs().collect::<Vec<_>>()) {
            (pen.x, pen.y) = (at + glyph.x, y + glyph.y);
            if let Some(letter) = outlines.get(GlyphId::new(glyph.id)) {
                let settings = DrawSettings::unhinted(size, LocationRef::default());
                letter.draw(settings, pen).map_err(|_| broken("letter"))?;
            }
            at += glyph.advance;
        }
    }
    Ok(())
}

/// Writes what it is told to draw, from a point on, downwards.
struct Pen {
    path: String,
    x: f32,
    y: f32,
}

impl Pen {
    fn put(&mut self, command: char, points: &[(f32, f32)]) {
        self.path.push(command);
        for (at, (x, y)) in points.iter().enumerate() {
            let space = if at > 0 { " " } else { "" };
            let _ = write!(self.path, "{space}{:.1} {:.1}", self.x + x, self.y - y);
        }
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.put('M', &[(x, y)]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.put('L', &[(x, y)]);
    }
    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.put('Q', &[(cx0, cy0), (x, y)]);
    }
    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.put('C', &[(cx0, cy0), (cx1, cy1), (x, y)]);
    }
    fn close(&mut self) {
        self.path.push('z');
    }
}
