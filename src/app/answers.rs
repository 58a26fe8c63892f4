//! Answers as people read them: the words of an option, the name of a country, a date in their language.

use chrono::NaiveDate;

use crate::domain::entry::Snapshot;
use crate::domain::form::{FieldKind, FormField};
use crate::domain::language::{Language, Localised};
use crate::domain::place;
use crate::i18n::{Speaker, dates};

/// An answer in the words of a language. Several options, and the people of a team, one to a line.
pub fn in_words(language: Language, field: &FormField, answer: &str) -> String {
    let speaker = Speaker(language);
    let option = |value: &str| {
        let found = field.options.iter().find(|option| option.value == value);
        found.map_or_else(|| value.to_owned(), |option| option.label.get(language).to_owned())
    };
    match field.kind {
        FieldKind::Choice => option(answer),
        FieldKind::Choices => answer.lines().map(option).collect::<Vec<_>>().join("\n"),
        FieldKind::YesNo | FieldKind::Declaration => match answer {
            "yes" => speaker.t("answer-yes"),
            "no" => speaker.t("answer-no"),
            other => other.to_owned(),
        },
        FieldKind::Number if !answer.is_empty() && !field.unit.is_empty() => {
            format!("{answer}\u{a0}{}", field.unit.get(language))
        }
        FieldKind::Date => match NaiveDate::parse_from_str(answer, "%Y-%m-%d") {
            Ok(day) => dates::calendar_day(language, day),
            Err(_) => answer.to_owned(),
        },
        FieldKind::Country | FieldKind::Region => {
            place::name(answer, language).map_or_else(|| answer.to_owned(), str::to_owned)
        }
        FieldKind::Team => answer.lines().map(person).collect::<Vec<_>>().join("\n"),
        FieldKind::ShortText
        | FieldKind::LongText
        | FieldKind::Number
        | FieldKind::Link
        | FieldKind::Video
        | FieldKind::Email
        | FieldKind::Phone
        | FieldKind::File
        | FieldKind::Image => answer.to_owned(),
    }
}

/// What a submission answers to a question: its words, or the names of its files, one to a line.
pub fn of_snapshot(language: Language, field: &FormField, snapshot: &Snapshot) -> String {
    if field.kind.is_file() {
        let files = snapshot.files.iter().filter(|file| file.field_key == field.key);
        return files.map(|file| file.name.as_str()).collect::<Vec<_>>().join("\n");
    }
    in_words(language, field, snapshot.answers.get(&field.key).map_or("", String::as_str))
}

/// An answer in the words of every language.
pub fn in_all(field: &FormField, answer: &str) -> Localised {
    let of = |language| in_words(language, field, answer);
    Localised::new(&of(Language::French), &of(Language::Arabic), &of(Language::English))
}

/// Name, role and link of somebody in a team.
fn person(row: &str) -> String {
    row.split('\t').filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" · ")
}
