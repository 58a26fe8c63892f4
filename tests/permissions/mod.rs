//! Every route, every role: who is let in, who is sent to sign in, who is told that there is no
//! such page. The table of routes is the program's own, so that a new route without a rule fails.

mod blind;
pub mod secrecy;
pub mod world;

use std::collections::BTreeSet;

use digital_awards::web::routes::{self, Audience};
use reqwest::Method;

use self::world::World;

/// What a role may get from a route of an audience.
fn allowed(audience: Audience, role: &str) -> bool {
    match audience {
        Audience::Anyone => true,
        Audience::SignedIn => role != "anonymous",
        Audience::Juror => role == "juror",
        Audience::Organiser => role == "organiser",
    }
}

#[actix_web::test]
async fn every_route_lets_in_its_audience_and_nobody_else() {
    let world = World::judging().await;
    let roles = [
        ("anonymous", world.app().browser()),
        ("stranger", world.stranger.browser.clone()),
        ("applicant", world.award.applicant.browser.clone()),
        ("juror", world.juror.browser.clone()),
        ("other organiser", world.other_organiser.browser.clone()),
        ("organiser", world.award.organiser.browser.clone()),
    ];
    let mut wrong = Vec::new();
    for route in routes::table() {
        // Only questions: an act would change the world under the next role. Acts are asked below.
        if route.method != Method::GET.as_str() {
            continue;
        }
        let path = world.path_of(route.path);
        for (role, browser) in &roles {
            let status = browser.get(&path).await.status;
            let fits = if *role == "anonymous" && route.audience != Audience::Anyone {
                status == 303
            } else if allowed(route.audience, role) {
                status < 500
            } else {
                status == 404
            };
            if !fits {
                wrong.push(format!("GET {path} as {role}: {status}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[actix_web::test]
async fn no_act_is_done_for_somebody_outside_its_audience() {
    let world = World::judging().await;
    let roles = [
        ("anonymous", world.app().browser()),
        ("stranger", world.stranger.browser.clone()),
        ("applicant", world.award.applicant.browser.clone()),
        ("juror", world.juror.browser.clone()),
        ("other organiser", world.other_organiser.browser.clone()),
    ];
    let mut wrong = Vec::new();
    for route in routes::table() {
        if route.method != Method::POST.as_str() || route.audience == Audience::Anyone {
            continue;
        }
        let path = world.path_of(route.path);
        for (role, browser) in &roles {
            if allowed(route.audience, role) {
                continue;
            }
            let status = browser.post(&path, &[("title", "x")]).await.status;
            // Anonymous people are sent to sign in; for everybody else there is no such thing. A form
            // that can't be read is refused before anybody is looked up, for all alike.
            let fits = if *role == "anonymous" { status == 303 } else { matches!(status, 400 | 404 | 415) };
            if !fits {
                wrong.push(format!("POST {path} as {role}: {status}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[actix_web::test]
async fn every_route_has_a_path_that_the_test_can_fill() {
    let world = World::judging().await;
    let left: BTreeSet<_> = routes::table().iter().map(|r| world.path_of(r.path)).filter(|p| p.contains('{')).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[actix_web::test]
async fn no_question_fails_on_rubbish() {
    let world = World::judging().await;
    let mut wrong = Vec::new();
    for route in routes::table().iter().filter(|r| r.method == Method::GET.as_str()) {
        let path = route.path.replace("{lang}", "fr");
        let mut rubbish = String::new();
        let mut pieces = path.split('{');
        rubbish.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            rubbish.push_str("%F0%9F%98%80'--");
            rubbish.push_str(piece.split_once('}').map_or("", |(_, rest)| rest));
        }
        for browser in [&world.award.organiser.browser, &world.juror.browser, &world.app().browser()] {
            let status = browser.get(&rubbish).await.status;
            if status >= 500 && !rubbish.contains("readyz") {
                wrong.push(format!("GET {rubbish}: {status}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
