//! The receipt of a submission.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk;
use super::entry::view_of;
use crate::app::entries::EntryView;
use crate::app::{AppError, answers};
use crate::documents;
use crate::documents::receipt::Receipt;
use crate::domain::entry::Snapshot;
use crate::domain::file::SnapshotFile;
use crate::domain::form::{EntryForm, FormField};
use crate::store;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Now};
use crate::web::html;
use crate::web::page::Page;
use crate::web::pdf_answer;
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

/// The receipt as a PDF, with every answer.
pub async fn pdf(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let view = view_of(&state, &user, &path.1).await?;
    let snapshot = view.snapshot.clone().ok_or(PageError::NotFound)?;
    let id = snapshot.form_id;
    let form = state.db.read(move |c| Ok::<_, AppError>(store::entry_forms::get(c, id)?)).await?;
    let p = p.in_zone(view.edition.zone());
    let receipt = receipt(&p, &view, &snapshot, &form.of_category(view.entry.category_id));
    let language = p.language;
    pdf_answer::answer(&view.entry.reference, move || documents::receipt::pdf(language, &receipt)).await
}

fn receipt(p: &Page, view: &EntryView, snapshot: &Snapshot, form: &EntryForm) -> Receipt {
    let answers = |section: usize| {
        let asked = form.section_fields(section).filter(|field| form.asks(field, &snapshot.answers));
        let answer = |field: &FormField| {
            let text = answers::of_snapshot(p.language, field, snapshot);
            let text = if text.is_empty() { p.t("entry-answer-none") } else { text };
            (p.l(&field.label).to_owned(), text)
        };
        asked.map(answer).collect::<Vec<_>>()
    };
    let received = format!("{} ({})", p.instant(&snapshot.received_at), p.zone_name());
    Receipt {
        edition: p.l(&view.edition.name).to_owned(),
        entry: snapshot.title.clone(),
        facts: vec![
            (p.t("mail-fact-reference"), view.entry.reference.clone()),
            (p.t("entry-receipt-received"), received),
            (p.t("results-entry"), snapshot.title.clone()),
            (p.t("winner-organisation"), snapshot.organisation_name.clone()),
            (p.t("mail-fact-category"), p.l(&view.category.name).to_owned()),
            (p.t("entry-receipt-version"), snapshot.number.to_string()),
            (p.t("entry-receipt-hash"), snapshot.hash.clone()),
        ],
        files: snapshot.files.iter().map(|file| (file.name.clone(), file.sha256.clone())).collect(),
        sections: form.sections.iter().enumerate().map(|(at, title)| (p.l(title).to_owned(), answers(at))).collect(),
    }
}

fn steps(p: &Page, view: &EntryView, snapshot: &Snapshot) -> Vec<Step> {
    let edition = &view.edition;
    let step = |state, at: chrono::DateTime<chrono::Utc>, when: String, key: &str| Step {
        state,
        when,
        datetime: at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        text: p.t(key),
    };
    let deadline = view.entry.deadline(edition);
    let is_closed = p.now > deadline;
    let results = match edition.announced_at {
        Some(at) => step("done", at, p.day(&at), "entry-receipt-step-results"),
        None => step("", edition.results_on, p.day(&edition.results_on), "entry-receipt-step-results"),
    };
    vec![
        step("done", snapshot.received_at, p.instant(&snapshot.received_at), "entry-receipt-step-received"),
        step(if is_closed { "done" } else { "now" }, deadline, p.instant(&deadline), "entry-receipt-step-deadline"),
        step(
            if is_closed && !edition.is_announced() {
                "now"
            } else if is_closed {
                "done"
            } else {
                ""
            },
            deadline,
            p.m("entry-receipt-after").arg("date", p.day(&deadline)).to_string(),
            "entry-receipt-step-jury",
        ),
        results,
    ]
}
