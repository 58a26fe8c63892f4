//! Who reaches what: somebody else's entry, an entry that is not assigned, another edition.

use chrono::TimeDelta;
use digital_awards::app::AppError;
use digital_awards::domain::collaborator::{Collaborator, CollaboratorRole};
use digital_awards::domain::file::FileKind;
use digital_awards::domain::ids::{CollaboratorId, EntryId, FileId};
use digital_awards::store::{self, Conn, StoreError};
use digital_awards::web::routes::{self, Audience};
use reqwest::Method;

use crate::applicant::files::{PDF, attach, count, entry};
use crate::applicant::stored;
use crate::jury::award::{Award, OnJury, attached, resubmit};
use crate::permissions::world::World;
use crate::results::announcement::second;
use crate::results::{DESK, closed};
use crate::support::TestApp;
use crate::support::client::Response;

/// What tells an answer of "not found" from another, whatever was asked for.
fn said(answer: &Response, asked: &str) -> String {
    answer.body().replace(asked.trim_start_matches("/fr"), "").replace(answer.header("x-request-id"), "")
}

#[actix_web::test]
async fn t01_an_applicant_cannot_open_change_or_submit_somebody_elses_entry() {
    let app = TestApp::start().await;
    let (hanane, path) = entry(&app).await;
    attach(&hanane, &path, "plan.pdf", PDF).await.expect(303);
    let section = hanane.browser.get(&format!("{path}/sections/4")).await.expect(200);
    let file = section.attribute(".uploaded .grow a", "href");
    let before = stored(&app, &path).await;
    let (id, organisation) = (before.id.to_string(), before.organisation_id.to_string());
    let other = app.person("other").await;

    let mut wrong = Vec::new();
    let of_entries = |path: &str| {
        ["/{lang}/entries/{entry}", "/{lang}/organisations/", "/{lang}/files/"].iter().any(|x| path.starts_with(x))
    };
    for route in routes::table().into_iter().filter(|route| of_entries(route.path)) {
        let address = route
            .path
            .replace("{lang}", "fr")
            .replace("{entry}", &id)
            .replace("{organisation}", &organisation)
            .replace("{file}", file.rsplit('/').next().unwrap())
            .replace("{act}", "remove")
            .replace("{collaborator}", &uuid::Uuid::now_v7().to_string());
        let address = address.replace("{section}", "1").replace("{number}", "1");
        let status = if route.method == "GET" {
            other.browser.get(&address).await.status
        } else if address.ends_with("/files") || address.ends_with("/logo") {
            other.browser.upload(&address, &[("section", "4")], "file", "x.pdf", PDF).await.status
        } else {
            let fields = [("version", "0"), ("title", "Mine now"), ("declaration", "1"), ("role", "edit")];
            other.browser.post(&address, &fields).await.status
        };
        if status != 404 {
            wrong.push(format!("{} {address}: {status}", route.method));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(stored(&app, &path).await, before);
    assert_eq!(count(&app, &path).await, 1);
    // It looks as if there were no such thing, to the byte; and it is there for its applicant.
    let nowhere = format!("/fr/entries/{}", EntryId::new());
    let missing = other.browser.get(&nowhere).await.expect(404);
    assert_eq!(said(&other.browser.get(&path).await, &path), said(&missing, &nowhere));
    hanane.browser.get(&path).await.expect(200);
    assert_eq!(hanane.browser.get(&file).await.expect(200).bytes, PDF);
}

/// A submitted file of an entry by its place; its address.
async fn submitted_file(award: &Award, place: usize) -> String {
    let (entry, file) = (award.entries[place].clone(), FileId::new());
    let key = format!("ab/{place}");
    award.app.state.files.put(&key, PDF.into()).await.unwrap();
    let dress = move |c: &mut Conn| {
        let form = store::entry_forms::get(c, entry.form_id)?;
        let question = form.fields.iter().find(|f| f.kind.is_file()).unwrap().key.clone();
        let mut kept = attached(&entry, file, &question, "plan.pdf", FileKind::Pdf);
        kept.storage_key.clone_from(&key);
        store::entry_files::insert(c, kept.clone())?;
        let mut snapshot = store::snapshots::get(c, entry.snapshot_id.unwrap())?;
        snapshot.files = vec![(&kept).into()];
        resubmit(c, snapshot)
    };
    award.app.state.db.write(dress).await.unwrap();
    format!("/fr/files/{file}")
}

#[actix_web::test]
async fn t02_a_juror_finds_nothing_of_an_entry_that_is_not_theirs_or_has_a_tie() {
    let award = Award::with_entries(3).await;
    let juror: OnJury = award.juror("najat").await;
    // The first is theirs, the second is not, at the third they step back.
    let ids = award.assign(&juror, &[0, 2]).await;
    let files = [submitted_file(&award, 0).await, submitted_file(&award, 1).await, submitted_file(&award, 2).await];
    juror.browser.post(&award.url(ids[1], "/recuse"), &[("reason", "Ma sœur y travaille")]).await.expect(303);
    assert_eq!(juror.browser.get(&files[0]).await.expect(200).bytes, PDF);
    juror.browser.get(&files[1]).await.expect(404);
    juror.browser.get(&files[2]).await.expect(404);
    juror.browser.get(&award.url(ids[1], "")).await.expect(404);
    for place in [1, 2] {
        juror.browser.get(&format!("{DESK}/entries/{}", award.entries[place].id)).await.expect(404);
    }
    let (first, nothing) = (award.url(ids[0], ""), uuid::Uuid::now_v7().to_string());
    for route in routes::table().iter().filter(|r| r.method == "GET" && r.path.starts_with("/{lang}/jury/{edition}")) {
        let address = route.path.replace("{lang}", "fr").replace("{edition}", "2027");
        let address = address.replace("{assignment}", &ids[0].to_string()).replace("{practice}", &nothing);
        for asked in [address.clone(), format!("{address}?q=Entry&sort=title&entry={}", award.entries[1].id)] {
            let page = juror.browser.get(&asked).await;
            assert!(page.status < 500, "{asked}: {}", page.status);
            for title in ["Entry 2", "Entry 3"] {
                assert!(!page.body().contains(title), "{asked} names {title}");
            }
        }
    }
    assert!(juror.browser.get("/fr/jury/2027/").await.expect(200).body().contains("0 noté sur 1"));
    assert!(juror.browser.get(&first).await.expect(200).body().contains("Entry 1"));
    award.app.do_jobs().await;
    assert!(award.app.mails.to("najat@people.example").iter().all(|mail| !mail.text.contains("Entry 2")));
}

#[actix_web::test]
async fn t04_an_organiser_who_competes_sees_neither_scores_nor_jurors_and_decides_nothing() {
    let award = closed(&[[5, 4], [2, 1]]).await;
    let samira = second(&award).await;
    samira.browser.get(&format!("{DESK}/results")).await.expect(200);
    let (id, entry) = (samira.user.id, award.entries[1].id);
    award.change_entry(entry, move |entry| entry.owner_id = id).await;

    let mut wrong = Vec::new();
    for route in routes::table().into_iter().filter(|route| route.audience == Audience::Organiser) {
        let address = route.path.replace("{lang}", "fr").replace("{edition}", "2027");
        let address = address
            .replace("{reference}", &award.entries[1].reference)
            .replace("{entry}", &award.entries[1].id.to_string())
            .replace("{round}", &award.round.id.to_string())
            .replace("{table}", "scorecards.csv");
        let mut whole = String::new();
        for (at, piece) in address.split('{').enumerate() {
            let rest = if at == 0 { piece } else { piece.split_once('}').unwrap().1 };
            let id = if at == 0 { String::new() } else { uuid::Uuid::now_v7().to_string() };
            whole.push_str(&id);
            whole.push_str(rest);
        }
        let answer = if route.method == "GET" {
            samira.browser.get(&whole).await
        } else {
            samira.browser.post(&whole, &[("version", "0"), ("reason", "x"), ("confirmation", "2027")]).await
        };
        let tells = ["najat", "omar"].iter().any(|juror| answer.body().contains(juror));
        if !matches!(answer.status, 400 | 404 | 409 | 415 | 422) || tells {
            wrong.push(format!("{} {whole}: {}, tells {tells}", route.method, answer.status));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let page = samira.browser.get(&format!("{DESK}/results")).await.expect(409);
    assert!(page.body().contains("Vous avez un dossier dans cette édition"), "{}", page.summary());
    // The colleague sees everything, and needs no second organiser who can't confirm.
    award.organiser.browser.get(&format!("{DESK}/results")).await.expect(200);
    let announcement = award.organiser.browser.get(&format!("{DESK}/announcement")).await.expect(200);
    assert!(announcement.has("#confirmation"), "{}", announcement.summary());
    // Withdrawn, its scores are still there: so is the closed door.
    samira.browser.post(&format!("/fr/entries/{entry}/withdraw"), &[("sure", "1")]).await;
    samira.browser.get(&format!("{DESK}/results")).await.expect(409);
}

#[actix_web::test]
async fn t04_by_invitation_one_competes_as_well_and_by_importing_in_an_applicants_stead_one_does_not() {
    let award = closed(&[[5, 4], [2, 1]]).await;
    let samira = second(&award).await;
    let results = format!("{DESK}/results");
    let (id, host, email, entry) = (samira.user.id, award.organiser.user.id, samira.user.email.clone(), &award.entries);
    let (joined, imported, now) = (entry[0].id, entry[1].id, award.app.clock.now());
    let invited = Collaborator {
        id: CollaboratorId::new(),
        entry_id: joined,
        email,
        user_id: Some(id),
        role: CollaboratorRole::View,
        invited_by: host,
        invited_at: now,
        joined_at: None,
    };
    let write = async |work: fn(&mut Conn, Collaborator) -> Result<(), StoreError>, row: &Collaborator| {
        let row = row.clone();
        award.app.state.db.write(move |c| Ok::<_, AppError>(work(c, row.clone())?)).await.unwrap();
    };
    write(store::collaborators::insert, &invited).await;
    samira.browser.get(&results).await.expect(200);
    write(store::collaborators::update, &Collaborator { joined_at: Some(now), ..invited.clone() }).await;
    samira.browser.get(&results).await.expect(409);
    write(|c, row| store::collaborators::delete(c, &row), &invited).await;
    samira.browser.get(&results).await.expect(200);

    award
        .change_entry(imported, move |entry| (entry.owner_id, entry.import_key) = (id, Some("row 1".to_owned())))
        .await;
    samira.browser.get(&results).await.expect(200);
}

#[actix_web::test]
async fn t05_an_organiser_of_one_edition_finds_nothing_of_another() {
    let world = World::judging().await;
    let (own, other) = (&world.award.organiser.browser, &world.other_organiser.browser);
    let mut wrong = Vec::new();
    for route in routes::table().into_iter().filter(|route| route.audience == Audience::Organiser) {
        let address = world.path_of(&route.path.replace("{lang}", "fr"));
        let status = if route.method == Method::GET.as_str() {
            other.get(&address).await.status
        } else {
            other.post(&address, &[("version", "0"), ("role", "owner")]).await.status
        };
        if !matches!(status, 400 | 404 | 415) || (route.method == "GET" && status != 404) {
            wrong.push(format!("{} {address}: {status}", route.method));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    other.get("/fr/organiser/other/").await.expect(200);
    own.get("/fr/organiser/other/").await.expect(404);
    own.get("/fr/organiser/2027/").await.expect(200);
}

#[actix_web::test]
async fn t22_an_invitation_serves_its_address_once_for_a_week_and_until_it_is_taken_back() {
    let award = Award::with_entries(1).await;
    let invite = async |name: &str| {
        let email = format!("{name}@people.example");
        let fields = [("name", name), ("email", email.as_str()), ("language", "fr"), ("reads", "fr")];
        award.organiser.browser.post("/fr/organiser/2027/jury/new", &fields).await.expect(303);
        award.app.do_jobs().await;
        award.app.mails.last_to(&email).link()
    };
    let charter = [("charter", "1"), ("name", "X"), ("password", "khettara de Fezna")];
    // Forwarded to somebody who is signed in as somebody else: asked, and never merged.
    let link = invite("najat").await;
    let other = award.app.person("other").await;
    assert!(other.browser.get(&link).await.expect(409).body().contains("najat@people.example"));
    other.browser.post(&format!("{link}/accept"), &charter).await.expect(409);
    other.browser.get("/fr/jury/").await.expect(404);
    // Its mailbox has an account: the link alone, in a browser where nobody is signed in, opens nothing.
    let najat = award.app.person("najat").await;
    award.app.browser().post(&format!("{link}/accept"), &charter).await.expect(409);
    najat.browser.post(&format!("{link}/accept"), &charter).await.expect(303);
    // Once.
    award.app.browser().post(&format!("{link}/accept"), &charter).await.expect(410);
    najat.browser.post(&format!("{link}/accept"), &charter).await.expect(410);
    // Taken back, it is dead at once.
    let link = invite("zineb").await;
    let list = award.organiser.browser.get("/fr/organiser/2027/jury").await.expect(200);
    let page = list.attributes("tbody th a", "href").into_iter().zip(list.texts("tbody th a"));
    let (page, _) = page.into_iter().find(|(_, name)| name == "zineb").unwrap();
    award.organiser.browser.post(&format!("{page}/revoke"), &[("sure", "1")]).await.expect(303);
    award.app.browser().post(&format!("{link}/accept"), &charter).await.expect(410);
    // And after a week.
    let link = invite("imane").await;
    award.app.wait(TimeDelta::days(7) - TimeDelta::minutes(1));
    award.app.browser().get(&link).await.expect(200);
    award.app.wait(TimeDelta::minutes(2));
    award.app.browser().get(&link).await.expect(410);
    award.app.browser().post(&format!("{link}/accept"), &charter).await.expect(410);
}
