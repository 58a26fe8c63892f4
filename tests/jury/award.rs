//! An award with entries to judge and people to judge them.

use chrono::{DateTime, TimeDelta, Utc};
use digital_awards::app::announcements::{self, Publisher};
use digital_awards::app::editions::{self, NewEdition};
use digital_awards::app::jury::{self, Invitation};
use digital_awards::app::results::{self, Staging};
use digital_awards::app::{AppError, assignments, entries, rounds};
use digital_awards::domain::edition::{Edition, EditionStatus};
use digital_awards::domain::entry::{Entry, EntryStatus, Screening, Snapshot, reference};
use digital_awards::domain::file::{EntryFile, FileKind};
use digital_awards::domain::ids::{AssignmentId, EntryId, FileId, JurorId, OrganisationId, SnapshotId};
use digital_awards::domain::juror::Juror;
use digital_awards::domain::language::{Language, Localised};
use digital_awards::domain::organisation::{Organisation, Profile};
use digital_awards::domain::outcome::OutcomeKind;
use digital_awards::domain::policy::Actor;
use digital_awards::domain::round::{Round, RoundStatus};
use digital_awards::store::{self, Conn};

use crate::support::people::Person;
use crate::support::{Browser, TestApp};

/// What an applicant wrote where jurors must not look.
pub const HIDDEN: &str = "answer that no juror may read";

/// An award in its time of scoring.
pub struct Award {
    /// The application.
    pub app: TestApp,
    /// The organiser.
    pub organiser: Person,
    /// The applicant of every entry.
    pub applicant: Person,
    /// The edition: `2027`.
    pub edition: Edition,
    /// Its round, which is open.
    pub round: Round,
    /// Entries that may be judged: `Entry 1` of `Organisation 1`, and so on.
    pub entries: Vec<Entry>,
}

/// A person on the jury, signed in, who has declared all ties.
pub struct OnJury {
    /// The place on the jury.
    pub juror: Juror,
    /// A browser that is signed in.
    pub browser: Browser,
    /// The account.
    pub person: Person,
}

impl Award {
    /// With a number of entries, in the time of scoring.
    pub async fn with_entries(count: i32) -> Self {
        Self::with_entries_on(TestApp::start().await, count).await
    }

    /// The same on an application that is there, at its time.
    pub async fn with_entries_on(app: TestApp, count: i32) -> Self {
        let organiser = app.founder("organiser").await;
        let applicant = app.person("applicant").await;
        let (now, founder, owner) = (app.now(), organiser.user.id, applicant.user.id);
        let made = app
            .state
            .db
            .write(move |c| {
                let actor = store::organisers::actor(c, founder)?;
                let edition = editions::create(c, &actor, new_edition(now), now)?;
                let mut round = store::rounds::list(c, edition.id)?.remove(0);
                round.status = RoundStatus::Open;
                store::rounds::update(c, round.clone())?;
                round.version += 1;
                let mut made = Vec::new();
                for number in 1..=count {
                    made.push(entry(c, &edition, owner, number, now)?);
                }
                Ok::<_, AppError>((edition, round, made))
            })
            .await
            .unwrap();
        Self { app, organiser, applicant, edition: made.0, round: made.1, entries: made.2 }
    }

    /// The organiser with what decides what they may do.
    pub async fn organising(&self) -> Actor {
        let id = self.organiser.user.id;
        self.app.state.db.read(move |c| Ok::<_, AppError>(store::organisers::actor(c, id)?)).await.unwrap()
    }

    /// Somebody who was invited, has accepted and has declared all ties.
    pub async fn juror(&self, name: &str) -> OnJury {
        let person = self.app.person(name).await;
        let (actor, id, now) = (self.organising().await, person.user.id, self.app.now());
        let (edition, email) = (self.edition.id, person.user.email.to_string());
        let name = name.to_owned();
        let juror = self
            .app
            .state
            .db
            .write(move |c| {
                let invitation = Invitation {
                    email: email.clone(),
                    name: name.clone(),
                    reads: vec![Language::French],
                    ..Invitation::default()
                };
                let juror = jury::invite(c, &actor, edition, invitation, "http://x", now)?;
                let person = store::organisers::actor(c, id)?;
                jury::accept_as(c, &person, juror.id, now)?;
                let person = store::organisers::actor(c, id)?;
                jury::declare_conflicts(c, &person, edition, &[], true, now)
            })
            .await
            .unwrap();
        OnJury { juror, browser: person.browser.clone(), person }
    }

