//! The picture that social networks show beside a link to a laureate: 1200 by 630, in each language.

use sha2::{Digest, Sha256};

use super::DocumentError;
use super::paper::{Ink, Item, Paper, Style};
use crate::domain::language::Language;

/// Its size, in points, and in pixels.
pub const SIZE: (f32, f32) = (1200.0, 630.0);
const MARGIN: f32 = 72.0;
/// How wide text may be: the stars have the rest.
const MEASURE: f32 = 700.0;
/// How high the name may be.
const NAME: f32 = 270.0;

const KICKER: Style = Style { size: 27.0, weight: 600.0, ink: Ink::Gold, is_heading: false };
const UNDER: Style = Style { size: 30.0, weight: 400.0, ink: Ink::Soft, is_heading: false };
const FOOT: Style = Style { size: 26.0, weight: 600.0, ink: Ink::White, is_heading: false };

/// What a card says, in the words of its language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// What it won, in which category and year.
    pub kicker: String,
    /// The title of the entry.
    pub name: String,
    /// Who is behind it.
    pub organisation: String,
    /// The name of the edition.
    pub edition: String,
}

impl Card {
    /// Tells two cards apart.
    pub fn fingerprint(&self, language: Language) -> String {
        let mut hash = Sha256::new();
        for part in [language.as_str(), &self.kicker, &self.name, &self.organisation, &self.edition] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hex::encode(hash.finalize())
    }
}

/// The card as a PDF of one page, to be drawn.
pub fn pdf(language: Language, card: &Card) -> Result<Vec<u8>, DocumentError> {
    let mut paper = Paper::new(language, &card.name, "");
    let mut items = vec![Item::Bar { x: 0.0, y: 0.0, width: SIZE.0, height: SIZE.1, ink: Ink::Text }];
    let is_rtl = paper.is_rtl();
    stars(&card.name, is_rtl, &mut items);
    items.push(Item::Bar { x: 0.0, y: 0.0, width: SIZE.0, height: 12.0, ink: Ink::Gold });
    let x = if is_rtl { SIZE.0 - MARGIN - MEASURE } else { MARGIN };
    let mut y = paper.block(&card.kicker, KICKER, MEASURE).lines(x, 84.0, &mut items) + 14.0;
    // The largest letters in which the name fits.
    for size in [84.0, 70.0, 58.0, 46.0, 36.0] {
        let style = Style { size, weight: 700.0, ink: Ink::White, is_heading: true };
        let block = paper.block(&card.name, style, MEASURE);
        if block.layout.height() <= NAME || size <= 36.0 {
            y = block.lines(x, y, &mut items);
            break;
        }
    }
    paper.block(&card.organisation, UNDER, MEASURE).lines(x, y + 8.0, &mut items);
    paper.block(&card.edition, FOOT, MEASURE).lines(x, SIZE.1 - 100.0, &mut items);
    paper.poster(SIZE, &items)
}

/// A field of stars at the end of the line, one of them gold; which one, the name decides.
fn stars(seed: &str, is_rtl: bool, items: &mut Vec<Item>) {
    const COLUMNS: u8 = 4;
    const ROWS: u8 = 6;
    const PITCH: f32 = 106.0;
    let dice = Sha256::digest(seed.as_bytes());
    let gold = (1 + dice[0] % 2, 1 + dice[1] % 4);
    for row in 0..ROWS {
        for column in 0..COLUMNS {
            let from_edge = f32::from(COLUMNS - 1 - column).mul_add(PITCH, 44.0);
            let x = if is_rtl { from_edge } else { SIZE.0 - from_edge };
            let y = f32::from(row).mul_add(PITCH, 52.0);
            let is_gold = (column, row) == gold;
            items.push(Item::Star { x, y, radius: 52.0, ink: if is_gold { Ink::Gold } else { Ink::Brand } });
            // Some stars of the first column are missing, so that the field ends softly.
            if column == 0 && dice[usize::from(row) + 2] % 2 == 0 && !is_gold {
                items.pop();
                continue;
            }
            let heart = if is_gold { Ink::White } else { Ink::Text };
            items.push(Item::Star { x, y, radius: 22.0, ink: heart });
        }
    }
}
