//! One entry as organisers see it, and its screening.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::sheet::Sheet;
use super::words;
use crate::app::screening::{self, Decision, EntryFile, NameFound, NamePlace, TimelineEvent};
use crate::app::{AppError, answers};
use crate::domain::entry::{EntryStatus, IDENTITY, Screening};
use crate::domain::form::{FieldKind, FormField};
use crate::domain::ids::{EntryId, UserId};
use crate::domain::language::Localised;
use crate::i18n::dates;
use crate::web::applicant::organisation;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/entry.html")]
struct EntryPage {
    p: Page,
    desk: Desk,
    file: EntryFile,
    /// Where it tells who is behind it, though a round hides that.
    names: Vec<NameFound>,
    sections: Vec<(String, Vec<Answer>)>,
    sheet: Sheet,
    /// Who looks.
    me: UserId,
}

/// A question and what was answered.
struct Answer {
    label: String,
    text: String,
    href: String,
    /// Address, name, size and, of a picture, what it shows.
    files: Vec<(String, String, String, String)>,
    is_hidden: bool,
}

impl EntryPage {
    fn status(&self) -> (String, &'static str) {
        let (key, kind) = words::entry_status(self.file.entry.status);
        (self.p.t(key), kind)
    }

    fn screening(&self) -> (String, &'static str) {
        let (key, kind) = words::screening(self.file.entry.screening);
        (self.p.t(key), kind)
    }

    fn event(&self, event: &TimelineEvent) -> String {
        let what = words::action(&event.action).map_or_else(|| event.action.clone(), |key| self.p.t(key));
        match &event.who {
            Some(who) => format!("{what} · {who}"),
            None => what,
        }
    }

    /// What an applicant may be asked to answer anew: identity and questions.
    fn parts(&self) -> Vec<(String, String, bool)> {
        let Some((snapshot, form)) = &self.file.submitted else { return Vec::new() };
        let form = form.clone().of_category(self.file.entry.category_id);
        let ticked = self.sheet.all("open");
        let asked = form.fields.iter().filter(|field| form.asks(field, &snapshot.answers));
        let questions = asked.map(|field| (field.key.clone(), self.p.l(&field.label).to_owned()));
        let identity = (IDENTITY.to_owned(), self.p.t("entry-identity-title"));
        let with_tick = |(key, label): (String, String)| (key.clone(), label, ticked.contains(&key));
        std::iter::once(identity).chain(questions).map(with_tick).collect()
    }

    /// What is known of the startup.
    fn profile(&self) -> Vec<(String, String)> {
        let (p, profile) = (&self.p, &self.file.organisation.profile);
        let facts = [
            ("organisation-sector", profile.sector.map(|s| organisation::sector(p, s))),
            ("organisation-size", profile.size.map(|s| organisation::size(p, s))),
            ("organisation-region", profile.region.as_deref().map(|r| organisation::region(p, r))),
            ("organisation-founders", profile.founders.map(|f| organisation::founders(p, f))),
            ("organisation-founded", profile.founded_on.map(|day| dates::calendar_day(p.language, day))),
        ];
        facts.into_iter().filter_map(|(key, value)| Some((p.t(key), value?))).collect()
    }

    fn logo(&self) -> Option<String> {
        let organisation = &self.file.organisation;
        organisation.logo_key.as_ref().map(|_| self.p.url(&format!("/organisations/{}/logo", organisation.id)))
    }

    /// The checklist, with what was ticked.
    fn checklist(&self) -> Vec<(String, String, bool)> {
        let ticked = self.sheet.all("check");
        let line = |(at, line): (usize, &Localised)| {
            let at = at.to_string();
            let is_ticked = ticked.contains(&at);
            (at, self.p.l(line).to_owned(), is_ticked)
        };
        self.file.rules.checklist.iter().enumerate().map(line).collect()
    }

    /// Ready words for a reason.
    fn reasons(&self) -> Vec<String> {
        self.file.rules.reasons.iter().map(|reason| reason.get(self.file.owner.language).to_owned()).collect()
    }

    /// A refusal that this person may confirm.
    fn may_confirm(&self) -> bool {
        self.file.refusal.as_ref().is_some_and(|(refusal, _)| refusal.proposed_by != self.me)
    }

    fn categories(&self) -> Vec<(String, String)> {
        self.file.categories.iter().map(|c| (c.code.clone(), self.p.l(&c.name).to_owned())).collect()
    }

    fn tags(&self) -> String {
        let typed = self.sheet.v("tags");
        if typed.is_empty() { self.file.tags.join(", ") } else { typed.to_owned() }
    }

    fn may_move(&self) -> bool {
        self.desk.may_screen() && self.desk.edition.status.is_before_scoring()
    }

    fn may_decide(&self) -> bool {
        self.desk.may_screen() && self.file.entry.status == EntryStatus::Submitted
    }

    /// The field of more time: as it was typed, as it is, or empty.
    fn extension(&self) -> String {
        let typed = self.sheet.v("extended_until");
        let saved = self.file.entry.extended_until.as_ref().map(|until| self.p.input(until)).unwrap_or_default();
        if typed.is_empty() { saved } else { typed.to_owned() }
    }

    fn may_extend(&self) -> bool {
        let is_early = self.desk.edition.status.is_before_scoring();
        self.desk.may_screen() && is_early && self.file.entry.status != EntryStatus::Withdrawn
    }

