//! The count: from rules and scorecards to results.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::judging::ranking::decimal::Decimal6;
use crate::judging::ranking::fit::{Degenerate, Fit};
use crate::judging::ranking::order::{SortKey, places};
use crate::judging::ranking::ratio::Ratio;
use crate::judging::ranking::schulze::Duels;
use crate::judging::ranking::table::Table;
use crate::judging::ranking::weighted::{EntryMean, Scorecard, weighted_means};

use super::draft::Draft;
use super::lines::{AssignmentState, Estimates, MethodRule, ModelLine, ModelStatus, RankWithin, ResultLine};

/// Why a round can't be counted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CountError {
    #[error("the rules have no criterion, or weights that do not make 10,000")]
    Weights,
    #[error("criterion {0} stands twice in the rules, or is a tie-break without being a criterion")]
    Criterion(String),
    #[error("the scale has no room")]
    Scale,
    #[error("{kind} {name} stands twice")]
    Twice { kind: &'static str, name: String },
    #[error("{kind} of entry {entry} by juror {juror} names someone or something unknown")]
    Unknown { kind: &'static str, entry: String, juror: String },
    #[error("the scorecard of juror {juror} on entry {entry} has marks outside the rules")]
    Marks { entry: String, juror: String },
    #[error("the rules do not fit jurors who put entries in an order")]
    Places,
    #[error("the order of juror {juror} has a place twice, or a mark that is no place")]
    Order { juror: String },
    #[error("the assignment of entry {entry} to juror {juror} and its scorecard do not agree")]
    Disagree { entry: String, juror: String },
    #[error("the scores can't be ranked: {0}")]
    Ranking(String),
}

/// Scorecards that count, with names turned into numbers.
pub(super) struct Counted {
    pub entries: Vec<String>,
    pub jurors: Vec<String>,
    pub weights: Vec<u32>,
    pub tie_breaks: Vec<usize>,
    pub cards: Vec<Scorecard>,
    pub means: Vec<EntryMean>,
}

/// Checks that a draft is whole and consistent, and takes the plain means.
pub(super) fn counted(draft: &Draft) -> Result<Counted, CountError> {
    let (weights, tie_breaks) = check_rules(draft)?;
    let entries = numbered("entry", draft.entries.iter().map(|e| e.entry.as_str()))?;
    let jurors = numbered("juror", draft.jurors.iter().map(|j| j.juror.as_str()))?;
    let mut states = BTreeMap::new();
    for line in &draft.assignments {
        let pair = (line.entry.as_str(), line.juror.as_str());
        if !entries.contains_key(pair.0) || !jurors.contains_key(pair.1) {
            return Err(unknown("assignment", pair));
        }
        if states.insert(pair, line.state).is_some() {
            return Err(twice("assignment", pair));
        }
    }
    let mut seen = BTreeSet::new();
    let mut cards = Vec::new();
    for line in &draft.scorecards {
        let pair = (line.entry.as_str(), line.juror.as_str());
        let Some(&state) = states.get(&pair) else {
            return Err(unknown("scorecard", pair));
        };
        if !seen.insert(pair) {
            return Err(twice("scorecard", pair));
        }
        let scale = draft.rules.scale_min..=draft.rules.scale_max;
        let on_scale = line.marks.iter().flatten().all(|mark| scale.contains(mark));
        if line.marks.len() != weights.len() || !on_scale {
            return Err(CountError::Marks { entry: line.entry.clone(), juror: line.juror.clone() });
        }
        match state {
            AssignmentState::Submitted => {
                cards.push(Scorecard { entry: entries[pair.0], juror: jurors[pair.1], marks: line.marks.clone() });
            }
            AssignmentState::Recused | AssignmentState::Withdrawn => {}
            AssignmentState::Unscored => return Err(disagree(pair)),
        }
    }
    for (pair, state) in states {
        if state == AssignmentState::Submitted && !seen.contains(&pair) {
            return Err(disagree(pair));
        }
    }
    if draft.rules.method.is_ranked() {
        check_orders(draft, &cards)?;
    }
    let count = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    let means =
        weighted_means(count, &weights, &tie_breaks, &cards).map_err(|error| CountError::Ranking(error.to_string()))?;
    Ok(Counted {
        entries: draft.entries.iter().map(|e| e.entry.clone()).collect(),
        jurors: draft.jurors.iter().map(|j| j.juror.clone()).collect(),
        weights,
        tie_breaks,
        cards,
        means,
    })
}

impl Counted {
    /// The weighted totals, for the model.
    pub fn table(&self) -> Result<Table, CountError> {
        let size = |names: &[String]| u32::try_from(names.len()).unwrap_or(u32::MAX);
        Table::of_totals(size(&self.entries), size(&self.jurors), &self.weights, &self.cards)
            .map_err(|error| CountError::Ranking(error.to_string()))
    }

    /// The plain means, as scores.
    pub fn plain_scores(&self) -> Vec<Option<Decimal6>> {
        self.means.iter().map(|mean| mean.score).collect()
    }

    /// What ranks without a model: the plain mean, or how many others of its group an entry beats.
    pub fn scores_without_model(&self, draft: &Draft) -> Vec<Option<Decimal6>> {
        if draft.rules.method != MethodRule::Schulze {
            return self.plain_scores();
        }
        let mut scores = vec![None; self.entries.len()];
        for members in groups(draft).values() {
            for (&at, wins) in members.iter().zip(self.duels(members).wins()) {
                scores[at] = self.means[at].score.and_then(|_| Decimal6::from_f64(f64::from(wins)));
            }
        }
        scores
    }

    /// The duels between entries of a group.
    pub fn duels(&self, members: &[usize]) -> Duels {
        let place: HashMap<u32, usize> =
            members.iter().enumerate().filter_map(|(at, &entry)| Some((u32::try_from(entry).ok()?, at))).collect();
        let mut ballots = vec![Vec::new(); self.jurors.len()];
        for card in &self.cards {
            if let (Some(&at), Some(Some(points))) = (place.get(&card.entry), card.marks.first()) {
                ballots[card.juror as usize].push((at, *points));
            }
        }
        Duels::of(members.len(), &ballots)
    }

    /// Result lines for given scores, in the order of the format.
    pub fn results(&self, draft: &Draft, scores: &[Option<Decimal6>]) -> Vec<ResultLine> {
        let mut results = Vec::with_capacity(self.entries.len());
        for members in groups(draft).values() {
            results.extend(self.results_of(draft, members, scores));
        }
        results
    }

    fn results_of(&self, draft: &Draft, members: &[usize], scores: &[Option<Decimal6>]) -> Vec<ResultLine> {
        let keys: Vec<SortKey> = members
            .iter()
            .map(|&at| SortKey {
                score: scores[at],
                tie_breaks: self.tie_breaks.iter().map(|&c| self.means[at].criteria[c]).collect(),
            })
            .collect();
        let mut lines: Vec<ResultLine> = members
            .iter()
            .zip(places(&keys))
            .map(|(&at, place)| {
                let mean = &self.means[at];
                ResultLine {
                    entry: self.entries[at].clone(),
                    scorecards: mean.scorecards,
                    mean: mean.mean.map(fraction),
                    score: scores[at].map(|s| s.to_string()),
                    criteria: mean.criteria.iter().map(|c| c.map(|c| c.to_string())).collect(),
                    rank: place.rank,
                    tied: place.tied,
                    tie_break: place.tie_break.map(|t| draft.rules.tie_breaks[t].clone()),
                }
            })
            .collect();
        lines.sort_by(|a, b| {
            let rank = |line: &ResultLine| line.rank.unwrap_or(u32::MAX);
            rank(a).cmp(&rank(b)).then_with(|| a.entry.cmp(&b.entry))
        });
        lines
    }
}

/// The entries that are ranked together, by their places in the draft.
pub(super) fn groups(draft: &Draft) -> BTreeMap<&str, Vec<usize>> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, entry) in draft.entries.iter().enumerate() {
        let group = match draft.rules.rank_within {
            RankWithin::Category => entry.category.as_str(),
            RankWithin::Round => "",
        };
        groups.entry(group).or_default().push(at);
    }
    groups
}

