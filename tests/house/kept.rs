//! Jurors' lists and counted rounds are kept in memory: nobody gets one of before a change, whoever changed it and
//! however. What is changed here is changed in the database alone, as another node does.

use digital_awards::app::AppError;
use digital_awards::domain::conflict::{Conflict, ConflictSource};
use digital_awards::domain::entry::EntryStatus;
use digital_awards::domain::ids::{AssignmentId, ConflictId, CriterionId};
use digital_awards::domain::language::Localised;
use digital_awards::domain::scorecard::Score;
use digital_awards::store::{self, Conn};

use crate::jury::award::{Award, resubmit};
use crate::results::{DESK, closed};
use crate::support::client::Response;
use crate::support::people::Person;
use crate::support::{Browser, Node};

/// A page as it is read anew, and again as it is kept: the same.
async fn twice(browser: &Browser, path: &str) -> Response {
    let first = browser.get(path).await.expect(200);
    let second = browser.get(path).await.expect(200);
    assert_eq!(first.body(), second.body(), "{path}");
    second
}

async fn change(award: &Award, write: impl Fn(&mut Conn) -> Result<(), AppError> + Send + 'static) {
    award.app.state.db.write(write).await.unwrap();
}

/// Changes a mark, with its sheet.
fn mark(c: &mut Conn, of: AssignmentId, criterion_id: CriterionId, hundredths: i32) -> Result<(), AppError> {
    let sheet = store::scorecards::find(c, of)?.unwrap();
    let score = Score { scorecard_id: sheet.id, criterion_id, value: Some(hundredths) };
    store::scorecards::set_score(c, score)?;
    Ok(store::scorecards::update(c, sheet)?)
}

#[actix_web::test]
async fn a_jurors_list_follows_every_change() {
    const LIST: &str = "/fr/jury/2027/";
    let award = Award::with_entries(4).await;
    let (juror, other) = (award.juror("najat").await, award.juror("omar").await);
    let ids = award.assign(&juror, &[0, 1, 2, 3]).await;
    let list = || twice(&juror.browser, LIST);
    assert_eq!(list().await.texts(".queue > li").len(), 4);
    // Their own sheet.
    let sheet = [("version", "0"), ("c-innovation", "4"), ("c-creativity", "3"), ("c-entrepreneurship", "5")];
    juror.browser.post(&award.url(ids[0], "/submit"), &sheet).await.expect(303);
    assert_eq!(list().await.texts(".queue .mine").iter().filter(|mine| *mine == "4,0").count(), 1);
    // A mark alone.
    let (assignment, criteria) = (ids[0], award.round.id);
    change(&award, move |c| {
        let criterion_id = store::rounds::list_criteria(c, criteria)?[0].id;
        mark(c, assignment, criterion_id, 200)
    })
    .await;
    assert!(list().await.texts(".queue .mine").contains(&"3,2".to_owned()));
    // What was submitted, a word of the edition, who is on the jury.
    let snapshot = award.entries[1].snapshot_id.unwrap();
    change(&award, move |c| {
        let mut snapshot = store::snapshots::get(c, snapshot)?;
        snapshot.title = "Renamed".into();
        resubmit(c, snapshot)
    })
    .await;
    assert!(list().await.body().contains("Renamed"));
    let edition = award.edition.id;
    change(&award, move |c| {
        let mut category = store::categories::list(c, edition)?.remove(0);
        category.name = Localised::same("Another category");
        Ok(store::categories::update(c, category)?)
    })
    .await;
    assert!(list().await.body().contains("Another category"));
    let place = juror.juror.id;
    change(&award, move |c| {
        let mut place = store::jurors::get(c, place)?;
        place.conflicts_declared_at = None;
        Ok(store::jurors::update(c, place)?)
    })
    .await;
    assert_eq!(list().await.texts(".queue > li").len(), 0);
    let now = award.app.now();
    change(&award, move |c| {
        let mut place = store::jurors::get(c, place)?;
        place.conflicts_declared_at = Some(now);
        Ok(store::jurors::update(c, place)?)
    })
    .await;
    assert_eq!(list().await.texts(".queue > li").len(), 4);
    // An entry that is out, a tie, somebody who works on an entry.
    let entry = award.entries[2].id;
    award
        .change_entry(entry, move |entry| (entry.status, entry.withdrawn_at) = (EntryStatus::Withdrawn, Some(now)))
        .await;
    assert_eq!(list().await.texts(".queue > li").len(), 3);
    let (organisation_id, by) = (award.entries[3].organisation_id, award.organiser.user.id);
    change(&award, move |c| {
        let (id, source) = (ConflictId::new(), ConflictSource::Organiser);
        let reason = "A cousin".into();
        let tie = Conflict { id, juror_id: place, organisation_id, reason, source, created_by: by, created_at: now };
        Ok(store::conflicts::insert(c, tie)?)
    })
    .await;
    assert_eq!(list().await.texts(".queue > li").len(), 2);
    let (entry, person) = (award.entries[1].id, juror.person.user.id);
    award.change_entry(entry, move |entry| entry.owner_id = person).await;
    assert_eq!(list().await.texts(".queue > li").len(), 1);
    // Another juror's list is another's.
    assert!(!twice(&other.browser, LIST).await.body().contains("Entry 1"));
}

