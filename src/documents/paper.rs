//! Blocks of text on A4 pages: a small typesetter for receipts and sheets. Letters are shaped, lines
//! broken and directions resolved by parley; krilla writes the PDF.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;
use std::rc::Rc;

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::layout::Run;
use parley::style::{FontFamily, FontFamilyName, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{Alignment, AlignmentOptions, BaseDirection, FontContext, Layout, LayoutContext};
use skrifa::MetadataProvider;

use super::qr::Qr;
use super::{DocumentError, fonts};
use crate::domain::language::Language;
use crate::i18n::isolated;

/// A4, in points.
const WIDTH: f32 = 595.28;
const HEIGHT: f32 = 841.89;
const MARGIN: f32 = 56.0;
/// How wide a line may be.
const MEASURE: f32 = WIDTH - 2.0 * MARGIN;
/// Where text ends, above the foot.
const BOTTOM: f32 = HEIGHT - 72.0;
/// How wide the column of labels is.
const LABELS: f32 = 150.0;
const GAP: f32 = 14.0;
/// How wide names with bars are, and a column of numbers beside them at most.
const BARS: f32 = 243.0;
const COLUMN: f32 = 116.0;

/// The inks of the site's light scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Text,
    Muted,
    Brand,
    Gold,
    Line,
    White,
    Soft,
}

impl Ink {
    fn rgb(self) -> (u8, u8, u8) {
        match self {
            Self::Text => (0x12, 0x14, 0x3A),
            Self::Muted => (0x4B, 0x50, 0x78),
            Self::Brand => (0x2B, 0x36, 0xC8),
            Self::Gold => (0xF5, 0xB3, 0x24),
            Self::Line => (0xD8, 0xDB, 0xEA),
            Self::White => (0xFF, 0xFF, 0xFF),
            Self::Soft => (0xC9, 0xCE, 0xF7),
        }
    }

    /// As pages write colours.
    pub(super) fn hex(self) -> String {
        let (red, green, blue) = self.rgb();
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    fn fill(self) -> Fill {
        let (red, green, blue) = self.rgb();
        Fill { paint: rgb::Color::new(red, green, blue).into(), opacity: NormalizedF32::ONE, ..Fill::default() }
    }
}

/// How a block is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) weight: f32,
    pub(super) ink: Ink,
    pub(super) is_heading: bool,
}

const TITLE: Style = Style { size: 24.0, weight: 700.0, ink: Ink::Text, is_heading: true };
const SECTION: Style = Style { size: 14.0, weight: 700.0, ink: Ink::Brand, is_heading: true };
const BODY: Style = Style { size: 10.5, weight: 400.0, ink: Ink::Text, is_heading: false };
const STRONG: Style = Style { size: 10.5, weight: 600.0, ink: Ink::Text, is_heading: false };
const DISPLAY: Style = Style { size: 34.0, weight: 700.0, ink: Ink::Brand, is_heading: true };
const HONOUR: Style = Style { size: 25.0, weight: 700.0, ink: Ink::Brand, is_heading: true };
const LARGE: Style = Style { size: 15.0, weight: 400.0, ink: Ink::Text, is_heading: false };
const SMALL: Style = Style { size: 9.0, weight: 400.0, ink: Ink::Muted, is_heading: false };

/// A text with its lines.
pub(super) struct Block {
    text: String,
    pub(super) layout: Layout<()>,
    style: Style,
    /// What programs read of each line where the letters themselves can't be read back: the kufi of Arabic headings
    /// is drawn as outlines, from letters and dots that stand apart.
    spoken: Vec<Rc<Block>>,
}

impl Block {
    pub(super) fn ink(&self) -> Ink {
        self.style.ink
    }

    /// The lines of a block from a point down; where they end.
    pub(super) fn lines(self: &Rc<Self>, x: f32, top: f32, items: &mut Vec<Item>) -> f32 {
        let mut y = top;
        for (line, metrics) in self.layout.lines().map(|line| *line.metrics()).enumerate() {
            items.push(Item::Line {
                block: Rc::clone(self),
                line,
                x,
                y: y + metrics.baseline - metrics.block_min_coord,
            });
            y += metrics.line_height;
        }
        y
    }
}

