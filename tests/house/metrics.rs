//! What a monitoring system sees: whether the server lives, whether it can work, and numbers for whoever knows the
//! token. Nothing of people, nothing of results.

use std::net::TcpListener;
use std::time::{Duration, Instant};

use digital_awards::config::Secret;
use reqwest::Method;
use reqwest::header::AUTHORIZATION;

use crate::jury::award::Award;
use crate::support::command::program;
use crate::support::database::FreshDatabase;
use crate::support::node::Plan;
use crate::support::{Browser, TestApp};

/// Nothing is sent here.
const NO_MAIL: u16 = 9;
const TOKEN: &str = "a-token-that-nobody-guesses";

async fn watched() -> TestApp {
    TestApp::start_with(|settings| settings.metrics.token = Secret(TOKEN.into())).await
}

/// The numbers, as whoever knows the token sees them.
async fn numbers(browser: &Browser) -> String {
    let request = browser.request(Method::GET, "/metrics").header(AUTHORIZATION, format!("Bearer {TOKEN}"));
    let answer = browser.send(request).await.expect(200);
    assert_eq!(answer.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    answer.body()
}

/// The value of a line.
fn value(numbers: &str, name: &str) -> f64 {
    let line = numbers.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("{name} in\n{numbers}")).parse().unwrap()
}

#[actix_web::test]
async fn without_a_token_there_are_no_numbers_and_with_one_only_for_whoever_knows_it() {
    let app = TestApp::start().await;
    app.browser().get("/metrics").await.expect(404);
    let bare = app.browser();
    let empty = bare.request(Method::GET, "/metrics").header(AUTHORIZATION, "Bearer ");
    bare.send(empty).await.expect(404);
    let app = watched().await;
    let browser = app.browser();
    assert_eq!(browser.get("/metrics").await.expect(401).header("www-authenticate"), "Bearer");
    for wrong in ["Bearer ", "Bearer x", "Basic YTpi", TOKEN, "Bearer a-token-that-nobody-guesse"] {
        let request = browser.request(Method::GET, "/metrics").header(AUTHORIZATION, wrong);
        assert!(!browser.send(request).await.expect(401).body().contains("digital_awards"), "{wrong}");
    }
    numbers(&browser).await;
}

#[actix_web::test]
async fn requests_are_counted_by_pattern_and_class_and_the_rest_is_there() {
    let app = watched().await;
    let browser = app.browser();
    for _ in 0..3 {
        browser.get("/fr/account/sign-in").await.expect(200);
    }
    browser.get("/ar/account/sign-in").await.expect(200);
    browser.get("/fr/no/such/page/as-this").await.expect(404);
    let typed = [("email", "nobody@people.example"), ("password", "not the one")];
    browser.post("/fr/account/sign-in", &typed).await.expect(422);
    app.person("hanane").await;
    let account = [("name", "Omar"), ("email", "omar@people.example"), ("password", "khettara de Fezna")];
    browser.post("/fr/account/sign-up", &account).await.expect(303);
    let before = numbers(&browser).await;
    assert_eq!(value(&before, "digital_awards_mails{status=\"waiting\"}"), 1.0);
    app.do_jobs().await;
    let seen = numbers(&browser).await;
    let requests = |route: &str, method: &str, status: &str| {
        value(
            &seen,
            &format!("digital_awards_requests_total{{route=\"{route}\",method=\"{method}\",status=\"{status}\"}}"),
        )
    };
    assert_eq!(requests("/account/sign-in", "read", "2xx"), 4.0);
    assert_eq!(requests("/account/sign-in", "write", "4xx"), 1.0);
    assert_eq!(requests("none", "read", "4xx"), 1.0);
    let kind = "route=\"/account/sign-in\",method=\"read\"";
    assert_eq!(value(&seen, &format!("digital_awards_request_duration_seconds_count{{{kind}}}")), 4.0);
    assert!(value(&seen, &format!("digital_awards_request_duration_seconds_sum{{{kind}}}")) > 0.0);
    assert_eq!(value(&seen, &format!("digital_awards_request_duration_seconds_bucket{{{kind},le=\"+Inf\"}}")), 4.0);
    assert_eq!(value(&seen, "digital_awards_requests_in_flight"), 1.0, "the one that asks");
    assert_eq!(value(&seen, "digital_awards_sign_in_failures_total"), 1.0);
    assert_eq!(value(&seen, "digital_awards_mails{status=\"waiting\"}"), 0.0);
    assert_eq!(value(&seen, "digital_awards_mails{status=\"sent\"}"), 1.0);
    assert_eq!(value(&seen, "digital_awards_database_up"), 1.0);
    assert!(value(&seen, "digital_awards_database_connections") >= 1.0);
    assert!(value(&seen, "digital_awards_database_connections_idle") <= 4.0);
    assert_eq!(value(&seen, "digital_awards_database_writers_waiting"), 0.0);
    for job in ["announce", "remind", "campaigns", "chain", "mail", "erase", "purge"] {
        let at = value(&seen, &format!("digital_awards_job_last_run_timestamp_seconds{{job=\"{job}\"}}"));
        assert_eq!(at, app.now().timestamp() as f64, "{job}");
    }
    if cfg!(target_os = "linux") {
        assert!(value(&seen, "process_resident_memory_bytes") > 1e6);
    }
    assert!(seen.contains("digital_awards_build_info{version=\""), "{seen}");
}

