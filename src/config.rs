//! Settings: defaults in the binary, then `config/default.toml`, then `config/<environment>.toml`,
//! then `DIGITAL_AWARDS__SECTION__KEY`, then `DATABASE_URL`. An unknown key or a bad value is an
//! error that names the key and, in a file, the line. Secrets come from the environment or from a
//! file named in the environment (`…_FILE`), never from a settings file.

use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};

/// A value that must not be printed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.is_empty() { "(not set)" } else { "********" })
    }
}

/// What the instance is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Environment {
    /// A developer's machine: mails go to a folder, pages say more.
    Development,
    /// The disposable demo: as development, with made-up data.
    Demo,
    /// The real thing.
    Production,
}

/// All settings.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// What the instance is for.
    pub environment: Environment,
    /// The web server.
    pub server: ServerSettings,
    /// The database.
    pub database: DatabaseSettings,
    /// Mail.
    pub mail: MailSettings,
    /// Uploaded files.
    pub files: FileSettings,
    /// Passwords and sessions.
    pub security: SecuritySettings,
    /// The seal of tallies.
    pub tally: TallySettings,
    /// How long things are kept.
    pub retention: RetentionSettings,
    /// The log.
    pub log: LogSettings,
    /// Numbers for a monitoring system.
    pub metrics: MetricsSettings,
    /// Traces for a collector.
    pub telemetry: TelemetrySettings,
}

/// The web server.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ServerSettings {
    /// Address and port to listen on; port 0 takes a free one.
    pub listen: String,
    /// The address people type; every link in a mail begins with it.
    pub public_url: String,
    /// Threads that answer requests; 0 means one per core.
    pub workers: usize,
    /// Proxies, as CIDR blocks, whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<ipnet::IpNet>,
    /// Seconds for requests in flight to end after SIGTERM.
    pub drain_seconds: u64,
    /// Seconds in which a form must have arrived.
    pub form_seconds: u64,
    /// Seconds after SIGTERM in which it still answers, and `/readyz` says that it will not for long: so long a
    /// proxy needs to notice.
    pub leave_seconds: u64,
    /// Seconds after which a page that listens for changes asks anew: at most what a proxy waits.
    pub events_seconds: u64,
}

/// Numbers for a monitoring system.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MetricsSettings {
    /// What whoever asks for `/metrics` must prove to know; empty: nobody may ask. Only from the environment.
    pub token: Secret,
}

/// Traces for a collector.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TelemetrySettings {
    /// Where the collector takes traces in the format OTLP over HTTP, as `http://localhost:4318/v1/traces`; empty:
    /// none are sent.
    pub otlp_endpoint: String,
}

/// The database.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DatabaseSettings {
    /// `sqlite://path` or `postgres://…`. Only from the environment when it holds a password.
    pub url: Secret,
    /// A copy of a PostgreSQL database that follows it, for public pages; empty for none. Only from the
    /// environment when it holds a password.
    pub replica_url: Secret,
    /// Most connections; to SQLite no more than twice as many as there are processors, or 8.
    pub pool_size: u32,
    /// Seconds to wait for a free connection before answering "busy".
    pub pool_timeout_seconds: u64,
    /// Seconds after which PostgreSQL gives a statement up.
    pub statement_timeout_seconds: u64,
}

/// How mail leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailTransport {
    /// A mail server.
    Smtp,
    /// Files in a folder: development and demo only.
    Folder,
}

/// How the connection to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SmtpTls {
    /// TLS from the first byte (port 465).
    Implicit,
    /// STARTTLS, required (port 587).
    Starttls,
    /// None: only for a server on this machine.
    None,
}

/// Mail.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailSettings {
    /// How mail leaves.
    pub transport: MailTransport,
    /// Sender, as `Name <address>`.
    pub from: String,
    /// The folder of the folder transport.
    pub folder: PathBuf,
    /// Name of the mail server.
    pub smtp_host: String,
    /// Port of the mail server.
    pub smtp_port: u16,
    /// How the connection is protected.
    pub smtp_tls: SmtpTls,
    /// A file of certificates (PEM) that the mail server's is believed with too, beside the public ones; empty for
    /// none.
    pub smtp_authority: PathBuf,
    /// Account at the mail server; empty for none.
    pub smtp_username: String,
    /// Password at the mail server. Only from the environment.
    pub smtp_password: Secret,
    /// Seconds until a mail that the server did not take is tried again; twice as long after each try.
    pub retry_seconds: u32,
    /// Seconds after which a mail that is being sent is taken for left behind by a process that died: longer
    /// than the mail server may take.
    pub hold_seconds: u32,
}

