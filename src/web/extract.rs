//! What handlers take from a request.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use chrono::{DateTime, Utc};
use futures_util::future::{LocalBoxFuture, Shared, ready};
use futures_util::{FutureExt, StreamExt};

use super::error::PageError;
use super::state::AppState;
use crate::app::AppError;
use crate::app::accounts::{self, Caller, Known, Standing};
use crate::app::editions::Waiting;
use crate::domain::edition::Edition;
use crate::domain::language::Language;
use crate::domain::policy::Actor;
use crate::domain::user::User;
use crate::security::session::Session;
use crate::security::{secret, session};
use crate::store;

/// The language of a request: of its address, else of its visitor's browser, else French.
pub fn language_of(request: &HttpRequest) -> Language {
    let of_path = request.path().split('/').nth(1).and_then(|word| word.parse().ok());
    let of_cookie = || request.cookie("language").and_then(|c| c.value().parse().ok());
    let of_browser = || {
        let header = request.headers().get(actix_web::http::header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        Language::from_accept_language(header)
    };
    of_path.or_else(of_cookie).or_else(of_browser).unwrap_or(Language::French)
}

/// When the request began: deadlines are held against this instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now(pub DateTime<Utc>);

impl Now {
    /// Of a request, as the outermost middleware noted it.
    pub fn of(request: &HttpRequest) -> Self {
        let noted = request.extensions().get::<Self>().copied();
        noted.unwrap_or_else(|| {
            let clock = request.app_data::<Data<AppState>>().map(|s| s.clock.clone()).unwrap_or_default();
            Self(clock.now())
        })
    }
}

impl FromRequest for Now {
    type Error = PageError;
    type Future = std::future::Ready<Result<Self, PageError>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(Ok(Self::of(request)))
    }
}

/// A person who is signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The account.
    pub user: User,
    /// What decides what the person may do.
    pub actor: Actor,
    /// The browser.
    pub session: Session,
    /// The editions that the person judges.
    pub juries: Vec<Known>,
    /// The editions that the person organises.
    pub desks: Vec<Known>,
    /// The edition whose desk was asked for, and what waits there.
    pub desk: Option<(Arc<Edition>, Waiting)>,
    /// The person organises, but needs a second factor before they may.
    pub organises_locked: bool,
}

impl SignedIn {
    /// The edition of a word in addresses, for one of its jurors.
    pub fn jury(&self, slug: &str) -> Result<&Known, PageError> {
        self.juries.iter().find(|known| known.slug == slug).ok_or(PageError::NotFound)
    }

    /// The edition of a word in addresses, for one of its organisers.
    pub fn organised(&self, slug: &str) -> Result<&Known, PageError> {
        self.desks.iter().find(|known| known.slug == slug).ok_or(PageError::NotFound)
    }
}

/// Whoever asks: signed in or not. Looked up once per request.
#[derive(Debug, Clone)]
pub struct Visitor(pub Option<Rc<SignedIn>>);

/// Somebody whose password was right, who still has to give a code; anybody else is sent on.
#[derive(Debug, Clone)]
pub struct HalfSignedIn(pub Rc<SignedIn>);

impl FromRequest for HalfSignedIn {
    type Error = PageError;
    type Future = std::pin::Pin<Box<dyn std::future::Future<Output = Result<Self, PageError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let visitor = Visitor::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            visitor.await?;
            let half = request.extensions().get::<Self>().cloned();
            half.ok_or_else(|| PageError::SignIn { language: language_of(&request), next: String::new() })
        })
    }
}

/// The name of the session cookie: `__Host-` wherever the browser accepts it.
pub fn session_cookie(state: &AppState) -> &'static str {
    if state.settings.has_plain_cookies() { "session" } else { "__Host-session" }
}

impl FromRequest for Visitor {
    type Error = PageError;
    type Future = std::pin::Pin<Box<dyn std::future::Future<Output = Result<Self, PageError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        // What a handler takes is looked for at the same time: page and person share one search. It holds nothing
        // of the request, which holds it.
        let begun = request.extensions().get::<Search>().cloned();
        let search = begun.unwrap_or_else(|| {
            let search = look_up(request).shared();
            request.extensions_mut().insert(search.clone());
            search
        });
        let request = request.clone();
        Box::pin(async move {
            let found = search.await?;
            // Who has not given the code yet is nobody in particular.
            let is_half = |who: &&Rc<SignedIn>| who.user.second_factor_at.is_some() && who.session.second_at.is_none();
            match found.as_ref().filter(is_half).cloned() {
                Some(half) => {
                    request.extensions_mut().insert(HalfSignedIn(half));
                    Ok(Self(None))
                }
                None => Ok(Self(found)),
            }
        })
    }
}