#[actix_web::test]
async fn numbers_tell_nothing_of_people_or_of_what_is_scored() {
    let app = watched().await;
    let award = Award::with_entries_on(app, 2).await;
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0]).await[0];
    let sheet = [("version", "0"), ("c-innovation", "4"), ("c-creativity", "4"), ("c-entrepreneurship", "4")];
    juror.browser.post(&award.url(id, "/submit"), &sheet).await.expect(303);
    award.organiser.browser.get("/fr/organiser/2027/results").await.expect(200);
    award.app.do_jobs().await;
    let seen = numbers(&award.app.browser()).await;
    for told in ["najat", "people.example", "Entry", "2027", &id.to_string(), TOKEN, "127.0.0.1"] {
        let lines: Vec<&str> = seen.lines().filter(|l| l.contains(told) && !l.contains("build_info")).collect();
        assert!(lines.is_empty(), "{told}: {lines:?}");
    }
    assert!(seen.contains("route=\"/jury/{edition}/{assignment}/submit\""), "{seen}");
}

#[actix_web::test]
async fn a_process_that_is_told_to_stop_says_so_answers_for_a_while_and_ends_well() {
    let folder = tempfile::tempdir().unwrap();
    let database = FreshDatabase::new(folder.path());
    let plan = Plan::new(&database.url, folder.path(), NO_MAIL).with("DIGITAL_AWARDS__SERVER__LEAVE_SECONDS", "2");
    let node = plan.start();
    let browser = node.browser();
    assert_eq!(browser.get("/readyz").await.expect(200).body(), "ready\n");
    let told = Instant::now();
    node.terminate();
    let answer = loop {
        let answer = browser.get("/readyz").await;
        if answer.status != 200 || told.elapsed() > Duration::from_secs(1) {
            break answer;
        }
    };
    assert_eq!(answer.expect(503).body(), "not ready: this process is stopping\n");
    browser.get("/healthz").await.expect(200);
    browser.get("/fr/").await.expect(200);
    let ending = tokio::task::spawn_blocking(move || node.ended());
    let status = tokio::time::timeout(Duration::from_secs(20), ending).await.expect("it ends").unwrap();
    assert!(status.success() && told.elapsed() >= Duration::from_secs(2), "{status} after {:?}", told.elapsed());
}

