//! One edition of the demo, from its creation to where its calendar leaves it.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::content::{DemoEntry, DemoJuror, DemoState};
use super::fill::{actor, person};
use super::scores;
use crate::app::announcements::{Ordered, Publisher};
use crate::app::editions::{self, NewEdition};
use crate::app::entries::{self, NewEntry};
use crate::app::jury::{self, Invitation, Tie};
use crate::app::results::{self, Staging};
use crate::app::screening::{self, Decision};
use crate::app::{AppError, AppResult, announcements, assignments, gallery, rounds, season};
use crate::domain::edition::{Edition, EditionStatus, Feedback};
use crate::domain::ids::{EntryId, JurorId, UserId};
use crate::domain::language::{Language, Localised};
use crate::domain::policy::Actor;
use crate::i18n::Speaker;
use crate::security::tally_key::TallyKey;
use crate::store::{self, Conn};

/// Who runs the demo's editions.
#[derive(Debug, Clone)]
pub struct Staff {
    /// Accounts of the organisers; the first does everything.
    pub organisers: Vec<UserId>,
    /// The hash of everybody's password.
    pub hash: String,
    /// The public address.
    pub url: String,
    /// What signs tallies.
    pub key: TallyKey,
}

/// When things happened in an edition.
#[derive(Debug, Clone)]
pub struct Calendar {
    year: i32,
    opens_at: DateTime<Utc>,
    closes_at: DateTime<Utc>,
    judging_opens_at: DateTime<Utc>,
    judging_closes_at: DateTime<Utc>,
    results_on: DateTime<Utc>,
    is_announced: bool,
}

impl Calendar {
    /// The current edition: the jury is at work.
    pub fn judging(now: DateTime<Utc>) -> Self {
        let days = TimeDelta::days;
        Self {
            year: 2027,
            opens_at: now - days(75),
            closes_at: now - days(25),
            judging_opens_at: now - days(12),
            judging_closes_at: now + days(9),
            results_on: now + days(23),
            is_announced: false,
        }
    }

    /// The edition of the year before: announced.
    pub fn announced(now: DateTime<Utc>) -> Self {
        let days = TimeDelta::days;
        Self {
            year: 2026,
            opens_at: now - days(440),
            closes_at: now - days(390),
            judging_opens_at: now - days(378),
            judging_closes_at: now - days(357),
            results_on: now - days(343),
            is_announced: true,
        }
    }
}

/// Makes an edition with its entries, jury, assignments and scorecards.
pub fn make(
    c: &mut Conn,
    staff: &Staff,
    jurors: &[DemoJuror],
    demo_entries: &[DemoEntry],
    calendar: &Calendar,
) -> AppResult<()> {
    let organiser = staff.organisers.first().copied().ok_or(AppError::NotFound)?;
    let edition = create(c, staff, organiser, calendar)?;
    let organiser = actor(c, organiser)?;
    let made = enter(c, staff, &edition, demo_entries, calendar)?;
    let after = calendar.closes_at + TimeDelta::hours(1);
    editions::set_status(c, &organiser, edition.id, EditionStatus::Closed, after)?;
    screen(c, staff, &organiser, &edition, demo_entries, &made, after + TimeDelta::days(2))?;
    let seated = seat(c, staff, &organiser, &edition, jurors, calendar.judging_opens_at - TimeDelta::days(5))?;
    let pairs = scores::plan(c, &edition, jurors, demo_entries, &made, &seated)?;
    let round = store::rounds::list(c, edition.id)?.pop().ok_or(AppError::NotFound)?;
    let before = calendar.judging_opens_at - TimeDelta::days(1);
    assignments::assign(c, &organiser, round.id, &pairs, &staff.url, before)?;
    rounds::open(c, &organiser, round.id, before)?;
    let until = if calendar.is_announced {
        calendar.judging_closes_at
    } else {
        calendar.judging_opens_at + TimeDelta::days(12)
    };
    let span = (calendar.judging_opens_at, until);
    scores::score(c, &round, jurors, demo_entries, &made, &seated, span, calendar.is_announced)?;
    if calendar.is_announced {
        announce(c, staff, &organiser, &edition, demo_entries, &made, calendar)?;
    }
    Ok(())
}