/// The model line and the scores of a draft, as its rules ask.
pub(super) fn model_and_scores(
    draft: &Draft,
    counted: &Counted,
    threads: usize,
) -> Result<(Option<ModelLine>, Vec<Option<Decimal6>>), CountError> {
    if draft.rules.method != MethodRule::Calibrated {
        return Ok((None, counted.scores_without_model(draft)));
    }
    let table = counted.table()?;
    let fit = match Fit::published(&table, threads) {
        Ok(fit) => fit,
        Err(reason) => {
            let line = ModelLine { status: status(reason), ratios: None, estimates: None };
            return Ok((Some(line), counted.plain_scores()));
        }
    };
    let estimates = estimates(&fit).ok_or_else(|| CountError::Ranking("an estimate is out of range".to_owned()))?;
    let scores = model_scores(&fit, table.entries());
    let line =
        ModelLine { status: ModelStatus::Fitted, ratios: Some(fit.written_ratios()), estimates: Some(estimates) };
    Ok((Some(line), scores))
}

pub(super) fn model_scores(fit: &Fit, entries: u32) -> Vec<Option<Decimal6>> {
    (0..entries).map(|entry| fit.score(entry).and_then(Decimal6::from_f64)).collect()
}

pub(super) fn estimates(fit: &Fit) -> Option<Estimates> {
    let components = fit.components();
    let six = |value: f64| Decimal6::from_f64(value).map(|v| v.to_string());
    Some(Estimates {
        reml_criterion: six(components.reml_criterion)?,
        mu: six(components.mu)?,
        sd_entry: six(components.sd_entry)?,
        sd_juror: six(components.sd_juror)?,
        sd_resid: six(components.sd_resid)?,
    })
}

