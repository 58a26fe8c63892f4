//! Drawings of zellige: marks of categories, tiles of entries, art for
//! winners, the histogram whose one gold star is the winner.
//!
//! Each returns SVG that refers to the three shapes of
//! `templates/components/defs.html`, which a page includes once. The same
//! input always gives the same drawing.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// How many category marks there are before they come round again.
pub const MARKS: usize = 12;

const STAR: &str = "zs";
const TURNED: &str = "zt";
const CROSS: &str = "zx";
const CENTRE: (i32, i32) = (50, 50);
const CORNERS: [(i32, i32); 4] = [(0, 0), (100, 0), (0, 100), (100, 100)];

/// The mark of the nth category of an edition, as a square tile.
pub fn category_mark(index: usize) -> String {
    tile("tile", &mark(index))
}

/// The tile of an entry without a logo: the shape of its category, with
/// details drawn from `seed`. In anonymous judging, `salt` is the juror's own,
/// so that a tile seen elsewhere betrays nothing.
pub fn entry_tile(category: usize, seed: &[u8], salt: Option<&[u8]>) -> String {
    let dice = Dice::new(seed, salt);
    tile("tile", &varied(category, &dice))
}

/// Same tile, large, at the head of a page; `class` is added to it.
pub fn entry_tile_with(class: &str, category: usize, seed: &[u8], salt: Option<&[u8]>) -> String {
    let dice = Dice::new(seed, salt);
    tile(&format!("tile {class}"), &varied(category, &dice))
}

/// The sign of the award itself, before its name.
pub fn award_mark() -> String {
    let mut shapes = String::new();
    place(&mut shapes, STAR, "a", CENTRE, 100);
    place(&mut shapes, TURNED, "b", CENTRE, 46);
    format!("{}{shapes}</svg>", open("mark tile", 100, 100, ""))
}

/// A tile for pages that found nothing or failed: a pattern that misses one star.
pub fn missing_tile() -> String {
    tile("tile", &rosette(ground(100, 100), 3, "a", "c"))
}

/// Wide art for a winner without an image: a field of stars and crosses where
/// one star, the gold one, stands out.
pub fn winner_art(seed: &[u8]) -> String {
    const COLUMNS: i32 = 6;
    const ROWS: i32 = 4;
    let dice = Dice::new(seed, None);
    let gold = (1 + dice.pick(0, 4), 1 + dice.pick(1, 2));
    let mut shapes = ground(COLUMNS * 100, ROWS * 100);
    for row in 0..ROWS {
        for column in 0..COLUMNS {
            let at = (column * 100 + 50, row * 100 + 50);
            let roll = dice.at(usize::try_from(row * COLUMNS + column).unwrap_or_default() + 2);
            if (column, row) == gold {
                place(&mut shapes, STAR, "b", at, 100);
                place(&mut shapes, TURNED, "a", at, 46);
                continue;
            }
            match roll % 4 {
                0 => place(&mut shapes, STAR, "c", at, 100),
                1 => place(&mut shapes, STAR, "a", at, 100),
                _ => {
                    place(&mut shapes, STAR, "a", at, 100);
                    place(&mut shapes, TURNED, "bg", at, 30 + i32::from(roll % 3) * 14);
                }
            }
        }
    }
    format!(
        "{}{shapes}</svg>",
        open("tile art-tile", COLUMNS * 100, ROWS * 100, " preserveAspectRatio=\"xMidYMid slice\"")
    )
}

