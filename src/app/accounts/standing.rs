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
use crate::store::parts::{self, Part, PartKind};
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
    /// The edition whose desk was asked for, where the person organises it, and what waits there.
    pub desk: Option<(Known, Waiting)>,
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
    /// Which version of what is public this is.
    pub public: Arc<str>,
}

impl Known {
    fn new(part: &Part) -> Self {
        let Part { edition, slug, version, public, .. } = part.clone();
        Self { edition, slug, version, public }
    }
}

/// Who is behind some sessions, live or not: two questions, and one for each desk, however many they are. Each may be
/// of another state of the database, later than the one before.
pub fn standings(c: &mut Conn, callers: &[Caller]) -> AppResult<HashMap<Caller, Standing>> {
    let mut id_hashes: Vec<_> = callers.iter().map(|caller| caller.id_hash.clone()).collect();
    id_hashes.sort_unstable();
    id_hashes.dedup();
    let found = store::sessions::list_with_people(c, &id_hashes)?;
    let mut users: Vec<_> = found.iter().map(|(_, user)| user.id).collect();
    users.sort_unstable();
    users.dedup();
    let parts = parts::list(c, &users)?;
    let standing = |(session, user): (Session, User)| {
        let known = |is_kind: fn(PartKind) -> bool| {
            parts.iter().filter(|part| part.user == user.id && is_kind(part.kind)).map(Known::new).collect()
        };
        let actor = parts::actor_of(user.id, user.is_founder, &parts);
        let juries = known(|kind| matches!(kind, PartKind::Judges(_)));
        let desks = known(|kind| matches!(kind, PartKind::Organises(_)));
        (session.id_hash.clone(), Standing { session, user, actor, juries, desks, desk: None })
    };
    let found: HashMap<String, Standing> = found.into_iter().map(standing).collect();
    let mut waiting: HashMap<EditionId, Waiting> = HashMap::new();
    let mut answers = HashMap::new();
    for caller in callers {
        let Some(mut standing) = found.get(&caller.id_hash).cloned() else { continue };
        let desk = standing.desks.iter().find(|known| Some(&known.slug) == caller.desk.as_ref());
        if let Some(known) = desk.cloned() {
            let read = match waiting.entry(known.edition) {
                Entry::Occupied(place) => *place.get(),
                Entry::Vacant(place) => *place.insert(editions::waiting(c, known.edition)?),
            };
            standing.desk = Some((known, read));
        }
        answers.insert(caller.clone(), standing);
    }
    Ok(answers)
}
