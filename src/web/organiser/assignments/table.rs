//! Assignments from and for a spreadsheet.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::AppError;
use crate::app::assignments::{self, TableLine};
use crate::domain::policy::OrganiserAct;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query};
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html_as, see_other};

struct Line {
    number: usize,
    reference: String,
    email: String,
    problem: String,
}

#[derive(Template)]
#[template(path = "organiser/assignments_csv.html")]
struct TablePage {
    p: Page,
    desk: Desk,
    table: String,
    round: String,
    lines: Vec<Line>,
    good: usize,
    problems: Problems,
}

/// Reads a pasted table and says what becomes of each line; with `send`, applies the good ones.
pub async fn csv(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Run, "assignments")?;
    let (actor, slug, position) = (user.actor.clone(), path.1.clone(), form.parse("round"));
    let (table, sends) = (form.text("table").to_owned(), form.has("send"));
    let public_url = state.settings.server.public_url.clone();
    let done = state.db.write(move |c| {
        let (_, _, round) = assignments::round_of(c, &actor, &slug, position, OrganiserAct::Run)?;
        let round = round.ok_or(AppError::NotFound)?.id;
        let lines = assignments::read_table(c, &actor, round, &table)?;
        if sends {
            let pairs: Vec<_> = lines.iter().filter_map(|line| line.pair.ok()).collect();
            assignments::assign(c, &actor, round, &pairs, &public_url, now.0)?;
        }
        Ok::<_, AppError>(lines)
    });
    match done.await {
        Ok(_) if sends => Ok(see_other(p.url(&format!("/organiser/{}/assignments?done=assigned", path.1)))),
        Ok(lines) => html_as(StatusCode::OK, &page(p, desk, &form, &lines, Problems::default())),
        Err(AppError::Invalid(problems)) => {
            let problems = Problems::new(&p, &problems);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page(p, desk, &form, &[], problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn page(p: Page, desk: Desk, form: &Form, lines: &[TableLine], problems: Problems) -> TablePage {
    let good = lines.iter().filter(|line| line.pair.is_ok()).count();
    let lines = lines
        .iter()
        .map(|line| Line {
            number: line.number,
            reference: line.reference.clone(),
            email: line.email.clone(),
            problem: line.pair.err().map_or_else(String::new, |key| {
                p.m(key).arg("entry", &line.reference).arg("juror", &line.email).to_string()
            }),
        })
        .collect();
    let (table, round) = (form.text("table").to_owned(), form.text("round").to_owned());
    TablePage { p, desk, table, round, lines, good, problems }
}

/// A round's assignments as a CSV file.
pub async fn export(
    path: Path<(String, String)>,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, position) = (user.actor.clone(), path.1.clone(), query.parse("round"));
    let table = state.db.read(move |c| assignments::export(c, &actor, &slug, position)).await?;
    let disposition = format!("attachment; filename=\"assignments-{}.csv\"", path.1);
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, disposition))
        .body(table))
}
