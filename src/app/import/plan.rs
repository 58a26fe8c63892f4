//! What each row of a table would become, and which rows are refused and why.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::columns::{Columns, Target};
use super::table::{Row, Table};
use crate::app::FieldProblem;
use crate::app::problems::text_problem;
use crate::domain::category::Category;
use crate::domain::form::{AnswerError, Answers, EntryForm, FieldKind, SHORT_TEXT_LIMIT};
use crate::domain::ids::CategoryId;
use crate::domain::language::Language;
use crate::domain::text::{self, EmailAddress, TextError, searchable};

/// Longest name of a project, a startup or a person, in characters.
const NAME_LIMIT: usize = 120;

/// What the edition offers to a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// Its questionnaire.
    pub form: EntryForm,
    /// Its categories.
    pub categories: Vec<Category>,
    /// The keys of the rows that were imported before.
    pub known: BTreeSet<String>,
}

/// What a person chose for a whole table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The category of rows whose own is missing or unknown.
    pub default_category: Option<CategoryId>,
    /// The category that a word of the table stands for.
    pub categories: BTreeMap<String, CategoryId>,
    /// The language of the texts; none: French.
    pub language: Option<Language>,
}

/// A row that can come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedRow {
    /// Where it stands in the file.
    pub line: u64,
    /// The name of the project.
    pub title: String,
    /// The name of the startup.
    pub organisation: String,
    /// The applicant's address, if the table says.
    pub email: Option<EmailAddress>,
    /// The applicant's name, or empty.
    pub applicant: String,
    /// The category.
    pub category: CategoryId,
    /// The answers, each in its normal form.
    pub answers: Answers,
    /// What makes it the same row when the file comes again.
    pub import_key: String,
    /// The language of the texts.
    pub language: Language,
}

/// Something about a row that a person should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// Where the row stands in the file.
    pub line: u64,
    /// What the row calls itself, or empty.
    pub title: String,
    /// What is wrong, and in which field.
    pub problem: FieldProblem,
}

/// What a table would become.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The rows that can come in.
    pub rows: Vec<PlannedRow>,
    /// The lines of rows that came in before.
    pub known: Vec<u64>,
    /// The rows that can't, and why.
    pub refused: Vec<RowProblem>,
    /// The cells that were shortened or left out, of rows that come in.
    pub changed: Vec<RowProblem>,
}

/// Says what each row would become.
pub fn plan(table: &Table, columns: &Columns, catalogue: &Catalogue, options: &Options) -> Plan {
    let mut plan = Plan::default();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for row in &table.rows {
        let reader = RowReader { row, columns, catalogue, options };
        match reader.read(&mut seen) {
            Ok((planned, _)) if catalogue.known.contains(&planned.import_key) => plan.known.push(row.line),
            Ok((planned, changed)) => {
                plan.changed.extend(changed.into_iter().map(|p| reader.at(p)));
                plan.rows.push(planned);
            }
            Err(problems) => plan.refused.extend(problems.into_iter().map(|p| reader.at(p))),
        }
    }
    plan
}

struct RowReader<'a> {
    row: &'a Row,
    columns: &'a Columns,
    catalogue: &'a Catalogue,
    options: &'a Options,
}