/// What stands on a page.
pub(super) enum Item {
    Line { block: Rc<Block>, line: usize, x: f32, y: f32 },
    Bar { x: f32, y: f32, width: f32, height: f32, ink: Ink },
    Star { x: f32, y: f32, radius: f32, ink: Ink },
}

/// A document that is being written, from top to bottom.
pub struct Paper {
    language: Language,
    title: String,
    foot: String,
    fonts: FontContext,
    layouts: LayoutContext<()>,
    pages: Vec<Vec<Item>>,
    y: f32,
}

impl Paper {
    /// An empty document; the foot stands on every page, with its number.
    pub fn new(language: Language, title: &str, foot: &str) -> Self {
        let bar = Item::Bar { x: 0.0, y: 0.0, width: WIDTH, height: 6.0, ink: Ink::Gold };
        Self {
            language,
            title: title.to_owned(),
            foot: foot.to_owned(),
            fonts: fonts::context(),
            layouts: LayoutContext::new(),
            pages: vec![vec![bar]],
            y: MARGIN,
        }
    }

    pub(super) fn is_rtl(&self) -> bool {
        self.language.dir() == "rtl"
    }

    /// A text in lines on the document's side.
    pub(super) fn block(&mut self, text: &str, style: Style, width: f32) -> Rc<Block> {
        let side = if self.is_rtl() { Alignment::Right } else { Alignment::Left };
        self.aligned(text, style, width, side)
    }

