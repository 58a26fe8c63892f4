//! What is left before an edition opens, and the whole way once with made-up entries.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use crate::app::editions::setup::{self, Part, Readiness};
use crate::app::editions::test_drive::{self, TestDrive, Trial};
use crate::domain::edition::EditionStatus;
use crate::domain::policy::OrganiserAct;
use crate::i18n::isolated;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other};

/// A part, in words.
struct Line {
    title: String,
    href: String,
    /// What is missing or left; empty when done.
    text: String,
    /// `bad`, `warn`, or `ok`.
    kind: &'static str,
    state: String,
}

#[derive(Template)]
#[template(path = "organiser/setup.html")]
struct SetupPage {
    p: Page,
    desk: Desk,
    lines: Vec<Line>,
    missing: usize,
    ready: usize,
}

impl SetupPage {
    fn may_open(&self) -> bool {
        self.desk.edition.status == EditionStatus::Draft && self.missing == 0 && self.desk.may_run()
    }
}

fn line(p: &Page, desk: &Desk, part: Part, readiness: Readiness) -> Line {
    let (title, path) = match part {
        Part::Identity => ("setup-identity", "settings"),
        Part::Calendar => ("setup-calendar", "settings"),
        Part::Categories => ("desk-categories", "categories"),
        Part::Eligibility => ("desk-eligibility", "eligibility"),
        Part::Form => ("desk-form", "form"),
        Part::Criteria => ("desk-criteria", "criteria"),
        Part::JuryRules => ("setup-jury", "settings"),
        Part::Mails => ("setup-mails", "mail-texts"),
        Part::Legal => ("setup-legal", "settings"),
        Part::TestDrive => ("test-drive-title", "test-drive"),
    };
    let (text, kind, state) = match readiness {
        Readiness::Missing(key) => (p.t(key), "bad", p.t("setup-state-missing")),
        Readiness::Untranslated(n) => {
            (p.m("setup-untranslated").arg("n", n).to_string(), "warn", p.t("setup-state-left"))
        }
        Readiness::Untried => (p.t("setup-untried"), "warn", p.t("setup-state-left")),
        Readiness::Ready => (String::new(), "ok", p.t("setup-state-ready")),
    };
    Line { title: p.t(title), href: desk.url(p, path), text, kind, state }
}

/// The list.
pub async fn show(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Look, "setup")?;
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let (_, parts) = state.db.read(move |c| setup::view(c, &actor, &slug, now)).await?;
    let lines: Vec<Line> = parts.iter().map(|(part, readiness)| line(&p, &desk, *part, *readiness)).collect();
    let ready = lines.iter().filter(|line| line.kind == "ok").count();
    html(&SetupPage { missing: setup::missing(&parts), p, desk, lines, ready })
}

#[derive(Template)]
#[template(path = "organiser/test_drive.html")]
struct DrivePage {
    p: Page,
    desk: Desk,
    drive: TestDrive,
}

impl DrivePage {
    fn errors(&self, trial: &Trial) -> String {
        let label = |key: &str| self.drive.form.field(key).map_or("", |field| self.p.l(&field.label));
        let labels: Vec<String> = trial.errors.iter().map(|error| isolated(label(&error.key))).collect();
        labels.join(&self.p.t("list-separator"))
    }

    fn jurors(&self, trial: &Trial) -> String {
        let marks: Vec<String> = trial.jurors.iter().map(|mark| self.p.hundredths(i64::from(*mark), 2)).collect();
        marks.join(" · ")
    }

    fn mean(&self, trial: &Trial) -> String {
        self.p.hundredths(i64::from(trial.mean), 2)
    }

    fn share(&self, trial: &Trial) -> i32 {
        let best = self.drive.trials.first().map_or(1, |trial| trial.mean).max(1);
        trial.mean * 1000 / best
    }
}

/// The whole way.
pub async fn drive(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Look, "setup")?;
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let drive = state.db.read(move |c| test_drive::drive(c, &actor, &slug, now)).await?;
    html(&DrivePage { p, desk, drive })
}

/// Notes that somebody has gone through mails or the whole way.
pub async fn note(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let part = match form.text("part") {
        "mails" => Part::Mails,
        "test-drive" => Part::TestDrive,
        _ => return Err(PageError::BadRequest),
    };
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    state.db.write(move |c| setup::note(c, &actor, &slug, part, now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/setup?done=saved", path.1))))
}
