//! What is written down: the log of the server, the log of acts, the backup; and what is struck out.

use chrono::{TimeDelta, Utc};
use digital_awards::app::{AppError, tally};
use digital_awards::judging::tally::verify::verify;
use digital_awards::store;
use reqwest::Method;
use reqwest::header::{SET_COOKIE, USER_AGENT};

use crate::jury::award::Award;
use crate::results::{DESK, closed};
use crate::support::TestApp;
use crate::support::command::{expect_code, program};
use crate::support::node::Plan;
use crate::support::people::PASSWORD;

#[actix_web::test]
async fn t34_the_log_holds_no_secret_and_nobody_can_write_a_line_into_it() {
    const OWN: &str = "une phrase que personne ne devine";
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let award = Award::with_entries_on(app, 1).await;
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0]).await[0];
    let log = award.app.folder().join("server.log");
    let database = award.app.state.settings.database.url.0.clone();
    let node = Plan::new(&database, award.app.folder(), award.app.mails.port).logging(&log).start();
    let browser = node.browser();
    let arrived = async |email: &str, count: usize| {
        for _ in 0..100 {
            if award.app.mails.to(email).len() >= count {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        award.app.mails.last_to(email).link()
    };
    let email = "samira@people.example";
    let mut secrets = vec![PASSWORD.to_owned(), OWN.to_owned(), "MotDePasseFaux".to_owned()];
    let up = [("name", "Samira"), ("email", email), ("password", PASSWORD)];
    browser.post("/fr/account/sign-up", &up).await.expect(303);
    let proof = arrived(email, 1).await;
    browser.post(&proof, &[]).await.expect(303);
    browser.post("/fr/account/sign-in", &[("email", email), ("password", "MotDePasseFaux")]).await.expect(422);
    let signed_in = browser.post("/fr/account/sign-in", &[("email", email), ("password", PASSWORD)]).await.expect(303);
    let cookie = signed_in.headers.get(SET_COOKIE).unwrap().to_str().unwrap().to_owned();
    secrets.push(cookie.split([';', '=']).nth(1).unwrap().to_owned());
    browser.post("/fr/account/forgot", &[("email", email)]).await.expect(303);
    let reset = arrived(email, 2).await;
    browser.get(&reset).await.expect(200);
    browser.post(&reset, &[("password", OWN)]).await.expect(303);
    browser.post(&reset, &[("password", OWN)]).await.expect(410);
    secrets.extend([proof, reset].iter().map(|link| link.rsplit('/').next().unwrap().to_owned()));
    // A juror scores, and an organiser does things that fail.
    let scores = node.browser().with_cookie(&juror.browser.cookies());
    let words = [("comment", "CommentaireDeJure"), ("note", "NoteDeJure")];
    let sheet = [("version", "0"), ("c-innovation", "5"), ("c-creativity", "4"), ("c-entrepreneurship", "3")];
    scores.post(&award.url(id, "/submit"), &[sheet.as_slice(), &words].concat()).await.expect(303);
    scores.post(&award.url(id, "/save"), &[("version", "0"), ("c-innovation", "99")]).await;
    secrets.extend(words.map(|(_, text)| text.to_owned()));
    secrets.push(juror.browser.cookies().split('=').nth(1).unwrap().to_owned());
    let code = [("code", "123456CodeFaux")];
    browser.post("/fr/account/second", &code).await.expect(303);
    // Whoever would write a line of their own.
    for path in
        ["/fr/x%0a{\"level\":\"ERROR\",\"message\":\"ForgedLine\"}", "/fr/x%0d%0aForgedLine", "/fr/%1b[2JForgedLine"]
    {
        browser.get(path).await.expect(404);
    }
    let agent = browser.request(Method::GET, "/fr/").header(USER_AGENT, "a\tForgedLine {\"level\":\"ERROR\"}");
    browser.send(agent).await.expect(200);
    drop(node);

    let log = std::fs::read_to_string(&log).unwrap();
    assert!(log.lines().count() > 20, "{log}");
    for secret in &secrets {
        assert!(secret.len() >= 10 && !log.contains(secret.as_str()), "the log holds {secret}");
    }
    for line in log.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
        assert!(!line["message"].as_str().unwrap_or_default().starts_with("ForgedLine"), "{line}");
    }
    // Links are there without what makes them keys.
    assert!(log.contains("/fr/account/reset/…"), "{log}");
}

#[actix_web::test]
async fn t35_a_touched_log_is_noticed_and_no_organiser_writes_on_a_sheet() {
    let award = closed(&[[5, 4], [2, 1]]).await;
    award.app.do_jobs().await;
    let verify = || {
        program(&award.app.state.settings.database.url.0, award.app.folder())
            .args(["audit", "verify"])
            .output()
            .unwrap()
    };
    expect_code(&verify(), 0);
    // Whoever organises has no way to a sheet, open or closed.
    let (organiser, round) = (&award.organiser.browser, award.round.id);
    let read = async || {
        let read = award.app.state.db.read(move |c| {
            let assignments = store::assignments::list_of_round(c, round)?;
            Ok::<_, AppError>((assignments, store::scorecards::list_scores_of_round(c, round)?))
        });
        read.await.unwrap()
    };
    let (assignments, before) = read().await;
    for assignment in assignments {
        for act in ["/save", "/submit", "/reopen", "/pass", "/history"] {
            let sheet = [("version", "1"), ("c-innovation", "1"), ("number", "1")];
            organiser.post(&award.url(assignment.id, act), &sheet).await.expect(404);
        }
    }
    assert_eq!(read().await.1, before);
    let sql = "UPDATE audit_events SET action = 'round.opened' WHERE seq = 2";
    award.app.state.db.write(move |c| Ok::<_, AppError>(store::audit::tamper(c, sql)?)).await.unwrap();
    let said = expect_code(&verify(), 1);
    assert!(said.contains('2'), "{said}");
}

