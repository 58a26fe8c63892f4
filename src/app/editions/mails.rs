//! The mails of an edition, and its log.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::{Opened, open};
use crate::app::AppResult;
use crate::app::audit::{self, Event};
use crate::domain::audit::{AuditActor, AuditEvent};
use crate::domain::ids::{MailId, UserId};
use crate::domain::notice::{MailStatus, OutboxMail};
use crate::domain::policy::{Actor, OrganiserAct};
use crate::store::audit::AuditFilter;
use crate::store::{self, Conn};

/// Lines on one page of a list.
pub const PAGE: i64 = 50;

/// A page of the mails.
#[derive(Debug, Clone, PartialEq)]
pub struct MailList {
    /// The edition.
    pub opened: Opened,
    /// The mails of this page, newest first.
    pub mails: Vec<OutboxMail>,
    /// How many match.
    pub total: i64,
    /// How many wait, left, failed.
    pub counts: [i64; 3],
}

/// The mails of an edition, of one status or of all, page by page, from 1.
pub fn list(c: &mut Conn, actor: &Actor, slug: &str, status: Option<MailStatus>, page: i64) -> AppResult<MailList> {
    let opened = open(c, actor, slug, OrganiserAct::Run)?;
    let edition = opened.edition.id;
    let (mails, total) = store::outbox::list_of_edition(c, edition, status, offset(page), PAGE)?;
    let by_status = store::outbox::count_of_edition(c, edition)?;
    let count = |wanted: &[MailStatus]| by_status.iter().filter(|(s, _)| wanted.contains(s)).map(|(_, n)| n).sum();
    let counts =
        [count(&[MailStatus::Waiting, MailStatus::Sending]), count(&[MailStatus::Sent]), count(&[MailStatus::Failed])];
    Ok(MailList { opened, mails, total, counts })
}

fn offset(page: i64) -> i64 {
    (page.clamp(1, 100_000) - 1) * PAGE
}

/// Puts a failed mail, or all of them, back in the queue. Returns how many.
pub fn retry(c: &mut Conn, actor: &Actor, slug: &str, one: Option<MailId>, now: DateTime<Utc>) -> AppResult<usize> {
    let edition = open(c, actor, slug, OrganiserAct::Run)?.edition.id;
    let retried = store::outbox::retry_failed(c, edition, one, now)?;
    if retried > 0 {
        let event = Event::new("mails.retried", "edition", edition).edition(edition).after(json!({ "mails": retried }));
        audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    }
    Ok(retried)
}

/// A page of the log.
#[derive(Debug, Clone, PartialEq)]
pub struct LogPage {
    /// The edition.
    pub opened: Opened,
    /// The events of this page, newest first.
    pub events: Vec<AuditEvent>,
    /// How many match.
    pub total: i64,
    /// Every action the log names.
    pub actions: Vec<String>,
    /// Every person the log names.
    pub people: BTreeMap<UserId, String>,
}

/// The log of an edition, page by page, from 1.
pub fn log(c: &mut Conn, actor: &Actor, slug: &str, filter: &AuditFilter, page: i64) -> AppResult<LogPage> {
    let opened = open(c, actor, slug, OrganiserAct::Run)?;
    let edition = opened.edition.id;
    let (events, total) = store::audit::list_of_edition(c, edition, filter, offset(page), PAGE)?;
    let (actions, people) = store::audit::list_filters(c, edition)?;
    let people = store::users::list(c, &people)?.into_iter().map(|u| (u.id, u.name)).collect();
    Ok(LogPage { opened, events, total, actions, people })
}
