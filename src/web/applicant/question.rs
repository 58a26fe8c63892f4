//! A question as a page shows it, and answers as a form sends them.

use crate::app::FieldProblem;
use crate::app::entries::EntryView;
use crate::domain::file::EntryFile;
use crate::domain::form::{Answers, FieldKind, FormField};
use crate::web::extract::Form;
use crate::web::page::Page;
use crate::web::problems::Problems;

/// What is wrong with answers, beside the fields of their questions.
pub fn answer_problems(p: &Page, problems: &[FieldProblem]) -> Problems {
    let of_field =
        |problem: &FieldProblem| FieldProblem { field: format!("{PREFIX}{}", problem.field), ..problem.clone() };
    Problems::new(p, &problems.iter().map(of_field).collect::<Vec<_>>())
}

/// What stands before the key of a question in the name of its field.
pub const PREFIX: &str = "answer-";

/// A question as a page shows it.
#[derive(Debug, Clone)]
pub struct Question {
    /// The id and name of its field.
    pub id: String,
    /// What kind of answer it takes.
    pub kind: FieldKind,
    /// The question.
    pub label: String,
    /// A hint, with the limits of the answer.
    pub hint: String,
    /// "Optional", or empty.
    pub opt: String,
    /// The answer, as typed or as saved.
    pub value: String,
    /// What is wrong with it.
    pub error: String,
    /// Most words.
    pub max_words: u32,
    /// The text of the counter, or empty.
    pub counter: String,
    /// The options of a choice.
    pub options: Vec<(String, String)>,
    /// The files.
    pub files: Vec<FileLine>,
    /// The answer that somebody else saved meanwhile, where it is another one.
    pub theirs: Option<String>,
}

/// A file in a list.
#[derive(Debug, Clone)]
pub struct FileLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its kind and size.
    pub detail: String,
    /// Where to fetch it.
    pub href: String,
    /// Shows a picture of it.
    pub is_image: bool,
}

impl FileLine {
    /// Of a file on a draft.
    pub fn of(p: &Page, file: &EntryFile) -> Self {
        Self {
            id: file.id.to_string(),
            name: file.name.clone(),
            detail: p.bytes(file.size),
            href: p.url(&format!("/files/{}", file.id)),
            is_image: file.kind.is_image(),
        }
    }
}

impl Question {
    /// Whether its kind is the one of this word.
    pub fn is(&self, kind: &str) -> bool {
        self.kind.as_str() == kind
    }
}

/// The questions of a section; `typed` wins over what is saved.
pub fn questions(
    p: &Page,
    view: &EntryView,
    section: usize,
    typed: Option<&Answers>,
    problems: &Problems,
) -> Vec<Question> {
    view.form.section_fields(section).map(|field| question(p, view, field, typed, problems)).collect()
}

fn question(p: &Page, view: &EntryView, field: &FormField, typed: Option<&Answers>, problems: &Problems) -> Question {
    let saved = view.entry.answers.get(&field.key).cloned().unwrap_or_default();
    let id = format!("{PREFIX}{}", field.key);
    let is_text = field.kind == FieldKind::LongText;
    Question {
        kind: field.kind,
        label: p.l(&field.label).to_owned(),
        hint: hint(p, field),
        opt: if field.required { String::new() } else { p.t("entry-optional") },
        value: typed.and_then(|t| t.get(&field.key)).cloned().unwrap_or_else(|| saved.clone()),
        error: problems.of(&id).to_owned(),
        max_words: field.max_words.unwrap_or(0),
        counter: if is_text && field.max_words.is_some() { p.t("entry-question-counter") } else { String::new() },
        options: field.options.iter().map(|o| (o.value.clone(), p.l(&o.label).to_owned())).collect(),
        files: view.files_of(&field.key).map(|f| FileLine::of(p, f)).collect(),
        theirs: None,
        id,
    }
}

/// The hint of a question, and its limits where the hint does not tell them.
fn hint(p: &Page, field: &FormField) -> String {
    let help = p.l(&field.help);
    let tells = |number: Option<i64>| number.is_none_or(|n| help.contains(&n.to_string()));
    let limits = match (field.kind, field.max_words, field.min, field.max) {
        (FieldKind::LongText, Some(words), _, _) if !tells(Some(i64::from(words))) => {
            p.m("entry-question-words").arg("n", words).to_string()
        }
        (FieldKind::Number, _, Some(min), Some(max)) if !tells(Some(min)) || !tells(Some(max)) => {
            p.m("entry-question-range").arg("min", min.to_string()).arg("max", max.to_string()).to_string()
        }
        (FieldKind::File, ..) if !help.contains("PDF") => p.t("entry-question-files"),
        _ => String::new(),
    };
    [help, limits.as_str()].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The answers of a form. A name that comes twice is a box with its "unticked" before it: the last
/// value counts.
pub fn typed_answers(form: &Form) -> Answers {
    let mut answers = Answers::new();
    for (name, value) in form.pairs() {
        if let Some(key) = name.strip_prefix(PREFIX) {
            answers.insert(key.to_owned(), value.to_owned());
        }
    }
    answers
}

/// An answer as it is read: the words of a choice, not its value.
pub fn read_answer(p: &Page, field: &FormField, answer: &str) -> String {
    match field.kind {
        FieldKind::Choice => field
            .options
            .iter()
            .find(|o| o.value == answer)
            .map_or_else(|| answer.to_owned(), |o| p.l(&o.label).to_owned()),
        FieldKind::Declaration if answer == "yes" => p.t("entry-answer-yes"),
        _ => answer.to_owned(),
    }
}
