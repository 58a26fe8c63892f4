//! The questionnaire of an edition: its list of questions, and each of them.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::categories::step_of;
use super::desk::Desk;
use super::sheet::{Sheet, Values, localised};
use super::words;
use crate::app::editions::form::{self as questions, Affected, FieldText, MAX_SECTIONS, missing_in};
use crate::app::{AppError, answers};
use crate::domain::category::Category;
use crate::domain::form::{EntryForm, FieldKind, FormField};
use crate::domain::policy::OrganiserAct;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

/// Most options that the form of a choice has room for.
const OPTIONS: usize = 12;

#[derive(Template)]
#[template(path = "organiser/form.html")]
struct FormPage {
    p: Page,
    desk: Desk,
    form: EntryForm,
    is_answered: bool,
    affected: Affected,
    missing: usize,
    sheet: Sheet,
}

impl FormPage {
    fn kind(&self, field: &FormField) -> String {
        self.p.t(words::field_kind(field.kind))
    }

    fn kinds(&self) -> Vec<(String, String)> {
        FieldKind::ALL.iter().map(|k| (k.to_string(), self.p.t(words::field_kind(*k)))).collect()
    }

    fn lacks(&self, field: &FormField) -> bool {
        missing_in(field) > 0
    }

    fn step_href(&self, field: &FormField) -> String {
        self.desk.url(&self.p, &format!("form/{}/step", field.key))
    }

    /// The name and label of each section's field, and of one more.
    fn section_lines(&self) -> Vec<(String, String)> {
        let count = self.form.sections.len();
        let label = |i: usize| match i {
            i if i < count => self.p.m("form-section").arg("n", i + 1).to_string(),
            _ => self.p.t("form-section-new"),
        };
        (0..(count + 1).min(MAX_SECTIONS)).map(|i| (format!("section{i}"), label(i))).collect()
    }

    fn fields(&self, section: &usize) -> Vec<&FormField> {
        self.form.section_fields(*section).collect()
    }

    fn sections(&self) -> Vec<(String, String)> {
        sections(&self.p, &self.form)
    }
}

fn sections(p: &Page, form: &EntryForm) -> Vec<(String, String)> {
    (1..).zip(&form.sections).map(|(n, title): (usize, _)| (n.to_string(), p.l(title).to_owned())).collect()
}

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    slug: &str,
    sheet: Option<Sheet>,
) -> Result<FormPage, PageError> {
    let desk = Desk::open(user, slug, OrganiserAct::Look, "form")?;
    let edition = desk.edition.id;
    let read = move |c: &mut crate::store::Conn| {
        Ok::<_, AppError>((questions::current(c, edition)?, questions::affected(c, edition)?))
    };
    let ((form, is_answered), affected) = state.db.read(read).await?;
    let sheet = sheet.unwrap_or_else(|| {
        let titles = form.sections.iter().enumerate();
        Sheet::saved(titles.fold(Values::default(), |v, (i, title)| v.localised(&format!("section{i}"), title)))
    });
    Ok(FormPage { missing: questions::missing_texts(&form), p, desk, form, is_answered, affected, sheet })
}

/// The questions, by section.
pub async fn index(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &state, &path.1, None).await?)
}

/// Names the sections.
pub async fn sections_save(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let titles: Vec<_> = (0..MAX_SECTIONS)
        .filter(|i| form.has(&format!("section{i}_fr")))
        .map(|i| localised(&form, &format!("section{i}")))
        .collect();
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    match state.db.write(move |c| questions::name_sections(c, &actor, &slug, &titles, now)).await {
        Ok(()) => Ok(see_other(p.url(&format!("/organiser/{}/form?done=saved", path.1)))),
        Err(AppError::Invalid(problems)) => {
            let sheet = Sheet::refused(&p, form, &problems);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page(p, &user, &state, &path.1, Some(sheet)).await?)
        }
        Err(error) => Err(error.into()),
    }
}

#[derive(Template)]
#[template(path = "organiser/question.html")]
struct QuestionPage {
    p: Page,
    desk: Desk,
    form: EntryForm,
    kind: FieldKind,
    /// Empty for a new one.
    key: String,
    is_answered: bool,
    known: Vec<Category>,
    sheet: Sheet,
}

impl QuestionPage {
    /// What it may depend on.
    fn conditions(&self) -> Vec<(String, String)> {
        let at = self.form.fields.iter().position(|f| f.key == self.key).unwrap_or(self.form.fields.len());
        let words = |(written, field, answer): (String, &FormField, String)| {
            let answer = answers::in_words(self.p.language, field, &answer);
            let question = self.p.l(&field.label);
            (written, self.p.m("question-condition-if").arg("question", question).arg("answer", answer).to_string())
        };
        questions::conditions(&self.form, at).into_iter().map(words).collect()
    }

    fn categories(&self) -> Vec<(String, String, bool)> {
        let box_of = |category: &Category| {
            let id = category.id.to_string();
            (id.clone(), self.p.l(&category.name).to_owned(), self.sheet.all("category").contains(&id))
        };
        self.known.iter().map(box_of).collect()
    }

    fn kind_words(&self) -> String {
        self.p.t(words::field_kind(self.kind))
    }

    fn sections(&self) -> Vec<(String, String)> {
        sections(&self.p, &self.form)
    }

    fn options(&self) -> Vec<String> {
        (0..OPTIONS).map(|i| format!("option{i}")).collect()
    }