/// Where uploaded files lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FileStore {
    /// A folder on this machine.
    Folder,
    /// An S3-compatible store (needs a binary built with the feature `s3`).
    S3,
}

/// Uploaded files.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FileSettings {
    /// Where uploaded files lie.
    pub store: FileStore,
    /// The folder.
    pub folder: PathBuf,
    /// Address of the S3-compatible store.
    pub s3_endpoint: String,
    /// Its region.
    pub s3_region: String,
    /// Its bucket.
    pub s3_bucket: String,
    /// Its key id.
    pub s3_access_key: String,
    /// Its secret key. Only from the environment.
    pub s3_secret_key: Secret,
    /// The program that draws the first page of a document; empty for this very program.
    pub renderer: PathBuf,
}

/// When organisers must have a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SecondFactorRule {
    /// In production.
    Production,
    /// Everywhere.
    Always,
    /// Nowhere: who wants one has one.
    Never,
}

/// Passwords and sessions.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SecuritySettings {
    /// argon2id memory, in KiB.
    pub argon2_memory_kib: u32,
    /// argon2id passes.
    pub argon2_passes: u32,
    /// argon2id lanes.
    pub argon2_lanes: u32,
    /// Most passwords hashed at once.
    pub hashes_at_once: usize,
    /// Failed sign-ins per account in a quarter of an hour.
    pub sign_in_tries_per_account: i32,
    /// Failed sign-ins per address in a quarter of an hour.
    pub sign_in_tries_per_address: i32,
    /// When organisers must have a second factor.
    pub organisers_need_second_factor: SecondFactorRule,
}

/// The seal of tallies.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TallySettings {
    /// The file of the Ed25519 key that signs tallies; made on first use.
    pub key_path: PathBuf,
    /// The key itself, 64 hexadecimal digits, instead of the file: the same on every node. Only
    /// from the environment.
    pub key: Secret,
}

/// How long things are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RetentionSettings {
    /// Months after the announcement in which drafts that were never submitted are forgotten.
    pub drafts_months: u32,
    /// Months after which what a mail said is forgotten.
    pub mails_months: u32,
}

impl Default for RetentionSettings {
    fn default() -> Self {
        Self { drafts_months: 12, mails_months: 12 }
    }
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// The log.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LogSettings {
    /// How it is written.
    pub format: LogFormat,
    /// What it holds, as in `RUST_LOG`.
    pub filter: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            environment: Environment::Production,
            server: ServerSettings::default(),
            database: DatabaseSettings::default(),
            mail: MailSettings::default(),
            files: FileSettings::default(),
            security: SecuritySettings::default(),
            tally: TallySettings::default(),
            retention: RetentionSettings::default(),
            log: LogSettings::default(),
            metrics: MetricsSettings::default(),
            telemetry: TelemetrySettings::default(),
        }
    }
}
impl Default for ServerSettings {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8080".into(),
            public_url: "http://127.0.0.1:8080".into(),
            workers: 0,
            trusted_proxies: Vec::new(),
            drain_seconds: 30,
            form_seconds: 30,
            leave_seconds: 3,
            events_seconds: 25,
        }
    }
}
impl Default for DatabaseSettings {
    fn default() -> Self {
        Self {
            url: Secret("sqlite://data/awards.db".into()),
            replica_url: Secret::default(),
            pool_size: 16,
            pool_timeout_seconds: 5,
            statement_timeout_seconds: 15,
        }
    }
}
impl Default for MailSettings {
    fn default() -> Self {
        Self {
            transport: MailTransport::Smtp,
            from: "Digital Awards <no-reply@localhost>".into(),
            folder: "data/mail".into(),
            smtp_host: "localhost".into(),
            smtp_port: 25,
            smtp_tls: SmtpTls::None,
            smtp_authority: PathBuf::new(),
            smtp_username: String::new(),
            smtp_password: Secret::default(),
            retry_seconds: 60,
            hold_seconds: 120,
        }
    }
}
impl Default for FileSettings {
    fn default() -> Self {
        Self {
            store: FileStore::Folder,
            folder: "data/files".into(),
            s3_endpoint: String::new(),
            s3_region: "us-east-1".into(),
            s3_bucket: String::new(),
            s3_access_key: String::new(),
            s3_secret_key: Secret::default(),
            renderer: PathBuf::new(),
        }
    }
}
impl Default for SecuritySettings {
    fn default() -> Self {
        Self {
            argon2_memory_kib: 19_456,
            argon2_passes: 2,
            argon2_lanes: 1,
            hashes_at_once: 2,
            sign_in_tries_per_account: 10,
            sign_in_tries_per_address: 60,
            organisers_need_second_factor: SecondFactorRule::Production,
        }
    }
}
impl Default for TallySettings {
    fn default() -> Self {
        Self { key_path: "data/tally.key".into(), key: Secret::default() }
    }
}
impl Default for LogSettings {
    fn default() -> Self {
        Self { format: LogFormat::Json, filter: "info".into() }
    }
}

