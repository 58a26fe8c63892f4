//! Words in three languages: every text a person sees comes from `locales/{fr,ar,en}/*.ftl`.

mod catalogue;
pub mod dates;
pub mod numbers;
pub mod zones;

pub use catalogue::{Arg, Args, Message, all_keys, has_key, text};

use crate::domain::language::Language;

/// Speaks one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speaker(pub Language);

impl Speaker {
    /// The text of a key without arguments.
    pub fn t(self, key: &str) -> String {
        text(self.0, key, &[])
    }

    /// The text of a key with arguments: `l.m("entries-count").arg("n", 3)`.
    pub fn m(self, key: &str) -> Message {
        Message::new(self.0, key)
    }
}

/// A name inside a sentence, kept from turning the direction of what stands around it.
pub fn isolated(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
}
