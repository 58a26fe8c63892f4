//! The deliberation: the room, motions, votes, decisions and their reopening; who steps out.

use digital_awards::app::AppError;
use digital_awards::domain::conflict::{Conflict, ConflictSource};
use digital_awards::domain::ids::{ConflictId, RoundId, UserId};
use digital_awards::domain::user::OrganiserRole;
use digital_awards::store::{self, Conn};

use super::{DESK, closed};
use crate::jury::award::{Award, OnJury};
use crate::support::Browser;
use crate::support::client::Response;

const ROOM: &str = "/fr/organiser/2027/deliberation";
const SEAT: &str = "/fr/jury/2027/deliberation";

/// A closed round of three entries, scored by two jurors, with a third on the jury; the room is open.
pub async fn deliberating() -> (Award, OnJury, OnJury) {
    let award = closed(&[[5, 4], [4, 4], [2, 1]]).await;
    let (zineb, hiba) = (award.juror("zineb").await, award.juror("hiba").await);
    award.organiser.browser.post(&format!("{ROOM}/open"), &[]).await.expect(303);
    (award, zineb, hiba)
}

/// Puts a motion about an entry by its place, for the first prize of its category; its id.
pub async fn put(award: &Award, place: usize, ballot: &str, quorum: &str) -> String {
    let organiser = &award.organiser.browser;
    let page = organiser.get(ROOM).await.expect(200);
    let proposals = page.attributes("#proposal option", "value");
    let winner = proposals.iter().find(|value| value.starts_with("winner:")).unwrap();
    let code = page.attributes("form[action$=motions] input[name=category]", "value").remove(0);
    let motion = [
        ("category", code.as_str()),
        ("entry", award.entries[place].reference.as_str()),
        ("proposal", winner.as_str()),
        ("ballot", ballot),
        ("quorum", quorum),
        ("text", "Pour l’eau comptée"),
    ];
    organiser.post("/fr/organiser/2027/motions", &motion).await.expect(303);
    last_motion(award.app.state.db.clone(), award.round.id).await
}

async fn last_motion(db: store::Db, round: RoundId) -> String {
    let list = move |c: &mut Conn| Ok::<_, AppError>(store::deliberations::list_motions(c, round)?);
    db.read(list).await.unwrap().pop().unwrap().id.to_string()
}

/// The browser of somebody on the jury.
async fn of_juror(award: &Award, name: &'static str) -> Browser {
    let edition = award.edition.id;
    let find = move |c: &mut Conn| {
        let jury = store::jurors::list(c, edition)?;
        let juror = jury.into_iter().find(|juror| juror.name == name).unwrap();
        Ok::<_, AppError>(store::users::get(c, juror.user_id.unwrap())?)
    };
    award.app.browser_of(&award.app.state.db.read(find).await.unwrap()).await
}

/// A juror's vote on a motion; the status of the answer.
pub async fn vote(browser: &Browser, motion: &str, choice: &str) -> u16 {
    browser.post(&format!("/fr/jury/2027/motions/{motion}/vote"), &[("choice", choice)]).await.status
}

async fn settle(browser: &Browser, motion: &str, act: &str, reason: &str) -> Response {
    let field = format!("{act}-{motion}");
    browser.post(&format!("/fr/organiser/2027/motions/{motion}/{act}"), &[(field.as_str(), reason)]).await
}

#[actix_web::test]
async fn the_jury_sees_the_room_only_while_it_is_open_and_never_before_the_round_is_closed() {
    let award = super::scored(&[[5, 4], [4, 4]]).await;
    let zineb = award.juror("zineb").await;
    let organiser = &award.organiser.browser;
    organiser.post(&format!("{ROOM}/open"), &[]).await.expect(409);
    zineb.browser.get(SEAT).await.expect(409);
    organiser.post(&format!("{DESK}/rounds/{}/close", award.round.id), &[]).await.expect(303);
    let waiting = zineb.browser.get(SEAT).await.expect(200);
    assert!(waiting.body().contains("La salle est fermée") && !waiting.body().contains("Entry 1"));
    organiser.post(&format!("{ROOM}/open"), &[]).await.expect(303);
    let open = zineb.browser.get(SEAT).await.expect(200);
    let rows = open.texts("tbody tr");
    assert!(rows[0].contains("Entry 1") && rows[1].contains("Entry 2"), "{rows:?}");
    organiser.post(&format!("{ROOM}/pause"), &[]).await.expect(303);
    assert!(!zineb.browser.get(SEAT).await.body().contains("Entry 1"));
    assert!(organiser.get(ROOM).await.body().contains("Entry 1"), "organisers keep the room");
    // Scores that change again are no subject: the room closes with the reopening, and is opened anew.
    organiser.post(&format!("{ROOM}/open"), &[]).await.expect(303);
    let reopen = format!("{DESK}/rounds/{}/reopen", award.round.id);
    organiser.post(&reopen, &[("reason", "Un doute")]).await.expect(303);
    zineb.browser.get(SEAT).await.expect(409);
    organiser.post(&format!("{DESK}/rounds/{}/close", award.round.id), &[]).await.expect(303);
    assert!(!zineb.browser.get(SEAT).await.body().contains("Entry 1"));
}

