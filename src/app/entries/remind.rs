//! Reminders of the deadline, to those whose draft waits: a week, two days and six hours before, each once.

use chrono::{DateTime, TimeDelta, Utc};

use super::view::form_of;
use crate::app::AppResult;
use crate::app::outbox;
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::notice::MailKind;
use crate::i18n::zones;
use crate::store::{self, Conn};

/// How many hours before its deadline somebody is reminded.
const HOURS: [i32; 3] = [6, 48, 168];
/// Nobody is reminded of what they are writing at this moment.
const QUIET: TimeDelta = TimeDelta::hours(1);

/// The reminder that is due so long before a deadline.
fn due(left: TimeDelta) -> Option<i32> {
    if left <= TimeDelta::zero() {
        return None;
    }
    HOURS.into_iter().find(|hours| left <= TimeDelta::hours(i64::from(*hours)))
}

/// Reminds everybody whose draft waits in an edition that takes entries; how many.
pub fn remind_due(c: &mut Conn, public_url: &str, now: DateTime<Utc>) -> AppResult<usize> {
    let mut count = 0;
    for edition in store::editions::list(c)? {
        // No entry's deadline is before that of all: while that is far, no draft need be read.
        let is_near = edition.closes_at - now <= TimeDelta::hours(i64::from(HOURS[2]));
        if !edition.status.is_before_scoring() || !is_near {
            continue;
        }
        for entry in store::entries::list_drafts(c, edition.id)? {
            let Some(hours) = due(entry.deadline(&edition) - now) else { continue };
            let may_submit = entry.check_editable(&edition, now).is_ok();
            let is_quiet = now - entry.updated_at >= QUIET;
            if may_submit && is_quiet && store::entries::note_reminder(c, entry.id, hours, now)? {
                remind(c, &edition, &entry, hours, public_url, now)?;
                count += 1;
            }
        }
    }
    Ok(count)
}

fn remind(
    c: &mut Conn,
    edition: &Edition,
    entry: &Entry,
    hours: i32,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let form = form_of(c, entry)?;
    let files = store::entry_files::list(c, entry.id)?;
    let missing = form.check(&entry.answers, |key| files.iter().any(|file| file.field_key == key)).len();
    let mail = (MailKind::Reminder, format!("reminder:{}:{hours}", entry.id));
    let deadline = entry.deadline(edition);
    let more = |language| {
        vec![("deadline", zones::instant(language, deadline, edition.zone()).into()), ("count", missing.into())]
    };
    outbox::tell_applicant(c, (edition, entry), mail, public_url, more, now)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_reminder_is_due_and_none_after_the_deadline() {
        assert_eq!(due(TimeDelta::days(8)), None);
        assert_eq!(due(TimeDelta::days(7)), Some(168));
        assert_eq!(due(TimeDelta::hours(47)), Some(48));
        assert_eq!(due(TimeDelta::minutes(5)), Some(6));
        assert_eq!(due(TimeDelta::zero()), None);
    }
}
