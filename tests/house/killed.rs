//! The program is killed in the middle of everything, and started again: whatever it acknowledged is
//! there, and nothing half done is.

use std::io::Write;
use std::net::TcpStream;
use std::time::Duration;

use chrono::Utc;
use digital_awards::app::AppError;
use digital_awards::store;
use reqwest::Method;
use reqwest::header::ORIGIN;

use super::nodes::Node;
use crate::applicant::{id_of, open_edition, started, stored};
use crate::support::{Browser, TestApp};

fn node(app: &TestApp) -> Node {
    Node::start(&app.state.settings.database.url.0, app.folder(), app.mails.port)
}

/// Saves one text after the other until the server is gone; the last that was acknowledged.
async fn type_until_it_dies(browser: Browser, section: String, mut version: String) -> u32 {
    let mut acknowledged = 0;
    for number in 1.. {
        let text = format!("Texte {number}");
        let fields = [("version", version.as_str()), ("answer-pitch", text.as_str())];
        let request = browser.request(Method::POST, &section).header(ORIGIN, &browser.base);
        let Ok(answer) = request.header("X-Requested-With", "fetch").form(&fields).send().await else { break };
        assert_eq!(answer.status().as_u16(), 200);
        let Ok(saved) = answer.json::<serde_json::Value>().await else { break };
        saved["version"].as_str().unwrap().clone_into(&mut version);
        acknowledged = number;
    }
    acknowledged
}

#[actix_web::test]
async fn every_acknowledged_character_survives_a_server_that_is_killed_while_somebody_types() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let section = format!("{entry}/sections/1");
    for wait in [300, 700, 450] {
        let server = node(&app);
        let browser = server.browser().with_cookie(&hanane.browser.cookies());
        let version = browser.get(&section).await.expect(200).value("version");
        let typing = actix_web::rt::spawn(type_until_it_dies(browser, section.clone(), version));
        tokio::time::sleep(Duration::from_millis(wait)).await;
        drop(server);
        let acknowledged = typing.await.unwrap();
        assert!(acknowledged > 0, "something was saved in {wait} ms");
        let kept = stored(&app, &entry).await.answers["pitch"].clone();
        // The one under way may have come through without anybody hearing of it.
        let possible = [acknowledged, acknowledged + 1].map(|number| format!("Texte {number}"));
        assert!(possible.contains(&kept), "{kept} after {acknowledged} were acknowledged");
    }
}

#[actix_web::test]
async fn no_half_file_is_there_when_the_server_is_killed_in_the_middle_of_an_upload() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let server = node(&app);
    let address = server.url.trim_start_matches("http://").to_owned();
    let boundary = "khettara";
    let head = format!(
        "--{boundary}\r\ncontent-disposition: form-data; name=\"section\"\r\n\r\n4\r\n--{boundary}\r\n\
         content-disposition: form-data; name=\"answer-attachments\"; filename=\"plan.pdf\"\r\n\
         content-type: application/pdf\r\n\r\n%PDF-1.7\n"
    );
    let request = format!(
        "POST {entry}/files HTTP/1.1\r\nhost: {address}\r\norigin: {}\r\ncookie: {}\r\n\
         content-type: multipart/form-data; boundary={boundary}\r\ncontent-length: 5000000\r\n\r\n{head}",
        server.url,
        hanane.browser.cookies(),
    );
    let mut half = TcpStream::connect(&address).unwrap();
    half.write_all(request.as_bytes()).unwrap();
    half.write_all(&vec![b' '; 2_000_000]).unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    drop(server);

    let server = node(&app);
    let browser = server.browser().with_cookie(&hanane.browser.cookies());
    let page = browser.get(&format!("{entry}/sections/4")).await.expect(200);
    assert!(!page.has(".uploaded") && !page.body().contains("plan.pdf"), "{}", page.summary());
    let id = id_of(&entry);
    let files = app.state.db.read(move |c| Ok::<_, AppError>(store::entry_files::list(c, id)?.len())).await.unwrap();
    assert_eq!(files, 0);
    // The same file, sent again, comes in whole.
    let fields = [("section", "4")];
    let pdf = b"%PDF-1.7\n%%EOF";
    browser.upload(&format!("{entry}/files"), &fields, "answer-attachments", "plan.pdf", pdf).await.expect(303);
    assert!(browser.get(&format!("{entry}/sections/4")).await.expect(200).body().contains("plan.pdf"));
}
