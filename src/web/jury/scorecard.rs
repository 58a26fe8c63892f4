//! The scorecard: the entry and the sheet side by side.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::dashboard::must_declare;
use super::order::place_words;
use super::sheet::{self, CriterionView};
use super::{rest, scorecard_url};
use crate::app::scoring::{self, EntryForJuror, QueueState, ScorecardPage, Sheet};
use crate::domain::file::FileKind;
use crate::domain::ids::AssignmentId;
use crate::domain::policy::Actor;
use crate::domain::scorecard::COMMENT_LIMIT;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Now, id};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html_as, see_other, zellige};

#[derive(Template)]
#[template(path = "jury/scorecard.html")]
struct Scorecard {
    p: Page,
    edition: String,
    entry: EntryForJuror,
    tile: String,
    toc: Vec<(String, String, bool)>,
    cells: Vec<&'static str>,
    done: usize,
    place: usize,
    count: usize,
    back: String,
    previous: Option<String>,
    next: Option<String>,
    rest: String,
    base: String,
    criteria: Vec<CriterionView>,
    scored: usize,
    total: String,
    decimal: char,
    scale: (i32, i32),
    standing: Option<(usize, usize)>,
    comment: String,
    note: String,
    limit: usize,
    version: i32,
    saved_at: String,
    is_submitted: bool,
    takes_scores: bool,
    is_confirmed: bool,
    is_yes_no: bool,
    /// Where the entry stands in the juror's order, in rounds where jurors put entries in an order.
    order_place: Option<String>,
    review: String,
    is_over: bool,
    is_first: bool,
    problems: Problems,
}

/// The scorecard of an assignment.
pub async fn show(
    path: Path<(String, String, String)>,
    p: Page,
    user: CurrentUser,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let page = load(&state, user.actor.clone(), &path.1, id(&path.2)?, now).await?;
    if must_declare(&page.juror) && page.takes_scores {
        return Ok(see_other(p.url(&format!("/jury/{}/conflicts", path.1))));
    }
    let sheet = sheet::stored(&page);
    render(StatusCode::OK, p, page, &sheet, Problems::default())
}

/// What the page needs.
pub(super) async fn load(
    state: &AppState,
    actor: Actor,
    slug: &str,
    id: AssignmentId,
    now: Now,
) -> Result<ScorecardPage, PageError> {
    let slug = slug.to_owned();
    Ok(state.db.read(move |c| scoring::scorecard(c, &actor, &slug, id, now.0)).await?)
}

/// The page with a sheet that may differ from the stored one.
pub(super) fn render(
    status: StatusCode,
    p: Page,
    page: ScorecardPage,
    sheet: &Sheet,
    problems: Problems,
) -> Result<HttpResponse, PageError> {
    let p = p.in_zone(page.edition.zone());
    html_as(status, &view(p, page, sheet, problems))
}

fn view(p: Page, page: ScorecardPage, sheet: &Sheet, problems: Problems) -> Scorecard {
    let slug = &page.edition.slug;
    let items = &page.queue.items;
    let at = items.iter().position(|item| item.id == page.id).unwrap_or(0);
    let url = |place: usize| items.get(place).map(|item| scorecard_url(&p, slug, item.id, ""));
    let salt = page.round.hides_identity.then_some(page.juror.id.0.as_bytes().as_slice());
    let done = items.iter().filter(|item| item.state == QueueState::Submitted).count();
    let order_place = page.round.is_ranked().then(|| {
        let points = page.total().map(|total| total / 100);
        place_words(&p, points.and_then(|points| page.round.place_of_points(points)))
    });
    let criteria = if order_place.is_some() { Vec::new() } else { sheet::criteria(&p, &page, sheet, &problems) };
    let total = page.total().map_or_else(|| "–".to_owned(), |total| p.hundredths(i64::from(total), 1));
    Scorecard {
        edition: p.l(&page.edition.name).to_owned(),
        tile: zellige::entry_tile_with("tile-l", page.entry.category_place, page.entry.reference.as_bytes(), salt),
        toc: toc(&p, &page.entry),
        cells: cells(&page),
        done,
        place: at + 1,
        count: items.len(),
        back: p.url(&format!("/jury/{slug}/")),
        previous: at.checked_sub(1).and_then(url),
        next: url(at + 1),
        rest: rest(&p, slug, &page.queue, Some(page.id)),
        base: scorecard_url(&p, slug, page.id, ""),
        scored: criteria.iter().filter(|c| c.cannot || !c.value.is_empty()).count(),
        criteria,
        total,
        decimal: if p.language == crate::domain::language::Language::English { '.' } else { ',' },
        scale: (page.round.scale_min, page.round.scale_max),
        standing: page.standing,
        comment: sheet.comment.clone(),
        note: sheet.note.clone(),
        limit: COMMENT_LIMIT,
        version: page.sheet.version,
        saved_at: page.sheet.saved_at.map_or_else(String::new, |saved| p.time(&saved)),
        is_submitted: page.is_submitted,
        takes_scores: page.takes_scores,
        is_confirmed: page.is_confirmed,
        is_yes_no: page.round.is_yes_no(),
        order_place,
        review: p.url(&format!("/jury/{slug}/ranking")),
        is_over: p.now > page.round.closes_at || page.round.closed_at.is_some(),
        is_first: done == 0,
        entry: page.entry,
        problems,
        p,
    }
}

