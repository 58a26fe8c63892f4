//! TLS to the mail server and to PostgreSQL, with the certificate of a private authority: believed when it is
//! named, and refused, in words, when it is another's or for another name.

use std::path::Path;
use std::sync::Arc;

use chrono::Utc;
use digital_awards::app::AppError;
use digital_awards::domain::notice::{MailStatus, OutboxMail};
use digital_awards::store;
use mailin_embedded::SslConfig;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{ServerConfig, version};

use super::authority::{Authority, Signed};
use super::until;
use crate::support::TestApp;
use crate::support::command::{expect_code, program};
use crate::support::mailbox::Mailbox;
use crate::support::node::Plan;

const ACCOUNT: [(&str, &str); 3] =
    [("name", "Hanane"), ("email", "hanane@people.example"), ("password", "khettara de Fezna")];

/// What is noted of a mail that is to be tried at once.
const AGAIN: &str = "another try";

/// A mail server that offers STARTTLS.
fn with_starttls(signed: &Signed) -> Mailbox {
    // Two libraries of cryptography are built into this program: the server asks which.
    let _ = ring::default_provider().install_default();
    let path = |path: &Path| path.display().to_string();
    let (cert_path, key_path) = (path(&signed.certificate), path(&signed.key));
    Mailbox::start_with(SslConfig::SelfSigned { cert_path, key_path })
}

/// A port on which a mail server speaks TLS from the first byte.
fn with_implicit_tls(mails: &Mailbox, signed: &Signed) -> u16 {
    let certificates = vec![CertificateDer::from_pem_file(&signed.certificate).unwrap()];
    let config = ServerConfig::builder_with_provider(ring::default_provider().into())
        .with_protocol_versions(&[&version::TLS13])
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(certificates, PrivateKeyDer::from_pem_file(&signed.key).unwrap())
        .unwrap();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let (near, far) = (listener.local_addr().unwrap().port(), mails.port);
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async move {
            let (listener, acceptor) = (TcpListener::from_std(listener).unwrap(), TlsAcceptor::from(Arc::new(config)));
            while let Ok((plain, _)) = listener.accept().await {
                let acceptor = acceptor.clone();
                tokio::spawn(async move {
                    let Ok(mut here) = acceptor.accept(plain).await else { return };
                    let mut there = TcpStream::connect(("127.0.0.1", far)).await.unwrap();
                    let _ = copy_bidirectional(&mut here, &mut there).await;
                });
            }
        });
    });
    near
}

/// A node that believes in an authority, or none but the public ones.
fn plan(app: &TestApp, host: &str, port: u16, tls: &str, authority: Option<&Authority>) -> Plan {
    let plan = Plan::new(&app.state.settings.database.url.0, app.folder(), port)
        .with("DIGITAL_AWARDS__MAIL__SMTP_HOST", host)
        .with("DIGITAL_AWARDS__MAIL__SMTP_TLS", tls);
    match authority {
        Some(authority) => plan.with("DIGITAL_AWARDS__MAIL__SMTP_AUTHORITY", authority.certificate()),
        None => plan,
    }
}

/// The mail to Hanane, as it stands in the queue.
async fn queued(app: &TestApp) -> Option<OutboxMail> {
    let address = ACCOUNT[1].1.parse().unwrap();
    app.state.db.read(move |c| Ok::<_, AppError>(store::outbox::list_to(c, &address)?.pop())).await.unwrap()
}

#[actix_web::test]
async fn mail_leaves_by_starttls_and_by_tls_from_the_first_byte_with_a_certificate_of_a_private_authority() {
    let Some(authority) = Authority::new() else { return };
    let signed = authority.sign();
    for is_implicit in [false, true] {
        let app = TestApp::start().await;
        app.clock.set(Utc::now());
        let (mails, port, tls) = if is_implicit {
            let mails = Mailbox::start();
            let port = with_implicit_tls(&mails, &signed);
            (mails, port, "implicit")
        } else {
            let mails = with_starttls(&signed);
            let port = mails.port;
            (mails, port, "starttls")
        };
        let node = plan(&app, "localhost", port, tls, Some(&authority)).start();
        node.browser().post("/fr/account/sign-up", &ACCOUNT).await.expect(303);
        until(tls, async || mails.to(ACCOUNT[1].1).len() == 1).await;
    }
}

