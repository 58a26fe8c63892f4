//! Announcing: what it will do, now or at an embargo instant, and calling it off.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use chrono::{DateTime, Utc};

use crate::app::announcements::{self, Ordered, Plan, PlannedPrize, Publisher};
use crate::app::outbox::Standing;
use crate::app::problems::date_problem;
use crate::app::{AppError, FieldProblem};
use crate::domain::entry::Entry;
use crate::domain::outcome::{Announcement, AnnouncementStatus, Outcome, OutcomeKind};
use crate::domain::policy::OrganiserAct;
use crate::i18n::dates;
use crate::store::Conn;
use crate::web::account::proof;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now};
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/announcement.html")]
struct AnnouncementPage {
    p: Page,
    desk: Desk,
    plan: Plan,
    /// The mails of an announcement that is done.
    mails: Standing,
    when: String,
    embargo_at: String,
    confirmation: String,
    problems: Problems,
}

impl AnnouncementPage {
    fn url(&self, path: &str) -> String {
        self.p.url(&format!("/organiser/{}{path}", self.plan.edition.slug))
    }

    fn is_proposed(&self) -> bool {
        self.plan.live.as_ref().is_some_and(|a| a.status == AnnouncementStatus::Proposed)
    }

    /// Until when it can be taken back, while it can.
    fn take_back_until(&self) -> Option<DateTime<Utc>> {
        let until = self.plan.live.as_ref().and_then(Announcement::can_be_taken_back_until);
        until.filter(|until| *until >= self.p.now && self.desk.may_run())
    }

    fn ordered_by(&self) -> &str {
        self.plan.ordered_by.as_ref().map_or("", |user| user.name.as_str())
    }

    fn is_scheduled(&self) -> bool {
        self.plan.live.as_ref().is_some_and(|a| a.status == AnnouncementStatus::Scheduled)
    }

    /// The category and its prize, as a line of the plan names them.
    fn prize(&self, planned: &PlannedPrize) -> String {
        let prize = self.p.l(&planned.prize.name);
        match &planned.category {
            Some(category) => format!("{} · {prize}", self.p.l(&category.name)),
            None => prize.to_owned(),
        }
    }

    fn winner<'a>(&self, planned: &'a PlannedPrize) -> Option<&'a (Outcome, Entry)> {
        planned.laureates.iter().find(|(outcome, _)| outcome.staged == Some(OutcomeKind::Winner))
    }

    fn finalists<'a>(&self, planned: &'a PlannedPrize) -> impl Iterator<Item = &'a (Outcome, Entry)> {
        planned.laureates.iter().filter(|(outcome, _)| outcome.staged == Some(OutcomeKind::Finalist))
    }

    /// What a winner's page still lacks: a citation, or its translations.
    fn warning(&self, outcome: &Outcome) -> String {
        if outcome.citation.is_empty() {
            return self.p.t("announce-uncited");
        }
        let missing: Vec<String> = outcome.citation.missing().iter().map(|l| self.p.t(l.name_key())).collect();
        if missing.is_empty() {
            return String::new();
        }
        let between = self.p.t("list-separator");
        self.p.m("announce-untranslated").arg("languages", missing.join(&between)).to_string()
    }

    fn choices(&self) -> Vec<(String, String)> {
        vec![("now".to_owned(), self.p.t("announce-now")), ("later".to_owned(), self.p.t("announce-later"))]
    }
}

async fn page(p: Page, user: &CurrentUser, slug: String, state: &AppState) -> Result<AnnouncementPage, PageError> {
    let desk = Desk::open(user, &slug, OrganiserAct::Look, "announcement")?;
    let actor = user.actor.clone();
    let read = move |c: &mut Conn| {
        let plan = announcements::plan(c, &actor, &slug)?;
        let mails = match &plan.live {
            Some(live) => announcements::mails(c, live.id)?,
            None => Standing::default(),
        };
        Ok::<_, AppError>((plan, mails))
    };
    let (plan, mails) = state.db.read(read).await?;
    Ok(AnnouncementPage {
        // The promised instant, as long as it is to come.
        embargo_at: if plan.edition.results_on > p.now {
            dates::input(plan.edition.results_on, plan.edition.zone())
        } else {
            String::new()
        },
        p: p.in_zone(plan.edition.zone()),
        desk,
        plan,
        mails,
        when: "now".into(),
        confirmation: String::new(),
        problems: Problems::default(),
    })
}

