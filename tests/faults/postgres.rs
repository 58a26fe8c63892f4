//! PostgreSQL: restarted, hung, and replaced by the one that followed it, while people work.

use std::time::{Duration, Instant};

use chrono::Utc;
use diesel::{Connection, PgConnection, RunQueryDsl, sql_query};
use digital_awards::app::AppError;
use digital_awards::config::Secret;
use digital_awards::domain::language::Localised;
use digital_awards::store;

use super::cluster::{Pair, Server};
use super::load::Load;
use super::{expect_sound_in, until, writers};
use crate::applicant::open_edition;
use crate::support::{Node, TestApp};

/// An application on a database of its own.
async fn on(url: &str) -> TestApp {
    let app = TestApp::start_with(|settings| {
        settings.database.url = Secret(url.to_owned());
        settings.database.pool_timeout_seconds = 4;
    })
    .await;
    app.clock.set(Utc::now());
    app
}

#[actix_web::test]
async fn a_database_that_restarts_is_found_again_and_nothing_acknowledged_is_lost() {
    let Some(server) = Server::start() else { return };
    let app = on(&server.url()).await;
    let people = writers(&app, 4).await;
    let mut load = Load::default();
    load.write(&[&app.url], &people);
    let mut up = Instant::now();
    for _ in 0..3 {
        tokio::time::sleep(Duration::from_secs(1)).await;
        server.stop();
        tokio::time::sleep(Duration::from_millis(700)).await;
        server.up();
        up = Instant::now();
    }
    tokio::time::sleep(Duration::from_secs(4)).await;
    let refused = load.end(&app).await;
    let late = refused.iter().filter(|instant| **instant > up + Duration::from_secs(2)).count();
    assert_eq!(late, 0, "refusals two seconds after the database was back, of {}", refused.len());
    app.do_jobs().await;
    expect_sound_in(&server.url(), app.folder(), &app.folder().join("files"));
}

#[actix_web::test]
async fn a_database_that_hangs_makes_nobody_wait_for_more_than_five_seconds_and_piles_nothing_up() {
    let Some(server) = Server::start() else { return };
    let app = on(&server.url()).await;
    let people = writers(&app, 1).await;
    let node = Node::start(&server.url(), app.folder(), app.mails.port);
    let (person, entry) = &people[0];
    let browser = node.browser().with_cookie(&person.browser.cookies());
    browser.get(entry).await.expect(200);
    let threads = || {
        let tasks = format!("/proc/{}/task", node.pid().as_raw_nonzero());
        std::fs::read_dir(tasks).unwrap().count()
    };
    let before = threads();
    server.signal("STOP");
    let ask = async |_: u32| {
        let begun = Instant::now();
        let answer = browser.get(entry).await;
        (answer.status, begun.elapsed())
    };
    let live = async {
        tokio::time::sleep(Duration::from_secs(2)).await;
        let begun = Instant::now();
        node.browser().get("/healthz").await.expect(200);
        assert!(begun.elapsed() < Duration::from_secs(1));
        node.browser().get("/readyz").await.expect(503);
        threads()
    };
    let (answers, during) = futures_util::future::join(futures_util::future::join_all((0..100).map(ask)), live).await;
    for (status, elapsed) in answers {
        assert_eq!(status, 503);
        assert!(elapsed < Duration::from_secs(5), "{elapsed:?}");
    }
    assert!(during < before + 20, "{before} threads before, {during} while the database hung");
    server.signal("CONT");
    until("it goes on", async || browser.get(entry).await.status == 200).await;
}

#[actix_web::test]
async fn whoever_could_not_look_for_damage_tries_again_soon_and_goes_on_meanwhile() {
    let Some(server) = Server::start() else { return };
    let app = TestApp::start_with(|settings| {
        settings.database.url = Secret(server.url());
        settings.database.pool_timeout_seconds = 2;
        settings.metrics.token = Secret("token".into());
    })
    .await;
    open_edition(&app).await;
    server.stop();
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let working = actix_web::rt::spawn(digital_awards::jobs::run(app.jobs.clone(), stopped));
    let says = async |line: &str| {
        let browser = app.browser();
        let request = browser.request(reqwest::Method::GET, "/metrics").header("authorization", "Bearer token");
        browser.send(request).await.expect(200).body().contains(line)
    };
    let failed = "digital_awards_job_failures_total{job=\"examine-database\"} ";
    until("it could not look", async || says(failed).await).await;
    assert!(says("digital_awards_database_damaged 0\n").await, "that is no damage");
    server.up();
    let looked = "digital_awards_job_last_run_timestamp_seconds{job=\"examine-database\"} ";
    until("it has looked", async || says(looked).await).await;
    app.person("hanane").await;
    stop.send(true).unwrap();
    working.await.unwrap();
}

#[actix_web::test]
async fn of_several_hosts_the_one_that_takes_over_is_found_and_nothing_acknowledged_is_lost() {
    let Some(pair) = Pair::start() else { return };
    let app = on(&pair.url()).await;
    let people = writers(&app, 4).await;
    let nodes = [(); 2].map(|()| Node::start(&pair.url(), app.folder(), app.mails.port));
    let mut load = Load::default();
    load.write(&[&nodes[0].url, &nodes[1].url], &people);
    tokio::time::sleep(Duration::from_secs(2)).await;
    let down = Instant::now();
    pair.first.stop();
    pair.take_over();
    let up = Instant::now();
    tokio::time::sleep(Duration::from_secs(5)).await;
    let refused = load.end(&app).await;
    let outside = refused.iter().filter(|at| **at < down || **at > up + Duration::from_secs(4)).count();
    assert_eq!(outside, 0, "refusals while there was a database, of {}", refused.len());
    drop(nodes);
    app.do_jobs().await;
    expect_sound_in(&pair.second.url(), app.folder(), &app.folder().join("files"));
}

#[actix_web::test]
async fn public_pages_read_a_replica_and_the_database_itself_when_it_is_gone() {
    let Some(first) = Server::start() else { return };
    let second = first.follower();
    let app = TestApp::start_with(|settings| {
        settings.database.url = Secret(first.url());
        settings.database.replica_url = Secret(second.url());
    })
    .await;
    let edition = open_edition(&app).await;
    let name = |name: &'static str| {
        let id = edition.id;
        move |c: &mut store::Conn| {
            let mut edition = store::editions::get(c, id)?;
            edition.name = Localised::same(name);
            Ok::<_, AppError>(store::editions::update(c, edition)?)
        }
    };
    let shows = async |name: &str| app.browser().get("/fr/").await.expect(200).body().contains(name);
    until("the replica follows", async || shows("Digital Awards 2027").await).await;
    // The replica stands still: public pages say what it knows, people who work see what is.
    let mut admin = PgConnection::establish(&second.url()).unwrap();
    sql_query("SELECT pg_wal_replay_pause()").execute(&mut admin).unwrap();
    app.state.db.write(name("Le Trophée")).await.unwrap();
    tokio::time::sleep(Duration::from_millis(700)).await;
    assert!(shows("Digital Awards 2027").await, "public pages come from the replica");
    let founder = crate::applicant::founder(&app).await;
    assert!(founder.browser.get("/fr/organiser/2027/").await.expect(200).body().contains("Le Trophée"));
    sql_query("SELECT pg_wal_replay_resume()").execute(&mut admin).unwrap();
    until("the replica goes on", async || shows("Le Trophée").await).await;
    drop(admin);
    second.stop();
    app.state.db.write(name("Le Prix")).await.unwrap();
    until("the database stands in", async || shows("Le Prix").await).await;
}