/// Everything that is in a backup, as bytes.
fn backup_of(app: &TestApp, name: &str) -> Vec<u8> {
    let folder = app.folder().join(name);
    let made = program(&app.state.settings.database.url.0, app.folder())
        .args(["backup", folder.to_str().unwrap()])
        .output()
        .unwrap();
    expect_code(&made, 0);
    let mut folders = vec![folder];
    let mut all = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { all.extend(std::fs::read(path).unwrap()) }
        }
    }
    all
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[actix_web::test]
async fn t36_whoever_steals_a_backup_gets_no_key_that_opens_anything() {
    let award = Award::with_entries(1).await;
    let app = &award.app;
    let person = app.person("hanane").await;
    let email = person.user.email.as_str();
    let mut secrets = vec![("password", PASSWORD.to_owned())];
    secrets.push(("session", person.browser.cookies().split('=').nth(1).unwrap().to_owned()));
    // The keys of an authenticator app, and its recovery codes.
    let setup = person.browser.post("/fr/account/second-factor", &[]).await;
    let shown = if setup.status == 303 { person.browser.get(&setup.location()).await } else { setup };
    let key = shown.text("code").replace(' ', "");
    assert!(key.len() >= 16, "{key}");
    secrets.push(("authenticator", key));
    // Links that were sent and not used yet.
    app.browser().post("/fr/account/forgot", &[("email", email)]).await.expect(303);
    let up = [("name", "X"), ("email", "new@people.example"), ("password", PASSWORD)];
    app.browser().post("/fr/account/sign-up", &up).await.expect(303);
    let fields = [("name", "Najat"), ("email", "najat@people.example"), ("language", "fr"), ("reads", "fr")];
    award.organiser.browser.post("/fr/organiser/2027/jury/new", &fields).await.expect(303);
    app.do_jobs().await;
    for address in [email, "new@people.example", "najat@people.example"] {
        let link = app.mails.last_to(address).link();
        app.browser().get(&link).await.expect(200);
        secrets.push(("link", link.rsplit('/').next().unwrap().to_owned()));
    }
    let press = award.organiser.browser.post(&format!("{DESK}/press"), &[("name", "Journal"), ("days", "7")]).await;
    assert!(press.status < 500, "{}", press.summary());
    let stolen = backup_of(app, "stolen");
    assert!(holds(&stolen, email), "it is a backup");
    for (what, secret) in &secrets {
        assert!(!holds(&stolen, secret), "the backup holds a {what}");
    }
    let key = std::fs::read_to_string(app.folder().join("tally.key")).unwrap();
    assert!(!holds(&stolen, key.trim()), "the key that signs lies outside");
    assert!(holds(&stolen, "$argon2id$"), "passwords are hashed");
}

#[actix_web::test]
async fn t37_whoever_is_forgotten_after_scoring_leaves_scores_without_a_name() {
    let award = closed(&[[5, 4], [2, 1]]).await;
    let (applicant, organiser, round) = (&award.applicant, &award.organiser.browser, award.round.id);
    let scores = async || {
        let read =
            award.app.state.db.read(move |c| Ok::<_, AppError>(store::scorecards::list_scores_of_round(c, round)?));
        read.await.unwrap()
    };
    let before = scores().await;
    applicant.browser.post("/fr/account/erasure", &[]).await.expect(303);
    let act = organiser.get(&format!("{DESK}/privacy")).await.expect(200).attribute("tbody form", "action");
    organiser.post(&act, &[]).await.expect(303);
    assert_eq!(scores().await, before, "what jurors gave stays");
    let email = applicant.user.email.as_str();
    for page in ["entries", "results", "results/lab", "outbox", "assignments"] {
        let page_of = organiser.get(&format!("{DESK}/{page}")).await.expect(200);
        assert!(!page_of.body().contains(email) && !page_of.body().contains("Entry 1"), "{page}");
    }
    applicant.browser.get("/fr/account/").await.expect(303);
    let log = organiser.post(&format!("{DESK}/exports/log.csv"), &[]).await.expect(200).body();
    assert!(log.contains("Données d’une personne effacées"), "{log}");
    // The count of the closed round is checked as before.
    let actor = award.organising().await;
    let sealed = award.app.state.db.read(move |c| tally::bundle_for_organiser(c, &actor, "2027")).await.unwrap();
    assert!(verify(sealed.bundle.as_bytes(), Some(&award.app.state.tally_key.public()), 1).is_valid());
    award.app.wait(TimeDelta::minutes(1));
    let erased = backup_of(&award.app, "erased");
    assert!(!holds(&erased, "Organisation 1") && !holds(&erased, "De l’eau comptée"), "nor in a backup");
}
