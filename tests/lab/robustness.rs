//! What it takes to change a podium: found again by trying everything by hand.

use std::collections::BTreeMap;

use digital_awards::domain::round::RankingMethod;

use super::world::{Lab, Marks, means, usual};

/// The first two places by plain means, with everybody who shares them.
fn podium(means: &BTreeMap<u32, f64>) -> Vec<(usize, u32)> {
    let micros = |mean: &f64| (mean * 1e6).round() as i64;
    let rank = |mean: &f64| 1 + means.values().filter(|other| micros(other) > micros(mean)).count();
    let mut places: Vec<_> = means.iter().map(|(entry, mean)| (rank(mean), *entry)).filter(|(r, _)| *r <= 2).collect();
    places.sort_unstable();
    places
}

const WEIGHTS: [f64; 3] = [4000.0, 3000.0, 3000.0];

/// Two entries so close that a juror, a mark and a weight may each turn them.
fn close() -> Marks {
    let mut marks = usual();
    for (juror, entry, marks) in &mut marks {
        if *entry == 1 {
            *marks = if *juror % 2 == 0 { [5, 4, 4] } else { [5, 4, 3] };
        } else if *entry == 2 {
            *marks = if *juror % 2 == 0 { [3, 4, 5] } else { [4, 4, 4] };
        }
    }
    marks
}

#[actix_web::test]
async fn sentences_name_exactly_what_changes_the_podium() {
    let lab = Lab::closed(6, 5, close(), RankingMethod::WeightedMean).await;
    let page = lab.page("/robustness").await.expect(200);
    let before = podium(&lab.means());
    let main = page.text("main").replace(['\u{2068}', '\u{2069}'], "");
    // Without each juror.
    let mut absences = 0;
    for juror in 0..5 {
        let left: Marks = lab.marks.iter().filter(|(j, ..)| *j != juror).copied().collect();
        let changed = podium(&means(&left, WEIGHTS)) != before;
        absences += usize::from(changed);
        assert_eq!(main.contains(&format!("Sans les fiches de juror-{juror} :")), changed, "juror {juror}: {main}");
    }
    assert!(main.contains("5 absences essayées"), "{main}");
    // One mark, one step.
    let mut steps = 0;
    for card in 0..lab.marks.len() {
        for (criterion, name) in ["Innovation", "Créativité", "Entrepreneuriat"].iter().enumerate() {
            for change in [1, -1] {
                let mut other = lab.marks.clone();
                let (juror, entry, marks) = &mut other[card];
                let from = marks[criterion];
                marks[criterion] += change;
                if !(1..=5).contains(&marks[criterion]) {
                    continue;
                }
                let sentence = format!(
                    "Si juror-{juror} donnait {} au lieu de {from} à Entry {} en {name} :",
                    from + change,
                    *entry + 1
                );
                let changed = podium(&means(&other, WEIGHTS)) != before;
                steps += usize::from(changed);
                assert_eq!(main.contains(&sentence), changed, "{sentence}");
            }
        }
    }
    assert!(steps > 0 && absences > 0, "{steps} {absences}: the world has something to find");
    assert!(main.contains(&format!("{steps} possibilités le font")), "{main}");
    // Weights: the smallest change in each direction, found again by trying each.
    let mut found = 0;
    for criterion in 0..3 {
        for sign in [1.0, -1.0] {
            let reach = (WEIGHTS[criterion] / 10.0) as i32;
            let first = (1..=reach).find(|size| {
                let mut weights = WEIGHTS;
                weights[criterion] += sign * f64::from(*size);
                podium(&means(&lab.marks, weights)) != before
            });
            found += usize::from(first.is_some());
        }
    }
    let says = page.texts("section:last-of-type > .sentences > li").len();
    assert_eq!(says, found, "{main}");
    let glance = page.texts("tbody tr td");
    assert_eq!(glance[1..3], [absences.to_string(), steps.to_string()]);
}

#[actix_web::test]
async fn a_clear_podium_is_said_to_hold() {
    let mut marks = Vec::new();
    for juror in 0..4 {
        for entry in 0..5_u32 {
            marks.push((juror, entry, [5 - entry as i32, 5 - entry as i32, 5 - entry as i32]));
        }
    }
    let lab = Lab::closed(5, 4, marks, RankingMethod::WeightedMean).await;
    let page = lab.page("/robustness").await.expect(200);
    assert!(page.text("main").contains("Les podiums tiennent"), "{}", page.summary());
    assert_eq!(page.text(".tag-ok"), "Tient");
    assert!(page.texts(".sentences li").is_empty());
}
