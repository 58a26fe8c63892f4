//! The terms a plan was asked under, beyond the instance itself. They travel with the
//! certificate, so that the checker knows what was to be optimal.

use serde::{Deserialize, Serialize};

use super::draft::{JurorSpec, Pair};

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// Jurors who take part no more: they get nothing, and their locked pairs are void.
    #[serde(default)]
    pub dropped: Vec<u32>,
    /// Pairs held in place as if locked, sorted.
    #[serde(default)]
    pub frozen: Vec<Pair>,
    /// Pairs of an earlier plan, sorted: each earns `bonus` when it is in the new plan, and among
    /// plans of equal worth the one that keeps most of them is wanted.
    #[serde(default)]
    pub kept: Vec<Pair>,
    #[serde(default)]
    pub bonus: i64,
    /// No pair that was free to choose may have less affinity than this.
    #[serde(default)]
    pub floor: Option<i64>,
    /// No juror gets more than this, nor less than that (where their own bounds allow).
    #[serde(default)]
    pub most: Option<u32>,
    #[serde(default)]
    pub least: Option<u32>,
}

impl Terms {
    /// The least and the most a juror may get: what is asked of all, as far as their own bounds
    /// allow.
    pub(super) fn loads(&self, juror: &JurorSpec) -> (u32, u32) {
        let most = self.most.unwrap_or(juror.max).clamp(juror.min, juror.max);
        let least = self.least.unwrap_or(juror.min).clamp(juror.min, most);
        (least, most)
    }
}
