//! Starting an entry.

use chrono::{DateTime, Datelike, Utc};
use serde_json::json;

use super::{CITY_LIMIT, NAME_LIMIT, refused};
use crate::app::audit::{self, Event};
use crate::app::editions::late_codes;
use crate::app::{AppError, AppResult, FieldProblem};
use crate::domain::audit::AuditActor;
use crate::domain::edition::{Edition, EntryWindow};
use crate::domain::entry::{Entry, EntryRefusal, EntryStatus, Screening, reference};
use crate::domain::form::Answers;
use crate::domain::ids::{CategoryId, EditionId, EntryId, OrganisationId, UserId};
use crate::domain::language::Language;
use crate::domain::organisation::{Organisation, Profile};
use crate::domain::policy::Actor;
use crate::domain::text;
use crate::store::{self, Conn};

/// What starting an entry needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// The edition it competes in.
    pub edition: EditionId,
    /// The category it competes in.
    pub category: CategoryId,
    /// The name of the project.
    pub title: String,
    /// The name of the startup.
    pub organisation: String,
    /// Its web address, or empty.
    pub website: String,
    /// Its city, or empty.
    pub city: String,
    /// The language of the answers.
    pub language: Language,
    /// The code that opens the edition after its deadline, or empty.
    pub late_code: String,
    /// The row of an imported file it comes from.
    pub import_key: Option<String>,
}

/// The same as a person types it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedEntry {
    /// The id of the category.
    pub category: String,
    /// The name of the project.
    pub title: String,
    /// The name of the startup.
    pub organisation: String,
    /// Its web address.
    pub website: String,
    /// Its city.
    pub city: String,
    /// The word of the language.
    pub language: String,
    /// The code that opens the edition after its deadline, or empty.
    pub late_code: String,
}

/// Reads what was typed; every problem at once.
pub fn read_new_entry(edition: EditionId, typed: &TypedEntry) -> AppResult<NewEntry> {
    let mut problems = Vec::new();
    let mut keep = |result: Result<String, FieldProblem>| {
        result.unwrap_or_else(|problem| {
            problems.push(problem);
            String::new()
        })
    };
    let title = keep(read_line("title", &typed.title, NAME_LIMIT, true));
    let organisation = keep(read_line("organisation", &typed.organisation, NAME_LIMIT, true));
    let website = keep(read_website(&typed.website));
    let city = keep(read_line("city", &typed.city, CITY_LIMIT, false));
    let category = typed.category.parse::<CategoryId>().ok();
    let language = typed.language.parse::<Language>().ok();
    if category.is_none() {
        problems.insert(0, FieldProblem::new("category", "entry-category-missing"));
    }
    if language.is_none() {
        problems.push(FieldProblem::new("language", "entry-language-missing"));
    }
    match (category, language) {
        (Some(category), Some(language)) if problems.is_empty() => {
            let late_code = typed.late_code.clone();
            Ok(NewEntry {
                edition,
                category,
                title,
                organisation,
                website,
                city,
                language,
                late_code,
                import_key: None,
            })
        }
        _ => Err(AppError::Invalid(problems)),
    }
}

/// A line of the identity of an entry.
pub(crate) fn read_line(field: &str, typed: &str, limit: usize, required: bool) -> Result<String, FieldProblem> {
    match text::line(typed, limit) {
        Ok(text) => Ok(text),
        Err(text::TextError::Empty) if !required => Ok(String::new()),
        Err(error) => Err(super::view::text_problem(field, error)),
    }
}

/// The web address of a startup.
pub(crate) fn read_website(typed: &str) -> Result<String, FieldProblem> {
    match text::link(typed) {
        Ok(link) => Ok(link),
        Err(text::TextError::Empty) => Ok(String::new()),
        Err(error) => Err(super::view::text_problem("website", error)),
    }
}

