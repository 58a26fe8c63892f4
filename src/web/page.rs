//! What every page shows besides its own content: language, links, who is signed in, a message.

use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::error::PageError;
use super::extract::{Now, Visitor, language_of};
use super::site::Look;
use crate::domain::language::{Language, Localised};
use crate::i18n::{Message, Speaker, dates, numbers, zones};

/// Messages that an address may ask for with `?done=word`: a GET never writes, so the message of
/// the act before travels in the address.
const DONE: &[(&str, &str)] = &[
    ("saved", "done-saved"),
    ("signed-out", "done-signed-out"),
    ("password-changed", "done-password-changed"),
    ("session-ended", "done-session-ended"),
    ("sessions-ended", "done-sessions-ended"),
    ("verified", "done-verified"),
    ("entry-withdrawn", "done-entry-withdrawn"),
    ("entry-restored", "done-entry-restored"),
    ("entry-brought-back", "done-entry-brought-back"),
    ("file-added", "done-file-added"),
    ("file-removed", "done-file-removed"),
    ("invited", "done-invited"),
    ("invitation-resent", "done-invitation-resent"),
    ("revoked", "done-revoked"),
    ("link-revoked", "done-link-revoked"),
    ("accepted", "done-accepted"),
    ("declined", "done-declined"),
    ("conflicts-declared", "done-conflicts-declared"),
    ("conflict-added", "done-conflict-added"),
    ("suspicion-dismissed", "done-suspicion-dismissed"),
    ("conflict-removed", "done-conflict-removed"),
    ("reminded", "done-reminded"),
    ("reminded-nobody", "done-reminded-nobody"),
    ("scores-confirmed", "done-scores-confirmed"),
    ("scores-unconfirmed", "done-scores-unconfirmed"),
    ("sheet-brought-back", "done-sheet-brought-back"),
    ("screened", "done-screened"),
    ("assigned", "done-assigned"),
    ("plan-applied", "done-plan-applied"),
    ("plan-undone", "done-plan-undone"),
    ("score-saved", "done-score-saved"),
    ("score-submitted", "done-score-submitted"),
    ("order-submitted", "done-order-submitted"),
    ("practice-scored", "done-practice-scored"),
    ("score-reopened", "done-score-reopened"),
    ("passed", "done-passed"),
    ("recused", "done-recused"),
    ("all-scored", "done-all-scored"),
    ("created", "done-created"),
    ("status-changed", "done-status-changed"),
    ("round-opened", "done-round-opened"),
    ("round-closed", "done-round-closed"),
    ("round-reopened", "done-round-reopened"),
    ("room-opened", "done-room-opened"),
    ("room-paused", "done-room-paused"),
    ("motion-put", "done-motion-put"),
    ("motion-decided", "done-motion-decided"),
    ("motion-withdrawn", "done-motion-withdrawn"),
    ("motion-reopened", "done-motion-reopened"),
    ("motion-reopening-asked", "done-motion-reopening-asked"),
    ("voted", "done-voted"),
    ("staged", "done-staged"),
    ("announced", "done-announced"),
    ("scheduled", "done-scheduled"),
    ("announcement-ordered", "done-announcement-ordered"),
    ("taken-back", "done-taken-back"),
    ("campaign-sent", "done-campaign-sent"),
    ("campaign-scheduled", "done-campaign-scheduled"),
    ("campaign-tested", "done-campaign-tested"),
    ("campaign-stopped", "done-campaign-stopped"),
    ("cancelled", "done-cancelled"),
    ("imported", "done-imported"),
    ("mail-retried", "done-mail-retried"),
    ("published", "done-published"),
    ("bulk", "done-bulk"),
    ("erased", "done-erased"),
    ("withdrawn", "done-withdrawn"),
];

/// Who is signed in, as the header shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// The person's name.
    pub name: String,
    /// Shows the link to the organisers' desk.
    pub is_organiser: bool,
    /// Shows the link to the jury's desk.
    pub is_juror: bool,
}

/// What every page shows besides its own content. Templates call it `p`.
#[derive(Debug, Clone)]
pub struct Page {
    /// The language of the page.
    pub language: Language,
    /// The path after the language, beginning with a slash.
    pub path: String,
    /// The query, without the message of the act before.
    pub query: String,
    /// Who is signed in.
    pub who: Option<Who>,
    /// The message of the act before, or empty.
    pub done: String,
    /// When the request began.
    pub now: DateTime<Utc>,
    /// The zone in which times are shown; pages of an edition set it to the edition's.
    pub zone: Tz,
    /// Shows the link to the mails of a development instance.
    pub shows_mail: bool,
    /// What the installation calls itself and looks like.
    pub look: Arc<Look>,
}

impl Page {
    /// Whether another page is the same in everything but when it was asked for.
    pub fn is_but_for_time(&self, other: &Self) -> bool {
        let Self { language, path, query, who, done, now: _, zone, shows_mail, look } = self;
        (*language, path, query, who) == (other.language, &other.path, &other.query, &other.who)
            && (done, *zone, *shows_mail) == (&other.done, other.zone, other.shows_mail)
            && *look == other.look
    }

    /// The text of a key; the site's own name where it has one.
    pub fn t(&self, key: &str) -> String {
        self.look.says(key, self.language).unwrap_or_else(|| Speaker(self.language).t(key))
    }

