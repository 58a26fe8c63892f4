//! Codes with which an entry may be started after the deadline.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::sheet::Sheet;
use crate::app::editions::late_codes::{self, TypedCode};
use crate::domain::ids::LateCodeId;
use crate::domain::late_code::LateCode;
use crate::domain::policy::OrganiserAct;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/late_codes.html")]
struct LateCodesPage {
    p: Page,
    desk: Desk,
    codes: Vec<LateCode>,
    sheet: Sheet,
}

impl LateCodesPage {
    /// Where a code stands: words, and the kind of their tag.
    fn standing(&self, code: &LateCode) -> (String, &'static str) {
        let (key, kind) = if code.revoked_at.is_some() {
            ("late-code-revoked", "bad")
        } else if code.uses >= code.max_uses {
            ("late-code-used-up", "")
        } else if code.opens(&self.desk.edition, self.p.now) {
            ("late-code-live", "ok")
        } else {
            ("late-code-over", "")
        };
        (self.p.t(key), kind)
    }

    fn is_live(&self, code: &LateCode) -> bool {
        code.opens(&self.desk.edition, self.p.now)
    }

    fn uses(&self, code: &LateCode) -> String {
        self.p.m("late-code-uses").arg("n", code.uses).arg("of", code.max_uses).to_string()
    }

    fn may_make(&self) -> bool {
        self.desk.edition.status.is_before_scoring()
    }

    /// How many entries, as typed, or one.
    fn max_uses(&self) -> &str {
        let typed = self.sheet.v("max_uses");
        if typed.is_empty() { "1" } else { typed }
    }
}

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    slug: &str,
    sheet: Sheet,
) -> Result<LateCodesPage, PageError> {
    let desk = Desk::open(user, slug, OrganiserAct::Screen, "entries")?;
    let (actor, slug) = (user.actor.clone(), slug.to_owned());
    let codes = state.db.read(move |c| late_codes::list(c, &actor, &slug)).await?;
    Ok(LateCodesPage { p: p.in_zone(desk.edition.zone()), desk, codes, sheet })
}

/// The codes, and a form for another one.
pub async fn index(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &state, &path.1, Sheet::default()).await?)
}

/// Makes a code.
pub async fn create(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let text = |name: &str| form.text(name).to_owned();
    let typed = TypedCode { note: text("note"), valid_until: text("valid_until"), max_uses: text("max_uses") };
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let (status, sheet): (StatusCode, Sheet) =
        match state.db.write(move |c| late_codes::create(c, &actor, &slug, &typed, now)).await {
            Ok(_) => return Ok(see_other(p.url(&format!("/organiser/{}/late-codes?done=saved", path.1)))),
            Err(error) => Sheet::again(&p, form, error)?,
        };
    html_as(status, &page(p, &user, &state, &path.1, sheet).await?)
}

/// Takes a code back.
pub async fn revoke(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, code) = (user.actor.clone(), path.1.clone(), id::<LateCodeId>(&path.2)?);
    state.db.write(move |c| late_codes::revoke(c, &actor, &slug, code, now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/late-codes?done=revoked", path.1))))
}
