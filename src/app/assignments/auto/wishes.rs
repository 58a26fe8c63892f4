//! What an organiser asks of a plan.

use serde::Serialize;

use crate::domain::round::Round;

/// Greatest weight of a component.
pub const WEIGHT_LIMIT: u32 = 10;
/// Most jurors an entry may be given.
pub const NEED_LIMIT: u32 = 50;
/// Greatest limit of entries for a juror.
pub const LOAD_LIMIT: u32 = 10_000;

/// How much each component of an affinity counts, from 0 to [`WEIGHT_LIMIT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Weights {
    /// The entry's category is one that the juror named.
    pub category: u32,
    /// The juror's expertise is near the entry's text.
    pub expertise: u32,
    /// The entry is in the juror's first language.
    pub language: u32,
    /// The juror would rather judge the entry's category.
    pub preference: u32,
}

impl Default for Weights {
    /// Trade and subject alike; language and preference half as much: whoever can't read an entry never
    /// gets it, and a wish is no competence.
    fn default() -> Self {
        Self { category: 4, expertise: 4, language: 2, preference: 2 }
    }
}

crate::text_enum! {
    /// What becomes of assignments that nobody has begun. Those that were begun or scored always
    /// stay.
    pub enum KeepWish {
        /// They stay.
        Locked = "locked",
        /// They stay unless a change gains more than [`BONUS`] points.
        Prefer = "prefer",
        /// They may change freely.
        Free = "free",
    }
}

/// What a change must gain to be worth the disturbance, in points of affinity.
pub(super) const BONUS: i64 = 100;

/// What an organiser asks of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wishes {
    /// How much each component counts.
    pub weights: Weights,
    /// How many jurors each entry gets.
    pub per_entry: u32,
    /// Most entries of any juror, besides the jurors' own limits.
    pub max_load: Option<u32>,
    /// Only jurors who know the category.
    pub only_categories: bool,
    /// Loads as level as possible, before affinity.
    pub level: bool,
    /// The worst pair as good as possible, before affinity.
    pub bottleneck: bool,
    /// One jury: every juror linked to every other by entries in common.
    pub connect: bool,
    /// What becomes of assignments that nobody has begun.
    pub keep: KeepWish,
}

impl Wishes {
    /// What is asked unless somebody says otherwise.
    pub fn of_round(round: &Round) -> Self {
        Self {
            weights: Weights::default(),
            per_entry: u32::try_from(round.jurors_per_entry).unwrap_or(1),
            max_load: None,
            only_categories: true,
            level: true,
            bottleneck: false,
            connect: true,
            keep: KeepWish::Locked,
        }
    }
}
