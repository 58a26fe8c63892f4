//! The deliberation, as organisers lead it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::sheet::Sheet;
use crate::app::deliberation::{self, CategoryView, MotionView, Reopened, RoomView, TypedMotion};
use crate::app::{AppError, FieldProblem};
use crate::documents;
use crate::documents::minutes::{Minutes, Point};
use crate::domain::category::is_category_code;
use crate::domain::deliberation::{Ballot, Choice};
use crate::domain::ids::MotionId;
use crate::domain::policy::OrganiserAct;
use crate::i18n::isolated;
use crate::web::deliberation::{Typed, ballot, chosen, count_words, events as stream, part, status, title};
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html_as, pdf_answer, see_other};

#[derive(Template)]
#[template(path = "organiser/deliberation.html")]
struct DeliberationPage {
    p: Page,
    desk: Desk,
    room: RoomView,
    code: String,
    part: Option<String>,
    sheet: Sheet,
    is_large: bool,
    entries: Choices,
    proposals: Choices,
}

impl DeliberationPage {
    fn is_open(&self) -> bool {
        self.room.room.as_ref().is_some_and(|room| room.is_open)
    }

    /// A category, in the type that the page is in.
    fn category_url(&self, code: &str) -> String {
        self.sized_url(code, self.is_large)
    }

    /// This category in the other type.
    fn resized_url(&self) -> String {
        self.sized_url(&self.code, !self.is_large)
    }

    fn sized_url(&self, code: &str, is_large: bool) -> String {
        let large = if is_large { "&large=1" } else { "" };
        self.desk.url(&self.p, &format!("deliberation?category={code}{large}"))
    }

    fn ballots(&self) -> [(String, String); 2] {
        [Ballot::Open, Ballot::Secret].map(|one| (one.to_string(), self.p.t(ballot(one))))
    }

    /// How it is voted on, as typed, or openly.
    fn ballot(&self) -> &str {
        let typed = self.sheet.v("ballot");
        if typed.is_empty() { "open" } else { typed }
    }
}

/// Values and words of a list to choose from.
type Choices = Vec<(String, String)>;

/// Of a category, what a motion may be about: its entries, and what they may get.
fn offers(p: &Page, of: Option<&CategoryView>) -> (Choices, Choices) {
    let Some(of) = of else { return (Vec::new(), Vec::new()) };
    let entry = of.lines.iter().map(|line| (line.reference.clone(), format!("{} · {}", line.title, line.reference)));
    let proposals = of.prizes.iter().flat_map(|prize| {
        [("winner", "motion-propose-winner"), ("finalist", "motion-propose-finalist")]
            .map(|(kind, key)| (format!("{kind}:{}", prize.id), p.m(key).arg("prize", p.l(&prize.name)).to_string()))
    });
    (entry.collect(), proposals.collect())
}

/// What was typed on the page and refused: in the form of a new motion, or in the field of a motion.
struct Again {
    status: StatusCode,
    sheet: Sheet,
    code: String,
    field: String,
}

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    slug: &str,
    again: Again,
    is_large: bool,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(user, slug, OrganiserAct::Decide, "deliberation")?;
    let (actor, of) = (user.actor.clone(), slug.to_owned());
    let room = state.db.read(move |c| deliberation::view(c, &actor, &of, false)).await?;
    let p = p.in_zone(room.edition.zone());
    let of = chosen(&room, &again.code)?;
    let (entries, proposals) = offers(&p, of);
    let field = again.field.as_str();
    let typed = Typed { field, text: again.sheet.v(field), problem: again.sheet.e(field) };
    let part = of.map(|of| part(&p, &room, of, typed)).transpose()?;
    let code = of.map(|of| of.category.code.clone()).unwrap_or_default();
    let sheet = again.sheet;
    html_as(again.status, &DeliberationPage { p, desk, room, code, part, sheet, is_large, entries, proposals })
}

/// The room.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
    query: Query,
) -> Result<HttpResponse, PageError> {
    let (code, field) = (query.text("category").to_owned(), String::new());
    let again = Again { status: StatusCode::OK, sheet: Sheet::default(), code, field };
    page(p, &user, &state, &path.1, again, query.text("large") == "1").await
}

