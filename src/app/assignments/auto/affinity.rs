//! How well a juror suits an entry: components from 0 to 100, each visible with its weight.

use super::facts::Facts;
use super::wishes::Weights;
use crate::domain::entry::Entry;
use crate::domain::juror::{Juror, Preference};
use crate::judging::assignment::Similarity;

/// The components of an affinity, each from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// 100: the juror named the entry's category; 50: the juror takes every category; 0: another.
    pub category: u32,
    /// How near the juror's expertise is to the entry's text; 100 is the nearest pair of the round.
    pub expertise: u32,
    /// 100: the entry is in the juror's first language; 50: in another that the juror reads.
    pub language: u32,
    /// 100: the juror would rather judge the entry's category; 50: either way; 0: rather not.
    pub preference: u32,
}

impl Fit {
    /// The affinity: the components by their weights.
    pub fn total(self, weights: &Weights) -> i64 {
        let parts = [
            (self.category, weights.category),
            (self.expertise, weights.expertise),
            (self.language, weights.language),
            (self.preference, weights.preference),
        ];
        parts.iter().map(|(part, weight)| i64::from(part * weight)).sum()
    }
}

/// The affinities of a round's entries and jurors, by position.
#[derive(Debug, Clone)]
pub struct Affinities {
    similarity: Similarity,
    /// Entry by entry, in thousandths.
    near: Vec<u32>,
    jurors: usize,
    nearest: u32,
}

impl Affinities {
    /// Compares everybody's expertise with every entry.
    pub fn new(facts: &Facts) -> Self {
        let expertise: Vec<String> =
            facts.jurors.iter().map(|juror| format!("{} {}", juror.title, juror.expertise)).collect();
        let similarity = Similarity::new(&facts.texts, &expertise);
        let jurors = expertise.len();
        let pairs = (0..facts.texts.len()).flat_map(|entry| (0..jurors).map(move |juror| (entry, juror)));
        let near: Vec<u32> = pairs.map(|(entry, juror)| similarity.of(entry, juror)).collect();
        let nearest = near.iter().copied().max().unwrap_or(0).max(1);
        Self { similarity, near, jurors, nearest }
    }

    /// The components of a pair.
    pub fn fit(&self, facts: &Facts, entry: usize, juror: usize) -> Fit {
        let near = self.near.get(entry * self.jurors + juror).copied().unwrap_or(0);
        let (Some(e), Some(j)) = (facts.entries.get(entry), facts.jurors.get(juror)) else {
            return Fit { category: 0, expertise: 0, language: 0, preference: 0 };
        };
        Fit {
            category: category(e, j),
            expertise: (near * 100 + self.nearest / 2) / self.nearest,
            language: language(e, j),
            preference: preference(e, j),
        }
    }

    /// The words that bring a juror's expertise and an entry together most.
    pub fn words(&self, entry: usize, juror: usize, most: usize) -> Vec<&str> {
        self.similarity.words_in_common(entry, juror, most)
    }
}

fn category(entry: &Entry, juror: &Juror) -> u32 {
    match juror.categories.contains(&entry.category_id) {
        true => 100,
        false if juror.categories.is_empty() => 50,
        false => 0,
    }
}

fn preference(entry: &Entry, juror: &Juror) -> u32 {
    match juror.preferences.get(&entry.category_id) {
        Some(Preference::Rather) => 100,
        None | Some(Preference::Either) => 50,
        Some(Preference::RatherNot) => 0,
    }
}

fn language(entry: &Entry, juror: &Juror) -> u32 {
    match juror.reads.contains(&entry.language) {
        true if juror.language == entry.language => 100,
        true => 50,
        false => 0,
    }
}
