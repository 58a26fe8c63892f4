//! The disk: full, failing, and damaged.

use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use chrono::Utc;
use digital_awards::config::Secret;
use digital_awards::store::Engine;

use super::{expect_sound, expect_sound_in, is_here, until};
use crate::applicant::{open_edition, started, stored};
use crate::support::command::{expect_code, program};
use crate::support::node::Plan;
use crate::support::{Browser, Node, TestApp};

/// A small disk of its own, in memory.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    /// Of so many megabytes; none where none can be mounted, which takes the rights of root.
    fn new(megabytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let size = format!("size={megabytes}m");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path()).stderr(Stdio::null());
        if mount.status().is_ok_and(|status| status.success()) {
            return Some(Self(folder));
        }
        eprintln!("left out: no small disk can be mounted here (that takes root)");
        None
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// Fills it to the last byte.
    fn fill(&self) {
        let ballast = std::fs::File::create(self.ballast()).unwrap();
        for size in [1_usize << 16, 1 << 12, 1] {
            let block = vec![7; size];
            let mut at = ballast.metadata().unwrap().len();
            while ballast.write_at(&block, at).is_ok_and(|written| written > 0) {
                at = ballast.metadata().unwrap().len();
            }
        }
    }

    fn empty(&self) {
        std::fs::remove_file(self.ballast()).unwrap();
    }

    fn ballast(&self) -> PathBuf {
        self.path().join("ballast")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}

async fn save(browser: &Browser, section: &str, text: &str) -> u16 {
    let version = browser.get(section).await.expect(200).value("version");
    browser.post(section, &[("version", &version), ("answer-pitch", text)]).await.status
}

#[actix_web::test]
async fn on_a_full_disk_nothing_is_acknowledged_reading_goes_on_and_saving_comes_back_by_itself() {
    let Some(disk) = SmallDisk::new(24) else { return };
    let (database, files) = (disk.path().join("awards.db"), disk.path().join("files"));
    let app = TestApp::start_with(|settings| {
        settings.files.folder.clone_from(&files);
        if settings.database.url.0.starts_with("sqlite") {
            settings.database.url = Secret(format!("sqlite://{}", database.display()));
        }
    })
    .await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let (browser, section) = (&hanane.browser, format!("{entry}/sections/1"));
    let upload = async || {
        let fields = [("section", "4")];
        browser.upload(&format!("{entry}/files"), &fields, "answer-attachments", "plan.pdf", b"%PDF-1.7\n%%EOF").await
    };
    assert_eq!(save(browser, &section, "Avant").await, 303);
    disk.fill();

    let refused = upload().await.expect(503);
    assert!(refused.body().contains("Rien n’a été changé"), "{}", refused.summary());
    if app.state.db.engine() == Engine::Sqlite {
        // What the log of the database has room for is saved; then nothing more is.
        let mut last = "Avant".to_owned();
        let mut answers = Vec::new();
        for number in 0..400 {
            let text = format!("Pendant {number} {}", "x".repeat(280));
            answers.push(save(browser, &section, &text).await);
            if answers.last() == Some(&503) {
                break;
            }
            last = text;
        }
        assert_eq!(answers.last(), Some(&503), "{answers:?}");
        assert!(answers.iter().all(|status| [303, 503].contains(status)), "{answers:?}");
        assert_eq!(stored(&app, &entry).await.answers["pitch"], last);
    }
    browser.get(&entry).await.expect(200);
    app.browser().get("/fr/").await.expect(200);

    disk.empty();
    assert_eq!(save(browser, &section, "Après").await, 303);
    assert_eq!(stored(&app, &entry).await.answers["pitch"], "Après");
    upload().await.expect(303);
    let settings = &app.state.settings;
    expect_sound_in(&settings.database.url.0, app.folder(), &settings.files.folder);
}

