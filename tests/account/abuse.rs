//! What strangers try at the door.

use chrono::TimeDelta;
use digital_awards::app::{AppError, accounts};
use digital_awards::config::{SecuritySettings, Settings};
use digital_awards::domain::text::EmailAddress;
use digital_awards::store;
use futures_util::future::join_all;
use reqwest::Method;

use crate::support::people::PASSWORD;
use crate::support::{Browser, TestApp};

const EMAIL: &str = "hanane@saqya.example";
const PLANTED: &str = "a stranger's own phrase";
const OWN: &str = "une tout autre phrase";

async fn sign_up(browser: &Browser, email: &str, password: &str) {
    let fields = [("name", "Somebody"), ("email", email), ("password", password)];
    assert_eq!(browser.post("/fr/account/sign-up", &fields).await.expect(303).location(), "/fr/account/sent");
}

async fn sign_in(browser: &Browser, email: &str, password: &str) -> u16 {
    browser.post("/fr/account/sign-in", &[("email", email), ("password", password)]).await.status
}

#[actix_web::test]
async fn of_two_who_sign_up_with_one_address_only_its_owner_chooses_the_password() {
    for stranger_is_first in [true, false] {
        let app = TestApp::start().await;
        let passwords = if stranger_is_first { [PLANTED, PASSWORD] } else { [PASSWORD, PLANTED] };
        for password in passwords {
            sign_up(&app.browser(), EMAIL, password).await;
            app.wait(TimeDelta::seconds(1));
        }
        app.do_jobs().await;
        let link = app.mails.last_to(EMAIL).link();
        let browser = app.browser();
        assert!(browser.get(&link).await.expect(200).has("input[name=password]"));
        browser.post(&link, &[]).await.expect(422);
        browser.submit(&link, &[("password", OWN)]).await.expect(200);
        assert_eq!(sign_in(&app.browser(), EMAIL, PLANTED).await, 422);
        assert_eq!(sign_in(&app.browser(), EMAIL, OWN).await, 303);
    }
}

#[actix_web::test]
async fn a_stranger_plants_no_password_on_an_organiser_who_has_not_come_yet() {
    let app = TestApp::start().await;
    let (url, now) = (app.url.clone(), app.now());
    let email = EmailAddress::parse(EMAIL).unwrap();
    let make = move |c: &mut store::Conn| accounts::make_organiser(c, &email, "Hanane", None, &url, now);
    let (_, link) = app.state.db.write(make).await.unwrap();
    sign_up(&app.browser(), EMAIL, PLANTED).await;
    let browser = app.browser();
    assert!(browser.get(&link).await.expect(200).has("input[name=password]"));
    browser.submit(&link, &[("password", OWN)]).await.expect(303);
    assert_eq!(sign_in(&app.browser(), EMAIL, PLANTED).await, 422);
    assert_eq!(sign_in(&app.browser(), EMAIL, OWN).await, 303);
}

#[actix_web::test]
async fn tries_at_the_same_time_get_no_further_than_one_after_the_other() {
    let app = TestApp::start().await;
    app.person("hanane").await;
    let statuses = join_all((0..30).map(|n| {
        let browser = app.browser();
        async move { sign_in(&browser, "hanane@people.example", &format!("wrong password {n}")).await }
    }))
    .await;
    assert_eq!(statuses.iter().filter(|s| **s == 422).count(), 10, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|s| **s == 429).count(), 20, "{statuses:?}");
}

#[actix_web::test]
async fn a_made_up_forwarding_header_is_no_way_around_the_limit_of_an_address() {
    let app = TestApp::start_with(|s| s.security.sign_in_tries_per_address = 5).await;
    let browser = app.browser();
    let mut last = 0;
    for n in 0..6 {
        let request = browser
            .request(Method::POST, "/fr/account/sign-in")
            .header("origin", &app.url)
            .header("x-forwarded-for", format!("198.51.100.{n}"));
        let email = format!("somebody{n}@people.example");
        last = browser.send(request.form(&[("email", email.as_str()), ("password", "a guess, a guess")])).await.status;
    }
    assert_eq!(last, 429);
}

#[actix_web::test]
async fn people_behind_one_address_who_sign_in_rightly_use_none_of_its_tries() {
    let app = TestApp::start_with(|s| s.security.sign_in_tries_per_address = 3).await;
    app.person("hanane").await;
    for _ in 0..6 {
        assert_eq!(sign_in(&app.browser(), "hanane@people.example", PASSWORD).await, 303);
    }
}