    /// Assigns entries by their place in the list to a juror; their assignments, in that order.
    pub async fn assign(&self, juror: &OnJury, places: &[usize]) -> Vec<AssignmentId> {
        let (actor, round, now) = (self.organising().await, self.round.id, self.app.now());
        let pairs: Vec<(EntryId, JurorId)> = places.iter().map(|p| (self.entries[*p].id, juror.juror.id)).collect();
        self.app
            .state
            .db
            .write(move |c| {
                assignments::assign(c, &actor, round, &pairs, "http://x", now)?;
                let mut ids = Vec::new();
                for (entry, juror) in &pairs {
                    ids.extend(store::assignments::find(c, round, *entry, *juror)?.map(|a| a.id));
                }
                Ok::<_, AppError>(ids)
            })
            .await
            .unwrap()
    }

    /// One juror gives every entry the same marks, and the first entry's prize is announced: now, or ordered for
    /// an instant.
    pub async fn score_and_announce(&self, at: Option<DateTime<Utc>>) {
        let juror = self.juror("najat").await;
        for id in self.assign(&juror, &(0..self.entries.len()).collect::<Vec<_>>()).await {
            let sheet = [("version", "0"), ("c-innovation", "4"), ("c-creativity", "4"), ("c-entrepreneurship", "4")];
            juror.browser.post(&self.url(id, "/submit"), &sheet).await.expect(303);
        }
        let (organiser, round, entry) = (self.organising().await, self.round.id, self.entries[0].id);
        let (edition, key, now) = (self.edition.id, self.app.state.tally_key.clone(), self.app.now());
        let schedule = move |c: &mut Conn| {
            rounds::close(c, &organiser, round, key.signing(), now)?;
            let mut closed = store::editions::get(c, edition)?;
            closed.status = EditionStatus::Deliberation;
            store::editions::update(c, closed)?;
            let category = store::entries::get(c, entry)?.category_id;
            let prizes = store::categories::list_prizes(c, edition)?;
            let prize = prizes.iter().find(|prize| prize.category_id == Some(category)).unwrap().id;
            let citation = Localised::same("Pour son eau");
            let staging =
                Staging { prize, entry, kind: OutcomeKind::Winner, citation, summary: Localised::same("Eau") };
            results::stage(c, &organiser, "2027", &staging, now)?;
            let publisher = Publisher { public_url: "http://127.0.0.1:0", key: key.signing() };
            announcements::announce(c, &organiser, "2027", "2027", at, publisher, now)?;
            Ok::<_, AppError>(())
        };
        self.app.state.db.write(schedule).await.unwrap();
    }

    /// The address of a scorecard, or of an act on it.
    pub fn url(&self, id: AssignmentId, act: &str) -> String {
        format!("/fr/jury/2027/{id}{act}")
    }

    /// Changes an entry, past the server.
    pub async fn change_entry(&self, id: EntryId, change: impl Fn(&mut Entry) + Send + 'static) {
        let write = move |c: &mut Conn| {
            let mut entry = store::entries::get(c, id)?;
            change(&mut entry);
            Ok::<_, AppError>(store::entries::update(c, entry)?)
        };
        self.app.state.db.write(write).await.unwrap();
    }

    /// Moves the edition to a status, whatever it was.
    pub async fn move_to(&self, status: EditionStatus) {
        let (id, now) = (self.edition.id, self.app.now());
        let write = move |c: &mut Conn| {
            let mut edition = store::editions::get(c, id)?;
            edition.status = status;
            edition.announced_at = (status == EditionStatus::Announced).then_some(now);
            Ok::<_, AppError>(store::editions::update(c, edition)?)
        };
        self.app.state.db.write(write).await.unwrap();
    }

