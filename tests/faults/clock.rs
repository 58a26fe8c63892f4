//! A clock that jumps: set wrong, and put right while people work.

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use digital_awards::app::AppError;
use digital_awards::store;

use super::{expect_sound, until};
use crate::applicant::{open_edition, started, stored};
use crate::support::node::Plan;
use crate::support::{Node, TestApp};

/// Where Debian puts the library that makes a process believe in another time.
const LIBRARY: &str = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

fn set(file: &Path, ahead: TimeDelta) {
    let sign = if ahead < TimeDelta::zero() { '-' } else { '+' };
    std::fs::write(file, format!("{sign}{}\n", ahead.num_seconds().abs())).unwrap();
}

fn node(app: &TestApp, file: &Path) -> Node {
    Plan::new(&app.state.settings.database.url.0, app.folder(), app.mails.port)
        .with("LD_PRELOAD", LIBRARY)
        .with("FAKETIME_TIMESTAMP_FILE", file)
        .with("FAKETIME_NO_CACHE", "1")
        // Waiting goes by the real time: only what the program asks of the calendar is wrong.
        .with("FAKETIME_DONT_FAKE_MONOTONIC", "1")
        .start()
}

#[actix_web::test]
async fn work_goes_on_when_a_clock_that_was_a_day_ahead_is_put_right() {
    if !Path::new(LIBRARY).exists() {
        eprintln!("left out: no libfaketime here (`make setup` installs it)");
        return;
    }
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let section = format!("{entry}/sections/1");
    let file = app.folder().join("clock");
    let chained = async || {
        let read = |c: &mut store::Conn| Ok::<_, AppError>(store::audit::list_unchained(c, 1)?.is_empty());
        app.state.db.read(read).await.unwrap()
    };
    let mut date = String::new();
    for (number, ahead) in [TimeDelta::hours(6), TimeDelta::zero(), TimeDelta::hours(-3)].into_iter().enumerate() {
        set(&file, ahead);
        let node = node(&app, &file);
        let browser = node.browser().with_cookie(&hanane.browser.cookies());
        let page = browser.get(&section).await.expect(200);
        // The server believes in the wrong time, or nothing is tested here.
        let said = DateTime::parse_from_rfc2822(page.header("date")).unwrap().to_utc();
        let off = said - Utc::now() - ahead;
        assert!(off.abs() < TimeDelta::minutes(1), "{off}");
        assert_ne!(page.header("date"), date);
        page.header("date").clone_into(&mut date);
        let text = format!("Texte {number}");
        let fields = [("version", page.value("version")), ("answer-pitch", text.clone())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.post(&section, &fields).await.expect(303);
        assert_eq!(stored(&app, &entry).await.answers["pitch"], text);
        // A mail leaves, and the log is chained, whatever hold another clock has left behind.
        let address = format!("somebody{number}@people.example");
        let account = [("name", "Somebody"), ("email", address.as_str()), ("password", "khettara de Fezna")];
        node.browser().post("/fr/account/sign-up", &account).await.expect(303);
        until("a mail", async || !app.mails.to(&address).is_empty()).await;
        until("the chain", async || chained().await).await;
        // The clock jumps under a server that runs.
        set(&file, ahead + TimeDelta::minutes(20));
        browser.get(&section).await.expect(200);
        set(&file, ahead - TimeDelta::minutes(20));
        browser.get(&section).await.expect(200);
        tokio::time::sleep(Duration::from_millis(700)).await;
        node.browser().get("/readyz").await.expect(200);
    }
    expect_sound(&app);
}
