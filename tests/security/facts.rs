//! What surprised us about what we build on (F1 to F14), kept from surprising us again. Facts whose test stands
//! elsewhere are named in the table of this module's parent.

use std::time::{Duration, Instant};

use actix_web::middleware::from_fn;
use actix_web::web::Data;
use chrono::Utc;
use diesel::connection::SimpleConnection;
use diesel::{Connection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query, sql_types};
use digital_awards::web::middleware::surround;
use futures_util::future::join_all;
use reqwest::Method;

use crate::support::TestApp;
use crate::support::node::Node;
use crate::support::people::PASSWORD;
use crate::support::raw::Raw;

#[actix_web::test]
async fn f03_what_a_request_claims_about_its_host_and_scheme_is_in_no_answer() {
    let app = TestApp::start().await;
    let browser = app.browser();
    for path in
        ["/", "/fr/", "/fr/winners", "/robots.txt", "/sitemap.xml", "/fr/winners.atom", "/fr/entries/", "/fr/nowhere"]
    {
        let request = browser.request(Method::GET, path).header("host", "evil.example");
        let request = request.header("x-forwarded-host", "evil.example").header("x-forwarded-proto", "gopher");
        let answer = browser.send(request.header("forwarded", "host=evil.example")).await;
        assert!(!answer.body().contains("evil.example") && !answer.body().contains("gopher:"), "{path}");
        assert!(!format!("{:?}", answer.headers).contains("evil.example"), "{path}: {:?}", answer.headers);
    }
}

#[actix_web::test]
async fn f04_a_panic_is_answered_with_a_page_that_says_nothing_of_it() {
    async fn boom() -> &'static str {
        panic!("SecretOfThePanic")
    }
    let app = TestApp::start().await;
    let state = Data::new(app.state.clone());
    let service = actix_web::test::init_service(
        actix_web::App::new().app_data(state).wrap(from_fn(surround)).route("/fr/boom", actix_web::web::get().to(boom)),
    )
    .await;
    for _ in 0..2 {
        let request = actix_web::test::TestRequest::get().uri("/fr/boom").to_request();
        let answer = match actix_web::test::try_call_service(&service, request).await {
            Ok(response) => response.into_parts().1.map_into_boxed_body(),
            Err(error) => error.error_response(),
        };
        assert_eq!(answer.status(), 500);
        let id = answer.headers().get("x-request-id").unwrap().to_str().unwrap().to_owned();
        assert!(answer.headers().contains_key("content-security-policy"));
        let body = actix_web::body::to_bytes(answer.into_body()).await.unwrap_or_default();
        let body = String::from_utf8_lossy(&body).into_owned();
        assert!(body.contains(&id) && !body.contains("SecretOfThePanic"), "{body}");
    }
}

#[actix_web::test]
async fn f05_a_field_that_is_no_text_is_refused_in_a_form_and_in_an_address() {
    let app = TestApp::start().await;
    for rubbish in ["%ff", "%00", "%c0%af", "%ed%a0%80"] {
        app.browser().get(&format!("/fr/account/sign-in?next={rubbish}")).await.expect(400);
        let mut raw = Raw::to(&app.url).await;
        let body = format!("email={rubbish}");
        let head = [
            format!("Origin: {}", app.url),
            "Content-Type: application/x-www-form-urlencoded".to_owned(),
            format!("Content-Length: {}", body.len()),
        ];
        raw.ask("POST /fr/account/forgot", &head).await;
        raw.send(body).await;
        assert_eq!(raw.answer().await.0, 400, "{rubbish}");
    }
}

#[actix_web::test]
async fn f07_a_long_form_is_taken_and_a_longer_one_is_told_its_limit() {
    let app = TestApp::start().await;
    let browser = app.browser();
    let long = "é".repeat(80 * 1024);
    browser.post("/fr/account/forgot", &[("email", &long)]).await.expect(422);
    let longer = "x".repeat(520 * 1024);
    let page = browser.post("/fr/account/forgot", &[("email", &longer)]).await.expect(413);
    assert_eq!(page.text("main .tag"), "413");
    assert!(page.text("main").len() > 20, "{}", page.summary());
}

#[actix_web::test]
async fn f10_a_request_in_flight_ends_before_a_server_that_was_told_to_stop() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let node = Node::start(&app.state.settings.database.url.0, app.folder(), app.mails.port);
    let mut raw = Raw::to(&node.url).await;
    let body = "email=nobody%40people.example&password=a+guess,+a+guess";
    let head = [
        format!("Origin: {}", node.url),
        "Content-Type: application/x-www-form-urlencoded".to_owned(),
        format!("Content-Length: {}", body.len()),
    ];
    raw.ask("POST /fr/account/sign-in", &head).await;
    raw.send(&body[..10]).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    node.terminate();
    tokio::time::sleep(Duration::from_millis(500)).await;
    raw.send(&body[10..]).await;
    let (status, text) = raw.answer().await;
    assert_eq!(status, 422, "{text}");
    assert!(node.ended().success());
}

#[test]
fn f11_no_version_of_http_2_with_an_advisory_is_built_in() {
    let lock = include_str!("../../Cargo.lock");
    let packages = lock.split("[[package]]").filter(|package| package.contains("name = \"h2\"\n"));
    for package in packages {
        assert!(package.contains("version = \"0.4."), "{package}");
    }
    let manifest = include_str!("../../Cargo.toml");
    let line = manifest.lines().find(|line| line.starts_with("actix-web = ")).unwrap();
    assert!(line.contains("default-features = false") && !line.contains("http2"), "{line}");
}

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = sql_types::Text)]
    version: String,
}

#[test]
fn f12_the_sqlite_that_is_built_in_is_one_that_does_not_lose_its_log() {
    let mut conn = SqliteConnection::establish(":memory:").unwrap();
    conn.batch_execute("PRAGMA foreign_keys = ON").unwrap();
    let found = sql_query("SELECT sqlite_version() AS version").get_result::<Version>(&mut conn).unwrap();
    let numbers: Vec<u32> = found.version.split('.').map(|n| n.parse().unwrap()).collect();
    assert!(numbers.as_slice() >= [3, 51, 3].as_slice(), "{}", found.version);
}

#[actix_web::test]
async fn f14_many_who_sign_in_at_once_hold_nobody_else_up() {
    let app = TestApp::start_with(|s| {
        (s.security.argon2_memory_kib, s.security.argon2_passes) = (19_456, 2);
        (s.security.sign_in_tries_per_account, s.security.sign_in_tries_per_address) = (1000, 1000);
    })
    .await;
    app.person("hanane").await;
    let crowd = join_all((0..20).map(|_| async {
        let fields = [("email", "hanane@people.example"), ("password", PASSWORD)];
        app.browser().post("/fr/account/sign-in", &fields).await.status
    }));
    let others = async {
        let mut slowest = Duration::ZERO;
        for _ in 0..10 {
            let began = Instant::now();
            app.browser().get("/healthz").await.expect(200);
            slowest = slowest.max(began.elapsed());
        }
        slowest
    };
    let (statuses, slowest) = futures_util::future::join(crowd, others).await;
    assert!(statuses.iter().all(|status| *status == 303), "{statuses:?}");
    assert!(slowest < Duration::from_secs(2), "{slowest:?}");
}