/// Why the settings were refused.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A settings file: the message names the key and the line.
    #[error("{file}: {message}")]
    File {
        /// The file.
        file: String,
        /// What is wrong, and where.
        message: String,
    },
    /// A variable of the environment.
    #[error("environment: {0}")]
    Environment(String),
    /// A secret in a settings file.
    #[error("{file}: {key} is a secret: set {variable} or {variable}_FILE in the environment instead")]
    SecretInFile {
        /// The file.
        file: String,
        /// The key.
        key: String,
        /// The variable to set.
        variable: String,
    },
    /// Values that don't fit together.
    #[error("{key}: {message}")]
    Unfit {
        /// The key.
        key: &'static str,
        /// What is wrong.
        message: String,
    },
}

/// Keys that only the environment may set, with their variables.
const SECRETS: [(&str, &str); 4] = [
    ("mail.smtp_password", "DIGITAL_AWARDS__MAIL__SMTP_PASSWORD"),
    ("files.s3_secret_key", "DIGITAL_AWARDS__FILES__S3_SECRET_KEY"),
    ("tally.key", "DIGITAL_AWARDS__TALLY__KEY"),
    ("metrics.token", "DIGITAL_AWARDS__METRICS__TOKEN"),
];

impl Settings {
    /// Reads the settings of a folder (usually `config`) and of the environment.
    pub fn load(folder: &Path) -> Result<Self, ConfigError> {
        let environment = std::env::var("DIGITAL_AWARDS__ENVIRONMENT").unwrap_or_else(|_| "development".into());
        let mut figment = Figment::from(Serialized::defaults(Self::default()));
        for file in [folder.join("default.toml"), folder.join(format!("{environment}.toml"))] {
            if file.exists() {
                check_file(&file)?;
                figment = figment.merge(Toml::file(&file));
            }
        }
        figment = figment.merge(("environment", environment));
        // `…_FILE` names a file whose content is the value, as container platforms give secrets.
        for (name, path) in std::env::vars() {
            if let Some(variable) = name.strip_suffix("_FILE")
                && let Some(key) = key_of(variable)
            {
                let value = std::fs::read_to_string(&path)
                    .map_err(|e| ConfigError::Environment(format!("{name}: could not read {path}: {e}")))?;
                figment = figment.merge((key, value.trim_end().to_owned()));
            }
        }
        let own = Env::prefixed("DIGITAL_AWARDS__")
            .filter(|k| !k.as_str().to_ascii_uppercase().ends_with("_FILE"))
            .split("__");
        figment = figment.merge(own);
        for (variable, key) in URLS {
            if let Ok(url) = std::env::var(variable) {
                figment = figment.merge((key, url));
            }
        }
        let settings: Self = figment.extract().map_err(|e| ConfigError::Environment(describe(&e)))?;
        settings.check()?;
        Ok(settings)
    }

