//! A clock that jumps: set wrong, and put right while people work.

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use digital_awards::app::AppError;
use digital_awards::store;

use super::{expect_sound, until};
use crate::applicant::{founder, open_edition, started, stored};
use crate::support::node::Plan;
use crate::support::{Node, TestApp};

/// Where Debian puts the library that makes a process believe in another time.
const LIBRARY: &str = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

fn clock_can_be_set() -> bool {
    let can = Path::new(LIBRARY).exists();
    if !can {
        eprintln!("left out: no libfaketime here (`make setup` installs it)");
    }
    can
}

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
    if !clock_can_be_set() {
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

/// A night in which the clocks of a zone change.
struct Night {
    zone: &'static str,
    /// A time that is there twice, or never, and what is said of it.
    unclear: (&'static str, &'static str),
    /// The deadline that is typed, and when that is.
    deadline: (&'static str, &'static str),
    /// Instants before it at which the clocks of the zone may say anything.
    open: &'static [&'static str],
}

const NIGHTS: [Night; 4] = [
    Night {
        zone: "Europe/Zurich",
        unclear: ("2026-10-25T02:30", "existe deux fois"),
        deadline: ("2026-10-25T03:00", "2026-10-25T02:00:00"),
        // Half past two, an hour later half past two again, and shortly before the end.
        open: &["2026-10-25T00:30:00", "2026-10-25T01:30:00", "2026-10-25T01:59:30"],
    },
    Night {
        zone: "Europe/Zurich",
        unclear: ("2027-03-28T02:30", "n’existe pas"),
        deadline: ("2027-03-28T03:00", "2027-03-28T01:00:00"),
        open: &["2027-03-28T00:30:00", "2027-03-28T00:59:30"],
    },
    // Morocco goes back for Ramadan, and forward after it.
    Night {
        zone: "Africa/Casablanca",
        unclear: ("2027-02-07T02:30", "existe deux fois"),
        deadline: ("2027-02-07T03:00", "2027-02-07T03:00:00"),
        open: &["2027-02-07T01:30:00", "2027-02-07T02:30:00", "2027-02-07T02:59:30"],
    },
    Night {
        zone: "Africa/Casablanca",
        unclear: ("2027-03-14T02:30", "n’existe pas"),
        deadline: ("2027-03-14T03:00", "2027-03-14T02:00:00"),
        open: &["2027-03-14T01:30:00", "2027-03-14T01:59:30"],
    },
];

fn instant(text: &str) -> DateTime<Utc> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S").unwrap().and_utc()
}

#[actix_web::test]
async fn in_a_night_in_which_the_clocks_change_a_deadline_is_what_was_typed_and_falls_when_it_falls() {
    if !clock_can_be_set() {
        return;
    }
    for night in NIGHTS {
        let app = TestApp::start().await;
        let due = instant(night.deadline.1);
        app.clock.set(due - TimeDelta::hours(9));
        let edition = open_edition(&app).await;
        let hanane = app.person("hanane").await;
        let entry = started(&app, &hanane, &edition).await;
        let settings = "/fr/organiser/2027/settings";
        let organiser = founder(&app).await.browser;
        let typed = async |closes_at: &str| {
            organiser.fill(settings, "main form", &[("time_zone", night.zone), ("closes_at", closes_at)]).await
        };
        let refused = typed(night.unclear.0).await.expect(422);
        assert!(refused.text("#closes_at-err").contains(night.unclear.1), "{}", refused.summary());
        typed(night.deadline.0).await.expect(303);
        assert_eq!(organiser.get(settings).await.expect(200).value("closes_at"), night.deadline.0);

        let file = app.folder().join("clock");
        let to = |at: DateTime<Utc>| set(&file, at - Utc::now());
        to(instant(night.open[0]));
        let node = node(&app, &file);
        let browser = node.browser().with_cookie(&hanane.browser.cookies());
        let section = format!("{entry}/sections/1");
        let save = async |text: &str| {
            let version = browser.get(&section).await.expect(200).value("version");
            browser.post(&section, &[("version", &version), ("answer-pitch", text)]).await
        };
        for at in night.open {
            to(instant(at));
            save(at).await.expect(303);
            assert_eq!(&stored(&app, &entry).await.answers["pitch"], at);
        }
        to(due + TimeDelta::seconds(1));
        let version = [("version", "1"), ("answer-pitch", "Trop tard")];
        browser.post(&section, &version).await.expect(409);
        assert_eq!(stored(&app, &entry).await.answers["pitch"], *night.open.last().unwrap());
        node.browser().get("/readyz").await.expect(200);
    }
}
