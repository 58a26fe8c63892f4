//! An award in every state that the lines of the table ask for.

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::RunQueryDsl;
use digital_awards::app::announcements::{self, Ordered, Publisher};
use digital_awards::app::editions::{self, NewEdition};
use digital_awards::app::entries::{self, TypedEntry};
use digital_awards::app::jury::{self, Invitation};
use digital_awards::app::results::{self, Staging};
use digital_awards::app::scoring::{self, Sheet};
use digital_awards::app::{AppError, AppResult, assignments, rounds};
use digital_awards::clock::Clock;
use digital_awards::config::{
    DatabaseSettings, Environment, FileSettings, MailSettings, MailTransport, Secret, Settings, TallySettings,
};
use digital_awards::domain::edition::{Edition, EditionStatus};
use digital_awards::domain::entry::{Entry, EntryStatus, Screening, reference};
use digital_awards::domain::form::Answers;
use digital_awards::domain::ids::{AssignmentId, EntryId, JurorId, OrganisationId, UserId};
use digital_awards::domain::language::{Language, Localised};
use digital_awards::domain::organisation::{Organisation, Profile};
use digital_awards::domain::outcome::OutcomeKind;
use digital_awards::domain::policy::Actor;
use digital_awards::domain::round::{Round, RoundStatus};
use digital_awards::domain::text::EmailAddress;
use digital_awards::domain::user::{OrganiserRole, User};
use digital_awards::security::secret;
use digital_awards::security::session::Session;
use digital_awards::startup;
use digital_awards::store::{self, Conn, Engine};
use digital_awards::web::state::AppState;

/// The edition whose winners are public.
pub const ANNOUNCED: &str = "2025";
/// The edition with 500 entries and 10,000 scorecards, closed; its winners are announced during the run.
pub const CLOSED: &str = "2026";
/// The edition that is judged: every juror has 75 entries.
pub const JUDGED: &str = "2027";
/// The edition that takes entries.
pub const OPEN: &str = "2028";

const CLOSED_ENTRIES: usize = 500;
const CLOSED_JURORS: usize = 20;
/// Organisers who read its results at once: they are few.
const ORGANISERS: usize = 4;
const JUDGED_ENTRIES: usize = 75;
/// As many as there are connections.
pub const JUDGES: usize = 64;

/// What the lines need to ask.
pub struct Award {
    /// The cookies of the organisers of the closed edition.
    pub organisers: Vec<String>,
    /// A cookie and a sheet of each juror of the judged edition.
    pub judges: Vec<(String, AssignmentId)>,
    /// A cookie and a complete draft of each applicant.
    pub writers: Vec<(String, EntryId)>,
}

/// The settings of a server and of this program on one database.
pub fn settings(database: &str, folder: &Path) -> Settings {
    Settings {
        environment: Environment::Development,
        database: DatabaseSettings { url: Secret(database.to_owned()), ..DatabaseSettings::default() },
        mail: MailSettings { transport: MailTransport::Folder, folder: folder.join("mail"), ..MailSettings::default() },
        files: FileSettings { folder: folder.join("files"), ..FileSettings::default() },
        tally: TallySettings { key_path: folder.join("tally.key"), ..TallySettings::default() },
        ..Settings::default()
    }
}

/// What the use cases need, on a database that is brought up to date.
pub fn open(database: &str, folder: &Path) -> AppState {
    let settings = settings(database, folder);
    startup::prepare_database(&settings).expect("a schema");
    startup::open_state(settings, Clock::system()).expect("an award")
}

