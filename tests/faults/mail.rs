//! The mail server: slow, and gone after it has taken a mail.

use std::time::{Duration, Instant};

use chrono::Utc;

use super::{expect_sound, until};
use crate::support::node::Plan;
use crate::support::wire::Wire;
use crate::support::{Node, TestApp};

const ACCOUNT: [(&str, &str); 3] =
    [("name", "Hanane"), ("email", "hanane@people.example"), ("password", "khettara de Fezna")];

fn node(app: &TestApp, smtp_port: u16) -> Node {
    Plan::new(&app.state.settings.database.url.0, app.folder(), smtp_port).start()
}

#[actix_web::test]
async fn no_page_waits_for_a_slow_mail_server() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    app.mails.take_long(Duration::from_secs(3));
    let node = node(&app, app.mails.port);
    let begun = Instant::now();
    node.browser().post("/fr/account/sign-up", &ACCOUNT).await.expect(303);
    node.browser().get("/fr/account/sign-in").await.expect(200);
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    until("the mail", async || !app.mails.to("hanane@people.example").is_empty()).await;
}

#[actix_web::test]
async fn a_mail_whose_yes_is_lost_on_the_way_comes_again_as_the_very_same() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let wire = Wire::to(&format!("http://127.0.0.1:{}", app.mails.port));
    let port: u16 = wire.url.rsplit(':').next().unwrap().parse().unwrap();
    // Long enough to cut the line between the mail and the answer to it.
    app.mails.take_long(Duration::from_millis(700));
    let node = node(&app, port);
    node.browser().post("/fr/account/sign-up", &ACCOUNT).await.expect(303);
    let arrived = || app.mails.to("hanane@people.example");
    until("the mail", async || !arrived().is_empty()).await;
    wire.cut(true);
    tokio::time::sleep(Duration::from_secs(1)).await;
    app.mails.take_long(Duration::ZERO);
    wire.cut(false);
    until("the mail again", async || arrived().len() == 2).await;
    let letters = arrived();
    assert_eq!(letters[0].id, letters[1].id);
    assert_eq!(letters[0].text, letters[1].text);
    // And not a third time.
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(arrived().len(), 2);
    expect_sound(&app);
}
