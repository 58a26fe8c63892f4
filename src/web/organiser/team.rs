//! Who organises an edition.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::desk::Desk;
use super::sheet::Sheet;
use super::words;
use crate::app::AppError;
use crate::app::editions::team;
use crate::domain::ids::UserId;
use crate::domain::policy::OrganiserAct;
use crate::domain::user::{OrganiserRole, User};
use crate::web::account::proof;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/team.html")]
struct TeamPage {
    p: Page,
    desk: Desk,
    members: Vec<(User, OrganiserRole)>,
    me: UserId,
    sheet: Sheet,
}

impl TeamPage {
    fn role(&self, role: &OrganiserRole) -> String {
        self.p.t(words::role(*role).0)
    }

    fn roles(&self) -> Vec<(String, String)> {
        OrganiserRole::ALL.iter().map(|r| (r.to_string(), self.role(r))).collect()
    }

    fn chosen_role(&self) -> &str {
        let typed = self.sheet.v("role");
        if typed.is_empty() { OrganiserRole::Organiser.as_str() } else { typed }
    }

    fn explained(&self) -> Vec<(String, String)> {
        OrganiserRole::ALL.iter().map(|r| (self.role(r), self.p.t(words::role(*r).1))).collect()
    }

    fn is_last_owner(&self, role: &OrganiserRole) -> bool {
        let owners = self.members.iter().filter(|(_, r)| *r == OrganiserRole::Owner).count();
        *role == OrganiserRole::Owner && owners == 1
    }
}

async fn page(p: Page, user: &CurrentUser, state: &AppState, slug: &str, sheet: Sheet) -> Result<TeamPage, PageError> {
    let desk = Desk::open(user, slug, OrganiserAct::Look, "team")?;
    let edition = desk.edition.id;
    let members = state.db.read(move |c| team::list(c, edition)).await?;
    Ok(TeamPage { p, desk, members, me: user.user.id, sheet })
}

/// The team, and a form for another member.
pub async fn index(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &state, &path.1, Sheet::default()).await?)
}

/// Adds a member.
pub async fn add(
    p: Page,
    request: HttpRequest,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    if let Some(ask) = proof::ask(&p, &user, &state, Now(now), &request, &form).await? {
        return Ok(ask);
    }
    let role: OrganiserRole = form.parse("role").ok_or(PageError::BadRequest)?;
    let (actor, slug, email) = (user.actor.clone(), path.1.clone(), form.text("email").to_owned());
    match state.db.write(move |c| team::add(c, &actor, &slug, &email, role, now)).await {
        Ok(()) => Ok(see_other(p.url(&format!("/organiser/{}/team?done=saved", path.1)))),
        Err(AppError::Invalid(problems)) => {
            let sheet = Sheet::refused(&p, form, &problems);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page(p, &user, &state, &path.1, sheet).await?)
        }
        Err(error) => Err(error.into()),
    }
}

/// Changes the role of a member.
pub async fn set_role(
    p: Page,
    request: HttpRequest,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    if let Some(ask) = proof::ask(&p, &user, &state, Now(now), &request, &form).await? {
        return Ok(ask);
    }
    let role: OrganiserRole = form.parse("role").ok_or(PageError::BadRequest)?;
    let (actor, slug, member) = (user.actor.clone(), path.1.clone(), id::<UserId>(&path.2)?);
    state.db.write(move |c| team::set_role(c, &actor, &slug, member, role, now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/team?done=saved", path.1))))
}

#[derive(Template)]
#[template(path = "organiser/team_remove.html")]
struct RemovePage {
    p: Page,
    desk: Desk,
    member: User,
}

/// Asks before taking a member off the team.
pub async fn ask_remove(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::ManageTeam, "team")?;
    let (edition, wanted) = (desk.edition.id, id::<UserId>(&path.2)?);
    let members = state.db.read(move |c| team::list(c, edition)).await?;
    let member = members.into_iter().map(|(m, _)| m).find(|m| m.id == wanted).ok_or(PageError::NotFound)?;
    html(&RemovePage { p, desk, member })
}

/// Takes a member off the team.
pub async fn remove(
    p: Page,
    request: HttpRequest,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    form: Form,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    if let Some(ask) = proof::ask(&p, &user, &state, Now(now), &request, &form).await? {
        return Ok(ask);
    }
    let (actor, slug, member) = (user.actor.clone(), path.1.clone(), id::<UserId>(&path.2)?);
    state.db.write(move |c| team::remove(c, &actor, &slug, member, now)).await?;
    // Whoever leaves the team has no page of it to come back to.
    let back = if member == user.user.id { "/organiser/".to_owned() } else { format!("/organiser/{}/team", path.1) };
    Ok(see_other(p.url(&format!("{back}?done=saved"))))
}
