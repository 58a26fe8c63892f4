//! Who is behind a session, and what they may do.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use crate::app::AppResult;
use crate::app::editions::{self, Waiting};
use crate::domain::ids::EditionId;
use crate::domain::policy::Actor;
use crate::domain::user::User;
use crate::security::session::Session;
use crate::store::judging_states::{list_judging, list_organising, whole};
use crate::store::{self, Conn};

/// A session with the person behind it.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The browser.
    pub session: Session,
    /// The account.
    pub user: User,
    /// What decides what the person may do.
    pub actor: Actor,
    /// The editions that the person judges, with the version of what their own list shows.
    pub juries: Vec<Known>,
    /// The editions that the person organises, with the version of what its counts show.
    pub desks: Vec<Known>,
    /// What waits on the desk that was asked for, where the person organises that edition.
    pub waiting: Option<Waiting>,
}

/// Who is asked for: the session of a hash, and the desk, by the word of its edition, that its page belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Caller {
    /// The hash of the session.
    pub id_hash: String,
    /// The desk.
    pub desk: Option<String>,
}

/// An edition that somebody has a part in.
#[derive(Debug, Clone)]
pub struct Known {
    /// The edition.
    pub edition: EditionId,
    /// Its word in addresses.
    pub slug: String,
    /// Which version of what the part shows this is: what was read for it holds as long as it stays.
    pub version: Arc<str>,
}

/// Who is behind some sessions, live or not: a few questions, however many they are.
pub fn standings(c: &mut Conn, callers: Vec<Caller>) -> AppResult<HashMap<Caller, Standing>> {
    let mut id_hashes: Vec<_> = callers.iter().map(|caller| caller.id_hash.clone()).collect();
    id_hashes.sort_unstable();
    id_hashes.dedup();
    let found = store::sessions::list_with_people(c, &id_hashes)?;
    let mut users: Vec<_> = found.iter().map(|(_, user)| user.id).collect();
    users.sort_unstable();
    users.dedup();
    let (organising, judging) = (list_organising(c, &users)?, list_judging(c, &users)?);
    let has_parts = !(organising.is_empty() && judging.is_empty());
    let public = if has_parts { store::public_state::version(c)? } else { String::new() };
    let mut competing = HashMap::new();
    for one in &organising {
        if let Entry::Vacant(place) = competing.entry(one.user) {
            place.insert(store::organisers::list_competing(c, one.user)?);
        }
    }
    let standing = |(session, user): (Session, User)| {
        let known = |edition, slug: &str, own: &str| {
            let (slug, version) = (slug.to_owned(), whole(&public, own));
            Known { edition, slug, version }
        };
        let competes = competing.get(&user.id).cloned().unwrap_or_default();
        let actor = store::organisers::actor_of(user.id, user.is_founder, &organising, &judging, competes);
        let juries = judging.iter().filter(|one| one.user == user.id);
        let juries = juries.map(|one| known(one.edition, &one.slug, &one.version)).collect();
        let desks = organising.iter().filter(|one| one.user == user.id);
        let desks = desks.map(|one| known(one.edition, &one.slug, &one.version)).collect();
        (session.id_hash.clone(), Standing { session, user, actor, juries, desks, waiting: None })
    };
    let found: HashMap<String, Standing> = found.into_iter().map(standing).collect();
    let mut waiting: HashMap<EditionId, Waiting> = HashMap::new();
    let mut answers = HashMap::new();
    for caller in callers {
        let Some(mut standing) = found.get(&caller.id_hash).cloned() else { continue };
        let desk = standing.desks.iter().find(|known| Some(&known.slug) == caller.desk.as_ref());
        if let Some(edition) = desk.map(|known| known.edition) {
            let read = match waiting.entry(edition) {
                Entry::Occupied(place) => place.into_mut(),
                Entry::Vacant(place) => place.insert(editions::waiting(c, edition)?),
            };
            standing.waiting = Some(read.clone());
        }
        answers.insert(caller, standing);
    }
    Ok(answers)
}
