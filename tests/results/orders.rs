//! A round whose jurors put entries in an order, from the setting to a tally that anybody can check.

use chrono::TimeDelta;
use digital_awards::app::AppError;
use digital_awards::domain::edition::EditionStatus;
use digital_awards::domain::entry::{Entry, Screening};
use digital_awards::domain::ids::AssignmentId;
use digital_awards::judging::tally::verify::verify;
use digital_awards::store;

use super::{DESK, announce, stage};
use crate::jury::award::{Award, OnJury};
use crate::support::client::Response;

const FORM: &str = "form[action$=criteria]";
const ORDER: &str = "/fr/jury/2027/order";

async fn ordered(method: &str, entries: i32) -> Award {
    let mut award = Award::with_entries(entries).await;
    award.move_to(EditionStatus::Judging).await;
    let fields = [("method", method), ("places", "3")];
    award.organiser.browser.fill(&format!("{DESK}/criteria"), FORM, &fields).await.expect(303);
    award.organiser.browser.post(&format!("{DESK}/current"), &[]).await.expect(303);
    award.round.version += 1;
    award
}

/// Sends an order: the place of each assignment, or nothing.
async fn order(award: &Award, juror: &OnJury, ids: &[AssignmentId], places: &[&str]) -> Response {
    let page = juror.browser.get(ORDER).await.expect(200);
    send(award, juror, ids, places, &page.attributes("input[name=seen]", "value")[0]).await
}

async fn send(award: &Award, juror: &OnJury, ids: &[AssignmentId], places: &[&str], seen: &str) -> Response {
    let category = award.entries[0].category_id.to_string();
    let fields: Vec<(String, &str)> = ids.iter().map(|id| format!("place-{id}")).zip(places.iter().copied()).collect();
    let mut form: Vec<(&str, &str)> = fields.iter().map(|(name, place)| (name.as_str(), *place)).collect();
    form.extend([("category", category.as_str()), ("seen", seen)]);
    juror.browser.post(ORDER, &form).await
}

#[actix_web::test]
async fn jurors_put_entries_in_an_order_and_duels_decide() {
    let award = ordered("schulze", 4).await;
    let method = award.app.browser().get("/fr/method").await.expect(200).body();
    assert!(method.contains("méthode Schulze") && method.contains("Nombre de places : 3"));
    // Two of three jurors put entry 2 above entry 1: the points of entry 1 are more, the duel is lost.
    let votes = [["1", "2", "3", ""], ["3", "1", "2", ""], ["2", "1", "3", ""]];
    for (name, places) in ["najat", "omar", "zineb"].into_iter().zip(votes) {
        let juror = award.juror(name).await;
        let ids = award.assign(&juror, &[0, 1, 2, 3]).await;
        let list = juror.browser.get("/fr/jury/2027/").await.expect(200);
        assert!(list.has("a[href$=order]"));
        let sheet = juror.browser.get(&award.url(ids[0], "")).await.expect(200);
        assert!(!sheet.has("[data-criterion]") && sheet.body().contains("Enregistrer et classer"));
        let words = [("version", "0"), ("comment", "Bon dossier")];
        let next = juror.browser.post(&award.url(ids[0], "/submit"), &words).await.expect(303);
        assert!(next.location().ends_with("/order?done=score-saved"));
        order(&award, &juror, &ids, &places).await.expect(303);
        let own = juror.browser.get("/fr/jury/2027/ranking").await.expect(200);
        assert!(own.body().contains("Place 1") && own.body().contains("Sans place"));
        assert!(own.body().contains("Valider mes notes") || own.has("form[action$=confirm]"));
        // The words stay, and the words of a sheet do not move its place.
        let kept = juror.browser.get(&award.url(ids[0], "")).await.expect(200);
        assert!(kept.body().contains("Bon dossier") && kept.has("form[action$=reopen]"));
    }
    let organiser = &award.organiser.browser;
    organiser.post(&format!("{DESK}/rounds/{}/close", award.round.id), &[]).await.expect(303);
    let results = organiser.get(&format!("{DESK}/results")).await.expect(200);
    let rows = results.texts("table.cards-s tbody tr");
    assert!(rows[0].contains("Entry 2") && rows[0].contains('3'), "{rows:?}");
    assert!(rows[1].contains("Entry 1") && rows[3].contains("Entry 4"), "{rows:?}");
    let duels = results.texts("details table tbody tr");
    assert!(duels[0].contains("2–1"), "{duels:?}");
    organiser.get(&format!("{DESK}/results/lab")).await.expect(409);
    // The room has the same order, without corrected scores.
    organiser.post(&format!("{DESK}/deliberation/open"), &[]).await.expect(303);
    assert!(organiser.get(&format!("{DESK}/deliberation")).await.expect(200).body().contains("Entry 2"));
    assert_eq!(stage(&award, 1, "winner").await, 303);
    assert_eq!(announce(organiser).await, 303);
    let tally = award.app.browser().get("/fr/editions/2027/tally.json").await.expect(200).body();
    assert!(tally.contains("\"method\":\"schulze\"") && verify(tally.as_bytes(), None, 1).is_valid());
}

