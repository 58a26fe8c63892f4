//! An entry: where it stands, its task list; taking it back and putting it in again.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk;
use super::people::here_words;
use super::question::PREFIX;
use super::standing::{self, Standing, TimeLeft};
use crate::app::entries::people::Present;
use crate::app::entries::{self, EntryView, Section};
use crate::app::{AppError, gallery};
use crate::domain::edition::Feedback;
use crate::domain::entry::{EntryStatus, IDENTITY};
use crate::domain::form::SectionStatus;
use crate::domain::ids::EntryId;
use crate::domain::policy::EntryAct;
use crate::store::Conn;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other};

#[derive(Template)]
#[template(path = "applicant/entry.html")]
struct EntryPage {
    p: Page,
    tile: String,
    standing: Standing,
    time_left: Option<TimeLeft>,
    sections: Vec<Section>,
    missing: usize,
    is_editable: bool,
    is_withdrawn: bool,
    has_changes: bool,
    can_withdraw: bool,
    company: Vec<Present>,
    view: EntryView,
    /// Whether everybody may see it once winners are announced.
    is_shown: bool,
    /// The entry is the reader's own.
    is_own: bool,
}

impl EntryPage {
    fn path(&self, rest: &str) -> String {
        self.p.url(&format!("/entries/{}{rest}", self.view.entry.id))
    }

    fn section_path(&self, section: &Section) -> String {
        self.path(&format!("/sections/{}", section.number))
    }

    fn winners_path(&self) -> String {
        self.p.url(&format!("/editions/{}/winners", self.view.edition.slug))
    }

    fn section_detail(&self, section: &Section) -> String {
        self.p.m("entry-section-detail").arg("n", section.questions).arg("minutes", section.minutes).to_string()
    }

    /// What a section takes, and who is on it.
    fn detail_of(&self, section: &Section) -> String {
        let parts = [self.section_detail(section), here_words(&self.p, &self.company, section.number)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn section_word(&self, section: &Section) -> String {
        self.p.t(match section.status {
            SectionStatus::NotStarted => "entry-section-not-started",
            SectionStatus::Started => "entry-section-started",
            SectionStatus::Done => "entry-section-done",
            SectionStatus::ToCorrect => "entry-section-to-correct",
        })
    }

    fn section_kind(section: &Section) -> &'static str {
        match section.status {
            SectionStatus::NotStarted => "",
            SectionStatus::Started => "brand",
            SectionStatus::Done => "ok",
            SectionStatus::ToCorrect => "bad",
        }
    }

    /// What the organisers ask to answer anew, with where to do it.
    fn asked_anew(&self) -> Vec<(String, String)> {
        if !self.is_editable || self.view.entry.status != EntryStatus::Returned {
            return Vec::new();
        }
        let of = |key: &String| {
            if key == IDENTITY {
                return Some((self.path("/identity"), self.p.t("entry-identity-title")));
            }
            let field = self.view.form.field(key)?;
            let href = format!("{}#{PREFIX}{key}", self.path(&format!("/sections/{}", field.section + 1)));
            Some((href, self.p.l(&field.label).to_owned()))
        };
        self.view.entry.open_questions.iter().filter_map(of).collect()
    }

    /// Whether the jury's feedback is there to read.
    fn has_feedback(&self) -> bool {
        self.view.edition.feedback != Feedback::None && self.view.entry.is_judgeable()
    }

    fn has_submitted(&self) -> bool {
        self.view.snapshot.is_some()
    }

    /// The first section that is not done.
    fn next_section(&self) -> Option<&Section> {
        self.sections.iter().find(|s| s.status != SectionStatus::Done).filter(|_| self.is_editable)
    }

    /// Submitting would say something that was not said before.
    fn can_submit(&self) -> bool {
        self.is_editable
            && self.view.most >= EntryAct::Submit
            && (self.has_changes || self.view.entry.status != EntryStatus::Submitted)
    }
}

/// The entry of an address, as its applicant.
pub async fn view_of(state: &AppState, user: &CurrentUser, entry: &str) -> Result<EntryView, PageError> {
    let (id, actor) = (id::<EntryId>(entry)?, user.actor.clone());
    Ok(state.db.read(move |c| entries::view(c, &actor, id)).await?)
}

/// The task list.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    now: Now,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let view = view_of(&state, &user, &path.1).await?;
    let (actor, entry, at) = (user.actor.clone(), view.entry.id, now.0);
    let read = move |c: &mut Conn| {
        Ok::<_, AppError>((entries::people::company(c, &actor, entry, at)?, gallery::has_consent(c, entry)?))
    };
    let (company, is_shown) = state.db.read(read).await?;
    let p = p.in_zone(view.edition.zone());
    html(&EntryPage {
        company,
        is_shown,
        is_own: view.most == EntryAct::Own,
        tile: desk::tile(&view),
        standing: standing::of(&p, &view, now.0),
        time_left: standing::time_left(
            &p,
            view.entry.deadline(&view.edition),
            view.check_editable(now.0).is_ok(),
            now.0,
        ),
        sections: view.sections(),
        missing: view.problems().len(),
        is_editable: view.check_editable(now.0).is_ok(),
        is_withdrawn: view.most == EntryAct::Own && view.entry.status == EntryStatus::Withdrawn,
        has_changes: view.has_changes(),
        can_withdraw: view.most == EntryAct::Own && view.entry.check_withdrawable(&view.edition).is_ok(),
        view,
        p,
    })
}

#[derive(Template)]
#[template(path = "applicant/withdraw.html")]
struct WithdrawPage {
    p: Page,
    view: EntryView,
}

impl WithdrawPage {
    fn path(&self, rest: &str) -> String {
        self.p.url(&format!("/entries/{}{rest}", self.view.entry.id))
    }
}

/// Asks before an entry is withdrawn.
pub async fn ask_withdraw(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let view = view_of(&state, &user, &path.1).await?;
    html(&WithdrawPage { p, view })
}

/// Takes the entry out of the race.
pub async fn withdraw(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (id, actor) = (id::<EntryId>(&path.1)?, user.actor.clone());
    state.db.write(move |c| entries::withdraw(c, &actor, id, now)).await?;
    Ok(see_other(p.url(&format!("/entries/{id}?done=entry-withdrawn"))))
}

/// Undoes a withdrawal.
pub async fn restore(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (id, actor) = (id::<EntryId>(&path.1)?, user.actor.clone());
    state.db.write(move |c| entries::restore(c, &actor, id, now)).await?;
    Ok(see_other(p.url(&format!("/entries/{id}?done=entry-restored"))))
}

/// Lets the entry be shown in the gallery, or no longer.
pub async fn gallery(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (id, actor, shows) = (id::<EntryId>(&path.1)?, user.actor.clone(), form.has("shows"));
    state.db.write(move |c| gallery::set_consent(c, &actor, id, shows, now)).await?;
    Ok(see_other(p.url(&format!("/entries/{id}?done=saved"))))
}