#[actix_web::test]
async fn an_open_vote_is_counted_and_what_it_adopts_is_staged_with_its_reason() {
    let (award, zineb, hiba) = deliberating().await;
    let organiser = &award.organiser.browser;
    let motion = put(&award, 0, "open", "").await;
    // Four on the jury: three are more than half.
    assert_eq!(vote(&zineb.browser, &motion, "against").await, 303);
    assert_eq!(vote(&zineb.browser, &motion, "for").await, 303);
    assert_eq!(vote(&hiba.browser, &motion, "abstain").await, 303);
    let early = settle(organiser, &motion, "decide", "L’eau est mesurée").await.expect(409);
    assert!(early.body().contains("le quorum est de 3"), "{}", early.summary());
    let seen = hiba.browser.get(SEAT).await.expect(200);
    assert!(seen.body().contains("Pour 1 · Contre 0 · Abstention 1"), "{}", seen.summary());
    assert!(seen.texts("dl.dl dd").iter().any(|name| name.contains("zineb")));
    let najat = of_juror(&award, "najat").await;
    assert_eq!(vote(&najat, &motion, "for").await, 303);
    settle(organiser, &motion, "decide", "   ").await.expect(422);
    settle(organiser, &motion, "decide", "L’eau est mesurée").await.expect(303);
    assert_eq!(vote(&hiba.browser, &motion, "for").await, 409);
    let results = organiser.get(&format!("{DESK}/results")).await.expect(200);
    assert!(results.texts("tbody tr")[0].contains("Lauréat"), "{}", results.summary());
    let minutes = organiser.get(&format!("{ROOM}.pdf")).await.expect(200);
    let text = minutes.pdf_text();
    assert!(text.contains("Adoptée") && text.contains("L’eau est mesurée") && text.contains("zineb"), "{text}");
}

#[actix_web::test]
async fn a_secret_vote_tells_nobody_who_voted_how_and_is_counted_when_it_is_closed() {
    let (award, zineb, hiba) = deliberating().await;
    let organiser = &award.organiser.browser;
    let motion = put(&award, 0, "secret", "2").await;
    assert_eq!(vote(&zineb.browser, &motion, "against").await, 303);
    assert_eq!(vote(&zineb.browser, &motion, "for").await, 409, "a ballot is not taken back");
    for page in [organiser.get(ROOM).await, hiba.browser.get(SEAT).await, zineb.browser.get(SEAT).await] {
        assert!(page.body().contains("1 sur 4 ont voté") && !page.body().contains("Contre 1"), "{}", page.summary());
    }
    assert_eq!(vote(&hiba.browser, &motion, "abstain").await, 303);
    settle(organiser, &motion, "decide", "Personne n’est pour").await.expect(303);
    let page = organiser.get(ROOM).await.expect(200);
    assert!(page.body().contains("Pour 0 · Contre 1 · Abstention 1") && page.body().contains("Rejetée"));
    assert!(!page.texts("dl.dl dd").iter().any(|name| name.contains("zineb")));
    assert!(!organiser.get(&format!("{ROOM}.pdf")).await.pdf_text().contains("Contre : zineb"));
    let kept = move |c: &mut Conn| Ok::<_, AppError>(store::deliberations::list_votes(c, award.round.id)?);
    let votes = award.app.state.db.read(kept).await.unwrap();
    assert!(votes.iter().all(|(.., choice)| choice.is_none()), "no row joins a juror and a choice");
}

