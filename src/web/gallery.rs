//! A gallery of every component in French and Arabic, written by a test to
//! `target/gallery/`, to be looked at: serve that folder and open `fr.html`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use askama::Template;

use super::{assets, zellige};

/// The sample words of one language.
struct Words {
    lang: &'static str,
    dir: &'static str,
    texts: BTreeMap<String, String>,
}

impl Words {
    fn french() -> Self {
        Self::read("fr", "ltr", include_str!("../../tests/fixtures/gallery/fr.json"))
    }

    fn arabic() -> Self {
        Self::read("ar", "rtl", include_str!("../../tests/fixtures/gallery/ar.json"))
    }

    fn read(lang: &'static str, dir: &'static str, json: &str) -> Self {
        Self { lang, dir, texts: serde_json::from_str(json).unwrap() }
    }

    fn t(&self, key: &str) -> String {
        self.texts.get(key).unwrap_or_else(|| panic!("no sample text {key}")).clone()
    }

    /// Pairs of a value and its sample text, for lists of choices.
    fn pairs(&self, keys: &str) -> Vec<(String, String)> {
        keys.split(' ').map(|key| (key.to_owned(), self.t(key))).collect()
    }

    fn links(&self, keys: &str) -> Vec<(String, String, bool)> {
        let pairs = self.pairs(keys).into_iter();
        pairs.enumerate().map(|(n, (_, text))| (format!("#t{n}"), text, n == 0)).collect()
    }

    fn anchors(&self) -> Vec<(u8, String)> {
        (1..=5).map(|step| (step, self.t(&format!("a{step}")))).collect()
    }

    fn side(&self) -> Vec<(String, String, bool, String)> {
        let links = self.links("attention my-entries assignment scored winners").into_iter();
        let waiting = |n| if n == 2 { "12".to_owned() } else { String::new() };
        links.enumerate().map(|(n, (href, text, here))| (href, text, here, waiting(n))).collect()
    }
}

#[derive(Template)]
#[template(path = "../src/web/gallery/components.html")]
struct Components {
    w: Words,
}

#[derive(Template)]
#[template(path = "../src/web/gallery/jury.html")]
struct Jury {
    w: Words,
}

#[derive(Template)]
#[template(path = "../src/web/gallery/public.html")]
struct Public {
    w: Words,
}

#[derive(Template)]
#[template(path = "../src/web/gallery/winner.html")]
struct Winner {
    w: Words,
}

#[derive(Template)]
#[template(path = "../src/web/gallery/error.html")]
struct Missing {
    w: Words,
}

#[derive(Template)]
#[template(path = "../src/web/gallery/desk.html")]
struct Desk {
    w: Words,
}

fn write(name: &str, html: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
    assets::write_all(&folder);
    fs::write(folder.join(name), html).unwrap();
}

/// What holds for any page of ours: ids are unique, every label, description
/// and drawing refers to something that is there, nothing is styled inline.
fn check(html: &str) {
    let page = scraper::Html::parse_document(html);
    let all = |css: &str| scraper::Selector::parse(css).unwrap();
    let mut ids = std::collections::BTreeSet::new();
    for element in page.select(&all("[id]")) {
        let id = element.value().attr("id").unwrap();
        assert!(ids.insert(id.to_owned()), "id {id} is there twice");
    }
    let present = |id: &str| assert!(ids.contains(id), "nothing has the id {id}");
    for label in page.select(&all("label[for]")) {
        present(label.value().attr("for").unwrap());
    }
    for name in ["aria-describedby", "aria-labelledby"] {
        for element in page.select(&all(&format!("[{name}]"))) {
            element.value().attr(name).unwrap().split(' ').for_each(present);
        }
    }
    for element in page.select(&all("a[href^='#']:not([href^='#t'])")) {
        present(&element.value().attr("href").unwrap()[1..]);
    }
    for drawing in page.select(&all("use[href^='#']")) {
        present(&drawing.value().attr("href").unwrap()[1..]);
    }
    assert_eq!(page.select(&all("[style], script:not([src]), [onclick]")).count(), 0);
    assert!(!html.contains("/a/missing"));
}

fn show(name: &str, page: &impl Template) {
    let html = page.render().unwrap();
    write(name, &html);
    check(&html);
}

#[test]
fn components_refer_to_what_is_there_and_carry_no_inline_code() {
    for w in [Words::french(), Words::arabic()] {
        show(&format!("{}.html", w.lang), &Components { w });
    }
}

#[test]
fn the_scorecard_holds_together() {
    for w in [Words::french(), Words::arabic()] {
        show(&format!("jury-{}.html", w.lang), &Jury { w });
    }
}

#[test]
fn public_pages_hold_together() {
    for w in [Words::french(), Words::arabic()] {
        show(&format!("public-{}.html", w.lang), &Public { w });
    }
    for w in [Words::french(), Words::arabic()] {
        show(&format!("winner-{}.html", w.lang), &Winner { w });
    }
    for w in [Words::french(), Words::arabic()] {
        show(&format!("error-{}.html", w.lang), &Missing { w });
    }
}

#[test]
fn organiser_pages_hold_together() {
    for w in [Words::french(), Words::arabic()] {
        show(&format!("desk-{}.html", w.lang), &Desk { w });
    }
}
