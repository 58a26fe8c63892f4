//! Which column of a table says what.

use std::collections::BTreeMap;

use crate::domain::form::{EntryForm, FieldKind};
use crate::domain::text::searchable;

/// What a column may say: a part of an entry's identity, or the answer to a question by its key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The name of the project.
    Title,
    /// The name of the startup.
    Organisation,
    /// The applicant's address.
    Email,
    /// The applicant's name.
    Applicant,
    /// The category, by code or name.
    Category,
    /// A text that describes the project, put where the form has room for it.
    Description,
    /// The answer to a question.
    Answer(String),
}

impl Target {
    /// Its stable word in forms and on the command line.
    pub fn word(&self) -> &str {
        match self {
            Self::Title => "title",
            Self::Organisation => "organisation",
            Self::Email => "email",
            Self::Applicant => "applicant",
            Self::Category => "category",
            Self::Description => "description",
            Self::Answer(key) => key,
        }
    }

    /// Everything that a column may say for this questionnaire. A file or a declaration is nobody
    /// else's to give.
    pub fn all(form: &EntryForm) -> Vec<Self> {
        let is_answer =
            |kind| !matches!(kind, FieldKind::File | FieldKind::Image | FieldKind::Declaration | FieldKind::Team);
        let mut all =
            vec![Self::Title, Self::Organisation, Self::Email, Self::Applicant, Self::Category, Self::Description];
        all.extend(form.fields.iter().filter(|f| is_answer(f.kind)).map(|f| Self::Answer(f.key.clone())));
        all
    }
}

/// The column of each target, by its place.
pub type Columns = BTreeMap<Target, usize>;

/// Words that name a target in the tables people keep, in French, English, Arabic, Portuguese and
/// Spanish; the longer ones count first.
const NAMES: &[(&str, &[&str])] = &[
    (
        "title",
        &[
            "titre",
            "title",
            "nom du projet",
            "projet",
            "project",
            "project name",
            "اسم المشروع",
            "المشروع",
            "startup name",
            "startup",
            "nom",
        ],
    ),
    (
        "organisation",
        &[
            "organisation",
            "organization",
            "structure",
            "societe",
            "entreprise",
            "company",
            "raison sociale",
            "المقاوله",
            "الشركه",
            "empresa",
            "organizacao",
        ],
    ),
    (
        "email",
        &[
            "email",
            "e-mail",
            "mail",
            "courriel",
            "adresse e-mail",
            "adresse mail",
            "email address",
            "البريد الالكتروني",
            "البريد",
        ],
    ),
    (
        "applicant",
        &[
            "candidat",
            "applicant",
            "contact",
            "nom du contact",
            "contact name",
            "porteur",
            "porteur du projet",
            "founder",
            "fondateur",
            "الاسم الكامل",
        ],
    ),
    (
        "category",
        &[
            "categorie",
            "category",
            "secteur",
            "sector",
            "domaine",
            "core business",
            "الفئه",
            "القطاع",
            "categoria",
            "setor",
        ],
    ),
    (
        "description",
        &[
            "description",
            "descriptif",
            "descricao",
            "descripcion",
            "presentation",
            "about",
            "resume",
            "summary",
            "الوصف",
            "نبذه",
        ],
    ),
    ("pitch", &["pitch", "accroche", "tagline", "en une phrase", "one-liner"]),
    (
        "city",
        &[
            "ville",
            "city",
            "ville du siege",
            "siege",
            "localisation",
            "location",
            "localizacao",
            "headquarters",
            "المدينه",
            "cidade",
            "ciudad",
            "ilha",
            "region",
        ],
    ),
    ("website", &["site web", "website", "site", "url", "web", "site internet", "الموقع", "الموقع الالكتروني"]),
    (
        "founded_year",
        &[
            "annee de creation",
            "annee",
            "founded",
            "founded year",
            "year founded",
            "creation",
            "date de creation",
            "سنه التاسيس",
        ],
    ),
    ("team_size", &["effectif", "equipe", "taille de l'equipe", "team size", "employees", "employes", "عدد الاشخاص"]),
    ("problem", &["probleme", "problem", "المشكله"]),
    ("solution", &["solution", "الحل"]),
    ("traction", &["traction", "resultats", "results", "النتائج"]),
];

/// Guesses what each column says from its name: by what we call it, by the question itself, by
/// what people call it. Each column is used once.
pub fn guess(headers: &[String], form: &EntryForm) -> Columns {
    let plain: Vec<String> = headers.iter().map(|h| plain(h)).collect();
    let mut columns = Columns::new();
    let targets = Target::all(form);
    let is_free = |columns: &Columns, at: usize| columns.values().all(|used| *used != at);
    // The whole name first, a part of it only for what is still missing.
    for whole in [true, false] {
        for target in &targets {
            if columns.contains_key(target) {
                continue;
            }
            let fits = |header: &str| names_of(target, form).iter().any(|name| matches(header, name, whole));
            let found = plain.iter().enumerate().find(|(at, header)| is_free(&columns, *at) && fits(header));
            if let Some((at, _)) = found {
                columns.insert(target.clone(), at);
            }
        }
    }
    columns
}

fn names_of(target: &Target, form: &EntryForm) -> Vec<String> {
    let mut names = vec![plain(target.word())];
    if let Target::Answer(key) = target
        && let Some(field) = form.field(key)
    {
        names.extend([&field.label.fr, &field.label.ar, &field.label.en].map(|label| plain(label)));
    }
    let known = NAMES.iter().find(|(word, _)| *word == target.word());
    names.extend(known.into_iter().flat_map(|(_, words)| words.iter().map(|w| plain(w))));
    names.retain(|name| !name.is_empty());
    names
}

fn matches(header: &str, name: &str, whole: bool) -> bool {
    if whole {
        return header == name;
    }
    // Part of a longer name, at the boundary of words: "localizacao hq (ilha)".
    let words: Vec<&str> = header.split(' ').collect();
    let wanted: Vec<&str> = name.split(' ').collect();
    name.len() > 3 && words.windows(wanted.len()).any(|window| window == wanted)
}

/// A name as it is compared: without accents, signs or doubled blanks.
fn plain(text: &str) -> String {
    let kept: String =
        searchable(text).chars().map(|c| if c.is_alphanumeric() || c == '-' || c == '\'' { c } else { ' ' }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The columns after what a person said: `(target word, column name)`; an empty name means none.
/// What names no target or no column comes back.
pub fn with_choices(
    mut columns: Columns,
    headers: &[String],
    form: &EntryForm,
    choices: &[(String, String)],
) -> Result<Columns, (String, String)> {
    for (word, name) in choices {
        let target = Target::all(form).into_iter().find(|t| t.word() == word);
        let Some(target) = target else { return Err((word.clone(), name.clone())) };
        if name.is_empty() {
            columns.remove(&target);
            continue;
        }
        let at = headers.iter().position(|h| h == name);
        let at = at.or_else(|| headers.iter().position(|h| plain(h) == plain(name)));
        let Some(at) = at else { return Err((word.clone(), name.clone())) };
        columns.insert(target, at);
    }
    Ok(columns)
}
