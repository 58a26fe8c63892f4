//! Questions that many ask at the same time, asked of the database at once.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use super::error::PageError;

/// Most questions that are asked at once.
const AT_ONCE: usize = 500;

/// Those who ask for something by its key.
///
/// Whoever asks gets what was read after they asked, never before: who comes while something is being read waits
/// for the next reading, together with everybody else who came meanwhile. So nobody waits for company, and the
/// busier the server, the fewer questions each request costs.
#[derive(Debug)]
pub struct Crowd<K, V>(Arc<Mutex<Waiting<K, V>>>);

#[derive(Debug)]
struct Waiting<K, V> {
    questions: Vec<Question<K, V>>,
    /// Somebody reads, and will go on until nobody waits.
    is_read: bool,
}

#[derive(Debug)]
struct Question<K, V> {
    key: K,
    answer: oneshot::Sender<Result<Option<V>, PageError>>,
}

impl<K, V> Default for Crowd<K, V> {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Waiting { questions: Vec::new(), is_read: false })))
    }
}

impl<K, V> Clone for Crowd<K, V> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<K: Eq + Hash + Clone + 'static, V: Clone + 'static> Crowd<K, V> {
    /// What is found for a key; `read` answers several at once. Where reading fails, everybody who waits is told so.
    pub async fn ask<A>(&self, key: K, read: impl Fn(Vec<K>) -> A + 'static) -> Result<Option<V>, PageError>
    where
        A: Future<Output = Result<HashMap<K, V>, PageError>>,
    {
        let (answer, answered) = oneshot::channel();
        let is_first = {
            let mut waiting = self.waiting();
            waiting.questions.push(Question { key, answer });
            !std::mem::replace(&mut waiting.is_read, true)
        };
        if is_first {
            // Not by whoever asks: they may hang up, and others wait.
            let turn = Turn { crowd: self.clone(), is_over: false };
            actix_web::rt::spawn(async move { turn.read(read).await });
        }
        answered.await.unwrap_or_else(|_| Err(PageError::Unavailable("reading broke off".to_owned())))
    }
}

impl<K, V> Crowd<K, V> {
    fn waiting(&self) -> MutexGuard<'_, Waiting<K, V>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The turn to read, given back however it ends.
struct Turn<K, V> {
    crowd: Crowd<K, V>,
    /// Nobody waited any more.
    is_over: bool,
}

impl<K, V> Drop for Turn<K, V> {
    fn drop(&mut self) {
        if !self.is_over {
            let mut waiting = self.crowd.waiting();
            waiting.is_read = false;
            waiting.questions.clear();
        }
    }
}

impl<K: Eq + Hash + Clone, V: Clone> Turn<K, V> {
    async fn read<A>(mut self, read: impl Fn(Vec<K>) -> A)
    where
        A: Future<Output = Result<HashMap<K, V>, PageError>>,
    {
        while let Some(questions) = self.next() {
            let mut keys = Vec::new();
            for question in &questions {
                if !keys.contains(&question.key) {
                    keys.push(question.key.clone());
                }
            }
            match read(keys).await {
                Ok(found) => {
                    for Question { key, answer } in questions {
                        // Who has hung up does not want it any more.
                        let _ = answer.send(Ok(found.get(&key).cloned()));
                    }
                }
                Err(error) => {
                    let meanwhile = std::mem::take(&mut self.crowd.waiting().questions);
                    for question in questions.into_iter().chain(meanwhile) {
                        let _ = question.answer.send(Err(error.clone()));
                    }
                }
            }
        }
    }

    /// Those who wait; none when nobody does, and the turn is over.
    fn next(&mut self) -> Option<Vec<Question<K, V>>> {
        let mut waiting = self.crowd.waiting();
        let most = waiting.questions.len().min(AT_ONCE);
        if most == 0 {
            // Under the lock: whoever asks from now on reads.
            waiting.is_read = false;
            self.is_over = true;
            return None;
        }
        Some(waiting.questions.drain(..most).collect())
    }
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;

    use super::*;

    #[actix_web::test]
    async fn many_are_answered_by_few_readings_and_each_by_one_that_began_after_they_asked() {
        let crowd = Crowd::<u32, usize>::default();
        let readings = Rc::new(RefCell::new(Vec::new()));
        let ask = |key| {
            let readings = Rc::clone(&readings);
            let read = move |keys: Vec<u32>| {
                readings.borrow_mut().push(keys.clone());
                let number = readings.borrow().len();
                async move {
                    tokio::task::yield_now().await;
                    Ok(keys.into_iter().filter(|key| *key != 9).map(|key| (key, number)).collect())
                }
            };
            let crowd = crowd.clone();
            async move { crowd.ask(key, read).await }
        };
        let (first, second, same, nobody) = futures_util::join!(ask(1), ask(2), ask(2), ask(9));
        assert_eq!((first, second, same, nobody), (Ok(Some(1)), Ok(Some(1)), Ok(Some(1)), Ok(None)));
        assert_eq!(ask(1).await, Ok(Some(2)));
        assert_eq!(*readings.borrow(), [vec![1, 2, 9], vec![1]]);
    }

    #[actix_web::test]
    async fn who_waits_while_reading_fails_is_told_so_and_the_next_are_answered() {
        let crowd = Crowd::<u32, u32>::default();
        let is_broken = Rc::new(Cell::new(true));
        let ask = || {
            let is_broken = Rc::clone(&is_broken);
            crowd.ask(1, move |keys: Vec<u32>| {
                let is_broken = is_broken.get();
                async move {
                    if is_broken {
                        return Err(PageError::Unavailable("gone".to_owned()));
                    }
                    Ok(keys.into_iter().map(|key| (key, key)).collect())
                }
            })
        };
        assert_eq!(ask().await, Err(PageError::Unavailable("gone".to_owned())));
        is_broken.set(false);
        assert_eq!(ask().await, Ok(Some(1)));
    }
}
