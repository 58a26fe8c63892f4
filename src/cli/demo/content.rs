//! The made-up people and entries of the demo, embedded.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::language::{Language, Localised};
use crate::domain::organisation::Profile;

/// An organiser.
#[derive(Debug, Clone, Deserialize)]
pub struct DemoOrganiser {
    pub name: String,
    pub email: String,
    pub languages: Vec<Language>,
}

/// An applicant.
#[derive(Debug, Clone, Deserialize)]
pub struct DemoOwner {
    pub name: String,
    pub email: String,
}

/// Where a demo entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DemoState {
    Draft,
    Eligible,
    Ineligible,
    Returned,
    Withdrawn,
}

/// An entry.
#[derive(Debug, Clone, Deserialize)]
pub struct DemoEntry {
    /// Its word in the other files.
    pub code: String,
    /// The code of its category.
    pub category: String,
    pub language: Language,
    pub title: String,
    pub organisation: String,
    pub owner: DemoOwner,
    /// How good it is, in tenths of a point around the middle of the scale.
    pub quality: i32,
    pub state: DemoState,
    /// What is known of the startup.
    #[serde(default)]
    pub profile: Profile,
    pub answers: BTreeMap<String, serde_json::Value>,
    /// What it got, in the edition that is announced.
    #[serde(default)]
    pub outcome: Option<crate::domain::outcome::OutcomeKind>,
    #[serde(default)]
    pub citation: Localised,
    #[serde(default)]
    pub summary: Localised,
}

/// A tie of a juror.
#[derive(Debug, Clone, Deserialize)]
pub struct DemoConflict {
    pub organisation: String,
    pub reason: String,
}

/// What a juror may write to an applicant.
#[derive(Debug, Clone, Deserialize)]
pub struct DemoComment {
    pub tone: String,
    pub language: Language,
    pub text: String,
    /// For this entry only.
    #[serde(default)]
    pub entry: Option<String>,
}

/// A juror stepping back.
#[derive(Debug, Clone, Deserialize)]
pub struct DemoRecusal {
    pub entry: String,
    pub reason: String,
}

/// A juror.
#[derive(Debug, Clone, Deserialize)]
pub struct DemoJuror {
    pub name: String,
    pub email: String,
    pub organisation: String,
    pub title: String,
    pub languages: Vec<Language>,
    pub categories: Vec<String>,
    pub expertise: String,
    /// How severe, in tenths of a point: negative is severe.
    pub severity: i32,
    /// How far scores scatter, in tenths of a point.
    pub noise: i32,
    /// How much of the work is done, in percent.
    pub progress: usize,
    pub conflicts: Vec<DemoConflict>,
    #[serde(default)]
    pub recusal: Option<DemoRecusal>,
    pub comments: Vec<DemoComment>,
}

/// Everything made up.
#[derive(Debug, Clone)]
pub struct Content {
    pub organisers: Vec<DemoOrganiser>,
    pub jurors: Vec<DemoJuror>,
    pub entries: Vec<DemoEntry>,
    pub last_entries: Vec<DemoEntry>,
}

impl Content {
    /// Reads the embedded files.
    pub fn load() -> Result<Self, serde_json::Error> {
        Ok(Self {
            organisers: serde_json::from_str(include_str!("content/organisers.json"))?,
            jurors: serde_json::from_str(include_str!("content/jurors.json"))?,
            entries: serde_json::from_str(include_str!("content/entries.json"))?,
            last_entries: serde_json::from_str(include_str!("content/last_edition.json"))?,
        })
    }
}

impl DemoEntry {
    /// The answers as text.
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.answers
            .iter()
            .map(|(key, value)| (key.clone(), value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
            .collect()
    }
}
