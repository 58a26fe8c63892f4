//! Countries, and the regions of Morocco, with their names.

use std::sync::LazyLock;

use super::language::{Language, Localised};

/// A country or a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Two letters of ISO 3166-1 for a country, the code of ISO 3166-2 for a region: `MA`, `MA-08`.
    pub code: &'static str,
    /// Its name.
    pub name: Localised,
}

/// A line of the file of places: code, French, Arabic, English; no name has a comma.
fn read(line: &'static str) -> Option<Place> {
    let mut cells = line.split(',');
    let (code, fr, ar, en) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    Some(Place { code, name: Localised::new(fr, ar, en) })
}

static PLACES: LazyLock<Vec<Place>> =
    LazyLock::new(|| include_str!("../../locales/places.csv").lines().skip(1).filter_map(read).collect());

/// Every country.
pub fn countries() -> impl Iterator<Item = &'static Place> {
    PLACES.iter().filter(|place| !place.code.contains('-'))
}

/// The regions of Morocco, in the order of their numbers.
pub fn regions() -> impl Iterator<Item = &'static Place> {
    PLACES.iter().filter(|place| place.code.contains('-'))
}

/// The name of a place by its code.
pub fn name(code: &str, language: Language) -> Option<&'static str> {
    PLACES.iter().find(|place| place.code == code).map(|place| place.name.exact(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_a_name_in_three_languages_and_a_code_of_its_own() {
        let lines = include_str!("../../locales/places.csv").lines().skip(1).count();
        assert_eq!(PLACES.len(), lines);
        assert_eq!((regions().count(), countries().count()), (12, lines - 12));
        for place in PLACES.iter() {
            assert!(place.name.missing().is_empty(), "{}", place.code);
            assert_eq!(PLACES.iter().filter(|other| other.code == place.code).count(), 1, "{}", place.code);
        }
        assert_eq!(name("MA-08", Language::French), Some("Drâa-Tafilalet"));
    }
}