    /// Breaks a text into lines. Its own letters decide its direction; where they don't, the document's.
    fn aligned(&mut self, text: &str, style: Style, width: f32, alignment: Alignment) -> Rc<Block> {
        let families: &[FontFamilyName<'static>] = if style.is_heading {
            &[
                FontFamilyName::Named(Cow::Borrowed(fonts::HEADING)),
                FontFamilyName::Named(Cow::Borrowed(fonts::HEADING_ARABIC)),
                FontFamilyName::Named(Cow::Borrowed(fonts::TEXT)),
            ]
        } else {
            &[
                FontFamilyName::Named(Cow::Borrowed(fonts::TEXT)),
                FontFamilyName::Named(Cow::Borrowed(fonts::TEXT_ARABIC)),
            ]
        };
        let is_rtl = first_direction(text).unwrap_or(self.is_rtl());
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.set_base_direction(if is_rtl { BaseDirection::Rtl } else { BaseDirection::Ltr });
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(families))));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::FontWeight(FontWeight::new(style.weight)));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(1.5)));
        // A fingerprint has no place to break.
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(width));
        layout.align(alignment, AlignmentOptions::default());
        let mut spoken = Vec::new();
        if style.is_heading && text.chars().any(|letter| direction(letter) == Some(true)) {
            let plain = Style { size: 0.7 * style.size, is_heading: false, ..style };
            let lines: Vec<Range<usize>> = layout.lines().map(|line| line.text_range()).collect();
            // Small enough to stay on one line, at the same place.
            spoken = lines.into_iter().map(|line| self.aligned(text[line].trim(), plain, width, alignment)).collect();
        }
        Rc::new(Block { text: text.to_owned(), layout, style, spoken })
    }

    /// A text in lines around a middle.
    pub(super) fn centred_block(&mut self, text: &str, style: Style, width: f32) -> Rc<Block> {
        self.aligned(text, style, width, Alignment::Center)
    }

    fn break_page(&mut self) {
        self.pages.push(Vec::new());
        self.y = MARGIN;
    }

    /// What follows begins a page.
    pub fn next_page(&mut self) {
        self.break_page();
    }

    fn push(&mut self, item: Item) {
        if let Some(page) = self.pages.last_mut() {
            page.push(item);
        }
    }

    /// Sets the lines of a block, from page to page.
    fn set(&mut self, block: &Rc<Block>, x: f32) {
        for (line, metrics) in block.layout.lines().map(|line| *line.metrics()).enumerate() {
            if self.y + metrics.line_height > BOTTOM {
                self.break_page();
            }
            let top = metrics.block_min_coord;
            let y = self.y + metrics.baseline - top;
            self.push(Item::Line { block: Rc::clone(block), line, x, y });
            self.y += metrics.line_height;
        }
    }

    /// A page does not end with a heading.
    fn keep(&mut self, height: f32) {
        if self.y + height > BOTTOM {
            self.break_page();
        }
    }

    /// A block as wide as the page allows.
    fn across(&mut self, text: &str, style: Style) {
        let block = self.block(text, style, MEASURE);
        self.set(&block, MARGIN);
    }

    /// The name of the document.
    pub fn title(&mut self, text: &str) {
        self.across(text, TITLE);
        self.y += GAP / 2.0;
    }

    /// The title of a section.
    pub fn section(&mut self, text: &str) {
        self.y += GAP;
        self.keep(80.0);
        self.across(text, SECTION);
        self.y += GAP / 3.0;
    }

    fn centred(&mut self, text: &str, style: Style) {
        let block = self.aligned(text, style, MEASURE, Alignment::Center);
        self.set(&block, MARGIN);
        self.y += GAP;
    }

    /// Leaves room, as a share of a page.
    pub fn space(&mut self, share: f32) {
        self.y += share * HEIGHT;
    }

    /// A name in large letters in the middle.
    pub fn display(&mut self, text: &str) {
        self.centred(text, DISPLAY);
    }

    /// What somebody is honoured with, in the middle.
    pub fn honour(&mut self, text: &str) {
        self.centred(text, HONOUR);
    }

    /// A sentence in the middle.
    pub fn centre(&mut self, text: &str) {
        self.centred(text, LARGE);
    }

    /// Small letters in the middle.
    pub fn centre_small(&mut self, text: &str) {
        self.centred(text, SMALL);
    }

    /// The eight-pointed star of the award, in the middle.
    pub fn star(&mut self, radius: f32) {
        self.y += radius;
        self.push(Item::Star { x: WIDTH / 2.0, y: self.y, radius, ink: Ink::Brand });
        self.push(Item::Star { x: WIDTH / 2.0, y: self.y, radius: radius * 0.45, ink: Ink::Gold });
        self.y += radius + GAP;
    }

    /// A square that phones read, in the middle.
    pub fn qr(&mut self, qr: &Qr, side: f32) {
        #[expect(clippy::cast_precision_loss, reason = "a few hundred modules")]
        let size = |modules: usize| modules as f32 * side / qr.width as f32;
        let left = (WIDTH - side) / 2.0;
        for (x, y, length) in &qr.runs {
            let (x, y) = (left + size(*x), self.y + size(*y));
            self.push(Item::Bar { x, y, width: size(*length), height: size(1), ink: Ink::Text });
        }
        self.y += side;
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        for part in text.lines().filter(|line| !line.trim().is_empty()) {
            self.across(part, BODY);
        }
        self.y += GAP / 2.0;
    }

    /// A remark in small letters.
    pub fn small(&mut self, text: &str) {
        self.across(text, SMALL);
        self.y += GAP / 2.0;
    }

    /// A label with its value beside it, and a thin line under both.
    pub fn fact(&mut self, label: &str, value: &str) {
        let wide = MEASURE - LABELS - GAP;
        let (label_x, value_x) =
            if self.is_rtl() { (WIDTH - MARGIN - LABELS, MARGIN) } else { (MARGIN, MARGIN + LABELS + GAP) };
        let label = self.block(label, SMALL, LABELS);
        let value = self.block(value, STRONG, wide);
        let height = label.layout.height().max(value.layout.height().min(BOTTOM - MARGIN));
        self.keep(height);
        let top = self.y;
        self.set(&label, label_x);
        self.y = top;
        self.set(&value, value_x);
        self.y = self.y.max(top + label.layout.height()) + 5.0;
        self.push(Item::Bar { x: MARGIN, y: self.y, width: MEASURE, height: 0.6, ink: Ink::Line });
        self.y += 5.0;
    }

    /// The titles of columns of numbers.
    pub fn columns(&mut self, titles: &[String]) {
        let height = self.numbers(titles, SMALL);
        self.y += height + 3.0;
    }

    /// Numbers in columns at the end of the line, each as wide as the others; how high they are. Nothing moves on.
    fn numbers(&mut self, values: &[String], style: Style) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a few columns")]
        let wide = ((MEASURE - BARS) / values.len().max(1) as f32).min(COLUMN);
        let (top, mut height) = (self.y, 0.0_f32);
        for (at, value) in (0_u8..).zip(values) {
            let block = self.aligned(value, style, wide, Alignment::Center);
            let offset = f32::from(at) * wide;
            let x = if self.is_rtl() { WIDTH - MARGIN - BARS - wide - offset } else { MARGIN + BARS + offset };
            height = height.max(block.layout.height());
            self.set(&block, x);
            self.y = top;
        }
        height
    }

    /// A name with a bar under it, in thousandths of the room, and numbers in columns.
    pub fn bar(&mut self, name: &str, share: Option<u32>, values: &[String]) {
        let block = self.block(name, BODY, BARS - GAP);
        self.keep(block.layout.height() + 12.0);
        self.numbers(values, STRONG);
        let x = if self.is_rtl() { WIDTH - MARGIN - BARS + GAP } else { MARGIN };
        self.set(&block, x);
        self.y += 2.0;
        let room = BARS - GAP;
        self.push(Item::Bar { x, y: self.y, width: room, height: 4.0, ink: Ink::Line });
        if let Some(share) = share.filter(|share| *share > 0) {
            #[expect(clippy::cast_precision_loss, reason = "thousandths")]
            let width = room * share.min(1000) as f32 / 1000.0;
            let from = if self.is_rtl() { x + room - width } else { x };
            self.push(Item::Bar { x: from, y: self.y, width, height: 4.0, ink: Ink::Brand });
        }
        self.y += 12.0;
    }

    /// The title of each section, with its questions and answers.
    pub fn answers(&mut self, sections: &[(String, Vec<(String, String)>)]) {
        for (title, answers) in sections {
            self.section(title);
            for (question, answer) in answers {
                self.answer(question, answer);
            }
        }
    }

    /// A question with its answer under it.
    pub fn answer(&mut self, question: &str, answer: &str) {
        self.keep(48.0);
        self.across(question, STRONG);
        self.paragraph(answer);
        self.y += GAP / 3.0;
    }

    /// One page of another size, drawn as told, in points from its upper left corner.
    pub(super) fn poster(self, (width, height): (f32, f32), items: &[Item]) -> Result<Vec<u8>, DocumentError> {
        let mut document = Document::new();
        let settings = PageSettings::from_wh(width, height).ok_or_else(|| broken("page size"))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        let mut cache = HashMap::new();
        for item in items {
            draw(&mut surface, item, &mut cache)?;
        }
        surface.finish();
        page.finish();
        document.finish().map_err(|error| broken(&format!("{error:?}")))
    }

    /// The PDF.
    pub fn finish(mut self) -> Result<Vec<u8>, DocumentError> {
        let count = self.pages.len();
        let pages = std::mem::take(&mut self.pages);
        let mut document = Document::new();
        let direction = if self.is_rtl() { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
        document.set_metadata(
            Metadata::new()
                .title(self.title.clone())
                .language(self.language.as_str().to_owned())
                .text_direction(direction),
        );
        let mut cache = HashMap::new();
        for (number, items) in (1..).zip(pages) {
            let foot =
                self.block(&format!("{} · {}", self.foot, isolated(&format!("{number}/{count}"))), SMALL, MEASURE);
            let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| broken("page size"))?;
            let mut page = document.start_page_with(settings);
            let mut surface = page.surface();
            for item in &items {
                draw(&mut surface, item, &mut cache)?;
            }
            let foot = Item::Line { block: foot, line: 0, x: MARGIN, y: HEIGHT - 40.0 };
            draw(&mut surface, &foot, &mut cache)?;
            surface.finish();
            page.finish();
        }
        document.finish().map_err(|error| broken(&format!("{error:?}")))
    }
}

