//! Files on a real S3 server: every node reads what any of them was given.

use digital_awards::files::Files;

use super::bucket::S3;
use crate::applicant::{open_edition, started};
use crate::support::TestApp;
use crate::support::command::{expect_code, program};

#[actix_web::test]
async fn files_are_kept_on_s3_read_from_anywhere_backed_up_and_forgotten() {
    let Some(s3) = S3::start().await else { return };
    let app = TestApp::start_with(|settings| settings.files = s3.settings(&settings.files)).await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let pdf: &[u8] = b"%PDF-1.7\n%%EOF";
    let fields = [("section", "4")];
    hanane.browser.upload(&format!("{entry}/files"), &fields, "answer-attachments", "plan.pdf", pdf).await.expect(303);
    let section = hanane.browser.get(&format!("{entry}/sections/4")).await.expect(200);
    let link = section.attribute(".uploaded a", "href");
    assert_eq!(hanane.browser.get(&link).await.expect(200).bytes, pdf);

    // Another node, which has no folder in common with the first.
    let elsewhere = Files::open(&app.state.settings.files).unwrap();
    let listed = elsewhere.list().await.unwrap();
    assert_eq!(listed.len(), 1, "{listed:?}");
    assert!(!app.folder().join("files").exists(), "nothing lies on this machine");
    assert!(s3.folder().read_dir().unwrap().next().is_some());

    let as_on_s3 = |arguments: &[&str]| {
        let mut command = program(&app.state.settings.database.url.0, app.folder());
        command.envs(s3.variables()).args(arguments).output().unwrap()
    };
    expect_code(&as_on_s3(&["invariants", "--files"]), 0);
    let copy = app.folder().join("copy");
    expect_code(&as_on_s3(&["backup", copy.to_str().unwrap()]), 0);
    let manifest = std::fs::read_to_string(copy.join("manifest.json")).unwrap();
    assert!(manifest.contains("\"files\""), "{manifest}");

    // What is not there, as the picture of a first page that could not be drawn, is no reason to keep the rest.
    app.state.files.erase(&listed[0].key).await.unwrap();
    assert_eq!(elsewhere.list().await.unwrap(), []);
    elsewhere.erase(&listed[0].key).await.unwrap();
}