    fn may_undo(&self) -> bool {
        self.desk.may_screen()
            && self.file.entry.is_in_race()
            && self.file.entry.screening != Screening::Pending
            && !self.desk.edition.is_announced()
    }

    fn number(&self) -> i32 {
        self.file.submitted.as_ref().map_or(0, |(snapshot, _)| snapshot.number)
    }
}

fn answer(p: &Page, file: &EntryFile, field: &FormField) -> Answer {
    let (text, files) = match &file.submitted {
        Some((snapshot, _)) => {
            let files = snapshot.files.iter().filter(|f| f.field_key == field.key);
            let line = |f: &crate::domain::file::SnapshotFile| {
                (p.url(&format!("/files/{}", f.id)), f.name.clone(), p.bytes(f.size), f.alt.clone())
            };
            (snapshot.answers.get(&field.key).cloned().unwrap_or_default(), files.map(line).collect())
        }
        None => (String::new(), Vec::new()),
    };
    let is_link = matches!(field.kind, FieldKind::Link | FieldKind::Video);
    let href = if is_link { text.clone() } else { String::new() };
    let shown = answers::in_words(p.language, field, &text);
    let (label, is_hidden) = (p.l(&field.label).to_owned(), field.hidden_from_jurors);
    Answer { label, text: shown, href, files, is_hidden }
}

fn sections(p: &Page, file: &EntryFile) -> Vec<(String, Vec<Answer>)> {
    let Some((snapshot, form)) = &file.submitted else { return Vec::new() };
    let form = form.clone().of_category(file.entry.category_id);
    let section = |(index, title)| {
        let asked = form.section_fields(index).filter(|field| form.asks(field, &snapshot.answers));
        let answers = asked.map(|field| answer(p, file, field)).collect();
        (p.l(title).to_owned(), answers)
    };
    form.sections.iter().enumerate().map(section).collect()
}

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    path: &(String, String, String),
    sheet: Sheet,
) -> Result<EntryPage, PageError> {
    let (actor, slug, entry) = (user.actor.clone(), path.1.clone(), id::<EntryId>(&path.2)?);
    let file = state.db.read(move |c| screening::entry(c, &actor, &slug, entry)).await?;
    let desk = Desk::new(file.opened.clone(), "entries");
    let p = p.in_zone(desk.edition.zone());
    let names = file.names(&texts(state, &file).await?);
    Ok(EntryPage { sections: sections(&p, &file), p, desk, names, file, sheet, me: user.user.id })
}

/// The words of the documents that jurors of a blind round read, each with the document's name.
async fn texts(state: &AppState, file: &EntryFile) -> Result<Vec<(String, String)>, PageError> {
    let mut texts = Vec::new();
    for (name, key) in &file.documents {
        let text = state.files.document_text(key).await.map_err(|e| PageError::Unavailable(e.to_string()))?;
        texts.extend(text.map(|text| (name.clone(), String::from_utf8_lossy(&text).into_owned())));
    }
    Ok(texts)
}

/// The entry again, after something beside it was refused.
pub(super) async fn again(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    path: &(String, String, String),
    status: StatusCode,
    sheet: Sheet,
) -> Result<HttpResponse, PageError> {
    html_as(status, &page(p, user, state, path, sheet).await?)
}

/// One entry.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &state, &path, Sheet::default()).await?)
}

/// Screens an entry.
pub async fn screen(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let decision = match form.text("decision") {
        "eligible" => Decision::Eligible(form.all("check").iter().filter_map(|at| at.parse().ok()).collect()),
        "keep" => Decision::Keep,
        "ineligible" => Decision::Ineligible(form.text("ineligible_reason").to_owned()),
        "return" => Decision::Return(form.text("missing").to_owned(), form.all("open").to_vec()),
        "undo" => Decision::Undo,
        _ => return Err(PageError::BadRequest),
    };
    let read = form.parse("read").unwrap_or(0);
    let (actor, slug, entry) = (user.actor.clone(), path.1.clone(), id::<EntryId>(&path.2)?);
    let url = state.settings.server.public_url.clone();
    let decided =
        move |c: &mut crate::store::Conn| screening::decide(c, &actor, &slug, entry, read, decision.clone(), &url, now);
    match state.db.write(decided).await {
        Ok(entry) => Ok(see_other(p.url(&format!("/organiser/{}/entries/{}?done=screened", path.1, entry.id)))),
        Err(error) => {
            let (status, sheet) = Sheet::again(&p, form, error)?;
            html_as(status, &page(p, &user, &state, &path, sheet).await?)
        }
    }
}

/// Gives the entry more time.
pub async fn extend(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, entry, typed) =
        (user.actor.clone(), path.1.clone(), id::<EntryId>(&path.2)?, form.text("extended_until").to_owned());
    let url = state.settings.server.public_url.clone();
    match state.db.write(move |c| screening::extend(c, &actor, &slug, entry, &typed, &url, now)).await {
        Ok(_) => Ok(see_other(p.url(&format!("/organiser/{}/entries/{entry}?done=saved", path.1)))),
        Err(AppError::Invalid(problems)) => {
            let sheet = Sheet::refused(&p, form, &problems);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page(p, &user, &state, &path, sheet).await?)
        }
        Err(error) => Err(error.into()),
    }
}
