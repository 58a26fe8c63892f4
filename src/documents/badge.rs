//! The badge that a laureate shows on their own pages: an SVG without fonts, and a PDF to draw a PNG from.

use super::DocumentError;
use super::paper::{Ink, Item, Paper, Style};
use super::svg;
use crate::domain::language::Language;

/// Its size, in points and in pixels.
pub const SIZE: (f32, f32) = (600.0, 600.0);
/// How wide its words may be.
const MEASURE: f32 = 500.0;

const OUTCOME: Style = Style { size: 58.0, weight: 700.0, ink: Ink::Gold, is_heading: true };
const WHERE: Style = Style { size: 30.0, weight: 600.0, ink: Ink::White, is_heading: false };
const EDITION: Style = Style { size: 26.0, weight: 400.0, ink: Ink::Soft, is_heading: false };

/// What a badge says, in the words of its language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Badge {
    /// Winner or finalist.
    pub outcome: String,
    /// In which category.
    pub category: String,
    /// The name of the edition.
    pub edition: String,
}

fn items(language: Language, badge: &Badge) -> (Paper, Vec<Item>) {
    let mut paper = Paper::new(language, &badge.outcome, "");
    let (middle, edge) = (SIZE.0 / 2.0, (SIZE.0 - MEASURE) / 2.0);
    let mut items = vec![
        Item::Bar { x: 0.0, y: 0.0, width: SIZE.0, height: SIZE.1, ink: Ink::Text },
        Item::Bar { x: 0.0, y: 0.0, width: SIZE.0, height: 14.0, ink: Ink::Gold },
        Item::Star { x: middle, y: 184.0, radius: 112.0, ink: Ink::Brand },
        Item::Star { x: middle, y: 184.0, radius: 52.0, ink: Ink::Gold },
    ];
    let mut y = 322.0;
    for (text, style, gap) in
        [(&badge.outcome, OUTCOME, 6.0), (&badge.category, WHERE, 10.0), (&badge.edition, EDITION, 0.0)]
    {
        y = paper.centred_block(text, style, MEASURE).lines(edge, y, &mut items) + gap;
    }
    (paper, items)
}

/// The badge as an SVG.
pub fn svg(language: Language, badge: &Badge) -> Result<String, DocumentError> {
    let title = format!("{} · {} · {}", badge.outcome, badge.category, badge.edition);
    svg::write(SIZE, &title, &items(language, badge).1)
}

/// The badge as a PDF of one page, to be drawn.
pub fn pdf(language: Language, badge: &Badge) -> Result<Vec<u8>, DocumentError> {
    let (paper, items) = items(language, badge);
    paper.poster(SIZE, &items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_badge_is_drawn_without_a_font_and_escapes_its_title() {
        let badge = Badge { outcome: "فائز".into(), category: "R&D <1>".into(), edition: "2027".into() };
        let drawn = svg(Language::Arabic, &badge).unwrap();
        assert!(drawn.contains("R&amp;D &lt;1>") && !drawn.contains("<text"));
        // The stars, and a path for each of the three lines.
        assert_eq!(drawn.matches("<path").count(), 5);
        assert!(pdf(Language::Arabic, &badge).unwrap().starts_with(b"%PDF-"));
    }
}
