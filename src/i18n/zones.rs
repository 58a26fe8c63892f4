//! Time zones in words: "heure de Casablanca".

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{Speaker, dates};
use crate::domain::language::Language;

/// Zones with a name in three languages. The others are called by their name in the time zone
/// database.
const NAMED: &[(Tz, &str)] = &[
    (Tz::Africa__Casablanca, "zone-casablanca"),
    (Tz::Africa__El_Aaiun, "zone-el-aaiun"),
    (Tz::Africa__Algiers, "zone-algiers"),
    (Tz::Africa__Tunis, "zone-tunis"),
    (Tz::Africa__Tripoli, "zone-tripoli"),
    (Tz::Africa__Nouakchott, "zone-nouakchott"),
    (Tz::Africa__Cairo, "zone-cairo"),
    (Tz::Africa__Dakar, "zone-dakar"),
    (Tz::Africa__Abidjan, "zone-abidjan"),
    (Tz::Africa__Lagos, "zone-lagos"),
    (Tz::Africa__Nairobi, "zone-nairobi"),
    (Tz::Africa__Johannesburg, "zone-johannesburg"),
    (Tz::Atlantic__Cape_Verde, "zone-cape-verde"),
    (Tz::Europe__Paris, "zone-paris"),
    (Tz::Europe__Brussels, "zone-brussels"),
    (Tz::Europe__London, "zone-london"),
    (Tz::Europe__Madrid, "zone-madrid"),
    (Tz::Europe__Lisbon, "zone-lisbon"),
    (Tz::Europe__Zurich, "zone-zurich"),
    (Tz::Europe__Berlin, "zone-berlin"),
    (Tz::Europe__Rome, "zone-rome"),
    (Tz::Europe__Istanbul, "zone-istanbul"),
    (Tz::Asia__Riyadh, "zone-riyadh"),
    (Tz::Asia__Dubai, "zone-dubai"),
    (Tz::Asia__Qatar, "zone-qatar"),
    (Tz::Asia__Beirut, "zone-beirut"),
    (Tz::Asia__Amman, "zone-amman"),
    (Tz::America__Toronto, "zone-toronto"),
    (Tz::America__New_York, "zone-new-york"),
    (Tz::UTC, "zone-utc"),
];

/// Whose time it is.
pub fn name(language: Language, zone: Tz) -> String {
    let speaker = Speaker(language);
    match NAMED.iter().find(|(known, _)| *known == zone) {
        Some((_, key)) => speaker.t(key),
        None => speaker.m("zone-other").arg("zone", zone.name().replace('_', " ")).to_string(),
    }
}

/// A day and time with the zone they are told in, for mails, which have no page around them.
pub fn instant(language: Language, at: DateTime<Utc>, zone: Tz) -> String {
    format!("{} ({})", dates::instant(language, at, zone), name(language, zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_named_by_their_city_or_else_by_their_entry_in_the_database() {
        assert_eq!(name(Language::French, Tz::Africa__Casablanca), "heure de Casablanca");
        assert_eq!(name(Language::Arabic, Tz::Africa__Cairo), "بتوقيت القاهرة");
        assert_eq!(
            name(Language::English, Tz::America__Los_Angeles).replace(['\u{2068}', '\u{2069}'], ""),
            "time zone America/Los Angeles"
        );
    }
}
