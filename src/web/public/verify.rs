//! Where anyone checks a tally: with the file here, or with two programs of their own.

use actix_multipart::Multipart;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use tokio::sync::Semaphore;

use super::verdict;
use crate::app::FieldProblem;
use crate::app::tally::{self, Published, SealedRound};
use crate::domain::edition::Edition;
use crate::judging::tally::verify::Verdict;
use crate::web::account::attempt;
use crate::web::error::PageError;
use crate::web::extract::Now;
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::uploaded::uploaded_file;
use crate::web::{html, html_as};

/// Largest file that is checked here, in bytes. The command has no limit.
const MAX_BYTES: usize = 8 * 1024 * 1024;

/// One check at a time: each may use two processors for seconds.
static TURN: Semaphore = Semaphore::const_new(1);

/// The second implementation of the check, and the format it follows.
const PROGRAMS: &[(&str, &str)] = &[
    ("verify_tally.py", include_str!("../../../docs/verify_tally.py")),
    ("tally_model.py", include_str!("../../../docs/tally_model.py")),
    ("tally_ed25519.py", include_str!("../../../docs/tally_ed25519.py")),
    ("tally-format.md", include_str!("../../../docs/tally-format.md")),
];

#[derive(Template)]
#[template(path = "public/verify.html")]
struct VerifyPage {
    p: Page,
    problems: Problems,
    answer: Option<Answer>,
    archive: Vec<(Edition, Vec<SealedRound>)>,
    key: String,
}

/// What a check found.
struct Answer {
    verdict: Verdict,
    published: Option<Published>,
}

impl VerifyPage {
    fn problems_of(&self, verdict: &Verdict) -> Vec<String> {
        verdict.problems.iter().take(verdict::SHOWN).map(|problem| verdict::words(&self.p, problem)).collect()
    }

    fn rest_of(&self, verdict: &Verdict) -> usize {
        verdict.problems.len().saturating_sub(verdict::SHOWN)
    }

    fn command(&self, program: &str) -> String {
        format!("{program} --key {} tally.json", self.key)
    }

    fn programs(&self) -> Vec<&'static str> {
        PROGRAMS.iter().map(|(name, _)| *name).collect()
    }
}

async fn page(
    p: Page,
    state: &AppState,
    problems: &[FieldProblem],
    answer: Option<Answer>,
) -> Result<VerifyPage, PageError> {
    let archive = state.db.read_public(tally::archive).await?;
    let p = match &answer {
        Some(Answer { published: Some(published), .. }) => p.in_zone(published.edition.zone()),
        _ => p,
    };
    Ok(VerifyPage { problems: Problems::new(&p, problems), p, answer, archive, key: state.tally_key.public() })
}

/// The page.
pub async fn show(p: Page, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    html(&page(p, &state, &[], None).await?)
}

/// Checks a file and says what it found. Nothing of it is kept.
pub async fn check(
    p: Page,
    Now(now): Now,
    request: HttpRequest,
    state: Data<AppState>,
    parts: Multipart,
) -> Result<HttpResponse, PageError> {
    let address = attempt(&request, &state, "").address;
    state.db.write(move |c| tally::allow_check(c, &address, now)).await?;
    let bytes = uploaded_file(parts, MAX_BYTES).await?;
    let refused = if bytes.is_empty() {
        Some("verify-file-missing")
    } else if bytes.len() > MAX_BYTES {
        Some("verify-file-large")
    } else {
        None
    };
    let verdict = match refused {
        Some(key) => Err(key),
        None => in_turn(bytes, state.tally_key.public()).await?.ok_or("verify-file-large"),
    };
    let verdict = match verdict {
        Ok(verdict) => verdict,
        Err(key) => {
            let problems = [FieldProblem::new("file", key)];
            return html_as(StatusCode::UNPROCESSABLE_ENTITY, &page(p, &state, &problems, None).await?);
        }
    };
    let digest = verdict.digest.clone().unwrap_or_default();
    let published = state.db.read(move |c| tally::published(c, &digest)).await?;
    html(&page(p, &state, &[], Some(Answer { verdict, published })).await?)
}

/// A program or the format, to be read and kept.
pub async fn program(path: Path<(String, String)>) -> Result<HttpResponse, PageError> {
    let wanted = &path.1;
    let (name, text) = PROGRAMS.iter().find(|(name, _)| name == wanted).ok_or(PageError::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/plain; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(*text))
}

async fn in_turn(bytes: Vec<u8>, key: String) -> Result<Option<Verdict>, PageError> {
    let failed = |e: &dyn std::fmt::Display| PageError::Internal(format!("a check failed: {e}"));
    let turn = TURN.acquire().await.map_err(|e| failed(&e))?;
    let work = move || {
        let verdict = tally::check(&bytes, &key);
        drop(turn);
        verdict
    };
    tokio::task::spawn_blocking(work).await.map_err(|e| failed(&e))
}
