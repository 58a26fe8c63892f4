//! Two windows in one deliberation.

use std::time::Instant;

use crate::results::deliberation::{deliberating, put};
use crate::support::chrome::{self, Chrome};

#[actix_web::test]
async fn two_browsers_see_each_others_votes_within_a_second_and_keep_what_is_typed() {
    if !chrome::is_here() {
        return;
    }
    let (award, zineb, hiba) = deliberating().await;
    let motion = put(&award, 0, "open", "2").await;
    let (first, second) = (Chrome::open(&award.app.url, 1440, 900).await, Chrome::open(&award.app.url, 360, 740).await);
    first.become_person(&zineb.browser).await;
    second.become_person(&hiba.browser).await;
    for window in [&first, &second] {
        window.go("/fr/jury/2027/deliberation").await;
    }
    let shows = |text: &str| format!("return document.body.innerText.includes('{text}')");
    first.tap("button[value=for]").await;
    let voted = Instant::now();
    second.until(&shows("Pour 1 · Contre 0")).await;
    assert!(voted.elapsed().as_millis() < 1_000, "{:?}", voted.elapsed());
    second.tap("button[value=against]").await;
    let voted = Instant::now();
    first.until(&shows("Pour 1 · Contre 1")).await;
    assert!(voted.elapsed().as_millis() < 1_000, "{:?}", voted.elapsed());

    // Whoever leads the room loses nothing of what they type, and sees the vote.
    let chair = Chrome::open(&award.app.url, 1440, 900).await;
    chair.become_person(&award.organiser.browser).await;
    chair.go("/fr/organiser/2027/deliberation").await;
    chair.tap("article details summary").await;
    chair.find("article textarea").await.send_keys("Après débat").await.unwrap();
    first.tap("button[value=abstain]").await;
    chair.until(&shows("Abstention 1")).await;
    let typed = "return document.querySelector('article textarea').value === 'Après débat'";
    chair.until(typed).await;
    // A new motion appears by itself to the jury; where somebody types, the page offers to reload.
    put(&award, 1, "secret", "1").await;
    second.until("return document.querySelectorAll('[data-motion]').length === 2").await;
    chair.until("return document.querySelector('[data-offer]') !== null").await;
    chair.until(typed).await;
    assert!(!motion.is_empty());

    // What axe can find, on both sides of the room.
    let mut faults = Vec::new();
    for (window, path) in [(&second, "jury/2027/deliberation"), (&chair, "organiser/2027/deliberation")] {
        for (width, language, scheme) in [(360, "ar", "dark"), (1440, "fr", "light"), (360, "fr", "light")] {
            window.size(width, 800).await;
            window.scheme(scheme).await;
            window.go(&format!("/{language}/{path}")).await;
            faults
                .extend(window.faults().await.into_iter().map(|f| format!("{language} {path} {width} {scheme}: {f}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    for window in [first, second, chair] {
        window.close().await;
    }
}
