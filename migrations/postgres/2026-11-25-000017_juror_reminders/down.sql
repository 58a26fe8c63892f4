DELETE FROM outbox_mails WHERE kind = 'juror_reminder';
DROP TABLE juror_reminders;
