//! The profile of a startup, and its logo.

use actix_multipart::Multipart;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::files::sandboxed;
use crate::app::organisations::{self, ProfileText};
use crate::app::{AppError, FieldProblem};
use crate::domain::entry::Entry;
use crate::domain::ids::OrganisationId;
use crate::domain::organisation::{Founders, Organisation, Sector, Size, regions};
use crate::domain::place;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::uploaded::kept_image;
use crate::web::{html_as, see_other};

#[derive(Template)]
#[template(path = "applicant/organisation.html")]
struct OrganisationPage {
    p: Page,
    organisation: Organisation,
    entries: Vec<Entry>,
    typed: ProfileText,
    version: String,
    problems: Problems,
    is_conflict: bool,
}

impl OrganisationPage {
    fn path(&self, rest: &str) -> String {
        self.p.url(&format!("/organisations/{}{rest}", self.organisation.id))
    }

    fn sectors(&self) -> Vec<(String, String)> {
        let mut sectors: Vec<_> = Sector::ALL.iter().map(|s| (s.to_string(), sector(&self.p, *s))).collect();
        // By name, and "other" last.
        sectors.sort_by_key(|(key, name)| (key == Sector::Other.as_str(), crate::domain::text::searchable(name)));
        sectors
    }

    fn sizes(&self) -> Vec<(String, String)> {
        Size::ALL.iter().map(|s| (s.to_string(), size(&self.p, *s))).collect()
    }

    fn regions(&self) -> Vec<(String, String)> {
        regions().map(|code| (code.to_owned(), region(&self.p, code))).collect()
    }

    fn founders(&self) -> Vec<(String, String)> {
        Founders::ALL.iter().map(|f| (f.to_string(), founders(&self.p, *f))).collect()
    }

    /// Changes with the logo, so that a browser shows the new one.
    fn logo(&self) -> Option<String> {
        let key = self.organisation.logo_key.as_ref()?;
        Some(format!("{}?v={}", self.path("/logo"), key.get(..2).unwrap_or_default()))
    }
}

/// A sector in words.
pub fn sector(p: &Page, sector: Sector) -> String {
    p.t(match sector {
        Sector::Agriculture => "sector-agriculture",
        Sector::Energy => "sector-energy",
        Sector::Education => "sector-education",
        Sector::Health => "sector-health",
        Sector::Finance => "sector-finance",
        Sector::Commerce => "sector-commerce",
        Sector::Mobility => "sector-mobility",
        Sector::Industry => "sector-industry",
        Sector::Construction => "sector-construction",
        Sector::Tourism => "sector-tourism",
        Sector::Culture => "sector-culture",
        Sector::PublicServices => "sector-public-services",
        Sector::Software => "sector-software",
        Sector::Security => "sector-security",
        Sector::Other => "sector-other",
    })
}

/// A size in words.
pub fn size(p: &Page, size: Size) -> String {
    p.t(match size {
        Size::Alone => "size-alone",
        Size::Few => "size-few",
        Size::Tens => "size-tens",
        Size::Hundred => "size-hundred",
        Size::Many => "size-many",
    })
}

/// A region in words.
pub fn region(p: &Page, code: &str) -> String {
    place::name(code, p.language).map_or_else(|| p.t("region-abroad"), str::to_owned)
}

/// Who founded a startup, in words.
pub fn founders(p: &Page, founders: Founders) -> String {
    p.t(match founders {
        Founders::Women => "founders-women",
        Founders::Both => "founders-both",
        Founders::Men => "founders-men",
    })
}

/// What a page shows again after a refusal.
#[derive(Default)]
struct Again {
    typed: Option<ProfileText>,
    problems: Vec<FieldProblem>,
    is_conflict: bool,
}

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    id: OrganisationId,
    again: Again,
) -> Result<OrganisationPage, PageError> {
    let actor = user.actor.clone();
    let (organisation, entries) = state.db.read(move |c| organisations::own(c, &actor, id)).await?;
    let saved = ProfileText::of(&organisation);
    let problems = Problems::new(&p, &again.problems);
    Ok(OrganisationPage {
        version: saved.version(),
        typed: again.typed.unwrap_or(saved),
        is_conflict: again.is_conflict,
        organisation,
        entries,
        problems,
        p,
    })
}

/// The profile.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    html_as(StatusCode::OK, &page(p, &user, &state, id(&path.1)?, Again::default()).await?)
}

/// Saves it.
pub async fn save(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (organisation, actor, version) = (id(&path.1)?, user.actor.clone(), form.text("version").to_owned());
    let text = |name: &str| form.text(name).to_owned();
    let typed = ProfileText {
        name: text("name"),
        website: text("website"),
        city: text("city"),
        sector: text("sector"),
        founded_on: text("founded_on"),
        size: text("size"),
        region: text("region"),
        founders: text("founders"),
        links: text("links"),
    };
    let wanted = typed.clone();
    let saved = state.db.write(move |c| organisations::save(c, &actor, organisation, &version, &wanted, now)).await;
    let (status, again) = match saved {
        Ok(_) => return Ok(see_other(p.url(&format!("/organisations/{organisation}?done=saved")))),
        Err(AppError::Invalid(problems)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Again { problems, typed: Some(typed), is_conflict: false })
        }
        Err(AppError::Stale) => {
            (StatusCode::CONFLICT, Again { typed: Some(typed), is_conflict: true, ..Again::default() })
        }
        Err(error) => return Err(error.into()),
    };
    html_as(status, &page(p, &user, &state, organisation, again).await?)
}

/// Takes a logo.
pub async fn put_logo(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String)>,
    parts: Multipart,
) -> Result<HttpResponse, PageError> {
    let organisation = id(&path.1)?;
    // Asked before a byte is read.
    page(p.clone(), &user, &state, organisation, Again::default()).await?;
    let problem = match kept_image(&p, &state, parts, now).await? {
        Ok(key) => {
            let actor = user.actor.clone();
            let set = move |c: &mut crate::store::Conn| {
                organisations::set_logo(c, &actor, organisation, Some(key.clone()), now)
            };
            state.db.write(set).await?;
            return Ok(see_other(p.url(&format!("/organisations/{organisation}?done=saved"))));
        }
        Err(problem) => problem,
    };
    let again = Again { problems: vec![problem], ..Again::default() };
    html_as(StatusCode::UNPROCESSABLE_ENTITY, &page(p, &user, &state, organisation, again).await?)
}

/// Takes the logo away.
pub async fn remove_logo(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (organisation, actor) = (id(&path.1)?, user.actor.clone());
    state.db.write(move |c| organisations::set_logo(c, &actor, organisation, None, now)).await?;
    Ok(see_other(p.url(&format!("/organisations/{organisation}?done=saved"))))
}

/// The logo.
pub async fn logo(
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (organisation, actor) = (id(&path.1)?, user.actor.clone());
    let key = state.db.read(move |c| organisations::logo(c, &actor, organisation)).await?;
    let bytes = state.files.get(&key).await.map_err(|e| PageError::Internal(e.to_string()))?;
    Ok(sandboxed(organisations::logo_type(&bytes), "inline", bytes))
}