#[actix_web::test]
async fn an_order_with_a_place_twice_or_a_hole_is_refused_beside_the_entry_and_keeps_what_was_chosen() {
    let award = ordered("borda", 3).await;
    let juror = award.juror("najat").await;
    let ids = award.assign(&juror, &[0, 1, 2]).await;
    for (places, said) in [
        (["1", "1", ""], "La place 1 est donnée deux fois."),
        (["2", "3", ""], "La place 1 n’est donnée à aucun dossier."),
        (["1", "3", ""], "La place 2 n’est donnée à aucun dossier."),
        (["1", "9", ""], "Choisissez une place de 1 à 3, ou aucune."),
        (["", "", ""], "La place 1 n’est donnée à aucun dossier."),
    ] {
        let refused = order(&award, &juror, &ids, &places).await.expect(422);
        assert!(refused.texts(".err").iter().any(|err| err == said), "{:?}", refused.texts(".err"));
        if places[0] == "1" {
            assert!(refused.has(&format!("#place-{} option[value='1'][selected]", ids[0])));
        }
    }
    order(&award, &juror, &ids, &["1", "2", ""]).await.expect(303);
    // Somebody else's order does not exist, nor does the page of a round that is scored.
    let stranger = award.app.person("stranger").await;
    stranger.browser.get(ORDER).await.expect(404);
    let scored = Award::with_entries(1).await;
    let on_it = scored.juror("najat").await;
    scored.assign(&on_it, &[0]).await;
    on_it.browser.get(ORDER).await.expect(404);
}

#[actix_web::test]
async fn an_order_that_changed_meanwhile_is_shown_beside_the_one_that_was_sent() {
    let award = ordered("borda", 3).await;
    let juror = award.juror("najat").await;
    let ids = award.assign(&juror, &[0, 1, 2]).await;
    let seen = juror.browser.get(ORDER).await.expect(200).attributes("input[name=seen]", "value")[0].clone();
    send(&award, &juror, &ids, &["1", "2", "3"], &seen).await.expect(303);
    // Sent twice it is one.
    send(&award, &juror, &ids, &["1", "2", "3"], &seen).await.expect(303);
    let both = send(&award, &juror, &ids, &["3", "2", "1"], &seen).await.expect(409);
    assert!(both.body().contains("Enregistré : Place 1"));
    assert!(both.has(&format!("#place-{} option[value='3'][selected]", ids[0])));
    let seen = both.attributes("input[name=seen]", "value")[0].clone();
    send(&award, &juror, &ids, &["3", "2", "1"], &seen).await.expect(303);
    // Said to stand, it does.
    juror.browser.post("/fr/jury/2027/ranking/confirm", &[]).await.expect(303);
    order(&award, &juror, &ids, &["1", "2", "3"]).await.expect(409);
    // A recusal afterwards leaves the others as they are.
    juror.browser.post(&award.url(ids[1], "/recuse"), &[("reason", "Associée")]).await.expect(303);
    let organiser = &award.organiser.browser;
    organiser.post(&format!("{DESK}/rounds/{}/close", award.round.id), &[]).await.expect(303);
    let csv = organiser.get(&format!("{DESK}/results.csv")).await.expect(200).body();
    let of = |entry: &str| csv.lines().find(|line| line.contains(entry)).unwrap().to_owned();
    assert!(of("Entry 3").contains("3.000000") && of("Entry 1").contains("1.000000"), "{csv}");
}

#[actix_web::test]
async fn what_jurors_were_asked_stays_once_an_order_exists() {
    let award = ordered("borda", 2).await;
    let juror = award.juror("najat").await;
    let ids = award.assign(&juror, &[0, 1]).await;
    order(&award, &juror, &ids, &["1", "2"]).await.expect(303);
    let organiser = &award.organiser.browser;
    let criteria = format!("{DESK}/criteria");
    let scores = [("method", "weighted_mean"), ("c1_name_fr", "Goût"), ("c1_weight", "100"), ("reason", "Un doute")];
    organiser.fill(&criteria, FORM, &scores).await.expect(409);
    organiser.fill(&criteria, FORM, &[("method", "borda"), ("places", "2")]).await.expect(409);
    // How the same orders are counted may change, for a reason that everybody reads.
    organiser.fill(&criteria, FORM, &[("method", "schulze")]).await.expect(422);
    organiser.fill(&criteria, FORM, &[("method", "schulze"), ("reason", "Duels demandés")]).await.expect(303);
    assert!(award.app.browser().get("/fr/method").await.expect(200).body().contains("Duels demandés"));
}

#[actix_web::test]
async fn an_entry_that_comes_back_to_the_race_does_not_bring_back_a_place_that_was_given_to_another_since() {
    let award = ordered("borda", 2).await;
    let juror = award.juror("najat").await;
    let ids = award.assign(&juror, &[0, 1]).await;
    order(&award, &juror, &ids, &["1", "2"]).await.expect(303);
    let screen = async |screening: Screening| {
        let id = award.entries[0].id;
        let write = move |c: &mut store::Conn| {
            let entry = store::entries::get(c, id)?;
            let screening_reason = (screening == Screening::Ineligible).then(|| "Hors sujet".to_owned());
            Ok::<_, AppError>(store::entries::update(c, Entry { screening, screening_reason, ..entry })?)
        };
        award.app.state.db.write(write).await.unwrap();
    };
    screen(Screening::Ineligible).await;
    award.app.wait(TimeDelta::minutes(1));
    order(&award, &juror, &ids[1..], &["1"]).await.expect(303);
    screen(Screening::Eligible).await;
    let organiser = award.app.browser_of(&award.organiser.user).await;
    organiser.post(&format!("{DESK}/rounds/{}/close", award.round.id), &[]).await.expect(303);
    let csv = organiser.get(&format!("{DESK}/results.csv")).await.expect(200).body();
    let of = |entry: &str| csv.lines().find(|line| line.contains(entry)).unwrap().to_owned();
    assert!(of("Entry 2").contains("3.000000") && !of("Entry 1").contains(".000000"), "{csv}");
}
