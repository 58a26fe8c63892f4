//! Everything a plan is made from, read in one transaction.

use std::collections::BTreeMap;

use super::wishes::Wishes;
use crate::app::AppResult;
use crate::app::assignments::assign::Ground;
use crate::app::assignments::matrix::round_of;
use crate::app::entries::SubmittedForms;
use crate::domain::assignment::AssignmentStatus;
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::entry::{Entry, Snapshot};
use crate::domain::form::{EntryForm, FieldKind};
use crate::domain::ids::{EntryId, JurorId};
use crate::domain::juror::{Juror, JurorStatus};
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::round::{Round, RoundStatus};
use crate::store::{self, Conn};
use sha2::{Digest, Sha256};

/// What is needed to propose a plan for a round.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The edition.
    pub edition: Edition,
    /// Its rounds.
    pub rounds: Vec<Round>,
    /// The round.
    pub round: Round,
    /// The edition's categories.
    pub categories: Vec<Category>,
    /// The entries to judge, by reference.
    pub entries: Vec<Entry>,
    /// Whoever is on the jury or has an assignment that counts, in the order of invitations.
    pub jurors: Vec<Juror>,
    /// What each entry says.
    pub(super) texts: Vec<String>,
    pub(in crate::app::assignments) ground: Ground,
}

impl Facts {
    /// Of a round; none while the edition has no round.
    pub fn load(c: &mut Conn, actor: &Actor, slug: &str, position: Option<i32>) -> AppResult<Option<Self>> {
        let (edition, rounds, round) = round_of(c, actor, slug, position, OrganiserAct::Run)?;
        let Some(round) = round else { return Ok(None) };
        let categories = store::categories::list(c, edition.id)?;
        let ground = Ground::load(c, round.clone())?;
        let (entries, jurors) = in_order(&ground);
        let texts = texts(c, &entries)?;
        Ok(Some(Self { edition, rounds, round, categories, entries, jurors, texts, ground }))
    }

    /// The name of a category.
    pub fn category(&self, entry: usize) -> Option<&Category> {
        let id = self.entries.get(entry)?.category_id;
        self.categories.iter().find(|category| category.id == id)
    }

    /// The pair of ids at positions.
    pub(in crate::app::assignments) fn ids(&self, entry: usize, juror: usize) -> Option<(EntryId, JurorId)> {
        Some((self.entries.get(entry)?.id, self.jurors.get(juror)?.id))
    }
}

/// The round asked for, and how many of its scorecards are still to be given to somebody: none while
/// nothing is given at all, or once it is closed. Reads no texts: pages ask this each time.
pub fn gaps(c: &mut Conn, actor: &Actor, slug: &str, position: Option<i32>) -> AppResult<Option<(Round, usize)>> {
    let (_, _, round) = round_of(c, actor, slug, position, OrganiserAct::Run)?;
    let Some(round) = round.filter(|round| round.status != RoundStatus::Closed) else { return Ok(None) };
    let needed = usize::try_from(round.jurors_per_entry).unwrap_or(0);
    let ground = Ground::load(c, round)?;
    let mut has: BTreeMap<EntryId, usize> = BTreeMap::new();
    for pair in ground.pairs.values().filter(|pair| pair.status.counts()) {
        *has.entry(pair.entry_id).or_default() += 1;
    }
    let lacking = |id: &EntryId| needed.saturating_sub(has.get(id).copied().unwrap_or(0));
    let count = if has.is_empty() { 0 } else { ground.entries.keys().map(lacking).sum() };
    Ok(Some((ground.round, count)))
}

/// Entries and jurors in an order that depends on nothing that may be edited.
fn in_order(ground: &Ground) -> (Vec<Entry>, Vec<Juror>) {
    let mut entries: Vec<Entry> = ground.entries.values().cloned().collect();
    entries.sort_by(|a, b| a.reference.cmp(&b.reference));
    let is_in = |juror: &&Juror| juror.status == JurorStatus::Accepted || ground.load_of(juror.id) > 0;
    let jurors = ground.jurors.values().filter(is_in).cloned().collect();
    (entries, jurors)
}

/// What each entry said when it was last submitted: its title and what jurors may read of it.
fn texts(c: &mut Conn, entries: &[Entry]) -> AppResult<Vec<String>> {
    let submitted = SubmittedForms::load(c, entries)?;
    let text =
        |entry: &Entry| submitted.of(entry).map_or_else(|| entry.title.clone(), |(said, form)| text_of(said, form));
    Ok(entries.iter().map(text).collect())
}

fn text_of(snapshot: &Snapshot, form: &EntryForm) -> String {
    let mut text = snapshot.title.clone();
    let readable = form
        .fields
        .iter()
        .filter(|field| !field.hidden_from_jurors && matches!(field.kind, FieldKind::ShortText | FieldKind::LongText));
    for answer in readable.filter_map(|field| snapshot.answers.get(&field.key)) {
        text.push('\n');
        text.push_str(answer);
    }
    text
}

/// The hash of everything that decides what a plan may be: when it is the same, so is the plan.
/// Texts are in it by their snapshots, which never change. That a juror has begun changes nothing
/// while all assignments stay.
pub(in crate::app::assignments) fn fingerprint(ground: &Ground, wishes: &Wishes) -> String {
    let entries: Vec<_> = ground
        .entries
        .values()
        .map(|e| (e.id, &e.reference, e.snapshot_id, e.category_id, e.language, e.organisation_id, e.owner_id))
        .collect();
    let jurors: Vec<_> = ground
        .jurors
        .values()
        .map(|j| (j.id, j.status, j.user_id, j.max_load, j.language, &j.reads, &j.categories, &j.expertise))
        .collect();
    let standing = |status: AssignmentStatus| match status {
        AssignmentStatus::Recused => Some("never"),
        AssignmentStatus::Withdrawn => None,
        status if wishes.keep == super::KeepWish::Locked && status.counts() => Some("stays"),
        status if status.is_scored() || status == AssignmentStatus::Drafting => Some("stays"),
        _ => Some("may change"),
    };
    let pairs: Vec<_> =
        ground.pairs.values().filter_map(|a| Some((a.entry_id, a.juror_id, standing(a.status)?))).collect();
    let all = (ground.round.id, ground.round.status, wishes, entries, jurors, &ground.ties, pairs);
    // Ids, words and numbers only: serialising them can't fail.
    hex::encode(Sha256::digest(serde_json::to_vec(&all).unwrap_or_default()))
}
