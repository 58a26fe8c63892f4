//! What the demo made, for people and for scripts.

use serde::Serialize;

/// An account of the demo.
#[derive(Debug, Clone, Serialize)]
pub struct DemoAccount {
    /// organiser, juror or applicant.
    pub role: &'static str,
    /// The person's name.
    pub name: String,
    /// The address to sign in with.
    pub email: String,
    /// The password to sign in with.
    pub password: &'static str,
    /// A link that signs in once.
    pub login_url: String,
}

/// An entry of the demo.
#[derive(Debug, Clone, Serialize)]
pub struct MadeEntry {
    /// Its id.
    pub id: String,
    /// Its reference.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// The address of its applicant.
    pub owner: String,
    /// Where it stands.
    pub status: String,
    /// Its page, for its applicant.
    pub url: String,
}

/// An assignment of the demo.
#[derive(Debug, Clone, Serialize)]
pub struct MadeAssignment {
    /// The reference of the entry.
    pub entry: String,
    /// The address of the juror.
    pub juror: String,
    /// Where it stands.
    pub status: String,
    /// Its page, for its juror.
    pub url: String,
}

/// Everything that the demo made.
#[derive(Debug, Clone, Serialize)]
pub struct World {
    /// Where it is served.
    pub base_url: String,
    /// The slug of the current edition.
    pub edition: String,
    /// Its accounts.
    pub accounts: Vec<DemoAccount>,
    /// Its entries.
    pub entries: Vec<MadeEntry>,
    /// Its assignments.
    pub assignments: Vec<MadeAssignment>,
}

impl World {
    /// A short table of sign-in links, one account per role.
    pub fn table(&self) -> Vec<String> {
        let mut lines =
            vec![format!("the award is on {}/fr/   (ar, en: the same page in Arabic and English)", self.base_url)];
        for role in ["organiser", "juror", "applicant"] {
            if let Some(account) = self.accounts.iter().find(|a| a.role == role) {
                lines.push(format!("{role:<10} {}", account.login_url));
                lines.push(format!("{:<10} or {} with the password: {}", "", account.email, account.password));
            }
        }
        lines.push(format!("{:<10} {}/fr/dev/mail", "mail", self.base_url));
        lines.push("each link signs in once; stop with Ctrl-C".to_owned());
        lines
    }
}
