//! Attaching files, and taking them off.
//!
//! The buttons of a section send its whole form, so that what was typed beside a file is saved
//! along and nothing is lost without a script.

use std::time::Duration;

use actix_multipart::{Field, Multipart};
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_LENGTH;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};
use futures_util::StreamExt;
use serde_json::json;

use super::question::PREFIX;
use super::section::{index_of, save_form, show_again, show_refused};
use crate::app::entries::EntryView;
use crate::app::uploads::{self, NewFile};
use crate::app::{AppError, FieldProblem, Step, storage};
use crate::domain::file::{MAX_ENTRY_BYTES, MAX_FILE_BYTES};
use crate::domain::ids::{EntryId, FileId};
use crate::files::Spool;
use crate::files::sniff::FileRefusal;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id, is_fetch};
use crate::web::page::Page;
use crate::web::see_other;
use crate::web::state::AppState;
use crate::web::uploaded::{reserve, unavailable};

/// Most bytes of typed text beside the files, with what names them.
const MAX_TEXT_BYTES: usize = 512 * 1024;
/// What a part counts beside its text: parts without a byte in them must come to an end too.
const PART_BYTES: usize = 128;
/// Most bytes of one request: all files of an entry, the text, and what stands between.
#[allow(clippy::cast_sign_loss, clippy::cast_possible_truncation)] // a constant of 60 MB
const MAX_REQUEST_BYTES: usize = MAX_ENTRY_BYTES as usize + 2 * MAX_TEXT_BYTES;
/// A large file over a slow line takes its time; beyond this nobody waits any more.
const MAX_SECONDS: u64 = 600;

/// What stands before the id of a file in the name of a part that takes its place.
const REPLACE_PREFIX: &str = "replace-";

/// What a request held.
#[derive(Default)]
struct Received {
    pairs: Vec<(String, String)>,
    text_bytes: usize,
    files: usize,
    problems: Vec<FieldProblem>,
}

/// Attaches files to the questions of a section.
pub async fn attach(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String)>,
    request: HttpRequest,
    parts: Multipart,
) -> Result<HttpResponse, PageError> {
    let (entry, actor) = (id::<EntryId>(&path.1)?, user.actor.clone());
    let view = state.db.read(move |c| uploads::check_upload(c, &actor, entry, now)).await?;
    let length = request.headers().get(CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(|length| length > MAX_REQUEST_BYTES) {
        return Err(PageError::TooLarge);
    }
    let reading = receive(&state, &user, &view, parts, now);
    let received =
        tokio::time::timeout(Duration::from_secs(MAX_SECONDS), reading).await.map_err(|_| PageError::TooSlow)??;
    if is_fetch(&request) {
        return Ok(tell_script(&p, &received));
    }
    answer(p, &user, &state, &view, received, now).await
}

/// Reads the parts one after the other; each good file is attached at once.
async fn receive(
    state: &AppState,
    user: &CurrentUser,
    view: &EntryView,
    mut parts: Multipart,
    now: DateTime<Utc>,
) -> Result<Received, PageError> {
    let mut received = Received::default();
    let mut total = 0;
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| PageError::BadRequest)?;
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.content_disposition().and_then(|d| d.get_filename().map(str::to_owned));
        received.text_bytes += name.len() + file_name.as_ref().map_or(0, String::len) + PART_BYTES;
        if received.text_bytes > MAX_TEXT_BYTES {
            return Err(PageError::TooLarge);
        }
        if let Some(file_name) = file_name {
            let bytes = read_part(&mut part, MAX_FILE_BYTES, &mut total).await?;
            // A file field that was left alone.
            if file_name.is_empty() && bytes.as_ref().is_some_and(|bytes| bytes.length() == 0) {
                continue;
            }
            received.files += 1;
            let problem = keep(state, user, view, &name, &file_name, bytes, now).await?;
            received.problems.extend(problem);
        } else {
            let left = MAX_TEXT_BYTES.saturating_sub(received.text_bytes);
            let bytes = read_part(&mut part, left, &mut total).await?.ok_or(PageError::TooLarge)?;
            let bytes = bytes.whole().await.map_err(unavailable)?;
            received.text_bytes += bytes.len();
            let text = String::from_utf8(bytes).map_err(|_| PageError::BadRequest)?;
            if text.contains('\0') {
                return Err(PageError::BadRequest);
            }
            received.pairs.push((name, text));
        }
    }
    Ok(received)
}

/// The bytes of a part; none when there are more than `limit`, which are read past without being
/// kept, so that the text after them is not lost.
async fn read_part(part: &mut Field, limit: usize, total: &mut usize) -> Result<Option<Spool>, PageError> {
    let mut kept = Some(Spool::default());
    while let Some(chunk) = part.next().await {
        let chunk = chunk.map_err(|_| PageError::BadRequest)?;
        *total += chunk.len();
        if *total > MAX_REQUEST_BYTES {
            return Err(PageError::TooLarge);
        }
        kept = kept.filter(|bytes| bytes.length() + chunk.len() <= limit);
        if let Some(bytes) = &mut kept {
            bytes.push(&chunk).await.map_err(unavailable)?;
        }
    }
    Ok(kept)
}

