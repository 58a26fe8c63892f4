//! Ties that were found by comparing: each confirmed or dismissed with one click.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::jury::suspicions::{self, Suspicion};
use crate::domain::conflict::SuspicionKind;
use crate::domain::ids::{JurorId, OrganisationId};
use crate::domain::policy::OrganiserAct;
use crate::domain::text::searchable;
use crate::store::Conn;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query};
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other};

/// A suspicion in words.
struct Line {
    juror: JurorId,
    organisation: OrganisationId,
    name: String,
    entrant: String,
    entries: String,
    kind: SuspicionKind,
    why: String,
}

#[derive(Template)]
#[template(path = "organiser/suspicions.html")]
struct SuspicionsPage {
    p: Page,
    desk: Desk,
    lines: Vec<Line>,
    total: usize,
    words: String,
}

type DeskPath = Path<(String, String)>;

/// The list.
pub async fn index(
    path: DeskPath,
    p: Page,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Run, "jury")?;
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let (_, found) = state.db.read(move |c| suspicions::list(c, &actor, &slug)).await?;
    let words = query.text("q").to_owned();
    let total = found.len();
    let asked = searchable(&words);
    let fits = |line: &Line| {
        let text = searchable(&format!("{} {} {}", line.name, line.entrant, line.entries));
        asked.split(' ').all(|word| text.contains(word))
    };
    let lines = found.iter().map(|x| line(&p, x)).filter(fits).collect();
    html(&SuspicionsPage { p, desk, lines, total, words })
}

fn line(p: &Page, suspicion: &Suspicion) -> Line {
    Line {
        juror: suspicion.juror.id,
        organisation: suspicion.organisation.id,
        name: suspicion.juror.name.clone(),
        entrant: suspicion.organisation.name.clone(),
        entries: suspicion.entries.join(" "),
        kind: suspicion.kind,
        why: why(p, suspicion),
    }
}

/// Why a tie is suspected; the reason that is noted when it is confirmed.
fn why(p: &Page, suspicion: &Suspicion) -> String {
    let key = match suspicion.kind {
        SuspicionKind::Organisation => "suspicions-organisation",
        SuspicionKind::Domain => "suspicions-domain",
        SuspicionKind::Named => "suspicions-named",
        SuspicionKind::Before => "suspicions-before",
    };
    p.m(key).arg("evidence", suspicion.evidence.as_str()).arg("place", p.l(&suspicion.place)).to_string()
}

fn pair(form: &Form) -> Result<(JurorId, OrganisationId), PageError> {
    let pair = form.parse("juror").zip(form.parse("organisation"));
    pair.ok_or(PageError::BadRequest)
}

/// Confirms a tie.
pub async fn confirm(
    path: DeskPath,
    p: Page,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, pair) = (user.actor.clone(), path.1.clone(), pair(&form)?);
    let words = p.clone();
    let confirm = move |c: &mut Conn| suspicions::confirm(c, &actor, &slug, pair, |x| why(&words, x), now.0);
    state.db.write(confirm).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/jury/suspicions?done=conflict-added", path.1))))
}

/// Dismisses a suspicion.
pub async fn dismiss(
    path: DeskPath,
    p: Page,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, pair) = (user.actor.clone(), path.1.clone(), pair(&form)?);
    let kind: SuspicionKind = form.parse("kind").ok_or(PageError::BadRequest)?;
    state.db.write(move |c| suspicions::dismiss(c, &actor, &slug, pair, kind, now.0)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/jury/suspicions?done=suspicion-dismissed", path.1))))
}
