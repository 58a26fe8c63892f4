//! When two names, addresses or texts look like a tie. Pure: words in, yes or no out.

use crate::domain::text::searchable;

/// Where anybody may have a mailbox: sharing one of these says nothing.
const PUBLIC_MAIL: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "yahoo.com",
    "yahoo.fr",
    "ymail.com",
    "hotmail.com",
    "hotmail.fr",
    "outlook.com",
    "outlook.fr",
    "live.com",
    "live.fr",
    "msn.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "aol.com",
    "gmx.com",
    "gmx.net",
    "gmx.de",
    "web.de",
    "mail.com",
    "mail.ru",
    "yandex.com",
    "yandex.ru",
    "proton.me",
    "protonmail.com",
    "pm.me",
    "tutanota.com",
    "zoho.com",
    "laposte.net",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "sfr.fr",
    "menara.ma",
    "iam.ma",
    "fastmail.com",
    "hey.com",
    "qq.com",
    "163.com",
];

/// Second levels under which names are given out: `co.ma` is nobody's domain.
const SHARED_LEVELS: &[&str] = &["ac", "co", "com", "edu", "gouv", "gov", "net", "org", "press", "asso"];

/// Words that say what kind of company it is, not which.
const LEGAL_FORMS: &[&str] = &[
    "sarl",
    "sarlau",
    "sa",
    "sas",
    "sasu",
    "sca",
    "scop",
    "snc",
    "eurl",
    "gie",
    "ltd",
    "llc",
    "llp",
    "inc",
    "corp",
    "gmbh",
    "ag",
    "bv",
    "srl",
    "spa",
    "plc",
    "pty",
    "limited",
    "company",
    "societe",
    "ste",
    "lda",
    "groupe",
    "group",
    "holding",
    "شركه",
    "مجموعه",
    "ذ",
    "م",
    "ش",
];

/// Words in lower case without accents and punctuation, one space between them.
fn folded(text: &str) -> String {
    let spaced: String = searchable(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name without accents, punctuation and legal form; empty when nothing telling is left.
pub fn core_name(name: &str) -> String {
    // Points go first: S.A.R.L. is one word.
    let folded = folded(&name.replace('.', ""));
    let telling = folded.split(' ').filter(|word| !LEGAL_FORMS.contains(word));
    telling.collect::<Vec<_>>().join(" ")
}

/// Whether two names are the same but for accents, punctuation and legal form.
pub fn is_same_name(a: &str, b: &str) -> bool {
    let a = core_name(a);
    !a.is_empty() && a == core_name(b)
}

/// The domain of an e-mail address, unless anybody may have one there.
pub fn own_domain(email: &str) -> Option<String> {
    let domain = email.rsplit_once('@')?.1.to_lowercase();
    (!PUBLIC_MAIL.contains(&domain.as_str()) && domain.contains('.')).then_some(domain)
}

/// The domain of a web address.
pub fn site_domain(website: &str) -> Option<String> {
    let rest = website.split_once("://").map_or(website, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?.trim().to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
    (host.contains('.') && !PUBLIC_MAIL.contains(&host.as_str())).then_some(host)
}

/// Whether two domains are the same, or one lies under the other.
pub fn is_same_domain(a: &str, b: &str) -> bool {
    let under = |long: &str, short: &str| long.strip_suffix(short).is_some_and(|rest| rest.ends_with('.'));
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    long == short || (is_somebodys(short) && under(long, short))
}

/// Whether a domain belongs to one owner: `example.ma` does, `co.ma` and `ma` don't.
fn is_somebodys(domain: &str) -> bool {
    match domain.split('.').collect::<Vec<_>>().as_slice() {
        [_] | [] => false,
        [first, _] => !SHARED_LEVELS.contains(first),
        _ => true,
    }
}

/// Whether a text names a person: their names side by side, in either order.
pub fn names_person(text: &str, person: &str) -> bool {
    let person = folded(person);
    let words: Vec<&str> = person.split(' ').collect();
    // One name alone is too common to say anything.
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    if words.len() < 2 {
        return false;
    }
    let (as_written, turned) = (words.join(" "), format!("{last} {first}"));
    has_phrase(text, &as_written) || has_phrase(text, &format!("{first} {last}")) || has_phrase(text, &turned)
}

/// Whether a text names an organisation: all its telling words in a row, two of them or a long one.
pub fn names_organisation(text: &str, organisation: &str) -> bool {
    let name = core_name(organisation);
    let is_telling = name.contains(' ') || name.chars().count() >= 6;
    is_telling && has_phrase(text, &name)
}

/// Whether folded words stand in a text as they are, whole.
fn has_phrase(text: &str, phrase: &str) -> bool {
    format!(" {} ", folded(text)).contains(&format!(" {phrase} "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_but_for_accents_and_legal_form() {
        assert!(is_same_name("Société Maâsra SARL", "MAASRA"));
        assert!(is_same_name("Saqya, Ltd.", "saqya"));
        assert!(!is_same_name("Saqya", "Saqia"));
        assert!(!is_same_name("SARL", "SA"), "nothing telling is left");
        assert!(!is_same_name("", ""));
    }

    #[test]
    fn domains_are_compared_without_public_mailboxes() {
        assert_eq!(own_domain("hind@gmail.com"), None);
        assert_eq!(own_domain("hind@Saqya.MA").as_deref(), Some("saqya.ma"));
        assert_eq!(site_domain("https://www.saqya.ma/fr?x=1").as_deref(), Some("saqya.ma"));
        assert_eq!(site_domain("saqya.ma").as_deref(), Some("saqya.ma"));
        assert!(is_same_domain("mail.saqya.ma", "saqya.ma"));
        assert!(!is_same_domain("othersaqya.ma", "saqya.ma"));
        assert!(!is_same_domain("saqya.co.ma", "co.ma"));
        assert!(!is_same_domain("saqya.co.ma", "tifaw.co.ma"));
    }

    #[test]
    fn a_person_is_named_by_two_names_side_by_side() {
        let text = "Fondée par Najat El Fassi et Omar Tazi (CTO).";
        assert!(names_person(text, "Najat El Fassi") && names_person(text, "Tazi Omar"));
        assert!(!names_person(text, "Najat Tazi"));
        assert!(!names_person(text, "Najat"));
        assert!(names_person("أسستها نجاة الفاسي سنة 2020", "نجاة الفاسي"));
    }

    #[test]
    fn an_organisation_is_named_by_all_its_words() {
        assert!(names_organisation("Incubés par Technopark Casablanca depuis 2025", "Technopark Casablanca SA"));
        assert!(!names_organisation("Une idée, un projet", "Idée"), "too short to say anything");
        assert!(!names_organisation("Technoparks Casablanca", "Technopark Casablanca"));
    }
}
