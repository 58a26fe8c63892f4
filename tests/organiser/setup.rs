//! Setting an edition up: everything of the preset may change, nothing typed is lost, nothing is
//! changed behind a colleague's back.

use super::new_edition;

const DESK: &str = "/fr/organiser/2027";

fn at(page: &str) -> String {
    format!("{DESK}/{page}")
}

#[actix_web::test]
async fn an_edition_comes_from_the_preset_with_everything_a_trophy_needs() {
    let (_app, organiser) = new_edition().await;
    let categories = organiser.browser.get(&at("categories")).await.expect(200);
    assert_eq!(categories.texts("ol.builder > li").len(), 5);
    let form = organiser.browser.get(&at("form")).await.expect(200);
    assert_eq!(form.texts("ol.builder > li").len(), 12, "twelve questions");
    let criteria = organiser.browser.get(&at("criteria")).await.expect(200);
    assert_eq!(["c0_weight", "c1_weight", "c2_weight"].map(|name| criteria.value(name)), ["40", "30", "30"]);
    assert!(["fr", "ar", "en"].iter().all(|l| !criteria.value(&format!("c0_anchor4_{l}")).is_empty()));
    organiser.browser.get("/fr/organiser/2028/").await.expect(404);
}

#[actix_web::test]
async fn dates_that_make_no_sense_are_refused_beside_the_field_and_kept() {
    let (_app, organiser) = new_edition().await;
    let backwards = [("closes_at", "2027-01-01T09:00")];
    let page = organiser.browser.fill(&at("settings"), "main form", &backwards).await.expect(422);
    assert!(page.has("#closes_at-err") && page.value("closes_at") == "2027-01-01T09:00");
    // Clocks go forward in Paris that night: an hour is missing.
    let skipped = [("time_zone", "Europe/Paris"), ("results_on", "2027-03-28T02:30")];
    let page = organiser.browser.fill(&at("settings"), "main form", &skipped).await.expect(422);
    assert!(page.has("#results_on-err"), "{}", page.summary());
    let page = organiser.browser.fill(&at("settings"), "main form", &[("name_fr", "")]).await.expect(422);
    assert!(page.has("[name=name_fr][aria-invalid]"), "{}", page.summary());
    let good = [("closes_at", "2027-02-21T12:00"), ("lede_fr", "Le trophée du numérique")];
    organiser.browser.fill(&at("settings"), "main form", &good).await.expect(303);
    assert_eq!(organiser.browser.get(&at("settings")).await.value("closes_at"), "2027-02-21T12:00");
}

#[actix_web::test]
async fn a_page_from_before_a_colleague_s_change_says_so_and_loses_nothing() {
    let (_app, organiser) = new_edition().await;
    for (page, field, theirs, mine) in
        [("settings", "lede_fr", "Le leur", "Le mien"), ("criteria", "c0_description_fr", "Le leur", "Le mien")]
    {
        let old = organiser.browser.get(&at(page)).await.expect(200).fields("main form");
        organiser.browser.fill(&at(page), "main form", &[(field, theirs)]).await.expect(303);
        let stale: Vec<(&str, &str)> = old
            .iter()
            .map(|(name, value)| (name.as_str(), if name == field { mine } else { value.as_str() }))
            .collect();
        let answer = organiser.browser.post(&at(page), &stale).await.expect(409);
        assert_eq!(answer.value(field), mine, "{page}: what was typed is kept");
        assert_eq!(organiser.browser.get(&at(page)).await.value(field), theirs, "{page}: nothing is overwritten");
    }
}

#[actix_web::test]
async fn categories_are_added_changed_moved_and_removed() {
    let (_app, organiser) = new_edition().await;
    let browser = &organiser.browser;
    let codes = async || browser.get(&at("categories")).await.expect(200).texts("ol.builder .tag bdi");
    let before = codes().await;
    let page =
        browser.fill(&at("categories"), "main section form", &[("name_fr", "Jeux"), ("code", "trop long!")]).await;
    assert!(page.expect(422).has("#code-err"));
    let twice = [("name_fr", "Encore"), ("code", before[0].as_str())];
    browser.fill(&at("categories"), "main section form", &twice).await.expect(422);
    browser.fill(&at("categories"), "main section form", &[("name_fr", "Jeux"), ("code", "JEU")]).await.expect(303);
    let after = codes().await;
    assert_eq!(after.len(), before.len() + 1);
    assert_eq!(after.last().map(String::as_str), Some("JEU"));

    let page = browser.get(&at("categories")).await.expect(200);
    let games = page.attributes("ol.builder > li > span > a", "href").pop().unwrap();
    browser.post(&format!("{games}/step"), &[("step", "up")]).await.expect(303);
    assert_eq!(codes().await[before.len() - 1], "JEU");
    browser.fill(&games, "main form.panel", &[("name_fr", "Jeux vidéo")]).await.expect(303);
    assert!(browser.get(&at("categories")).await.body().contains("Jeux vidéo"));
    browser.post(&format!("{games}/remove"), &[]).await.expect(303);
    assert_eq!(codes().await, before);
}

