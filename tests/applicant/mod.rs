//! The applicant's journey: an entry from its first word to its receipt.

mod deadline;
mod draft;
mod eligibility;
pub mod files;
mod journey;
mod kinds;
mod late;
mod organisation;
mod returned;
mod together;

use digital_awards::app::{AppError, editions, entries};
use digital_awards::domain::edition::{Edition, EditionStatus};
use digital_awards::domain::entry::Entry;
use digital_awards::domain::form::Answers;
use digital_awards::domain::ids::EntryId;
use digital_awards::domain::language::{Language, Localised};
use digital_awards::domain::policy::Actor;
use digital_awards::domain::text::EmailAddress;
use digital_awards::store;

use crate::support::TestApp;
use crate::support::people::Person;

/// An edition that takes entries for thirty days from now.
pub async fn open_edition(app: &TestApp) -> Edition {
    let founder = app.founder("founder").await;
    let now = app.now();
    let days = chrono::TimeDelta::days;
    app.state
        .db
        .write(move |c| {
            let actor = Actor { is_founder: true, ..actor_of(c, &founder)? };
            let new = editions::NewEdition {
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
            let actor = actor_of(c, &founder)?;
            editions::set_status(c, &actor, edition.id, EditionStatus::Open, now)?;
            editions::set_current(c, &actor, edition.id, now)?;
            Ok::<_, AppError>(store::editions::get(c, edition.id)?)
        })
        .await
        .unwrap()
}

/// The organiser of [`open_edition`], in a browser.
pub async fn founder(app: &TestApp) -> Person {
    let email = EmailAddress::parse("founder@people.example").unwrap();
    let find = move |c: &mut store::Conn| Ok::<_, AppError>(store::users::find_by_email(c, &email)?.unwrap());
    let user = app.state.db.read(find).await.unwrap();
    Person { browser: app.browser_of(&user).await, user }
}

fn actor_of(c: &mut store::Conn, person: &Person) -> Result<Actor, AppError> {
    Ok(store::organisers::actor(c, person.user.id)?)
}

/// What a person types to start an entry.
pub fn start_fields(category: &str) -> Vec<(&str, &str)> {
    vec![
        ("category", category),
        ("title", "Saqya"),
        ("organisation", "Saqya Oasis SARL"),
        ("website", "saqya.example"),
        ("city", "Errachidia"),
        ("language", "fr"),
    ]
}

/// An entry that this person has started through the pages; gives its path.
pub async fn started(app: &TestApp, person: &Person, edition: &Edition) -> String {
    let id = edition.id;
    let category =
        app.state.db.read(move |c| Ok::<_, AppError>(store::categories::list(c, id)?.remove(0))).await.unwrap();
    let answer = person.browser.post("/fr/entries/new", &start_fields(&category.id.to_string())).await.expect(303);
    answer.location().split('?').next().unwrap().to_owned()
}

/// The id at the end of an entry's path.
pub fn id_of(path: &str) -> EntryId {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

/// The entry as it is stored.
pub async fn stored(app: &TestApp, path: &str) -> Entry {
    let id = id_of(path);
    app.state.db.read(move |c| Ok::<_, AppError>(store::entries::get(c, id)?)).await.unwrap()
}

/// Answers to every question of the form.
pub fn all_answers() -> Answers {
    [
        ("pitch", "L’eau juste, au bon moment, pour les oasis du Tafilalet."),
        ("city", "Errachidia"),
        ("founded_year", "2024"),
        ("team_size", "9"),
        ("website", "https://saqya.example"),
        ("problem", "L’irrigation suit un tour d’eau fixe."),
        ("solution", "Un capteur de sol et un message vocal."),
        ("innovation", "Un modèle de bilan hydrique à trois étages."),
        ("creativity", "Les voix sont celles de femmes de Jorf."),
        ("traction", "214 exploitations payent aujourd’hui."),
        ("team", "Hanane, Saïd et Fatiha."),
    ]
    .into_iter()
    .map(|(key, answer)| (key.to_owned(), answer.to_owned()))
    .collect()
}

/// Fills the draft of a started entry.
pub async fn fill(app: &TestApp, person: &Person, path: &str) {
    let (id, person, now) = (id_of(path), person.clone(), app.now());
    app.state
        .db
        .write(move |c| {
            let actor = actor_of(c, &person)?;
            entries::save_answers(c, &actor, id, &all_answers(), now)
        })
        .await
        .unwrap();
}

/// The languages a page is looked at in.
pub const LANGUAGES: &[Language] = Language::ALL;
