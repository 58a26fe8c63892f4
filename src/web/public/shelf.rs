//! Public pages as everybody gets them, in memory with their compressed forms, so that the minute of an
//! announcement costs next to nothing.
//!
//! A page stands here for one version of what is public (see [`Versions`]). Each request asks for the version
//! first: from the commit of an announcement on, no page of before is found any more, on no node. A page that
//! was rendered while the version changed is answered, as it would be without a shelf, and not kept. The few
//! pages that the clock alone changes say until when they hold.
//!
//! Kept is only what is the same for everybody: the answer to a visitor without a session, to an address
//! without a message, with status 200. Everybody else goes past the shelf and gets what is kept by no cache.

use std::sync::Arc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderName, HeaderValue, IF_NONE_MATCH, SET_COOKIE, VARY,
};
use actix_web::http::{Method, StatusCode, Uri};
use actix_web::middleware::Next;
use actix_web::web::{Bytes, Data};
use actix_web::{Error, HttpRequest, HttpResponse};
use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use tokio::sync::Mutex;

use super::version::Versions;
use crate::store::Db;
use crate::web::coding::{self, Coding};
use crate::web::error::PageError;
use crate::web::extract::{Now, session_cookie};
use crate::web::kept::Kept;
use crate::web::state::AppState;

/// Most bytes that are kept, all forms of all pages together.
const MOST: usize = 16 << 20;
/// The largest answer that is kept.
const LARGEST: usize = 512 << 10;
/// What the gallery reads of its address; other public pages read nothing, and what mails and networks hang on
/// a link makes no other page.
const READ: &[&str] = &["category", "page", "q"];

/// How long a page holds that was read from a replica: it may have been of before the version it is kept for,
/// where the replica was gone and came back in the middle of it.
const OF_REPLICA: TimeDelta = TimeDelta::seconds(30);

/// Until when an answer holds by the clock.
#[derive(Debug, Clone, Copy)]
struct Until(DateTime<Utc>);

/// Says until when an answer holds, where the clock alone will change it.
pub fn until(mut answer: HttpResponse, at: Option<DateTime<Utc>>) -> HttpResponse {
    if let Some(at) = at {
        answer.extensions_mut().insert(Until(at));
    }
    answer
}

/// An answer that is kept.
#[derive(Debug)]
struct KeptPage {
    version: Arc<str>,
    made_at: DateTime<Utc>,
    until: Option<DateTime<Utc>>,
    headers: Vec<(HeaderName, HeaderValue)>,
    /// A digest of the plain form: what validators begin with.
    digest: String,
    plain: Bytes,
    gzip: Option<Bytes>,
    brotli: Option<Bytes>,
}

impl KeptPage {
    fn holds(&self, version: &Arc<str>, now: DateTime<Utc>) -> bool {
        self.version == *version && self.until.is_none_or(|until| self.made_at <= now && now < until)
    }

    fn size(&self) -> usize {
        let of = |form: &Option<Bytes>| form.as_ref().map_or(0, Bytes::len);
        self.plain.len() + of(&self.gzip) + of(&self.brotli) + 1_024
    }

    /// The smallest form that the browser accepts, or that what it has is still right.
    fn answer(&self, request: &HttpRequest) -> HttpResponse {
        let accepted = coding::accepted(request.headers());
        let (form, body) = match (&self.brotli, &self.gzip) {
            (Some(bytes), _) if coding::accepts(accepted, Coding::Brotli) => (Coding::Brotli, bytes),
            (_, Some(bytes)) if coding::accepts(accepted, Coding::Gzip) => (Coding::Gzip, bytes),
            _ => (Coding::Identity, &self.plain),
        };
        let tag = format!("\"{}-{}\"", self.digest, form.word());
        let known = request.headers().get(IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
        // A proxy that compresses makes a validator a weak one.
        let is_known = known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag);
        let mut answer = if is_known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        for (name, value) in &self.headers {
            if !is_known || *name != CONTENT_TYPE {
                answer.insert_header((name.clone(), value.clone()));
            }
        }
        answer.insert_header((ETAG, tag)).insert_header((VARY, "Accept-Encoding, Cookie"));
        if is_known {
            return answer.finish();
        }
        if form != Coding::Identity {
            answer.insert_header((CONTENT_ENCODING, form.word()));
        }
        answer.body(body.clone())
    }
}

/// The pages that are kept.
#[derive(Debug, Clone)]
pub struct Shelf {
    pages: Kept<String, Arc<KeptPage>>,
    versions: Versions,
    /// Held while a page is compressed, which takes megabytes.
    compressing: Arc<Mutex<()>>,
}

impl Default for Shelf {
    fn default() -> Self {
        Self { pages: Kept::new(MOST), versions: Versions::default(), compressing: Arc::default() }
    }
}

impl Shelf {
    /// The version of what is public, now.
    pub async fn version(&self, db: &Db) -> Result<Arc<str>, PageError> {
        self.versions.now(db).await
    }

    fn find(&self, address: &str, version: &Arc<str>, now: DateTime<Utc>) -> Option<Arc<KeptPage>> {
        self.pages.find(address).filter(|page| page.holds(version, now))
    }
}

