//! What the jury said of an entry, after the announcement.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::entries::EntryView;
use crate::app::results::feedback::{self, EntryFeedback};
use crate::domain::ids::EntryId;
use crate::judging::ranking::decimal::Decimal6;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, id};
use crate::web::html;
use crate::web::page::Page;
use crate::web::state::AppState;

/// A criterion: places on its scale are thousandths.
struct Line {
    name: String,
    own: String,
    median: String,
    bar: i64,
    mark: i64,
}

#[derive(Template)]
#[template(path = "applicant/feedback.html")]
struct FeedbackPage {
    p: Page,
    view: EntryView,
    scorecards: u32,
    lines: Vec<Line>,
    comments: Vec<String>,
}

impl FeedbackPage {
    fn path(&self, rest: &str) -> String {
        self.p.url(&format!("/entries/{}{rest}", self.view.entry.id))
    }
}

/// The page.
pub async fn show(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, entry) = (user.actor.clone(), id::<EntryId>(&path.1)?);
    let found = state.db.read(move |c| feedback::feedback(c, &actor, entry)).await?;
    html(&page(p, found))
}

fn page(p: Page, found: EntryFeedback) -> FeedbackPage {
    let (least, most) = (i64::from(found.round.scale_min), i64::from(found.round.scale_max));
    let along = |value: Option<Decimal6>| {
        value
            .map_or(-1, |value| ((value.micros() - least * 1_000_000) / ((most - least) * 1_000).max(1)).clamp(0, 1000))
    };
    let words = |value: Option<Decimal6>| value.map_or_else(|| "–".to_owned(), |value| p.points(value.micros()));
    let line = |x: &feedback::CriterionFeedback| Line {
        name: p.l(&x.criterion.name).to_owned(),
        own: words(x.own),
        median: words(x.median),
        bar: along(x.own).max(0),
        mark: along(x.median),
    };
    let lines = found.criteria.iter().map(line).collect();
    FeedbackPage { lines, scorecards: found.scorecards, comments: found.comments, view: found.view, p }
}
