//! What a draft said before.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::answers;
use crate::app::entries::{self, EntryView, RevisionLine};
use crate::domain::entry::Revision;
use crate::domain::ids::EntryId;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Now, Query, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other};

/// A revision in the list.
struct Line {
    number: i32,
    when: String,
    author: String,
    changed: String,
}

#[derive(Template)]
#[template(path = "applicant/history.html")]
struct HistoryPage {
    p: Page,
    view: EntryView,
    lines: Vec<Line>,
    older: String,
}

impl HistoryPage {
    fn path(&self, rest: &str) -> String {
        self.p.url(&format!("/entries/{}{rest}", self.view.entry.id))
    }
}

/// The titles of the questions that a revision changed.
fn changed(p: &Page, view: &EntryView, line: &RevisionLine) -> String {
    let labels = line.changed.iter().filter_map(|key| view.form.field(key)).map(|field| p.l(&field.label));
    labels.collect::<Vec<_>>().join(" · ")
}

/// The revisions, newest first.
pub async fn show(
    p: Page,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, entry, page) = (user.actor.clone(), id::<EntryId>(&path.1)?, query.parse("page").unwrap_or(1).max(1));
    let (view, lines, has_older) = state.db.read(move |c| entries::history(c, &actor, entry, page)).await?;
    let p = p.in_zone(view.edition.zone());
    let line = |line: &RevisionLine| Line {
        number: line.revision.number,
        when: p.instant(&line.revision.saved_at),
        author: line.author.clone(),
        changed: changed(&p, &view, line),
    };
    let older = if has_older { p.url(&format!("/entries/{entry}/history?page={}", page + 1)) } else { String::new() };
    html(&HistoryPage { lines: lines.iter().map(line).collect(), older, view, p })
}

/// A question with what it said then and says now.
struct Compared {
    label: String,
    then: String,
    now: String,
}

#[derive(Template)]
#[template(path = "applicant/revision.html")]
struct RevisionPage {
    p: Page,
    view: EntryView,
    revision: Revision,
    when: String,
    different: Vec<Compared>,
    same: Vec<Compared>,
    is_editable: bool,
}

impl RevisionPage {
    fn path(&self, rest: &str) -> String {
        self.p.url(&format!("/entries/{}{rest}", self.view.entry.id))
    }
}

/// A revision beside what the draft says now.
pub async fn revision(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, entry) = (user.actor.clone(), id::<EntryId>(&path.1)?);
    let number = path.2.parse().map_err(|_| PageError::NotFound)?;
    let (view, revision) = state.db.read(move |c| entries::revision(c, &actor, entry, number)).await?;
    let p = p.in_zone(view.edition.zone());
    let compare = |field: &crate::domain::form::FormField| {
        let words = |said: Option<&String>| answers::in_words(p.language, field, said.map_or("", String::as_str));
        let (then, now) = (revision.answers.get(&field.key), view.entry.answers.get(&field.key));
        Compared { label: p.l(&field.label).to_owned(), then: words(then), now: words(now) }
    };
    let fields = view.form.fields.iter().filter(|field| !field.kind.is_file());
    let (different, same): (Vec<_>, Vec<_>) = fields.map(compare).partition(|line| line.then != line.now);
    html(&RevisionPage {
        when: p.instant(&revision.saved_at),
        is_editable: view.check_editable(now).is_ok(),
        same: same.into_iter().filter(|line| !line.then.is_empty()).collect(),
        different,
        revision,
        view,
        p,
    })
}

/// Brings a revision back.
pub async fn bring_back(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, entry) = (user.actor.clone(), id::<EntryId>(&path.1)?);
    let number = path.2.parse().map_err(|_| PageError::NotFound)?;
    state.db.write(move |c| entries::bring_back(c, &actor, entry, number, now)).await?;
    Ok(see_other(p.url(&format!("/entries/{entry}?done=entry-brought-back"))))
}
