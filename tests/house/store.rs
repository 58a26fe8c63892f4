//! The doors to the database: no lost update, retries, the log's chain, queues.

use digital_awards::app::audit::{self, ChainCheck, Event};
use digital_awards::app::{AppError, outbox};
use digital_awards::domain::audit::AuditActor;
use digital_awards::domain::language::Language;
use digital_awards::domain::notice::MailKind;
use digital_awards::domain::text::EmailAddress;
use digital_awards::store;

use crate::support::TestApp;

#[actix_web::test]
async fn concurrent_writers_lose_no_update() {
    let app = TestApp::start().await;
    let start = app.now();
    let tasks: Vec<_> = (0..40)
        .map(|_| {
            let db = app.state.db.clone();
            actix_web::rt::spawn(async move {
                db.write(move |c| {
                    // Read, then write what was read: the pattern that loses updates elsewhere.
                    let seen = store::rate_limits::count(c, "counter", start)?;
                    let now = store::rate_limits::hit(c, "counter", start)?;
                    assert_eq!(now, seen + 1);
                    Ok::<_, AppError>(())
                })
                .await
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    let count = app.state.db.read(move |c| Ok::<_, AppError>(store::rate_limits::count(c, "counter", start)?)).await;
    assert_eq!(count.unwrap(), 40);
}

#[actix_web::test]
async fn a_write_that_fails_leaves_nothing_behind() {
    let app = TestApp::start().await;
    let now = app.now();
    let failed = app
        .state
        .db
        .write(move |c| {
            store::rate_limits::hit(c, "half", now)?;
            Err::<(), _>(AppError::NotFound)
        })
        .await;
    assert!(matches!(failed, Err(AppError::NotFound)));
    let count = app.state.db.read(move |c| Ok::<_, AppError>(store::rate_limits::count(c, "half", now)?)).await;
    assert_eq!(count.unwrap(), 0);
}

async fn record(app: &TestApp, count: usize) {
    let now = app.now();
    for n in 0..count {
        app.state
            .db
            .write(move |c| {
                let event =
                    Event::new("thing.happened", "thing", n).after(serde_json::json!({ "n": n, "text": "é\"ع" }));
                Ok::<_, AppError>(audit::record(c, AuditActor::System, event, now)?)
            })
            .await
            .unwrap();
    }
}

#[actix_web::test]
async fn the_chain_of_the_log_is_intact_until_somebody_touches_it() {
    let app = TestApp::start().await;
    record(&app, 5).await;
    app.do_jobs().await;
    record(&app, 3).await;
    app.do_jobs().await;
    let check = || app.state.db.read(|c| Ok::<_, AppError>(audit::verify(c)?));
    assert!(matches!(check().await.unwrap(), ChainCheck::Intact { events: 8, .. }));
    let sql = "UPDATE audit_events SET subject_id = 'other' WHERE seq = 4";
    app.state.db.write(move |c| Ok::<_, AppError>(store::audit::tamper(c, sql)?)).await.unwrap();
    assert_eq!(check().await.unwrap(), ChainCheck::Broken { seq: 4, reason: "altered" });
    let sql = "DELETE FROM audit_events WHERE seq = 2";
    app.state.db.write(move |c| Ok::<_, AppError>(store::audit::tamper(c, sql)?)).await.unwrap();
    assert_eq!(check().await.unwrap(), ChainCheck::Broken { seq: 2, reason: "missing" });
}

fn notice(to: &str, key: &str) -> outbox::Notice {
    outbox::Notice {
        kind: MailKind::Verify,
        to: EmailAddress::parse(to).unwrap(),
        name: "Hanane Oubrahim".into(),
        language: Language::Arabic,
        params: serde_json::json!({ "url": "http://127.0.0.1/fr/x" }),
        dedupe_key: key.into(),
    }
}

#[actix_web::test]
async fn a_mail_is_sent_once_in_its_language_even_when_the_server_refuses_first() {
    let app = TestApp::start().await;
    let now = app.now();
    for _ in 0..2 {
        let queued = notice("hanane@saqya.example", "verify:1");
        app.state.db.write(move |c| Ok::<_, AppError>(outbox::enqueue(c, queued.clone(), now)?)).await.unwrap();
    }
    app.mails.refuse(1);
    app.do_jobs().await;
    assert!(app.mails.all().is_empty());
    app.do_jobs().await;
    assert!(app.mails.all().is_empty(), "it waits before it tries again");
    app.wait(chrono::TimeDelta::minutes(3));
    app.do_jobs().await;
    app.do_jobs().await;
    let letters = app.mails.to("hanane@saqya.example");
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].subject, "أكّد عنوانك");
    assert!(letters[0].html.contains("dir=\"rtl\""));
    assert_eq!(letters[0].link(), "/fr/x");
}

#[actix_web::test]
async fn a_name_that_would_break_a_mail_header_harms_nobody() {
    let app = TestApp::start().await;
    let now = app.now();
    let mut queued = notice("a@saqya.example", "verify:2");
    queued.name = "A\r\nBcc: e@evil.example".into();
    app.state.db.write(move |c| Ok::<_, AppError>(outbox::enqueue(c, queued.clone(), now)?)).await.unwrap();
    app.do_jobs().await;
    assert_eq!(app.mails.all().len(), 1);
    assert!(app.mails.to("evil").is_empty());
}
