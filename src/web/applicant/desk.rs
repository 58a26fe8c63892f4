//! My entries.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;

use super::people::role_words;
use super::standing::{self, Standing, TimeLeft};
use crate::app::entries::{self, EntryCard, EntryView, people};
use crate::app::{organisations, public};
use crate::domain::edition::{Edition, EntryWindow};
use crate::domain::organisation::Organisation;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Now, Query};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, zellige};

#[derive(Template)]
#[template(path = "applicant/desk.html")]
struct DeskPage {
    p: Page,
    words: String,
    total: usize,
    cards: Vec<Card>,
    edition: Option<Edition>,
    is_open: bool,
    time_left: Option<TimeLeft>,
    organisations: Vec<Organisation>,
    /// Invitations to the entries of others: id, and words.
    waiting: Vec<(String, String)>,
}

struct Card {
    href: String,
    tile: String,
    title: String,
    detail: String,
    standing: Standing,
    done: usize,
    sections: usize,
    progress: String,
}

/// The tile of an entry: the mark of its category, varied by its id.
pub fn tile(view: &EntryView) -> String {
    let category = usize::try_from(view.category.position.max(1) - 1).unwrap_or(0);
    zellige::entry_tile(category, view.entry.id.0.as_bytes(), None)
}

/// My entries.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    now: Now,
    query: Query,
) -> Result<HttpResponse, PageError> {
    let (actor, words) = (user.actor.clone(), query.text("q").to_owned());
    let search = words.clone();
    let ((cards, total), edition, organisations, waiting) = state
        .db
        .read(move |c| {
            let edition = public::current(c)?;
            let organisations = organisations::list_mine(c, &actor)?;
            let waiting = people::waiting(c, &actor)?;
            Ok::<_, crate::app::AppError>((entries::list_mine(c, &actor, &search)?, edition, organisations, waiting))
        })
        .await?;
    let p = match &edition {
        Some(edition) => p.in_zone(edition.zone()),
        None => p,
    };
    let cards = cards.into_iter().map(|card| card_of(&p, card, now)).collect();
    let is_open = edition.as_ref().is_some_and(|e| e.entry_window(now.0) == EntryWindow::Open);
    let time_left = edition
        .as_ref()
        .and_then(|e| standing::time_left(&p, e.closes_at, e.entry_window(now.0) == EntryWindow::Open, now.0));
    let in_words = |x: people::Waiting| {
        let words = p.m("people-invited-you").arg("by", x.by).arg("entry", x.title);
        (x.collaborator.id.to_string(), format!("{words} {}", role_words(&p, x.collaborator.role)))
    };
    let waiting = waiting.into_iter().map(in_words).collect();
    html(&DeskPage { p, words, total, cards, edition, is_open, time_left, organisations, waiting })
}

fn card_of(p: &Page, card: EntryCard, now: Now) -> Card {
    let EntryCard { view, done, sections } = card;
    let p = p.clone().in_zone(view.edition.zone());
    Card {
        href: p.url(&format!("/entries/{}", view.entry.id)),
        tile: tile(&view),
        detail: p.l(&view.category.name).to_owned(),
        standing: standing::of(&p, &view, now.0),
        progress: p.m("entry-progress").arg("done", done).arg("n", sections).to_string(),
        title: view.entry.title,
        done,
        sections,
    }
}
