//! The matrix: entries down, jurors across. A form sends what was ticked and what was ticked
//! before, so that only differences are written and nobody undoes what a colleague just did.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::auto::gaps::{self, Gaps};
use crate::app::AppError;
use crate::app::assignments::{self, Cell, Matrix, MatrixFilter, PAGE};
use crate::domain::ids::{EntryId, JurorId};
use crate::domain::policy::OrganiserAct;
use crate::domain::round::RoundStatus;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query};
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html_as, see_other};

/// A juror's head.
struct Head {
    name: String,
    detail: String,
    load: String,
    state: &'static str,
}

/// A box.
struct Tick {
    value: String,
    label: String,
    cell: Cell,
    ticked: bool,
}

/// An entry's row.
struct Row {
    title: String,
    detail: String,
    boxes: Vec<Tick>,
}

#[derive(Template)]
#[template(path = "organiser/assignments.html")]
struct MatrixPage {
    p: Page,
    desk: Desk,
    clear: String,
    matrix: Option<Matrix>,
    gaps: Option<Gaps>,
    heads: Vec<Head>,
    rows: Vec<Row>,
    words: String,
    category: String,
    categories: Vec<(String, String)>,
    only_short: bool,
    is_filtered: bool,
    pages: Vec<(String, String, bool)>,
    here: String,
    asks: bool,
    problems: Problems,
}

/// The matrix of a round.
pub async fn index(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    show(StatusCode::OK, &path.1, p, &user, &query.0, None, &state, Problems::default()).await
}

/// Writes the differences.
pub async fn apply(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let ticked: BTreeSet<_> = form.all("pair").iter().filter_map(|text| pair(text)).collect();
    let before: BTreeSet<_> = form.all("was").iter().filter_map(|text| pair(text)).collect();
    let add: Vec<_> = ticked.difference(&before).copied().collect();
    let remove: Vec<_> = before.difference(&ticked).copied().collect();
    let (actor, slug, position) = (user.actor.clone(), path.1.clone(), form.parse("round"));
    let (even_begun, public_url) = (form.has("even_begun"), state.settings.server.public_url.clone());
    let changed = state.db.write(move |c| {
        let (_, _, round) = assignments::round_of(c, &actor, &slug, position, OrganiserAct::Run)?;
        let round = round.ok_or(AppError::NotFound)?.id;
        assignments::change(c, &actor, round, &add, &remove, even_begun, &public_url, now.0)
    });
    match changed.await {
        Ok(_) => {
            let query = query_of(&form, form.text("page"));
            Ok(see_other(p.url(&format!("/organiser/{}/assignments?{query}done=assigned", path.1))))
        }
        Err(AppError::Invalid(problems)) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let problems = Problems::new(&p, &problems);
            show(status, &path.1, p, &user, &form, Some(&ticked), &state, problems).await
        }
        Err(error) => Err(error.into()),
    }
}

fn pair(text: &str) -> Option<(EntryId, JurorId)> {
    let (entry, juror) = text.split_once(':')?;
    Some((entry.parse().ok()?, juror.parse().ok()?))
}

/// The filters as the beginning of a query.
fn query_of(form: &Form, page: &str) -> String {
    let mut query = String::new();
    let kept = ["q", "category", "short", "round"].map(|name| (name, form.text(name)));
    for (name, value) in kept.into_iter().chain([("page", page)]) {
        if !value.is_empty() {
            let value = percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC);
            query.extend([name, "=", &value.to_string(), "&"]);
        }
    }
    query
}

#[allow(clippy::too_many_arguments)] // one request's worth of things
async fn show(
    status: StatusCode,
    slug: &str,
    p: Page,
    user: &CurrentUser,
    asked: &Form,
    ticked: Option<&BTreeSet<(EntryId, JurorId)>>,
    state: &AppState,
    problems: Problems,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(user, slug, OrganiserAct::Look, "assignments")?;
    let (actor, edition, form) = (user.actor.clone(), slug.to_owned(), asked.clone());
    let matrix = state
        .db
        .read(move |c| {
            let (found, _, _) = assignments::round_of(c, &actor, &edition, None, OrganiserAct::Look)?;
            let categories = crate::store::categories::list(c, found.id)?;
            let filter = MatrixFilter {
                words: form.text("q").to_owned(),
                category: categories.iter().find(|k| k.code == form.text("category")).map(|k| k.id),
                only_short: form.has("short"),
                page: form.parse::<usize>("page").map_or(0, |page| page.saturating_sub(1)),
            };
            assignments::matrix(c, &actor, &edition, form.parse("round"), &filter)
        })
        .await?;
    let gaps = gaps::find(&p, &desk, user, asked, state).await?;
    html_as(status, &view(p, desk, matrix, gaps, asked, ticked, problems))
}

