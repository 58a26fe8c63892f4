//! Server-sent events: the category that a page shows, sent anew whenever it looks another way.

use std::time::{Duration, Instant};

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, HeaderName};
use actix_web::web::{Bytes, Data};
use serde_json::json;

use super::{Typed, chosen, part};
use crate::app::{AppError, deliberation};
use crate::domain::ids::UserId;
use crate::store;
use crate::web::error::PageError;
use crate::web::extract::CurrentUser;
use crate::web::page::Page;
use crate::web::state::AppState;

/// How often the room is asked whether something happened.
const EVERY: Duration = Duration::from_millis(300);
/// After how long without news a comment keeps the connection alive, and finds one that is gone.
const ALIVE: Duration = Duration::from_secs(8);

/// Somebody who listens.
struct Listener {
    p: Page,
    state: Data<AppState>,
    person: UserId,
    slug: String,
    category: String,
    as_juror: bool,
    until: Instant,
    told_at: Instant,
    /// The acts in the room when it was last looked at.
    acts: Option<i32>,
    /// What was sent last.
    sent: String,
}

impl Listener {
    /// The category as it looks now, if an act may have changed it.
    async fn look(&mut self) -> Result<Option<String>, PageError> {
        let (person, slug, as_juror, known) = (self.person, self.slug.clone(), self.as_juror, self.acts);
        let seen = self
            .state
            .db
            .read(move |c| {
                // Rights are asked anew each time: who leaves the jury hears nothing more.
                let actor = store::organisers::actor(c, person)?;
                let acts = deliberation::acts(c, &actor, &slug, as_juror)?;
                if known == Some(acts) {
                    return Ok::<_, AppError>(None);
                }
                Ok(Some((acts, deliberation::view(c, &actor, &slug, as_juror)?)))
            })
            .await?;
        let Some((acts, room)) = seen else { return Ok(None) };
        self.acts = Some(acts);
        let p = self.p.clone().in_zone(room.edition.zone());
        let html = match chosen(&room, &self.category)? {
            Some(of) => part(&p, &room, of, Typed::default())?,
            None => String::new(),
        };
        Ok(Some(html))
    }

    /// Waits for the next thing to send; none when the time is over or the room is closed to the person.
    async fn next(&mut self) -> Option<String> {
        while Instant::now() < self.until {
            match self.look().await {
                Ok(Some(html)) if html != self.sent => {
                    self.told_at = Instant::now();
                    let event = format!("data: {}\n\n", json!({ "html": html }));
                    self.sent = html;
                    return Some(event);
                }
                Ok(_) => {}
                Err(_) => return None,
            }
            if self.told_at.elapsed() > ALIVE {
                self.told_at = Instant::now();
                return Some(":\n\n".to_owned());
            }
            tokio::time::sleep(EVERY).await;
        }
        None
    }
}

/// The stream of a page. It ends by itself after a while, and the browser asks anew: with its rights of then.
pub async fn events(
    p: Page,
    user: &CurrentUser,
    state: Data<AppState>,
    slug: String,
    category: String,
    as_juror: bool,
) -> Result<HttpResponse, PageError> {
    let until = Instant::now() + Duration::from_secs(state.settings.server.events_seconds);
    let person = user.user.id;
    let (told_at, acts, sent) = (Instant::now(), None, String::new());
    let mut listener = Listener { p, state, person, slug, category, as_juror, until, told_at, acts, sent };
    // Who may not listen gets the page that says so.
    let html = listener.look().await?.unwrap_or_default();
    let first = format!("retry: 500\ndata: {}\n\n", json!({ "html": html }));
    listener.sent = html;
    let events = futures_util::stream::unfold((Some(first), listener), |(first, mut listener)| async move {
        let event = match first {
            Some(event) => event,
            None => listener.next().await?,
        };
        Some((Ok::<_, actix_web::Error>(Bytes::from(event)), (None, listener)))
    });
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((CACHE_CONTROL, "no-store"))
        // A proxy that waits for more before it passes on would hold every event back.
        .insert_header((HeaderName::from_static("x-accel-buffering"), "no"))
        .streaming(events))
}