#[actix_web::test]
async fn a_mailbox_is_not_filled_by_a_stranger_and_its_last_link_stays_good() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let email = person.user.email.as_str();
    for _ in 0..9 {
        let answer = app.browser().post("/fr/account/forgot", &[("email", email)]).await.expect(303);
        assert_eq!(answer.location(), "/fr/account/sent-reset");
        app.wait(TimeDelta::seconds(1));
        app.do_jobs().await;
    }
    assert_eq!(app.mails.to(email).len(), 5);
    app.browser().get(&app.mails.last_to(email).link()).await.expect(200);
}

#[actix_web::test]
async fn one_address_cannot_sign_the_whole_world_up() {
    let app = TestApp::start().await;
    let browser = app.browser();
    for n in 0..20 {
        sign_up(&browser, &format!("n{n}@people.example"), PASSWORD).await;
    }
    let fields = [("name", "X"), ("email", "n20@people.example"), ("password", PASSWORD)];
    browser.post("/fr/account/sign-up", &fields).await.expect(429);
    for _ in 0..20 {
        browser.post("/fr/account/forgot", &[("email", "n0@people.example")]).await.expect(303);
    }
    let refused = browser.post("/fr/account/forgot", &[("email", "n0@people.example")]).await.expect(429);
    assert_eq!(refused.header("retry-after"), "900", "{}", refused.summary());
}

/// Hashing is made slow enough that leaving it out would show.
fn slow_hashes(settings: &mut Settings) {
    settings.security = SecuritySettings {
        argon2_memory_kib: 8 * 1024,
        argon2_passes: 2,
        sign_in_tries_per_account: 1000,
        sign_in_tries_per_address: 1000,
        ..SecuritySettings::default()
    };
}

#[actix_web::test]
async fn an_unknown_address_is_refused_after_the_same_time_as_a_known_one() {
    let app = TestApp::start_with(slow_hashes).await;
    app.person("known").await;
    let browser = app.browser();
    let mut times = [Vec::new(), Vec::new()];
    // One after the other by turns: whatever else the machine does slows both.
    for _ in 0..15 {
        for (at, email) in ["known@people.example", "unknown@people.example"].iter().enumerate() {
            let began = std::time::Instant::now();
            assert_eq!(sign_in(&browser, email, "not the password").await, 422);
            times[at].push(began.elapsed());
        }
    }
    let [known, unknown] = times.map(|mut t| {
        t.sort_unstable();
        t[t.len() / 2].as_secs_f64()
    });
    assert!((known - unknown).abs() < 0.5 * known.max(unknown), "known {known} s, unknown {unknown} s");
}

#[actix_web::test]
async fn once_a_mail_left_its_secret_is_nowhere_in_the_database() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    sign_up(&app.browser(), EMAIL, PASSWORD).await;
    app.browser().post("/fr/account/forgot", &[("email", person.user.email.as_str())]).await.expect(303);
    app.do_jobs().await;
    let rows = app.state.db.read(|c| Ok::<_, AppError>(store::outbox::list(c, 10)?)).await.unwrap();
    assert_eq!(rows.len(), 2);
    for address in [EMAIL, person.user.email.as_str()] {
        let secret = app.mails.last_to(address).link().rsplit('/').next().unwrap().to_owned();
        assert_eq!(secret.len(), 64);
        for row in &rows {
            assert!(!format!("{row:?}").contains(&secret), "{row:?}");
        }
    }
}

#[actix_web::test]
async fn a_dead_link_to_reset_says_so_before_it_looks_at_the_password() {
    let app = TestApp::start().await;
    let person = app.person("hanane.oubrahim").await;
    let browser = app.browser();
    browser.post(&format!("/fr/account/reset/{}", "0".repeat(64)), &[("password", "court")]).await.expect(410);
    browser.post("/fr/account/forgot", &[("email", person.user.email.as_str())]).await.expect(303);
    app.do_jobs().await;
    let link = app.mails.last_to(person.user.email.as_str()).link();
    let page = browser.get(&link).await.expect(200);
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    // The person's own address is nobody's secret.
    browser.post(&link, &[("password", person.user.email.as_str())]).await.expect(422);
    browser.submit(&link, &[("password", OWN)]).await.expect(200);
}