/// What changes in the room.
pub async fn events(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
    query: Query,
) -> Result<HttpResponse, PageError> {
    stream(p, &user, state, path.1.clone(), query.text("category").to_owned(), false).await
}

/// Back to the category that the form was in.
fn back(p: &Page, slug: &str, form: &Form, done: &str) -> HttpResponse {
    let code = form.text("category");
    let code = if is_category_code(code) { code } else { "" };
    see_other(p.url(&format!("/organiser/{slug}/deliberation?category={code}&done={done}")))
}

/// Opens the room, pauses it, sets the clock.
pub async fn run(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let done = match path.2.as_str() {
        "open" => {
            let counted = state.counts.round(&state, &user, &slug).await?;
            let opening = state.counts.compute(&counted, deliberation::standings).await?;
            let write = move |c: &mut _| deliberation::open_room(c, &actor, &slug, opening.clone(), now);
            state.db.write(write).await?;
            "room-opened"
        }
        "pause" => {
            state.db.write(move |c| deliberation::pause_room(c, &actor, &slug, now)).await?;
            "room-paused"
        }
        "talk" => {
            let minutes = form.text("minutes").to_owned();
            match state.db.write(move |c| deliberation::talk(c, &actor, &slug, &minutes, now)).await {
                Ok(()) => "saved",
                Err(error) => {
                    let code = form.text("category").to_owned();
                    let (status, sheet) = Sheet::again(&p, form, error)?;
                    let again = Again { status, sheet, code, field: String::new() };
                    return page(p, &user, &state, &path.1, again, false).await;
                }
            }
        }
        _ => return Err(PageError::NotFound),
    };
    Ok(back(&p, &path.1, &form, done))
}

/// Puts a motion.
pub async fn put(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let text = |name: &str| form.text(name).to_owned();
    let typed = TypedMotion {
        category: text("category"),
        text: text("text"),
        entry: text("entry"),
        proposal: text("proposal"),
        ballot: text("ballot"),
        quorum: text("quorum"),
    };
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    match state.db.write(move |c| deliberation::put(c, &actor, &slug, &typed, now)).await {
        Ok(_) => Ok(back(&p, &path.1, &form, "motion-put")),
        Err(error) => {
            let code = form.text("category").to_owned();
            let (status, sheet) = Sheet::again(&p, form, error)?;
            page(p, &user, &state, &path.1, Again { status, sheet, code, field: String::new() }, false).await
        }
    }
}

