//! The receipt of a submission.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk;
use super::entry::view_of;
use crate::app::entries::EntryView;
use crate::domain::entry::Snapshot;
use crate::domain::file::SnapshotFile;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Now};
use crate::web::html;
use crate::web::page::Page;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "applicant/receipt.html")]
struct ReceiptPage {
    p: Page,
    tile: String,
    email: String,
    steps: Vec<Step>,
    snapshot: Snapshot,
    view: EntryView,
    is_editable: bool,
    has_changes: bool,
}

/// What happens next.
struct Step {
    state: &'static str,
    when: String,
    datetime: String,
    text: String,
}

impl ReceiptPage {
    fn path(&self, rest: &str) -> String {
        self.p.url(&format!("/entries/{}{rest}", self.view.entry.id))
    }

    fn file_path(&self, file: &SnapshotFile) -> String {
        self.p.url(&format!("/files/{}", file.id))
    }
}

/// The receipt of the last submission.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let mut view = view_of(&state, &user, &path.1).await?;
    let snapshot = view.snapshot.clone().ok_or(PageError::NotFound)?;
    let p = p.in_zone(view.edition.zone());
    let has_changes = view.has_changes();
    view.entry.title.clone_from(&snapshot.title);
    html(&ReceiptPage {
        tile: desk::tile(&view),
        email: user.user.email.to_string(),
        steps: steps(&p, &view, &snapshot),
        is_editable: view.check_editable(now).is_ok(),
        has_changes,
        snapshot,
        view,
        p,
    })
}

fn steps(p: &Page, view: &EntryView, snapshot: &Snapshot) -> Vec<Step> {
    let edition = &view.edition;
    let step = |state, at: chrono::DateTime<chrono::Utc>, when: String, key: &str| Step {
        state,
        when,
        datetime: at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        text: p.t(key),
    };
    let is_closed = p.now > edition.closes_at;
    let results = match edition.announced_at {
        Some(at) => step("done", at, p.day(&at), "entry-receipt-step-results"),
        None => step("", edition.results_on, p.day(&edition.results_on), "entry-receipt-step-results"),
    };
    vec![
        step("done", snapshot.received_at, p.instant(&snapshot.received_at), "entry-receipt-step-received"),
        step(
            if is_closed { "done" } else { "now" },
            edition.closes_at,
            p.instant(&edition.closes_at),
            "entry-receipt-step-deadline",
        ),
        step(
            if is_closed && !edition.is_announced() {
                "now"
            } else if is_closed {
                "done"
            } else {
                ""
            },
            edition.closes_at,
            p.m("entry-receipt-after").arg("date", p.day(&edition.closes_at)).to_string(),
            "entry-receipt-step-jury",
        ),
        results,
    ]
}
