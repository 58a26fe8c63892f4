//! Inviting one person.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::AppError;
use crate::app::jury::{self, Invitation};
use crate::domain::language::Language;
use crate::domain::policy::OrganiserAct;
use crate::store;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now};
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/jury_invite.html")]
struct InvitePage {
    p: Page,
    desk: Desk,
    form: Form,
    language: String,
    languages: Vec<(&'static str, String)>,
    reads: Vec<(String, String, bool)>,
    categories: Vec<(String, String, bool)>,
    problems: Problems,
}

/// The form.
pub async fn new(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    page(StatusCode::OK, &path.1, p, &user, &state, Form::default(), Problems::default()).await
}

/// Invites, or says what is wrong.
pub async fn create(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, invitation) = (user.actor.clone(), path.1.clone(), read(&form));
    let public_url = state.settings.server.public_url.clone();
    let invited = state.db.write(move |c| {
        let edition = jury::organised(c, &actor, &slug, OrganiserAct::Run)?;
        jury::invite(c, &actor, edition.id, invitation.clone(), &public_url, now.0)
    });
    match invited.await {
        Ok(_) => Ok(see_other(p.url(&format!("/organiser/{}/jury?done=invited", path.1)))),
        Err(AppError::Invalid(problems)) => {
            let problems = Problems::new(&p, &problems);
            page(StatusCode::UNPROCESSABLE_ENTITY, &path.1, p, &user, &state, form, problems).await
        }
        Err(error) => Err(error.into()),
    }
}

fn read(form: &Form) -> Invitation {
    let text = |name: &str| form.text(name).to_owned();
    let load = form.text("max_load").trim();
    Invitation {
        email: text("email"),
        name: text("name"),
        organisation: text("organisation"),
        title: text("title"),
        language: form.parse("language"),
        reads: form.all("reads").iter().filter_map(|word| word.parse().ok()).collect(),
        categories: form.all("categories").iter().filter_map(|id| id.parse().ok()).collect(),
        expertise: text("expertise"),
        // What is no number is refused with the loads that make no sense.
        max_load: if load.is_empty() { None } else { Some(load.parse().unwrap_or(0)) },
    }
}

async fn page(
    status: StatusCode,
    slug: &str,
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    form: Form,
    problems: Problems,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(user, slug, OrganiserAct::Run, "jury")?;
    let edition = desk.edition.id;
    let categories = state.db.read(move |c| Ok::<_, AppError>(store::categories::list(c, edition)?)).await?;
    let is_chosen = |name: &str, value: &str| form.all(name).iter().any(|chosen| chosen == value);
    let view = InvitePage {
        language: form.get("language").unwrap_or("fr").to_owned(),
        languages: Language::ALL.iter().map(|l| (l.as_str(), p.t(l.name_key()))).collect(),
        reads: Language::ALL
            .iter()
            .map(|l| (l.to_string(), p.t(l.name_key()), is_chosen("reads", l.as_str())))
            .collect(),
        categories: categories
            .iter()
            .map(|c| (c.id.to_string(), p.l(&c.name).to_owned(), is_chosen("categories", &c.id.to_string())))
            .collect(),
        desk,
        form,
        problems,
        p,
    };
    html_as(status, &view)
}