#[actix_web::test]
async fn a_disk_that_fails_to_write_is_never_answered_with_a_yes() {
    let app = TestApp::start().await;
    if app.state.db.engine() != Engine::Sqlite || !is_here("strace") {
        return;
    }
    app.clock.set(Utc::now());
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let section = format!("{entry}/sections/1");
    let node = Node::start(&app.state.settings.database.url.0, app.folder(), app.mails.port);
    let browser = node.browser().with_cookie(&hanane.browser.cookies());
    assert_eq!(save(&browser, &section, "Avant").await, 303);
    let pid = node.pid().as_raw_nonzero().to_string();
    let calls = "fsync,fdatasync";
    let mut tracing = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "-p", &pid, "-e", &format!("trace={calls}")])
        .args(["-e", &format!("inject={calls}:error=EIO")])
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let traced = || {
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
        !status.contains("TracerPid:\t0")
    };
    until("the disk fails", async || traced()).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    for number in 0..5 {
        let version = browser.get(&section).await.expect(200).value("version");
        let text = format!("Pendant {number}");
        browser.post(&section, &[("version", &version), ("answer-pitch", &text)]).await.expect(503);
    }
    let _ = tracing.kill();
    let _ = tracing.wait();
    drop(node);
    let node = Node::start(&app.state.settings.database.url.0, app.folder(), app.mails.port);
    let browser = node.browser().with_cookie(&hanane.browser.cookies());
    assert_eq!(stored(&app, &entry).await.answers["pitch"], "Avant");
    assert_eq!(save(&browser, &section, "Après").await, 303);
    expect_sound(&app);
}

#[actix_web::test]
async fn a_damaged_database_is_read_and_never_written() {
    let app = TestApp::start().await;
    if app.state.db.engine() != Engine::Sqlite {
        return;
    }
    open_edition(&app).await;
    // A copy in which a page of the accounts is overwritten.
    let copy = app.folder().join("copy");
    let mut command = program(&app.state.settings.database.url.0, app.folder());
    expect_code(&command.args(["backup", copy.to_str().unwrap()]).output().unwrap(), 0);
    let damaged = copy.join("database").join("awards.db");
    let mut bytes = std::fs::read(&damaged).unwrap();
    let page = bytes
        .chunks_mut(4096)
        .skip(1)
        // A leaf of a table.
        .find(|page| page[0] == 0x0D && page.windows(22).any(|text| text == b"founder@people.example"))
        .expect("a page of the accounts");
    page.fill(0xA5);
    std::fs::write(&damaged, bytes).unwrap();

    let log = app.folder().join("log");
    let url = format!("sqlite://{}", damaged.display());
    let node = Plan::new(&url, app.folder(), app.mails.port)
        .logging(&log)
        .with("DIGITAL_AWARDS__METRICS__TOKEN", "token")
        .start();
    let account = [("name", "Hanane"), ("email", "hanane@people.example"), ("password", "khettara de Fezna")];
    let sign_up = async || node.browser().post("/fr/account/sign-up", &account).await;
    until("the damage is found", async || sign_up().await.status == 503).await;
    assert!(sign_up().await.expect(503).body().contains("Rien n’a été changé"));
    node.browser().get("/fr/").await.expect(200);
    assert!(std::fs::read_to_string(log).unwrap().contains("the database is damaged: nothing is written until"));
    let browser = node.browser();
    let request = browser.request(reqwest::Method::GET, "/metrics").header("authorization", "Bearer token");
    assert!(browser.send(request).await.expect(200).body().contains("digital_awards_database_damaged 1\n"));
}

#[actix_web::test]
async fn a_backup_without_room_says_so_and_leaves_nothing_that_looks_like_one() {
    let Some(disk) = SmallDisk::new(1) else { return };
    let app = TestApp::start().await;
    open_edition(&app).await;
    disk.fill();
    let copy = disk.path().join("copy");
    let url = &app.state.settings.database.url.0;
    let made = program(url, app.folder()).args(["backup", copy.to_str().unwrap()]).output().unwrap();
    expect_code(&made, 1);
    let elsewhere = tempfile::tempdir().unwrap();
    let target = format!("sqlite://{}", elsewhere.path().join("restored.db").display());
    let restored = program(&target, elsewhere.path()).args(["restore", copy.to_str().unwrap()]).output().unwrap();
    expect_code(&restored, 1);
    app.browser().get("/fr/").await.expect(200);
    expect_sound(&app);
}
