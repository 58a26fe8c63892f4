//! How organisers screen the entries of an edition, and what they write beside them.

use chrono::{DateTime, Utc};

use super::ids::{EditionId, EntryId, EntryNoteId, EntryViewId, UserId};
use super::language::Localised;

/// Most lines of a checklist, and most ready reasons.
pub const MAX_LINES: usize = 12;
/// Most tags of an entry, and the longest in characters.
pub const MAX_TAGS: usize = 8;
/// Longest tag, in characters.
pub const TAG_LIMIT: usize = 30;

/// How the entries of an edition are screened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScreeningRules {
    /// The edition.
    pub edition_id: EditionId,
    /// What an eligible entry fulfils, line by line: each is ticked before it is accepted.
    pub checklist: Vec<Localised>,
    /// Ready words for a refusal or for what is missing.
    pub reasons: Vec<Localised>,
    /// A refusal holds once a second person has confirmed it.
    pub second_reader: bool,
    /// Counts edits.
    pub version: i32,
}

impl ScreeningRules {
    /// No checklist, no ready words, no second person.
    pub fn none(edition_id: EditionId) -> Self {
        Self { edition_id, checklist: Vec::new(), reasons: Vec::new(), second_reader: false, version: 0 }
    }
}

/// A refusal that waits for a second person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The entry.
    pub entry_id: EntryId,
    /// Why.
    pub reason: String,
    /// Who proposes it.
    pub proposed_by: UserId,
    /// When.
    pub proposed_at: DateTime<Utc>,
}

/// What an organiser wrote beside an entry, for organisers only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryNote {
    /// Its id.
    pub id: EntryNoteId,
    /// The entry.
    pub entry_id: EntryId,
    /// Who wrote it.
    pub written_by: UserId,
    /// When.
    pub written_at: DateTime<Utc>,
    /// What.
    pub text: String,
}

/// A list of entries as somebody likes it: filters, order and columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryView {
    /// Its id.
    pub id: EntryViewId,
    /// The edition.
    pub edition_id: EditionId,
    /// Whose it is.
    pub user_id: UserId,
    /// What it is called.
    pub name: String,
    /// The query of the list's address, with its question mark.
    pub query: String,
}

crate::text_enum! {
    /// By what a list of entries is sorted.
    pub enum EntrySort {
        /// Their reference.
        Reference = "reference",
        /// Their title.
        Title = "title",
        /// When they were received.
        Received = "received",
        /// Where they stand.
        Status = "status",
    }
}

/// How alike two texts are, from 0 (no word in common) to 1000 (the same words): the words of both over the words
/// of either (Jaccard, 1901). Words of fewer than four letters say nothing.
pub fn likeness(one: &str, other: &str) -> u32 {
    use std::collections::BTreeSet;
    let words = |text: &str| -> BTreeSet<String> {
        let searchable = super::text::searchable(text);
        searchable
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 3)
            .map(str::to_owned)
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let both = one.intersection(&other).count();
    let either = one.union(&other).count();
    u32::try_from(both * 1000 / either.max(1)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_the_same_words_are_alike_whatever_their_order_and_accents() {
        assert_eq!(likeness("Éau pour les oasis", "oasis : POUR les eaux"), 666);
        assert_eq!(likeness("irrigation goutte", "Goutte, irrigation."), 1000);
        assert_eq!(likeness("a un de", "a un de"), 0);
    }
}
