//! The questionnaire of an edition.
//!
//! Wording may be mended at any time. Once something was submitted, any other change makes a new
//! version: what was submitted keeps the questions it answered, drafts follow the new one.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::open_to_change;
use super::texts::{NAME_LIMIT, Reader, SENTENCE_LIMIT};
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult, Step, fingerprint};
use crate::domain::audit::AuditActor;
use crate::domain::category::Category;
use crate::domain::entry::EntryStatus;
use crate::domain::form::{Condition, EntryForm, FieldKind, FieldOption, FormField, key_of};
use crate::domain::ids::{CategoryId, EditionId, EntryFormId};
use crate::domain::language::Localised;
use crate::domain::policy::Actor;
use crate::store::{self, Conn};

/// Most questions of a form.
pub const MAX_FIELDS: usize = 60;
/// Most sections of a form.
pub const MAX_SECTIONS: usize = 12;

/// A question as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldText {
    /// Its kind; only of a new one.
    pub kind: String,
    /// Its section, from 1.
    pub section: String,
    /// The question.
    pub label: Localised,
    /// The hint.
    pub help: Localised,
    /// Must be answered.
    pub required: bool,
    /// Never shown to jurors.
    pub hidden_from_jurors: bool,
    /// Most words of a long text.
    pub max_words: String,
    /// Least number.
    pub min: String,
    /// Greatest number.
    pub max: String,
    /// The options of a choice; empty ones are left out.
    pub options: Vec<(String, Localised)>,
    /// The unit of a number.
    pub unit: Localised,
    /// The ids of the only categories it is asked in.
    pub categories: Vec<String>,
    /// The answer it depends on, as [`conditions`] writes it; empty: always asked.
    pub condition: String,
    /// What the page was made from that it was typed on (see [`version`]); of a new one, empty.
    pub version: String,
}

/// What a page of a question was made from.
pub fn version(field: &FormField) -> String {
    fingerprint(field)
}

/// The newest version of the questionnaire, and whether something was submitted on it.
pub fn current(c: &mut Conn, edition: EditionId) -> AppResult<(EntryForm, bool)> {
    let form = store::entry_forms::get_current(c, edition)?;
    let is_answered = store::snapshots::answer_form(c, form.id)?;
    Ok((form, is_answered))
}

/// Whom a change of structure affects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Affected {
    /// Entries that were submitted: they keep the version they answered.
    pub submitted: i64,
    /// Drafts that follow the new version.
    pub drafts: i64,
}

/// Whom a change of an edition's questionnaire would affect.
pub fn affected(c: &mut Conn, edition: EditionId) -> AppResult<Affected> {
    let mut affected = Affected { submitted: 0, drafts: 0 };
    for (status, _, count) in store::entries::count_by_state(c, edition)? {
        match status {
            EntryStatus::Draft => affected.drafts += count,
            _ => affected.submitted += count,
        }
    }
    Ok(affected)
}

/// How many texts of a questionnaire lack a language. A hint that nobody wrote is not missing.
pub fn missing_texts(form: &EntryForm) -> usize {
    form.sections.iter().map(|s| s.missing().len()).sum::<usize>() + form.fields.iter().map(missing_in).sum::<usize>()
}

/// How many texts of a question lack a language.
pub fn missing_in(field: &FormField) -> usize {
    let help = (!field.help.is_empty()).then_some(&field.help);
    let labels = field.options.iter().map(|o| &o.label);
    let unit = (!field.unit.is_empty()).then_some(&field.unit);
    labels.chain([&field.label]).chain(help).chain(unit).map(|text| text.missing().len()).sum()
}

/// What is the same before and after a change of wording.
fn structure(form: &EntryForm) -> (usize, Vec<FormField>) {
    let bare = |field: &FormField| FormField {
        label: Localised::default(),
        help: Localised::default(),
        unit: Localised::default(),
        options: field.options.iter().map(|o| FieldOption { label: Localised::default(), ..o.clone() }).collect(),
        ..field.clone()
    };
    (form.sections.len(), form.fields.iter().map(bare).collect())
}