#[actix_web::test]
async fn a_database_that_hangs_makes_it_unready_within_moments_and_not_dead() {
    // Something that takes connections and never says a word.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("postgres://awards@{}/awards", silent.local_addr().unwrap());
    let app = watched().await;
    let options = digital_awards::store::DbOptions { url, ..app.state.settings.db_options() };
    let mut state = app.state.clone();
    state.db = digital_awards::store::Db::open(&options).unwrap();
    let data = actix_web::web::Data::new(state);
    let site = actix_web::test::init_service(
        actix_web::App::new().app_data(data.clone()).configure(digital_awards::web::routes::configure),
    )
    .await;
    let ask = |path: &str| actix_web::test::TestRequest::get().uri(path).to_request();
    let begun = Instant::now();
    let live = actix_web::test::call_service(&site, ask("/healthz")).await;
    assert!(live.status() == 200 && begun.elapsed() < Duration::from_millis(500));
    for _ in 0..8 {
        let begun = Instant::now();
        let ready = actix_web::test::call_service(&site, ask("/readyz")).await;
        assert!(ready.status() == 503 && begun.elapsed() < Duration::from_millis(1500), "{:?}", begun.elapsed());
        let body = actix_web::test::read_body(ready).await;
        assert!(body.starts_with(b"not ready: the database does not answer"));
    }
    let begun = Instant::now();
    let request =
        actix_web::test::TestRequest::get().uri("/metrics").insert_header(("authorization", format!("Bearer {TOKEN}")));
    let seen = actix_web::test::call_and_read_body(&site, request.to_request()).await;
    assert!(begun.elapsed() < Duration::from_millis(1500));
    assert_eq!(value(std::str::from_utf8(&seen).unwrap(), "digital_awards_database_up"), 0.0);
    drop(silent);
}

#[cfg(feature = "otel")]
#[actix_web::test]
async fn traces_are_sent_to_a_collector() {
    use std::io::{BufRead, BufReader, Read, Write};

    let collector = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}/v1/traces", collector.local_addr().unwrap());
    let (sent, received) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for connection in collector.incoming() {
            let mut reader = BufReader::new(connection.unwrap());
            let (mut head, mut length) = (String::new(), 0);
            loop {
                let mut line = String::new();
                if reader.read_line(&mut line).unwrap_or(0) == 0 || line == "\r\n" {
                    break;
                }
                if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                    length = value.trim().parse().unwrap();
                }
                head.push_str(&line);
            }
            let mut body = vec![0; length];
            reader.read_exact(&mut body).unwrap();
            let _ = reader.get_mut().write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            let _ = sent.send((head, body));
        }
    });
    let folder = tempfile::tempdir().unwrap();
    let database = FreshDatabase::new(folder.path());
    let node = Plan::new(&database.url, folder.path(), NO_MAIL)
        .with("DIGITAL_AWARDS__TELEMETRY__OTLP_ENDPOINT", &endpoint)
        .with("DIGITAL_AWARDS__SERVER__LEAVE_SECONDS", "0")
        .with("DIGITAL_AWARDS__LOG__FILTER", "info")
        .start();
    let browser = node.browser();
    browser.get("/fr/account/sign-in").await.expect(200);
    node.terminate();
    let (head, body) =
        tokio::task::spawn_blocking(move || received.recv_timeout(Duration::from_secs(30)).unwrap()).await.unwrap();
    assert!(head.starts_with("POST /v1/traces HTTP/1.1\r\n"), "{head}");
    assert!(head.to_ascii_lowercase().contains("content-type: application/x-protobuf"), "{head}");
    let text = String::from_utf8_lossy(&body);
    for word in ["digital-awards", "service.version", "request", "/fr/account/sign-in"] {
        assert!(text.contains(word), "{word}");
    }
}

#[test]
fn the_version_names_the_commit_and_the_schema() {
    let folder = tempfile::tempdir().unwrap();
    let output = program("", folder.path()).arg("--version").output().unwrap();
    let said = crate::support::command::expect_code(&output, 0);
    let mut names: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/sqlite"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let schema = names.pop().unwrap();
    assert!(said.starts_with("digital-awards ") && said.contains("(commit ") && said.contains(&schema), "{said}");
    let commit = said.split("commit ").nth(1).unwrap().split(',').next().unwrap();
    assert!(commit == "unknown" || commit.bytes().all(|byte| byte.is_ascii_hexdigit()), "{commit}");
}