/// Fills an empty database; so many complete drafts wait.
pub fn fill(state: &AppState, drafts: usize) -> Award {
    let now = Utc::now();
    let write = |c: &mut Conn| -> AppResult<Award> {
        let organiser = person(c, "organiser", true, now)?;
        announced(c, state, organiser, now)?;
        let organisers = closed(c, state, organiser, now)?;
        let judges = judged(c, organiser, now)?;
        let writers = opened(c, organiser, drafts, now)?;
        Ok(Award { organisers, judges, writers })
    };
    let award = state.db.write_now(write).expect("an award");
    if state.db.engine() == Engine::Postgres {
        // As PostgreSQL does by itself within a minute: until then it plans for tables that it takes for empty.
        let analyse = |c: &mut Conn| -> AppResult<()> {
            diesel::sql_query("ANALYZE").execute(c).expect("statistics");
            Ok(())
        };
        state.db.write_now(analyse).expect("statistics");
    }
    award
}

fn days(count: usize) -> TimeDelta {
    TimeDelta::days(i64::try_from(count).unwrap_or(0))
}

fn person(c: &mut Conn, name: &str, is_founder: bool, now: DateTime<Utc>) -> AppResult<UserId> {
    let user = User {
        id: UserId::new(),
        email: EmailAddress::parse(&format!("{name}@people.example")).expect("an address"),
        name: name.to_owned(),
        password_hash: None,
        language: Language::French,
        verified_at: Some(now),
        is_founder,
        disabled_at: None,
        created_at: now,
        second_factor_at: None,
    };
    store::users::insert(c, user.clone())?;
    Ok(user.id)
}

fn actor(c: &mut Conn, user: UserId) -> AppResult<Actor> {
    Ok(store::organisers::actor(c, user)?)
}

fn cookie(c: &mut Conn, user: UserId, now: DateTime<Utc>) -> AppResult<String> {
    let secret = secret::random();
    let session = Session {
        id_hash: secret::hash(&secret),
        user_id: user,
        created_at: now,
        // Noted as seen for the whole run: nobody's page is the one of the minute that writes.
        last_seen_at: now + TimeDelta::hours(1),
        expires_at: now + days(1),
        user_agent: "bench".into(),
        address: "127.0.0.1".into(),
        second_at: None,
        proved_at: None,
    };
    store::sessions::insert(c, session)?;
    Ok(format!("session={secret}"))
}

/// An edition that takes entries from the first of these days on to the second, and scores to the third.
fn edition(c: &mut Conn, owner: UserId, slug: &str, calendar: [DateTime<Utc>; 3]) -> AppResult<Edition> {
    let [opens_at, closes_at, judging_closes_at] = calendar;
    let founder = actor(c, owner)?;
    let new = NewEdition {
        slug: slug.to_owned(),
        year: slug.parse().expect("a year"),
        name: Localised::same(&format!("Digital Awards {slug}")),
        time_zone: "Africa/Casablanca".into(),
        contact_email: "bonjour@awards.example".into(),
        opens_at,
        closes_at,
        judging_opens_at: closes_at + days(1),
        judging_closes_at,
        results_on: judging_closes_at + days(9),
    };
    editions::create(c, &founder, new, opens_at - days(1))
}

/// Its round, open.
fn round(c: &mut Conn, edition: &Edition) -> AppResult<Round> {
    let mut round = store::rounds::list(c, edition.id)?.remove(0);
    round.status = RoundStatus::Open;
    store::rounds::update(c, round.clone())?;
    round.version += 1;
    let mut judging = store::editions::get(c, edition.id)?;
    judging.status = EditionStatus::Judging;
    store::editions::update(c, judging)?;
    Ok(round)
}

