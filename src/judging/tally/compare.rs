//! Which lines of a file are not the ones that were sealed.

use std::collections::HashMap;

use super::verify::Problem;

/// Compares the digests of the lines found with those sealed, and names what was altered, added,
/// removed or moved. Line numbers count from 1.
pub(super) fn differences(found: &[String], sealed: &[String]) -> Vec<Problem> {
    let mut surplus: HashMap<&str, i64> = HashMap::new();
    for digest in found {
        *surplus.entry(digest).or_default() += 1;
    }
    for digest in sealed {
        *surplus.entry(digest).or_default() -= 1;
    }
    let mut problems = Vec::new();
    let (mut at, mut should) = (0, 0);
    while at < found.len() || should < sealed.len() {
        let (here, there) = (found.get(at), sealed.get(should));
        if here == there {
            at += 1;
            should += 1;
            continue;
        }
        let extra = here.is_some_and(|digest| surplus[digest.as_str()] > 0);
        let missing = there.is_some_and(|digest| surplus[digest.as_str()] < 0);
        if let (Some(digest), true) = (here, extra) {
            surplus.entry(digest).and_modify(|count| *count -= 1);
        }
        if let (Some(digest), true) = (there, missing) {
            surplus.entry(digest).and_modify(|count| *count += 1);
        }
        let line = at + 1;
        problems.push(match (extra, missing) {
            (true, true) => Problem::Altered { line },
            (true, false) => Problem::Added { line },
            (false, true) => Problem::Removed { line: should + 1 },
            (false, false) => Problem::Moved { line },
        });
        let moved = !extra && !missing;
        if (extra || moved) && here.is_some() {
            at += 1;
        }
        if (missing || moved) && there.is_some() {
            should += 1;
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(found: &str, sealed: &str) -> Vec<Problem> {
        let split = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
        differences(&split(found), &split(sealed))
    }

    #[test]
    fn each_kind_of_change_is_named_where_it_happened() {
        assert_eq!(compare("abc", "abc"), []);
        assert_eq!(compare("axc", "abc"), [Problem::Altered { line: 2 }]);
        assert_eq!(compare("abxc", "abc"), [Problem::Added { line: 3 }]);
        assert_eq!(compare("abbc", "abc"), [Problem::Added { line: 3 }]);
        assert_eq!(compare("ac", "abc"), [Problem::Removed { line: 2 }]);
        assert_eq!(compare("ab", "abc"), [Problem::Removed { line: 3 }]);
        assert_eq!(compare("acb", "abc"), [Problem::Moved { line: 2 }, Problem::Moved { line: 3 }]);
        assert_eq!(compare("xbd", "abcd"), [Problem::Altered { line: 1 }, Problem::Removed { line: 3 }]);
        assert_eq!(compare("", "a"), [Problem::Removed { line: 1 }]);
    }
}
