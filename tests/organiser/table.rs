//! The table of entries: order, columns, lists that one keeps, one act on many; and screening with a checklist and
//! a second reader.

use digital_awards::app::AppError;
use digital_awards::domain::edition::EditionStatus;
use digital_awards::domain::entry::Screening;
use digital_awards::store;

use crate::jury::award::Award;

const LIST: &str = "/fr/organiser/2027/entries";

/// An award whose entries wait to be screened.
async fn pending(count: i32) -> Award {
    let award = Award::with_entries(count).await;
    award.move_to(EditionStatus::Closed).await;
    let entries = award.entries.clone();
    let wait = move |c: &mut store::Conn| {
        for entry in &entries {
            let mut entry = store::entries::get(c, entry.id)?;
            (entry.screening, entry.screened_by, entry.screened_at) = (Screening::Pending, None, None);
            store::entries::update(c, entry)?;
        }
        Ok::<_, AppError>(())
    };
    award.app.state.db.write(wait).await.unwrap();
    award
}

fn titles(page: &crate::support::client::Response) -> Vec<String> {
    page.texts("tbody th a")
}

#[actix_web::test]
async fn a_list_is_sorted_has_the_columns_one_likes_and_is_kept() {
    let award = pending(3).await;
    let organiser = &award.organiser.browser;
    let page = organiser.get(&format!("{LIST}?sort=title&down=1&col=city&col=tags")).await.expect(200);
    assert_eq!(titles(&page), ["Entry 3", "Entry 2", "Entry 1"]);
    assert_eq!(page.texts("thead th[scope=col]"), ["Dossier", "Ville", "Étiquettes"]);
    assert!(page.has("th[aria-sort=descending]"));
    let kept = [("name", "Du dernier au premier"), ("query", "?sort=title&down=1&col=city&evil=1&page=9")];
    let back = organiser.post(&format!("{LIST}/views"), &kept).await.expect(303);
    assert!(!back.location().contains("evil") && !back.location().contains("page"));
    let page = organiser.get(LIST).await.expect(200);
    assert_eq!(page.texts("ul.views a"), ["Du dernier au premier"]);
    assert_eq!(titles(&organiser.get(&page.attribute("ul.views a", "href")).await), ["Entry 3", "Entry 2", "Entry 1"]);
    // What entries say is searched too, without accents, in any order.
    let entry = award.entries[1].id;
    let say = move |c: &mut store::Conn| {
        let mut snapshot = store::snapshots::list(c, entry)?.remove(0);
        snapshot.answers.insert("pitch".into(), "L’irrigation ÉCONOME des oasis · الرّي".into());
        crate::jury::award::resubmit(c, snapshot)
    };
    award.app.state.db.write(say).await.unwrap();
    for words in ["oasis+econome", "الري"] {
        assert_eq!(titles(&organiser.get(&format!("{LIST}?q={words}")).await), ["Entry 2"], "{words}");
    }
    // A list is one's own.
    let watcher = award.app.person("watcher").await;
    let join = [("email", "watcher@people.example"), ("role", "observer")];
    organiser.post("/fr/organiser/2027/team", &join).await.expect(303);
    let theirs = watcher.browser.get(LIST).await.expect(200);
    assert!(!theirs.has("ul.views") && !theirs.has("input.pick"));
    let forget = page.attribute("ul.views form", "action");
    watcher.browser.post(&forget, &[]).await.expect(404);
    organiser.post(&forget, &[]).await.expect(303);
    assert!(!organiser.get(LIST).await.has("ul.views"));
}

#[actix_web::test]
async fn one_act_is_done_to_many_entries() {
    let award = pending(3).await;
    let organiser = &award.organiser.browser;
    let ids: Vec<String> = award.entries.iter().map(|entry| entry.id.to_string()).collect();
    let ticked = [("entry", ids[0].as_str()), ("entry", ids[2].as_str())];
    let act = |fields: &[(&'static str, &'static str)]| [&ticked[..], fields].concat();
    organiser.post(LIST, &act(&[("act", "tag"), ("tags", "Eau, Oasis, eau")])).await.expect(303);
    let tagged = organiser.get(&format!("{LIST}?tag=Oasis&col=tags")).await.expect(200);
    assert_eq!(titles(&tagged), ["Entry 1", "Entry 3"]);
    assert_eq!(tagged.texts("tbody .tag")[..2], ["Eau", "Oasis"]);
    // All that match, and not those ticked.
    organiser.post(LIST, &[("act", "tag"), ("tags", "2027"), ("all", "1"), ("query", "?tag=Eau")]).await.expect(303);
    assert_eq!(titles(&organiser.get(&format!("{LIST}?tag=2027")).await).len(), 2);
    let categories = organiser.get(LIST).await.expect(200).attributes("select[name=to] option", "value");
    let code = categories.iter().rev().find(|code| !code.is_empty()).unwrap().clone();
    let to = [&ticked[..], &[("act", "move"), ("to", code.as_str())]].concat();
    organiser.post(LIST, &to).await.expect(303);
    assert_eq!(titles(&organiser.get(&format!("{LIST}?category={code}")).await).len(), 2);
    let refused = organiser.post(LIST, &act(&[("act", "extend"), ("until", "2020-01-01T10:00")])).await.expect(422);
    assert!(refused.has(".flash-bad"));
    organiser.post(LIST, &act(&[("act", "accept")])).await.expect(303);
    assert_eq!(titles(&organiser.get(&format!("{LIST}?screening=eligible")).await).len(), 2);
    let none = organiser.post(LIST, &[("act", "accept")]).await.expect(409);
    assert!(none.body().contains("Cochez au moins un dossier"));
    award.move_to(EditionStatus::Judging).await;
    organiser.post(LIST, &to).await.expect(409);
}

