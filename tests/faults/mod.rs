//! What fails on a real server: the process is killed, the disk is full, the database restarts or hangs,
//! the mail server cuts the line, the clock jumps, nodes come and go. Whatever was acknowledged is there
//! afterwards, once, and the invariants hold.

mod authority;
#[cfg(feature = "s3")]
mod bucket;
mod clock;
mod cluster;
mod disk;
mod fleet;
mod killed;
mod load;
mod mail;
mod memory;
mod nodes;
mod postgres;
#[cfg(feature = "s3")]
mod s3;
mod scheduled;
mod stopped;
mod storage;
mod tls;
#[cfg(feature = "s3")]
mod whole;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::applicant::{fill, open_edition, started, stored};
use crate::support::TestApp;
use crate::support::command::{expect_code, program};
use crate::support::people::Person;

/// How long anything may take that happens by itself.
const PATIENCE: Duration = Duration::from_secs(60);

/// Waits for something that happens by itself.
pub async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let begun = Instant::now();
    while !is_so().await {
        assert!(begun.elapsed() < PATIENCE, "not in time: {what}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Checks every invariant of the database and its files, hashes too.
#[track_caller]
pub fn expect_sound(app: &TestApp) {
    expect_sound_in(&app.state.settings.database.url.0, app.folder(), &app.folder().join("files"));
}

/// The same of a database and a folder of files.
#[track_caller]
pub fn expect_sound_in(database_url: &str, folder: &Path, files: &Path) {
    let mut command = program(database_url, folder);
    command.env("DIGITAL_AWARDS__FILES__FOLDER", files);
    expect_clean(command);
}

/// The same of whatever a program is started on.
#[track_caller]
pub fn expect_clean(mut program: Command) {
    expect_code(&program.args(["invariants", "--files"]).output().unwrap(), 0);
}

/// People with an entry each that could be submitted.
async fn writers(app: &TestApp, count: usize) -> Vec<(Person, String)> {
    let edition = open_edition(app).await;
    let mut writers = Vec::new();
    for number in 0..count {
        let person = app.person(&format!("person{number}")).await;
        let entry = started(app, &person, &edition).await;
        fill(app, &person, &entry).await;
        writers.push((person, entry));
    }
    writers
}

/// The version that a page would send back.
fn version_in(page: &str) -> &str {
    let (_, rest) = page.split_once("name=\"version\" value=\"").expect("a form that can be sent");
    rest.split('"').next().unwrap()
}

/// The text that was acknowledged last is kept, or the one under way: that may have come through without anybody
/// hearing of it.
async fn expect_kept(app: &TestApp, entry: &str, acknowledged: u32) {
    let kept = stored(app, entry).await.answers["pitch"].clone();
    let possible = [acknowledged, acknowledged + 1].map(|number| format!("Texte {number}"));
    assert!(possible.contains(&kept), "{kept} after {acknowledged} were acknowledged");
}

/// A number below a limit, another each time.
fn any_below(limit: u64) -> u64 {
    uuid::Uuid::new_v4().as_u64_pair().0 % limit
}

/// Whether a program is on this machine; a test that needs it says so and does nothing.
fn is_here(tool: &str) -> bool {
    let found = std::env::var("PATH").unwrap_or_default().split(':').any(|folder| {
        let path = std::path::Path::new(folder).join(tool);
        path.exists()
    });
    if !found {
        eprintln!("left out: no {tool} here (`make setup` installs it)");
    }
    found
}
