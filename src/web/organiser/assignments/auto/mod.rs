//! Assigning a whole round at once: wishes, the plan with its proof, and, as a second step,
//! applying exactly that plan. Computed outside the database's doors.

mod form;
pub mod gaps;
mod view;
mod words;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{self, Data, Path};

use self::view::{AutoPage, Outcome};
use crate::app::assignments::auto::{self, Answer, Applied, Facts, Wish, Wishes};
use crate::app::{AppError, AppResult, FieldProblem};
use crate::domain::ids::AssignmentBatchId;
use crate::domain::policy::OrganiserAct;
use crate::domain::round::RoundStatus;
use crate::files::archive::archive;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query, id};
use crate::web::organiser::desk::Desk;
use crate::web::organiser::sheet::Sheet;
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html_as, see_other};

type DeskPath = Path<(String, String)>;

/// The form, and the plan once it is asked for.
pub async fn show(
    path: DeskPath,
    p: Page,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    render(StatusCode::OK, &path.1, p, &user, &query.0, &state, false).await
}

/// Applies the plan that was shown; shows a new one when anything it was made from has changed.
pub async fn apply(
    path: DeskPath,
    p: Page,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let facts = load(&path.1, &user, &form, &state).await?.ok_or(PageError::NotFound)?;
    let Ok(wishes) = form::read(&form, &facts.round) else { return Err(PageError::Invalid) };
    let (facts, answer) = propose(facts, wishes.clone()).await?;
    let plan = match answer {
        Ok(Answer::Plan(proposal)) if proposal.digest == form.text("digest") => Applied::of(&facts, &proposal),
        _ => return render(StatusCode::CONFLICT, &path.1, p, &user, &form, &state, true).await,
    };
    let (actor, public_url) = (user.actor.clone(), state.settings.server.public_url.clone());
    let done = state.db.write(move |c| auto::apply(c, &actor, &plan, &wishes, &public_url, now.0)).await;
    match done {
        Ok(_) => {
            let target = format!("/organiser/{}/assignments?round={}&done=plan-applied", path.1, facts.round.position);
            Ok(see_other(p.url(&target)))
        }
        Err(AppError::Refused { key: "auto-refused-changed", .. } | AppError::Invalid(_)) => {
            render(StatusCode::CONFLICT, &path.1, p, &user, &form, &state, true).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The plan, its certificate, or both with the instance in one archive.
pub async fn file(
    path: Path<(String, String, String)>,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let facts = load(&path.1, &user, &query, &state).await?.ok_or(PageError::NotFound)?;
    let Ok(wishes) = form::read(&query, &facts.round) else { return Err(PageError::Invalid) };
    let (facts, answer) = propose(facts, wishes).await?;
    let Answer::Plan(proposal) = answer? else { return Err(PageError::NotFound) };
    let (kind, bytes) = match path.2.as_str() {
        "plan.csv" => ("text/csv; charset=utf-8", auto::plan_csv(&facts, &proposal)?.1),
        "certificate.json" => ("application/json", auto::certificate_json(&proposal)?.1),
        "proof.zip" => {
            let files = auto::proof_files(&facts, &proposal)?;
            ("application/zip", archive(&files).map_err(|e| PageError::Internal(e.to_string()))?)
        }
        _ => return Err(PageError::NotFound),
    };
    let disposition = format!("attachment; filename=\"{}-{}\"", path.1, path.2);
    Ok(HttpResponse::Ok().content_type(kind).insert_header((CONTENT_DISPOSITION, disposition)).body(bytes))
}

/// Undoes the last plan that was applied.
pub async fn undo(
    path: DeskPath,
    p: Page,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, batch) = (user.actor.clone(), id::<AssignmentBatchId>(form.text("batch"))?);
    let public_url = state.settings.server.public_url.clone();
    state.db.write(move |c| auto::undo(c, &actor, batch, &public_url, now.0)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/assignments?done=plan-undone", path.1))))
}

async fn load(slug: &str, user: &CurrentUser, form: &Form, state: &AppState) -> Result<Option<Facts>, PageError> {
    let (actor, slug, position) = (user.actor.clone(), slug.to_owned(), form.parse("round"));
    Ok(state.db.read(move |c| Facts::load(c, &actor, &slug, position)).await?)
}

/// Works on the blocking pool, holding neither a connection nor a request thread.
async fn compute<T: Send + 'static>(
    facts: Facts,
    work: impl FnOnce(&Facts) -> AppResult<T> + Send + 'static,
) -> Result<(Facts, AppResult<T>), PageError> {
    let solved = web::block(move || {
        let answer = work(&facts);
        (facts, answer)
    });
    solved.await.map_err(|_| PageError::Unavailable("shutting down".into()))
}

/// The best plan.
async fn propose(facts: Facts, wishes: Wishes) -> Result<(Facts, AppResult<Answer>), PageError> {
    compute(facts, move |facts| auto::propose(facts, &wishes)).await
}

/// The best plan and what each wish costs.
fn priced(facts: &Facts, wishes: &Wishes) -> AppResult<(Answer, Vec<(Wish, i64)>)> {
    let answer = auto::propose(facts, wishes)?;
    let costs = match &answer {
        Answer::Plan(proposal) => auto::costs(facts, wishes, proposal)?,
        Answer::Impossible(_) => Vec::new(),
    };
    Ok((answer, costs))
}

async fn render(
    status: StatusCode,
    slug: &str,
    p: Page,
    user: &CurrentUser,
    form: &Form,
    state: &AppState,
    has_changed: bool,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(user, slug, OrganiserAct::Run, "assignments")?;
    let Some(facts) = load(slug, user, form, state).await? else {
        return html_as(status, &AutoPage::without_round(p, desk));
    };
    let page = AutoPage::new(p, desk, &facts, has_changed);
    let refused = |page: AutoPage, problems: &[FieldProblem]| {
        let sheet = Sheet::refused(&page.p, form.clone(), problems);
        html_as(StatusCode::UNPROCESSABLE_ENTITY, &AutoPage { sheet, ..page })
    };
    let wishes = match form::read(form, &facts.round) {
        Ok(wishes) => wishes,
        Err(problems) => return refused(page, &problems),
    };
    let page = AutoPage { sheet: Sheet::saved(form::values(&wishes)), ..page };
    if !form::is_asked(form) || facts.round.status == RoundStatus::Closed {
        return html_as(status, &page);
    }
    let asked = wishes.clone();
    let (facts, answer) = compute(facts, move |facts| priced(facts, &asked)).await?;
    match answer {
        Ok((answer, costs)) => {
            let here = form.parse("page").unwrap_or(1);
            let outcome = Outcome::new(&page, &facts, &wishes, &answer, &costs, here);
            html_as(status, &AutoPage { outcome: Some(outcome), ..page })
        }
        Err(AppError::Invalid(problems)) => refused(page, &problems),
        Err(error) => Err(error.into()),
    }
}