/// The hero of the landing page: columns of stars, `heights` from the outer
/// side of the page inward (right to left in French). The tallest column ends
/// with the gold star; the two runners-up with a white one.
pub fn hero_histogram(heights: &[usize]) -> String {
    let columns = heights.len();
    let tallest = heights.iter().copied().max().unwrap_or_default();
    let rows = tallest + 2;
    let (width, height) = (coordinate(columns) * 100, coordinate(rows) * 100);
    let mut order: Vec<usize> = (0..columns).collect();
    order.sort_by_key(|&column| std::cmp::Reverse(heights[column]));
    let medal = |column: usize| order.iter().take(3).position(|&placed| placed == column);
    let mut shapes = String::new();
    for (column, &stars) in heights.iter().enumerate() {
        let x = width - coordinate(column) * 100 - 50;
        for star in 0..stars {
            let y = height - coordinate(star) * 100 - 50;
            let top = star + 1 == stars;
            let class = match medal(column) {
                Some(0) if top => "z-b",
                Some(_) if top && stars > 2 => "z-c",
                _ => "z-a",
            };
            place(&mut shapes, STAR, class, (x, y), 100);
            if class != "z-a" || (column * 7 + star * 5) % 3 != 1 {
                place(&mut shapes, TURNED, "z-d", (x, y), 46);
            }
            // A cross fills the gap between four stars that are all there.
            let inward = heights.get(column + 1).copied().unwrap_or_default();
            if star > 0 && star < inward {
                place(&mut shapes, CROSS, "z-d", (x - 50, y + 50), 100);
            }
        }
        for above in 0..(rows - stars).min(3) {
            let y = height - coordinate(stars + above) * 100 - 50;
            place(&mut shapes, STAR, &format!("z-line l{above}"), (x, y), 100);
        }
    }
    format!("{}{shapes}</svg>", open("zellige", width, height, " preserveAspectRatio=\"xMaxYMax meet\""))
}

/// The plain mark of a category: four shapes in two colourings, then inverted.
fn mark(index: usize) -> String {
    let (strong, soft) = if index % 8 < 4 { ("a", "b") } else { ("b", "a") };
    let mut shapes = ground(100, 100);
    if index % MARKS >= 8 {
        return rosette(shapes, index % 4, strong, soft);
    }
    match index % 4 {
        0 => {
            place(&mut shapes, STAR, strong, CENTRE, 100);
            place(&mut shapes, TURNED, "bg", CENTRE, 58);
            place(&mut shapes, STAR, soft, CENTRE, 34);
        }
        1 => {
            place(&mut shapes, STAR, "c", CENTRE, 100);
            place(&mut shapes, TURNED, strong, CENTRE, 72);
            place(&mut shapes, STAR, soft, CENTRE, 36);
        }
        2 => {
            for corner in CORNERS {
                place(&mut shapes, STAR, strong, corner, 100);
            }
            place(&mut shapes, TURNED, soft, CENTRE, 40);
        }
        _ => {
            place(&mut shapes, CROSS, strong, CENTRE, 100);
            place(&mut shapes, STAR, soft, CENTRE, 40);
            for corner in CORNERS {
                place(&mut shapes, TURNED, "c", corner, 48);
            }
        }
    }
    shapes
}

/// Four more marks: the pattern at half size, one place left to the accent.
fn rosette(mut shapes: String, accent: usize, strong: &str, soft: &str) -> String {
    for (place_number, at) in [(25, 25), (75, 25), (25, 75), (75, 75)].into_iter().enumerate() {
        let class = if place_number == accent { soft } else { strong };
        place(&mut shapes, STAR, class, at, 50);
    }
    place(&mut shapes, CROSS, "c", CENTRE, 50);
    shapes
}

/// The category's mark with corners, a ring and a heart drawn from the seed.
fn varied(category: usize, dice: &Dice) -> String {
    let mut shapes = mark(category);
    let corners = ["c", "a", "bg"][usize::from(dice.at(0) % 3)];
    let size = 18 + i32::from(dice.at(1) % 4) * 6;
    for (bit, corner) in CORNERS.into_iter().enumerate() {
        if dice.at(2) >> bit & 1 == 1 {
            place(&mut shapes, TURNED, corners, corner, size);
        }
    }
    let sides = [(50, 0), (100, 50), (50, 100), (0, 50)];
    for (bit, side) in sides.into_iter().enumerate() {
        if dice.at(3) >> bit & 1 == 1 {
            place(&mut shapes, STAR, "w", side, 14 + i32::from(dice.at(4) % 3) * 5);
        }
    }
    let heart = [TURNED, STAR][usize::from(dice.at(5) % 2)];
    place(&mut shapes, heart, "w", CENTRE, 8 + i32::from(dice.at(6) % 4) * 4);
    shapes
}

fn tile(class: &str, shapes: &str) -> String {
    format!("{}{shapes}</svg>", open(class, 100, 100, ""))
}

