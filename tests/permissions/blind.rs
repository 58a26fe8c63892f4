//! In a blind round no juror can tell who is behind an entry: two worlds that differ only in that give
//! byte-equal answers.

use digital_awards::app::AppError;
use digital_awards::documents::{self, receipt::Receipt};
use digital_awards::domain::file::{FileKind, blind_key, text_key};
use digital_awards::domain::form::FieldKind;
use digital_awards::domain::ids::FileId;
use digital_awards::domain::language::Language;
use digital_awards::store::{self, Conn};

use super::secrecy::crawl;
use super::world::World;
use crate::jury::award::{attached, resubmit};
use crate::support::TestApp;

/// Makes the round blind, and gives the first entry everything that could tell who is behind it.
fn dress(c: &mut Conn, world: &Ids, file: FileId, name: &str) -> Result<(), AppError> {
    let mut round = store::rounds::get(c, world.round)?;
    if !round.hides_identity {
        round.hides_identity = true;
        store::rounds::update(c, round)?;
    }
    let entry = store::entries::get(c, world.entry)?;
    let mut organisation = store::organisations::get(c, entry.organisation_id)?;
    name.clone_into(&mut organisation.name);
    organisation.website = format!("https://{name}.example");
    store::organisations::update(c, organisation)?;
    let mut owner = store::users::get(c, entry.owner_id)?;
    name.clone_into(&mut owner.name);
    store::users::update(c, owner)?;
    let mut snapshot = store::snapshots::get(c, entry.snapshot_id.unwrap())?;
    let form = store::entry_forms::get(c, snapshot.form_id)?;
    name.clone_into(&mut snapshot.organisation_name);
    snapshot.title = format!("Projet {name}");
    let link = form.fields.iter().find(|f| f.kind == FieldKind::Link).unwrap();
    snapshot.answers.insert(link.key.clone(), format!("https://{name}.example"));
    let question = form.fields.iter().find(|f| f.kind.is_file()).unwrap();
    let kept = attached(&entry, file, &question.key, &format!("{name}.pdf"), FileKind::Pdf);
    match store::entry_files::get(c, file) {
        Ok(_) => store::entry_files::update(c, kept.clone())?,
        Err(_) => store::entry_files::insert(c, kept.clone())?,
    }
    snapshot.files = vec![(&kept).into()];
    resubmit(c, snapshot)
}

/// A document that says something on its page, and in its properties who made it.
fn document(author: &str, words: &str) -> Vec<u8> {
    let receipt = Receipt { entry: words.to_owned(), ..Receipt::default() };
    let pdf = documents::receipt::pdf(Language::French, &receipt).unwrap();
    let mut document = lopdf::Document::load_mem(&pdf).unwrap();
    let info = lopdf::Dictionary::from_iter([("Author", lopdf::Object::string_literal(author))]);
    let info = document.add_object(info);
    document.trailer.set("Info", info);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// Forgets what was made of a document: its bytes never change elsewhere.
async fn forget(app: &TestApp, key: &str) {
    for made in [blind_key(key), text_key(key)] {
        app.state.files.delete(&made).await.unwrap();
    }
}

#[derive(Clone, Copy)]
struct Ids {
    round: digital_awards::domain::ids::RoundId,
    entry: digital_awards::domain::ids::EntryId,
}

#[actix_web::test]
async fn no_juror_of_a_blind_round_can_tell_who_is_behind_an_entry() {
    let world = World::judging().await;
    let ids = Ids { round: world.award.round.id, entry: world.award.entries[0].id };
    let (file, app) = (FileId::new(), world.app());
    app.state.files.put("ab/cd", document("aquasecret", "Une ferme").into()).await.unwrap();
    let dressed = |name: &'static str| app.state.db.write(move |c| dress(c, &ids, file, name));
    dressed("aquasecret").await.unwrap();
    let juror = &world.juror.browser;
    let path = format!("/fr/files/{file}");
    let (before, fetched) = (crawl(&world, juror).await, juror.get(&path).await.expect(200));
    assert!(fetched.header("content-disposition").contains("2027-"), "{}", fetched.header("content-disposition"));
    dressed("othername").await.unwrap();
    forget(app, "ab/cd").await;
    app.state.files.put("ab/cd", document("othername", "Une ferme").into()).await.unwrap();
    let (after, again) = (crawl(&world, juror).await, juror.get(&path).await.expect(200));
    assert!(fetched.bytes == again.bytes && fetched.bytes.len() > 1000);
    assert_eq!(fetched.header("content-disposition"), again.header("content-disposition"));
    for (path, answer) in &before {
        // Ties are declared by name; no entry is named beside them.
        let is_list_of_names = path.ends_with("/conflicts");
        assert!(is_list_of_names || !answer.contains("aquasecret"), "{path}");
        assert!(is_list_of_names || after[path] == *answer, "{path}");
    }
    // Organisers go on knowing, and are told where the entry shows it.
    let desk = format!("/fr/organiser/2027/entries/{}", ids.entry);
    let page = world.award.organiser.browser.get(&desk).await.expect(200);
    assert!(page.body().contains("othername.pdf"));
    let plain = move |c: &mut Conn| {
        let entry = store::entries::get(c, ids.entry)?;
        let mut snapshot = store::snapshots::get(c, entry.snapshot_id.unwrap())?;
        snapshot.answers.insert("problem".into(), "Chez Othername, nous comptons l’eau.".into());
        resubmit(c, snapshot)
    };
    app.state.db.write(plain).await.unwrap();
    let page = world.award.organiser.browser.get(&desk).await.expect(200);
    assert!(page.text(".flash-warn").contains("othername"), "{}", page.summary());
    // And where a document says it.
    forget(app, "ab/cd").await;
    app.state.files.put("ab/cd", document("someone", "La ferme Othername").into()).await.unwrap();
    let page = world.award.organiser.browser.get(&desk).await.expect(200);
    assert!(page.texts(".flash-warn li").iter().any(|line| line.contains("othername.pdf")), "{}", page.summary());
    // What can't be copied is not shown at all.
    forget(app, "ab/cd").await;
    app.state.files.put("ab/cd", b"%PDF-1.7 aquasecret".as_slice().into()).await.unwrap();
    assert!(!juror.get(&path).await.expect(409).body().contains("aquasecret"));
}

#[actix_web::test]
async fn tiles_of_a_blind_round_are_the_jurors_own() {
    let world = World::judging().await;
    let other = world.award.juror("zineb").await;
    world.award.assign(&other, &[0]).await;
    let tile = async |browser: &crate::support::Browser| {
        let page = browser.get("/fr/jury/2027/").await.expect(200).body();
        let start = page.find("<ol class=\"queue\"").unwrap();
        let end = page[start..].find("</svg>").unwrap();
        page[start..start + end].rsplit("<svg").next().unwrap().to_owned()
    };
    assert_eq!(tile(&world.juror.browser).await, tile(&other.browser).await);
    let round = world.award.round.id;
    let blind = move |c: &mut Conn| {
        let mut round = store::rounds::get(c, round)?;
        round.hides_identity = true;
        Ok::<_, AppError>(store::rounds::update(c, round)?)
    };
    world.app().state.db.write(blind).await.unwrap();
    assert_ne!(tile(&world.juror.browser).await, tile(&other.browser).await);
}
