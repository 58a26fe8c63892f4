//! A new edition from an earlier one: texts, categories, prizes, questionnaire, rounds and criteria, with its dates
//! moved. Nothing of entries, jury or results goes with it.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;

use super::NewEdition;
use crate::app::AppResult;
use crate::domain::edition::{Edition, EligibilityQuestion};
use crate::domain::form::EntryForm;
use crate::domain::ids::{CategoryId, CriterionId, EditionId, EntryFormId, PrizeId, RoundId};
use crate::domain::round::{Round, RoundStatus};
use crate::store::{self, Conn};

/// The new id of each category.
type Renamed = HashMap<CategoryId, CategoryId>;

fn renamed(categories: &[CategoryId], new: &Renamed) -> Vec<CategoryId> {
    categories.iter().filter_map(|id| new.get(id).copied()).collect()
}

/// What a new edition takes over into its own row; the rest comes with [`fill`].
pub(super) fn texts(edition: Edition, from: &Edition) -> Edition {
    let Edition { tagline, lede, rules, charter, faq, auto_submit, max_entries, max_per_category, .. } = from.clone();
    let (feedback, grace_seconds) = (from.feedback, from.grace_seconds);
    Edition {
        tagline,
        lede,
        rules,
        charter,
        faq,
        auto_submit,
        max_entries,
        max_per_category,
        feedback,
        grace_seconds,
        eligibility: Vec::new(),
        ..edition
    }
}

/// Fills a new edition that was just stored.
pub(super) fn fill(c: &mut Conn, edition: &Edition, from: &Edition, new: &NewEdition) -> AppResult<()> {
    let categories = copy_categories(c, edition, from)?;
    let question = |question: &EligibilityQuestion| EligibilityQuestion {
        categories: renamed(&question.categories, &categories),
        ..question.clone()
    };
    let eligibility = from.eligibility.iter().map(question).collect();
    store::editions::update(c, Edition { eligibility, ..edition.clone() })?;
    let mut form = store::entry_forms::get_current(c, from.id)?;
    for field in &mut form.fields {
        field.categories = renamed(&field.categories, &categories);
    }
    let form = EntryForm { id: EntryFormId::new(), edition_id: edition.id, version: 1, ..form };
    store::entry_forms::insert(c, form)?;
    copy_rounds(c, edition, from, new)
}

fn copy_categories(c: &mut Conn, edition: &Edition, from: &Edition) -> AppResult<Renamed> {
    let mut new = Renamed::new();
    for mut category in store::categories::list(c, from.id)? {
        let id = CategoryId::new();
        new.insert(category.id, id);
        (category.id, category.edition_id) = (id, edition.id);
        store::categories::insert(c, category)?;
    }
    for mut prize in store::categories::list_prizes(c, from.id)? {
        prize.id = PrizeId::new();
        prize.edition_id = edition.id;
        prize.category_id = prize.category_id.and_then(|id| new.get(&id).copied());
        store::categories::insert_prize(c, prize)?;
    }
    Ok(new)
}

/// The first round has the dates that were given; later ones keep their distance from it.
fn copy_rounds(c: &mut Conn, edition: &Edition, from: &Edition, new: &NewEdition) -> AppResult<()> {
    let rounds = store::rounds::list(c, from.id)?;
    let Some(first) = rounds.first().map(|round| (round.opens_at, round.closes_at)) else { return Ok(()) };
    for round in rounds {
        let is_first = round.position == 1;
        let copy = Round {
            id: RoundId::new(),
            edition_id: edition.id,
            status: RoundStatus::Draft,
            opens_at: if is_first { new.judging_opens_at } else { round.opens_at + (new.judging_opens_at - first.0) },
            closes_at: if is_first {
                new.judging_closes_at
            } else {
                round.closes_at + (new.judging_closes_at - first.1)
            },
            closed_at: None,
            version: 0,
            ..round.clone()
        };
        let id = copy.id;
        store::rounds::insert(c, copy)?;
        for mut criterion in store::rounds::list_criteria(c, round.id)? {
            (criterion.id, criterion.round_id) = (CriterionId::new(), id);
            store::rounds::insert_criterion(c, criterion)?;
        }
    }
    Ok(())
}

/// When the first round of an edition opens and closes.
pub fn first_round(c: &mut Conn, edition: EditionId) -> AppResult<Option<(DateTime<Utc>, DateTime<Utc>)>> {
    Ok(store::rounds::list(c, edition)?.first().map(|round| (round.opens_at, round.closes_at)))
}

/// The same day and hour of the year after, in a zone: the last of February where there is no 29th, and an hour
/// that the clocks leave out an hour later.
pub fn year_later(at: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let local = at.with_timezone(&zone).naive_local();
    let next = local.with_year(local.year() + 1).or_else(|| local.with_day(28)?.with_year(local.year() + 1));
    let next = next.unwrap_or(local);
    let earliest = next.and_local_timezone(zone).earliest();
    let found = earliest.or_else(|| (next + chrono::TimeDelta::hours(1)).and_local_timezone(zone).earliest());
    found.map_or(at, |local| local.to_utc())
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn a_date_moves_by_a_year_of_the_calendar() {
        let zone = chrono_tz::Africa::Casablanca;
        let at = |y, m, d| zone.with_ymd_and_hms(y, m, d, 18, 0, 0).unwrap().to_utc();
        assert_eq!(year_later(at(2026, 9, 30), zone), at(2027, 9, 30));
        assert_eq!(year_later(at(2028, 2, 29), zone), at(2029, 2, 28));
    }
}
