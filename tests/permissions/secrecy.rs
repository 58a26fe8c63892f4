//! Two worlds that differ only in a secret give byte-equal answers to whoever may not know it: every
//! page of the table of routes, headers included.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use digital_awards::app::results::{self, Staging};
use digital_awards::app::{AppError, rounds};
use digital_awards::domain::edition::EditionStatus;
use digital_awards::domain::entry::EntryStatus;
use digital_awards::domain::language::Localised;
use digital_awards::domain::outcome::OutcomeKind;
use digital_awards::store::{self, Conn};
use digital_awards::web::routes;
use reqwest::Method;

use super::world::World;
use crate::results::{closed, stage};
use crate::support::Browser;

/// Headers that tell one answer from another, whatever it says.
const OWN: &[&str] = &["date", "x-request-id"];

/// What somebody gets for every question there is, in two languages.
pub async fn crawl(world: &World, browser: &Browser) -> BTreeMap<String, String> {
    let mut answers = BTreeMap::new();
    for route in routes::table().iter().filter(|route| route.method == Method::GET.as_str()) {
        for language in ["fr", "ar"] {
            let path = world.path_of(&route.path.replace("{lang}", language));
            let answer = browser.get(&path).await;
            let headers: Vec<String> = answer
                .headers
                .iter()
                .filter(|(name, _)| !OWN.contains(&name.as_str()))
                .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap_or_default()))
                .collect();
            // The page that says a request id says another one each time.
            let body = answer.body().replace(answer.header("x-request-id"), "");
            answers.insert(path, format!("{}\n{}\n\n{body}", answer.status, headers.join("\n")));
        }
    }
    answers
}