/// Entries that may be judged.
fn entered(
    c: &mut Conn,
    edition: &Edition,
    owner: UserId,
    count: usize,
    now: DateTime<Utc>,
) -> AppResult<Vec<EntryId>> {
    let categories = store::categories::list(c, edition.id)?;
    let form = store::entry_forms::get_current(c, edition.id)?;
    let mut all = Vec::with_capacity(count);
    for number in 1..=count {
        let category = &categories[number % categories.len()];
        let organisation = Organisation {
            id: OrganisationId::new(),
            owner_id: owner,
            name: format!("Coopérative numérique {number} SARL"),
            website: format!("https://startup{number}.example"),
            city: "Errachidia".into(),
            created_at: now,
            profile: Profile::default(),
            logo_key: None,
        };
        store::organisations::insert(c, organisation.clone())?;
        let entry = Entry {
            id: EntryId::new(),
            edition_id: edition.id,
            category_id: category.id,
            organisation_id: organisation.id,
            owner_id: owner,
            reference: reference(edition.year, &category.code, i32::try_from(number).unwrap_or(0)),
            title: format!("Saqya {number} : l’eau juste, au bon moment"),
            language: Language::French,
            status: EntryStatus::Draft,
            screening: Screening::Pending,
            screening_reason: None,
            screened_by: None,
            screened_at: None,
            form_id: form.id,
            answers: answers(),
            snapshot_id: None,
            submitted_at: None,
            withdrawn_at: None,
            version: 0,
            search: String::new(),
            import_key: None,
            extended_until: None,
            open_questions: Vec::new(),
            created_at: now,
            updated_at: now,
        };
        store::entries::insert(c, entry.clone())?;
        let (mut entry, _) = entries::freeze(c, entry, &form, Vec::new(), &organisation.name, owner, now, now)?;
        entry.screening = Screening::Eligible;
        entry.screened_by = Some(owner);
        entry.screened_at = Some(now);
        store::entries::update(c, entry.clone())?;
        all.push(entry.id);
    }
    Ok(all)
}

fn answers() -> Answers {
    let paragraph =
        "Un capteur de sol, un message vocal, et l’irrigation suit la plante au lieu du calendrier. ".repeat(6);
    [
        ("pitch", "L’eau juste, au bon moment, pour les oasis du Tafilalet."),
        ("city", "Errachidia"),
        ("founded_year", "2024"),
        ("team_size", "9"),
        ("website", "https://saqya.example"),
        ("problem", "L’irrigation suit un tour d’eau fixe."),
        ("solution", paragraph.trim()),
        ("innovation", "Un modèle de bilan hydrique à trois étages."),
        ("creativity", "Les voix sont celles de femmes de Jorf."),
        ("traction", "214 exploitations payent aujourd’hui."),
        ("team", "Hanane, Saïd et Fatiha."),
    ]
    .into_iter()
    .map(|(key, answer)| (key.to_owned(), answer.to_owned()))
    .collect()
}

/// Jurors who have every entry of a round to score.
fn seated(
    c: &mut Conn,
    organiser: UserId,
    (edition, round): (&Edition, &Round),
    entries: &[EntryId],
    count: usize,
    now: DateTime<Utc>,
) -> AppResult<Vec<(UserId, JurorId)>> {
    let organiser = actor(c, organiser)?;
    let mut all = Vec::with_capacity(count);
    for number in 0..count {
        let name = format!("juror{number}of{}", edition.slug);
        let user = person(c, &name, false, now)?;
        let invitation = Invitation {
            email: format!("{name}@people.example"),
            name,
            reads: vec![Language::French],
            ..Invitation::default()
        };
        let juror = jury::invite(c, &organiser, edition.id, invitation, "http://x", now)?;
        let visitor = actor(c, user)?;
        jury::accept_as(c, &visitor, juror.id, now)?;
        let member = actor(c, user)?;
        jury::declare_conflicts(c, &member, edition.id, &[], true, now)?;
        all.push((user, juror.id));
    }
    let of_juror = |&(_, juror): &(UserId, JurorId)| entries.iter().map(move |entry| (*entry, juror));
    let pairs: Vec<(EntryId, JurorId)> = all.iter().flat_map(of_juror).collect();
    assignments::assign(c, &organiser, round.id, &pairs, "http://x", now)?;
    Ok(all)
}