#[actix_web::test]
async fn weights_always_make_a_hundred() {
    let (_app, organiser) = new_edition().await;
    let browser = &organiser.browser;
    let page = browser.fill(&at("criteria"), "main form", &[("c0_weight", "50")]).await.expect(422);
    assert!(page.body().contains("110"), "the sum is said: {}", page.summary());
    assert_eq!(page.value("c0_weight"), "50");
    let thirds = [("c0_weight", "33,34"), ("c1_weight", "33,33"), ("c2_weight", "33.33")];
    browser.fill(&at("criteria"), "main form", &thirds).await.expect(303);
    assert_eq!(browser.get(&at("criteria")).await.value("c0_weight"), "33.34");
    let page = browser.fill(&at("criteria"), "main form", &[("scale_min", "5"), ("scale_max", "5")]).await.expect(422);
    assert!(page.has("#scale_max-err"));
}

#[actix_web::test]
async fn questions_are_added_changed_and_removed() {
    let (_app, organiser) = new_edition().await;
    let browser = &organiser.browser;
    let count = async || browser.get(&at("form")).await.expect(200).texts("ol.builder > li").len();
    let sections = browser.get(&at("form")).await.expect(200).attributes("#section option", "value");
    let section = sections.iter().find(|value| !value.is_empty()).expect("a part of the form");
    let new = at(&format!("form/new?kind=long_text&section={section}"));
    let question = [("label_fr", "Avez-vous un brevet ?"), ("max_words", "50")];
    let page = browser.fill(&new, "main form", &[("label_fr", "")]).await;
    assert!(page.expect(422).has("[name=label_fr][aria-invalid]"));
    browser.fill(&new, "main form", &question).await.expect(303);
    assert_eq!(count().await, 13);
    let page = browser.get(&at("form")).await.expect(200);
    let links = page.attributes("ol.builder > li a[href*='/form/']", "href");
    let mut mine = None;
    for link in links {
        if browser.get(&link).await.expect(200).body().contains("Avez-vous un brevet") {
            mine = Some(link);
        }
    }
    let mine = mine.expect("the new question is listed");
    browser
        .fill(&mine, "main form", &[("required", "1"), ("label_fr", "Avez-vous déposé un brevet ?")])
        .await
        .expect(303);
    assert!(browser.get(&at("form")).await.body().contains("déposé un brevet"));
    browser.post(&format!("{mine}/remove"), &[]).await.expect(303);
    assert_eq!(count().await, 12);
}

#[actix_web::test]
async fn what_a_colleague_changed_meanwhile_is_not_written_over() {
    let (_app, organiser) = new_edition().await;
    let browser = &organiser.browser;
    let category = browser.get(&at("categories")).await.expect(200).attribute("ol.builder > li > span > a", "href");
    let question = browser.get(&at("form")).await.expect(200).attribute("ol.builder > li a[href*='/form/']", "href");
    for (page, form, text) in [(category, "main form.panel", "name_fr"), (question, "main form.panel", "label_fr")] {
        let old = browser.get(&page).await.expect(200).value("version");
        browser.fill(&page, form, &[(text, "Celle de ma collègue")]).await.expect(303);
        let refused = browser.fill(&page, form, &[(text, "La mienne"), ("version", &old)]).await.expect(409);
        assert_eq!(refused.value(text), "La mienne", "what was typed is kept");
        assert!(refused.has("[role=alert] a[target=_blank]"), "{}", refused.summary());
        assert_eq!(browser.get(&page).await.value(text), "Celle de ma collègue");
        // Having seen it, the same form is sent again.
        let now = refused.value("version");
        browser.fill(&page, form, &[(text, "La mienne"), ("version", &now)]).await.expect(303);
        assert_eq!(browser.get(&page).await.value(text), "La mienne");
    }
}

#[actix_web::test]
async fn an_edition_moves_from_status_to_status_and_says_why_not() {
    let (app, organiser) = new_edition().await;
    let browser = &organiser.browser;
    app.browser().get("/fr/").await.expect(200);
    assert!(!app.browser().get("/fr/").await.body().contains("Digital Awards 2027"), "a draft is nobody's");
    browser.post(&at("status"), &[("status", "judging")]).await.expect(409);
    browser.post(&at("status"), &[("status", "open")]).await.expect(303);
    browser.post(&at("current"), &[]).await.expect(303);
    assert!(app.browser().get("/fr/").await.body().contains("Digital Awards 2027"));
    browser.post(&at("status"), &[("status", "closed")]).await.expect(303);
    browser.post(&at("status"), &[("status", "announced")]).await.expect(409);
    let log = browser.get(&at("audit")).await.expect(200);
    assert!(log.body().contains("Statut de l’édition changé") && log.body().contains("Édition créée"));
}
