//! A scorecard as its page shows it, and as its form sends it.

use crate::app::scoring::{CANNOT, ScorecardPage, Sheet, written};
use crate::domain::round::{Criterion, Round};
use crate::web::extract::Form;
use crate::web::page::Page;
use crate::web::problems::Problems;

/// What stands before a criterion's word in the name of its field.
const SCORE: &str = "c-";
/// What stands before a criterion's word in the name of its "I can't judge this" box.
const NOT_JUDGED: &str = "cannot-";

/// A criterion on the page.
pub(super) struct CriterionView {
    pub field: String,
    pub cannot_field: String,
    pub name: String,
    pub description: String,
    pub weight: i32,
    pub percent: String,
    pub value: String,
    pub cannot: bool,
    pub steps: Vec<(String, String)>,
    pub error: String,
}

/// The sheet of a form.
pub(super) fn typed(form: &Form) -> Sheet {
    let mut sheet = Sheet {
        version: form.parse("version").unwrap_or(0),
        comment: form.text("comment").to_owned(),
        note: form.text("note").to_owned(),
        ..Sheet::default()
    };
    for (name, value) in form.pairs() {
        if let Some(key) = name.strip_prefix(SCORE) {
            sheet.marks.entry(key.to_owned()).or_insert_with(|| value.to_owned());
        }
    }
    for (name, _) in form.pairs() {
        if let Some(key) = name.strip_prefix(NOT_JUDGED) {
            sheet.marks.insert(key.to_owned(), CANNOT.to_owned());
        }
    }
    sheet
}

/// The fields of a sheet, to send it again.
pub(super) fn fields(sheet: &Sheet, version: i32) -> Vec<(String, String)> {
    let mut fields = vec![
        ("version".to_owned(), version.to_string()),
        ("comment".to_owned(), sheet.comment.clone()),
        ("note".to_owned(), sheet.note.clone()),
    ];
    for (key, value) in &sheet.marks {
        let name = if value == CANNOT { format!("{NOT_JUDGED}{key}") } else { format!("{SCORE}{key}") };
        fields.push((name, value.clone()));
    }
    fields
}

/// The id of a criterion's field.
pub(super) fn field_of(key: &str) -> String {
    format!("{SCORE}{key}")
}

/// A mark in words.
pub(super) fn said(p: &Page, typed: &str) -> String {
    match typed {
        "" => p.t("scorecard-blank"),
        CANNOT => p.t("scorecard-cannot-short"),
        score => score.to_owned(),
    }
}

/// The stored sheet, as it would be typed.
pub(super) fn stored(page: &ScorecardPage) -> Sheet {
    let marks = page.criteria.iter().zip(&page.sheet.marks).map(|(c, mark)| (c.key.clone(), written(*mark)));
    Sheet {
        version: page.sheet.version,
        marks: marks.collect(),
        comment: page.sheet.comment.clone(),
        note: page.sheet.note.clone(),
    }
}

/// The criteria with a sheet's marks.
pub(super) fn criteria(p: &Page, page: &ScorecardPage, sheet: &Sheet, problems: &Problems) -> Vec<CriterionView> {
    page.criteria
        .iter()
        .map(|criterion| {
            let typed = sheet.marks.get(&criterion.key).cloned().unwrap_or_default();
            CriterionView {
                field: field_of(&criterion.key),
                cannot_field: format!("{NOT_JUDGED}{}", criterion.key),
                name: p.l(&criterion.name).to_owned(),
                description: p.l(&criterion.description).to_owned(),
                weight: criterion.weight_bp,
                percent: percent(p, criterion.weight_bp),
                cannot: typed == CANNOT,
                value: if typed == CANNOT { String::new() } else { typed },
                steps: step_names(p, &page.round, criterion),
                error: problems.of(&field_of(&criterion.key)).to_owned(),
            }
        })
        .collect()
}

/// The steps of the scale, each with its sentence.
pub(super) fn step_names(p: &Page, round: &Round, criterion: &Criterion) -> Vec<(String, String)> {
    let scale = round.scale_min..=round.scale_max;
    scale
        .enumerate()
        .map(|(at, step)| {
            let sentence = criterion.anchors.get(at).map_or("", |anchor| p.l(anchor));
            (step.to_string(), sentence.to_owned())
        })
        .collect()
}

fn percent(p: &Page, basis_points: i32) -> String {
    let decimals = u32::from(basis_points % 100 != 0);
    format!("{}\u{A0}%", p.hundredths(i64::from(basis_points), decimals))
}
