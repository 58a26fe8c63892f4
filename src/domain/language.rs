//! The three languages, and text that exists in each.

use serde::{Deserialize, Serialize};

crate::text_enum! {
    /// A language of the platform. French is the default.
    pub enum Language {
        /// French.
        French = "fr",
        /// Arabic, written from right to left.
        Arabic = "ar",
        /// English.
        English = "en",
    }
}

impl Language {
    /// The writing direction, as HTML names it.
    pub const fn dir(self) -> &'static str {
        match self {
            Self::Arabic => "rtl",
            Self::French | Self::English => "ltr",
        }
    }

    /// The key of its name, which is written in the language itself.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::French => "language-fr",
            Self::Arabic => "language-ar",
            Self::English => "language-en",
        }
    }

    /// The key of its short name.
    pub const fn short_key(self) -> &'static str {
        match self {
            Self::French => "language-short-fr",
            Self::Arabic => "language-short-ar",
            Self::English => "language-short-en",
        }
    }

    /// The first language of an `Accept-Language` header that we speak, by its quality values.
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut best: Option<(u32, Self)> = None;
        for part in header.split(',') {
            let mut pieces = part.trim().split(';');
            let tag = pieces.next().unwrap_or_default().trim();
            let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
            let Ok(language) = primary.parse::<Self>() else {
                continue;
            };
            let quality = pieces
                .find_map(|p| p.trim().strip_prefix("q=").map(|q| q.trim().parse::<f32>().unwrap_or(0.0)))
                .unwrap_or(1.0);
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            // clamped to 0..=1000
            let quality = (quality.clamp(0.0, 1.0) * 1000.0) as u32;
            if quality > 0 && best.is_none_or(|(q, _)| quality > q) {
                best = Some((quality, language));
            }
        }
        best.map(|(_, language)| language)
    }
}

/// Text written in up to three languages. An empty string means "not translated yet".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Localised {
    /// French.
    #[serde(default)]
    pub fr: String,
    /// Arabic.
    #[serde(default)]
    pub ar: String,
    /// English.
    #[serde(default)]
    pub en: String,
}

impl Localised {
    /// The same words in every language: names, codes.
    pub fn same(text: &str) -> Self {
        Self { fr: text.to_owned(), ar: text.to_owned(), en: text.to_owned() }
    }

    /// Text in all three languages.
    pub fn new(fr: &str, ar: &str, en: &str) -> Self {
        Self { fr: fr.to_owned(), ar: ar.to_owned(), en: en.to_owned() }
    }

    /// The text of exactly this language, which may be empty.
    pub fn exact(&self, language: Language) -> &str {
        match language {
            Language::French => &self.fr,
            Language::Arabic => &self.ar,
            Language::English => &self.en,
        }
    }

    /// Replaces the text of one language.
    pub fn set(&mut self, language: Language, text: String) {
        match language {
            Language::French => self.fr = text,
            Language::Arabic => self.ar = text,
            Language::English => self.en = text,
        }
    }

    /// The text to show in a language, and the language it is really written in: the wanted one,
    /// else French, else whichever exists.
    pub fn pick(&self, wanted: Language) -> (&str, Language) {
        for language in [wanted, Language::French, Language::English, Language::Arabic] {
            let text = self.exact(language);
            if !text.trim().is_empty() {
                return (text, language);
            }
        }
        ("", wanted)
    }

    /// The text to show in a language (see [`Self::pick`]).
    pub fn get(&self, wanted: Language) -> &str {
        self.pick(wanted).0
    }

    /// True when no language has any text.
    pub fn is_empty(&self) -> bool {
        Language::ALL.iter().all(|l| self.exact(*l).trim().is_empty())
    }

    /// The languages that have no text yet.
    pub fn missing(&self) -> Vec<Language> {
        Language::ALL.iter().copied().filter(|l| self.exact(*l).trim().is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accept_language_is_read_by_quality() {
        let of = Language::from_accept_language;
        assert_eq!(of("ar-MA,fr;q=0.8"), Some(Language::Arabic));
        assert_eq!(of("de, en;q=0.5, fr;q=0.9"), Some(Language::French));
        assert_eq!(of("de"), None);
        assert_eq!(of("en;q=0, fr"), Some(Language::French));
    }

    #[test]
    fn a_missing_translation_falls_back_and_says_in_which_language() {
        let text = Localised { fr: "Bonjour".into(), ..Localised::default() };
        assert_eq!(text.pick(Language::Arabic), ("Bonjour", Language::French));
        assert_eq!(text.missing(), vec![Language::Arabic, Language::English]);
    }
}