impl Scorecard {
    /// The words for the two steps of a round of yes or no; empty in others.
    fn no(&self) -> String {
        if self.is_yes_no { self.p.t("answer-no") } else { String::new() }
    }

    fn yes(&self) -> String {
        if self.is_yes_no { self.p.t("answer-yes") } else { String::new() }
    }

    /// What the line of the autosave says first.
    fn saved_line(&self) -> String {
        if self.saved_at.is_empty() { String::new() } else { self.p.t("save-saved").replace("%t", &self.saved_at) }
    }

    /// The icon of a file.
    fn icon(&self, kind: &FileKind) -> &'static str {
        if kind.is_image() { "file" } else { "file-text" }
    }

    /// A file in words: what it is, how large.
    fn detail(&self, kind: &FileKind, size: &i64) -> String {
        format!("{}, {}", kind.extension().to_uppercase(), self.p.bytes(*size))
    }

    /// The place in the list, where there is no room for words.
    fn short_place(&self) -> String {
        format!("{} / {}", self.place, self.count)
    }

    /// Where the total stands among the juror's own.
    fn standing_words(&self) -> String {
        self.standing.map_or_else(String::new, |(below, of)| {
            self.p.m("scorecard-standing").arg("n", below).arg("of", of).to_string()
        })
    }

    /// What stands in place of a score that is not there.
    fn said(&self, criterion: &CriterionView) -> String {
        sheet::said(&self.p, if criterion.cannot { crate::app::scoring::CANNOT } else { "" })
    }

    /// The keys, for the panel that explains them.
    fn keys(&self) -> Vec<(String, String)> {
        let row = |key: &str, words: &str| (key.to_owned(), self.p.t(words));
        let scoring = vec![
            (format!("{}–{}", self.scale.0, self.scale.1), self.p.t("scorecard-key-score")),
            row("↑ ↓", "scorecard-key-criterion"),
            row("⏎", "scorecard-key-enter"),
        ];
        let others = [
            row("N", "scorecard-key-comment"),
            row("P", "scorecard-key-pass"),
            row("C", "scorecard-key-conflict"),
            row("J K", "scorecard-key-neighbours"),
            row("?", "scorecard-key-help"),
        ];
        if self.order_place.is_some() { others.to_vec() } else { scoring.into_iter().chain(others).collect() }
    }
}

fn toc(p: &Page, entry: &EntryForJuror) -> Vec<(String, String, bool)> {
    let mut toc: Vec<_> = entry
        .sections
        .iter()
        .enumerate()
        .map(|(at, section)| (format!("#s{at}"), p.l(&section.title).to_owned(), false))
        .collect();
    if !entry.files.is_empty() {
        toc.push(("#files".to_owned(), p.t("scorecard-files"), false));
    }
    toc
}

/// A cell for each entry of the list: done, now, or to do.
fn cells(page: &ScorecardPage) -> Vec<&'static str> {
    page.queue
        .items
        .iter()
        .map(|item| match item.state {
            _ if item.id == page.id => "n",
            QueueState::Submitted => "d",
            QueueState::Passed => "x",
            QueueState::Todo | QueueState::Draft => "",
        })
        .collect()
}
