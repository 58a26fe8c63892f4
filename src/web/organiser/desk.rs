//! What every page of an edition's desk shows beside its content.

use super::words;
use crate::app::editions::Opened;
use crate::domain::edition::Edition;
use crate::domain::policy::{self, OrganiserAct};
use crate::domain::user::OrganiserRole;
use crate::web::error::PageError;
use crate::web::extract::CurrentUser;
use crate::web::page::Page;

/// What every page of an edition's desk shows beside its content. Templates call it `desk` and
/// extend `organiser/desk.html`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// The edition.
    pub edition: Edition,
    /// What the person is in it.
    pub role: OrganiserRole,
    here: &'static str,
    to_screen: i64,
    failed_mails: i64,
}

/// A group of links in the column.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its heading, or empty.
    pub title: String,
    /// Its links.
    pub items: Vec<Item>,
}

/// A link in the column.
#[derive(Debug, Clone)]
pub struct Item {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub text: String,
    /// Whether it is this page.
    pub is_here: bool,
    /// How much waits there, or empty.
    pub waiting: String,
}

/// The pages of the column: heading, then path and words of each.
const PAGES: &[(&str, &[(&str, &str)])] = &[
    ("", &[("", "desk-home")]),
    ("desk-group-entries", &[("entries", "desk-entries"), ("import", "desk-import")]),
    ("desk-group-jury", &[("jury", "desk-jury"), ("assignments", "desk-assignments"), ("progress", "desk-progress")]),
    (
        "desk-group-results",
        &[
            ("results", "desk-results"),
            ("deliberation", "desk-deliberation"),
            ("announcement", "desk-announcement"),
            ("press", "press-title"),
            ("distinctions", "desk-distinctions"),
            ("report", "desk-report"),
        ],
    ),
    (
        "desk-group-setup",
        &[
            ("setup", "desk-setup"),
            ("settings", "desk-settings"),
            ("categories", "desk-categories"),
            ("eligibility", "desk-eligibility"),
            ("form", "desk-form"),
            ("screening", "desk-screening"),
            ("criteria", "desk-criteria"),
        ],
    ),
    (
        "desk-group-watch",
        &[
            ("campaigns", "desk-campaigns"),
            ("mail-texts", "desk-mail-texts"),
            ("outbox", "desk-outbox"),
            ("audit", "desk-audit"),
            ("exports", "desk-exports"),
            ("team", "desk-team"),
            ("privacy", "desk-privacy"),
        ],
    ),
];

impl Desk {
    /// Of an opened edition; `here` is the path of the page within the desk: `entries`.
    pub fn new(opened: Opened, here: &'static str) -> Self {
        let Opened { edition, role, to_screen, failed_mails } = opened;
        Self { edition, role, here, to_screen, failed_mails }
    }

    /// Opens, for an act, the edition whose desk was asked for.
    pub fn open(user: &CurrentUser, slug: &str, act: OrganiserAct, here: &'static str) -> Result<Self, PageError> {
        // It was read with who asks.
        let desk = user.desk.as_ref().filter(|(edition, _)| edition.slug == slug);
        let (edition, waiting) = desk.ok_or(PageError::NotFound)?;
        Ok(Self::new(waiting.open(Edition::clone(edition), &user.actor, act)?, here))
    }

    /// The address of a page of this desk: `desk.url(p, "entries")`.
    pub fn url(&self, p: &Page, rest: &str) -> String {
        p.url(&format!("/organiser/{}/{rest}", self.edition.slug))
    }

    /// The links of the column.
    pub fn groups(&self, p: &Page) -> Vec<Group> {
        let waiting = |path: &str| match path {
            "entries" if self.to_screen > 0 => p.n(self.to_screen),
            "outbox" if self.failed_mails > 0 => p.n(self.failed_mails),
            _ => String::new(),
        };
        let item = |(path, key): &(&'static str, &'static str)| Item {
            href: self.url(p, path),
            text: p.t(key),
            is_here: *path == self.here,
            waiting: waiting(path),
        };
        let group = |(title, pages): &(&str, &[(&'static str, &'static str)])| Group {
            title: if title.is_empty() { String::new() } else { p.t(title) },
            items: pages.iter().map(item).collect(),
        };
        PAGES.iter().map(group).collect()
    }

    /// Where the edition stands, in words.
    pub fn status(&self, p: &Page) -> String {
        p.t(words::edition_status(self.edition.status))
    }

    /// Whether the person may change the edition.
    pub fn may_run(&self) -> bool {
        policy::role_may(self.role, OrganiserAct::Run)
    }

    /// Whether the person may screen entries.
    pub fn may_screen(&self) -> bool {
        policy::role_may(self.role, OrganiserAct::Screen)
    }

    /// Whether the person may change the team.
    pub fn may_manage_team(&self) -> bool {
        policy::role_may(self.role, OrganiserAct::ManageTeam)
    }
}
