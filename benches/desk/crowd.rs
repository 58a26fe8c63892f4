//! People with drafts, and a server for them.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use chrono::{TimeDelta, Utc};
use digital_awards::app::AppError;
use digital_awards::app::editions::{self, NewEdition};
use digital_awards::app::entries::{self, TypedEntry};
use digital_awards::clock::Clock;
use digital_awards::config::{
    DatabaseSettings, Environment, FileSettings, MailSettings, MailTransport, Secret, SecuritySettings, ServerSettings,
    Settings, TallySettings,
};
use digital_awards::domain::edition::EditionStatus;
use digital_awards::domain::ids::{EntryId, UserId};
use digital_awards::domain::language::{Language, Localised};
use digital_awards::domain::text::EmailAddress;
use digital_awards::domain::user::User;
use digital_awards::security::secret;
use digital_awards::security::session::Session;
use digital_awards::startup::Application;
use digital_awards::store::{self, Conn};
use digital_awards::web::state::AppState;

/// Somebody with a draft and a session.
#[derive(Clone)]
struct Writer {
    entry: EntryId,
    cookie: String,
}

/// A server, and everybody who writes on it.
pub struct Crowd {
    url: String,
    state: AppState,
    writers: Vec<Writer>,
    _folder: tempfile::TempDir,
}

fn settings(folder: &std::path::Path) -> Settings {
    Settings {
        environment: Environment::Development,
        server: ServerSettings {
            listen: "127.0.0.1:0".into(),
            public_url: "http://127.0.0.1:0".into(),
            ..ServerSettings::default()
        },
        database: DatabaseSettings {
            url: Secret(format!("sqlite://{}", folder.join("awards.db").display())),
            ..DatabaseSettings::default()
        },
        mail: MailSettings { transport: MailTransport::Folder, folder: folder.join("mail"), ..MailSettings::default() },
        files: FileSettings { folder: folder.join("files"), ..FileSettings::default() },
        tally: TallySettings { key_path: folder.join("tally.key"), ..TallySettings::default() },
        security: SecuritySettings { argon2_memory_kib: 64, argon2_passes: 1, ..SecuritySettings::default() },
        ..Settings::default()
    }
}

fn person(name: &str) -> User {
    User {
        id: UserId::new(),
        email: EmailAddress::parse(&format!("{name}@people.example")).expect("an address"),
        name: name.to_owned(),
        password_hash: None,
        language: Language::French,
        verified_at: Some(Utc::now()),
        is_founder: true,
        disabled_at: None,
        created_at: Utc::now(),
        second_factor_at: None,
    }
}

fn gather(c: &mut Conn, count: usize) -> Result<Vec<Writer>, AppError> {
    let (now, founder) = (Utc::now(), person("founder"));
    store::users::insert(c, founder.clone())?;
    let actor = store::organisers::actor(c, founder.id)?;
    let days = TimeDelta::days;
    let new = NewEdition {
        slug: "2027".into(),
        year: 2027,
        name: Localised::same("Digital Awards 2027"),
        time_zone: "Africa/Casablanca".into(),
        contact_email: "bonjour@awards.example".into(),
        opens_at: now - days(1),
        closes_at: now + days(30),
        judging_opens_at: now + days(35),
        judging_closes_at: now + days(50),
        results_on: now + days(60),
    };
    let edition = editions::create(c, &actor, new, now)?;
    let actor = store::organisers::actor(c, founder.id)?;
    editions::set_status(c, &actor, edition.id, EditionStatus::Open, now)?;
    editions::set_current(c, &actor, edition.id, now)?;
    let category = store::categories::list(c, edition.id)?.remove(0);
    let mut writers = Vec::with_capacity(count);
    for number in 0..count {
        let user = person(&format!("writer{number}"));
        store::users::insert(c, user.clone())?;
        let (secret, actor) = (secret::random(), store::organisers::actor(c, user.id)?);
        let session = Session {
            id_hash: secret::hash(&secret),
            user_id: user.id,
            created_at: now,
            last_seen_at: now,
            expires_at: now + days(7),
            user_agent: "bench".into(),
            address: "127.0.0.1".into(),
            second_at: None,
            proved_at: None,
        };
        store::sessions::insert(c, session)?;
        let typed = TypedEntry {
            category: category.id.to_string(),
            title: format!("Saqya {number}"),
            organisation: format!("Saqya {number} SARL"),
            language: "fr".into(),
            ..TypedEntry::default()
        };
        let entry = entries::start(c, &actor, entries::read_new_entry(edition.id, &typed)?, now)?;
        writers.push(Writer { entry: entry.id, cookie: format!("session={secret}") });
    }
    Ok(writers)
}

