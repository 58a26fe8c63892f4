//! What it takes to change a podium.

use super::{ScoredRound, broken};
use crate::app::AppResult;
use crate::judging::ranking::official::Method;
use crate::judging::ranking::robustness::{OneStep, Podium, Robustness, Scale, Tried, WeightShift, WithoutJuror};

/// What all rankings of one test may cost together, in scorecards read: about a second.
const WORK: usize = 8_000_000;
/// Steps on the model's equations that cost as much as a scorecard.
const STEPS: usize = 100;
/// Rankings that a test may always compute, and those that are always enough.
const RANKINGS: (usize, usize) = (30, 3000);

/// The podium of one category: ranks and entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PodiumOf {
    /// The category, by its place.
    pub category: u32,
    /// Its podium.
    pub podium: Podium,
}

/// What was tried on the podiums, and what changed them.
#[derive(Debug, Clone)]
pub struct Weaknesses {
    /// The podiums as they are.
    pub podiums: Vec<PodiumOf>,
    /// Without each juror.
    pub jurors: Tried<WithoutJuror>,
    /// One mark, one step away: those that change a podium.
    pub steps: Tried<OneStep>,
    /// One weight, up to a tenth away: the smallest change in each direction.
    pub weights: Tried<WeightShift>,
}

/// Tests the podiums of a round.
pub fn weaknesses(round: &ScoredRound) -> AppResult<Weaknesses> {
    let limit = (WORK / cost(round).max(1)).clamp(RANKINGS.0, RANKINGS.1);
    let tests = Robustness::new(round.by(round.method()), round.top(), limit).map_err(broken)?.within(&round.groups());
    let hundredths = |points: i32| 100 * i64::from(points);
    let scale = Scale { min: hundredths(round.round.scale_min), max: hundredths(round.round.scale_max), step: 100 };
    Ok(Weaknesses {
        podiums: podiums(round, tests.podium()),
        jurors: tests.without_jurors().map_err(broken)?,
        steps: tests.one_step(scale).map_err(broken)?,
        weights: tests.weight_shifts().map_err(broken)?,
    })
}

/// What one ranking costs: the model solves a dense system as large as the smaller side.
fn cost(round: &ScoredRound) -> usize {
    let side = round.jurors.len().min(round.entries.len());
    let equations = match round.method() {
        Method::WeightedMean => 0,
        Method::Calibrated => side.saturating_pow(3) / STEPS,
    };
    round.cards.len().saturating_add(equations)
}

/// A joint podium, category by category.
fn podiums(round: &ScoredRound, podium: &Podium) -> Vec<PodiumOf> {
    (0..)
        .zip(&round.categories)
        .map(|(category, _)| PodiumOf {
            category,
            podium: podium.iter().copied().filter(|&(_, e)| round.entries[e as usize].category == category).collect(),
        })
        .filter(|of| !of.podium.is_empty())
        .collect()
}

impl Weaknesses {
    /// The categories whose podium another one changes, with what it would be there.
    pub fn changed(&self, round: &ScoredRound, podium: &Podium) -> Vec<PodiumOf> {
        let others = podiums(round, podium);
        let of = |category: u32| others.iter().find(|other| other.category == category);
        self.podiums
            .iter()
            .map(|now| of(now.category).cloned().unwrap_or(PodiumOf { category: now.category, podium: Vec::new() }))
            .filter(|other| !self.podiums.contains(other))
            .collect()
    }
}