fn view(
    p: Page,
    desk: Desk,
    matrix: Option<Matrix>,
    gaps: Option<Gaps>,
    asked: &Form,
    ticked: Option<&BTreeSet<(EntryId, JurorId)>>,
    problems: Problems,
) -> MatrixPage {
    let heads = matrix.as_ref().map_or_else(Vec::new, |m| m.jurors.iter().map(|j| head(&p, m, j)).collect());
    let rows = matrix.as_ref().map_or_else(Vec::new, |m| m.entries.iter().map(|e| row(&p, m, e, ticked)).collect());
    let base = desk.url(&p, "assignments?");
    let p = p.in_zone(desk.edition.zone());
    let here = asked.parse::<usize>("page").unwrap_or(1);
    let count = matrix.as_ref().map_or(0, |m| m.matching.div_ceil(PAGE));
    let pages = (1..=count)
        .map(|n| (format!("{base}{}", query_of(asked, &n.to_string())), p.n(n), n == here))
        .filter(|_| count > 1)
        .collect();
    let categories = matrix
        .as_ref()
        .map_or_else(Vec::new, |m| m.categories.iter().map(|c| (c.code.clone(), p.l(&c.name).to_owned())).collect());
    let round = asked.text("round").to_owned();
    MatrixPage {
        desk,
        gaps,
        clear: format!("{base}{}", if round.is_empty() { round } else { format!("round={round}") }),
        heads,
        rows,
        words: asked.text("q").to_owned(),
        category: asked.text("category").to_owned(),
        categories,
        only_short: asked.has("short"),
        is_filtered: ["q", "category", "short"].iter().any(|name| !asked.text(name).is_empty()),
        pages,
        here: here.to_string(),
        asks: !problems.is_empty(),
        problems,
        matrix,
        p,
    }
}

fn head(p: &Page, matrix: &Matrix, column: &assignments::MatrixJuror) -> Head {
    let codes: Vec<_> = matrix
        .categories
        .iter()
        .filter(|category| column.juror.categories.contains(&category.id))
        .map(|category| category.code.clone())
        .chain(column.juror.reads.iter().map(|language| p.t(language.short_key())))
        .collect();
    let (load, most) = (column.load, column.juror.max_load.and_then(|most| usize::try_from(most).ok()));
    Head {
        name: column.juror.name.clone(),
        detail: codes.join(" "),
        load: match most {
            Some(most) => p.m("assignments-load-of").arg("n", load).arg("most", most).to_string(),
            None => p.m("assignments-load").arg("n", load).to_string(),
        },
        state: match most {
            Some(most) if load > most => "over",
            _ if load == 0 => "low",
            _ => "",
        },
    }
}

fn row(
    p: &Page,
    matrix: &Matrix,
    line: &assignments::MatrixEntry,
    ticked: Option<&BTreeSet<(EntryId, JurorId)>>,
) -> Row {
    let entry = &line.entry;
    let needed = matrix.round.jurors_per_entry;
    let count = p.m("assignments-jurors-of").arg("n", line.jurors).arg("needed", needed);
    let boxes = matrix
        .jurors
        .iter()
        .zip(&line.cells)
        .map(|(column, cell)| Tick {
            value: format!("{}:{}", entry.id, column.juror.id),
            label: p.m("assignments-box").arg("entry", &entry.reference).arg("juror", &column.juror.name).to_string(),
            cell: *cell,
            ticked: ticked
                .map_or(matches!(cell, Cell::Assigned | Cell::Begun), |t| t.contains(&(entry.id, column.juror.id))),
        })
        .collect();
    let detail = format!("{} · {} · {count}", entry.reference, p.t(entry.language.short_key()));
    Row { title: entry.title.clone(), detail, boxes }
}
