//! The round of scoring and its criteria. Once a score exists what jurors were asked is fixed, and
//! how scores are counted changes only with a public reason.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::open_to_change;
use super::texts::{NAME_LIMIT, Reader, SENTENCE_LIMIT};
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult, FieldProblem, tally};
use crate::domain::audit::AuditActor;
use crate::domain::edition::Edition;
use crate::domain::form::key_of;
use crate::domain::ids::{CriterionId, EditionId};
use crate::domain::language::{Language, Localised};
use crate::domain::policy::Actor;
use crate::domain::round::{Criterion, MAX_PLACES, PLACE, RankingMethod, Round, RoundStatus, WEIGHT_SUM_BP};
use crate::i18n::Speaker;
use crate::store::{self, Conn};

/// Most criteria of a round.
pub const MAX_CRITERIA: usize = 12;

/// A round with its criteria, as organisers set it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundSetup {
    /// The round.
    pub round: Round,
    /// Its criteria, in order.
    pub criteria: Vec<Criterion>,
    /// Whether scores exist: jurors must all be asked the same.
    pub is_fixed: bool,
}

/// A criterion as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CriterionText {
    /// The id of a criterion that exists, or empty.
    pub id: String,
    /// Its name.
    pub name: Localised,
    /// What it looks at.
    pub description: Localised,
    /// Its weight in percent.
    pub weight: String,
    /// Its turn among the criteria that separate equal scores, from 1, or empty.
    pub tie_break: String,
    /// A sentence per step, from the lowest.
    pub anchors: Vec<Localised>,
    /// To be taken away.
    pub is_removed: bool,
}

/// A round as it is typed; dates in the edition's zone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoundText {
    /// The version that the form was made from.
    pub version: String,
    /// Its name.
    pub name: Localised,
    /// First instant of scoring.
    pub opens_at: String,
    /// Last instant of scoring.
    pub closes_at: String,
    /// How many jurors score each entry.
    pub jurors_per_entry: String,
    /// Least score.
    pub scale_min: String,
    /// Greatest score.
    pub scale_max: String,
    /// Which number ranks.
    pub method: String,
    /// How many places a juror gives in each category, where jurors put entries in an order.
    pub places: String,
    /// How many places are honoured in each category.
    pub winners: String,
    /// Jurors don't learn who is behind an entry.
    pub hides_identity: bool,
    /// Once it is closed, jurors see the jury's scores.
    pub shows_scores: bool,
    /// Once it is closed, jurors read each other's comments.
    pub shows_comments: bool,
    /// Why the rules change though scores exist, for everybody to read.
    pub reason: String,
    /// Its criteria.
    pub criteria: Vec<CriterionText>,
}

/// The round of a place in an edition; the first without one.
pub fn setup(c: &mut Conn, edition: EditionId, position: Option<i32>) -> AppResult<RoundSetup> {
    let position = position.unwrap_or(1);
    let rounds = store::rounds::list(c, edition)?;
    let round = rounds.into_iter().find(|round| round.position == position).ok_or(AppError::NotFound)?;
    let criteria = store::rounds::list_criteria(c, round.id)?;
    let has_scores = !store::scorecards::list_of_round(c, round.id)?.is_empty();
    Ok(RoundSetup { is_fixed: has_scores || round.status == RoundStatus::Closed, round, criteria })
}

/// How many texts of a round lack a language.
pub fn missing_texts(setup: &RoundSetup) -> usize {
    let of_criteria = setup.criteria.iter().flat_map(|c| c.anchors.iter().chain([&c.name, &c.description]));
    of_criteria.chain([&setup.round.name]).map(|text| text.missing().len()).sum()
}