/// Decides a motion, withdraws it, reopens its decision.
pub async fn settle(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, motion) = (user.actor.clone(), path.1.clone(), id::<MotionId>(&path.2)?);
    let act = path.3.clone();
    let field = format!("{act}-{motion}");
    let reason = form.text(&field).to_owned();
    let done = match act.as_str() {
        "decide" => {
            let write = move |c: &mut _| deliberation::decide(c, &actor, &slug, motion, &reason, now);
            state.db.write(write).await.map(|_| "motion-decided")
        }
        "withdraw" => {
            let write = move |c: &mut _| deliberation::withdraw(c, &actor, &slug, motion, now);
            state.db.write(write).await.map(|()| "motion-withdrawn")
        }
        "reopen" => {
            let write = move |c: &mut _| deliberation::ask_to_reopen(c, &actor, &slug, motion, &reason, now);
            state.db.write(write).await.map(|done| match done {
                Reopened::Done => "motion-reopened",
                Reopened::Waits => "motion-reopening-asked",
            })
        }
        "confirm" => {
            let write = move |c: &mut _| deliberation::confirm_reopening(c, &actor, &slug, motion, now);
            state.db.write(write).await.map(|()| "motion-reopened")
        }
        _ => return Err(PageError::NotFound),
    };
    match done {
        Ok(done) => Ok(back(&p, &path.1, &form, done)),
        Err(AppError::Invalid(problems)) => {
            // Each motion has fields of its own.
            let own = |problem: FieldProblem| FieldProblem { field: field.clone(), ..problem };
            let problems: Vec<FieldProblem> = problems.into_iter().map(own).collect();
            let (status, code) = (StatusCode::UNPROCESSABLE_ENTITY, form.text("category").to_owned());
            let sheet = Sheet::refused(&p, form, &problems);
            page(p, &user, &state, &path.1, Again { status, sheet, code, field }, false).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The minutes, as a PDF.
pub async fn minutes(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let view = state.db.read(move |c| deliberation::view(c, &actor, &slug, false)).await?;
    let room = view.room.as_ref().ok_or(PageError::NotFound)?;
    let p = p.in_zone(view.edition.zone());
    let minutes = Minutes {
        edition: p.l(&view.edition.name).to_owned(),
        round: p.l(&view.round.name).to_owned(),
        opened_at: format!("{} ({})", p.instant(&room.opened_at), p.zone_name()),
        made_at: format!("{} ({})", p.instant(&p.now), p.zone_name()),
        jurors: view.jurors.join(&p.t("list-separator")),
        categories: view.categories.iter().map(|of| category(&p, &view, of)).collect(),
    };
    let (language, name) = (p.language, format!("{}-minutes", view.edition.slug));
    pdf_answer::answer(&name, move || documents::minutes::pdf(language, &minutes)).await
}

/// A category of the minutes: its order, then its motions.
fn category(p: &Page, room: &RoomView, of: &CategoryView) -> (String, Vec<String>, Vec<Point>) {
    let line = |line: &deliberation::Line| {
        let place = line.standing.rank.map_or_else(|| "–".to_owned(), |rank| p.n(rank));
        let score = line.standing.score.map_or_else(|| "–".to_owned(), |score| p.points(score));
        let (title, organisation) = (isolated(&line.title), isolated(&line.organisation));
        let message = p.m("minutes-line").arg("place", place).arg("title", title).arg("organisation", organisation);
        message.arg("score", score).to_string()
    };
    let order = of.lines.iter().map(line).collect();
    (p.l(&of.category.name).to_owned(), order, of.motions.iter().map(|motion| point(p, room, motion)).collect())
}

/// A motion in the minutes.
fn point(p: &Page, room: &RoomView, of: &MotionView) -> Point {
    let mut said = Vec::new();
    if !of.motion.text.is_empty() {
        said.push(of.motion.text.clone());
    }
    let put = p.m("minutes-put").arg("person", room.person(&of.motion.put_by));
    said.push(put.arg("at", p.instant(&of.motion.put_at)).to_string());
    let vote = p.m("minutes-vote").arg("ballot", p.t(ballot(of.motion.ballot))).arg("cast", of.cast);
    said.push(vote.arg("entitled", of.entitled).arg("quorum", of.motion.quorum).arg("out", of.out).to_string());
    if let Some(count) = &of.count {
        said.push(count_words(p, count));
    }
    let separator = p.t("list-separator");
    for (key, choice) in
        [("minutes-for", Choice::For), ("minutes-against", Choice::Against), ("minutes-abstain", Choice::Abstain)]
    {
        let names: Vec<&str> = of.votes.iter().filter(|vote| vote.1 == choice).map(|vote| vote.0.as_str()).collect();
        if !names.is_empty() {
            said.push(p.m(key).arg("names", names.join(&separator)).to_string());
        }
    }
    if let (Some(at), Some(person)) = (of.motion.decided_at, of.motion.decided_by) {
        let decided = p.m("minutes-decided").arg("person", room.person(&person)).arg("at", p.instant(&at));
        said.push(decided.arg("reason", of.motion.reason.as_str()).to_string());
    }
    if let Some(person) = of.motion.reopen_by {
        let asked = p.m("minutes-reopening").arg("person", room.person(&person));
        said.push(asked.arg("reason", of.motion.reopen_reason.as_str()).to_string());
    }
    if let Some(person) = of.motion.reopen_confirmed_by.filter(|person| Some(*person) != of.motion.reopen_by) {
        said.push(p.m("minutes-reopening-agreed").arg("person", room.person(&person)).to_string());
    }
    Point { heading: format!("{} · {}", title(p, of), p.t(status(of.motion.status))), said: said.join("\n") }
}
