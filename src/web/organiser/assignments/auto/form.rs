//! The form of wishes: read, shown again, and kept in addresses.

use crate::app::FieldProblem;
use crate::app::assignments::auto::{KeepWish, LOAD_LIMIT, NEED_LIMIT, WEIGHT_LIMIT, Weights, Wishes};
use crate::domain::round::Round;
use crate::web::extract::Form;
use crate::web::organiser::pages;
use crate::web::organiser::sheet::Values;

/// Whether somebody asked for a plan, rather than for the empty form.
pub fn is_asked(form: &Form) -> bool {
    form.has("show")
}

/// The wishes of a form; of the round, while nobody has asked.
pub fn read(form: &Form, round: &Round) -> Result<Wishes, Vec<FieldProblem>> {
    let usual = Wishes::of_round(round);
    if !is_asked(form) {
        return Ok(usual);
    }
    let mut problems = Vec::new();
    let mut weight = |name: &str| number(form, name, 0, WEIGHT_LIMIT, &mut problems);
    let (category, expertise) = (weight("w_category"), weight("w_expertise"));
    let (language, preference) = (weight("w_language"), weight("w_preference"));
    let per_entry = number(form, "per_entry", 1, NEED_LIMIT, &mut problems);
    let is_limited = !form.text("max_load").trim().is_empty();
    let max_load = is_limited.then(|| number(form, "max_load", 1, LOAD_LIMIT, &mut problems));
    let wishes = Wishes {
        weights: Weights { category, expertise, language, preference },
        per_entry,
        max_load,
        only_categories: form.has("only_categories"),
        level: form.has("level"),
        bottleneck: form.has("bottleneck"),
        connect: form.has("connect"),
        keep: form.parse("keep").unwrap_or(usual.keep),
    };
    if problems.is_empty() { Ok(wishes) } else { Err(problems) }
}

fn number(form: &Form, name: &str, least: u32, most: u32, problems: &mut Vec<FieldProblem>) -> u32 {
    match form.parse::<u32>(name) {
        Some(number) if (least..=most).contains(&number) => number,
        _ => {
            problems.push(FieldProblem::new(name, "auto-problem-number").arg("least", least).arg("most", most));
            least
        }
    }
}

/// The fields that stand for wishes.
pub fn fields(wishes: &Wishes) -> Vec<(&'static str, String)> {
    let tick = |name: &'static str, is_on: bool| is_on.then(|| (name, "1".to_owned()));
    let mut fields = vec![
        ("show", "1".to_owned()),
        ("w_category", wishes.weights.category.to_string()),
        ("w_expertise", wishes.weights.expertise.to_string()),
        ("w_language", wishes.weights.language.to_string()),
        ("w_preference", wishes.weights.preference.to_string()),
        ("per_entry", wishes.per_entry.to_string()),
        ("max_load", wishes.max_load.map_or_else(String::new, |most| most.to_string())),
        ("keep", wishes.keep.to_string()),
    ];
    fields.extend(tick("only_categories", wishes.only_categories));
    fields.extend(tick("level", wishes.level));
    fields.extend(tick("bottleneck", wishes.bottleneck));
    fields.extend(tick("connect", wishes.connect));
    fields
}

/// The same, as a form shows them.
pub fn values(wishes: &Wishes) -> Values {
    fields(wishes).into_iter().fold(Values::default(), |values, (name, value)| values.with(name, value))
}

/// The same, as the query of an address, with whatever else it needs.
pub fn query(wishes: &Wishes, round: i32, more: &[(&str, &str)]) -> String {
    let (round, fields) = (round.to_string(), fields(wishes));
    let fields = fields.iter().map(|(name, value)| (*name, value.as_str()));
    let all: Vec<(&str, &str)> =
        std::iter::once(("round", round.as_str())).chain(fields).chain(more.iter().copied()).collect();
    pages::query(&all)
}

/// The choices of what becomes of assignments that nobody has begun.
pub fn keeps() -> [(KeepWish, &'static str); 3] {
    [(KeepWish::Locked, "auto-keep-locked"), (KeepWish::Prefer, "auto-keep-prefer"), (KeepWish::Free, "auto-keep-free")]
}
