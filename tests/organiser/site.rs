//! The look of an installation: its name, colour, logo, partners and pages, for everybody at once.

use crate::support::TestApp;

const SITE: &str = "/fr/organiser/site";

#[actix_web::test]
async fn a_founder_gives_the_site_its_name_colour_partners_and_pages() {
    let app = TestApp::start().await;
    let (founder, visitor) = (app.founder("jamal").await.browser, app.browser());
    let look = [
        ("name_fr", "Prix Atlas"),
        ("name_ar", "جائزة الأطلس"),
        ("brand", "#0a6a4e"),
        ("partners", "Digital Act https://digital-act.example\nChambre de l’Oriental"),
        ("legal_fr", "## Éditeur\n**Digital Act** <script>x</script>"),
    ];
    founder.fill(SITE, "form.panel", &look).await.expect(303);
    let page = visitor.get("/fr/").await.expect(200);
    assert!(page.text(".brand").starts_with("Prix Atlas"));
    assert_eq!(page.texts(".partners li"), ["Digital Act", "Chambre de l’Oriental"]);
    let css = page.attributes("link[rel=stylesheet]", "href");
    let css = visitor.get(&css[1]).await.expect(200);
    assert!(css.body().contains("--brand:#0a6a4e") && css.body().contains("prefers-color-scheme:dark"));
    assert!(visitor.get("/ar/").await.text(".brand").starts_with("جائزة الأطلس"));
    let legal = visitor.get("/fr/legal").await.expect(200);
    assert!(legal.body().contains("<strong>Digital Act</strong>") && !legal.body().contains("<script>x"));

    // Pages of its own, in Markdown, with a link at the foot.
    let form = [("title_fr", "Presse"), ("slug", "presse"), ("position", "1"), ("text_fr", "Un **dossier**.")];
    founder.fill(&format!("{SITE}/pages/new"), "form.panel", &form).await.expect(303);
    assert!(visitor.get("/fr/").await.has("footer a[href='/fr/pages/presse']"));
    assert!(visitor.get("/fr/pages/presse").await.expect(200).body().contains("<strong>dossier</strong>"));
    let taken = founder.fill(&format!("{SITE}/pages/new"), "form.panel", &form).await.expect(422);
    assert_eq!(taken.value("title_fr"), "Presse");
    founder.post(&format!("{SITE}/pages/presse/remove"), &[]).await.expect(303);
    visitor.get("/fr/pages/presse").await.expect(404);

    founder.fill(SITE, "form.panel", &[("name_fr", ""), ("name_ar", ""), ("brand", "")]).await.expect(303);
    let page = visitor.get("/fr/").await.expect(200);
    assert!(page.text(".brand").starts_with("Digital Awards"));
    assert_eq!(page.attributes("link[rel=stylesheet]", "href").len(), 1);
}

#[actix_web::test]
async fn a_colour_that_nobody_could_read_on_is_refused_and_others_have_no_such_page() {
    let app = TestApp::start().await;
    let (founder, applicant) = (app.founder("jamal").await.browser, app.person("amina").await.browser);
    let pale = founder.fill(SITE, "form.panel", &[("brand", "#ffd84d"), ("name_fr", "Prix")]).await.expect(422);
    assert!(pale.summary().contains("contraste de 1.4") && pale.value("name_fr") == "Prix", "{}", pale.summary());
    founder.fill(SITE, "form.panel", &[("brand", "vert")]).await.expect(422);
    applicant.get(SITE).await.expect(404);
    applicant.post(SITE, &[("brand", "#000000")]).await.expect(404);
    // A logo is an image that is decoded anew.
    let text = founder.upload(&format!("{SITE}/logo"), &[], "file", "logo.png", b"no image").await;
    text.expect(422);
}