    /// Refuses values that don't fit together, and production settings that would lose mail or links.
    pub fn check(&self) -> Result<(), ConfigError> {
        let unfit = |key, message: String| Err(ConfigError::Unfit { key, message });
        if crate::store::Engine::of(&self.database.url.0).is_err() {
            return unfit("database.url", "must begin with sqlite:// or postgres://".into());
        }
        let is_postgres =
            |url: &Secret| crate::store::Engine::of(&url.0).is_ok_and(|e| e == crate::store::Engine::Postgres);
        let replica = &self.database.replica_url;
        let fits = is_postgres(replica) && is_postgres(&self.database.url);
        if !replica.0.is_empty() && !fits {
            return unfit("database.replica_url", "a copy for public pages needs PostgreSQL on both sides".into());
        }
        if self.server.listen.parse::<std::net::SocketAddr>().is_err() {
            return unfit("server.listen", format!("{:?} is no address with a port", self.server.listen));
        }
        let url = &self.server.public_url;
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        if rest.is_none_or(|host| host.is_empty() || host.contains('/')) {
            return unfit("server.public_url", format!("{url:?} must be http(s)://host without a path"));
        }
        if self.mail.from.parse::<lettre::message::Mailbox>().is_err() {
            return unfit("mail.from", format!("{:?} is no sender such as `Name <address>`", self.mail.from));
        }
        if self.environment == Environment::Production {
            if self.mail.transport == MailTransport::Folder {
                return unfit("mail.transport", "production needs smtp: mails in a folder reach nobody".into());
            }
            if !url.starts_with("https://") && !is_loopback(url) {
                return unfit("server.public_url", "production needs https".into());
            }
        }
        #[cfg(not(feature = "otel"))]
        if !self.telemetry.otlp_endpoint.is_empty() {
            return unfit("telemetry.otlp_endpoint", "this binary was built without the feature otel".into());
        }
        #[cfg(not(feature = "postgres-tls"))]
        for (key, url) in [("database.url", &self.database.url), ("database.replica_url", replica)] {
            if ["require", "verify-ca", "verify-full"].iter().any(|mode| url.0.contains(&format!("sslmode={mode}"))) {
                return unfit(key, "this binary was built without the feature postgres-tls: it speaks no TLS".into());
            }
        }
        #[cfg(not(feature = "s3"))]
        if self.files.store == FileStore::S3 {
            return unfit("files.store", "this binary was built without the feature s3".into());
        }
        Ok(())
    }

    /// Whether cookies may do without `Secure`: only http on this very machine.
    pub fn has_plain_cookies(&self) -> bool {
        self.server.public_url.starts_with("http://") && is_loopback(&self.server.public_url)
    }

    /// Whether organisers must have a second factor.
    pub fn requires_second_factor(&self) -> bool {
        match self.security.organisers_need_second_factor {
            SecondFactorRule::Production => self.environment == Environment::Production,
            SecondFactorRule::Always => true,
            SecondFactorRule::Never => false,
        }
    }

    /// Whether mails can be read on a page of the site.
    pub fn shows_mail(&self) -> bool {
        self.environment != Environment::Production && self.mail.transport == MailTransport::Folder
    }

    /// All settings as TOML, secrets masked.
    pub fn masked(&self) -> String {
        let mut copy = self.clone();
        let Self { mail, files, tally, metrics, .. } = &mut copy;
        for secret in [&mut mail.smtp_password, &mut files.s3_secret_key, &mut tally.key, &mut metrics.token] {
            if !secret.0.is_empty() {
                *secret = Secret("********".into());
            }
        }
        for url in [&mut copy.database.url, &mut copy.database.replica_url] {
            *url = Secret(mask_password(&url.0));
        }
        toml::to_string_pretty(&copy).unwrap_or_default()
    }

    /// How the database is opened.
    pub fn db_options(&self) -> crate::store::DbOptions {
        crate::store::DbOptions {
            url: self.database.url.0.clone(),
            replica_url: self.database.replica_url.0.clone(),
            pool_size: self.database.pool_size,
            pool_timeout: std::time::Duration::from_secs(self.database.pool_timeout_seconds),
            statement_timeout: std::time::Duration::from_secs(self.database.statement_timeout_seconds),
        }
    }
}