/// A search for the visitor of a request, which several wait for.
type Search = Shared<LocalBoxFuture<'static, Result<Option<Rc<SignedIn>>, PageError>>>;

fn look_up(request: &HttpRequest) -> LocalBoxFuture<'static, Result<Option<Rc<SignedIn>>, PageError>> {
    let state = request.app_data::<Data<AppState>>().cloned();
    let cookie = state.as_ref().and_then(|state| request.cookie(session_cookie(state)));
    let (Some(state), Some(cookie)) = (state, cookie) else { return ready(Ok(None)).boxed_local() };
    let mut words = request.path().split('/').skip(2);
    let desk = if words.next() == Some("organiser") { words.next().map(ToOwned::to_owned) } else { None };
    let (now, caller) = (Now::of(request).0, Caller { id_hash: secret::hash(cookie.value()), desk });
    async move { Ok(signed_in(&state, caller, now).await?.map(Rc::new)) }.boxed_local()
}

async fn signed_in(state: &AppState, caller: Caller, now: DateTime<Utc>) -> Result<Option<SignedIn>, PageError> {
    let db = state.db.clone();
    let read = move |callers: Vec<Caller>| {
        let db = db.clone();
        async move { Ok(db.read_loosely(move |c| accounts::standings(c, &callers)).await?) }
    };
    let Some(found) = state.standings.ask(caller, read).await? else { return Ok(None) };
    let Standing { session, user, actor, juries, desks, desk } = found;
    if session.expires_at <= now || user.disabled_at.is_some() {
        return Ok(None);
    }
    let mut signed_in = SignedIn { user, actor, session, juries, desks, desk: None, organises_locked: false };
    let (idle, most) = session::life(&signed_in.actor);
    if now - signed_in.session.last_seen_at > idle || now - signed_in.session.created_at > most {
        return Ok(None);
    }
    // Noted at most once a minute: reading a page is no reason to write on each request.
    if now - signed_in.session.last_seen_at > chrono::Duration::minutes(1) {
        let id_hash = signed_in.session.id_hash.clone();
        let expires_at = (now + idle).min(signed_in.session.created_at + most);
        state.db.write(move |c| Ok::<_, AppError>(store::sessions::touch(c, &id_hash, now, expires_at)?)).await?;
    }
    // Without a second factor where one is needed, an organiser organises nothing.
    if state.settings.requires_second_factor()
        && signed_in.user.second_factor_at.is_none()
        && signed_in.actor.is_organiser()
    {
        signed_in.organises_locked = true;
        signed_in.actor.organises.clear();
        signed_in.desks.clear();
        signed_in.actor.is_founder = false;
    } else if let Some((known, waiting)) = desk {
        signed_in.desk = Some((state.editions.get(&state.db, &known).await?, waiting));
    }
    Ok(Some(signed_in))
}

/// Somebody who is signed in; anybody else is sent to sign in and comes back.
#[derive(Debug, Clone)]
pub struct CurrentUser(pub Rc<SignedIn>);

impl std::ops::Deref for CurrentUser {
    type Target = SignedIn;
    fn deref(&self) -> &SignedIn {
        &self.0
    }
}

impl FromRequest for CurrentUser {
    type Error = PageError;
    type Future = std::pin::Pin<Box<dyn std::future::Future<Output = Result<Self, PageError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let visitor = Visitor::from_request(request, payload);
        let language = language_of(request);
        let next = if request.method() == actix_web::http::Method::GET {
            request.uri().path_and_query().map(ToString::to_string).unwrap_or_default()
        } else {
            String::new()
        };
        let request = request.clone();
        Box::pin(async move {
            let is_desk = request.path().get(3..).is_some_and(|path| path.starts_with("/organiser"));
            match visitor.await?.0 {
                Some(signed_in) if signed_in.organises_locked && is_desk => {
                    Err(PageError::SecondFactor { language, next })
                }
                Some(signed_in) => Ok(Self(signed_in)),
                None if request.extensions().contains::<HalfSignedIn>() => {
                    Err(PageError::SecondStep { language, next })
                }
                None => Err(PageError::SignIn { language, next }),
            }
        })
    }
}

/// The fields of a form, as typed: strict UTF-8, no NUL, in order, repeated names kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    fields: BTreeMap<String, Vec<String>>,
}