#[actix_web::test]
async fn links_in_mails_lead_to_the_public_address_whatever_the_request_claims() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let browser = app.browser();
    let request = browser
        .request(Method::POST, "/fr/account/forgot")
        .header("origin", &app.url)
        .header("host", "evil.example")
        .header("x-forwarded-host", "evil.example")
        .header("x-forwarded-proto", "https");
    browser.send(request.form(&[("email", person.user.email.as_str())])).await.expect(303);
    app.do_jobs().await;
    let letter = app.mails.last_to(person.user.email.as_str());
    assert!(letter.text.contains(&format!("{}/fr/account/reset/", app.url)), "{}", letter.text);
    assert!(!format!("{letter:?}").contains("evil.example"), "{letter:?}");
}

#[actix_web::test]
async fn nothing_that_is_typed_as_next_breaks_signing_in() {
    let app = TestApp::start().await;
    app.person("hanane").await;
    for next in ["/fr/é", "/fr/\r\nset-cookie: a=b", "/fr/\u{1}", "/fr/ x", "javascript:alert(1)", "/\\evil.example"] {
        let fields = [("email", "hanane@people.example"), ("password", PASSWORD), ("next", next)];
        let answer = app.browser().post("/fr/account/sign-in", &fields).await.expect(303);
        assert_eq!(answer.location(), "/fr/account/start", "{next:?}");
    }
}

#[actix_web::test]
async fn signing_in_ends_the_session_that_the_browser_had_before() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let old = person.browser.cookies();
    assert_eq!(sign_in(&person.browser, "hanane@people.example", PASSWORD).await, 303);
    person.browser.get("/fr/account/").await.expect(200);
    app.browser().with_cookie(&format!("{old}; Path=/")).get("/fr/account/").await.expect(303);
}

#[actix_web::test]
async fn a_browser_left_open_is_no_place_to_guess_the_password() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let guess = [("current", "not it, not it"), ("password", OWN)];
    for _ in 0..10 {
        person.browser.post("/fr/account/password", &guess).await.expect(422);
    }
    person.browser.post("/fr/account/password", &guess).await.expect(429);
    person.browser.get("/fr/account/").await.expect(200);
}

#[actix_web::test]
async fn a_disabled_account_is_out_at_once_and_gets_no_mail() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    person.browser.get("/fr/account/").await.expect(200);
    let (mut user, now) = (person.user.clone(), app.now());
    user.disabled_at = Some(now);
    app.state.db.write(move |c| Ok::<_, AppError>(store::users::update(c, user.clone())?)).await.unwrap();
    person.browser.get("/fr/account/").await.expect(303);
    assert_eq!(sign_in(&app.browser(), "hanane@people.example", PASSWORD).await, 422);
    app.browser().post("/fr/account/forgot", &[("email", "hanane@people.example")]).await.expect(303);
    app.do_jobs().await;
    assert!(app.mails.all().is_empty());
}

#[actix_web::test]
async fn no_other_site_signs_anybody_in_or_out() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    for path in ["/fr/account/sign-in", "/fr/account/sign-out", "/fr/account/password", "/fr/account/profile"] {
        let fields = [("email", "hanane@people.example"), ("password", PASSWORD), ("name", "Other")];
        for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example"), ("x-nothing", "")] {
            let request = person.browser.request(Method::POST, path).header(name, value).form(&fields);
            person.browser.send(request).await.expect(403);
        }
    }
    person.browser.get("/fr/account/sign-out").await.expect(405);
    assert_eq!(person.browser.get("/fr/account/").await.expect(200).value("name"), "hanane");
}

#[actix_web::test]
async fn a_one_time_link_dies_after_a_day_and_with_a_newer_one() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let id = person.user.id;
    let issue = |now| {
        let kind = digital_awards::domain::token::TokenKind::SignIn;
        app.state.db.write(move |c| accounts::issue(c, kind, id, now))
    };
    let path = |secret: String| format!("/fr/account/enter/{secret}");
    let first = path(issue(app.now()).await.unwrap());
    app.wait(TimeDelta::seconds(1));
    let second = path(issue(app.now()).await.unwrap());
    app.browser().get(&first).await.expect(410);
    let page = app.browser().get(&second).await.expect(200);
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    app.wait(TimeDelta::hours(25));
    app.browser().post(&second, &[]).await.expect(410);
}
