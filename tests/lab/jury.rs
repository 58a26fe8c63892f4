//! What the lab says of jurors.

use digital_awards::app::AppError;
use digital_awards::domain::round::RankingMethod;
use digital_awards::judging::ranking::fit::Fit;
use digital_awards::judging::ranking::table::Table;
use digital_awards::store::{self, Conn};

use super::world::{Lab, WEIGHTS, interval, number, usual};

#[actix_web::test]
async fn every_juror_is_described_and_nobody_is_punished() {
    let mut marks = usual();
    // Juror 3 gives the same mark everywhere on each sheet.
    for (_, _, marks) in marks.iter_mut().filter(|(juror, ..)| *juror == 3) {
        *marks = [marks[0]; 3];
    }
    let mut lab = Lab::open(6, 5, marks, RankingMethod::WeightedMean).await;
    let (round, now) = (lab.award.round.id, lab.award.app.now());
    // Every sheet was begun nine minutes before it was handed in.
    let write = move |c: &mut Conn| {
        for mut sheet in store::scorecards::list_of_round(c, round)? {
            sheet.started_at = sheet.submitted_at.unwrap_or(now) - chrono::TimeDelta::minutes(9);
            store::scorecards::update(c, sheet)?;
        }
        Ok::<_, AppError>(())
    };
    lab.award.app.state.db.write(write).await.unwrap();
    lab.close().await;
    let page = lab.page("/jury").await.expect(200);
    assert!(page.text(".lede").contains("ne sanctionnent personne"), "{}", page.summary());
    let (fit, cards) = (lab.fit(), lab.cards());
    let errors = fit.severity_errors(5);
    let rows: Vec<Vec<String>> = (1..=5)
        .map(|row| page.texts(&format!("section:not(:has(~ *)), .scroll:first-of-type tbody tr:nth-child({row}) > *")))
        .collect();
    let mut last = f64::NEG_INFINITY;
    for row in &rows {
        let juror: u32 = row[0].trim_start_matches("juror-").parse().unwrap();
        let severity = fit.severity(juror).unwrap();
        assert!((number(&row[1]) - severity).abs() < 0.0051, "{row:?}");
        assert!(severity >= last, "the strictest first");
        last = severity;
        let (low, high) = interval(&row[2]);
        let half = 1.6449 * errors[juror as usize].unwrap();
        assert!((low - severity + half).abs() < 0.0051 && (high - severity - half).abs() < 0.0051, "{row:?}");
        let totals: Vec<f64> = cards
            .iter()
            .filter(|card| card.juror == juror)
            .map(|card| {
                card.marks.iter().zip(WEIGHTS).map(|(m, w)| m.unwrap() as f64 * f64::from(w)).sum::<f64>() / 1e6
            })
            .collect();
        let mean = totals.iter().sum::<f64>() / totals.len() as f64;
        let spread = (totals.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (totals.len() - 1) as f64).sqrt();
        assert!((number(&row[3]) - mean).abs() < 0.0051, "{row:?}");
        assert_eq!(row[4], totals.len().to_string());
        assert!((number(&row[5]) - spread).abs() < 0.0051, "{row:?}");
        if juror == 3 {
            assert!(row[7].starts_with("100"), "{row:?}");
        }
        assert!(row[8].contains("9,0") && row[8].contains("min"), "{row:?}");
    }
    assert_eq!(rows[0][0], "juror-1", "the strict one");
    assert_eq!(page.texts("svg.dots circle").len(), 5);
    let file = lab.page("/jury.csv").await.expect(200).body();
    let mut reader = csv::Reader::from_reader(file.trim_start_matches('\u{FEFF}').as_bytes());
    let first = reader.records().next().unwrap().unwrap();
    assert_eq!(
        (&first[0], &first[2], &first[9]),
        ("juror-1", format!("{:.6}", fit.severity(1).unwrap()).as_str(), "540.000000")
    );
}

#[actix_web::test]
async fn the_variance_of_each_criterion_is_told_apart() {
    let lab = Lab::closed(6, 5, usual(), RankingMethod::Calibrated).await;
    let page = lab.page("/jury").await.expect(200);
    for (criterion, name) in [(0, "Innovation"), (1, "Créativité"), (2, "Entrepreneuriat")] {
        let table = Table::of_criterion(6, 5, criterion, &lab.cards()).unwrap();
        let model = Fit::new(&table, 1).unwrap().components();
        let variances = [model.sd_entry, model.sd_juror, model.sd_resid].map(|sd| sd * sd);
        let total: f64 = variances.iter().sum();
        let row = page.texts(&format!("section tbody tr:nth-child({}) > *", criterion + 1));
        assert_eq!(row[0], name);
        for (cell, variance) in row[2..].iter().zip(variances) {
            assert_eq!(
                number(cell.trim_end_matches(['%', ' ', '\u{A0}', '\u{202F}'])),
                (100.0 * variance / total).round()
            );
        }
    }
}
