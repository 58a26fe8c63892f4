desk-privacy = Privacy
privacy-lede = People who ask that their data be erased (law 09-08, GDPR). The law gives you one month.
privacy-none = No requests
privacy-none-text = Everybody can ask for it on the page of their account.
privacy-person = Person
privacy-asked = Asked on
privacy-what = What will be erased
privacy-done = Erased on { $day }
privacy-do = Erase
privacy-ask = Erase the data of { $name }: account, entries, files, part in the jury. This can’t be undone.
privacy-stays = What stays
privacy-stays-text = Scores and tally, without names, so that they can still be checked; what is public of a laureate; the log, which keeps who did what. An entry still in the race is withdrawn.
privacy-alone = What is erased by itself
privacy-sessions = Sessions that are over, and links dead for 30 days.
log-erasure-done = A person’s data erased
log-drafts-forgotten = Old drafts erased
done-erased = The data are erased.
erasure-refused-owner = This person is the only owner of an edition. Give that role to somebody else first.
erasure-refused-judging = This person scores entries in an open round. Close the round or take them off the jury first.
task-forget-text = The law gives a month to answer.
task-forget-do = See the requests
privacy-count = { $n ->
    [one] { $n } request
   *[other] { $n } requests
}
privacy-entries = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
privacy-juries = { $n ->
    [one] { $n } jury
   *[other] { $n } juries
}
privacy-drafts = { $n ->
    [one] Drafts never submitted, { $n } month after the announcement.
   *[other] Drafts never submitted, { $n } months after the announcement.
}
privacy-mails = { $n ->
    [one] What mails said, { $n } month after they left.
   *[other] What mails said, { $n } months after they left.
}
task-forget = { $n ->
    [one] person asks to be forgotten
   *[other] people ask to be forgotten
}
