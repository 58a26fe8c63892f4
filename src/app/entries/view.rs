//! An entry with everything its pages show.

use chrono::{DateTime, Utc};

use super::act_of;
use crate::app::{AppError, AppResult, FieldProblem};
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::entry::{Entry, EntryRefusal, Snapshot, snapshot_hash};
use crate::domain::file::{EntryFile, SnapshotFile};
use crate::domain::form::{AnswerError, EntryForm, FieldKind, SectionStatus, VIDEO_HOSTS};
use crate::domain::ids::EntryId;
use crate::domain::language::Localised;
use crate::domain::organisation::Organisation;
use crate::domain::policy::{Actor, EntryAct};
use crate::domain::text::TextError;
use crate::store::{self, Conn, StoreResult};

/// An entry with everything its pages show.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryView {
    /// The entry.
    pub entry: Entry,
    /// Its edition.
    pub edition: Edition,
    /// Its category.
    pub category: Category,
    /// The startup behind it.
    pub organisation: Organisation,
    /// Its questionnaire.
    pub form: EntryForm,
    /// The files on its draft.
    pub files: Vec<EntryFile>,
    /// What was submitted last.
    pub snapshot: Option<Snapshot>,
    /// The most that the person who looks may do with it.
    pub most: EntryAct,
}

/// A section of the questionnaire and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its number, from 1.
    pub number: usize,
    /// Its title.
    pub title: Localised,
    /// How far it has come.
    pub status: SectionStatus,
    /// How many questions it has.
    pub questions: usize,
    /// About how many minutes it takes.
    pub minutes: usize,
}

/// The entry of an id with everything around it, if the actor may read it.
pub fn view(c: &mut Conn, actor: &Actor, id: EntryId) -> AppResult<EntryView> {
    let entry = store::entries::get(c, id)?;
    let most = act_of(c, actor, &entry)?.ok_or(AppError::NotFound)?;
    let snapshot = entry.snapshot_id.map(|id| store::snapshots::get(c, id)).transpose()?;
    Ok(EntryView {
        edition: store::editions::get(c, entry.edition_id)?,
        category: store::categories::get(c, entry.category_id)?,
        organisation: store::organisations::get(c, entry.organisation_id)?,
        form: form_of(c, &entry)?,
        files: store::entry_files::list(c, entry.id)?,
        most,
        snapshot,
        entry,
    })
}

/// The questionnaire an entry answers: a draft follows the newest version; what was submitted
/// stays with the version it answered.
pub(super) fn form_of(c: &mut Conn, entry: &Entry) -> StoreResult<EntryForm> {
    let form = if entry.snapshot_id.is_some() {
        store::entry_forms::get(c, entry.form_id)?
    } else {
        store::entry_forms::get_current(c, entry.edition_id)?
    };
    Ok(form.of_category(entry.category_id))
}

impl EntryView {
    /// Whether a file question has a file.
    pub fn has_file(&self, key: &str) -> bool {
        self.files.iter().any(|f| f.field_key == key)
    }

    /// The files of a question.
    pub fn files_of<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a EntryFile> {
        self.files.iter().filter(move |f| f.field_key == key)
    }

    /// The sections, in order.
    pub fn sections(&self) -> Vec<Section> {
        self.form
            .sections
            .iter()
            .enumerate()
            .map(|(index, title)| Section {
                number: index + 1,
                title: title.clone(),
                status: self.status_of(index),
                questions: self.form.section_fields(index).count(),
                minutes: minutes(&self.form, index),
            })
            .collect()
    }

    /// How far a section has come. With a picture that nobody has described it is not done.
    fn status_of(&self, section: usize) -> SectionStatus {
        let is_of_section = |key: &str| self.form.field(key).is_some_and(|f| f.section == section);
        match self.form.section_status(section, &self.entry.answers, |key| self.has_file(key)) {
            SectionStatus::Done if self.undescribed().iter().any(|x| is_of_section(&x.field)) => {
                SectionStatus::ToCorrect
            }
            status => status,
        }
    }

    /// Everything that stands between the draft and a submission, in the form's order.
    pub fn problems(&self) -> Vec<FieldProblem> {
        let errors = self.form.check(&self.entry.answers, |key| self.has_file(key));
        let mut problems: Vec<FieldProblem> = errors.iter().map(|e| problem_of(&e.key, &e.error)).collect();
        problems.extend(self.undescribed());
        problems.sort_by_key(|x| self.form.fields.iter().position(|field| field.key == x.field));
        problems
    }