/// Largest form, in bytes: a whole entry in three-byte letters fits.
const MAX_FORM_BYTES: usize = 512 * 1024;

impl Form {
    /// From name and value pairs.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in pairs {
            fields.entry(name).or_default().push(value);
        }
        Self { fields }
    }

    /// The first value of a name, or empty.
    pub fn text(&self, name: &str) -> &str {
        self.fields.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// The first value of a name, if the form has it.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields.get(name).and_then(|values| values.first()).map(String::as_str)
    }

    /// All values of a name.
    pub fn all(&self, name: &str) -> &[String] {
        self.fields.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a box is ticked or a button was pressed.
    pub fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    /// A name parsed: none when absent or unreadable.
    pub fn parse<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.text(name).trim().parse().ok()
    }

    /// Every name and value, by name.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().flat_map(|(name, values)| values.iter().map(move |v| (name.as_str(), v.as_str())))
    }

    /// What somebody wrote in whole words, and would miss: no passwords, codes or choices.
    pub fn prose(self) -> Vec<String> {
        const SHORT: usize = 20;
        let is_secret = |name: &str| ["password", "current", "code"].iter().any(|word| name.contains(word));
        let fields = self.fields.into_iter().filter(|(name, _)| !is_secret(name));
        fields.flat_map(|(_, values)| values).filter(|value| value.chars().count() >= SHORT).collect()
    }

    /// Decodes `application/x-www-form-urlencoded`: refuses what is not UTF-8, and NUL, which one
    /// of the two databases would refuse later.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let body = std::str::from_utf8(bytes).ok()?;
        let decode = |text: &str| -> Option<String> {
            let spaced = text.replace('+', " ");
            let decoded = percent_encoding::percent_decode_str(&spaced).decode_utf8().ok()?.into_owned();
            (!decoded.contains('\0')).then_some(decoded)
        };
        let mut pairs = Vec::new();
        for pair in body.split('&').filter(|p| !p.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            pairs.push((decode(name)?, decode(value)?));
        }
        Some(Self::from_pairs(pairs))
    }
}

impl FromRequest for Form {
    type Error = PageError;
    type Future = std::pin::Pin<Box<dyn std::future::Future<Output = Result<Self, PageError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_form = request.content_type() == "application/x-www-form-urlencoded";
        let mut payload = payload.take();
        let patience = request.app_data::<Data<AppState>>().map_or(0, |s| s.settings.server.form_seconds);
        Box::pin(async move {
            if !is_form {
                return Err(PageError::UnsupportedMedia);
            }
            let mut body = Vec::new();
            let reading = async {
                while let Some(chunk) = payload.next().await {
                    let chunk = chunk.map_err(|_| PageError::BadRequest)?;
                    if body.len() + chunk.len() > MAX_FORM_BYTES {
                        return Err(PageError::TooLarge);
                    }
                    body.extend_from_slice(&chunk);
                }
                Ok(())
            };
            // A form that trickles in byte by byte would hold a connection for ever.
            tokio::time::timeout(std::time::Duration::from_secs(patience), reading)
                .await
                .map_err(|_| PageError::TooSlow)??;
            Self::decode(&body).ok_or(PageError::BadRequest)
        })
    }
}

/// The query of an address, with the same care as a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query(pub Form);

impl std::ops::Deref for Query {
    type Target = Form;
    fn deref(&self) -> &Form {
        &self.0
    }
}

impl FromRequest for Query {
    type Error = PageError;
    type Future = std::future::Ready<Result<Self, PageError>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(Form::decode(request.query_string().as_bytes()).map(Self).ok_or(PageError::BadRequest))
    }
}

/// An id of an address: anything unreadable is a page that does not exist.
pub fn id<T: std::str::FromStr>(text: &str) -> Result<T, PageError> {
    text.parse().map_err(|_| PageError::NotFound)
}

/// Whether a script of ours asks: it gets JSON instead of a page.
pub fn is_fetch(request: &HttpRequest) -> bool {
    request.headers().get("x-requested-with").is_some_and(|value| value == "fetch")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_strict_utf8_without_nul() {
        assert_eq!(Form::decode(b"a=%ff"), None);
        assert_eq!(Form::decode(b"a=%00"), None);
        let form = Form::decode("nom=Ma%C3%A2sra+Huile&c=1&c=2".as_bytes()).unwrap();
        assert_eq!(form.text("nom"), "Maâsra Huile");
        assert_eq!(form.all("c"), ["1", "2"]);
        assert!(!form.has("absent"));
    }
}
