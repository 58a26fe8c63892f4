//! The season report: what an edition says of the startups that entered, for everybody to read.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use serde_json::json;

use super::audit::{self, Event};
use super::results::lab::{self, ScoredRound};
use super::{AppError, AppResult, editions};
use crate::domain::audit::AuditActor;
use crate::domain::edition::Edition;
use crate::domain::entry::{Entry, EntryStatus, Screening};
use crate::domain::ids::{CategoryId, EditionId, EntryId, OrganisationId};
use crate::domain::juror::JurorStatus;
use crate::domain::language::{Language, Localised};
use crate::domain::organisation::{self, Founders, Profile, Sector, Size};
use crate::domain::outcome::OutcomeKind;
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::round::RoundStatus;
use crate::domain::season::{
    Agreement, Breakdown, Cell, Dimension, Line, PublishedSeason, Season, Step, Year, conceal,
};
use crate::store::entries::EntryFilter;
use crate::store::{self, Conn};

/// What is read for a report. The jury's agreement is computed from it without the database: see [`finish`].
#[derive(Debug, Clone)]
pub struct SeasonRead {
    /// The edition.
    pub edition: Edition,
    /// The report, without the jury's agreement.
    pub season: Season,
    /// The last closed round with scores.
    pub scored: Option<ScoredRound>,
    /// What is public.
    pub published: Option<PublishedSeason>,
}

/// The submitted entries of an edition, each with the profile of its startup.
struct Entrants {
    started: u32,
    entries: Vec<(Entry, Profile)>,
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn entrants(c: &mut Conn, edition: &Edition) -> AppResult<Entrants> {
    let (all, _) = store::entries::list(c, edition.id, &EntryFilter::default(), 0, i64::MAX)?;
    let started = small(all.len());
    let of_entry = |entry: &Entry| entry.organisation_id;
    let ids: BTreeSet<OrganisationId> = all.iter().map(of_entry).collect();
    let ids: Vec<OrganisationId> = ids.into_iter().collect();
    let profiles: HashMap<OrganisationId, Profile> =
        store::organisations::list_by_ids(c, &ids)?.into_iter().map(|o| (o.id, o.profile)).collect();
    let in_race = |entry: &Entry| matches!(entry.status, EntryStatus::Submitted | EntryStatus::Returned);
    let with_profile = |entry: Entry| {
        let profile = profiles.get(&entry.organisation_id).cloned().unwrap_or_default();
        (entry, profile)
    };
    Ok(Entrants { started, entries: all.into_iter().filter(in_race).map(with_profile).collect() })
}

/// Reads what a report says, for whoever may see results.
pub fn read(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<SeasonRead> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Decide)?.edition;
    let earlier: Vec<Edition> = store::editions::list(c)?
        .into_iter()
        .filter(|other| other.is_announced() && other.id != edition.id && other.closes_at < edition.closes_at)
        .collect();
    let newest = earlier.iter().max_by_key(|other| other.closes_at).cloned();
    let now = entrants(c, &edition)?;
    let before = match &newest {
        Some(edition) => Some(entrants(c, edition)?),
        None => None,
    };
    let mut years = vec![year(c, &edition, &now)?];
    for other in &earlier {
        let entrants = entrants(c, other)?;
        years.push(year(c, other, &entrants)?);
    }
    years.sort_by_key(|year| std::cmp::Reverse(year.year));
    let categories = names(c, &edition, newest.as_ref())?;
    let season = Season {
        entries: Cell::alone(small(now.entries.len())),
        before: newest.map(|edition| edition.name),
        funnel: funnel(c, &edition, &now)?,
        breakdowns: Dimension::ALL.iter().map(|d| breakdown(*d, &categories, &now, before.as_ref())).collect(),
        agreement: Vec::new(),
        years,
    };
    let has_closed = store::rounds::list(c, edition.id)?.iter().any(|round| round.status == RoundStatus::Closed);
    let scored = if has_closed { Some(lab::load(c, actor, slug)?) } else { None };
    let published = store::season_reports::find(c, edition.id)?;
    Ok(SeasonRead { edition, season, scored, published })
}