    /// A problem for each question with pictures that nobody has described.
    fn undescribed(&self) -> Vec<FieldProblem> {
        let asked = self.form.fields.iter().filter(|field| self.form.asks(field, &self.entry.answers));
        let lacking = asked.filter_map(|field| {
            let count = self.files_of(&field.key).filter(|file| file.lacks_alt()).count();
            (count > 0).then(|| FieldProblem::new(&field.key, "entry-file-alt-missing").arg("n", count))
        });
        lacking.collect()
    }

    /// The hash that submitting the draft as it is would give.
    pub fn draft_hash(&self) -> String {
        let files: Vec<SnapshotFile> = self.files.iter().map(Into::into).collect();
        let answers = self.form.normalised(&self.entry.answers);
        snapshot_hash(&self.entry.reference, &self.entry.title, &self.organisation.name, &answers, &files)
    }

    /// Whether the draft says something else than what was submitted last.
    pub fn has_changes(&self) -> bool {
        self.snapshot.as_ref().is_some_and(|s| s.hash != self.draft_hash() || !self.problems().is_empty())
    }

    /// Whether the person who looks may edit it now.
    pub fn check_editable(&self, received_at: DateTime<Utc>) -> Result<(), EntryRefusal> {
        if self.most < EntryAct::Edit {
            return Err(EntryRefusal::OnlyReads);
        }
        self.entry.check_editable(&self.edition, received_at)
    }
}

/// About how long a section takes: a minute a line, two a choice of words, four a hundred words.
fn minutes(form: &EntryForm, section: usize) -> usize {
    let of = |kind: FieldKind, max_words: Option<u32>| match kind {
        FieldKind::LongText => 2 + max_words.unwrap_or(200) as usize / 25,
        FieldKind::File | FieldKind::Image | FieldKind::Team => 3,
        _ => 1,
    };
    form.section_fields(section).map(|f| of(f.kind, f.max_words)).sum()
}

/// The words for an answer that does not fit.
pub fn problem_of(key: &str, error: &AnswerError) -> FieldProblem {
    match error {
        AnswerError::Missing => FieldProblem::new(key, "entry-answer-missing"),
        AnswerError::Text(error) => text_problem(key, *error),
        AnswerError::TooManyWords { over, limit } => {
            FieldProblem::new(key, "entry-answer-too-many-words").arg("over", over).arg("limit", limit)
        }
        AnswerError::NotANumber => FieldProblem::new(key, "entry-answer-not-a-number"),
        AnswerError::OutOfRange { min: Some(min), max: Some(max) } => {
            FieldProblem::new(key, "entry-answer-out-of-range").arg("min", plain(*min)).arg("max", plain(*max))
        }
        AnswerError::OutOfRange { min: Some(min), .. } => {
            FieldProblem::new(key, "entry-answer-too-small").arg("min", plain(*min))
        }
        AnswerError::OutOfRange { max, .. } => {
            FieldProblem::new(key, "entry-answer-too-great").arg("max", plain(max.unwrap_or(i64::MAX)))
        }
        AnswerError::NotAnOption => FieldProblem::new(key, "entry-answer-not-an-option"),
        AnswerError::NotADate => FieldProblem::new(key, "entry-answer-not-a-date"),
        AnswerError::NotAnEmail => FieldProblem::new(key, "entry-answer-not-an-email"),
        AnswerError::NotAPhone => FieldProblem::new(key, "entry-answer-not-a-phone"),
        AnswerError::VideoHost => {
            FieldProblem::new(key, "entry-answer-video-host").arg("hosts", VIDEO_HOSTS.join(", "))
        }
        AnswerError::NoName { row } => FieldProblem::new(key, "entry-answer-no-name").arg("row", row),
    }
}

/// A bound as it was set: a year has no thousands separator.
fn plain(number: i64) -> String {
    number.to_string()
}

/// The words for a text that is refused.
pub(super) fn text_problem(field: &str, error: TextError) -> FieldProblem {
    match error {
        TextError::Empty => FieldProblem::new(field, "entry-answer-missing"),
        TextError::TooLong { over, limit } => {
            FieldProblem::new(field, "problem-too-long").arg("over", over).arg("limit", limit)
        }
        TextError::Control => FieldProblem::new(field, "problem-control"),
        TextError::NotAnAddress | TextError::NotALink => FieldProblem::new(field, "problem-link"),
    }
}