/// Saves the round and its criteria, all at once, so that the weights always sum to 100 %.
/// Once a score exists what jurors are asked stays as it is; its dates may move, and how scores are
/// counted may change for a reason that the method page shows.
pub fn save(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    position: Option<i32>,
    typed: &RoundText,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let edition = open_to_change(c, actor, slug)?;
    let saved = setup(c, edition.id, position)?;
    if saved.round.status == RoundStatus::Closed {
        return Err(AppError::refused("round-refused-closed"));
    }
    let (round, criteria) = read(&edition, &saved, typed)?;
    if round == saved.round && criteria == saved.criteria {
        return Ok(());
    }
    if saved.is_fixed && !asks_the_same(&saved, &round, &criteria) {
        return Err(AppError::refused("round-refused-scored"));
    }
    if typed.version != saved.round.version.to_string() {
        return Err(AppError::Stale);
    }
    if saved.is_fixed && !tally::counts_the_same((&saved.round, &saved.criteria), (&round, &criteria)) {
        tally::replace_rules(c, actor.user_id, (&saved.round, &saved.criteria), &typed.reason, now)?;
    }
    store::rounds::update(c, round.clone())?;
    store_criteria(c, &saved, &criteria)?;
    let event = Event::new("round.changed", "round", round.id)
        .edition(edition.id)
        .before(summary(&saved.round, &saved.criteria))
        .after(summary(&round, &criteria));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Whether jurors are asked the same as before: dates and the way of counting aside.
fn asks_the_same(saved: &RoundSetup, round: &Round, criteria: &[Criterion]) -> bool {
    let asked = Round {
        opens_at: round.opens_at,
        closes_at: round.closes_at,
        method: round.method,
        tie_breaks: round.tie_breaks.clone(),
        winners: round.winners,
        ..saved.round.clone()
    };
    let same = |(a, b): (&Criterion, &Criterion)| *a == Criterion { weight_bp: a.weight_bp, ..b.clone() };
    round.is_ranked() == saved.round.is_ranked()
        && *round == asked
        && criteria.len() == saved.criteria.len()
        && criteria.iter().zip(&saved.criteria).all(same)
}

fn store_criteria(c: &mut Conn, saved: &RoundSetup, wanted: &[Criterion]) -> AppResult<()> {
    for gone in saved.criteria.iter().filter(|s| wanted.iter().all(|w| w.id != s.id)) {
        store::rounds::delete_criterion(c, gone.id)?;
    }
    for criterion in wanted {
        match saved.criteria.iter().find(|s| s.id == criterion.id) {
            Some(same) if same == criterion => {}
            Some(_) => store::rounds::update_criterion(c, criterion.clone())?,
            None => store::rounds::insert_criterion(c, criterion.clone())?,
        }
    }
    Ok(())
}

fn summary(round: &Round, criteria: &[Criterion]) -> serde_json::Value {
    let weights: serde_json::Map<_, _> = criteria.iter().map(|c| (c.key.clone(), json!(c.weight_bp))).collect();
    json!({
        "opens_at": round.opens_at,
        "closes_at": round.closes_at,
        "jurors_per_entry": round.jurors_per_entry,
        "scale": [round.scale_min, round.scale_max],
        "method": round.method,
        "tie_breaks": round.tie_breaks,
        "winners": round.winners,
        "hides_identity": round.hides_identity,
        "shows_scores": round.shows_scores,
        "shows_comments": round.shows_comments,
        "weights": weights,
    })
}

fn read(edition: &Edition, saved: &RoundSetup, typed: &RoundText) -> AppResult<(Round, Vec<Criterion>)> {
    let mut reader = Reader::default();
    let zone = edition.zone();
    let method: RankingMethod = typed.method.parse().unwrap_or(RankingMethod::WeightedMean);
    let (scale_min, scale_max) = if method.is_ranked() {
        (0, reader.number("places", &typed.places, 1, MAX_PLACES))
    } else {
        (reader.number("scale_min", &typed.scale_min, 0, 9), reader.number("scale_max", &typed.scale_max, 1, 10))
    };
    let round = Round {
        name: reader.line("name", &typed.name, NAME_LIMIT, true),
        opens_at: reader.instant("opens_at", &typed.opens_at, zone, saved.round.opens_at),
        closes_at: reader.instant("closes_at", &typed.closes_at, zone, saved.round.closes_at),
        jurors_per_entry: reader.number("jurors_per_entry", &typed.jurors_per_entry, 1, 50),
        scale_min,
        scale_max,
        method,
        winners: reader.number("winners", &typed.winners, 1, 20),
        hides_identity: typed.hides_identity,
        shows_scores: typed.shows_scores,
        shows_comments: typed.shows_comments,
        ..saved.round.clone()
    };
    if round.scale_max <= round.scale_min {
        reader.wrong("scale_max", "round-problem-scale");
    }
    if round.closes_at <= round.opens_at {
        reader.wrong("closes_at", "edition-problem-judging-closes");
    }
    if round.opens_at < edition.closes_at && round.opens_at != saved.round.opens_at {
        reader.wrong("opens_at", "edition-problem-judging-opens");
    }
    let (criteria, tie_breaks) = if method.is_ranked() {
        (vec![place_criterion(&round, saved)], place_tie_breaks(method))
    } else {
        read_criteria(&mut reader, &round, saved, &typed.criteria)
    };
    reader.finish((Round { tie_breaks, ..round }, criteria))
}

/// The one criterion of a round whose jurors put entries in an order.
fn place_criterion(round: &Round, saved: &RoundSetup) -> Criterion {
    let name = |language| Speaker(language).t("criterion-place");
    let known = saved.criteria.iter().find(|criterion| criterion.key == PLACE);
    Criterion {
        id: known.map_or_else(CriterionId::new, |criterion| criterion.id),
        round_id: round.id,
        key: PLACE.to_owned(),
        name: Localised::new(&name(Language::French), &name(Language::Arabic), &name(Language::English)),
        description: Localised::default(),
        weight_bp: WEIGHT_SUM_BP,
        anchors: Vec::new(),
        position: 1,
    }
}

/// Entries that beat equally many others are separated by the mean of their points.
fn place_tie_breaks(method: RankingMethod) -> Vec<String> {
    if method == RankingMethod::Schulze { vec![PLACE.to_owned()] } else { Vec::new() }
}

/// The criteria, and the keys of those that separate equal scores, in order.
fn read_criteria(
    reader: &mut Reader,
    round: &Round,
    saved: &RoundSetup,
    typed: &[CriterionText],
) -> (Vec<Criterion>, Vec<String>) {
    let steps = usize::try_from(round.scale_max - round.scale_min + 1).unwrap_or(1);
    let mut criteria: Vec<Criterion> = Vec::new();
    let mut turns: BTreeMap<usize, String> = BTreeMap::new();
    for (index, text) in typed.iter().enumerate().take(MAX_CRITERIA) {
        let known = saved.criteria.iter().find(|c| c.id.to_string() == text.id);
        let is_blank = known.is_none() && text.name.is_empty() && text.weight.trim().is_empty();
        let is_place = known.is_some_and(|known| known.key == PLACE) && saved.round.is_ranked();
        if text.is_removed || is_blank || is_place {
            continue;
        }
        let at = |name: &str| format!("c{index}_{name}");
        let name = reader.line(&at("name"), &text.name, NAME_LIMIT, true);
        let weight_bp = weight(&text.weight).unwrap_or_else(|| {
            reader.wrong(&at("weight"), "round-problem-weight");
            0
        });
        let anchors = (0..steps)
            .map(|step| {
                let typed = text.anchors.get(step).cloned().unwrap_or_default();
                reader.line(&format!("c{index}_anchor{step}"), &typed, SENTENCE_LIMIT, false)
            })
            .collect();
        let taken: Vec<&str> = saved.criteria.iter().chain(&criteria).map(|c| c.key.as_str()).collect();
        let key = known.map_or_else(|| key_of(&name, "criterion", &taken), |c| c.key.clone());
        if !text.tie_break.is_empty() {
            match text.tie_break.parse().ok().filter(|turn| (1..=MAX_CRITERIA).contains(turn)) {
                Some(turn) if !turns.contains_key(&turn) => {
                    turns.insert(turn, key.clone());
                }
                _ => reader.wrong(&at("tie_break"), "round-problem-tie-break"),
            }
        }
        criteria.push(Criterion {
            id: known.map_or_else(CriterionId::new, |c| c.id),
            round_id: round.id,
            key,
            description: reader.line(&at("description"), &text.description, SENTENCE_LIMIT, false),
            weight_bp,
            anchors,
            position: i32::try_from(criteria.len() + 1).unwrap_or(i32::MAX),
            name,
        });
    }
    let sum: i32 = criteria.iter().map(|c| c.weight_bp).sum();
    if criteria.is_empty() {
        reader.wrong("weights", "round-problem-no-criterion");
    } else if sum != WEIGHT_SUM_BP && !reader.problems.iter().any(|p| p.key == "round-problem-weight") {
        let problem = FieldProblem::new("weights", "round-problem-sum");
        reader.problems.push(problem.arg("sum", percent(sum)));
    }
    (criteria, turns.into_values().collect())
}

/// A weight typed in percent, with a comma or a point, in hundredths of a percent.
fn weight(typed: &str) -> Option<i32> {
    let plain = typed.trim().trim_end_matches('%').trim().replace(',', ".");
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || decimals.len() > 2 || !is_number(whole) || !is_number(decimals) {
        return None;
    }
    let hundredths: i32 = format!("{whole}{decimals:0<2}").parse().ok()?;
    (1..=WEIGHT_SUM_BP).contains(&hundredths).then_some(hundredths)
}

/// A weight as it is typed: `33.34`, `40`.
pub fn percent(weight_bp: i32) -> String {
    match (weight_bp / 100, weight_bp % 100) {
        (whole, 0) => whole.to_string(),
        (whole, rest) => format!("{whole}.{rest:02}").trim_end_matches('0').to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_read_exactly() {
        for (typed, read) in [
            ("40", Some(4000)),
            ("33,34 %", Some(3334)),
            ("33.3", Some(3330)),
            ("0", None),
            ("100", Some(10_000)),
            ("100.01", None),
            ("1e2", None),
            ("-5", None),
        ] {
            assert_eq!(weight(typed), read, "{typed}");
        }
        assert_eq!([percent(4000), percent(3334), percent(3330)], ["40", "33.34", "33.3"]);
    }
}
