//! A world in which every path has something to point at.

use digital_awards::app::AppError;
use digital_awards::app::editions::{self, NewEdition};
use digital_awards::domain::language::Localised;
use digital_awards::store;

use crate::jury::award::Award;
use crate::support::TestApp;
use crate::support::people::Person;

/// An award in judging, with somebody in each role.
pub struct World {
    /// The award.
    pub award: Award,
    /// An account without any role.
    pub stranger: Person,
    /// A juror of the edition.
    pub juror: Person,
    /// Somebody who organises another edition.
    pub other_organiser: Person,
    paths: Vec<(&'static str, String)>,
}

impl World {
    /// Makes it.
    pub async fn judging() -> Self {
        let award = Award::with_entries(2).await;
        let juror = award.juror("juror").await;
        let assignment = award.assign(&juror, &[0]).await[0];
        let stranger = award.app.person("stranger").await;
        let other_organiser = award.app.founder("other").await;
        let (id, now) = (other_organiser.user.id, award.app.now());
        award
            .app
            .state
            .db
            .write(move |c| {
                let mut user = store::users::get(c, id)?;
                let actor = store::organisers::actor(c, id)?;
                let day = chrono::TimeDelta::days;
                let new = NewEdition {
                    slug: "other".into(),
                    year: 2031,
                    name: Localised::same("Other"),
                    time_zone: "Africa/Casablanca".into(),
                    contact_email: String::new(),
                    opens_at: now,
                    closes_at: now + day(1),
                    judging_opens_at: now + day(2),
                    judging_closes_at: now + day(3),
                    results_on: now + day(4),
                };
                editions::create(c, &actor, new, now)?;
                // An organiser of one edition, and nothing more.
                user.is_founder = false;
                store::users::update(c, user)?;
                Ok::<_, AppError>(())
            })
            .await
            .unwrap();
        let category = award.entries[0].category_id;
        let paths = vec![
            ("{lang}", "fr".to_owned()),
            ("{edition}", award.edition.slug.clone()),
            ("{round}", award.round.id.to_string()),
            ("{entry}", award.entries[0].id.to_string()),
            ("{number}", "1".to_string()),
            ("{reference}", award.entries[0].reference.clone()),
            ("{category}", category.to_string()),
            ("{juror}", juror.juror.id.to_string()),
            ("{assignment}", assignment.to_string()),
            ("{section}", "1".to_owned()),
            ("{organisation}", award.entries[0].organisation_id.to_string()),
            ("{collaborator}", uuid::Uuid::now_v7().to_string()),
            ("{act}", "remove".to_owned()),
            ("{motion}", uuid::Uuid::now_v7().to_string()),
            ("{table}", "entries.csv".to_owned()),
            ("{campaign}", uuid::Uuid::now_v7().to_string()),
            ("{practice}", uuid::Uuid::now_v7().to_string()),
            ("{request}", uuid::Uuid::now_v7().to_string()),
            ("{view}", uuid::Uuid::now_v7().to_string()),
            ("{what}", "tags".to_owned()),
            ("{page}", "press".to_owned()),
            ("{link}", uuid::Uuid::now_v7().to_string()),
            ("{kind}", "receipt".to_owned()),
            ("{record}", uuid::Uuid::now_v7().to_string()),
            ("{code}", uuid::Uuid::now_v7().to_string()),
            ("{question}", "pitch".to_owned()),
            ("{member}", award.organiser.user.id.to_string()),
            ("{file}", uuid::Uuid::now_v7().to_string()),
            ("{file:.*}", "app.css".to_owned()),
            ("{conflict}", uuid::Uuid::now_v7().to_string()),
            ("{mail}", uuid::Uuid::now_v7().to_string()),
            ("{token}", "0".repeat(64)),
            ("{session}", "0".repeat(64)),
            ("{program}", "verify_tally.py".to_owned()),
            ("{winner}", "entry-1".to_owned()),
        ];
        Self { stranger, juror: juror.person, other_organiser, paths, award }
    }

    /// The application.
    pub fn app(&self) -> &TestApp {
        &self.award.app
    }

    /// A path of the table with something to point at.
    pub fn path_of(&self, path: &str) -> String {
        self.paths.iter().fold(path.to_owned(), |path, (name, value)| path.replace(name, value))
    }
}
