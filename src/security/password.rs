//! Passwords: argon2id, on the blocking pool, a few at a time.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

use crate::config::SecuritySettings;

/// Fewest characters of a password.
pub const MIN_LENGTH: usize = 12;
/// Most characters of a password: far above any that a person types.
pub const MAX_LENGTH: usize = 256;

/// Why a password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WeakPassword {
    /// Shorter than [`MIN_LENGTH`].
    #[error("too short")]
    TooShort,
    /// Longer than [`MAX_LENGTH`].
    #[error("too long")]
    TooLong,
    /// Among those that everybody tries first, or the person's own address.
    #[error("too common")]
    TooCommon,
}

/// The hashes could not be computed: out of memory, or a broken setting.
#[derive(Debug, thiserror::Error)]
#[error("could not hash a password: {0}")]
pub struct HashError(String);

/// Hashes and checks passwords.
#[derive(Clone)]
pub struct Passwords {
    argon2: Argon2<'static>,
    params: Params,
    /// Each hash takes tens of megabytes: without a limit, signing in would be a lever to bring
    /// the server down.
    slots: Arc<Semaphore>,
    /// Compared against when there is no account, so that an unknown address takes the same time.
    dummy: Arc<str>,
}

impl std::fmt::Debug for Passwords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Passwords").finish_non_exhaustive()
    }
}

impl Passwords {
    /// With the strength that the settings ask for.
    pub fn new(settings: &SecuritySettings) -> Result<Self, HashError> {
        let params = Params::new(settings.argon2_memory_kib, settings.argon2_passes, settings.argon2_lanes, None)
            .map_err(|e| HashError(e.to_string()))?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
        let dummy =
            argon2.hash_password(b"nobody has this password").map_err(|e| HashError(e.to_string()))?.to_string();
        let slots = Arc::new(Semaphore::new(settings.hashes_at_once.max(1)));
        Ok(Self { argon2, params, slots, dummy: dummy.into() })
    }

    /// The hash of a password, as a PHC string.
    pub async fn hash(&self, password: String) -> Result<String, HashError> {
        let this = self.clone();
        self.in_turn(move || this.hash_now(&password)).await
    }

    /// [`Self::hash`] on this thread: for commands.
    pub fn hash_now(&self, password: &str) -> Result<String, HashError> {
        let hash = self.argon2.hash_password(password.as_bytes()).map_err(|e| HashError(e.to_string()))?;
        Ok(hash.to_string())
    }

    /// Whether a password fits a hash. Without a hash: false, after the same time.
    pub async fn fits(&self, password: String, hash: Option<String>) -> Result<bool, HashError> {
        let this = self.clone();
        self.in_turn(move || {
            let stored = hash.as_deref().unwrap_or(&this.dummy);
            let parsed = PasswordHash::new(stored).map_err(|e| HashError(e.to_string()))?;
            let fits = this.argon2.verify_password(password.as_bytes(), &parsed).is_ok();
            Ok(fits && hash.is_some())
        })
        .await
    }

    /// Whether a stored hash is weaker than what the settings ask for now.
    pub fn is_outdated(&self, hash: &str) -> bool {
        let Ok(parsed) = PasswordHash::new(hash) else {
            return true;
        };
        Params::try_from(&parsed).is_ok_and(|stored| {
            stored.m_cost() < self.params.m_cost()
                || stored.t_cost() < self.params.t_cost()
                || stored.p_cost() < self.params.p_cost()
        })
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, HashError> + Send + 'static,
    ) -> Result<T, HashError> {
        let _slot = Arc::clone(&self.slots).acquire_owned().await.map_err(|e| HashError(e.to_string()))?;
        tokio::task::spawn_blocking(work).await.map_err(|e| HashError(e.to_string()))?
    }
}

/// Refuses a password that is too short or that everybody tries first.
pub fn check(password: &str, email: &str) -> Result<(), WeakPassword> {
    let length = password.chars().count();
    if length < MIN_LENGTH {
        return Err(WeakPassword::TooShort);
    }
    if length > MAX_LENGTH {
        return Err(WeakPassword::TooLong);
    }
    let lower = password.to_lowercase();
    let mut letters: Vec<char> = lower.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    let local = email.split('@').next().unwrap_or_default();
    let is_address =
        lower == email || (local.len() >= 6 && lower.trim_end_matches(|c: char| c.is_ascii_digit()) == local);
    if letters.len() < 4 || is_address || is_common(&lower) {
        return Err(WeakPassword::TooCommon);
    }
    Ok(())
}

/// Long passwords that everybody tries first, or one of their roots followed by digits and marks.
fn is_common(lower: &str) -> bool {
    const ROOTS: [&str; 24] = [
        "password",
        "motdepasse",
        "azertyuiop",
        "qwertyuiop",
        "qwerty",
        "azerty",
        "welcome",
        "bienvenue",
        "administrator",
        "iloveyou",
        "letmein",
        "digitalawards",
        "changeme",
        "sunshine",
        "princess",
        "football",
        "casablanca",
        "maroc",
        "morocco",
        "bonjour",
        "soleil",
        "starwars",
        "superman",
        "monkey",
    ];
    let is_filler = |c: char| c.is_ascii_digit() || c.is_ascii_punctuation() || c == ' ';
    let core = lower.trim_matches(is_filler);
    if core.is_empty() {
        // Digits alone: runs and dates are the first guesses; nobody needs them.
        return true;
    }
    ROOTS
        .iter()
        .any(|root| core == *root || (core.len() == 2 * root.len() && core.starts_with(root) && core.ends_with(root)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fast() -> Passwords {
        Passwords::new(&SecuritySettings { argon2_memory_kib: 64, argon2_passes: 1, ..SecuritySettings::default() })
            .unwrap()
    }

    #[tokio::test]
    async fn a_password_fits_its_hash_alone() {
        let passwords = fast();
        let hash = passwords.hash("une phrase à moi".into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(passwords.fits("une phrase à moi".into(), Some(hash.clone())).await.unwrap());
        assert!(!passwords.fits("une phrase à toi".into(), Some(hash)).await.unwrap());
        assert!(!passwords.fits("nobody has this password".into(), None).await.unwrap());
    }

    #[test]
    fn a_hash_is_outdated_when_the_settings_rise() {
        let hash = fast().hash_now("une phrase à moi").unwrap();
        assert!(!fast().is_outdated(&hash));
        let stronger = Passwords::new(&SecuritySettings {
            argon2_memory_kib: 128,
            argon2_passes: 1,
            ..SecuritySettings::default()
        });
        assert!(stronger.unwrap().is_outdated(&hash));
    }

    #[test]
    fn weak_passwords_are_refused() {
        assert_eq!(check("court", "a@b.ma"), Err(WeakPassword::TooShort));
        for common in ["motdepasse123!", "123456789012", "aaaaaaaaaaaaaa", "passwordpassword", "hanane.oubrahim2027"] {
            assert_eq!(check(common, "hanane.oubrahim@saqya.example"), Err(WeakPassword::TooCommon), "{common}");
        }
        assert_eq!(check("khettara de Fezna", "a@b.ma"), Ok(()));
    }
}