/// Crawls as everybody named, changes the secret, crawls again: nothing may differ.
async fn nobody_can_tell(
    world: &World,
    whom: &[(&str, &Browser)],
    secret: impl Fn(&mut Conn) -> Result<(), AppError> + Send + Clone + 'static,
) {
    let mut before = Vec::new();
    for (_, browser) in whom {
        before.push(crawl(world, browser).await);
    }
    world.app().state.db.write(secret).await.unwrap();
    let mut told = Vec::new();
    for ((name, browser), before) in whom.iter().zip(before) {
        for (path, after) in crawl(world, browser).await {
            if before[&path] != after {
                let line = before[&path].lines().zip(after.lines()).find(|(a, b)| a != b);
                told.push(format!("{path} as {name}: {line:?}"));
            }
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[actix_web::test]
async fn nobody_can_tell_from_any_page_what_another_juror_scored_while_scoring_is_open() {
    let world = World::judging().await;
    let other = world.award.juror("zineb").await;
    let id = world.award.assign(&other, &[0]).await[0];
    let sheet = [("version", "0"), ("c-innovation", "1"), ("c-creativity", "1"), ("c-entrepreneurship", "2")];
    other.browser.post(&world.award.url(id, "/submit"), &sheet).await.expect(303);
    let anonymous = world.app().browser();
    let whom = [
        ("anonymous", &anonymous),
        ("stranger", &world.stranger.browser),
        ("applicant", &world.award.applicant.browser),
        ("juror", &world.juror.browser),
        ("other organiser", &world.other_organiser.browser),
        ("organiser", &world.award.organiser.browser),
    ];
    let round = world.award.round.id;
    nobody_can_tell(&world, &whom, move |c| {
        let scores = store::scorecards::list_scores_of_round(c, round)?;
        assert_eq!(scores.len(), 3);
        for mut score in scores {
            score.value = Some(5);
            store::scorecards::set_score(c, score)?;
        }
        Ok(())
    })
    .await;
}

#[actix_web::test]
async fn nobody_can_tell_from_any_page_who_was_chosen_before_the_announcement() {
    let world = World::judging().await;
    let (organiser, key, now) =
        (world.award.organising().await, world.app().state.tally_key.clone(), world.app().now());
    let (round, edition, entry) = (world.award.round.id, world.award.edition.id, world.award.entries[0].id);
    let sheet = [("version", "0"), ("c-innovation", "4"), ("c-creativity", "4"), ("c-entrepreneurship", "4")];
    let queue = world.juror.browser.get("/fr/jury/2027/").await.expect(200).attribute("ol.queue a", "href");
    world.juror.browser.post(&format!("{}/submit", queue.split('?').next().unwrap()), &sheet).await.expect(303);
    let actor = organiser.clone();
    let close = move |c: &mut Conn| {
        rounds::close(c, &actor, round, key.signing(), now)?;
        let mut edition = store::editions::get(c, edition)?;
        (edition.status, edition.is_current) = (EditionStatus::Deliberation, true);
        Ok::<_, AppError>(store::editions::update(c, edition)?)
    };
    world.app().state.db.write(close).await.unwrap();
    let anonymous = world.app().browser();
    // Organisers who don't decide know no more than the public: on pages, and in what they take away.
    let mut staff = Vec::new();
    for role in ["observer", "screener"] {
        let person = world.app().person(role).await;
        let join = [("email", person.user.email.as_str()), ("role", role)];
        world.award.organiser.browser.post("/fr/organiser/2027/team", &join).await.expect(303);
        staff.push(person);
    }
    let whom = [
        ("anonymous", &anonymous),
        ("stranger", &world.stranger.browser),
        ("applicant", &world.award.applicant.browser),
        ("juror", &world.juror.browser),
        ("other organiser", &world.other_organiser.browser),
        ("observer", &staff[0].browser),
        ("screener", &staff[1].browser),
    ];
    let taken = |browser: Browser| async move {
        let mut answers = Vec::new();
        for table in ["entries.csv", "scorecards.csv", "results.csv", "mails.csv", "log.csv", "book-AGR.pdf"] {
            let answer = browser.post(&format!("/fr/organiser/2027/exports/{table}"), &[]).await;
            answers.push((answer.status, answer.body().replace(answer.header("x-request-id"), "")));
        }
        answers
    };
    let before = (taken(staff[0].browser.clone()).await, taken(staff[1].browser.clone()).await);
    nobody_can_tell(&world, &whom, move |c| {
        let category = store::entries::get(c, entry)?.category_id;
        let prizes = store::categories::list_prizes(c, edition)?;
        let prize = prizes.iter().find(|prize| prize.category_id == Some(category)).ok_or(AppError::NotFound)?.id;
        let staging = Staging {
            prize,
            entry,
            kind: OutcomeKind::Winner,
            citation: Localised::same("Une eau comptée"),
            summary: Localised::same("De l’eau"),
        };
        results::stage(c, &organiser, "2027", &staging, now)?;
        Ok(())
    })
    .await;
    assert_eq!(before, (taken(staff[0].browser.clone()).await, taken(staff[1].browser.clone()).await));
    let preview = world.award.organiser.browser.get("/fr/organiser/2027/results/preview").await.expect(200);
    assert!(preview.body().contains("Entry 1"), "the secret was there: {}", preview.summary());
}

#[actix_web::test]
async fn at_the_instant_every_page_feed_picture_and_mail_shows_the_winner_and_before_it_none() {
    const PLACES: &[&str] = &[
        "/fr/winners.atom",
        "/sitemap.xml",
        "/fr/editions/2027/winners",
        "/fr/editions/2027/winners/entry-1",
        "/fr/editions/2027/winners/entry-1/card.png",
        "/fr/editions/2027/winners/entry-1/certificate.pdf",
        "/fr/editions/2027/winners/entry-1/badge.svg",
        "/fr/editions/2027/embed",
        "/fr/editions/2027/tally.json",
    ];
    let award = closed(&[[5, 5], [3, 3]]).await;
    assert_eq!(stage(&award, 0, "winner").await, 303);
    let (app, visitor) = (&award.app, award.app.browser());
    let at = app.now() + TimeDelta::days(1);
    let typed = at.with_timezone(&award.edition.zone()).format("%Y-%m-%dT%H:%M").to_string();
    let order = [("when", "later"), ("embargo_at", typed.as_str()), ("confirmation", "2027")];
    award.organiser.browser.post("/fr/organiser/2027/announcement", &order).await.expect(303);
    let look = || async {
        let mut shown = Vec::new();
        for place in PLACES {
            let answer = visitor.get(place).await;
            let media = answer.header("content-type");
            let is_picture = media.contains("image/") || media.contains("pdf");
            let names = answer.body().contains("entry-1") || answer.body().contains("2027-");
            shown.push(answer.status == 200 && (is_picture || names));
        }
        shown
    };
    app.wait(TimeDelta::days(1) - TimeDelta::minutes(2));
    app.do_jobs().await;
    let mails = app.mails.all().len();
    assert_eq!(look().await, vec![false; PLACES.len()]);
    app.wait(TimeDelta::minutes(3));
    app.do_jobs().await;
    assert_eq!(look().await, vec![true; PLACES.len()]);
    assert!(app.mails.all().len() > mails);
}

#[actix_web::test]
async fn nobody_outside_can_tell_whether_an_entry_is_there() {
    let world = World::judging().await;
    let anonymous = world.app().browser();
    let whom = [
        ("anonymous", &anonymous),
        ("stranger", &world.stranger.browser),
        ("other organiser", &world.other_organiser.browser),
    ];
    let (entry, now) = (world.award.entries[1].id, world.app().now());
    nobody_can_tell(&world, &whom, move |c| {
        let mut gone = store::entries::get(c, entry)?;
        (gone.status, gone.withdrawn_at) = (EntryStatus::Withdrawn, Some(now));
        Ok(store::entries::update(c, gone)?)
    })
    .await;
}