impl RowReader<'_> {
    fn cell(&self, target: &Target) -> &str {
        self.columns.get(target).and_then(|at| self.row.cells.get(*at)).map_or("", String::as_str)
    }

    fn at(&self, problem: FieldProblem) -> RowProblem {
        let title = [Target::Title, Target::Organisation].iter().map(|t| self.cell(t)).find(|t| !t.is_empty());
        RowProblem { line: self.row.line, title: title.unwrap_or_default().to_owned(), problem }
    }

    fn read(&self, seen: &mut BTreeMap<String, usize>) -> Result<(PlannedRow, Vec<FieldProblem>), Vec<FieldProblem>> {
        let (mut problems, mut changed) = (Vec::new(), Vec::new());
        if self.row.is_too_long {
            problems.push(FieldProblem::new("row", "import-problem-cells"));
        }
        let typed = self.cell(&Target::Title);
        let typed = if typed.is_empty() { self.cell(&Target::Organisation) } else { typed };
        let title = text::line(typed, NAME_LIMIT).unwrap_or_else(|error| {
            problems.push(match error {
                TextError::Empty => FieldProblem::new("title", "import-problem-title"),
                other => text_problem("title", other),
            });
            String::new()
        });
        let organisation = match text::line(self.cell(&Target::Organisation), NAME_LIMIT) {
            Ok(name) => name,
            Err(TextError::Empty) => title.clone(),
            Err(error) => {
                problems.push(text_problem("organisation", error));
                String::new()
            }
        };
        let email = match EmailAddress::parse(self.cell(&Target::Email)) {
            Ok(email) => Some(email),
            Err(TextError::Empty) => None,
            Err(error) => {
                problems.push(text_problem("email", error));
                None
            }
        };
        let category = self.category();
        if category.is_none() {
            let word = self.cell(&Target::Category);
            problems.push(if word.is_empty() {
                FieldProblem::new("category", "import-problem-no-category")
            } else {
                FieldProblem::new("category", "import-problem-category").arg("word", word)
            });
        }
        let answers = self.answers(&mut changed);
        let Some(category) = category.filter(|_| problems.is_empty()) else { return Err(problems) };
        let applicant = text::line(self.cell(&Target::Applicant), NAME_LIMIT).unwrap_or_default();
        let import_key = self.key(&title, &organisation, email.as_ref(), seen);
        let language = self.options.language.unwrap_or(Language::French);
        let row = PlannedRow {
            line: self.row.line,
            title,
            organisation,
            email,
            applicant,
            category,
            answers,
            import_key,
            language,
        };
        Ok((row, changed))
    }

    /// The same row has the same key when the file comes again, even with a mended description.
    /// Rows of one file that are alike are told apart by their order.
    fn key(
        &self,
        title: &str,
        organisation: &str,
        email: Option<&EmailAddress>,
        seen: &mut BTreeMap<String, usize>,
    ) -> String {
        let email = email.map_or("", EmailAddress::as_str);
        let city = self.cell(&Target::Answer("city".into()));
        let parts = [title, organisation, email, self.cell(&Target::Category), city].map(searchable);
        let base = parts.join("\u{1F}");
        let times = seen.entry(base.clone()).or_default();
        *times += 1;
        hex::encode(&Sha256::digest(format!("{base}\u{1F}{times}"))[..16])
    }

    fn category(&self) -> Option<CategoryId> {
        let word = searchable(self.cell(&Target::Category));
        let chosen = self.options.categories.iter().find(|(w, _)| searchable(w) == word).map(|(_, id)| *id);
        let named = || {
            let is_it = |c: &&Category| {
                [&c.code, &c.name.fr, &c.name.ar, &c.name.en].iter().any(|name| searchable(name) == word)
            };
            self.catalogue.categories.iter().find(is_it).map(|c| c.id)
        };
        let chosen = if word.is_empty() { None } else { chosen.or_else(named) };
        chosen.or(self.options.default_category)
    }

    /// The answers a row gives. A cell that does not fit its question is shortened or left out, and
    /// says so: a table kept for years never fits a form made this month.
    fn answers(&self, changed: &mut Vec<FieldProblem>) -> Answers {
        let mut typed = Answers::new();
        for target in self.columns.keys() {
            if let Target::Answer(key) = target {
                typed.insert(key.clone(), self.cell(target).to_owned());
            }
        }
        self.place_description(&mut typed);
        let mut answers = Answers::new();
        for (key, value) in typed {
            let Some(field) = self.catalogue.form.field(&key) else { continue };
            let fitted = match field.parse(&value) {
                Ok(answer) => answer,
                Err(AnswerError::TooManyWords { limit, .. }) => {
                    changed.push(FieldProblem::new(&key, "import-changed-shortened"));
                    let text = text::paragraphs(&value, usize::MAX).unwrap_or_default();
                    field.parse(&first_words(&text, limit)).unwrap_or_default()
                }
                Err(AnswerError::Text(TextError::TooLong { limit, .. })) => {
                    changed.push(FieldProblem::new(&key, "import-changed-shortened"));
                    field.parse(&first_letters(&value, limit)).unwrap_or_default()
                }
                Err(_) => {
                    changed.push(FieldProblem::new(&key, "import-changed-left-out").arg("value", shown(&value)));
                    String::new()
                }
            };
            if !fitted.is_empty() {
                answers.insert(key, fitted);
            }
        }
        answers
    }

    /// A description goes to the question on the solution, else to the first long one; its first
    /// sentence to the pitch, where nothing else says that.
    fn place_description(&self, typed: &mut Answers) {
        let description = self.cell(&Target::Description);
        if description.is_empty() {
            return;
        }
        let form = &self.catalogue.form;
        let is_long = |kind| kind == FieldKind::LongText;
        let long = form.field("solution").filter(|f| is_long(f.kind));
        let long = long.or_else(|| form.fields.iter().find(|f| is_long(f.kind)));
        if let Some(field) = long {
            let answer = typed.entry(field.key.clone()).or_default();
            if answer.is_empty() {
                description.clone_into(answer);
            }
        }
        if form.field("pitch").is_some() {
            let pitch = typed.entry("pitch".to_owned()).or_default();
            if pitch.is_empty() {
                let sentence = description.split_inclusive(['.', '!', '?', '؟', '\n']).next().unwrap_or(description);
                *pitch = first_letters(sentence.trim(), SHORT_TEXT_LIMIT);
            }
        }
    }
}

/// As many whole words as fit, and a sign that more followed.
fn first_words(text: &str, limit: usize) -> String {
    let mut end = text.len();
    let mut words = 0;
    for (at, word) in text.split_whitespace().map(|w| (w.as_ptr() as usize - text.as_ptr() as usize, w)) {
        words += usize::from(word.chars().any(char::is_alphanumeric));
        if words > limit {
            end = at;
            break;
        }
    }
    let kept = text[..end].trim_end();
    if kept.len() < text.trim_end().len() { format!("{kept} …") } else { kept.to_owned() }
}

/// As many letters as fit, cut between words, and a sign that more followed.
fn first_letters(text: &str, limit: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= limit {
        return text;
    }
    let kept: String = text.chars().take(limit.saturating_sub(2)).collect();
    let whole = kept.rsplit_once(' ').map_or(kept.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

fn shown(value: &str) -> String {
    let clean: String = value.chars().filter(|c| !text::is_forbidden_in_line(*c)).collect();
    first_letters(&clean, 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_too_long_is_cut_between_words() {
        assert_eq!(first_words("un deux, trois\n\nquatre cinq", 4), "un deux, trois\n\nquatre …");
        assert_eq!(first_words("un deux", 2), "un deux");
        assert_eq!(first_letters("abcd efgh ijkl", 12), "abcd efgh …");
    }
}
