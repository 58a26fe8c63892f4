//! One juror: the invitation, known ties, assignments.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::{reads, status_of};
use crate::app::AppError;
use crate::app::jury::{self, JurorPage, Tie};
use crate::domain::assignment::AssignmentStatus;
use crate::domain::conflict::ConflictSource;
use crate::domain::ids::OrganisationId;
use crate::domain::policy::OrganiserAct;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::jury::preferences;
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

struct TieLine {
    id: String,
    organisation: String,
    reason: String,
    by: String,
    when: String,
}

#[derive(Template)]
#[template(path = "organiser/juror.html")]
struct ShowPage {
    p: Page,
    desk: Desk,
    found: JurorPage,
    base: String,
    status: (String, &'static str),
    categories: String,
    preferences: String,
    reads: String,
    ties: Vec<TieLine>,
    organisations: Vec<(String, String)>,
    assignments: Vec<(String, String, String, &'static str)>,
    form: Form,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "organiser/jury_revoke.html")]
struct RevokePage {
    p: Page,
    desk: Desk,
    found: JurorPage,
    base: String,
    open: usize,
    kept: usize,
}

type Place = Path<(String, String, String)>;

/// The page of a juror.
pub async fn show(path: Place, p: Page, user: CurrentUser, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let desk = desk(&path, &user)?;
    let found = load(&path, &user, &state).await?;
    html(&page(p, desk, found, Form::default(), Problems::default()))
}

fn desk(path: &(String, String, String), user: &CurrentUser) -> Result<Desk, PageError> {
    Desk::open(user, &path.1, OrganiserAct::Look, "jury")
}

async fn load(path: &(String, String, String), user: &CurrentUser, state: &AppState) -> Result<JurorPage, PageError> {
    let (actor, slug, id) = (user.actor.clone(), path.1.clone(), id(&path.2)?);
    Ok(state.db.read(move |c| jury::juror(c, &actor, &slug, id)).await?)
}

fn base(p: &Page, path: &(String, String, String)) -> String {
    p.url(&format!("/organiser/{}/jury/{}", path.1, path.2))
}

fn page(p: Page, desk: Desk, found: JurorPage, form: Form, problems: Problems) -> ShowPage {
    let p = p.in_zone(found.edition.zone());
    let juror = &found.juror;
    let chosen = found.categories.iter().filter(|c| juror.categories.contains(&c.id));
    let names = chosen.map(|c| p.l(&c.name).to_owned()).collect::<Vec<_>>().join(", ");
    let ties = found
        .ties
        .iter()
        .map(|(tie, organisation)| TieLine {
            id: tie.id.to_string(),
            organisation: organisation.clone(),
            reason: tie.reason.clone(),
            by: match tie.source {
                ConflictSource::Juror => p.t("jurors-tie-by-juror"),
                ConflictSource::Organiser => p.t("jurors-tie-by-organiser"),
                ConflictSource::Found => p.t("jurors-tie-by-comparison"),
            },
            when: p.day(&tie.created_at),
        })
        .collect();
    let assignments = found
        .assignments
        .iter()
        .map(|(entry, status)| {
            let (words, kind) = assignment_status(&p, *status);
            (entry.reference.clone(), entry.title.clone(), words, kind)
        })
        .collect();
    ShowPage {
        desk,
        base: p.url(&format!("/organiser/{}/jury/{}", found.edition.slug, juror.id)),
        status: status_of(&p, juror.status),
        categories: if juror.categories.is_empty() { p.t("jurors-all-categories") } else { names },
        preferences: preferences(&p, &found),
        reads: reads(&p, &juror.reads),
        ties,
        organisations: found.organisations.iter().map(|o| (o.id.to_string(), o.name.clone())).collect(),
        assignments,
        form,
        problems,
        found,
        p,
    }
}

/// What the juror would rather judge, or not: "Agritech : de préférence".
fn preferences(p: &Page, found: &JurorPage) -> String {
    let told = found.categories.iter().filter_map(|category| {
        let choice = found.juror.preferences.get(&category.id)?;
        let name = p.l(&category.name);
        Some(p.m("jurors-preference").arg("category", name).arg("choice", p.t(preferences::word(*choice))).to_string())
    });
    told.collect::<Vec<_>>().join(", ")
}

fn assignment_status(p: &Page, status: AssignmentStatus) -> (String, &'static str) {
    match status {
        AssignmentStatus::Proposed => (p.t("assignments-status-proposed"), "plain"),
        AssignmentStatus::Assigned => (p.t("assignments-status-assigned"), ""),
        AssignmentStatus::Drafting => (p.t("assignments-status-drafting"), "gold"),
        AssignmentStatus::Submitted => (p.t("assignments-status-submitted"), "ok"),
        AssignmentStatus::Locked => (p.t("assignments-status-locked"), "ok"),
        AssignmentStatus::Recused => (p.t("assignments-status-recused"), "bad"),
        AssignmentStatus::Withdrawn => (p.t("assignments-status-withdrawn"), "plain"),
    }
}

/// Sends the invitation again.
pub async fn resend(
    path: Place,
    p: Page,
    user: CurrentUser,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, id) = (user.actor.clone(), id(&path.2)?);
    let public_url = state.settings.server.public_url.clone();
    state.db.write(move |c| jury::resend(c, &actor, id, &public_url, now.0)).await?;
    Ok(see_other(format!("{}?done=invitation-resent", base(&p, &path))))
}

/// Asks first; with `sure`, takes the juror off.
pub async fn revoke(
    path: Place,
    p: Page,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let found = load(&path, &user, &state).await?;
    if !form.has("sure") {
        let counts = found.assignments.iter().map(|(_, status)| *status);
        let open = counts.clone().filter(|s| s.counts() && !s.is_scored()).count();
        let kept = counts.filter(|s| s.is_scored()).count();
        let desk = desk(&path, &user)?;
        return html(&RevokePage { base: base(&p, &path), open, kept, desk, found, p });
    }
    let (actor, id) = (user.actor.clone(), found.juror.id);
    state.db.write(move |c| jury::revoke(c, &actor, id, now.0)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/jury?done=revoked", path.1))))
}

/// Notes a tie.
pub async fn add_conflict(
    path: Place,
    p: Page,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, id) = (user.actor.clone(), id(&path.2)?);
    let organisation: Option<OrganisationId> = form.parse("organisation");
    let tie = organisation.map(|organisation| Tie { organisation, reason: form.text("reason").to_owned() });
    let added = state.db.write(move |c| match &tie {
        Some(tie) => jury::add_conflict(c, &actor, id, tie, now.0),
        None => Err(AppError::field("organisation", "jury-problem-organisation")),
    });
    match added.await {
        Ok(()) => Ok(see_other(format!("{}?done=conflict-added", base(&p, &path)))),
        Err(AppError::Invalid(problems)) => {
            let desk = desk(&path, &user)?;
            let found = load(&path, &user, &state).await?;
            let problems = Problems::new(&p, &problems);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page(p, desk, found, form, problems))
        }
        Err(error) => Err(error.into()),
    }
}

/// Lifts a tie.
pub async fn remove_conflict(
    path: Path<(String, String, String, String)>,
    p: Page,
    user: CurrentUser,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, juror, conflict) = (user.actor.clone(), id(&path.2)?, id(&path.3)?);
    state.db.write(move |c| jury::remove_conflict(c, &actor, juror, conflict, now.0)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/jury/{}?done=conflict-removed", path.1, path.2))))
}
