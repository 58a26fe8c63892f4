//! Little memory: many upload and sign in at once, and the server answers all of them.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::Utc;
use reqwest::Method;
use reqwest::multipart::{Form, Part};

use super::{expect_sound, writers};
use crate::support::people::PASSWORD;
use crate::support::{Node, TestApp};

/// A group of processes that may have only so much memory, with the files that they read.
struct Cage(PathBuf);

impl Cage {
    /// Of so many megabytes; none where none can be made, which takes the rights of root.
    fn new(megabytes: u64) -> Option<Self> {
        let name = format!("awards-{}", uuid::Uuid::new_v4().simple());
        for (hierarchy, limit) in [("/sys/fs/cgroup/memory", "memory.limit_in_bytes"), ("/sys/fs/cgroup", "memory.max")]
        {
            let cage = Self(Path::new(hierarchy).join(&name));
            let made = std::fs::create_dir(&cage.0);
            if made.is_ok() && std::fs::write(cage.0.join(limit), (megabytes << 20).to_string()).is_ok() {
                return Some(cage);
            }
        }
        eprintln!("left out: no memory can be limited here (that takes root and control groups)");
        None
    }

    fn hold(&self, node: &Node) {
        std::fs::write(self.0.join("cgroup.procs"), node.pid().as_raw_nonzero().to_string()).unwrap();
    }
}

impl Drop for Cage {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir(&self.0);
    }
}

/// A PDF of almost ten megabytes.
fn large() -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.resize(9_900_000, b' ');
    bytes.extend(b"\n%%EOF");
    bytes
}

#[actix_web::test]
async fn with_little_memory_many_upload_and_sign_in_at_once_and_all_are_answered() {
    // Forty uploads alone are 400 MB.
    let Some(cage) = Cage::new(256) else { return };
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let people = writers(&app, 8).await;
    let node = Node::start(&app.state.settings.database.url.0, app.folder(), app.mails.port);
    cage.hold(&node);
    let mut working = Vec::new();
    for (number, (person, entry)) in (0_u8..).zip(people.iter().cycle().take(40)) {
        let browser = node.browser().with_cookie(&person.browser.cookies());
        let mut bytes = large();
        bytes[20] = number;
        let form = Form::new().text("section", "4");
        let form = form.part("answer-attachments", Part::bytes(bytes).file_name(format!("{number}.pdf")));
        let request = browser.request(Method::POST, &format!("{entry}/files"));
        let request = request.header("sec-fetch-site", "same-origin").multipart(form);
        working.push(actix_web::rt::spawn(async move { browser.send(request).await.status }));
        let browser = node.browser();
        let email = person.user.email.to_string();
        working.push(actix_web::rt::spawn(async move {
            let typed = [("email", email.as_str()), ("password", PASSWORD)];
            browser.post("/fr/account/sign-in", &typed).await.status
        }));
    }
    for _ in 0..5 {
        tokio::time::sleep(Duration::from_millis(200)).await;
        node.browser().get("/healthz").await.expect(200);
        node.browser().get("/fr/").await.expect(200);
    }
    for work in working {
        assert_eq!(work.await.expect("an answer"), 303);
    }
    node.browser().get("/readyz").await.expect(200);
    drop(node);
    expect_sound(&app);
}
