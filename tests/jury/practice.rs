//! Practice entries: scored by all, shown to each once enough are in, and counted nowhere.

use digital_awards::domain::edition::EditionStatus;

use super::award::{Award, OnJury};
use crate::support::client::Response;

const DESK: &str = "/fr/organiser/2027/practice";
const JURY: &str = "/fr/jury/2027/practice";

/// Writes a practice entry; its address for jurors.
async fn practice(award: &Award, title: &str) -> String {
    let text = "Une ferme d’Errachidia mesure son eau.\n\nElle en économise un tiers.";
    award
        .organiser
        .browser
        .fill(DESK, "form[action$=practice]", &[("title_fr", title), ("text_fr", text)])
        .await
        .expect(303);
    let page = award.organiser.browser.get(DESK).await.expect(200);
    let link = page.attributes("main h2 a", "href").pop().unwrap();
    format!("{JURY}/{}", link.rsplit('/').next().unwrap())
}

async fn score(juror: &OnJury, address: &str, mark: &str) -> Response {
    let sheet = ["c-innovation", "c-creativity", "c-entrepreneurship"].map(|criterion| (criterion, mark));
    juror.browser.post(address, &sheet).await
}

#[actix_web::test]
async fn jurors_score_a_made_up_entry_and_see_how_the_jury_lies_once_three_have() {
    let award = Award::with_entries(1).await;
    award.move_to(EditionStatus::Judging).await;
    let address = practice(&award, "Ferme modèle").await;
    let (najat, omar, zineb) = (award.juror("najat").await, award.juror("omar").await, award.juror("zineb").await);
    for juror in [&najat, &omar, &zineb] {
        award.assign(juror, &[0]).await;
    }
    let list = najat.browser.get("/fr/jury/2027/").await.expect(200);
    assert!(list.body().contains("Un dossier d’entraînement attend") && list.has("a[href$=practice]"));
    // One criterion without a score: said beside it, and the others are kept.
    let partial = najat.browser.post(&address, &[("c-innovation", "5"), ("c-creativity", "5")]).await.expect(422);
    assert!(partial.has("#c-entrepreneurship-err") && partial.has("#c-innovation input[value='5'][checked]"));
    score(&najat, &address, "5").await.expect(303);
    score(&omar, &address, "1").await.expect(303);
    // Nothing of others while it are two, and nothing to whoever has not scored.
    let few = najat.browser.get(&address).await.expect(200);
    assert!(few.body().contains("dès que trois jurés") && !few.has(".spreads table"));
    score(&zineb, &address, "3").await.expect(303);
    let spread = najat.browser.get(&address).await.expect(200);
    let sentences = spread.texts(".spreads section > p");
    assert_eq!(sentences[0], "Note du milieu : 3. La vôtre, 5, est plus haute.");
    assert!(!spread.body().contains("omar") && !spread.body().contains("zineb"));
    // Seen, one's own does not change any more.
    score(&najat, &address, "3").await.expect(303);
    assert!(najat.browser.get(&address).await.body().contains("La vôtre, 5"));
    assert!(!najat.browser.get("/fr/jury/2027/").await.body().contains("Un dossier d’entraînement attend"));
    // The organisers see it too, and nothing of it is a result.
    let desk = award.organiser.browser.get(DESK).await.expect(200);
    assert!(desk.body().contains("Notes remises : 3 sur 3 jurés") && desk.has(".spreads table"));
    award.organiser.browser.post(&format!("/fr/organiser/2027/rounds/{}/close", award.round.id), &[]).await.expect(303);
    let results = award.organiser.browser.get("/fr/organiser/2027/results").await.expect(200);
    assert!(!results.body().contains("Ferme modèle") && results.texts("tbody tr").iter().all(|row| row.contains('–')));
    score(&award.juror("late").await, &address, "3").await.expect(409);
}

#[actix_web::test]
async fn what_others_gave_is_no_byte_of_the_page_before_one_has_scored() {
    let mut pages = Vec::new();
    for marks in [["1", "1", "1"], ["5", "4", "2"]] {
        let award = Award::with_entries(1).await;
        award.move_to(EditionStatus::Judging).await;
        let address = practice(&award, "Ferme modèle").await;
        for (name, mark) in ["najat", "omar", "zineb"].into_iter().zip(marks) {
            score(&award.juror(name).await, &address, mark).await.expect(303);
        }
        let juror = award.juror("last").await;
        let page = juror.browser.get(&address).await.expect(200).body();
        let (own, list) = (address.rsplit('/').next().unwrap(), juror.browser.get(JURY).await.expect(200).body());
        pages.push((page.replace(own, ""), list.replace(own, "")));
    }
    assert_eq!(pages[0], pages[1]);
}

#[actix_web::test]
async fn a_practice_entry_changes_until_it_is_scored_and_goes_with_its_scores() {
    let award = Award::with_entries(1).await;
    award.move_to(EditionStatus::Judging).await;
    let organiser = &award.organiser.browser;
    let empty = organiser.fill(DESK, "form[action$=practice]", &[("text_fr", "Sans titre")]).await.expect(422);
    assert!(empty.body().contains("Sans titre"));
    let address = practice(&award, "Ferme modèle").await;
    let edit = address.replace("/jury/", "/organiser/");
    let form = format!("form[action='{edit}']");
    organiser.fill(&edit, &form, &[("title_fr", "Ferme pilote")]).await.expect(303);
    // A page made before is told of the change.
    let old = [("title_fr", "Autre"), ("text_fr", "Texte"), ("version", "1")];
    organiser.post(&edit, &old).await.expect(409);
    let juror = award.juror("najat").await;
    assert!(juror.browser.get(&address).await.expect(200).body().contains("Ferme pilote"));
    score(&juror, &address, "4").await.expect(303);
    let again = [("title_fr", "Autre"), ("text_fr", "Texte"), ("version", "2")];
    assert!(organiser.post(&edit, &again).await.expect(409).body().contains("déjà noté"));
    for title in ["Deux", "Trois"] {
        practice(&award, title).await;
    }
    organiser.post(DESK, &[("title_fr", "Quatre"), ("text_fr", "Texte")]).await.expect(409);
    organiser.post(&format!("{edit}/remove"), &[]).await.expect(303);
    juror.browser.get(&address).await.expect(404);
    // Somebody who is not on the jury learns nothing.
    award.app.person("stranger").await.browser.get(JURY).await.expect(404);
}