#[actix_web::test]
async fn the_count_of_a_closed_round_follows_every_change() {
    let award = closed(&[[5, 5], [3, 3]]).await;
    let results = format!("{DESK}/results");
    let lab = format!("{DESK}/results/lab");
    let read = || async {
        let organiser = &award.organiser.browser;
        (twice(organiser, &results).await.body(), twice(organiser, &lab).await.body())
    };
    let (ranking, of_lab) = read().await;
    assert!(ranking.contains("Entry 1") && of_lab.contains("Entry 1") && !ranking.contains("seal-changed"));
    // A mark, by hand.
    let (round, entry) = (award.round.id, award.entries[0].id);
    change(&award, move |c| {
        let criterion_id = store::rounds::list_criteria(c, round)?[0].id;
        let assignments = store::assignments::list_of_round(c, round)?;
        let of = assignments.iter().find(|assignment| assignment.entry_id == entry).unwrap();
        mark(c, of.id, criterion_id, 100)
    })
    .await;
    let (of_other_mark, of_lab_then) = read().await;
    assert!(of_other_mark != ranking && of_lab_then != of_lab);
    // A startup's name, an entry's title.
    let organisation = award.entries[1].organisation_id;
    change(&award, move |c| {
        let mut organisation = store::organisations::get(c, organisation)?;
        organisation.name = "Renamed startup".into();
        Ok(store::organisations::update(c, organisation)?)
    })
    .await;
    let (ranking, of_lab) = read().await;
    assert!(ranking.contains("Renamed startup") && of_lab.contains("Renamed startup"));
    award.change_entry(entry, move |entry| entry.title = "Renamed entry".into()).await;
    let (ranking, of_lab) = read().await;
    assert!(ranking.contains("Renamed entry") && of_lab.contains("Renamed entry"));
    // A decision.
    let stage = format!("{DESK}/results/{}/stage", award.entries[1].reference);
    let decision = [("kind", "winner"), ("citation_fr", "Une eau comptée"), ("summary_fr", "De l’eau pour tous")];
    award.organiser.browser.post(&stage, &decision).await.expect(303);
    assert!(read().await.0.contains("tag-gold"));
    // An entry that is out.
    let now = award.app.now();
    award
        .change_entry(entry, move |entry| (entry.status, entry.withdrawn_at) = (EntryStatus::Withdrawn, Some(now)))
        .await;
    assert!(!read().await.0.contains("Renamed entry"));
}

#[actix_web::test]
async fn who_lost_a_part_or_a_session_on_one_node_has_lost_it_on_the_other() {
    let award = closed(&[[5, 5], [3, 3]]).await;
    award.app.clock.set(chrono::Utc::now());
    let node = Node::start(&award.app.state.settings.database.url.0, award.app.folder(), award.app.mails.port);
    let guest = award.app.person("guest").await;
    let signed_in_there = |person: &Person| {
        let browser = node.browser();
        let email = person.user.email.to_string();
        async move {
            let fields = [("email", email.as_str()), ("password", crate::support::people::PASSWORD)];
            browser.post("/fr/account/sign-in", &fields).await.expect(303);
            browser
        }
    };
    let results = format!("{DESK}/results");
    let (edition, id, now) = (award.edition.id, guest.user.id, award.app.now());
    let there = signed_in_there(&guest).await;
    there.get(&results).await.expect(404);
    let role = digital_awards::domain::user::OrganiserRole::Organiser;
    change(&award, move |c| Ok(store::organisers::set_role(c, edition, id, role, now)?)).await;
    assert!(twice(&there, &results).await.body().contains("Entry 1"));
    change(&award, move |c| Ok(store::organisers::remove(c, edition, id)?)).await;
    there.get(&results).await.expect(404);
    change(&award, move |c| {
        store::sessions::delete_of_user_except(c, id, "")?;
        Ok(())
    })
    .await;
    there.get(&results).await.expect(303);
}
