//! The mails of an edition.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::pages::{Pages, query};
use super::words;
use crate::app::editions::mails::{self, PAGE};
use crate::domain::ids::MailId;
use crate::domain::notice::{MailStatus, OutboxMail};
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Now, Query, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other};

#[derive(Template)]
#[template(path = "organiser/outbox.html")]
struct OutboxPage {
    p: Page,
    desk: Desk,
    mails: Vec<OutboxMail>,
    total: i64,
    counts: [i64; 3],
    status: String,
    paging: Pages,
}

impl OutboxPage {
    fn kind(&self, mail: &OutboxMail) -> String {
        self.p.t(words::mail_kind(mail.kind))
    }

    fn status_of(&self, mail: &OutboxMail) -> (String, &'static str) {
        let (key, kind) =
            if mail.has_bounced() { ("mail-status-bounced", "bad") } else { words::mail_status(mail.status) };
        (self.p.t(key), kind)
    }

    fn failed(&self) -> i64 {
        self.counts[2]
    }

    fn is_failed(&self, mail: &OutboxMail) -> bool {
        mail.status == MailStatus::Failed
    }

    fn tabs(&self) -> Vec<(String, String, bool)> {
        let tab = |status: &str, key: &str, n: i64| {
            let words = self.p.m(key).arg("n", n).to_string();
            (
                format!("{}{}", self.desk.url(&self.p, "outbox"), query(&[("status", status)])),
                words,
                self.status == status,
            )
        };
        let [waiting, sent, failed] = self.counts;
        vec![
            tab("", "outbox-all", waiting + sent + failed),
            tab("waiting", "outbox-waiting", waiting),
            tab("sent", "outbox-sent", sent),
            tab("failed", "outbox-failed", failed),
        ]
    }
}

/// The list.
pub async fn index(
    p: Page,
    user: CurrentUser,
    asked: Query,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let status = asked.parse::<MailStatus>("status");
    let page = asked.parse::<i64>("page").unwrap_or(1).max(1);
    let list = state.db.read(move |c| mails::list(c, &actor, &slug, status, page)).await?;
    let desk = Desk::new(list.opened, "outbox");
    let status = status.map(|s| s.to_string()).unwrap_or_default();
    let at = |n: i64| format!("{}{}", desk.url(&p, "outbox"), query(&[("status", &status), ("page", &n.to_string())]));
    let paging = Pages::new(&p, list.total, PAGE, page, at);
    let p = p.in_zone(desk.edition.zone());
    html(&OutboxPage { p, desk, mails: list.mails, total: list.total, counts: list.counts, status, paging })
}

/// Sends a failed mail again.
pub async fn retry(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, mail) = (user.actor.clone(), path.1.clone(), id::<MailId>(&path.2)?);
    state.db.write(move |c| mails::retry(c, &actor, &slug, Some(mail), now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/outbox?done=mail-retried", path.1))))
}

/// Sends every failed mail again.
pub async fn retry_all(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    state.db.write(move |c| mails::retry(c, &actor, &slug, None, now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/outbox?done=mail-retried", path.1))))
}
