//! Who works on an entry, and who is where on it now.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};
use serde_json::json;

use crate::app::AppError;
use crate::app::entries::EntryView;
use crate::app::entries::people::{self, CollaboratorLine, Present};
use crate::domain::collaborator::CollaboratorRole;
use crate::domain::ids::{CollaboratorId, EntryId};
use crate::domain::policy::EntryAct;
use crate::domain::user::User;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html_as, see_other};

#[derive(Template)]
#[template(path = "applicant/people.html")]
struct PeoplePage {
    p: Page,
    view: EntryView,
    owner: User,
    lines: Vec<CollaboratorLine>,
    me: crate::domain::ids::UserId,
    email: String,
    role: CollaboratorRole,
    problems: Problems,
}

/// What a role may do, in words.
pub fn role_words(p: &Page, role: CollaboratorRole) -> String {
    p.t(match role {
        CollaboratorRole::View => "people-role-view",
        CollaboratorRole::Edit => "people-role-edit",
        CollaboratorRole::Submit => "people-role-submit",
    })
}

impl PeoplePage {
    fn path(&self, rest: &str) -> String {
        self.p.url(&format!("/entries/{}{rest}", self.view.entry.id))
    }

    fn is_owner(&self) -> bool {
        self.view.most == EntryAct::Own
    }

    fn roles(&self) -> Vec<(String, String)> {
        CollaboratorRole::ALL.iter().map(|role| (role.to_string(), role_words(&self.p, *role))).collect()
    }

    fn role_of(&self, line: &CollaboratorLine) -> String {
        role_words(&self.p, line.collaborator.role)
    }

    fn is_me(&self, line: &CollaboratorLine) -> bool {
        line.collaborator.user_id == Some(self.me)
    }
}

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    entry: EntryId,
    typed: (String, CollaboratorRole),
    problems: Problems,
) -> Result<PeoplePage, PageError> {
    let actor = user.actor.clone();
    let (view, owner, lines) = state.db.read(move |c| people::people(c, &actor, entry)).await?;
    let p = p.in_zone(view.edition.zone());
    Ok(PeoplePage { p, view, owner, lines, me: user.user.id, email: typed.0, role: typed.1, problems })
}

/// Who works on an entry.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let typed = (String::new(), CollaboratorRole::Edit);
    html_as(StatusCode::OK, &page(p, &user, &state, id(&path.1)?, typed, Problems::default()).await?)
}

/// Invites somebody.
pub async fn invite(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (entry, actor, email) = (id::<EntryId>(&path.1)?, user.actor.clone(), form.text("email").to_owned());
    let role: CollaboratorRole = form.parse("role").ok_or(PageError::BadRequest)?;
    let (typed, url) = (email.clone(), state.settings.server.public_url.clone());
    match state.db.write(move |c| people::invite(c, &actor, entry, &email, role, &url, now)).await {
        Ok(_) => Ok(see_other(p.url(&format!("/entries/{entry}/people?done=invited")))),
        Err(AppError::Invalid(list)) => {
            let problems = Problems::new(&p, &list);
            let page = page(p, &user, &state, entry, (typed, role), problems).await?;
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// Changes what somebody may do.
pub async fn set_role(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (entry, whom, actor) = (id::<EntryId>(&path.1)?, id::<CollaboratorId>(&path.2)?, user.actor.clone());
    let role = form.parse("role").ok_or(PageError::BadRequest)?;
    state.db.write(move |c| people::set_role(c, &actor, entry, whom, role, now)).await?;
    Ok(see_other(p.url(&format!("/entries/{entry}/people?done=saved"))))
}

/// Takes somebody off, or leaves.
pub async fn remove(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (entry, whom, actor) = (id::<EntryId>(&path.1)?, id::<CollaboratorId>(&path.2)?, user.actor.clone());
    let has_left = state.db.write(move |c| people::remove(c, &actor, entry, whom, now)).await?;
    let target =
        if has_left { "/entries/?done=saved".to_owned() } else { format!("/entries/{entry}/people?done=saved") };
    Ok(see_other(p.url(&target)))
}

/// Accepts an invitation.
pub async fn join(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (invitation, actor) = (id::<CollaboratorId>(&path.1)?, user.actor.clone());
    let entry = state.db.write(move |c| people::join(c, &actor, invitation, now)).await?;
    Ok(see_other(p.url(&format!("/entries/{}?done=accepted", entry.id))))
}

/// Declines an invitation.
pub async fn decline(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (invitation, actor) = (id::<CollaboratorId>(&path.1)?, user.actor.clone());
    state.db.write(move |c| people::decline(c, &actor, invitation, now)).await?;
    Ok(see_other(p.url("/entries/?done=declined")))
}

/// Notes on which section a person is and tells a script who else is there.
pub async fn presence(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let section = form.parse("section").unwrap_or(0);
    let here = here(&p, &user, &state, id(&path.1)?, section, now).await?;
    Ok(HttpResponse::Ok().json(json!({ "here": here })))
}

/// Who else is on a section, in words; that this person is there is noted where somebody could read it.
pub async fn here(
    p: &Page,
    user: &CurrentUser,
    state: &AppState,
    entry: EntryId,
    section: usize,
    now: DateTime<Utc>,
) -> Result<String, PageError> {
    let (actor, again) = (user.actor.clone(), user.actor.clone());
    if !state.db.read(move |c| people::has_company(c, &actor, entry)).await? {
        return Ok(String::new());
    }
    let others = state.db.write(move |c| people::be_on(c, &again, entry, section, now)).await?;
    Ok(here_words(p, &others, section))
}

/// Who else is on a section, in words; empty when nobody is.
pub fn here_words(p: &Page, present: &[Present], section: usize) -> String {
    let names: Vec<&str> = present.iter().filter(|x| x.section == section).map(|x| x.name.as_str()).collect();
    if names.is_empty() { String::new() } else { p.m("people-here").arg("names", names.join(", ")).to_string() }
}