/// Takes the next public reference of a category. Call it in a short transaction of its own: the
/// counter is the one row that all who start an entry touch.
pub fn reserve_reference(
    c: &mut Conn,
    edition: EditionId,
    category: CategoryId,
    late_code: &str,
    received_at: DateTime<Utc>,
) -> AppResult<String> {
    let edition = store::editions::get(c, edition)?;
    match edition.entry_window(received_at) {
        EntryWindow::Open => {}
        EntryWindow::NotYet => return Err(refused(EntryRefusal::NotOpenYet, &edition, None)),
        EntryWindow::Over if late_codes::find(c, &edition, late_code, received_at)?.is_some() => {}
        EntryWindow::Over => return Err(refused(EntryRefusal::DeadlinePassed, &edition, None)),
    }
    let category = category_of(c, edition.id, category)?;
    let number = store::entries::take_number(c, edition.id, category.id)?;
    Ok(reference(edition.year, &category.code, number))
}

fn category_of(c: &mut Conn, edition: EditionId, category: CategoryId) -> AppResult<crate::domain::category::Category> {
    match store::categories::get(c, category) {
        Ok(category) if category.edition_id == edition => Ok(category),
        Ok(_) | Err(store::StoreError::NotFound) => Err(AppError::field("category", "entry-category-missing")),
        Err(error) => Err(error.into()),
    }
}

/// Starts an entry: reference and draft in one transaction, for commands that fill an edition.
pub fn start(c: &mut Conn, actor: &Actor, new: NewEntry, now: DateTime<Utc>) -> AppResult<Entry> {
    let reference = reserve_reference(c, new.edition, new.category, &new.late_code, now)?;
    start_reserved(c, actor, new, &reference, now)
}

/// Refuses an entry that its applicant has no room for.
pub fn check_room(c: &mut Conn, actor: &Actor, new: &NewEntry, now: DateTime<Utc>) -> AppResult<()> {
    if started_just_now(c, actor.user_id, new, now)?.is_some() {
        // A second click: it makes no second entry.
        return Ok(());
    }
    let edition = store::editions::get(c, new.edition)?;
    match full(c, actor.user_id, &edition, new.category)? {
        Some((key, most)) => Err(AppError::Invalid(vec![FieldProblem::new("category", key).arg("most", most)])),
        None => Ok(()),
    }
}

/// Why one more entry is too many for a person, at all or in its category, and how many are allowed.
/// Withdrawn entries don't count.
pub(super) fn full(
    c: &mut Conn,
    owner: UserId,
    edition: &Edition,
    category: CategoryId,
) -> AppResult<Option<(&'static str, i32)>> {
    let mut mine = store::entries::list_of_owner(c, owner)?;
    mine.retain(|entry| entry.edition_id == edition.id && entry.status != EntryStatus::Withdrawn);
    let in_category = mine.iter().filter(|entry| entry.category_id == category).count();
    let full = |most: Option<i32>, count: usize| most.filter(|most| count >= most.unsigned_abs() as usize);
    let at_all = full(edition.max_entries, mine.len()).map(|most| ("entry-refused-limit", most));
    let in_category = full(edition.max_per_category, in_category).map(|most| ("entry-refused-category-limit", most));
    Ok(at_all.or(in_category))
}