/// The text of a person's save of a number.
fn text(writer: usize, round: u32) -> String {
    format!("Personne {writer}, enregistrement {round} : un capteur de sol, un message vocal, l’eau juste.")
}

impl Crowd {
    /// Starts a server on an empty database and begins so many drafts.
    pub fn gather(count: usize) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let application = Application::build(settings(folder.path()), Clock::system()).expect("a server");
        let (url, state) = (format!("http://127.0.0.1:{}", application.port()), application.state().clone());
        std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(application.into_server()).expect("the server ran");
        });
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let writers = runtime.block_on(state.db.write(move |c| gather(c, count))).expect("drafts");
        Self { url, state, writers, _folder: folder }
    }

    /// Everybody saves so many times, at that pace, each beginning at a moment of their own. How long each
    /// save took, and how many were not accepted.
    pub async fn write(&self, rounds: u32, every: Duration) -> (Vec<Duration>, usize) {
        let client = reqwest::Client::builder().pool_max_idle_per_host(2_000).build().expect("a client");
        let refused = Arc::new(AtomicUsize::new(0));
        let mut tasks = Vec::new();
        for (number, writer) in self.writers.iter().cloned().enumerate() {
            let (client, refused, base) = (client.clone(), Arc::clone(&refused), self.url.clone());
            let share = u32::try_from(number).unwrap_or(0);
            let first = every * share / u32::try_from(self.writers.len()).unwrap_or(1);
            tasks.push(tokio::spawn(async move {
                let url = format!("{base}/fr/entries/{}/sections/1", writer.entry);
                let page = client.get(&url).header("cookie", &writer.cookie).send().await.expect("a page");
                let page = page.text().await.expect("a page");
                let mut version = page
                    .split("name=\"version\" value=\"")
                    .nth(1)
                    .and_then(|rest| rest.split('"').next())
                    .expect("a version")
                    .to_owned();
                tokio::time::sleep(first).await;
                let mut times = Vec::new();
                let mut pace = tokio::time::interval(every);
                for round in 1..=rounds {
                    pace.tick().await;
                    let fields = [("version", version.clone()), ("answer-pitch", text(number, round))];
                    let begun = Instant::now();
                    let request = client.post(&url).header("cookie", &writer.cookie).header("origin", &base);
                    let answer = request.header("x-requested-with", "fetch").form(&fields).send().await;
                    times.push(begun.elapsed());
                    match answer {
                        Ok(answer) if answer.status() == 200 => {
                            let saved: serde_json::Value = answer.json().await.expect("an answer");
                            saved["version"].as_str().unwrap_or_default().clone_into(&mut version);
                        }
                        other => {
                            eprintln!("refused: {:?}", other.map(|answer| answer.status()));
                            refused.fetch_add(1, Ordering::Relaxed);
                        }
                    }
                }
                times
            }));
        }
        let mut all = Vec::new();
        for task in tasks {
            all.extend(task.await.expect("a writer"));
        }
        (all, refused.load(Ordering::Relaxed))
    }

    /// How many drafts don't say what was acknowledged last.
    pub fn lost(&self, rounds: u32) -> usize {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let ids: Vec<EntryId> = self.writers.iter().map(|writer| writer.entry).collect();
        let read = move |c: &mut Conn| {
            let mut lost = 0;
            for (number, id) in ids.iter().enumerate() {
                let entry = store::entries::get(c, *id)?;
                lost += usize::from(entry.answers.get("pitch") != Some(&text(number, rounds)));
            }
            Ok::<_, AppError>(lost)
        };
        runtime.block_on(self.state.db.read(read)).expect("the drafts")
    }
}