fn create(c: &mut Conn, staff: &Staff, organiser: UserId, calendar: &Calendar) -> AppResult<Edition> {
    let start = calendar.opens_at - TimeDelta::days(20);
    let year = calendar.year;
    let new = NewEdition {
        slug: year.to_string(),
        year,
        name: Localised::new(
            &format!("Digital Awards {year}"),
            &format!("الجوائز الرقمية {year}"),
            &format!("Digital Awards {year}"),
        ),
        time_zone: "Africa/Casablanca".into(),
        contact_email: "contact@digital-awards.example".into(),
        opens_at: calendar.opens_at,
        closes_at: calendar.closes_at,
        judging_opens_at: calendar.judging_opens_at,
        judging_closes_at: calendar.judging_closes_at,
        results_on: calendar.results_on,
    };
    let founder = actor(c, organiser)?;
    let mut edition = editions::create(c, &founder, new, start)?;
    edition.feedback = Feedback::Comments;
    store::editions::update(c, edition.clone())?;
    edition.version += 1;
    for other in &staff.organisers {
        store::organisers::set_role(c, edition.id, *other, crate::domain::user::OrganiserRole::Owner, start)?;
    }
    let owner = actor(c, organiser)?;
    editions::set_status(c, &owner, edition.id, EditionStatus::Open, start)?;
    editions::set_current(c, &owner, edition.id, start)?;
    Ok(store::editions::get(c, edition.id)?)
}

/// The entries, spread over the weeks of the call. By their code.
fn enter(
    c: &mut Conn,
    staff: &Staff,
    edition: &Edition,
    demo: &[DemoEntry],
    calendar: &Calendar,
) -> AppResult<BTreeMap<String, EntryId>> {
    let categories = store::categories::list(c, edition.id)?;
    let span = (calendar.closes_at - calendar.opens_at).num_minutes();
    let mut made = BTreeMap::new();
    for (index, entry) in demo.iter().enumerate() {
        // Most people come late.
        let place = i64::try_from(index + 1).unwrap_or(1) * span / i64::try_from(demo.len() + 1).unwrap_or(1);
        let began = calendar.opens_at + TimeDelta::minutes(place * place / span);
        let owner = person(c, &entry.owner.email, &entry.owner.name, entry.language, &staff.hash, began)?;
        let owner = actor(c, owner)?;
        let answers = entry.texts();
        let text = |key: &str| answers.get(key).cloned().unwrap_or_default();
        let new = NewEntry {
            late_code: String::new(),
            edition: edition.id,
            category: categories.iter().find(|x| x.code == entry.category).ok_or(AppError::NotFound)?.id,
            title: entry.title.clone(),
            organisation: entry.organisation.clone(),
            website: text("website"),
            city: text("city"),
            language: entry.language,
            import_key: None,
        };
        let started = entries::start(c, &owner, new, began)?;
        let mut organisation = store::organisations::get(c, started.organisation_id)?;
        organisation.profile = entry.profile.clone();
        store::organisations::update(c, organisation)?;
        made.insert(entry.code.clone(), started.id);
        let saved = began + TimeDelta::minutes(95);
        entries::save_answers(c, &owner, started.id, &answers, saved.min(calendar.closes_at))?;
        if entry.state == DemoState::Draft {
            continue;
        }
        let sent = (began + TimeDelta::minutes(150)).min(calendar.closes_at);
        entries::submit(c, &owner, started.id, sent, sent, &staff.url)
            .map_err(|e| AppError::Internal(format!("{}: {e}", entry.code)))?;
        if entry.state == DemoState::Withdrawn {
            entries::withdraw(c, &owner, started.id, sent + TimeDelta::days(1))?;
        }
    }
    Ok(made)
}

fn screen(
    c: &mut Conn,
    staff: &Staff,
    organiser: &Actor,
    edition: &Edition,
    demo: &[DemoEntry],
    made: &BTreeMap<String, EntryId>,
    at: DateTime<Utc>,
) -> AppResult<()> {
    for entry in demo {
        let l = Speaker(entry.language);
        let decision = match entry.state {
            DemoState::Eligible => Decision::Eligible(Vec::new()),
            DemoState::Ineligible => Decision::Ineligible(l.t("demo-ineligible")),
            DemoState::Returned => Decision::Return(l.t("demo-returned"), Vec::new()),
            DemoState::Draft | DemoState::Withdrawn => continue,
        };
        let id = *made.get(&entry.code).ok_or(AppError::NotFound)?;
        screening::decide(c, organiser, &edition.slug, id, 1, decision, &staff.url, at)?;
    }
    Ok(())
}