    /// The text of a key with arguments: `p.m("entries-count").arg("n", 3)`.
    pub fn m(&self, key: &str) -> Message {
        Speaker(self.language).m(key)
    }

    /// The address of a page in this page's language: `p.url("/winners")`.
    pub fn url(&self, path: &str) -> String {
        format!("/{}{}", self.language, path)
    }

    /// The address of this page in another language.
    pub fn switch(&self, language: &Language) -> String {
        if self.query.is_empty() {
            format!("/{language}{}", self.path)
        } else {
            format!("/{language}{}?{}", self.path, self.query)
        }
    }

    /// The address of an asset.
    pub fn asset(&self, name: &str) -> &'static str {
        super::assets::url(name)
    }

    /// Text in this page's language, or the nearest there is.
    pub fn l<'a>(&self, text: &'a Localised) -> &'a str {
        text.get(self.language)
    }

    /// Right to left or left to right.
    pub fn dir(&self) -> &'static str {
        self.language.dir()
    }

    /// Whose time the page shows.
    pub fn zone_name(&self) -> String {
        zones::name(self.language, self.zone)
    }

    /// A day in the page's zone.
    pub fn day(&self, at: &DateTime<Utc>) -> String {
        dates::day(self.language, *at, self.zone)
    }

    /// A day and time in the page's zone.
    pub fn instant(&self, at: &DateTime<Utc>) -> String {
        dates::instant(self.language, *at, self.zone)
    }

    /// A time of day in the page's zone.
    pub fn time(&self, at: &DateTime<Utc>) -> String {
        dates::time(*at, self.zone)
    }

    /// The value of a date-and-time field in the page's zone.
    pub fn input(&self, at: &DateTime<Utc>) -> String {
        dates::input(*at, self.zone)
    }

    /// A whole number.
    pub fn n(&self, number: impl TryInto<i64>) -> String {
        numbers::whole(self.language, number.try_into().unwrap_or(i64::MAX))
    }

    /// Hundredths with a number of decimals.
    pub fn hundredths(&self, value: i64, decimals: u32) -> String {
        numbers::hundredths(self.language, value, decimals)
    }

    /// Millionths of a point, rounded to two decimals.
    pub fn points(&self, micros: i64) -> String {
        self.hundredths((2 * micros + 10_000).div_euclid(20_000), 2)
    }

    /// Millionths with all six decimals.
    pub fn millionths(&self, value: i64) -> String {
        numbers::millionths(self.language, value)
    }

    /// A size in bytes.
    pub fn bytes(&self, size: i64) -> String {
        numbers::bytes(self.language, size)
    }

    /// The languages, for the switch.
    pub fn languages(&self) -> &'static [Language] {
        Language::ALL
    }

    /// The page with the zone of an edition.
    #[must_use]
    pub fn in_zone(mut self, zone: Tz) -> Self {
        self.zone = zone;
        self
    }

    /// The page of a request, without anybody signed in: for errors.
    pub fn anonymous(request: &HttpRequest, now: DateTime<Utc>) -> Self {
        let language = language_of(request);
        let full = request.path();
        let path = match full.get(1..3).and_then(|word| word.parse::<Language>().ok()) {
            Some(_) if full.len() == 3 => "/".to_owned(),
            Some(_) if full.as_bytes().get(3) == Some(&b'/') => full[3..].to_owned(),
            _ => "/".to_owned(),
        };
        let (query, done) = split_query(request.query_string());
        let done =
            DONE.iter().find(|(word, _)| *word == done).map(|(_, key)| Speaker(language).t(key)).unwrap_or_default();
        let state = request.app_data::<actix_web::web::Data<super::state::AppState>>();
        let look = state.map(|state| state.looks.last()).unwrap_or_default();
        Self {
            language,
            path,
            query,
            who: None,
            done,
            now,
            zone: chrono_tz::Africa::Casablanca,
            shows_mail: false,
            look,
        }
    }
}

/// The query without `done=…`, and that word.
fn split_query(query: &str) -> (String, String) {
    let mut done = String::new();
    let kept: Vec<&str> = query
        .split('&')
        .filter(|pair| match pair.strip_prefix("done=") {
            Some(word) => {
                word.clone_into(&mut done);
                false
            }
            None => !pair.is_empty(),
        })
        .collect();
    (kept.join("&"), done)
}

impl FromRequest for Page {
    type Error = PageError;
    type Future = std::pin::Pin<Box<dyn std::future::Future<Output = Result<Self, PageError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let now = Now::of(request);
        let mut page = Self::anonymous(request, now.0);
        let visitor = Visitor::from_request(request, payload);
        page.shows_mail = request
            .app_data::<actix_web::web::Data<super::state::AppState>>()
            .is_some_and(|state| state.settings.shows_mail());
        let state = request.app_data::<actix_web::web::Data<super::state::AppState>>().cloned();
        Box::pin(async move {
            if let Some(state) = state {
                page.look = state.looks.get(&state.db).await?;
            }
            if let Some(signed_in) = visitor.await?.0 {
                page.who = Some(Who {
                    name: signed_in.user.name.clone(),
                    is_organiser: signed_in.actor.is_organiser(),
                    is_juror: signed_in.actor.is_juror(),
                });
            }
            Ok(page)
        })
    }
}
