//! People with accounts, signed in without the detour through the sign-in page (which has tests of
//! its own).

use digital_awards::app::AppError;
use digital_awards::domain::ids::UserId;
use digital_awards::domain::language::Language;
use digital_awards::domain::text::EmailAddress;
use digital_awards::domain::user::User;
use digital_awards::security::secret;
use digital_awards::security::session::Session;
use digital_awards::store;

use super::{Browser, TestApp};

/// The password of everybody in tests.
pub const PASSWORD: &str = "khettara de Fezna";

/// Somebody with an account and a browser that is signed in.
#[derive(Clone)]
pub struct Person {
    /// The account.
    pub user: User,
    /// A browser that is signed in.
    pub browser: Browser,
}

impl TestApp {
    /// Somebody new: `app.person("hanane")` is hanane@people.example.
    pub async fn person(&self, name: &str) -> Person {
        self.person_who(name, |_| {}).await
    }

    /// Somebody new who may create editions.
    pub async fn founder(&self, name: &str) -> Person {
        self.person_who(name, |user| user.is_founder = true).await
    }

    /// Somebody new, as the closure makes them.
    pub async fn person_who(&self, name: &str, change: impl FnOnce(&mut User)) -> Person {
        let now = self.now();
        let mut user = User {
            id: UserId::new(),
            email: EmailAddress::parse(&format!("{name}@people.example")).unwrap(),
            name: name.to_owned(),
            password_hash: Some(self.state.passwords.hash_now(PASSWORD).unwrap()),
            language: Language::French,
            verified_at: Some(now),
            is_founder: false,
            disabled_at: None,
            created_at: now,
            second_factor_at: None,
        };
        change(&mut user);
        let row = user.clone();
        self.state.db.write(move |c| Ok::<_, AppError>(store::users::insert(c, row.clone())?)).await.unwrap();
        let browser = self.browser_of(&user).await;
        Person { user, browser }
    }

    /// A browser in which this person is signed in.
    pub async fn browser_of(&self, user: &User) -> Browser {
        let secret = secret::random();
        let now = self.now();
        let session = Session {
            id_hash: secret::hash(&secret),
            user_id: user.id,
            created_at: now,
            last_seen_at: now,
            expires_at: now + chrono::TimeDelta::days(7),
            user_agent: "test".into(),
            address: "127.0.0.1".into(),
            second_at: None,
            proved_at: Some(now),
        };
        self.state.db.write(move |c| Ok::<_, AppError>(store::sessions::insert(c, session.clone())?)).await.unwrap();
        self.browser().with_cookie(&format!("session={secret}; Path=/"))
    }
}