/// The page.
pub async fn show(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, path.into_inner().1, &state).await?)
}

/// Announces, or schedules.
pub async fn create(
    p: Page,
    request: HttpRequest,
    user: CurrentUser,
    path: Path<(String, String)>,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    if let Some(ask) = proof::ask(&p, &user, &state, now, &request, &form).await? {
        return Ok(ask);
    }
    let slug = path.into_inner().1;
    let mut page = page(p, &user, slug.clone(), &state).await?;
    form.text("when").clone_into(&mut page.when);
    form.text("embargo_at").clone_into(&mut page.embargo_at);
    form.text("confirmation").clone_into(&mut page.confirmation);
    let embargo_at = if page.when == "later" {
        match dates::parse_input(&page.embargo_at, page.p.zone) {
            Ok(at) => Some(at),
            Err(error) => {
                page.problems = Problems::new(&page.p, &[FieldProblem::new("embargo_at", date_problem(error))]);
                return html_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
            }
        }
    } else {
        None
    };
    let (actor, confirmation) = (user.actor.clone(), page.confirmation.clone());
    let (url, key, target) = (state.settings.server.public_url.clone(), state.tally_key.clone(), slug.clone());
    let done = state
        .db
        .write(move |c| {
            let publisher = Publisher { public_url: &url, key: key.signing() };
            announcements::announce(c, &actor, &target, &confirmation, embargo_at, publisher, now.0)
        })
        .await;
    match done {
        Ok(ordered) => Ok(done_page(&page.p, &slug, ordered)),
        Err(AppError::Invalid(problems)) => {
            page.problems = Problems::new(&page.p, &problems);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(AppError::Refused { key: "announce-refused-done", .. }) => Err(done_already(&page.p, &page.plan)),
        Err(error) => Err(error.into()),
    }
}

/// Back to the page, with what was done.
fn done_page(p: &Page, slug: &str, ordered: Ordered) -> HttpResponse {
    let word = match ordered {
        Ordered::Done => "announced",
        Ordered::Scheduled => "scheduled",
        Ordered::Waits => "announcement-ordered",
    };
    see_other(p.url(&format!("/organiser/{slug}/announcement?done={word}")))
}

/// The second organiser confirms.
pub async fn confirm(
    p: Page,
    request: HttpRequest,
    user: CurrentUser,
    path: Path<(String, String)>,
    now: Now,
    state: Data<AppState>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    if let Some(ask) = proof::ask(&p, &user, &state, now, &request, &form).await? {
        return Ok(ask);
    }
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let (url, key) = (state.settings.server.public_url.clone(), state.tally_key.clone());
    let confirmed = move |c: &mut Conn| {
        let publisher = Publisher { public_url: &url, key: key.signing() };
        announcements::confirm(c, &actor, &slug, publisher, now.0)
    };
    let ordered = state.db.write(confirmed).await?;
    Ok(done_page(&p, &path.1, ordered))
}

/// Takes an announcement back that was just made.
pub async fn take_back(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String)>,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, typed) = (user.actor.clone(), path.1.clone(), form.text("take_back").to_owned());
    match state.db.write(move |c| announcements::take_back(c, &actor, &slug, &typed, now.0)).await {
        Ok(()) => Ok(see_other(p.url(&format!("/organiser/{}/announcement?done=taken-back", path.1)))),
        Err(AppError::Invalid(problems)) => {
            let mut page = page(p, &user, path.into_inner().1, &state).await?;
            form.text("take_back").clone_into(&mut page.confirmation);
            page.problems = Problems::new(&page.p, &problems);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// The refusal of a second announcement, with the instant of the first where it is known.
fn done_already(p: &Page, plan: &Plan) -> PageError {
    match plan.edition.announced_at {
        Some(at) => {
            PageError::Refused { key: "announce-refused-done-at", args: vec![("time", p.instant(&at).as_str().into())] }
        }
        None => PageError::Refused { key: "announce-refused-done", args: Vec::new() },
    }
}

/// Calls a scheduled announcement off.
pub async fn cancel(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String)>,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    state.db.write(move |c| announcements::cancel(c, &actor, &slug, now.0)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/announcement?done=cancelled", path.1))))
}