/// The report with the jury's agreement. Long work for a large round: holds no connection.
pub fn finish(read: &SeasonRead) -> AppResult<Season> {
    let mut season = read.season.clone();
    if let Some(round) = read.scored.as_ref().filter(|scored| !scored.round.is_ranked()) {
        for found in lab::jury(round)?.agreements {
            let Some(criterion) = round.criteria.get(found.criterion) else { continue };
            let share = found.model.ok().and_then(|model| {
                let variances = [model.sd_entry, model.sd_juror, model.sd_resid].map(|sd| sd * sd);
                thousandths(variances[0] / variances.iter().sum::<f64>())
            });
            season.agreement.push(Agreement { criterion: criterion.name.clone(), share });
        }
    }
    Ok(season)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a thousand")]
fn thousandths(share: f64) -> Option<u32> {
    (0.0..=1.0).contains(&share).then(|| (share * 1000.0).round() as u32)
}

/// The names of the categories by code: those of this edition, then those only the one before had.
fn names(c: &mut Conn, edition: &Edition, before: Option<&Edition>) -> AppResult<Categories> {
    let mut categories = Categories::default();
    for edition in std::iter::once(edition).chain(before) {
        for category in store::categories::list(c, edition.id)? {
            categories.codes.insert(category.id, category.code.clone());
            if categories.names.iter().all(|(code, _)| *code != category.code) {
                categories.names.push((category.code, category.name));
            }
        }
    }
    Ok(categories)
}

#[derive(Default)]
struct Categories {
    codes: HashMap<CategoryId, String>,
    names: Vec<(String, Localised)>,
}

/// The values of a dimension in the order in which they are shown.
fn values(dimension: Dimension, categories: &Categories) -> Vec<String> {
    let words = |all: &[&str]| all.iter().map(|word| (*word).to_owned()).collect();
    match dimension {
        Dimension::Category => categories.names.iter().map(|(code, _)| code.clone()).collect(),
        Dimension::Sector => words(&Sector::ALL.iter().map(|x| x.as_str()).collect::<Vec<_>>()),
        Dimension::Region => organisation::regions().map(str::to_owned).collect(),
        Dimension::Size => words(&Size::ALL.iter().map(|x| x.as_str()).collect::<Vec<_>>()),
        Dimension::Founders => words(&Founders::ALL.iter().map(|x| x.as_str()).collect::<Vec<_>>()),
        Dimension::Language => words(&Language::ALL.iter().map(|x| x.as_str()).collect::<Vec<_>>()),
    }
}

fn value(dimension: Dimension, categories: &Categories, (entry, profile): &(Entry, Profile)) -> String {
    match dimension {
        Dimension::Category => categories.codes.get(&entry.category_id).cloned().unwrap_or_default(),
        Dimension::Sector => profile.sector.map(|x| x.to_string()).unwrap_or_default(),
        Dimension::Region => profile.region.clone().unwrap_or_default(),
        Dimension::Size => profile.size.map(|x| x.to_string()).unwrap_or_default(),
        Dimension::Founders => profile.founders.map(|x| x.to_string()).unwrap_or_default(),
        Dimension::Language => entry.language.to_string(),
    }
}

fn breakdown(dimension: Dimension, categories: &Categories, now: &Entrants, before: Option<&Entrants>) -> Breakdown {
    let count = |entrants: &Entrants| {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for entry in &entrants.entries {
            *counts.entry(value(dimension, categories, entry)).or_default() += 1;
        }
        counts
    };
    let (now, before) = (count(now), before.map(count));
    let mut keys = values(dimension, categories);
    keys.push(String::new());
    let of = |counts: &BTreeMap<String, u32>, key: &String| counts.get(key).copied().unwrap_or(0);
    keys.retain(|key| of(&now, key) > 0 || before.as_ref().is_some_and(|before| of(before, key) > 0));
    let cells = |counts: &BTreeMap<String, u32>| conceal(&keys.iter().map(|key| of(counts, key)).collect::<Vec<_>>());
    let (now, before) = (cells(&now), before.as_ref().map(cells));
    let line = |(at, key): (usize, &String)| Line {
        key: key.clone(),
        name: (dimension == Dimension::Category)
            .then(|| categories.names.iter().find(|(code, _)| code == key).map(|(_, name)| name.clone()))
            .flatten(),
        now: now[at],
        before: before.as_ref().map(|cells| cells[at]),
    };
    Breakdown { dimension, lines: keys.iter().enumerate().map(line).collect() }
}

fn funnel(c: &mut Conn, edition: &Edition, entrants: &Entrants) -> AppResult<Vec<(Step, Cell)>> {
    let eligible = entrants.entries.iter().filter(|(entry, _)| entry.screening == Screening::Eligible).count();
    let mut judged: BTreeSet<EntryId> = BTreeSet::new();
    for round in store::rounds::list(c, edition.id)? {
        // How many are scored while a round is open is for organisers alone, and no result.
        if round.status == RoundStatus::Closed {
            let assignments = store::assignments::list_of_round(c, round.id)?;
            let sheets = store::scorecards::list_of_round(c, round.id)?;
            let handed_in: BTreeSet<_> =
                sheets.iter().filter(|s| s.submitted_at.is_some()).map(|s| s.assignment_id).collect();
            judged.extend(assignments.iter().filter(|a| handed_in.contains(&a.id)).map(|a| a.entry_id));
        }
    }
    let mut steps = vec![
        (Step::Started, Cell::alone(entrants.started)),
        (Step::Submitted, Cell::alone(small(entrants.entries.len()))),
        (Step::Eligible, Cell::alone(small(eligible))),
    ];
    if !judged.is_empty() {
        steps.push((Step::Judged, Cell::alone(small(judged.len()))));
    }
    if edition.is_announced() {
        // Who is honoured is public by name: there is nobody to hide.
        let outcomes = store::outcomes::list_published(c, edition.id)?;
        let honoured: BTreeSet<EntryId> = outcomes.iter().map(|outcome| outcome.entry_id).collect();
        let won: BTreeSet<EntryId> = outcomes
            .iter()
            .filter(|outcome| outcome.published == Some(OutcomeKind::Winner))
            .map(|outcome| outcome.entry_id)
            .collect();
        steps.push((Step::Honoured, Cell::Count(small(honoured.len()))));
        steps.push((Step::Won, Cell::Count(small(won.len()))));
    }
    Ok(steps)
}

fn year(c: &mut Conn, edition: &Edition, entrants: &Entrants) -> AppResult<Year> {
    let organisations: BTreeSet<OrganisationId> = entrants.entries.iter().map(|(e, _)| e.organisation_id).collect();
    let jurors = store::jurors::list(c, edition.id)?;
    let mut scorecards = 0;
    for round in store::rounds::list(c, edition.id)? {
        if round.status == RoundStatus::Closed {
            let sheets = store::scorecards::list_of_round(c, round.id)?;
            scorecards += small(sheets.iter().filter(|sheet| sheet.submitted_at.is_some()).count());
        }
    }
    Ok(Year {
        year: edition.year,
        name: edition.name.clone(),
        entries: Cell::alone(small(entrants.entries.len())),
        organisations: Cell::alone(small(organisations.len())),
        jurors: Cell::alone(small(jurors.iter().filter(|juror| juror.status == JurorStatus::Accepted).count())),
        scorecards,
    })
}

/// Publishes a report as it was computed. Only once winners are announced: it tells how many there are.
pub fn publish(c: &mut Conn, actor: &Actor, slug: &str, season: &Season, now: DateTime<Utc>) -> AppResult<()> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Decide)?.edition;
    if !edition.is_announced() {
        return Err(AppError::refused("season-refused-early"));
    }
    let report = PublishedSeason {
        edition_id: edition.id,
        content: season.clone(),
        published_by: actor.user_id,
        published_at: now,
    };
    store::season_reports::put(c, report)?;
    let event = Event::new("season.published", "edition", edition.id)
        .edition(edition.id)
        .after(json!({ "entries": season.entries.count() }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Takes a report off the public site.
pub fn withdraw(c: &mut Conn, actor: &Actor, slug: &str, now: DateTime<Utc>) -> AppResult<()> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Decide)?.edition;
    if store::season_reports::delete(c, edition.id)? {
        let event = Event::new("season.withdrawn", "edition", edition.id).edition(edition.id);
        audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    }
    Ok(())
}

/// Whether the report of an announced edition is public.
pub fn is_public(c: &mut Conn, edition: EditionId) -> AppResult<bool> {
    Ok(store::season_reports::exists(c, edition)?)
}

/// What the public reads; nothing before winners are announced.
pub fn public(c: &mut Conn, slug: &str) -> AppResult<(Edition, PublishedSeason)> {
    let edition = store::editions::find_by_slug(c, slug)?.filter(Edition::is_announced).ok_or(AppError::NotFound)?;
    let report = store::season_reports::find(c, edition.id)?.ok_or(AppError::NotFound)?;
    Ok((edition, report))
}