/// Whether a public URL names this very machine.
fn is_loopback(url: &str) -> bool {
    let host = url.split("://").nth(1).unwrap_or_default();
    let host =
        host.rsplit_once(':').map_or(host, |(h, port)| if port.chars().all(|c| c.is_ascii_digit()) { h } else { host });
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

/// The URL with its password masked.
fn mask_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    let Some((account, host)) = rest.rsplit_once('@') else {
        return url.to_owned();
    };
    let Some((user, _)) = account.split_once(':') else {
        return url.to_owned();
    };
    format!("{scheme}://{user}:********@{host}")
}

/// Variables of their own, under the names that hosting platforms set.
const URLS: [(&str, &str); 2] = [("DATABASE_URL", "database.url"), ("DATABASE_REPLICA_URL", "database.replica_url")];

/// `DIGITAL_AWARDS__MAIL__SMTP_PASSWORD` sets `mail.smtp_password`; `DATABASE_URL` sets `database.url`.
fn key_of(variable: &str) -> Option<String> {
    if let Some((_, key)) = URLS.iter().find(|(name, _)| *name == variable) {
        return Some((*key).into());
    }
    Some(variable.strip_prefix("DIGITAL_AWARDS__")?.to_lowercase().replace("__", "."))
}

/// Parses a file strictly, for an error with a line; figment alone would only name the key.
fn check_file(file: &Path) -> Result<(), ConfigError> {
    let name = file.display().to_string();
    let fail = |message: String| ConfigError::File { file: name.clone(), message };
    let text = std::fs::read_to_string(file).map_err(|e| fail(e.to_string()))?;
    toml::from_str::<Settings>(&text).map_err(|e| fail(e.to_string().trim().to_owned()))?;
    let table: toml::Table = toml::from_str(&text).map_err(|e| fail(e.to_string()))?;
    for (key, variable) in SECRETS {
        let (section, field) = key.split_once('.').unwrap_or(("", key));
        if table.get(section).and_then(|s| s.get(field)).is_some() {
            return Err(ConfigError::SecretInFile { file: name.clone(), key: key.into(), variable: variable.into() });
        }
    }
    Ok(())
}

fn describe(error: &figment::Error) -> String {
    error
        .clone()
        .into_iter()
        .map(|e| {
            let key = e.path.join(".");
            if key.is_empty() { e.kind.to_string() } else { format!("{key}: {}", e.kind) }
        })
        .collect::<Vec<_>>()
        .join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(toml: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("default.toml");
        std::fs::write(&file, toml).unwrap();
        check_file(&file).unwrap_err().to_string()
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let message = refused("[server]\nlisten = \"127.0.0.1:1\"\nlissen = 3\n");
        assert!(message.contains("line 3") && message.contains("lissen"), "{message}");
    }

    #[test]
    fn a_bad_value_is_named_with_its_line() {
        let message = refused("[server]\nworkers = \"many\"\n");
        assert!(message.contains("line 2") && message.contains("workers"), "{message}");
    }

    #[test]
    fn a_secret_in_a_file_is_refused() {
        assert!(refused("[mail]\nsmtp_password = \"x\"\n").contains("DIGITAL_AWARDS__MAIL__SMTP_PASSWORD_FILE"));
    }

    #[test]
    fn passwords_are_masked() {
        assert_eq!(mask_password("postgres://u:p@h/d"), "postgres://u:********@h/d");
        let settings = Settings {
            mail: MailSettings { smtp_password: Secret("hunter2".into()), ..MailSettings::default() },
            ..Settings::default()
        };
        assert!(!settings.masked().contains("hunter2") && !format!("{settings:?}").contains("hunter2"));
    }

    #[test]
    fn plain_cookies_are_for_loopback_only() {
        let at = |url: &str| Settings {
            server: ServerSettings { public_url: url.into(), ..ServerSettings::default() },
            ..Settings::default()
        };
        assert!(at("http://127.0.0.1:8080").has_plain_cookies());
        assert!(!at("http://awards.example").has_plain_cookies());
        assert!(!at("https://127.0.0.1").has_plain_cookies());
    }
}