/// Keeps one file: the bytes, then the row that names them. Says what is wrong with it.
async fn keep(
    state: &AppState,
    user: &CurrentUser,
    view: &EntryView,
    name: &str,
    file_name: &str,
    bytes: Option<Spool>,
    now: DateTime<Utc>,
) -> Result<Option<FieldProblem>, PageError> {
    // Its name tells the question, or the file whose place it takes.
    let replaced = name.strip_prefix(REPLACE_PREFIX).map(id::<FileId>).transpose()?;
    let replaced = replaced.and_then(|id| view.files.iter().find(|f| f.id == id));
    let key = replaced.map(|f| f.field_key.as_str()).or_else(|| name.strip_prefix(PREFIX));
    let field = key.and_then(|key| view.form.field(key));
    let field = field.filter(|f| f.kind.is_file()).ok_or(PageError::NotFound)?;
    let refused = |refusal| Ok(Some(uploads::problem_of(&field.key, file_name, refusal)));
    let Some(bytes) = bytes else { return refused(FileRefusal::TooLarge) };
    let held = state.files.hold().await.map_err(unavailable)?;
    let bytes = bytes.whole().await.map_err(unavailable)?;
    let accepted = match state.files.accept(bytes.into()).await.map_err(unavailable)? {
        Ok(accepted) if field.kind.takes(accepted.kind) => accepted,
        Ok(_) => return Ok(Some(FieldProblem::new(&field.key, "entry-file-not-an-image").arg("name", file_name))),
        Err(refusal) => return refused(refusal),
    };
    let key = reserve(state, now).await?;
    let mut file = NewFile::new(&field.key, file_name, &accepted, &key);
    file.replaces = replaced.map(|f| f.id);
    state.files.put(&key, accepted.bytes.clone()).await.map_err(unavailable)?;
    if !file.kind.is_image() {
        file.has_preview = state.files.keep_first_page(&key, accepted.bytes).await.map_err(unavailable)?;
    }
    drop(held);
    let (actor, entry) = (user.actor.clone(), view.entry.id);
    let attached = state.db.write(move |c| uploads::attach(c, &actor, entry, &file, now, now)).await;
    if !matches!(attached, Ok(true)) {
        // An error does not tell for sure that nothing was written: bytes that a row has after all stay. Where the
        // database does not answer, they go tomorrow.
        let _ = state.db.write(move |c| storage::drop_reserved(c, &key, now)).await;
    }
    match attached {
        Ok(_) => Ok(None),
        Err(AppError::Invalid(problems)) => Ok(problems.into_iter().next()),
        Err(error) => Err(error.into()),
    }
}

/// The answer to a script that sends files one by one: why the file was not taken, if so.
fn tell_script(p: &Page, received: &Received) -> HttpResponse {
    match received.problems.first() {
        None => HttpResponse::Ok().json(json!({ "error": null })),
        Some(problem) => HttpResponse::UnprocessableEntity()
            .json(json!({ "error": p.m(problem.key).args(&problem.args).to_string() })),
    }
}

/// Saves the text that came along and shows the section again.
async fn answer(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    view: &EntryView,
    mut received: Received,
    now: DateTime<Utc>,
) -> Result<HttpResponse, PageError> {
    let form = Form::from_pairs(received.pairs);
    let index = index_of(form.text("section"))?;
    let entry = view.entry.id;
    if form.has("version") {
        match save_form(state, user, entry, index, &form, now).await {
            Ok(saved) => received.problems.extend(saved.problems),
            Err(error) => return show_refused(p, user, state, entry, index, &form, error, now).await,
        }
    }
    let file_field = view.form.section_fields(index).find(|f| f.kind.is_file());
    let key = file_field.map(|f| f.key.clone()).unwrap_or_default();
    if received.files == 0 {
        received.problems.push(FieldProblem::new(&key, "entry-file-none"));
    }
    if received.problems.is_empty() {
        let back = if form.text("back") == "check" { "&back=check" } else { "" };
        let target = format!("/entries/{entry}/sections/{}?done=file-added{back}#{PREFIX}{key}", index + 1);
        return Ok(see_other(p.url(&target)));
    }
    let is_too_large = received.problems.iter().any(|x| x.key == "entry-file-too-large");
    let mut response = show_again(p, user, state, entry, index, &form, received.problems, now).await?;
    if is_too_large {
        *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
    }
    Ok(response)
}

/// What to do with a file that is there.
#[derive(Clone, Copy)]
enum Act {
    Remove,
    Restore,
    Move(Step),
}

/// Takes a file off the draft, puts it back, or moves it among those of its question: as the last word of the
/// address says.
pub async fn change(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let act = match path.3.as_str() {
        "remove" => Act::Remove,
        "restore" => Act::Restore,
        "up" => Act::Move(Step::Up),
        "down" => Act::Move(Step::Down),
        _ => return Err(PageError::NotFound),
    };
    let (entry, file, actor) = (id::<EntryId>(&path.1)?, id::<FileId>(&path.2)?, user.actor.clone());
    let index = index_of(form.get("section").unwrap_or("1"))?;
    let changed = state
        .db
        .write(move |c| match act {
            Act::Remove => uploads::remove(c, &actor, entry, file, now, now),
            Act::Restore => uploads::restore(c, &actor, entry, file, now, now),
            Act::Move(step) => uploads::step(c, &actor, entry, file, step, now),
        })
        .await;
    match changed {
        Ok(()) => {}
        Err(AppError::Invalid(problems)) => {
            return show_again(p, &user, &state, entry, index, &form, problems, now).await;
        }
        Err(error) => return Err(error.into()),
    }
    if form.has("version") {
        match save_form(&state, &user, entry, index, &form, now).await {
            Ok(saved) if saved.problems.is_empty() => {}
            Ok(saved) => return show_again(p, &user, &state, entry, index, &form, saved.problems, now).await,
            Err(error) => return show_refused(p, &user, &state, entry, index, &form, error, now).await,
        }
    }
    let back = if form.text("back") == "check" { "&back=check" } else { "" };
    let told = match act {
        Act::Remove => format!("removed={file}"),
        Act::Restore => "done=file-added".to_owned(),
        Act::Move(_) => "done=saved".to_owned(),
    };
    Ok(see_other(p.url(&format!("/entries/{entry}/sections/{}?{told}{back}", index + 1))))
}
