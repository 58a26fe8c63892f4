//! A question as a page shows it, and answers as a form sends them.

use std::collections::BTreeMap;

use crate::app::FieldProblem;
use crate::app::entries::{EntryView, Typed};
use crate::domain::file::EntryFile;
use crate::domain::form::{Answers, EntryForm, FieldKind, FormField, TEAM_COLUMNS, TEAM_ROWS, VIDEO_HOSTS};
use crate::domain::place::{self, Place};
use crate::domain::text;
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
    /// The people of a team, with room for one more.
    pub rows: Vec<TeamRow>,
    /// The field and answer it depends on, for the page's script: `answer-patent=yes`, or empty.
    pub when: String,
    /// The organisers have sent the entry back, and not for this question: it is read only.
    pub is_locked: bool,
    /// Whether it is asked, given the answers of this page.
    pub is_asked: bool,
}

/// A person of a team, as typed.
#[derive(Debug, Clone)]
pub struct TeamRow {
    /// Its number, from 1.
    pub number: usize,
    /// The names of its fields and what is in them: name, role, link.
    pub cells: Vec<(String, String)>,
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
    /// It is a picture, which needs words for those who can't see it.
    pub is_image: bool,
    /// A picture of it can be shown: itself, or its first page.
    pub is_shown: bool,
    /// What it shows, as typed or as saved.
    pub alt: String,
    /// What somebody else has written there meanwhile, where it is something else.
    pub theirs: Option<String>,
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
            is_shown: file.kind.is_image() || file.has_preview,
            alt: file.alt.clone(),
            theirs: None,
        }
    }
}

impl Question {
    /// Whether its kind is the one of this word.
    pub fn is(&self, kind: &str) -> bool {
        self.kind.as_str() == kind
    }

    /// Whether it is answered by files.
    pub fn is_file(&self) -> bool {
        self.kind.is_file()
    }

    /// Its answer in the words of the page, line by line, where it is only read.
    pub fn answer_lines(&self) -> Vec<String> {
        let word = |line: &str| match self.options.iter().find(|(value, _)| value == line) {
            Some((_, words)) => words.clone(),
            None => line.replace('\t', " · "),
        };
        self.value.lines().map(word).collect()
    }

    /// The options, each with whether it is chosen.
    pub fn boxes(&self) -> Vec<(String, String, bool)> {
        let is_chosen = |value: &str| self.value.lines().any(|line| line == value);
        self.options.iter().map(|(value, words)| (value.clone(), words.clone(), is_chosen(value))).collect()
    }

    /// The kind of its field, where it is one line.
    pub fn input_type(&self) -> &'static str {
        match self.kind {
            FieldKind::Link | FieldKind::Video => "url",
            FieldKind::Email => "email",
            FieldKind::Phone => "tel",
            // What doesn't fit is shown as it was typed, which a calendar can't.
            FieldKind::Date if self.value.is_empty() || self.error.is_empty() => "date",
            _ => "text",
        }
    }

    /// What its file chooser offers.
    pub fn accept(&self) -> &'static str {
        if self.kind == FieldKind::Image {
            "image/png,image/jpeg,image/webp"
        } else {
            "application/pdf,image/png,image/jpeg,image/webp"
        }
    }
}

/// The questions of a section; `typed` wins over what is saved.
pub fn questions(
    p: &Page,
    view: &EntryView,
    section: usize,
    typed: Option<&Typed>,
    problems: &Problems,
) -> Vec<Question> {
    let answers = &view.entry.answers;
    let file = |file: &EntryFile| {
        let line = FileLine::of(p, file);
        match typed.and_then(|typed| typed.alts.get(&file.id)) {
            Some(alt) => FileLine { alt: alt.clone(), ..line },
            None => line,
        }
    };
    let of = |field: &FormField| Question {
        is_locked: !view.entry.opens(&field.key, &view.edition, p.now),
        files: view.files_of(&field.key).map(file).collect(),
        ..question(p, &view.form, field, answers, typed.map(|typed| &typed.answers), problems)
    };
    view.form.section_fields(section).map(of).collect()
}

/// The questions of a section as whoever starts an entry sees them.
pub fn empty_questions(p: &Page, form: &EntryForm, section: usize) -> Vec<Question> {
    let (answers, problems) = (Answers::new(), Problems::default());
    form.section_fields(section).map(|field| question(p, form, field, &answers, None, &problems)).collect()
}

