//! Who scores what in the demo, and how: severities differ, progress differs, one juror steps back.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use super::content::{DemoComment, DemoEntry, DemoJuror, DemoState};
use super::fill::actor;
use crate::app::scoring::{self, Sheet};
use crate::app::{AppError, AppResult};
use crate::domain::edition::Edition;
use crate::domain::ids::{AssignmentId, EntryId, JurorId};
use crate::domain::outcome::OutcomeKind;
use crate::domain::round::{Criterion, Round};
use crate::store::{self, Conn};

/// How many jurors score each entry.
const JURORS_PER_ENTRY: usize = 3;

/// A number from 0 to 255 that depends on these words alone.
fn dice(words: &[&str]) -> u8 {
    Sha256::digest(words.join("/").as_bytes())[0]
}

/// Three jurors for each eligible entry: without a tie, reading its language, knowing its category,
/// and the least busy first.
pub fn plan(
    c: &mut Conn,
    edition: &Edition,
    jurors: &[DemoJuror],
    demo: &[DemoEntry],
    made: &BTreeMap<String, EntryId>,
    seated: &BTreeMap<String, JurorId>,
) -> AppResult<Vec<(EntryId, JurorId)>> {
    let ties: BTreeSet<_> = store::conflicts::list_of_edition(c, edition.id)?
        .into_iter()
        .map(|t| (t.juror_id, t.organisation_id))
        .collect();
    let mut load: BTreeMap<JurorId, usize> = BTreeMap::new();
    let mut pairs = Vec::new();
    for entry in demo.iter().filter(|e| e.state == DemoState::Eligible) {
        let id = *made.get(&entry.code).ok_or(AppError::NotFound)?;
        let organisation = store::entries::get(c, id)?.organisation_id;
        let mut fit: Vec<(usize, JurorId)> = Vec::new();
        for juror in jurors {
            let seat = *seated.get(&juror.email).ok_or(AppError::NotFound)?;
            if ties.contains(&(seat, organisation)) {
                continue;
            }
            let busy = load.get(&seat).copied().unwrap_or(0) * 2;
            let stranger = if juror.categories.contains(&entry.category) { 0 } else { 7 };
            let foreign = if juror.languages.contains(&entry.language) { 0 } else { 40 };
            // Whoever is to step back from this entry must have it first.
            let wanted = juror.recusal.as_ref().is_some_and(|r| r.entry == entry.code);
            fit.push((if wanted { 0 } else { 1 + busy + stranger + foreign }, seat));
        }
        fit.sort_unstable();
        for (_, seat) in fit.into_iter().take(JURORS_PER_ENTRY) {
            *load.entry(seat).or_default() += 1;
            pairs.push((id, seat));
        }
    }
    Ok(pairs)
}

/// What a juror gives: the entry's quality seen through the juror's severity and noise.
fn mark(juror: &DemoJuror, entry: &DemoEntry, criterion: &Criterion) -> i32 {
    let roll = i32::from(dice(&[&juror.email, &entry.code, &criterion.key]));
    let lean = i32::from(dice(&[&entry.code, &criterion.key])) % 9 - 4;
    let noise = (roll - 128) * juror.noise / 90;
    // What the jury honoured had better be what it scored highest.
    let honoured = match entry.outcome {
        Some(OutcomeKind::Winner) => 9,
        Some(OutcomeKind::Finalist) => 2,
        None => 0,
    };
    let tenths = 32 + entry.quality + juror.severity + noise + lean + honoured;
    ((tenths + 5) / 10).clamp(1, 5)
}

fn comment<'a>(juror: &'a DemoJuror, entry: &DemoEntry, total: i32) -> &'a str {
    let tone = if total >= 12 {
        "positive"
    } else if total >= 8 {
        "mixed"
    } else {
        "negative"
    };
    let fits = |x: &&DemoComment| x.tone == tone && x.language == entry.language;
    let own = juror.comments.iter().filter(fits).find(|x| x.entry.as_deref() == Some(entry.code.as_str()));
    let any: Vec<&DemoComment> = juror.comments.iter().filter(fits).filter(|x| x.entry.is_none()).collect();
    let picked = any.get(usize::from(dice(&[&juror.email, &entry.code])) % any.len().max(1)).copied();
    own.or(picked).map_or("", |x| x.text.as_str())
}

/// Fills scorecards: everything where the edition is over, else as far as each juror got.
#[allow(clippy::too_many_arguments)] // each is a part of the made-up world
pub fn score(
    c: &mut Conn,
    round: &Round,
    jurors: &[DemoJuror],
    demo: &[DemoEntry],
    made: &BTreeMap<String, EntryId>,
    seated: &BTreeMap<String, JurorId>,
    span: (DateTime<Utc>, DateTime<Utc>),
    is_over: bool,
) -> AppResult<()> {
    let criteria = store::rounds::list_criteria(c, round.id)?;
    for juror in jurors {
        let seat = *seated.get(&juror.email).ok_or(AppError::NotFound)?;
        let user = store::jurors::get(c, seat)?.user_id.ok_or(AppError::NotFound)?;
        let member = actor(c, user)?;
        let mine: Vec<(AssignmentId, &DemoEntry)> = store::assignments::list_of_juror(c, seat)?
            .into_iter()
            .filter(|a| a.round_id == round.id)
            .filter_map(|a| {
                let entry = demo.iter().find(|e| made.get(&e.code) == Some(&a.entry_id))?;
                Some((a.id, entry))
            })
            .collect();
        let done = if is_over { mine.len() } else { mine.len() * juror.progress / 100 };
        let step = (span.1 - span.0) / i32::try_from(mine.len() + 1).unwrap_or(1);
        let mut at = span.0;
        let stepped_back = juror.recusal.as_ref().filter(|_| !is_over);
        if let Some(recusal) = stepped_back
            && let Some((assignment, _)) = mine.iter().find(|(_, e)| e.code == recusal.entry)
        {
            scoring::recuse(c, &member, *assignment, &recusal.reason, at + TimeDelta::hours(7))?;
        }
        for (index, (assignment, entry)) in mine.iter().enumerate() {
            at += step;
            if stepped_back.is_some_and(|r| r.entry == entry.code) {
                continue;
            }
            if index > done || (index == done && juror.progress == 0 && !is_over) {
                break;
            }
            let marks: Vec<(String, i32)> = criteria.iter().map(|x| (x.key.clone(), mark(juror, entry, x))).collect();
            let total = marks.iter().map(|(_, m)| m).sum();
            if index == done {
                // The one on the desk: begun, not finished.
                let sheet = Sheet {
                    marks: marks.into_iter().take(1).map(|(k, m)| (k, m.to_string())).collect(),
                    ..Sheet::default()
                };
                scoring::save(c, &member, *assignment, &sheet, at)?;
                break;
            }
            // Begun, and handed in some minutes later.
            let first = Sheet {
                marks: marks.iter().take(1).map(|(k, m)| (k.clone(), m.to_string())).collect(),
                ..Sheet::default()
            };
            let version = scoring::save(c, &member, *assignment, &first, at)?.sheet.version;
            let sheet = Sheet {
                version,
                marks: marks.into_iter().map(|(k, m)| (k, m.to_string())).collect(),
                comment: comment(juror, entry, total).to_owned(),
                note: String::new(),
            };
            let minutes = 4 + i64::from(dice(&[&juror.email]) % 12 + dice(&[&juror.email, &entry.code]) % 9);
            scoring::submit(c, &member, *assignment, &sheet, at + TimeDelta::minutes(minutes))?;
        }
    }
    Ok(())
}