fn broken(what: &str) -> DocumentError {
    DocumentError(what.to_owned())
}

/// The direction of the first letter outside names that keep their own: what stands between isolating marks
/// decides nothing (Unicode Standard Annex 9, rule P2).
fn first_direction(text: &str) -> Option<bool> {
    let mut depth = 0_usize;
    text.chars().find_map(|letter| {
        match letter {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => return direction(letter),
            _ => {}
        }
        None
    })
}

/// Right to left (true), left to right (false), or neither.
fn direction(letter: char) -> Option<bool> {
    match letter {
        '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FEFC}' if letter.is_alphabetic() => Some(true),
        _ if letter.is_alphabetic() => Some(false),
        _ => None,
    }
}

fn draw(surface: &mut Surface<'_>, item: &Item, cache: &mut HashMap<u64, Font>) -> Result<(), DocumentError> {
    match item {
        Item::Bar { x, y, width, height, ink } => {
            surface.set_fill(Some(ink.fill()));
            let mut path = PathBuilder::new();
            path.push_rect(Rect::from_xywh(*x, *y, *width, *height).ok_or_else(|| broken("bar"))?);
            surface.draw_path(&path.finish().ok_or_else(|| broken("bar"))?);
            Ok(())
        }
        Item::Star { x, y, radius, ink } => {
            surface.set_fill(Some(ink.fill()));
            surface.draw_path(&star(*x, *y, *radius).ok_or_else(|| broken("star"))?);
            Ok(())
        }
        Item::Line { block, line, x, y } => {
            surface.set_fill(Some(block.style.ink.fill()));
            let spoken = block.spoken.get(*line);
            draw_line(surface, block, *line, (*x, *y), spoken.is_some(), cache)?;
            if let Some(spoken) = spoken {
                surface.set_fill(Some(Fill { opacity: NormalizedF32::ZERO, ..spoken.style.ink.fill() }));
                draw_line(surface, spoken, 0, (*x, *y), false, cache)?;
            }
            Ok(())
        }
    }
}