/// The jury: invited, accepted, ties declared. By address.
fn seat(
    c: &mut Conn,
    staff: &Staff,
    organiser: &Actor,
    edition: &Edition,
    jurors: &[DemoJuror],
    at: DateTime<Utc>,
) -> AppResult<BTreeMap<String, JurorId>> {
    let categories = store::categories::list(c, edition.id)?;
    let judgeable = store::entries::list_judgeable(c, edition.id)?;
    let ids: Vec<_> = judgeable.iter().map(|e| e.organisation_id).collect();
    let organisations = store::organisations::list_by_ids(c, &ids)?;
    let mut seated = BTreeMap::new();
    for juror in jurors {
        let language = juror.languages.first().copied().unwrap_or(Language::French);
        let invitation = Invitation {
            email: juror.email.clone(),
            name: juror.name.clone(),
            organisation: juror.organisation.clone(),
            title: juror.title.clone(),
            language: Some(language),
            reads: juror.languages.clone(),
            categories: categories.iter().filter(|x| juror.categories.contains(&x.code)).map(|x| x.id).collect(),
            expertise: juror.expertise.clone(),
            max_load: None,
        };
        let invited = jury::invite(c, organiser, edition.id, invitation, &staff.url, at)?;
        let user = person(c, &juror.email, &juror.name, language, &staff.hash, at)?;
        let accepted = at + TimeDelta::hours(20);
        let visitor = actor(c, user)?;
        jury::accept_as(c, &visitor, invited.id, accepted)?;
        let ties: Vec<Tie> = juror
            .conflicts
            .iter()
            .filter_map(|tie| {
                let organisation = organisations
                    .iter()
                    .find(|o| o.name.contains(&tie.organisation) || tie.organisation.contains(&o.name))?;
                Some(Tie { organisation: organisation.id, reason: tie.reason.clone() })
            })
            .collect();
        let member = actor(c, user)?;
        jury::declare_conflicts(c, &member, edition.id, &ties, true, accepted + TimeDelta::minutes(6))?;
        seated.insert(juror.email.clone(), invited.id);
    }
    Ok(seated)
}

fn announce(
    c: &mut Conn,
    staff: &Staff,
    organiser: &Actor,
    edition: &Edition,
    demo: &[DemoEntry],
    made: &BTreeMap<String, EntryId>,
    calendar: &Calendar,
) -> AppResult<()> {
    let round = store::rounds::list(c, edition.id)?.pop().ok_or(AppError::NotFound)?;
    let closed = calendar.judging_closes_at + TimeDelta::hours(2);
    rounds::close(c, organiser, round.id, staff.key.signing(), closed)?;
    let prizes = store::categories::list_prizes(c, edition.id)?;
    for entry in demo {
        let Some(kind) = entry.outcome else { continue };
        let id = *made.get(&entry.code).ok_or(AppError::NotFound)?;
        let category = store::entries::get(c, id)?.category_id;
        let prize = prizes.iter().find(|prize| prize.category_id == Some(category)).ok_or(AppError::NotFound)?.id;
        let staging =
            Staging { prize, entry: id, kind, citation: entry.citation.clone(), summary: entry.summary.clone() };
        results::stage(c, organiser, &edition.slug, &staging, closed + TimeDelta::days(3))?;
    }
    let publisher = Publisher { public_url: &staff.url, key: staff.key.signing() };
    let (slug, at) = (edition.slug.as_str(), calendar.results_on);
    let ordered = announcements::announce(c, organiser, slug, slug, None, publisher, at)?;
    if ordered == Ordered::Waits {
        let second = staff.organisers.get(1).copied().ok_or(AppError::NotFound)?;
        let second = actor(c, second)?;
        announcements::confirm(c, &second, slug, publisher, at + TimeDelta::minutes(2))?;
    }
    // Most startups let everybody see what they entered.
    for entry in demo.iter().filter(|entry| entry.quality % 3 != 0) {
        let id = *made.get(&entry.code).ok_or(AppError::NotFound)?;
        let owner = store::entries::get(c, id)?.owner_id;
        let owner = actor(c, owner)?;
        gallery::set_consent(c, &owner, id, true, at + TimeDelta::hours(1))?;
    }
    let report = season::read(c, organiser, slug)?;
    let report = season::finish(&report)?;
    season::publish(c, organiser, slug, &report, at + TimeDelta::days(10))
}
