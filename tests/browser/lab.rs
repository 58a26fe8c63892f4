//! The results lab on a phone and a desk: axe finds nothing, and plots stay inside their frame.

use digital_awards::domain::round::RankingMethod;

use crate::lab::world::{Lab, usual};
use crate::support::chrome::{self, Chrome};

#[actix_web::test]
async fn pages_of_the_lab_have_no_fault_that_axe_can_find() {
    if !chrome::is_here() {
        return;
    }
    let lab = Lab::closed(6, 5, usual(), RankingMethod::Calibrated).await;
    let entry = format!("/entries/{}", lab.award.entries[0].reference);
    let window = Chrome::open(&lab.award.app.url, 1440, 900).await;
    window.become_person(&lab.award.organiser.browser).await;
    let mut faults = Vec::new();
    for (width, height) in [(360, 800), (1440, 900)] {
        window.size(width, height).await;
        for scheme in ["light", "dark"] {
            window.scheme(scheme).await;
            for language in ["fr", "ar"] {
                for path in ["", "?category=all", "/jury", "/robustness", "/advice", &entry] {
                    let path = format!("/{language}/organiser/2027/results/lab{path}");
                    window.go(&path).await;
                    faults.extend(window.faults().await.into_iter().map(|f| format!("{path} {width} {scheme}: {f}")));
                    let outside = "const box = document.querySelector('.lab-plot')?.getBoundingClientRect();
                        return [...document.querySelectorAll('.dots :is(circle,line,text)')].filter(e => {
                            const r = e.getBoundingClientRect();
                            return r.left < box.left - 1 || r.right > box.right + 1 || r.bottom > box.bottom + 1;
                        }).length;";
                    let outside = window.script(outside).await;
                    if outside != 0 {
                        faults.push(format!("{path} {width}: {outside} marks outside their frame"));
                    }
                }
            }
        }
    }
    window.close().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
