//! What took work, kept in memory: so many bytes of it, and what nobody has asked for longest goes first.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// Things by their keys.
pub struct Kept<K, V> {
    most: usize,
    places: Arc<Mutex<Places<K, V>>>,
}

impl<K, V> Clone for Kept<K, V> {
    fn clone(&self) -> Self {
        Self { most: self.most, places: Arc::clone(&self.places) }
    }
}

impl<K, V> Debug for Kept<K, V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Kept").field("most", &self.most).field("bytes", &self.bytes()).finish_non_exhaustive()
    }
}

struct Places<K, V> {
    by_key: HashMap<K, Place<V>>,
    bytes: usize,
    questions: u64,
}

struct Place<V> {
    kept: Option<V>,
    bytes: usize,
    /// When it was asked for last, counted in questions.
    used: u64,
    /// Held by whoever makes it anew: the others wait for it.
    turn: Arc<tokio::sync::Mutex<()>>,
}

impl<K, V> Kept<K, V> {
    /// Keeps so many bytes.
    pub fn new(most: usize) -> Self {
        let places = Places { by_key: HashMap::new(), bytes: 0, questions: 0 };
        Self { most, places: Arc::new(Mutex::new(places)) }
    }

    /// How many bytes are kept.
    pub fn bytes(&self) -> usize {
        self.places().bytes
    }

    fn places(&self) -> MutexGuard<'_, Places<K, V>> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Eq + Hash + Clone, V: Clone> Kept<K, V> {
    /// What is kept for a key.
    pub fn find<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let mut places = self.places();
        places.questions += 1;
        let question = places.questions;
        let place = places.by_key.get_mut(key)?;
        place.used = question;
        place.kept.clone()
    }

    /// The turn to make anew what is or was kept.
    pub fn turn_of<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<Arc<tokio::sync::Mutex<()>>>
    where
        K: Borrow<Q>,
    {
        self.places().by_key.get(key).map(|place| Arc::clone(&place.turn))
    }

    /// The turn to make something, which may never have been made. For keys of which there are few.
    fn turn(&self, key: &K) -> Arc<tokio::sync::Mutex<()>> {
        let mut places = self.places();
        let used = places.questions;
        let new = || Place { kept: None, bytes: 0, used, turn: Arc::default() };
        Arc::clone(&places.by_key.entry(key.clone()).or_insert_with(new).turn)
    }

    /// Keeps something that takes so many bytes, in the place of what was kept for the key.
    pub fn keep(&self, key: K, value: V, bytes: usize) {
        let mut places = self.places();
        let used = places.questions;
        let turn = places.by_key.get(&key).map(|place| Arc::clone(&place.turn)).unwrap_or_default();
        places.bytes += bytes;
        if let Some(before) = places.by_key.insert(key, Place { kept: Some(value), bytes, used, turn }) {
            places.bytes -= before.bytes;
        }
        while places.bytes > self.most {
            let oldest = places.by_key.iter().min_by_key(|(_, place)| place.used).map(|(key, _)| key.clone());
            let Some(place) = oldest.and_then(|key| places.by_key.remove(&key)) else { break };
            places.bytes -= place.bytes;
        }
    }

    /// Keeps nothing for a key.
    pub fn forget<Q: Eq + Hash + ?Sized>(&self, key: &Q)
    where
        K: Borrow<Q>,
    {
        let mut places = self.places();
        if let Some(place) = places.by_key.remove(key) {
            places.bytes -= place.bytes;
        }
    }
}

/// What was read of one state of the database.
pub struct Reading<V> {
    /// The version of that state.
    pub version: Arc<str>,
    /// What it holds.
    pub value: Arc<V>,
    /// Bytes that it takes, round about.
    pub bytes: usize,
}

/// What is kept for one version.
pub struct Versioned<V> {
    version: Arc<str>,
    value: Arc<V>,
    begun: Instant,
}

impl<V> Clone for Versioned<V> {
    fn clone(&self) -> Self {
        Self { version: Arc::clone(&self.version), value: Arc::clone(&self.value), begun: self.begun }
    }
}

