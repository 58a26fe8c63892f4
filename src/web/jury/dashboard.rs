//! The juror's dashboard: what is left, how long it takes, and the list.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::order::place_words;
use super::{rest, scorecard_url};
use crate::app::scoring::{self, Dashboard, Queue, QueueItem, QueueState};
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::juror::Juror;
use crate::domain::round::{Round, RoundStatus};
use crate::domain::text::searchable;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Query};
use crate::web::html;
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::zellige;

/// A line of the list.
struct Line {
    href: String,
    title: String,
    detail: String,
    mine: String,
    status: String,
    kind: &'static str,
    tile: String,
    is_next: bool,
}

#[derive(Template)]
#[template(path = "jury/dashboard.html")]
struct DashboardPage {
    p: Page,
    base: String,
    edition: Edition,
    must_declare: bool,
    lines: Vec<Line>,
    total: usize,
    submitted: usize,
    remaining: usize,
    duration: String,
    closes: String,
    phase: &'static str,
    resume: Option<(String, String)>,
    /// What the device keeps: only while scores are taken.
    rest: Option<String>,
    words: String,
    category: String,
    categories: Vec<(String, String)>,
    status: String,
    statuses: Vec<(String, String)>,
    order: String,
    is_filtered: bool,
    is_blind: bool,
    /// Jurors put entries in an order.
    is_ranked: bool,
    /// How many practice entries wait.
    practices: usize,
}

/// What the address says for a list by category.
const BY_CATEGORY: &str = "category";

impl DashboardPage {
    /// The orders beside the juror's own.
    fn orders(&self) -> [(String, String); 1] {
        [(BY_CATEGORY.to_owned(), self.p.t("jury-order-category"))]
    }
}

/// The dashboard of an edition.
pub async fn show(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let list = state.lists.get(&state, &user, &path.1).await?;
    html(&page(p.in_zone(list.dashboard.edition.zone()), &list.dashboard, list.practices, &query))
}

/// The page of what was read, as its address asks for it.
pub fn page(p: Page, dashboard: &Dashboard, practices: usize, query: &Query) -> impl Template + use<> {
    let Dashboard { edition, juror, categories, queue } = dashboard;
    let queue = queue.as_ref();
    let remaining = queue.map_or(0, Queue::remaining);
    let total = queue.map_or(0, |q| q.items.len());
    let next = queue.and_then(|q| q.next_after(None));
    let (words, category, status) = (query.text("q"), query.text("category"), query.text("state"));
    let is_blind = queue.is_some_and(|queue| queue.round.hides_identity);
    let is_ranked = queue.is_some_and(|queue| queue.round.is_ranked());
    let salt = is_blind.then_some(juror.id.0.as_bytes().as_slice());
    let lines = queue.map_or_else(Vec::new, |queue| {
        let mut items: Vec<_> = queue.items.iter().filter(|item| fits(item, words, category, status)).collect();
        if query.text("order") == BY_CATEGORY {
            // Within a category the juror's own order stays.
            items.sort_by_key(|item| categories.iter().position(|x| x.id == item.category));
        }
        items.into_iter().map(|item| line(&p, edition, categories, &queue.round, item, next, salt)).collect()
    });
    let minutes = queue.map_or(0, |q| q.minutes) * i64::try_from(remaining).unwrap_or(0);
    DashboardPage {
        base: p.url(&format!("/jury/{}/", edition.slug)),
        must_declare: must_declare(juror),
        lines,
        total,
        submitted: total - remaining,
        remaining,
        duration: duration(&p, minutes),
        closes: queue.map_or_else(String::new, |q| p.instant(&q.round.closes_at)),
        phase: phase(&p, queue),
        resume: next.map(|item| (scorecard_url(&p, &edition.slug, item.id, ""), item.title.clone())),
        rest: queue.filter(|q| q.round.takes_scores(p.now)).map(|q| rest(&p, &edition.slug, q, None)),
        words: words.to_owned(),
        category: category.to_owned(),
        categories: categories.iter().map(|c| (c.code.clone(), p.l(&c.name).to_owned())).collect(),
        status: status.to_owned(),
        order: query.text("order").to_owned(),
        statuses: [QueueState::Todo, QueueState::Draft, QueueState::Passed, QueueState::Submitted]
            .into_iter()
            .map(|state| (word(state).to_owned(), status_of(&p, state).0))
            .collect(),
        is_blind,
        is_ranked,
        practices,
        is_filtered: !(words.is_empty() && category.is_empty() && status.is_empty()),
        edition: edition.clone(),
        p,
    }
}

/// Ties are declared before the first entry is opened.
pub(super) fn must_declare(juror: &Juror) -> bool {
    juror.conflicts_declared_at.is_none()
}

/// Whether scoring has begun, goes on, or is over.
fn phase(p: &Page, queue: Option<&Queue>) -> &'static str {
    match queue.map(|q| &q.round) {
        Some(round) if round.takes_scores(p.now) => "open",
        Some(round) if round.status == RoundStatus::Closed || p.now > round.closes_at => "over",
        Some(_) => "soon",
        None => "",
    }
}

fn fits(item: &QueueItem, words: &str, category: &str, state: &str) -> bool {
    let text = searchable(&format!("{} {}", item.title, item.reference));
    let code = item.reference.split('-').nth(1).unwrap_or_default();
    (category.is_empty() || category == code)
        && (state.is_empty() || state == word(item.state))
        && searchable(words).split(' ').all(|word| text.contains(word))
}

fn word(state: QueueState) -> &'static str {
    match state {
        QueueState::Todo => "todo",
        QueueState::Draft => "draft",
        QueueState::Passed => "passed",
        QueueState::Submitted => "submitted",
    }
}

fn status_of(p: &Page, state: QueueState) -> (String, &'static str) {
    match state {
        QueueState::Todo => (p.t("jury-state-todo"), ""),
        QueueState::Draft => (p.t("jury-state-draft"), "gold"),
        QueueState::Passed => (p.t("jury-state-passed"), "brand"),
        QueueState::Submitted => (p.t("jury-state-submitted"), "ok"),
    }
}

/// A line of the list; `salt` makes the tiles of a blind round the juror's own.
fn line(
    p: &Page,
    edition: &Edition,
    categories: &[Category],
    round: &Round,
    item: &QueueItem,
    next: Option<&QueueItem>,
    salt: Option<&[u8]>,
) -> Line {
    let place = scoring::place_of(categories, item.category);
    let name = categories.get(place).map_or("", |category| p.l(&category.name));
    let (status, kind) = status_of(p, item.state);
    Line {
        href: scorecard_url(p, &edition.slug, item.id, ""),
        title: item.title.clone(),
        detail: format!("{name} · {}", item.reference),
        mine: match item.total {
            Some(points) if round.is_ranked() => place_words(p, round.place_of_points(points / 100)),
            total => total.map_or_else(String::new, |total| p.hundredths(i64::from(total), 1)),
        },
        status,
        kind,
        tile: zellige::entry_tile(place, item.reference.as_bytes(), salt),
        is_next: next.is_some_and(|next| next.id == item.id),
    }
}

/// Hours and minutes as people say them, in steps of five minutes.
fn duration(p: &Page, minutes: i64) -> String {
    let minutes = (minutes + 4) / 5 * 5;
    if minutes < 60 {
        p.m("jury-minutes").arg("m", minutes).to_string()
    } else {
        p.m("jury-hours").arg("h", minutes / 60).arg("m", format!("{:02}", minutes % 60)).to_string()
    }
}
