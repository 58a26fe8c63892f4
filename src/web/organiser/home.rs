//! An edition's desk: what needs me today.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::words;
use crate::app::editions::home::{Overview, Task, overview};
use crate::app::{AppError, editions};
use crate::domain::edition::EditionStatus;
use crate::domain::policy::OrganiserAct;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other};

#[derive(Template)]
#[template(path = "organiser/home.html")]
struct HomePage {
    p: Page,
    desk: Desk,
    overview: Overview,
    tasks: Vec<TaskLine>,
    phases: Vec<(&'static str, String, String)>,
    changes: Vec<Change>,
}

/// Something that waits, in words.
struct TaskLine {
    number: String,
    text: String,
    detail: String,
    href: String,
    action: String,
    is_hot: bool,
}

/// A status the edition may move to.
struct Change {
    status: EditionStatus,
    action: String,
    text: String,
    is_back: bool,
}

fn line(p: &Page, desk: &Desk, task: Task) -> TaskLine {
    let (number, key, detail, path, action, is_hot) = match task {
        Task::ConfirmAnnouncement => (1, "task-confirm", "task-confirm-text", "announcement", "task-confirm-do", true),
        Task::Announce(n) => (n, "task-announce", "task-announce-text", "announcement", "task-announce-do", false),
        Task::SetUp(n) => (n, "task-set-up", "task-set-up-text", "setup", "task-set-up-do", true),
        Task::Open => (1, "task-open", "task-open-text", "#status", "task-open-do", true),
        Task::Close => (1, "task-close", "task-close-text", "#status", "task-close-do", true),
        Task::CloseRound => (1, "task-close-round", "task-close-round-text", "results", "task-close-round-do", true),
        Task::FailedMails(n) => (n, "task-mails", "task-mails-text", "outbox?status=failed", "task-mails-do", true),
        Task::Screen(n) => {
            let path = "entries?status=submitted&screening=pending";
            (n, "task-screen", "task-screen-text", path, "task-screen-do", false)
        }
        Task::Assign(n) => (n, "task-assign", "task-assign-text", "assignments", "task-assign-do", false),
        Task::RemindJurors(n) => (n, "task-remind", "task-remind-text", "progress", "task-remind-do", true),
        Task::Invitations(n) => (n, "task-invitations", "task-invitations-text", "jury", "task-invitations-do", false),
        Task::InviteJury => (0, "task-invite", "task-invite-text", "jury", "task-invite-do", false),
        Task::Translate(n) => (n, "task-translate", "task-translate-text", "settings", "task-translate-do", false),
        Task::Forget(n) => (n, "task-forget", "task-forget-text", "privacy", "task-forget-do", false),
        Task::Returned(n) => {
            (n, "task-returned", "task-returned-text", "entries?status=returned", "task-returned-do", false)
        }
    };
    TaskLine {
        number: p.n(number),
        text: p.m(key).arg("n", number).to_string(),
        detail: p.t(detail),
        href: if path.starts_with('#') { path.to_owned() } else { desk.url(p, path) },
        action: p.t(action),
        is_hot,
    }
}

/// The calendar: entries, screening, scoring, results.
fn phases(p: &Page, overview: &Overview) -> Vec<(&'static str, String, String)> {
    use EditionStatus as S;
    let edition = &overview.opened.edition;
    let state = |now: &[S], done: &[S]| match edition.status {
        status if now.contains(&status) => "now",
        status if done.contains(&status) => "done",
        _ => "",
    };
    let range = |from, to| p.m("phase-range").arg("from", p.day(from)).arg("to", p.day(to)).to_string();
    let judging = overview.round.as_ref().map(|r| range(&r.opens_at, &r.closes_at)).unwrap_or_default();
    let after_open = [S::Closed, S::Judging, S::Deliberation, S::Announced, S::Archived];
    vec![
        (state(&[S::Draft], &[&[S::Open], &after_open[..]].concat()), p.t("phase-setup"), p.day(&edition.created_at)),
        (state(&[S::Open], &after_open), p.t("phase-entries"), range(&edition.opens_at, &edition.closes_at)),
        (state(&[S::Closed], &after_open[1..]), p.t("phase-screening"), p.t("phase-screening-when")),
        (state(&[S::Judging], &after_open[2..]), p.t("phase-judging"), judging),
        (state(&[S::Deliberation, S::Announced], &[S::Archived]), p.t("phase-results"), p.day(&edition.results_on)),
    ]
}

/// What needs me today.
pub async fn show(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.into_inner().1);
    let overview = state.db.read(move |c| overview(c, &actor, &slug, now)).await?;
    let p = p.in_zone(overview.opened.edition.zone());
    let desk = Desk::new(overview.opened.clone(), "");
    let from = desk.edition.status;
    let changes = from.next().iter().map(|to| {
        let (action, text) = words::status_change(from, *to);
        Change { status: *to, action: p.t(action), text: p.t(text), is_back: *to < from }
    });
    html(&HomePage {
        tasks: overview.tasks.iter().map(|task| line(&p, &desk, *task)).collect(),
        phases: phases(&p, &overview),
        changes: changes.collect(),
        p,
        desk,
        overview,
    })
}

/// Moves the edition to another status.
pub async fn change_status(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let status: EditionStatus = form.parse("status").ok_or(PageError::BadRequest)?;
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let moved = move |c: &mut crate::store::Conn| -> Result<(), AppError> {
        let edition = editions::open(c, &actor, &slug, OrganiserAct::Run)?.edition;
        editions::set_status(c, &actor, edition.id, status, now)?;
        Ok(())
    };
    state.db.write(moved).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/?done=status-changed", path.1))))
}

/// Shows the edition on the site's front page.
pub async fn make_current(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let made = move |c: &mut crate::store::Conn| -> Result<(), AppError> {
        let edition = editions::open(c, &actor, &slug, OrganiserAct::Run)?.edition;
        editions::set_current(c, &actor, edition.id, now)
    };
    state.db.write(made).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/?done=saved", path.1))))
}
