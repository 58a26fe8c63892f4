//! Every text exists in three languages, is used, and takes the same arguments everywhere.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use digital_awards::domain::language::Language;
use digital_awards::i18n;

fn files_below(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    fn walk(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, endings, found);
            } else if endings.iter().any(|e| path.extension().is_some_and(|x| x == *e)) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), endings, &mut found);
    found
}

fn sources() -> String {
    let mut all = String::new();
    for path in files_below("src", &["rs"]).into_iter().chain(files_below("templates", &["html", "txt"])) {
        // Comments may show keys that do not exist.
        for line in std::fs::read_to_string(path).unwrap().lines().filter(|l| !l.trim_start().starts_with("//")) {
            all.push_str(line);
            all.push('\n');
        }
    }
    all
}

#[test]
fn the_three_languages_have_the_same_keys() {
    let french = i18n::all_keys(Language::French);
    for language in [Language::Arabic, Language::English] {
        let other = i18n::all_keys(language);
        let missing: Vec<_> = french.difference(other).collect();
        let extra: Vec<_> = other.difference(french).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{language}: missing {missing:?}, extra {extra:?}");
    }
}

#[test]
fn every_key_that_is_asked_for_exists() {
    let all = sources();
    let mut missing = BTreeSet::new();
    for opening in [".t(\"", ".m(\""] {
        for rest in all.split(opening).skip(1) {
            let key = rest.split('"').next().unwrap_or_default();
            if !key.is_empty() && !key.contains('{') && !i18n::has_key(Language::French, key) {
                missing.insert(key.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "asked for but not written: {missing:?}");
}

#[test]
fn every_key_is_used() {
    let all = sources();
    let words: BTreeSet<&str> = all.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).collect();
    let unused: Vec<_> = i18n::all_keys(Language::French).iter().filter(|key| !words.contains(key.as_str())).collect();
    assert!(unused.is_empty(), "written but never asked for: {unused:?}");
}

#[test]
fn a_text_takes_the_same_arguments_in_every_language() {
    let arguments = |language: Language| {
        let mut by_key = std::collections::BTreeMap::new();
        for path in files_below(&format!("locales/{language}"), &["ftl"]) {
            let text = std::fs::read_to_string(path).unwrap();
            let mut key = String::new();
            for line in text.lines() {
                if line.starts_with(|c: char| c.is_ascii_lowercase())
                    && let Some((name, _)) = line.split_once('=')
                {
                    key = name.trim().to_owned();
                    by_key.insert(key.clone(), BTreeSet::new());
                }
                for rest in line.split('$').skip(1) {
                    let name: String =
                        rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect();
                    by_key.entry(key.clone()).or_default().insert(name);
                }
            }
        }
        by_key
    };
    let french = arguments(Language::French);
    for language in [Language::Arabic, Language::English] {
        for (key, names) in arguments(language) {
            assert_eq!(french.get(&key), Some(&names), "{language}: {key}");
        }
    }
}

#[test]
fn arabic_counts_have_all_six_plural_forms() {
    for path in files_below("locales/ar", &["ftl"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        for (at, select) in text.split("->").skip(1).enumerate() {
            let forms = select.split("\n}").next().unwrap_or_default();
            if ["[one]", "[two]", "[few]", "[many]"].iter().any(|f| forms.contains(f)) {
                for form in ["[zero]", "[one]", "[two]", "[few]", "[many]", "*[other]"] {
                    assert!(forms.contains(form), "{}: selection {} lacks {form}", path.display(), at + 1);
                }
            }
        }
    }
}

#[test]
fn no_template_holds_words_of_its_own() {
    for path in files_below("templates", &["html"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        let bare = strip(&text);
        let words: Vec<&str> =
            bare.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 2).collect();
        assert!(words.is_empty(), "{} holds words outside the language files: {words:?}", path.display());
    }
}

/// A template without its expressions, comments and tags.
fn strip(text: &str) -> String {
    let mut rest = text.to_owned();
    for (open, close) in [("{#", "#}"), ("{{", "}}"), ("{%", "%}"), ("<!--", "-->"), ("<", ">")] {
        let mut kept = String::new();
        let mut pieces = rest.split(open);
        kept.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            kept.push(' ');
            kept.push_str(piece.split_once(close).map_or("", |(_, after)| after));
        }
        rest = kept;
    }
    // A macro may write attributes outside any tag.
    let mut words = String::new();
    let mut pieces = rest.split("=\"");
    words.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let name = words.trim_end().rfind(char::is_whitespace).map_or(0, |at| at + 1);
        words.truncate(name);
        words.push_str(piece.split_once('"').map_or("", |(_, after)| after));
    }
    words.replace("&nbsp;", " ").replace("&times;", " ")
}

#[test]
fn no_key_is_written_twice() {
    for language in Language::ALL {
        let mut seen = BTreeSet::new();
        for path in files_below(&format!("locales/{language}"), &["ftl"]) {
            let text = std::fs::read_to_string(&path).unwrap();
            for line in text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase())) {
                if let Some((key, _)) = line.split_once('=') {
                    assert!(seen.insert(key.trim().to_owned()), "{}: {} is written twice", path.display(), key.trim());
                }
            }
        }
    }
}
