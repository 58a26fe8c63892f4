//! What an assignment is asked of: entries, jurors and the pairs that may meet, before checking.

use thiserror::Error;

/// An entry and how many jurors must score it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntrySpec {
    pub name: String,
    pub need: u32,
    pub panel: Option<String>,
    pub language: Option<String>,
}

/// A juror, with the fewest and the most entries they may be given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JurorSpec {
    pub name: String,
    pub min: u32,
    pub max: u32,
    pub panels: Vec<String>,
    pub languages: Vec<String>,
}

/// How well a juror suits an entry. A pair that is absent is not allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Affinity {
    pub entry: u32,
    pub juror: u32,
    pub value: i64,
}

/// A pair by position: entry, juror.
pub type Pair = (u32, u32);

/// Everything an instance is made of; entries and jurors are known by their position.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    pub entries: Vec<EntrySpec>,
    pub jurors: Vec<JurorSpec>,
    pub affinities: Vec<Affinity>,
    /// Pairs that may never meet, whatever their affinity.
    pub conflicts: Vec<Pair>,
    /// Pairs that must be in the plan.
    pub locked: Vec<Pair>,
    /// Only jurors of the entry's panel may score it.
    pub by_panel: bool,
    /// Only jurors who read the entry's language may score it.
    pub by_language: bool,
}

/// Where in a draft a problem is (positions count from zero).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Entry(usize),
    Juror(usize),
    Affinity(usize),
    Conflict(usize),
    Lock(usize),
    Whole,
}

/// A draft that can't be an instance.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{problem}")]
pub struct DraftError {
    pub place: Place,
    pub problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    #[error("entry needs {need} jurors, but there are only {jurors}")]
    NeedAboveJurors { need: u32, jurors: usize },
    #[error("juror's least load {min} is above the most, {max}")]
    MinAboveMax { min: u32, max: u32 },
    #[error("there is no entry {0}")]
    UnknownEntry(u32),
    #[error("there is no juror {0}")]
    UnknownJuror(u32),
    #[error("entry {} and juror {} are listed twice", .0.0, .0.1)]
    DuplicatePair(Pair),
    #[error("locked pair of entry {} and juror {} is a conflict of interest", .0.0, .0.1)]
    LockedConflict(Pair),
    #[error("locked pair of entry {} and juror {} is not among the allowed pairs", .0.0, .0.1)]
    LockedNotAllowed(Pair),
    #[error("entry {entry} has more locked jurors than the {need} it needs")]
    LocksAboveNeed { entry: u32, need: u32 },
    #[error("juror {juror} has more locked entries than their most, {max}")]
    LocksAboveMax { juror: u32, max: u32 },
    #[error("affinities are too large to be summed without overflow")]
    Overflow,
    #[error("there are too many entries, jurors or pairs")]
    TooMany,
}

impl Problem {
    pub(super) fn at(self, place: Place) -> DraftError {
        DraftError { place, problem: self }
    }
}
