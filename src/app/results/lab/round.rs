//! A closed round with everything that was scored, as numbers that the judging code reads.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::broken;
use crate::app::results::ranking::{number, round_of};
use crate::app::{AppError, AppResult, tally};
use crate::domain::assignment::{Assignment, AssignmentStatus};
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::ids::{AssignmentId, JurorId, OrganisationId};
use crate::domain::juror::{Juror, JurorStatus};
use crate::domain::organisation::Organisation;
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::domain::round::{Criterion, RankingMethod, Round, RoundStatus};
use crate::judging::ranking::decimal::Decimal6;
use crate::judging::ranking::jurors::Making;
use crate::judging::ranking::official::{self, Method};
use crate::judging::ranking::table::Table;
use crate::judging::ranking::weighted::Scorecard;
use crate::judging::tally::lines::{AssignmentState, ResultLine};
use crate::store::{self, Conn};

/// An entry and its line of the count.
#[derive(Debug, Clone)]
pub struct LabEntry {
    /// The entry.
    pub entry: Entry,
    /// The startup behind it.
    pub organisation: Organisation,
    /// The place of its category among [`ScoredRound::categories`].
    pub category: u32,
    /// Its place in its category.
    pub rank: Option<u32>,
    /// Scorecards that count.
    pub scorecards: u32,
    /// What decides.
    pub score: Option<Decimal6>,
    /// The mean on each criterion.
    pub criteria: Vec<Option<Decimal6>>,
}

/// A closed round. Entries and jurors are known to the judging code by their places in the lists.
#[derive(Debug, Clone)]
pub struct ScoredRound {
    /// The edition.
    pub edition: Edition,
    /// The round.
    pub round: Round,
    /// What was scored.
    pub criteria: Vec<Criterion>,
    /// The categories of the edition.
    pub categories: Vec<Category>,
    /// The entries, by reference.
    pub entries: Vec<LabEntry>,
    /// The jurors who had an assignment, then those who could still have one.
    pub jurors: Vec<Juror>,
    /// The scorecards that count.
    pub cards: Vec<Scorecard>,
    /// How each came about.
    pub makings: Vec<Making>,
    weights: Vec<u32>,
    tie_breaks: Vec<usize>,
    ties: BTreeSet<(JurorId, OrganisationId)>,
    pairs: BTreeSet<(u32, u32)>,
    loads: Vec<u32>,
}