    fn value_of(&self, option: &str) -> String {
        format!("{option}_value")
    }

    /// What the page was made from; empty for a new question.
    fn version(&self) -> String {
        self.form.field(&self.key).map(questions::version).unwrap_or_default()
    }

    fn title(&self) -> String {
        let label = self.form.field(&self.key).map(|f| self.p.l(&f.label).to_owned());
        label.unwrap_or_else(|| self.p.t("question-new"))
    }
}

fn values(field: &FormField) -> Values {
    let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    let values = Values::default()
        .with("section", field.section + 1)
        .localised("label", &field.label)
        .localised("help", &field.help)
        .ticked("required", field.required)
        .ticked("hidden", field.hidden_from_jurors)
        .with("max_words", number(field.max_words.map(i64::from)))
        .with("min", number(field.min))
        .with("max", number(field.max));
    let values = values.localised("unit", &field.unit).with(
        "condition",
        field.condition.as_ref().map(|c| format!("{}={}", c.question, c.answer)).unwrap_or_default(),
    );
    let values = field.categories.iter().fold(values, |v, id| v.with("category", id));
    field.options.iter().enumerate().fold(values, |v, (i, option)| {
        v.with(format!("option{i}_value"), &option.value).localised(&format!("option{i}"), &option.label)
    })
}

fn read(form: &Form) -> FieldText {
    let of = |name: &str| form.text(name).to_owned();
    FieldText {
        kind: of("kind"),
        section: of("section"),
        label: localised(form, "label"),
        help: localised(form, "help"),
        required: form.has("required"),
        hidden_from_jurors: form.has("hidden"),
        max_words: of("max_words"),
        min: of("min"),
        max: of("max"),
        options: (0..OPTIONS)
            .map(|i| (of(&format!("option{i}_value")), localised(form, &format!("option{i}"))))
            .collect(),
        unit: localised(form, "unit"),
        categories: form.all("category").to_vec(),
        condition: of("condition"),
        version: of("version"),
    }
}

async fn question(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    slug: &str,
    key: &str,
    new: Option<(FieldKind, &str)>,
    sheet: Option<Sheet>,
) -> Result<QuestionPage, PageError> {
    let desk = Desk::open(user, slug, OrganiserAct::Look, "form")?;
    let edition = desk.edition.id;
    let read = move |c: &mut crate::store::Conn| {
        Ok::<_, AppError>((questions::current(c, edition)?, crate::store::categories::list(c, edition)?))
    };
    let ((form, is_answered), known) = state.db.read(read).await?;
    let (kind, saved) = if let Some((kind, section)) = new {
        (kind, Values::default().with("section", section))
    } else {
        let field = form.field(key).ok_or(PageError::NotFound)?;
        (field.kind, values(field))
    };
    let sheet = sheet.unwrap_or_else(|| Sheet::saved(saved));
    Ok(QuestionPage { p, desk, form, kind, key: key.to_owned(), is_answered, known, sheet })
}

/// The form of a new question, of the kind and in the section that the address asks for.
pub async fn new(
    p: Page,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let kind = query.parse("kind").unwrap_or(FieldKind::LongText);
    let section = query.get("section").unwrap_or("1").to_owned();
    html(&question(p, &user, &state, &path.1, "", Some((kind, &section)), None).await?)
}

/// Adds a question.
pub async fn add(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, typed) = (user.actor.clone(), path.1.clone(), read(&form));
    match state.db.write(move |c| questions::add(c, &actor, &slug, &typed, now)).await {
        Ok(_) => Ok(see_other(p.url(&format!("/organiser/{}/form?done=saved", path.1)))),
        Err(AppError::Invalid(problems)) => {
            let kind = form.parse("kind").unwrap_or(FieldKind::LongText);
            let sheet = Sheet::refused(&p, form, &problems);
            let page = question(p, &user, &state, &path.1, "", Some((kind, "1")), Some(sheet)).await?;
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// One question.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    html(&question(p, &user, &state, &path.1, &path.2, None, None).await?)
}

/// Changes a question.
pub async fn edit(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, key, typed) = (user.actor.clone(), path.1.clone(), path.2.clone(), read(&form));
    let (status, sheet) = match state.db.write(move |c| questions::edit(c, &actor, &slug, &key, &typed, now)).await {
        Ok(_) => return Ok(see_other(p.url(&format!("/organiser/{}/form?done=saved", path.1)))),
        Err(error) => Sheet::again(&p, form, error)?,
    };
    html_as(status, &question(p, &user, &state, &path.1, &path.2, None, Some(sheet)).await?)
}

/// Moves a question one place; or, dragged, before another one or to the end of a section.
pub async fn step(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, key) = (user.actor.clone(), path.1.clone(), path.2.clone());
    if let Some(section) = form.parse::<usize>("section") {
        let next = form.text("before").to_owned();
        state.db.write(move |c| questions::put(c, &actor, &slug, &key, (section, &next), now)).await?;
    } else {
        let step = step_of(&form)?;
        state.db.write(move |c| questions::step(c, &actor, &slug, &key, step, now)).await?;
    }
    Ok(see_other(p.url(&format!("/organiser/{}/form#{}", path.1, path.2))))
}

/// Takes a question away.
pub async fn remove(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, key) = (user.actor.clone(), path.1.clone(), path.2.clone());
    state.db.write(move |c| questions::remove(c, &actor, &slug, &key, now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/form?done=saved", path.1))))
}