#[actix_web::test]
async fn mail_waits_with_the_reason_while_the_certificate_of_the_server_is_not_believed() {
    let (Some(authority), Some(another)) = (Authority::new(), Authority::new()) else { return };
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let signed = authority.sign();
    let mails = with_starttls(&signed);
    let (plain, implicit) = (Mailbox::start(), with_implicit_tls(&mails, &signed));
    let mut is_asked = false;
    for (host, port, tls, believed, reason) in [
        ("localhost", mails.port, "starttls", None, "UnknownIssuer"),
        ("localhost", mails.port, "starttls", Some(&another), "BadSignature"),
        ("127.0.0.1", mails.port, "starttls", Some(&authority), "not valid for name"),
        ("localhost", implicit, "implicit", None, "UnknownIssuer"),
        // One that offers no TLS is not spoken to without.
        ("localhost", plain.port, "starttls", Some(&authority), "STARTTLS"),
    ] {
        let node = plan(&app, host, port, tls, believed).start();
        if !is_asked {
            node.browser().post("/fr/account/sign-up", &ACCOUNT).await.expect(303);
            is_asked = true;
        }
        let mut said = String::new();
        until("a try", async || {
            let mail = queued(&app).await.unwrap();
            assert_ne!(mail.status, MailStatus::Failed, "{:?}", mail.last_error);
            said = mail.last_error.unwrap_or_default();
            !said.is_empty() && said != AGAIN
        })
        .await;
        assert!(said.contains(reason), "{host} {tls}: {said}");
        drop(node);
        // The next node tries at once, and what it meets is new.
        let id = queued(&app).await.unwrap().id;
        let now = Utc::now();
        let retry =
            move |c: &mut store::Conn| Ok::<_, AppError>(store::outbox::mark_undelivered(c, id, AGAIN, Some(now))?);
        app.state.db.write(retry).await.unwrap();
    }
    assert!(mails.all().is_empty() && plain.all().is_empty());
    let _node = plan(&app, "localhost", mails.port, "starttls", Some(&authority)).start();
    until("the mail", async || mails.to(ACCOUNT[1].1).len() == 1).await;
}

#[test]
fn a_file_of_certificates_that_holds_none_is_named_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("authority.pem");
    let start = || {
        let mut command = program(&format!("sqlite://{}/awards.db", folder.path().display()), folder.path());
        command
            .env("DIGITAL_AWARDS__MAIL__TRANSPORT", "smtp")
            .env("DIGITAL_AWARDS__MAIL__SMTP_TLS", "starttls")
            .env("DIGITAL_AWARDS__MAIL__SMTP_AUTHORITY", &file)
            .args(["serve", "--listen", "127.0.0.1:0"]);
        expect_code(&command.output().unwrap(), 1)
    };
    for content in [None, Some("no certificate"), Some("-----BEGIN CERTIFICATE-----\nxx\n-----END CERTIFICATE-----\n")]
    {
        if let Some(content) = content {
            std::fs::write(&file, content).unwrap();
        }
        let said = start();
        assert!(said.contains("mail.smtp_authority") && said.contains("authority.pem"), "{said}");
    }
}

#[cfg(not(feature = "postgres-tls"))]
#[test]
fn a_program_that_speaks_no_tls_to_postgresql_says_so_and_does_not_start() {
    let folder = tempfile::tempdir().unwrap();
    for mode in ["require", "verify-ca", "verify-full"] {
        let url = format!("postgres://awards@localhost:9/awards?sslmode={mode}");
        let said = expect_code(&program(&url, folder.path()).arg("migrate").output().unwrap(), 1);
        assert!(said.contains("database.url") && said.contains("postgres-tls"), "{said}");
    }
}

#[cfg(feature = "postgres-tls")]
#[actix_web::test]
async fn postgresql_is_spoken_to_by_tls_and_only_when_its_certificate_is_believed() {
    use diesel::{Connection, PgConnection, RunQueryDsl, sql_query};

    let (Some(authority), Some(another)) = (Authority::new(), Authority::new()) else { return };
    let Some(server) = super::cluster::Server::start() else { return };
    server.speak_tls(&authority.sign());
    let url = |host: &str, authority: &Authority| {
        let root = authority.certificate();
        let port = server.port;
        format!("postgres://awards@{host}:{port}/postgres?sslmode=verify-full&sslrootcert={}", root.display())
    };
    let folder = tempfile::tempdir().unwrap();
    let node = Plan::new(&url("localhost", &authority), folder.path(), 9).start();
    node.browser().get("/readyz").await.expect(200);
    #[derive(diesel::QueryableByName)]
    struct Count {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        plain: i64,
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        protected: i64,
    }
    let mut admin = PgConnection::establish(&server.url()).unwrap();
    let seen: Count = sql_query(
        "SELECT count(*) FILTER (WHERE NOT ssl) AS plain, count(*) FILTER (WHERE ssl) AS protected
         FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'digital-awards'",
    )
    .get_result(&mut admin)
    .unwrap();
    assert!(seen.plain == 0 && seen.protected > 0, "{} plain, {} by TLS", seen.plain, seen.protected);
    drop(node);
    for (host, believed, reason) in
        [("localhost", &another, "certificate verify failed"), ("127.0.0.1", &authority, "does not match host name")]
    {
        let mut command = program(&url(host, believed), folder.path());
        let said = expect_code(&command.args(["serve", "--listen", "127.0.0.1:0"]).output().unwrap(), 1);
        assert!(said.contains(reason), "{said}");
    }
}