fn open(class: &str, width: i32, height: i32, more: &str) -> String {
    format!(
        "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\"{more} \
         aria-hidden=\"true\" focusable=\"false\">"
    )
}

fn ground(width: i32, height: i32) -> String {
    format!("<rect class=\"bg\" width=\"{width}\" height=\"{height}\"/>")
}

/// Puts a shape, one tile wide, at a point and a size in hundredths.
fn place(shapes: &mut String, shape: &str, class: &str, (x, y): (i32, i32), size: i32) {
    let _ = write!(shapes, "<use href=\"#{shape}\" class=\"{class}\" transform=\"translate({x} {y})");
    if size != 100 {
        let _ = write!(shapes, " scale(.{size:02})");
    }
    shapes.push_str("\"/>");
}

fn coordinate(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX / 100)
}

/// Bytes that look random and are always the same for a seed and a salt.
struct Dice([u8; 32]);

impl Dice {
    fn new(seed: &[u8], salt: Option<&[u8]>) -> Self {
        let mut hash = Sha256::new();
        hash.update(b"zellige");
        if let Some(salt) = salt {
            hash.update((salt.len() as u64).to_be_bytes());
            hash.update(salt);
        }
        hash.update(seed);
        Self(hash.finalize().into())
    }

    fn at(&self, index: usize) -> u8 {
        self.0[index % self.0.len()]
    }

    /// A number from 0 up to, not including, `sides`.
    fn pick(&self, index: usize, sides: u8) -> i32 {
        i32::from(self.at(index) % sides)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_category_has_its_own_mark() {
        let marks: HashSet<String> = (0..MARKS).map(category_mark).collect();
        assert_eq!(marks.len(), MARKS);
        assert_eq!(category_mark(0), category_mark(24));
    }

    #[test]
    fn a_tile_depends_on_the_seed_and_the_salt_only() {
        let tile = entry_tile(3, b"2027-AGR-014", None);
        assert_eq!(tile, entry_tile(3, b"2027-AGR-014", None));
        assert_ne!(tile, entry_tile(3, b"2027-AGR-014", Some(b"juror")));
        let seeds: HashSet<String> = (0..200_u32).map(|seed| entry_tile(1, &seed.to_be_bytes(), None)).collect();
        assert!(seeds.len() > 190, "{} tiles for 200 entries", seeds.len());
    }

    #[test]
    fn a_salt_and_a_seed_cannot_be_shifted_into_one_another() {
        assert_ne!(entry_tile(0, b"bc", Some(b"a")), entry_tile(0, b"c", Some(b"ab")));
    }

    #[test]
    fn the_histogram_has_exactly_one_gold_star_on_its_tallest_column() {
        let hero = hero_histogram(&[7, 6, 4, 5, 3, 2, 2, 1, 1]);
        assert_eq!(hero.matches("class=\"z-b\"").count(), 1);
        assert_eq!(hero.matches("class=\"z-c\"").count(), 2);
        // Nine columns and two rows more than the tallest; the first column is the outer one.
        assert!(hero.contains("viewBox=\"0 0 900 900\""));
        assert!(hero.contains("class=\"z-b\" transform=\"translate(850 250)\""));
        assert_eq!(hero, hero_histogram(&[7, 6, 4, 5, 3, 2, 2, 1, 1]));
    }

    #[test]
    fn a_tie_at_the_top_still_has_one_gold_star_and_nothing_is_drawn_of_nothing() {
        assert_eq!(hero_histogram(&[3, 3, 3]).matches("z-b").count(), 1);
        assert_eq!(hero_histogram(&[]).matches("<use").count(), 0);
    }

    #[test]
    fn winner_art_has_one_gold_star() {
        for seed in 0..50_u8 {
            let art = winner_art(&[seed]);
            assert_eq!(art.matches("class=\"b\"").count(), 1);
        }
    }

    #[test]
    fn drawings_are_hidden_from_screen_readers_and_carry_no_style() {
        for svg in [category_mark(9), missing_tile(), award_mark(), winner_art(b"x")] {
            assert!(svg.contains("aria-hidden=\"true\""));
            assert!(!svg.contains("style="));
            assert_eq!(svg.matches("<svg").count(), svg.matches("</svg>").count());
        }
    }
}
