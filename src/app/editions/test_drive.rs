//! The whole way, once, with made-up entries: nothing of it is stored.
//!
//! Five entries answer every question as far as it goes; what the questionnaire would refuse is said. Then a
//! made-up jury scores them by the criteria of the first round, and the plain weighted mean ranks them.

use chrono::{DateTime, TimeDelta, Utc};

use super::{form, open};
use crate::app::{AppError, AppResult};
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::form::{Answers, EntryForm, FieldError, FieldKind, FormField};
use crate::domain::ids::EditionId;
use crate::domain::place;
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::round::{Criterion, Round};
use crate::store::{self, Conn};

/// How many entries are made up.
const ENTRIES: usize = 5;

/// A made-up entry and what became of it.
#[derive(Debug, Clone)]
pub struct Trial {
    /// Its number, from 1.
    pub number: usize,
    /// Its category.
    pub category: Category,
    /// How many questions it was asked.
    pub questions: usize,
    /// What the questionnaire would refuse.
    pub errors: Vec<FieldError>,
    /// The mean of each made-up juror, in hundredths of a point.
    pub jurors: Vec<i32>,
    /// Its mean, in hundredths of a point.
    pub mean: i32,
    /// Its place.
    pub rank: usize,
}

/// The whole way.
#[derive(Debug, Clone)]
pub struct TestDrive {
    /// The edition.
    pub edition: Edition,
    /// The questionnaire.
    pub form: EntryForm,
    /// What was tried, the best first.
    pub trials: Vec<Trial>,
}

/// An answer that a question takes. Which one, `number` decides: every second is as long as is allowed.
fn sample(field: &FormField, number: usize, now: DateTime<Utc>) -> String {
    let long = |limit: usize| vec!["zellige"; limit].join(" ");
    let nth = |options: &[String]| options.get(number % options.len().max(1)).cloned().unwrap_or_default();
    match field.kind {
        FieldKind::ShortText => format!("Essai {number}"),
        FieldKind::LongText if number.is_multiple_of(2) => long(field.max_words.unwrap_or(120) as usize),
        FieldKind::LongText => long(12),
        FieldKind::Number => {
            let least = field.min.unwrap_or(0);
            field.max.unwrap_or(least + 10).min(least + i64::try_from(number).unwrap_or(0)).to_string()
        }
        FieldKind::Date => (now - TimeDelta::days(400)).format("%Y-%m-%d").to_string(),
        FieldKind::Choice => nth(&field.options.iter().map(|option| option.value.clone()).collect::<Vec<_>>()),
        FieldKind::Choices => field.options.first().map(|option| option.value.clone()).unwrap_or_default(),
        FieldKind::YesNo | FieldKind::Declaration => "yes".to_owned(),
        FieldKind::Link => "https://awards.example".to_owned(),
        FieldKind::Video => "https://vimeo.com/1".to_owned(),
        FieldKind::Email => "essai@awards.example".to_owned(),
        FieldKind::Phone => "+212 600 000 000".to_owned(),
        FieldKind::Country => "MA".to_owned(),
        FieldKind::Region => place::regions().next().map(|region| region.code.to_owned()).unwrap_or_default(),
        FieldKind::Team => "Amina\tFondatrice\thttps://awards.example".to_owned(),
        FieldKind::File | FieldKind::Image => String::new(),
    }
}

/// The mark that a made-up juror gives: better entries more, the second juror always a step less.
fn mark(round: &Round, entry: usize, juror: usize, criterion: usize) -> i32 {
    let span = usize::try_from(round.scale_max - round.scale_min).unwrap_or(0);
    let step = (ENTRIES - entry + (criterion + juror) % 2).saturating_sub(usize::from(juror == 1)).min(span);
    round.scale_min + i32::try_from(step).unwrap_or(0)
}

/// A weighted mean in hundredths of a point.
fn mean(criteria: &[Criterion], marks: &[i32]) -> i32 {
    let weight: i64 = criteria.iter().map(|criterion| i64::from(criterion.weight_bp)).sum();
    let sum: i64 = criteria.iter().zip(marks).map(|(c, mark)| i64::from(c.weight_bp) * i64::from(*mark)).sum();
    i32::try_from(sum * 100 / weight.max(1)).unwrap_or(0)
}

fn round_of(c: &mut Conn, edition: EditionId) -> AppResult<(Round, Vec<Criterion>)> {
    let round = store::rounds::list(c, edition)?.into_iter().next().ok_or(AppError::NotFound)?;
    let criteria = store::rounds::list_criteria(c, round.id)?;
    Ok((round, criteria))
}

/// Goes the whole way.
pub fn drive(c: &mut Conn, actor: &Actor, slug: &str, now: DateTime<Utc>) -> AppResult<TestDrive> {
    let edition = open(c, actor, slug, OrganiserAct::Look)?.edition;
    let (form, _) = form::current(c, edition.id)?;
    let categories = store::categories::list(c, edition.id)?;
    let (round, criteria) = round_of(c, edition.id)?;
    let jurors = usize::try_from(round.jurors_per_entry).unwrap_or(1).max(1);
    let mut trials = Vec::new();
    for number in 1..=ENTRIES {
        let Some(category) = categories.get((number - 1) % categories.len().max(1)).cloned() else { break };
        let asked = form.clone().of_category(category.id);
        let answers: Answers = asked
            .fields
            .iter()
            .map(|field| (field.key.clone(), sample(field, number, now)))
            .filter(|(_, answer)| !answer.is_empty())
            .collect();
        let marks = |juror| -> Vec<i32> { (0..criteria.len()).map(|at| mark(&round, number, juror, at)).collect() };
        let of_jurors: Vec<i32> = (0..jurors).map(|juror| mean(&criteria, &marks(juror))).collect();
        let sum: i32 = of_jurors.iter().sum();
        trials.push(Trial {
            number,
            category,
            questions: asked.fields.len(),
            // A made-up file counts as one.
            errors: asked.check(&asked.normalised(&answers), |_| true),
            mean: sum / i32::try_from(of_jurors.len().max(1)).unwrap_or(1),
            jurors: of_jurors,
            rank: 0,
        });
    }
    trials.sort_by_key(|trial| (std::cmp::Reverse(trial.mean), trial.number));
    let means: Vec<i32> = trials.iter().map(|trial| trial.mean).collect();
    for trial in &mut trials {
        trial.rank = 1 + means.iter().filter(|mean| **mean > trial.mean).count();
    }
    Ok(TestDrive { edition, form, trials })
}