#[actix_web::test]
async fn a_decision_is_reopened_with_a_reason_and_with_a_second_organiser_where_there_is_one() {
    let (award, zineb, _) = deliberating().await;
    let organiser = &award.organiser.browser;
    let motion = put(&award, 0, "open", "1").await;
    vote(&zineb.browser, &motion, "for").await;
    settle(organiser, &motion, "decide", "L’eau est mesurée").await.expect(303);
    settle(organiser, &motion, "reopen", "").await.expect(422);

    // Alone, a reason is enough; what was staged is not any more, the old decision stays in the minutes.
    settle(organiser, &motion, "reopen", "Un juré s’était trompé de dossier").await.expect(303);
    let results = organiser.get(&format!("{DESK}/results")).await.expect(200);
    assert!(!results.texts("tbody tr")[0].contains("Lauréat"));
    let anew = last_motion(award.app.state.db.clone(), award.round.id).await;
    assert_ne!(anew, motion);
    vote(&zineb.browser, &anew, "for").await;
    settle(organiser, &anew, "decide", "Confirmé").await.expect(303);

    // With a second organiser, that one has to agree.
    let second = award.app.person("second").await;
    let (edition, id) = (award.edition.id, second.user.id);
    let join = move |c: &mut Conn| {
        Ok::<_, AppError>(store::organisers::set_role(c, edition, id, OrganiserRole::Organiser, chrono::Utc::now())?)
    };
    award.app.state.db.write(join).await.unwrap();
    settle(organiser, &anew, "reopen", "Encore un doute").await.expect(303);
    settle(organiser, &anew, "confirm", "").await.expect(409);
    let results = organiser.get(&format!("{DESK}/results")).await.expect(200);
    assert!(results.texts("tbody tr")[0].contains("Lauréat"), "until then it stands");
    settle(&second.browser, &anew, "confirm", "").await.expect(303);
    let results = organiser.get(&format!("{DESK}/results")).await.expect(200);
    assert!(!results.texts("tbody tr")[0].contains("Lauréat"));
    let text = organiser.get(&format!("{ROOM}.pdf")).await.pdf_text();
    assert!(text.contains("Encore un doute") && text.contains("second") && text.contains("Décision annulée"), "{text}");
}

#[actix_web::test]
async fn a_motion_says_what_is_missing_and_keeps_what_was_typed() {
    let (award, ..) = deliberating().await;
    let organiser = &award.organiser.browser;
    let page = organiser.get(ROOM).await.expect(200);
    let code = page.attributes("form[action$=motions] input[name=category]", "value").remove(0);
    let winner = page.attributes("#proposal option", "value").remove(1);
    let put = async |fields: &[(&str, &str)]| {
        let fields = [&[("category", code.as_str())][..], fields].concat();
        organiser.post("/fr/organiser/2027/motions", &fields).await
    };
    assert!(put(&[]).await.expect(422).body().contains("Écrivez ce qui est proposé"));
    let page = put(&[("proposal", &winner), ("text", "Ce prix à personne d’autre")]).await.expect(422);
    assert!(page.body().contains("Choisissez le dossier") && page.body().contains("Ce prix à personne d’autre"));
    assert!(put(&[("text", "Pas de prix"), ("quorum", "9")]).await.expect(422).body().contains("de 1 à 4"));
    put(&[("entry", "2027-XXX-999"), ("text", "x")]).await.expect(404);
    put(&[("text", "Pas de prix cette année")]).await.expect(303);
    let late = organiser.post(&format!("{ROOM}/talk"), &[("minutes", "1000")]).await.expect(422);
    assert!(late.body().contains("de 0 à 120"));
    organiser.post(&format!("{ROOM}/talk"), &[("minutes", "5")]).await.expect(303);
    assert!(organiser.get(ROOM).await.body().contains("data-clock"));
}

/// A known tie between a juror and the startup of an entry.
pub async fn tie(award: &Award, juror: &OnJury, place: usize) {
    let organisation_id = award.entries[place].organisation_id;
    let (juror_id, created_by): (_, UserId) = (juror.juror.id, award.organiser.user.id);
    let insert = move |c: &mut Conn| {
        let (id, reason, created_at) = (ConflictId::new(), "Associée".to_owned(), chrono::Utc::now());
        let source = ConflictSource::Organiser;
        let tie = Conflict { id, juror_id, organisation_id, reason, source, created_by, created_at };
        Ok::<_, AppError>(store::conflicts::insert(c, tie)?)
    };
    award.app.state.db.write(insert).await.unwrap();
}

#[actix_web::test]
async fn who_has_a_tie_steps_out_and_can_tell_nothing_of_what_happens_there() {
    let (award, zineb, hiba) = deliberating().await;
    tie(&award, &zineb, 0).await;
    let streamed = async || zineb.browser.get(&format!("{SEAT}/events")).await.expect(200).body();
    let before = (zineb.browser.get(SEAT).await.expect(200).body(), streamed().await);
    assert!(!before.0.contains("Entry 1") && before.0.contains("Entry 2"));
    let page = zineb.browser.get(SEAT).await;
    assert!(page.texts("tbody tr")[0].starts_with('1'), "places are among what one sees");

    let motion = put(&award, 0, "open", "1").await;
    assert_eq!(vote(&zineb.browser, &motion, "for").await, 404);
    assert_eq!(vote(&hiba.browser, &motion, "for").await, 303);
    settle(&award.organiser.browser, &motion, "decide", "L’eau est mesurée").await.expect(303);
    let after = (zineb.browser.get(SEAT).await.expect(200).body(), streamed().await);
    assert_eq!(before, after);
    let room = hiba.browser.get(SEAT).await.expect(200);
    assert!(room.body().contains("1 juré sort"), "{}", room.summary());
}