impl<K: Eq + Hash + Clone, V: Debug> Kept<K, Versioned<V>> {
    /// What is kept for a version, which was current when somebody asked; else it is read, by one of those who want
    /// it while the others wait. Never anything of before they asked.
    pub async fn get<E, A>(&self, key: &K, version: &Arc<str>, read: impl Fn() -> A) -> Result<Arc<V>, E>
    where
        A: Future<Output = Result<Reading<V>, E>>,
    {
        let asked = Instant::now();
        let holds = |kept: &Versioned<V>| kept.version == *version || kept.begun > asked;
        if let Some(kept) = self.find(key).filter(holds) {
            return check(kept, read).await;
        }
        let turn = self.turn(key);
        let _held = turn.lock().await;
        if let Some(kept) = self.find(key).filter(holds) {
            return Ok(kept.value);
        }
        let begun = Instant::now();
        let Reading { version, value, bytes } = read().await?;
        self.keep(key.clone(), Versioned { version, value: Arc::clone(&value), begun }, bytes);
        Ok(value)
    }
}

/// In builds for tests, whatever is kept is read again and compared: a version that stayed where something changed
/// is found by any test that looks at a page twice.
async fn check<V: Debug, E, A: Future<Output = Result<Reading<V>, E>>>(
    kept: Versioned<V>,
    read: impl Fn() -> A,
) -> Result<Arc<V>, E> {
    if cfg!(debug_assertions) {
        let now = read().await?;
        if now.version == kept.version {
            assert_eq!(format!("{:?}", now.value), format!("{:?}", kept.value), "kept for a version, and changed");
        }
    }
    Ok(kept.value)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn so_many_bytes_are_kept_and_what_nobody_asked_for_longest_goes_first() {
        let kept = Kept::<String, &str>::new(1_000_000);
        kept.keep("first".into(), "value", 1_000);
        for number in 0..500 {
            assert!(kept.find("first").is_some());
            kept.keep(number.to_string(), "value", 10_000);
            assert!(kept.bytes() <= 1_000_000);
        }
        assert!(kept.bytes() > 500_000);
        assert!(kept.find("0").is_none() && kept.find("499").is_some());
        // The same anew takes the place of the old one.
        let before = kept.bytes();
        kept.keep("first".into(), "other", 1_000);
        assert_eq!((kept.bytes(), kept.find("first")), (before, Some("other")));
        kept.forget("first");
        assert!(kept.bytes() < before && kept.find("first").is_none());
    }

    #[actix_web::test]
    async fn what_many_want_is_read_once_for_each_version() {
        let kept = Kept::<u32, Versioned<u32>>::new(1_000);
        let (current, readings) = (Cell::new(1_u32), Cell::new(0));
        let get = |version: u32| {
            let read = || async {
                readings.set(readings.get() + 1);
                let version = current.get();
                tokio::task::yield_now().await;
                Ok::<_, ()>(Reading { version: version.to_string().into(), value: Arc::new(version), bytes: 1 })
            };
            let (kept, version) = (&kept, Arc::from(version.to_string()));
            async move { kept.get(&7, &version, read).await.map(|value| *value) }
        };
        let all = futures_util::join!(get(1), get(1), get(1));
        assert_eq!(all, (Ok(1), Ok(1), Ok(1)));
        assert_eq!(readings.get(), 1);
        current.set(2);
        assert_eq!(get(2).await, Ok(2));
    }

    #[actix_web::test]
    #[should_panic(expected = "kept for a version, and changed")]
    async fn a_version_that_stayed_where_something_changed_is_found() {
        let kept = Kept::<u32, Versioned<u32>>::new(1_000);
        let value = Cell::new(1);
        let read = || async { Ok::<_, ()>(Reading { version: "same".into(), value: Arc::new(value.get()), bytes: 1 }) };
        let version = Arc::from("same");
        let _ = kept.get(&7, &version, read).await;
        value.set(2);
        let _ = kept.get(&7, &version, read).await;
    }
}
