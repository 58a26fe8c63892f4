//! Everything that is kept about a person, for that person alone.

use std::io::{Cursor, Read};

use digital_awards::app::AppError;
use digital_awards::domain::edition::EditionStatus;
use digital_awards::domain::file::FileKind;
use digital_awards::domain::ids::FileId;
use digital_awards::store;
use serde_json::Value;

use crate::jury::award::{Award, attached};
use crate::support::client::Response;

/// A file of the archive.
fn read(archive: &Response, name: &str) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(&archive.bytes)).unwrap();
    let mut bytes = Vec::new();
    zip.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

fn data_of(archive: &Response) -> Value {
    serde_json::from_slice(&read(archive, "data.json")).unwrap()
}

#[actix_web::test]
async fn everybody_takes_away_what_is_kept_about_them_and_nothing_of_anybody_else() {
    let award = Award::with_entries(2).await;
    award.move_to(EditionStatus::Judging).await;
    let (najat, omar) = (award.juror("najat").await, award.juror("omar").await);
    for (juror, mark, note) in [(&najat, "4", "Note de Najat"), (&omar, "1", "Note d’Omar")] {
        let id = award.assign(juror, &[0]).await[0];
        let mut sheet = vec![("version", "0"), ("note", note), ("comment", "Bravo")];
        sheet.extend(["c-innovation", "c-creativity", "c-entrepreneurship"].map(|criterion| (criterion, mark)));
        juror.browser.post(&award.url(id, "/submit"), &sheet).await.expect(303);
    }
    award.app.do_jobs().await;

    let entry = award.entries[0].clone();
    let file = attached(&entry, FileId::new(), "attachments", "plan.pdf", FileKind::Pdf);
    award.app.state.files.put(&file.storage_key, b"%PDF-1.7 plan".as_slice().into()).await.unwrap();
    let kept = file.clone();
    award.app.state.db.write(move |c| Ok::<_, AppError>(store::entry_files::insert(c, kept.clone())?)).await.unwrap();
    let archive = award.applicant.browser.post("/fr/account/data", &[]).await.expect(200);
    let data = data_of(&archive);
    assert_eq!(read(&archive, &format!("files/{}.pdf", file.id)), b"%PDF-1.7 plan");
    assert_eq!(data["account"]["email"], "applicant@people.example");
    let entries = data["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0]["submitted"].as_array().unwrap().len(), 1);
    let text = data.to_string();
    assert!(!text.contains("Note de Najat") && !text.contains("najat@") && !text.contains("screening"), "{text}");

    let data = data_of(&najat.browser.post("/fr/account/data", &[]).await.expect(200));
    let sheet = &data["juries"][0]["sheets"][0];
    assert_eq!(
        (&sheet["entry"], &sheet["note"]),
        (&award.entries[0].reference.as_str().into(), &"Note de Najat".into())
    );
    assert_eq!(sheet["marks_in_hundredths"].as_array().unwrap().len(), 3);
    assert!(!data["mails"].as_array().unwrap().is_empty());
    assert!(!data.to_string().contains("Omar") && !data.to_string().contains("applicant"));
    let page = najat.browser.get("/fr/account/").await.expect(200);
    assert!(page.has("form[action$='/account/data']"));
    assert!(award.app.browser().post("/fr/account/data", &[]).await.expect(303).location().contains("sign-in"));
}