pub(super) fn status(reason: Degenerate) -> ModelStatus {
    match reason {
        Degenerate::NoScores => ModelStatus::NoScores,
        Degenerate::OneEntry => ModelStatus::OneEntry,
        Degenerate::OneJuror => ModelStatus::OneJuror,
        Degenerate::NoRepeats => ModelStatus::NoRepeats,
        Degenerate::AllEqual => ModelStatus::AllEqual,
        Degenerate::NoNoise => ModelStatus::NoNoise,
        Degenerate::TooLarge => ModelStatus::TooLarge,
    }
}

fn check_rules(draft: &Draft) -> Result<(Vec<u32>, Vec<usize>), CountError> {
    let rules = &draft.rules;
    let weights: Vec<u32> = rules.criteria.iter().map(|c| c.weight).collect();
    if weights.iter().map(|&w| u64::from(w)).sum::<u64>() != 10_000 {
        return Err(CountError::Weights);
    }
    let mut keys = BTreeSet::new();
    for criterion in &rules.criteria {
        if !keys.insert(criterion.key.as_str()) {
            return Err(CountError::Criterion(criterion.key.clone()));
        }
    }
    if rules.scale_min >= rules.scale_max {
        return Err(CountError::Scale);
    }
    let is_whole = rules.scale_min == 0 && rules.scale_max % HUNDRED == 0;
    if rules.method.is_ranked() && !(rules.criteria.len() == 1 && is_whole) {
        return Err(CountError::Places);
    }
    let position = |key: &String| {
        rules.criteria.iter().position(|c| c.key == *key).ok_or_else(|| CountError::Criterion(key.clone()))
    };
    let tie_breaks = rules.tie_breaks.iter().map(position).collect::<Result<_, _>>()?;
    Ok((weights, tie_breaks))
}

/// A point, in hundredths.
const HUNDRED: i64 = 100;

/// A juror gives each place at most once within a group, and whole places only.
fn check_orders(draft: &Draft, cards: &[Scorecard]) -> Result<(), CountError> {
    let group_of: HashMap<usize, &str> =
        groups(draft).into_iter().flat_map(|(group, members)| members.into_iter().map(move |at| (at, group))).collect();
    let mut taken = BTreeSet::new();
    for card in cards {
        let group = group_of.get(&(card.entry as usize)).copied().unwrap_or_default();
        let points = card.marks.first().copied().flatten().filter(|points| points % HUNDRED == 0);
        let is_free = points.is_some_and(|points| points == 0 || taken.insert((card.juror, group, points)));
        if !is_free {
            return Err(CountError::Order { juror: draft.jurors[card.juror as usize].juror.clone() });
        }
    }
    Ok(())
}

fn numbered<'a>(kind: &'static str, names: impl Iterator<Item = &'a str>) -> Result<HashMap<&'a str, u32>, CountError> {
    let mut numbers = HashMap::new();
    for (number, name) in (0..).zip(names) {
        if numbers.insert(name, number).is_some() {
            return Err(CountError::Twice { kind, name: name.to_owned() });
        }
    }
    Ok(numbers)
}

fn fraction(mean: Ratio) -> String {
    format!("{}/{}", mean.num(), mean.den())
}

fn unknown(kind: &'static str, (entry, juror): (&str, &str)) -> CountError {
    CountError::Unknown { kind, entry: entry.to_owned(), juror: juror.to_owned() }
}

fn twice(kind: &'static str, (entry, juror): (&str, &str)) -> CountError {
    CountError::Twice { kind, name: format!("of entry {entry} by juror {juror}") }
}

fn disagree((entry, juror): (&str, &str)) -> CountError {
    CountError::Disagree { entry: entry.to_owned(), juror: juror.to_owned() }
}