/// Reads the last closed round of an edition, however its jurors judged. While none is closed: refused, without a
/// value.
pub fn load(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<ScoredRound> {
    let edition = store::editions::find_by_slug(c, slug)?.ok_or(AppError::NotFound)?;
    policy::can_organise(actor, edition.id, OrganiserAct::Decide)?;
    let round = round_of(c, &edition, None)?;
    if round.status != RoundStatus::Closed {
        return Err(AppError::refused("results-refused-open"));
    }
    let count = tally::count(c, &edition, &round)?;
    let (frozen, categories) = (count.frozen, store::categories::list(c, edition.id)?);
    let organisations: Vec<OrganisationId> = frozen.entries.values().map(|entry| entry.organisation_id).collect();
    let organisations: BTreeMap<_, _> =
        store::organisations::list_by_ids(c, &organisations)?.into_iter().map(|o| (o.id, o)).collect();
    let lines: HashMap<&str, &ResultLine> = count.results.iter().map(|line| (line.entry.as_str(), line)).collect();
    let mut entries = Vec::with_capacity(frozen.entries.len());
    for (reference, entry) in frozen.entries {
        let line = lines.get(reference.as_str()).ok_or_else(|| broken("an entry has no result"))?;
        let organisation = organisations.get(&entry.organisation_id).cloned().ok_or(AppError::NotFound)?;
        entries.push(lab_entry(entry, organisation, line, &categories)?);
    }
    let mut jurors: Vec<Juror> = frozen.jurors.into_values().collect();
    let seated: BTreeSet<JurorId> = jurors.iter().map(|juror| juror.id).collect();
    let spare = store::jurors::list(c, edition.id)?;
    jurors.extend(spare.into_iter().filter(|j| j.status == JurorStatus::Accepted && !seated.contains(&j.id)));
    let ties = store::conflicts::list_of_edition(c, edition.id)?;
    let mut scored = ScoredRound {
        weights: frozen.criteria.iter().map(|criterion| criterion.weight_bp.unsigned_abs()).collect(),
        tie_breaks: tie_breaks(&round, &frozen.criteria),
        ties: ties.into_iter().map(|tie| (tie.juror_id, tie.organisation_id)).collect(),
        criteria: frozen.criteria,
        loads: vec![0; jurors.len()],
        cards: Vec::new(),
        makings: Vec::new(),
        pairs: BTreeSet::new(),
        edition,
        round,
        categories,
        entries,
        jurors,
    };
    let submitted = frozen.sheets.values();
    let submitted = submitted.filter_map(|sheet| Some((sheet.assignment_id, (sheet.started_at, sheet.submitted_at?))));
    let submitted = submitted.collect();
    let counted: HashSet<(&str, &str)> = frozen
        .draft
        .assignments
        .iter()
        .filter(|line| line.state == AssignmentState::Submitted)
        .map(|line| (line.entry.as_str(), line.juror.as_str()))
        .collect();
    let numbers = Numbers::of(&scored);
    for line in &frozen.draft.scorecards {
        let pair = numbers.entries.get(&line.entry).zip(numbers.jurors.get(&line.juror));
        if let Some((&entry, &juror)) = pair.filter(|_| counted.contains(&(line.entry.as_str(), line.juror.as_str()))) {
            scored.cards.push(Scorecard { entry, juror, marks: line.marks.clone() });
        }
    }
    // The order in which a tally counts them.
    scored.cards.sort_by_key(|card| (card.entry, card.juror));
    scored.take_assignments(&numbers, &frozen.assignments, &submitted);
    Ok(scored)
}

fn lab_entry(
    entry: Entry,
    organisation: Organisation,
    line: &ResultLine,
    categories: &[Category],
) -> AppResult<LabEntry> {
    let category = categories.iter().position(|x| x.id == entry.category_id).ok_or(AppError::NotFound)?;
    Ok(LabEntry {
        category: u32::try_from(category).unwrap_or(u32::MAX),
        rank: line.rank.filter(|_| entry.is_judgeable()),
        scorecards: line.scorecards,
        score: number(line.score.as_deref())?,
        criteria: line.criteria.iter().map(|mean| number(mean.as_deref())).collect::<AppResult<_>>()?,
        organisation,
        entry,
    })
}

fn tie_breaks(round: &Round, criteria: &[Criterion]) -> Vec<usize> {
    round.tie_breaks.iter().filter_map(|key| criteria.iter().position(|x| x.key == *key)).collect()
}

/// The numbers of entries by reference and of jurors by id.
struct Numbers {
    entries: HashMap<String, u32>,
    jurors: HashMap<String, u32>,
}

impl Numbers {
    fn of(round: &ScoredRound) -> Self {
        let entries = round.entries.iter().map(|x| x.entry.reference.clone());
        Self {
            entries: entries.zip(0..).collect(),
            jurors: round.jurors.iter().map(|x| x.id.to_string()).zip(0..).collect(),
        }
    }
}

impl ScoredRound {
    /// Where jurors put entries in an order there is nothing that a model could correct: refused.
    pub fn check_has_marks(&self) -> AppResult<()> {
        if self.round.is_ranked() { Err(AppError::refused("lab-refused-ranked")) } else { Ok(()) }
    }

    fn take_assignments(
        &mut self,
        numbers: &Numbers,
        assignments: &[Assignment],
        submitted: &HashMap<AssignmentId, (DateTime<Utc>, DateTime<Utc>)>,
    ) {
        let entries: HashMap<_, u32> = self.entries.iter().map(|x| x.entry.id).zip(0..).collect();
        let mut times: HashMap<(u32, u32), (DateTime<Utc>, DateTime<Utc>)> = HashMap::new();
        for assignment in assignments {
            let Some(&juror) = numbers.jurors.get(&assignment.juror_id.to_string()) else { continue };
            self.loads[juror as usize] += u32::from(assignment.status.counts());
            let Some(&entry) = entries.get(&assignment.entry_id) else { continue };
            if assignment.status.is_visible_to_juror() || assignment.status == AssignmentStatus::Recused {
                self.pairs.insert((entry, juror));
            }
            if let Some(&span) = submitted.get(&assignment.id) {
                times.insert((entry, juror), span);
            }
        }
        let mut orders: HashMap<u32, Vec<DateTime<Utc>>> = HashMap::new();
        for (&(_, juror), &(_, at)) in &times {
            orders.entry(juror).or_default().push(at);
        }
        for order in orders.values_mut() {
            order.sort_unstable();
        }
        let making = |card: &Scorecard| {
            let Some(&(begun, at)) = times.get(&(card.entry, card.juror)) else { return Making::default() };
            let order = orders.get(&card.juror).map(|order| order.partition_point(|other| *other < at));
            Making {
                // A sheet that was written and handed in at once says nothing of the time it took.
                seconds: u32::try_from((at - begun).num_seconds()).ok().filter(|&seconds| seconds > 0),
                order: order.and_then(|order| u32::try_from(order).ok()),
            }
        };
        self.makings = self.cards.iter().map(making).collect();
    }

    /// The round as the judging code reads it, by a method.
    pub fn by(&self, method: Method) -> official::Round<'_> {
        official::Round {
            entries: u32::try_from(self.entries.len()).unwrap_or(u32::MAX),
            jurors: u32::try_from(self.jurors.len()).unwrap_or(u32::MAX),
            weights: &self.weights,
            tie_breaks: &self.tie_breaks,
            cards: &self.cards,
            method,
            threads: tally::threads(),
        }
    }

    /// The method of the rules.
    pub fn method(&self) -> Method {
        match self.round.method {
            RankingMethod::Calibrated => Method::Calibrated,
            _ => Method::WeightedMean,
        }
    }

    /// The weighted totals that the model reads.
    pub fn table(&self) -> AppResult<Table> {
        let round = self.by(Method::Calibrated);
        Table::of_totals(round.entries, round.jurors, round.weights, round.cards).map_err(broken)
    }

    /// The criteria, by their places, that separate equal scores, in order.
    pub fn tie_breaks(&self) -> &[usize] {
        &self.tie_breaks
    }

    /// The category of every entry.
    pub fn groups(&self) -> Vec<u32> {
        self.entries.iter().map(|x| x.category).collect()
    }

    /// The entries of a category that take part.
    pub fn of_category(&self, category: u32) -> Vec<u32> {
        let entries = (0..).zip(&self.entries);
        entries.filter(|(_, x)| x.category == category && x.entry.is_judgeable()).map(|(at, _)| at).collect()
    }

    /// How many places count as the podium.
    pub fn top(&self) -> u32 {
        self.round.winners.unsigned_abs()
    }

    /// Whether one more scorecard may be asked: no tie, never assigned, and the juror reads the
    /// language and knows the category.
    pub fn may_score(&self, entry: u32, juror: u32) -> bool {
        let (Some(x), Some(person)) = (self.entries.get(entry as usize), self.jurors.get(juror as usize)) else {
            return false;
        };
        x.entry.is_judgeable()
            && person.status == JurorStatus::Accepted
            && person.user_id != Some(x.entry.owner_id)
            && !self.ties.contains(&(person.id, x.entry.organisation_id))
            && !self.pairs.contains(&(entry, juror))
            && (person.reads.is_empty() || person.reads.contains(&x.entry.language))
            && (person.categories.is_empty() || person.categories.contains(&x.entry.category_id))
            && self.spare(juror) > 0
    }

    /// How many more scorecards a juror may take.
    pub fn spare(&self, juror: u32) -> u32 {
        let most =
            self.jurors.get(juror as usize).and_then(|x| x.max_load).map_or(u32::MAX, |most| most.unsigned_abs());
        most.saturating_sub(self.loads.get(juror as usize).copied().unwrap_or(0))
    }
}