/// Hands in the sheets of a juror: marks that depend on entry and juror alone.
fn score(c: &mut Conn, (user, juror): (UserId, JurorId), most: usize, now: DateTime<Utc>) -> AppResult<()> {
    let member = actor(c, user)?;
    let severity = juror.0.as_bytes()[15] % 3;
    for assignment in store::assignments::list_of_juror(c, juror)?.into_iter().take(most) {
        let quality = assignment.entry_id.0.as_bytes()[15] % 4;
        let mark = |noise: u8| (u8::midpoint(quality + noise % 2, severity) + 1).clamp(1, 5).to_string();
        let noise = assignment.id.0.as_bytes();
        let marks = [("innovation", noise[13]), ("creativity", noise[14]), ("entrepreneurship", noise[15])];
        let marks = marks.into_iter().map(|(key, noise)| (key.to_owned(), mark(noise))).collect();
        let sheet =
            Sheet { marks, comment: "Un dossier clair, une équipe qui sait où elle va.".into(), ..Sheet::default() };
        scoring::submit(c, &member, assignment.id, &sheet, now)?;
    }
    Ok(())
}

/// A winner and two finalists for each of the first prizes.
fn stage(c: &mut Conn, organiser: UserId, edition: &Edition, entries: &[EntryId], now: DateTime<Utc>) -> AppResult<()> {
    let organiser = actor(c, organiser)?;
    let text = |words: &str| Localised::same(&words.repeat(4));
    for prize in store::categories::list_prizes(c, edition.id)? {
        let mut kinds = [OutcomeKind::Winner, OutcomeKind::Finalist, OutcomeKind::Finalist].into_iter();
        for entry in entries {
            if prize.category_id != Some(store::entries::get(c, *entry)?.category_id) {
                continue;
            }
            let Some(kind) = kinds.next() else { break };
            let (citation, summary) = (text("Pour la justesse de son eau. "), text("Des capteurs pour les oasis. "));
            let staging = Staging { prize: prize.id, entry: *entry, kind, citation, summary };
            results::stage(c, &organiser, &edition.slug, &staging, now)?;
        }
    }
    Ok(())
}

/// Announces what is staged, as a node would.
pub fn announce(c: &mut Conn, state: &AppState, slug: &str, now: DateTime<Utc>) -> AppResult<()> {
    let publisher = Publisher { public_url: "http://x", key: state.tally_key.signing() };
    let organiser = named(c, "organiser")?;
    let ordered = announcements::announce(c, &organiser, slug, slug, None, publisher, now)?;
    if ordered == Ordered::Waits {
        let colleague = named(c, "colleague1")?;
        announcements::confirm(c, &colleague, slug, publisher, now)?;
    }
    Ok(())
}

/// A person of a name, with what they may do.
pub fn named(c: &mut Conn, name: &str) -> AppResult<Actor> {
    let email = EmailAddress::parse(&format!("{name}@people.example")).expect("an address");
    let user = store::users::find_by_email(c, &email)?.ok_or(AppError::NotFound)?;
    actor(c, user.id)
}

fn announced(c: &mut Conn, state: &AppState, organiser: UserId, now: DateTime<Utc>) -> AppResult<()> {
    let long_ago = now - days(400);
    let edition = edition(c, organiser, ANNOUNCED, [long_ago, long_ago + days(50), long_ago + days(80)])?;
    let applicant = person(c, "applicant-announced", false, long_ago)?;
    let entries = entered(c, &edition, applicant, 20, long_ago)?;
    let round = round(c, &edition)?;
    let then = long_ago + days(60);
    for juror in seated(c, organiser, (&edition, &round), &entries, 3, then)? {
        score(c, juror, usize::MAX, then)?;
    }
    let owner = actor(c, organiser)?;
    rounds::close(c, &owner, round.id, state.tally_key.signing(), long_ago + days(81))?;
    stage(c, organiser, &edition, &entries, long_ago + days(82))?;
    announce(c, state, ANNOUNCED, long_ago + days(90))
}

