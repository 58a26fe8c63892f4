//! The proof that a plan is optimal: prices whose dual value equals what the plan is worth.

use serde::{Deserialize, Serialize};

use super::connect::Bridge;
use super::cut::Cut;
use super::terms::Terms;

pub const CERTIFICATE_FORMAT: &str = "juror-assignment-certificate/1";

/// A place with juror `j` costs `jurors[j]` (negative: a juror who must be given more); an entry
/// gains at least `entries[e]` from each juror it takes, net of the juror's price, and no juror
/// it does not take would bring it more. By weak duality no plan is worth more than the dual
/// value of any such prices, so a plan worth exactly that is optimal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    pub format: String,
    /// Total affinity of the plan, locked pairs and bridges included.
    pub objective: i64,
    #[serde(default)]
    pub terms: Terms,
    pub prices: Prices,
    /// Changes made after the optimum, so that the jury hangs together.
    #[serde(default)]
    pub bridges: Vec<Bridge>,
    /// Why the floor could not be higher, the most not lower, the least not higher.
    #[serde(default)]
    pub limits: Limits,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prices {
    pub entries: Vec<i64>,
    pub jurors: Vec<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    #[serde(default)]
    pub floor: Option<Cut>,
    #[serde(default)]
    pub most: Option<Cut>,
    #[serde(default)]
    pub least: Option<Cut>,
}