/// Draws a line of a block.
fn draw_line(
    surface: &mut Surface<'_>,
    block: &Block,
    line: usize,
    (x, y): (f32, f32),
    is_outlined: bool,
    cache: &mut HashMap<u64, Font>,
) -> Result<(), DocumentError> {
    let line = block.layout.lines().nth(line).ok_or_else(|| broken("line"))?;
    let mut at = x + line.metrics().offset;
    for run in line.runs() {
        at += draw_run(surface, block, &run, (at, y), is_outlined, cache)?;
    }
    Ok(())
}

/// Two squares, one of them turned by an eighth: the khatam.
fn star(x: f32, y: f32, radius: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (corner, (px, py)) in star_points(x, y, radius).enumerate() {
        if corner == 0 {
            path.move_to(px, py);
        } else {
            path.line_to(px, py);
        }
    }
    path.close();
    path.finish()
}

/// The corners of a star, outer and inner in turn.
pub(super) fn star_points(x: f32, y: f32, radius: f32) -> impl Iterator<Item = (f32, f32)> {
    (0..16_u8).map(move |corner| {
        let angle = f32::from(corner) * std::f32::consts::PI / 8.0;
        // Where two squares of this radius cross.
        let reach = if corner % 2 == 0 { radius } else { radius * 0.765_37 };
        (x + reach * angle.sin(), y - reach * angle.cos())
    })
}

/// Letters that are one piece of text: a letter with its marks, a ligature. Programs that read the document get a
/// piece as a whole.
struct Piece {
    range: Range<usize>,
    glyphs: Vec<(u32, f32, f32, f32)>,
    /// From right to left, the second letter of a ligature: programs that turn letters round one by one would turn
    /// it before the first, so that it is given to them apart.
    second: Option<Range<usize>>,
}