/// Its organisers' cookies.
fn closed(c: &mut Conn, state: &AppState, organiser: UserId, now: DateTime<Utc>) -> AppResult<Vec<String>> {
    let edition = edition(c, organiser, CLOSED, [now - days(90), now - days(40), now + days(1)])?;
    let applicant = person(c, "applicant-closed", false, now)?;
    let entries = entered(c, &edition, applicant, CLOSED_ENTRIES, now - days(60))?;
    let round = round(c, &edition)?;
    for juror in seated(c, organiser, (&edition, &round), &entries, CLOSED_JURORS, now - days(30))? {
        score(c, juror, usize::MAX, now - days(20))?;
    }
    let owner = actor(c, organiser)?;
    rounds::close(c, &owner, round.id, state.tally_key.signing(), now - days(1))?;
    stage(c, organiser, &edition, &entries, now)?;
    let mut cookies = vec![cookie(c, organiser, now)?];
    for number in 1..ORGANISERS {
        let colleague = person(c, &format!("colleague{number}"), false, now)?;
        store::organisers::set_role(c, edition.id, colleague, OrganiserRole::Organiser, now)?;
        cookies.push(cookie(c, colleague, now)?);
    }
    Ok(cookies)
}

/// Every juror has handed in half of the sheets.
fn judged(c: &mut Conn, organiser: UserId, now: DateTime<Utc>) -> AppResult<Vec<(String, AssignmentId)>> {
    let edition = edition(c, organiser, JUDGED, [now - days(60), now - days(20), now + days(20)])?;
    let applicant = person(c, "applicant-judged", false, now)?;
    let entries = entered(c, &edition, applicant, JUDGED_ENTRIES, now - days(40))?;
    let round = round(c, &edition)?;
    let mut judges = Vec::with_capacity(JUDGES);
    for (user, juror) in seated(c, organiser, (&edition, &round), &entries, JUDGES, now - days(10))? {
        score(c, (user, juror), JUDGED_ENTRIES / 2, now - days(5))?;
        let open = store::assignments::list_of_juror(c, juror)?.into_iter().find(|a| !a.status.is_scored());
        judges.push((cookie(c, user, now)?, open.ok_or(AppError::NotFound)?.id));
    }
    Ok(judges)
}

fn opened(c: &mut Conn, organiser: UserId, drafts: usize, now: DateTime<Utc>) -> AppResult<Vec<(String, EntryId)>> {
    let edition = edition(c, organiser, OPEN, [now - days(30), now + days(1), now + days(40)])?;
    let owner = actor(c, organiser)?;
    editions::set_status(c, &owner, edition.id, EditionStatus::Open, now)?;
    editions::set_current(c, &owner, edition.id, now)?;
    let category = store::categories::list(c, edition.id)?.remove(0);
    let mut writers = Vec::with_capacity(drafts);
    for number in 0..drafts {
        let user = person(c, &format!("writer{number}"), false, now)?;
        let writer = actor(c, user)?;
        let typed = TypedEntry {
            category: category.id.to_string(),
            title: format!("Saqya {number}"),
            organisation: format!("Saqya {number} SARL"),
            language: "fr".into(),
            ..TypedEntry::default()
        };
        let entry = entries::start(c, &writer, entries::read_new_entry(edition.id, &typed)?, now)?;
        entries::save_answers(c, &writer, entry.id, &answers(), now)?;
        writers.push((cookie(c, user, now)?, entry.id));
    }
    Ok(writers)
}

/// How many of these entries were not submitted exactly once, with one receipt.
pub fn wrong(c: &mut Conn, entries: &[EntryId]) -> AppResult<usize> {
    let mut wrong = 0;
    for id in entries {
        let entry = store::entries::get(c, *id)?;
        let snapshots = store::snapshots::list(c, *id)?;
        let key = snapshots.first().map(|snapshot| format!("receipt:{}", snapshot.id)).unwrap_or_default();
        let receipts: i64 = store::outbox::count_by_key(c, &key)?.into_iter().map(|(_, count)| count).sum();
        wrong += usize::from(entry.status != EntryStatus::Submitted || snapshots.len() != 1 || receipts != 1);
    }
    Ok(wrong)
}