    /// Closes the round.
    pub async fn close_round(&self) {
        let (mut round, now) = (self.round.clone(), self.app.now());
        round.status = RoundStatus::Closed;
        round.closed_at = Some(now);
        let write = move |c: &mut Conn| Ok::<_, AppError>(store::rounds::update(c, round.clone())?);
        self.app.state.db.write(write).await.unwrap();
    }
}

fn new_edition(now: DateTime<Utc>) -> NewEdition {
    NewEdition {
        slug: "2027".into(),
        year: 2027,
        name: Localised::same("Digital Awards 2027"),
        time_zone: "Africa/Casablanca".into(),
        contact_email: "award@people.example".into(),
        opens_at: now - TimeDelta::days(30),
        closes_at: now - TimeDelta::days(10),
        judging_opens_at: now - TimeDelta::days(1),
        judging_closes_at: now + TimeDelta::days(14),
        results_on: now + TimeDelta::days(30),
    }
}

/// An entry that was submitted and found eligible; its form hides one answer from jurors.
fn entry(
    c: &mut Conn,
    edition: &Edition,
    owner: digital_awards::domain::ids::UserId,
    number: i32,
    now: DateTime<Utc>,
) -> Result<Entry, AppError> {
    let category = store::categories::list(c, edition.id)?.remove(0);
    let mut form = store::entry_forms::get_current(c, edition.id)?;
    for field in form.fields.iter_mut().filter(|field| field.key == "team") {
        field.hidden_from_jurors = true;
    }
    store::entry_forms::update(c, form.clone())?;
    let organisation = Organisation {
        id: OrganisationId::new(),
        owner_id: owner,
        name: format!("Organisation {number}"),
        website: String::new(),
        city: "Errachidia".into(),
        created_at: now,
        profile: Profile::default(),
        logo_key: None,
    };
    store::organisations::insert(c, organisation.clone())?;
    let answers = [("pitch", "A pitch"), ("problem", "First.\n\nSecond."), ("team", HIDDEN)];
    let entry = Entry {
        id: EntryId::new(),
        edition_id: edition.id,
        category_id: category.id,
        organisation_id: organisation.id,
        owner_id: owner,
        reference: reference(2027, &category.code, store::entries::take_number(c, edition.id, category.id)?),
        title: format!("Entry {number}"),
        language: Language::French,
        status: EntryStatus::Draft,
        screening: Screening::Pending,
        screening_reason: None,
        screened_by: None,
        screened_at: None,
        form_id: form.id,
        answers: answers.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect(),
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
    let (frozen, _) = entries::freeze(c, entry, &form, Vec::new(), &organisation.name, owner, now, now)?;
    let mut entry = store::entries::get(c, frozen.id)?;
    entry.screening = Screening::Eligible;
    entry.screened_by = Some(owner);
    entry.screened_at = Some(now);
    store::entries::update(c, entry.clone())?;
    // What is written after submission is the applicant's draft: jurors read the snapshot.
    let mut draft = store::entries::get(c, entry.id)?;
    draft.answers.insert("problem".into(), "A later draft that was not submitted.".into());
    store::entries::update(c, draft.clone())?;
    Ok(store::entries::get(c, draft.id)?)
}

/// A file of an entry, as it would be kept under `ab/cd`.
pub fn attached(entry: &Entry, id: FileId, question: &str, name: &str, kind: FileKind) -> EntryFile {
    EntryFile {
        id,
        entry_id: entry.id,
        field_key: question.to_owned(),
        name: name.to_owned(),
        kind,
        size: 9,
        sha256: "0".repeat(64),
        storage_key: "ab/cd".into(),
        uploaded_by: entry.owner_id,
        created_at: entry.created_at,
        removed_at: None,
        position: 0,
        alt: String::new(),
        has_preview: false,
    }
}

/// Submits something else. What was submitted stays: it is a new snapshot.
pub fn resubmit(c: &mut Conn, snapshot: Snapshot) -> Result<(), AppError> {
    let snapshot = Snapshot { id: SnapshotId::new(), number: snapshot.number + 1, ..snapshot };
    let mut entry = store::entries::get(c, snapshot.entry_id)?;
    entry.snapshot_id = Some(snapshot.id);
    store::snapshots::insert(c, snapshot)?;
    Ok(store::entries::update(c, entry)?)
}
