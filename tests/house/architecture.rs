//! Nothing calls back: the layers import downwards only.

use std::path::Path;

fn modules(folder: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let code = text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
                found.push((path.display().to_string(), code));
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder), &mut found);
    found
}

fn forbid(folder: &str, words: &[&str]) {
    for (path, code) in modules(folder) {
        for word in words {
            assert!(!code.contains(word), "{path} names {word}");
        }
    }
}

#[test]
fn the_domain_is_pure() {
    forbid(
        "domain",
        &[
            "diesel",
            "actix",
            "askama",
            "lettre",
            "tokio",
            "crate::store",
            "crate::app",
            "crate::web",
            "crate::config",
            "crate::i18n",
            "Utc::now",
            "std::fs",
        ],
    );
}

#[test]
fn judging_is_pure() {
    forbid(
        "judging",
        &[
            "diesel",
            "actix",
            "askama",
            "lettre",
            "tokio",
            "crate::store",
            "crate::app",
            "crate::web",
            "crate::config",
            "Utc::now",
        ],
    );
}

#[test]
fn only_the_store_names_diesel() {
    for folder in ["app", "web", "cli", "mail", "files", "i18n", "security", "judging", "domain"] {
        forbid(folder, &["diesel::", "use diesel"]);
    }
}

#[test]
fn only_the_web_names_actix_and_askama() {
    for folder in ["app", "store", "files", "i18n", "security"] {
        forbid(folder, &["actix", "askama"]);
    }
}

#[test]
fn nothing_calls_back() {
    forbid("store", &["crate::app", "crate::web", "crate::cli", "crate::mail", "crate::files"]);
    forbid("app", &["crate::web", "crate::cli", "crate::mail"]);
    forbid("web", &["crate::cli"]);
    for folder in ["mail", "files", "i18n", "security"] {
        forbid(folder, &["crate::web", "crate::cli"]);
    }
}

#[test]
fn engines_are_told_apart_in_few_places() {
    for (path, code) in modules("store") {
        let may = ["conn.rs", "dialect.rs", "migrations.rs", "types.rs", "backup.rs"].iter().any(|f| path.ends_with(f));
        assert!(may || !code.contains("Conn::Pg"), "{path} tells the engines apart");
    }
}

#[test]
fn the_clock_is_asked_in_one_place() {
    for folder in ["app", "store", "web", "mail", "judging", "domain"] {
        for (path, code) in modules(folder) {
            let may = path.ends_with("error.rs");
            assert!(may || !code.contains("Utc::now()"), "{path} asks the clock itself");
        }
    }
}

#[test]
fn no_module_is_a_junk_drawer() {
    for (path, _) in modules("") {
        for word in ["utils", "common", "helpers"] {
            assert!(!path.ends_with(&format!("/{word}.rs")) && !path.contains(&format!("/{word}/")), "{path}");
        }
    }
}

#[test]
fn the_style_sheets_name_no_physical_side() {
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/css")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        for word in [
            "margin-left",
            "margin-right",
            "padding-left",
            "padding-right",
            "border-left",
            "border-right",
            "text-align:left",
            "text-align:right",
            "text-align: left",
            "text-align: right",
        ] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}