/// Starts an entry under a reference that was reserved before.
pub fn start_reserved(
    c: &mut Conn,
    actor: &Actor,
    new: NewEntry,
    reference: &str,
    now: DateTime<Utc>,
) -> AppResult<Entry> {
    if let Some(entry) = started_just_now(c, actor.user_id, &new, now)? {
        return Ok(entry);
    }
    let form = store::entry_forms::get_current(c, new.edition)?;
    let extended_until = more_time(c, &new, now)?;
    let category = category_of(c, new.edition, new.category)?;
    let organisation = organisation_of(c, actor.user_id, &new, now)?;
    let entry = Entry {
        id: EntryId::new(),
        edition_id: new.edition,
        category_id: category.id,
        organisation_id: organisation.id,
        owner_id: actor.user_id,
        reference: reference.to_owned(),
        search: search_text(&new.title, &organisation.name, reference),
        title: new.title,
        language: new.language,
        status: EntryStatus::Draft,
        screening: Screening::Pending,
        screening_reason: None,
        screened_by: None,
        screened_at: None,
        form_id: form.id,
        answers: answers_known(&form, &organisation),
        snapshot_id: None,
        submitted_at: None,
        withdrawn_at: None,
        version: 1,
        import_key: new.import_key,
        extended_until,
        open_questions: Vec::new(),
        created_at: now,
        updated_at: now,
    };
    store::entries::insert(c, entry.clone())?;
    let event = Event::new("entry.started", "entry", entry.id)
        .edition(entry.edition_id)
        .after(json!({ "reference": entry.reference, "title": entry.title, "category": category.code }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(entry)
}

/// The time that a code gives to an entry which is started after the deadline. The code is used up by it.
fn more_time(c: &mut Conn, new: &NewEntry, now: DateTime<Utc>) -> AppResult<Option<DateTime<Utc>>> {
    let edition = store::editions::get(c, new.edition)?;
    if new.late_code.is_empty() || edition.entry_window(now) == EntryWindow::Open {
        return Ok(None);
    }
    match late_codes::find(c, &edition, &new.late_code, now)? {
        Some(code) if store::late_codes::spend(c, code.id)? => Ok(Some(code.valid_until)),
        _ => Err(refused(EntryRefusal::DeadlinePassed, &edition, None)),
    }
}

/// The untouched draft that a second click, a reload or a retry would double.
fn started_just_now(c: &mut Conn, owner: UserId, new: &NewEntry, now: DateTime<Utc>) -> AppResult<Option<Entry>> {
    if new.import_key.is_some() {
        return Ok(None);
    }
    let is_same = |entry: &Entry| {
        (entry.edition_id, entry.category_id, &entry.title) == (new.edition, new.category, &new.title)
            && entry.status == EntryStatus::Draft
            && entry.version == 1
            && now - entry.created_at < chrono::Duration::minutes(10)
    };
    Ok(store::entries::list_of_owner(c, owner)?.into_iter().find(is_same))
}

/// Title, organisation and reference as they are searched.
pub(crate) fn search_text(title: &str, organisation: &str, reference: &str) -> String {
    text::searchable(&format!("{title} {organisation} {reference}"))
}

/// The organisation of that name which the person keeps already, brought up to date, or a new one.
fn organisation_of(c: &mut Conn, owner: UserId, new: &NewEntry, now: DateTime<Utc>) -> AppResult<Organisation> {
    if let Some(mut known) = store::organisations::find_of_owner(c, owner, &new.organisation)? {
        let (website, city) = (known.website.clone(), known.city.clone());
        if !new.website.is_empty() {
            known.website.clone_from(&new.website);
        }
        if !new.city.is_empty() {
            known.city.clone_from(&new.city);
        }
        if (&website, &city) != (&known.website, &known.city) {
            store::organisations::update(c, known.clone())?;
        }
        return Ok(known);
    }
    let organisation = Organisation {
        id: OrganisationId::new(),
        owner_id: owner,
        name: new.organisation.clone(),
        website: new.website.clone(),
        city: new.city.clone(),
        created_at: now,
        profile: Profile::default(),
        logo_key: None,
    };
    store::organisations::insert(c, organisation.clone())?;
    Ok(organisation)
}

/// What is known already is not asked twice: city, website and year of foundation, where the form has such
/// questions.
fn answers_known(form: &crate::domain::form::EntryForm, organisation: &Organisation) -> Answers {
    let year = organisation.profile.founded_on.map(|day| day.year().to_string()).unwrap_or_default();
    [("city", &organisation.city), ("website", &organisation.website), ("founded_year", &year)]
        .into_iter()
        .filter(|(key, value)| !value.is_empty() && form.field(key).is_some())
        .map(|(key, value)| (key.to_owned(), value.clone()))
        .collect()
}