/// Stores a changed form: in place, or as a new version.
fn keep(
    c: &mut Conn,
    actor: &Actor,
    before: &EntryForm,
    is_answered: bool,
    mut after: EntryForm,
    subject: &str,
    now: DateTime<Utc>,
) -> AppResult<EntryForm> {
    if *before == after {
        return Ok(after);
    }
    if after.broken_condition().is_some() {
        return Err(AppError::refused("form-refused-condition"));
    }
    let is_new_version = is_answered && structure(before) != structure(&after);
    if is_new_version {
        after.id = EntryFormId::new();
        after.version = before.version + 1;
        store::entry_forms::insert(c, after.clone())?;
    } else {
        store::entry_forms::update(c, after.clone())?;
    }
    let action = if is_new_version { "form.new_version" } else { "form.changed" };
    let event = Event::new(action, "form", after.id)
        .edition(after.edition_id)
        .before(json!({ "version": before.version, "questions": before.fields.len() }))
        .after(json!({ "version": after.version, "questions": after.fields.len(), "what": subject }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(after)
}

fn open(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<(EntryForm, bool)> {
    let edition = open_to_change(c, actor, slug)?;
    current(c, edition.id)
}

/// Adds a question at the end of its section.
pub fn add(c: &mut Conn, actor: &Actor, slug: &str, typed: &FieldText, now: DateTime<Utc>) -> AppResult<FormField> {
    let (before, is_answered) = open(c, actor, slug)?;
    if before.fields.len() >= MAX_FIELDS {
        return Err(AppError::refused("form-refused-too-many"));
    }
    let kind = typed.kind.parse().map_err(|_| AppError::field("kind", "form-problem-kind"))?;
    let known = store::categories::list(c, before.edition_id)?;
    let mut field = read(&before, &known, before.fields.len(), kind, typed)?;
    let taken: Vec<&str> = before.fields.iter().map(|f| f.key.as_str()).collect();
    field.key = key_of(&field.label, "question", &taken);
    let mut after = before.clone();
    let at = after.fields.iter().rposition(|f| f.section <= field.section).map_or(0, |at| at + 1);
    after.fields.insert(at, field.clone());
    keep(c, actor, &before, is_answered, after, &field.key, now)?;
    Ok(field)
}

/// Changes a question; its kind stays. [`AppError::Stale`] when somebody else has changed it since the
/// page was made.
pub fn edit(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    key: &str,
    typed: &FieldText,
    now: DateTime<Utc>,
) -> AppResult<EntryForm> {
    let (before, is_answered) = open(c, actor, slug)?;
    let at = place(&before, key)?;
    if typed.version != version(&before.fields[at]) {
        return Err(AppError::Stale);
    }
    let known = store::categories::list(c, before.edition_id)?;
    let mut field = read(&before, &known, at, before.fields[at].kind, typed)?;
    key.clone_into(&mut field.key);
    let mut after = before.clone();
    if field.section == before.fields[at].section {
        after.fields[at] = field;
    } else {
        after.fields.remove(at);
        let to = after.fields.iter().rposition(|f| f.section <= field.section).map_or(0, |at| at + 1);
        after.fields.insert(to, field);
    }
    keep(c, actor, &before, is_answered, after, key, now)
}

fn place(form: &EntryForm, key: &str) -> AppResult<usize> {
    form.fields.iter().position(|f| f.key == key).ok_or(AppError::NotFound)
}

/// Moves a question one place within its section.
pub fn step(c: &mut Conn, actor: &Actor, slug: &str, key: &str, step: Step, now: DateTime<Utc>) -> AppResult<()> {
    let (before, is_answered) = open(c, actor, slug)?;
    let at = place(&before, key)?;
    let section: Vec<usize> =
        (0..before.fields.len()).filter(|i| before.fields[*i].section == before.fields[at].section).collect();
    let here = section.iter().position(|i| *i == at).unwrap_or(0);
    let Some(to) = step.from(here, section.len()) else { return Ok(()) };
    let mut after = before.clone();
    after.fields.swap(at, section[to]);
    keep(c, actor, &before, is_answered, after, key, now)?;
    Ok(())
}

/// Puts a question before another of a section, or at the section's end. Sections count from 1.
pub fn put(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    key: &str,
    (section, next): (usize, &str),
    now: DateTime<Utc>,
) -> AppResult<()> {
    let (before, is_answered) = open(c, actor, slug)?;
    let section = section.checked_sub(1).filter(|s| *s < before.sections.len()).ok_or(AppError::NotFound)?;
    let mut after = before.clone();
    let mut field = after.fields.remove(place(&before, key)?);
    field.section = section;
    let is_next = |f: &FormField| f.section == section && f.key == next;
    let end = || after.fields.iter().rposition(|f| f.section <= section).map_or(0, |at| at + 1);
    let to = after.fields.iter().position(is_next).unwrap_or_else(end);
    after.fields.insert(to, field);
    keep(c, actor, &before, is_answered, after, key, now)?;
    Ok(())
}

/// Takes a question away. Answers in drafts are kept, and come back with a question of that key.
pub fn remove(c: &mut Conn, actor: &Actor, slug: &str, key: &str, now: DateTime<Utc>) -> AppResult<()> {
    let (before, is_answered) = open(c, actor, slug)?;
    let at = place(&before, key)?;
    if before.fields.len() == 1 {
        return Err(AppError::refused("form-refused-last"));
    }
    let mut after = before.clone();
    after.fields.remove(at);
    keep(c, actor, &before, is_answered, after, key, now)?;
    Ok(())
}

/// Names the sections. One without any word goes, if it holds no question; a further one is added.
pub fn name_sections(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    typed: &[Localised],
    now: DateTime<Utc>,
) -> AppResult<()> {
    let (before, is_answered) = open(c, actor, slug)?;
    let mut reader = Reader::default();
    let mut after = EntryForm { sections: Vec::new(), ..before.clone() };
    for (index, title) in typed.iter().enumerate().take(MAX_SECTIONS) {
        let field = format!("section{index}");
        let has_questions = before.section_fields(index).next().is_some();
        let title = reader.line(&field, title, NAME_LIMIT, has_questions);
        if title.is_empty() && !has_questions {
            continue;
        }
        let to = after.sections.len();
        for (old, new) in before.fields.iter().zip(&mut after.fields).filter(|(old, _)| old.section == index) {
            new.section = to.min(old.section);
        }
        after.sections.push(title);
    }
    if typed.len() < before.sections.len() {
        return Err(AppError::Stale);
    }
    let after = reader.finish(after)?;
    keep(c, actor, &before, is_answered, after, "sections", now)?;
    Ok(())
}

fn read(form: &EntryForm, known: &[Category], at: usize, kind: FieldKind, typed: &FieldText) -> AppResult<FormField> {
    let mut reader = Reader::default();
    let section = typed.section.trim().parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    let section = section.filter(|index| *index < form.sections.len()).unwrap_or_else(|| {
        reader.wrong("section", "form-problem-section");
        0
    });
    let mut field = FormField {
        key: String::new(),
        kind,
        section,
        label: reader.line("label", &typed.label, SENTENCE_LIMIT, true),
        help: reader.line("help", &typed.help, SENTENCE_LIMIT, false),
        required: typed.required,
        hidden_from_jurors: typed.hidden_from_jurors,
        max_words: None,
        min: None,
        max: None,
        options: Vec::new(),
        unit: Localised::default(),
        categories: categories(&mut reader, known, &typed.categories),
        condition: condition(&mut reader, form, at, &typed.condition),
    };
    match kind {
        FieldKind::LongText if !typed.max_words.trim().is_empty() => {
            field.max_words = u32::try_from(reader.number("max_words", &typed.max_words, 10, 2000)).ok();
        }
        FieldKind::Number => {
            field.unit = reader.line("unit", &typed.unit, NAME_LIMIT, false);
            field.min = bound(&mut reader, "min", &typed.min);
            field.max = bound(&mut reader, "max", &typed.max);
            if let (Some(min), Some(max)) = (field.min, field.max)
                && min > max
            {
                reader.wrong("max", "form-problem-range");
            }
        }
        FieldKind::Choice | FieldKind::Choices => field.options = options(&mut reader, &typed.options),
        _ => {}
    }
    reader.finish(field)
}

/// The answers that a question at a place may depend on: how the choice is written, the question, the
/// answer (an option, `yes` or `no`).
pub fn conditions(form: &EntryForm, at: usize) -> Vec<(String, &FormField, String)> {
    let answers = |field: &FormField| -> Vec<String> {
        match field.kind {
            FieldKind::YesNo => vec!["yes".to_owned(), "no".to_owned()],
            FieldKind::Declaration => vec!["yes".to_owned()],
            _ => field.options.iter().map(|option| option.value.clone()).collect(),
        }
    };
    let before = form.fields.iter().take(at).filter(|field| field.kind.can_decide());
    let pairs = before.flat_map(|field| answers(field).into_iter().map(move |answer| (field, answer)));
    pairs.map(|(field, answer)| (format!("{}={answer}", field.key), field, answer)).collect()
}

fn condition(reader: &mut Reader, form: &EntryForm, at: usize, typed: &str) -> Option<Condition> {
    if typed.is_empty() {
        return None;
    }
    let found = conditions(form, at).into_iter().find(|(written, ..)| written == typed);
    let Some((_, question, answer)) = found else {
        reader.wrong("condition", "form-problem-condition");
        return None;
    };
    Some(Condition { question: question.key.clone(), answer })
}

fn categories(reader: &mut Reader, known: &[Category], typed: &[String]) -> Vec<CategoryId> {
    let mut chosen = Vec::new();
    for id in typed {
        match known.iter().find(|category| category.id.to_string() == *id) {
            Some(category) => chosen.push(category.id),
            None => reader.wrong("categories", "jury-problem-category"),
        }
    }
    chosen
}

fn bound(reader: &mut Reader, field: &str, typed: &str) -> Option<i64> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if plain.is_empty() {
        return None;
    }
    let number = plain.parse().ok();
    if number.is_none() {
        reader.wrong(field, "problem-whole-number");
    }
    number
}

fn options(reader: &mut Reader, typed: &[(String, Localised)]) -> Vec<FieldOption> {
    let mut options: Vec<FieldOption> = Vec::new();
    for (index, (value, label)) in typed.iter().enumerate() {
        let label = reader.line(&format!("option{index}"), label, NAME_LIMIT, false);
        if label.is_empty() {
            continue;
        }
        let taken: Vec<&str> = options.iter().map(|o| o.value.as_str()).collect();
        let value = if value.is_empty() { key_of(&label, "option", &taken) } else { value.clone() };
        options.push(FieldOption { value, label });
    }
    if options.len() < 2 {
        reader.wrong("option0_fr", "form-problem-options");
    }
    options
}
