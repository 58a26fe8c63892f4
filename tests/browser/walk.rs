//! Every page of the table of routes that organisers, jurors and the public may open: axe finds
//! nothing and nothing is wider than the window, in French and Arabic, light and dark, on a phone and
//! a desk. The table is the program's own, so that a new page is walked without being listed here.

use digital_awards::app::AppError;
use digital_awards::domain::edition::EditionStatus;
use digital_awards::store;
use digital_awards::web::routes::{self, Audience};
use reqwest::Method;

use crate::permissions::world::World;
use crate::support::Browser;
use crate::support::chrome::{self, Chrome};

/// Each language, scheme and width meets each other one in half of the combinations.
const LOOKS: &[(&str, &str, u32)] =
    &[("fr", "light", 360), ("ar", "dark", 360), ("fr", "dark", 1440), ("ar", "light", 1440)];

/// The addresses after the language of the pages that a browser may open, files left out.
async fn pages(world: &World, browser: &Browser, audience: Audience) -> Vec<String> {
    let mut pages = Vec::new();
    for route in routes::table().iter().filter(|r| r.method == Method::GET.as_str() && r.audience == audience) {
        let Some(path) = route.path.strip_prefix("/{lang}") else { continue };
        let path = world.path_of(path);
        let answer = browser.get(&format!("/fr{path}")).await;
        if answer.status == 200 && answer.header("content-type").starts_with("text/html") && !pages.contains(&path) {
            pages.push(path);
        }
    }
    pages
}

async fn walk(world: &World, browser: &Browser, paths: &[String]) -> Vec<String> {
    let window = Chrome::open(&world.app().url, 1440, 900).await;
    window.become_person(browser).await;
    let mut faults = Vec::new();
    for (language, scheme, width) in LOOKS {
        window.size(*width, 900).await;
        window.scheme(scheme).await;
        for path in paths {
            let path = format!("/{language}{path}");
            window.go(&path).await;
            faults.extend(window.faults().await.into_iter().map(|f| format!("{path} {width} {scheme}: {f}")));
        }
    }
    window.close().await;
    faults
}

#[actix_web::test]
async fn every_page_of_the_organisers_holds_while_the_jury_scores() {
    if !chrome::is_here() {
        return;
    }
    let world = World::judging().await;
    let organiser = &world.award.organiser.browser;
    let paths = pages(&world, organiser, Audience::Organiser).await;
    assert!(paths.len() > 20, "{paths:?}");
    let faults = walk(&world, organiser, &paths).await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[actix_web::test]
async fn every_page_holds_once_the_round_is_closed_and_winners_are_public() {
    if !chrome::is_here() {
        return;
    }
    let world = World::judging().await;
    let (award, organiser) = (&world.award, &world.award.organiser.browser);
    let sheet = [("version", "0"), ("c-innovation", "4"), ("c-creativity", "4"), ("c-entrepreneurship", "5")];
    let queue = world.juror.browser.get("/fr/jury/2027/").await.expect(200).attribute("ol.queue a", "href");
    let mine = queue.split('?').next().unwrap();
    world.juror.browser.post(&format!("{mine}/submit"), &sheet).await.expect(303);
    organiser.post(&format!("/fr/organiser/2027/rounds/{}/close", award.round.id), &[]).await.expect(303);
    let (id, slug) = (award.edition.id, "2027");
    let deliberate = move |c: &mut store::Conn| {
        let mut edition = store::editions::get(c, id)?;
        edition.status = EditionStatus::Deliberation;
        Ok::<_, AppError>(store::editions::update(c, edition)?)
    };
    award.app.state.db.write(deliberate).await.unwrap();
    organiser.post(&format!("/fr/organiser/{slug}/current"), &[]).await.expect(303);
    let desk = format!("/organiser/{slug}");
    let of_results = [
        format!("{desk}/"),
        format!("{desk}/results"),
        format!("{desk}/results/{}/stage", award.entries[0].reference),
        format!("{desk}/results/preview"),
        format!("{desk}/announcement"),
        format!("{desk}/criteria"),
    ];
    let stage = format!("/fr{desk}/results/{}/stage", award.entries[0].reference);
    organiser.post(&stage, &[("kind", "winner"), ("citation_fr", "Une eau comptée")]).await.expect(303);
    let mut faults = walk(&world, organiser, &of_results).await;

    organiser.post(&format!("/fr{desk}/announcement"), &[("when", "now"), ("confirmation", slug)]).await.expect(303);
    let anyone = award.app.browser();
    let mut public = pages(&world, &anyone, Audience::Anyone).await;
    let winners = anyone.get("/fr/editions/2027/winners").await.expect(200);
    public.push(winners.attribute("main a[href*='/winners/']", "href").trim_start_matches("/fr").to_owned());
    faults.extend(walk(&world, &anyone, &public).await);
    let jury = [format!("/jury/{slug}/"), format!("/jury/{slug}/tally"), "/jury/".to_owned()];
    faults.extend(walk(&world, &world.juror.browser, &jury).await);
    let mine = format!("/entries/{}", award.entries[0].id);
    let applicant = [mine.clone(), format!("{mine}/tally"), "/entries/".to_owned()];
    faults.extend(walk(&world, &award.applicant.browser, &applicant).await);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
