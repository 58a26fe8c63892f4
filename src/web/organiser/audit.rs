//! The log of an edition.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::pages::{Pages, query};
use super::words;
use crate::app::editions::mails::{self, PAGE};
use crate::domain::audit::AuditEvent;
use crate::domain::ids::UserId;
use crate::store::audit::AuditFilter;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Query};
use crate::web::html;
use crate::web::page::Page;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "organiser/audit.html")]
struct AuditPage {
    p: Page,
    desk: Desk,
    events: Vec<AuditEvent>,
    total: i64,
    actions: Vec<String>,
    people: BTreeMap<UserId, String>,
    action: String,
    actor: String,
    subject: String,
    paging: Pages,
}

impl AuditPage {
    fn action_of(&self, action: &str) -> String {
        words::action(action).map_or_else(|| action.to_owned(), |key| self.p.t(key))
    }

    fn who(&self, event: &AuditEvent) -> String {
        match event.actor_id {
            Some(id) => self.people.get(&id).cloned().unwrap_or_default(),
            None => self.p.t("audit-platform"),
        }
    }

    fn action_options(&self) -> Vec<(String, String)> {
        let mut options: Vec<_> = self.actions.iter().map(|a| (a.clone(), self.action_of(a))).collect();
        options.sort_by(|a, b| a.1.cmp(&b.1));
        options
    }

    fn actor_options(&self) -> Vec<(String, String)> {
        self.people.iter().map(|(id, name)| (id.to_string(), name.clone())).collect()
    }

    fn change(&self, value: &Option<serde_json::Value>) -> String {
        let Some(serde_json::Value::Object(fields)) = value else { return String::new() };
        let line = |(name, value): (&String, &serde_json::Value)| match value {
            serde_json::Value::String(text) => format!("{name}: {text}"),
            other => format!("{name}: {other}"),
        };
        fields.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    fn clear_href(&self) -> String {
        let has_filter = !(self.action.is_empty() && self.actor.is_empty() && self.subject.is_empty());
        if has_filter { self.desk.url(&self.p, "audit") } else { String::new() }
    }
}

/// The log, newest first.
pub async fn index(
    p: Page,
    user: CurrentUser,
    asked: Query,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let of = |name: &str| Some(asked.text(name).trim().to_owned()).filter(|text| !text.is_empty());
    let filter = AuditFilter { action: of("action"), actor: asked.parse("actor"), subject: of("subject") };
    let page = asked.parse::<i64>("page").unwrap_or(1).max(1);
    let log = state.db.read(move |c| mails::log(c, &actor, &slug, &filter, page)).await?;
    let desk = Desk::new(log.opened, "audit");
    let filters = ["action", "actor", "subject"].map(|name| (name, asked.text(name)));
    let at = |n: i64| {
        let number = n.to_string();
        format!("{}{}", desk.url(&p, "audit"), query(&[&filters[..], &[("page", number.as_str())]].concat()))
    };
    let paging = Pages::new(&p, log.total, PAGE, page, at);
    let [action, actor, subject] = filters.map(|(_, value)| value.to_owned());
    let p = p.in_zone(desk.edition.zone());
    let (events, total, actions, people) = (log.events, log.total, log.actions, log.people);
    html(&AuditPage { p, desk, events, total, actions, people, action, actor, subject, paging })
}