fn question(
    p: &Page,
    form: &EntryForm,
    field: &FormField,
    saved: &Answers,
    typed: Option<&Answers>,
    problems: &Problems,
) -> Question {
    let id = format!("{PREFIX}{}", field.key);
    let is_text = field.kind == FieldKind::LongText;
    let mut answers = saved.clone();
    answers.extend(typed.cloned().unwrap_or_default());
    let value = answers.get(&field.key).cloned().unwrap_or_default();
    let when = field.condition.as_ref().map(|c| format!("{PREFIX}{}={}", c.question, c.answer));
    Question {
        kind: field.kind,
        label: p.l(&field.label).to_owned(),
        hint: hint(p, field),
        opt: if field.required { String::new() } else { p.t("entry-optional") },
        error: problems.of(&id).to_owned(),
        max_words: field.max_words.unwrap_or(0),
        counter: if is_text && field.max_words.is_some() { p.t("entry-question-counter") } else { String::new() },
        options: options(p, field),
        rows: if field.kind == FieldKind::Team { rows(&id, &value) } else { Vec::new() },
        when: when.unwrap_or_default(),
        is_asked: form.asks(field, &answers),
        value,
        files: Vec::new(),
        is_locked: false,
        theirs: None,
        id,
    }
}

/// What can be chosen: the options of the question, or places by name.
fn options(p: &Page, field: &FormField) -> Vec<(String, String)> {
    let place = |place: &'static Place| (place.code.to_owned(), place.name.exact(p.language).to_owned());
    match field.kind {
        FieldKind::Country => {
            let mut countries: Vec<_> = place::countries().map(place).collect();
            // Morocco first: most answers.
            countries.sort_by_key(|(code, name)| (code != "MA", text::searchable(name)));
            countries
        }
        FieldKind::Region => place::regions().map(place).collect(),
        FieldKind::YesNo => vec![("yes".to_owned(), p.t("answer-yes")), ("no".to_owned(), p.t("answer-no"))],
        _ => field.options.iter().map(|o| (o.value.clone(), p.l(&o.label).to_owned())).collect(),
    }
}

/// The rows of a team, with room for one more person, three at least.
fn rows(id: &str, value: &str) -> Vec<TeamRow> {
    let lines: Vec<&str> = value.lines().collect();
    (0..(lines.len() + 1).clamp(3, TEAM_ROWS))
        .map(|row| {
            let cells: Vec<&str> = lines.get(row).map(|line| line.split('\t').collect()).unwrap_or_default();
            let cell = |column: usize| cells.get(column).copied().unwrap_or_default().to_owned();
            let cells = (0..TEAM_COLUMNS).map(|column| (format!("{id}-{row}-{column}"), cell(column))).collect();
            TeamRow { number: row + 1, cells }
        })
        .collect()
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
        (FieldKind::Image, ..) if !help.contains("PNG") => p.t("entry-question-images"),
        (FieldKind::Video, ..) => p.m("entry-question-video").arg("hosts", VIDEO_HOSTS.join(", ")).to_string(),
        _ => String::new(),
    };
    [help, limits.as_str()].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What stands before the id of a picture in the name of the field of its words.
pub const ALT_PREFIX: &str = "alt-";

/// What a form of a section holds.
pub fn typed(form: &Form) -> Typed {
    let alt = |(name, value): (&str, &str)| Some((name.strip_prefix(ALT_PREFIX)?.parse().ok()?, value.to_owned()));
    Typed { answers: typed_answers(form), alts: form.pairs().filter_map(alt).collect() }
}

/// The answers of a form. A name that comes several times is a question with several answers, or a box
/// with its "unticked" before it: what is not empty counts, one to a line. The cells of a team are called
/// `answer-KEY-ROW-COLUMN`.
fn typed_answers(form: &Form) -> Answers {
    let mut answers = Answers::new();
    let mut teams: BTreeMap<String, BTreeMap<usize, [String; TEAM_COLUMNS]>> = BTreeMap::new();
    for (name, value) in form.pairs() {
        let Some(name) = name.strip_prefix(PREFIX) else { continue };
        if let Some((key, row, column)) = cell(name) {
            let rows = teams.entry(key.to_owned()).or_default();
            rows.entry(row).or_default()[column] = value.replace(['\t', '\n', '\r'], " ");
            continue;
        }
        let answer: &mut String = answers.entry(name.to_owned()).or_default();
        if !answer.is_empty() && !value.is_empty() {
            answer.push('\n');
        }
        answer.push_str(value);
    }
    for (key, rows) in teams {
        let rows: Vec<String> = rows.into_values().map(|row| row.join("\t")).collect();
        answers.insert(key, rows.join("\n"));
    }
    answers
}

/// The key, row and column in the name of a cell.
fn cell(name: &str) -> Option<(&str, usize, usize)> {
    let mut parts = name.split('-');
    let (key, row, column) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    (row < TEAM_ROWS && column < TEAM_COLUMNS && parts.next().is_none()).then_some((key, row, column))
}