/// The pieces of a run in the order in which they stand on the page.
fn pieces(block: &Block, run: &Run<'_, ()>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    // From right to left a mark or the second letter of a ligature stands before what it belongs to.
    let (mut marks, mut second) = (Vec::new(), None);
    for cluster in run.visual_clusters() {
        let glyphs: Vec<_> = cluster.glyphs().map(|glyph| (glyph.id, glyph.x, glyph.y, glyph.advance)).collect();
        let mut range = cluster.text_range();
        // The marks of a letter are drawn with it, and not read: whoever searches a word writes it without.
        if let Some((at, _)) = block.text[range.clone()].char_indices().find(|(at, letter)| *at > 0 && is_mark(*letter))
        {
            range.end = range.start + at;
        }
        let is_mark = block.text[range.clone()].chars().next().is_some_and(is_mark);
        let before = pieces.last_mut().filter(|_| !run.is_rtl());
        match (is_mark, cluster.is_ligature_continuation(), before) {
            (true, _, Some(before)) => before.glyphs.extend(glyphs),
            (true, _, None) => marks.extend(glyphs),
            (false, true, Some(before)) => before.range.end = before.range.end.max(range.end),
            (false, true, None) => second = Some(range),
            (false, false, _) => {
                let glyphs = marks.drain(..).chain(glyphs).collect();
                pieces.push(Piece { range, glyphs, second: second.take() });
            }
        }
    }
    pieces
}

/// The vowel signs of Arabic, which stand on letters.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{064B}'..='\u{065F}' | '\u{0670}')
}

/// The glyph of a space in the font of a run.
fn blank(run: &Run<'_, ()>) -> u32 {
    let font = skrifa::FontRef::from_index(run.font().data.as_ref(), run.font().index).ok();
    font.and_then(|font| font.charmap().map(' ')).map_or(0, |glyph| glyph.to_u32())
}

/// Draws letters of one font, as text or as outlines; how wide they are.
fn draw_run(
    surface: &mut Surface<'_>,
    block: &Block,
    run: &Run<'_, ()>,
    (x, y): (f32, f32),
    is_outlined: bool,
    cache: &mut HashMap<u64, Font>,
) -> Result<f32, DocumentError> {
    let (data, id) = run.font().data.clone().into_raw_parts();
    let font = match cache.entry(id) {
        Entry::Occupied(known) => known.get().clone(),
        Entry::Vacant(new) => {
            let font = Font::new(data.into(), run.font().index).ok_or_else(|| broken("font"))?;
            new.insert(font).clone()
        }
    };
    let size = run.font_size();
    let (mut glyphs, mut signs): (Vec<KrillaGlyph>, Vec<_>) = (Vec::new(), Vec::new());
    let mut width = 0.0;
    for piece in pieces(block, run) {
        // What a second letter of a ligature stands on: room without ink, of half the ligature.
        let mut room = 0.0;
        if let (Some(second), Some((_, _, _, advance))) = (piece.second, piece.glyphs.last()) {
            room = advance / 2.0;
            glyphs.push(KrillaGlyph::new(GlyphId::new(blank(run)), room / size, 0.0, 0.0, 0.0, second, None));
        }
        let last = piece.glyphs.len().saturating_sub(1);
        for (at, (id, dx, dy, advance)) in piece.glyphs.into_iter().enumerate() {
            if advance == 0.0 && last > 0 {
                // A mark is an outline: as a letter it would part the word that it stands in.
                signs.push((id, Point::from_xy(x + width + dx, y + dy), piece.range.clone()));
                continue;
            }
            width += advance;
            let taken = if at == last { room } else { 0.0 };
            // Lines are laid out downwards, glyphs placed upwards.
            let (dx, dy, across) = ((dx - room) / size, -dy / size, (advance - taken) / size);
            glyphs.push(KrillaGlyph::new(GlyphId::new(id), across, dx, dy, 0.0, piece.range.clone(), None));
        }
    }
    for (id, at, range) in signs {
        let sign = [KrillaGlyph::new(GlyphId::new(id), 0.0, 0.0, 0.0, 0.0, range, None)];
        surface.draw_glyphs(at, &sign, font.clone(), &block.text, size, true);
    }
    surface.draw_glyphs(Point::from_xy(x, y), &glyphs, font, &block.text, size, is_outlined);
    Ok(width)
}