#[actix_web::test]
async fn an_entry_is_accepted_by_its_checklist_and_refused_by_two() {
    let award = pending(2).await;
    let organiser = &award.organiser.browser;
    let rules = [
        ("check0_fr", "Immatriculée au Maroc"),
        ("check1_fr", "Moins de cinq ans"),
        ("reason0_fr", "Dossier incomplet"),
        ("second_reader", "1"),
    ];
    organiser.fill("/fr/organiser/2027/screening", "form.panel", &rules).await.expect(303);
    let at = format!("{LIST}/{}", award.entries[0].id);
    let page = organiser.get(&at).await.expect(200);
    assert_eq!(page.texts("#check label"), ["Immatriculée au Maroc", "Moins de cinq ans"]);
    assert!(page.has("button[data-say]") && page.has("[data-key=n]"));
    let act = format!("{at}/screening");
    let half = organiser.post(&act, &[("read", "1"), ("decision", "eligible"), ("check", "1")]).await.expect(422);
    assert!(half.body().contains("Cochez chaque point") && half.has("input[name=check][value='1'][checked]"));
    let whole = [("read", "1"), ("decision", "eligible"), ("check", "0"), ("check", "1")];
    organiser.post(&act, &whole).await.expect(303);
    organiser.post(LIST, &[("entry", &award.entries[1].id.to_string())]).await.expect(409);

    // A refusal waits for a second person; the first can't be both.
    let at = format!("{LIST}/{}", award.entries[1].id);
    let act = format!("{at}/screening");
    let refuse = [("read", "1"), ("decision", "ineligible"), ("ineligible_reason", "Trop ancienne")];
    for _ in 0..2 {
        organiser.post(&act, &refuse).await.expect(303);
    }
    let id = award.entries[1].id;
    let screening = || award.app.state.db.read(move |c| Ok::<_, AppError>(store::entries::get(c, id)?.screening));
    assert_eq!(screening().await.unwrap(), Screening::Pending);
    assert!(!organiser.get(&at).await.expect(200).body().contains("Confirmer le refus"));
    let second = award.app.person("second").await;
    let join = [("email", "second@people.example"), ("role", "screener")];
    organiser.post("/fr/organiser/2027/team", &join).await.expect(303);
    let page = second.browser.get(&at).await.expect(200);
    assert!(page.body().contains("Trop ancienne") && page.body().contains("Confirmer le refus"));
    second.browser.post(&act, &[("read", "1"), ("decision", "keep")]).await.expect(303);
    assert!(!organiser.get(&at).await.body().contains("Trop ancienne"));
    organiser.post(&act, &refuse).await.expect(303);
    second.browser.post(&act, &refuse).await.expect(303);
    assert_eq!(screening().await.unwrap(), Screening::Ineligible);
}

#[actix_web::test]
async fn the_team_writes_beside_an_entry_and_sees_what_is_alike() {
    let award = pending(2).await;
    let organiser = &award.organiser.browser;
    let at = format!("{LIST}/{}", award.entries[0].id);
    organiser.post(&format!("{at}/beside/notes"), &[("note", "Vu au salon.")]).await.expect(303);
    let empty = organiser.post(&format!("{at}/beside/notes"), &[("note", " ")]).await.expect(422);
    assert!(empty.has("#note-err"));
    let many = "a,b,c,d,e,f,g,h,i";
    let refused = organiser.post(&format!("{at}/beside/tags"), &[("tags", many)]).await.expect(422);
    assert_eq!(refused.value("tags"), many);
    organiser.post(&format!("{at}/beside/tags"), &[("tags", "salon")]).await.expect(303);
    let page = organiser.get(&at).await.expect(200);
    assert!(page.text("article.note").contains("Vu au salon.") && page.value("tags") == "salon");
    // A comma too many is no tag, and all of them can be taken away.
    organiser.post(&format!("{at}/beside/tags"), &[("tags", "salon, ، eau,")]).await.expect(303);
    assert_eq!(organiser.get(&at).await.value("tags"), "eau, salon");
    organiser.post(&format!("{at}/beside/tags"), &[("tags", " ")]).await.expect(303);
    assert_eq!(organiser.get(&at).await.value("tags"), "");
    // Both entries are of the same applicant.
    assert_eq!(page.texts("section ul.rows a"), ["Entry 2"]);
    // Nothing of it reaches the applicant.
    let own = award.applicant.browser.get(&format!("/fr/entries/{}", award.entries[0].id)).await.expect(200);
    assert!(!own.body().contains("salon"));
}
