//! The Fluent files, parsed once.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

use crate::domain::language::Language;

#[derive(RustEmbed)]
#[folder = "locales"]
struct Files;

/// A value put into a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Words; isolated from the direction of the text around them.
    Text(String),
    /// A number, which also chooses the plural form.
    Number(i64),
}

/// Named values put into a text.
pub type Args = Vec<(&'static str, Arg)>;

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
macro_rules! numbers {
    ($($t:ty),*) => {$(
        impl From<$t> for Arg {
            fn from(number: $t) -> Self {
                // Counts of people and entries: far from the limits of 64 bits.
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
        impl From<&$t> for Arg {
            fn from(number: &$t) -> Self {
                Self::from(*number)
            }
        }
    )*};
}
numbers!(i32, u32, i64, u64, usize);

struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
}

static CATALOGUES: LazyLock<[Catalogue; 3]> =
    LazyLock::new(|| [load(Language::French), load(Language::Arabic), load(Language::English)]);

fn catalogue(language: Language) -> &'static Catalogue {
    match language {
        Language::French => &CATALOGUES[0],
        Language::Arabic => &CATALOGUES[1],
        Language::English => &CATALOGUES[2],
    }
}

fn load(language: Language) -> Catalogue {
    // The locale decides the plural rules: Arabic has six forms.
    let locale: LanguageIdentifier = language.as_str().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // In Arabic, a Latin name or a number inside a sentence needs isolating; elsewhere the marks
    // would only be in the way of whoever copies the text.
    bundle.set_use_isolating(language == Language::Arabic);
    let mut keys = BTreeSet::new();
    for path in Files::iter().filter(|p| p.starts_with(&format!("{language}/")) && p.ends_with(".ftl")) {
        let Some(file) = Files::get(&path) else {
            continue;
        };
        let source = String::from_utf8_lossy(&file.data).into_owned();
        keys.extend(source.lines().filter_map(key_of_line));
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
            tracing::error!(%path, ?errors, "a language file has errors");
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(%path, ?errors, "a language file repeats a key");
        }
    }
    Catalogue { bundle, keys }
}

/// The key that a line of a Fluent file defines.
fn key_of_line(line: &str) -> Option<String> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    let is_key = key.starts_with(|c: char| c.is_ascii_lowercase())
        && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_');
    is_key.then(|| key.to_owned())
}

/// Every key of a language: for the test that compares them.
pub fn all_keys(language: Language) -> &'static BTreeSet<String> {
    &catalogue(language).keys
}

/// Whether a language has a key.
pub fn has_key(language: Language, key: &str) -> bool {
    catalogue(language).bundle.has_message(key)
}

/// The text of a key. A missing key shows itself and is logged; a test makes sure there is none.
pub fn text(language: Language, key: &str, args: &[(&'static str, Arg)]) -> String {
    let bundle = &catalogue(language).bundle;
    let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else {
        tracing::error!(%language, key, "a text is missing");
        return key.to_owned();
    };
    let mut fluent = FluentArgs::new();
    for (name, value) in args {
        match value {
            Arg::Text(text) => fluent.set(*name, text.as_str()),
            Arg::Number(number) => fluent.set(*name, FluentValue::from(*number)),
        }
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned();
    if !errors.is_empty() {
        tracing::error!(%language, key, ?errors, "a text could not be composed");
    }
    text
}

/// A text being composed. Displays itself in its language.
#[derive(Debug, Clone)]
pub struct Message {
    language: Language,
    key: String,
    args: Args,
}

impl Message {
    /// The text of a key, without arguments yet.
    pub fn new(language: Language, key: &str) -> Self {
        Self { language, key: key.to_owned(), args: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Adds several arguments.
    #[must_use]
    pub fn args(mut self, args: &[(&'static str, Arg)]) -> Self {
        self.args.extend_from_slice(args);
        self
    }
}

impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&text(self.language, &self.key, &self.args))
    }
}