/// What the shelf may answer: the address without what the page does not read; none for everybody to whom the
/// page may say something of their own.
fn address(request: &mut ServiceRequest, state: &AppState) -> Option<String> {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let is_stranger = || request.cookie(session_cookie(state)).is_none();
    let has_message = || request.query_string().split('&').any(|pair| pair.starts_with("done="));
    if !is_read || !is_stranger() || has_message() {
        return None;
    }
    if !request.query_string().is_empty() {
        let reads = if request.path().ends_with("/gallery") { READ } else { &[] };
        let is_meant = |pair: &&str| reads.contains(&pair.split('=').next().unwrap_or_default());
        let query = request.query_string().split('&').filter(is_meant).collect::<Vec<_>>().join("&");
        // Words that somebody looks for are asked for once.
        if query.split('&').any(|pair| pair.starts_with("q=")) {
            return None;
        }
        let path = request.path();
        let meant = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
        request.head_mut().uri = meant.parse::<Uri>().ok()?;
    }
    Some(request.uri().to_string())
}

/// Answers from the shelf, or lets the page be rendered and keeps it.
pub async fn serve(mut request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse<BoxBody>, Error> {
    let Some(state) = request.app_data::<Data<AppState>>().cloned() else { return next.call(request).await };
    let Some(address) = address(&mut request, &state) else { return next.call(request).await };
    let (shelf, now) = (&state.shelf, Now::of(request.request()).0);
    let version = shelf.version(&state.db).await?;
    if let Some(kept) = shelf.find(&address, &version, now) {
        return Ok(answer(request, &kept));
    }
    let turn = shelf.pages.turn_of(&address);
    let held = match &turn {
        Some(turn) => Some(turn.lock().await),
        None => None,
    };
    let version = if held.is_some() { shelf.version(&state.db).await? } else { version };
    if let Some(kept) = held.as_ref().and_then(|_| shelf.find(&address, &version, now)) {
        return Ok(answer(request, &kept));
    }
    state.looks.of_version(&state.db, &version).await.map_err(PageError::from)?;
    let rendered = next.call(request).await?;
    let after = shelf.version(&state.db).await?;
    if rendered.status() != StatusCode::OK {
        shelf.pages.forget(&address);
        return Ok(rendered);
    }
    if after != version {
        // What is kept of before keeps the place: one of those who come next makes the page anew, and not all of them.
        return Ok(rendered);
    }
    if is_private(rendered.response()) {
        return Ok(rendered);
    }
    let (request, response) = rendered.into_parts();
    let _turn = shelf.compressing.lock().await;
    // A page that nobody had read yet is rendered by all who come at once, and compressed by the first of them.
    if let Some(kept) = shelf.find(&address, &version, now) {
        let answer = kept.answer(&request);
        return Ok(ServiceResponse::new(request, answer));
    }
    match kept(response, version, now).await {
        Ok(mut kept) => {
            if state.db.has_replica() {
                let most = now + OF_REPLICA;
                kept.until = Some(kept.until.map_or(most, |until| until.min(most)));
            }
            let kept = Arc::new(kept);
            let answer = kept.answer(&request);
            shelf.pages.keep(address, Arc::clone(&kept), kept.size());
            Ok(ServiceResponse::new(request, answer))
        }
        Err(response) => Ok(ServiceResponse::new(request, response)),
    }
}

fn answer(request: ServiceRequest, kept: &KeptPage) -> ServiceResponse<BoxBody> {
    let answer = kept.answer(request.request());
    request.into_response(answer)
}

/// Whether an answer is its asker's alone.
fn is_private(answer: &HttpResponse) -> bool {
    let headers = answer.headers();
    let is_unstored = headers.get(CACHE_CONTROL).is_some_and(|value| value.as_bytes().starts_with(b"no-store"));
    is_unstored || headers.contains_key(SET_COOKIE)
}

/// An answer with its forms; the answer itself where it is too long to be kept.
async fn kept(response: HttpResponse, version: Arc<str>, now: DateTime<Utc>) -> Result<KeptPage, HttpResponse> {
    let until = response.extensions().get::<Until>().map(|until| until.0);
    let control = response.headers().get(CACHE_CONTROL).cloned();
    let (response, body) = response.into_parts();
    let plain = match body.try_into_bytes() {
        Ok(bytes) if bytes.len() <= LARGEST => bytes,
        Ok(bytes) => return Err(response.set_body(BoxBody::new(bytes))),
        Err(body) => return Err(response.set_body(body)),
    };
    let mut headers: Vec<_> = response.headers().iter().map(|(name, value)| (name.clone(), value.clone())).collect();
    if control.is_none() {
        // Browsers keep it, and ask each time whether it still holds.
        headers.push((CACHE_CONTROL, HeaderValue::from_static("no-cache")));
    }
    let is_text = headers.iter().any(|(name, value)| {
        let is_of = |kind: &[u8]| value.as_bytes().starts_with(kind);
        *name == CONTENT_TYPE && (is_of(b"text/") || is_of(b"application/atom") || is_of(b"application/json"))
    });
    let (gzip, brotli) = if is_text && plain.len() >= coding::WORTH { compressed(&plain).await } else { (None, None) };
    let digest = hex::encode(&Sha256::digest(&plain)[..12]);
    Ok(KeptPage { version, made_at: now, until, headers, digest, plain, gzip, brotli })
}

async fn compressed(plain: &Bytes) -> (Option<Bytes>, Option<Bytes>) {
    let plain = plain.clone();
    let work = move || {
        let smaller = |form: Option<Vec<u8>>| form.filter(|form| form.len() < plain.len()).map(Bytes::from);
        (smaller(coding::gzip(&plain, 6)), smaller(coding::brotli(&plain)))
    };
    actix_web::web::block(work).await.unwrap_or((None, None))
}
