//! What an installation calls itself and looks like: name, colour, logo, partners, pages of its own.

use serde::{Deserialize, Serialize};

use super::language::Localised;

/// Most partners.
pub const MAX_PARTNERS: usize = 24;
/// Most pages of one's own.
pub const MAX_PAGES: usize = 20;

/// Somebody who supports the award.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    /// Its name.
    pub name: String,
    /// Its web address, or empty.
    pub url: String,
}

/// What an installation calls itself and looks like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// Always 1: there is one.
    pub id: i32,
    /// Its name; empty: the usual one.
    pub name: Localised,
    /// A few words under the name; empty: the usual ones.
    pub tagline: Localised,
    /// Its colour as `#rrggbb`, or empty: the usual one.
    pub brand: String,
    /// Who supports it.
    pub partners: Vec<Partner>,
    /// What it adds to the page of data and rights, in Markdown.
    pub legal: Localised,
    /// Where the bytes of its logo are.
    pub logo_key: Option<String>,
    /// Counts edits.
    pub version: i32,
}

/// A page of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SitePage {
    /// Its word in addresses, unique.
    pub slug: String,
    /// Its title.
    pub title: Localised,
    /// What it says, in Markdown.
    pub text: Localised,
    /// Its place in the foot of every page, from 1.
    pub position: i32,
    /// Counts edits.
    pub version: i32,
}

/// A colour, as its red, green and blue, each from 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// The least contrast of text that everybody can read (WCAG 2.2, 1.4.3).
pub const READABLE: f64 = 4.5;
/// White, and the ground of the dark scheme.
const WHITE: Colour = Colour([255; 3]);
const DARK: Colour = Colour([0x14, 0x17, 0x2F]);
const BLACK: Colour = Colour([0; 3]);

impl Colour {
    /// From `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        let bytes = hex::decode(digits).ok()?;
        Some(Self(bytes.try_into().ok()?))
    }

    /// As `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{}", hex::encode(self.0))
    }

    /// Relative luminance, from 0 (black) to 1 (white) (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast of two colours, from 1 (the same) to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// This colour with some thousandths of another.
    fn mixed(self, other: Self, thousandths: u32) -> Self {
        let mix = |at: usize| {
            let sum = u32::from(self.0[at]) * (1000 - thousandths) + u32::from(other.0[at]) * thousandths;
            u8::try_from((sum + 500) / 1000).unwrap_or(u8::MAX)
        };
        Self([mix(0), mix(1), mix(2)])
    }

    /// Whether white letters on it can be read: what it takes to be the colour of buttons and of the front page.
    pub fn carries_white(self) -> bool {
        self.contrast(WHITE) >= READABLE
    }

    /// The nearest lighter colour whose letters can be read on the dark ground.
    fn on_dark(self) -> Self {
        (0..=20)
            .map(|step| self.mixed(WHITE, step * 50))
            .find(|mixed| mixed.contrast(DARK) >= READABLE + 0.5)
            .unwrap_or(WHITE)
    }

    /// What takes the place of the usual colours: names and values for the light scheme, then for the dark one.
    pub fn palette(self) -> [Vec<(&'static str, Colour)>; 2] {
        let light = vec![
            ("brand", self),
            ("brand-deep", self.mixed(BLACK, 350)),
            ("brand-tint", self.mixed(WHITE, 900)),
            ("hero", self),
            ("hero-2", self.mixed(WHITE, 850)),
            ("hero-line", self.mixed(WHITE, 300)),
            ("hero-deep", self.mixed(BLACK, 550)),
        ];
        let dark = self.on_dark();
        let dark = vec![
            ("brand", dark),
            ("brand-deep", dark.mixed(WHITE, 400)),
            ("brand-tint", self.mixed(DARK, 700)),
            ("hero", self.mixed(BLACK, 350)),
            ("hero-line", self.mixed(WHITE, 100)),
            ("hero-deep", self.mixed(BLACK, 750)),
        ];
        [light, dark]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert!((BLACK.contrast(WHITE) - 21.0).abs() < 1e-9);
        // The well-known grey that just carries white.
        assert!(Colour::parse("#767676").unwrap().carries_white());
        assert!(!Colour::parse("#777777").unwrap().carries_white());
        assert_eq!(Colour::parse("#12345"), None);
        assert_eq!(Colour::parse(" #2B36c8 ").unwrap().hex(), "#2b36c8");
    }

    proptest! {
        #[test]
        fn letters_in_a_colour_that_carries_white_can_be_read_in_both_schemes(rgb in prop::array::uniform3(0_u8..)) {
            let colour = Colour(rgb);
            prop_assume!(colour.carries_white());
            let [light, dark] = colour.palette();
            let of = |palette: &[(&str, Colour)], name: &str| palette.iter().find(|(n, _)| *n == name).map(|(_, c)| *c);
            prop_assert!(of(&light, "brand").unwrap().contrast(WHITE) >= READABLE);
            prop_assert!(of(&light, "brand-deep").unwrap().contrast(of(&light, "brand-tint").unwrap()) >= READABLE);
            prop_assert!(of(&dark, "brand").unwrap().contrast(DARK) >= READABLE);
            prop_assert!(of(&dark, "hero").unwrap().contrast(WHITE) >= READABLE);
        }
    }
}
