jury-problem-already-invited = This person is already invited, or already on the jury.
jury-problem-reads = Choose at least one language that the person reads.
jury-problem-load = A whole number from 1 to {$most}, or nothing.
jury-problem-category = This category is not of this edition.
jury-problem-organisation = Choose an organisation taking part.
jury-problem-code = No category has the code “{$code}”.
jury-problem-language = “{$word}” is no language: write fr, ar or en.
jury-problem-table = This table cannot be read. Paste it with its header line and at least one line.
jury-problem-columns = The first line must name the columns “email” and “name”.
jury-problem-lines = Too many lines: {$most} at most at a time.
jurors-title = Jury
jurors-crumbs = Breadcrumb
jurors-invite = Invite a juror
jurors-invite-several = Invite several people
jurors-invite-lede = The invitation leaves at once by e-mail, in the language you choose. The link works for 7 days.
jurors-empty-title = Nobody is invited
jurors-empty-text = A jury of five to twelve people, of different trades and regions, is enough for most editions.
jurors-none-title = No juror matches
jurors-search = Search a name, an address, an organisation
jurors-status = State
jurors-status-invited = Invited
jurors-status-accepted = On the jury
jurors-status-declined = Declined
jurors-status-revoked = Taken off
jurors-count = { $n ->
    [one] {$n} person of {$of}
   *[other] {$n} people of {$of}
}
jurors-name = Name
jurors-email = E-mail address
jurors-email-hint = The invitation works for this address only.
jurors-organisation = Organisation
jurors-job = Position
jurors-language = Language of messages
jurors-categories = Categories
jurors-categories-hint = No box ticked: every category.
jurors-all-categories = All
jurors-reads = Reads
jurors-reads-hint = The languages in which this person can judge an entry.
jurors-expertise = Expertise
jurors-load = Most entries
jurors-load-hint = In a round. Empty: no limit.
jurors-send = Send the invitation
jurors-scored = Scored
jurors-ties = Conflicts of interest
jurors-several-lede = Paste a table from a spreadsheet. Nothing is sent before you have seen the result line by line.
jurors-several-read = { $n ->
    [one] {$n} line read, {$good} good
   *[other] {$n} lines read, {$good} good
}
jurors-several-send = { $n ->
    [one] Send one invitation
   *[other] Send {$n} invitations
}
jurors-line = Line
jurors-line-good = Will be invited
jurors-result = Result
jurors-table = Table
jurors-table-hint = Columns: email, name; if you like organisation, title, language, reads, categories (codes), expertise, max_load. Commas, semicolons or tabs.
jurors-table-read = Read the table
jurors-invited-at = Invited on
jurors-answered-at = Answered on
jurors-decline-reason = Reason given
jurors-declared-at = Ties declared on
jurors-resend = Send the invitation again
jurors-revoke = Take off the jury
jurors-revoke-title = Take {$name} off the jury?
jurors-revoke-text = The person loses access to the entries at once, and the invitation link stops working. You can invite them again.
jurors-revoke-open = { $n ->
    [0] No assignment is open.
    [one] One open assignment is taken back.
   *[other] {$n} open assignments are taken back.
}
jurors-revoke-kept = { $n ->
    [0] No scorecard is in.
    [one] One scorecard that is in stays and counts.
   *[other] {$n} scorecards that are in stay and count.
}
jurors-revoke-yes = Yes, take off the jury
jurors-no-ties = No tie is known.
jurors-tie-organisation = Organisation taking part
jurors-tie-choose = Choose…
jurors-tie-reason = Reason
jurors-tie-hint = Open assignments between the two end at once.
jurors-tie-by = Declared
jurors-tie-by-juror = by the juror
jurors-tie-by-organiser = by an organiser
jurors-tie-add = Add a conflict of interest
jurors-tie-save = Save the conflict
jurors-tie-remove = Lift
jurors-tie-remove-ask = Lift the conflict with {$organisation}? Assignments that ended because of it stay ended.
jurors-entries = Entries
jurors-no-entries = This person has no entry.
jurors-reference = Reference
jurors-entry = Entry
assignments-title = Assignments
assignments-rounds = Rounds
assignments-entries = entries to judge
assignments-jurors = jurors
assignments-pairs = assignments
assignments-short = { $n ->
    [one] entries without a juror
   *[other] entries with fewer than {$n} jurors
}
assignments-empty-title = No entry to judge
assignments-empty-text = Only entries that were submitted and found eligible can be assigned.
assignments-no-jurors-title = Nobody has accepted yet
assignments-no-jurors-text = Jurors appear here as soon as they have accepted the invitation.
assignments-no-round-title = No judging round
assignments-no-round-text = Create a round with its criteria first.
assignments-none-title = No entry matches
assignments-search = Search a title or a reference
assignments-only-short = Only those that lack jurors
assignments-count = { $n ->
    [one] {$n} entry of {$of}
   *[other] {$n} entries of {$of}
}
assignments-load = { $n ->
    [one] {$n} entry
   *[other] {$n} entries
}
assignments-load-of = {$n} of {$most}
assignments-jurors-of = { $needed ->
    [one] {$n} of {$needed} juror
   *[other] {$n} of {$needed} jurors
}
assignments-box = Assign {$entry} to {$juror}
assignments-legend-assigned = Assigned
assignments-legend-tie = Conflict of interest
assignments-legend-scored = Already scored
assignments-save = Save the assignments
assignments-save-detail = Only differences are written. Each juror concerned gets one message.
assignments-even-begun = Also take back scorecards that were begun
assignments-even-begun-detail = Scores that were typed are set aside.
assignments-pages = Pages
assignments-csv = Import or export
assignments-csv-text = The exported file can be changed in a spreadsheet and pasted here: new pairs are added.
assignments-csv-hint = Columns: reference, juror_email. Nothing is written before you have seen the result line by line.
assignments-csv-read = { $n ->
    [one] {$n} line read, {$good} good.
   *[other] {$n} lines read, {$good} good.
}
assignments-csv-send = { $n ->
    [one] Apply one assignment
   *[other] Apply {$n} assignments
}
assignments-export = Export as CSV
assignments-line-good = Will be assigned
assignments-status-proposed = Proposed
assignments-status-assigned = Assigned
assignments-status-drafting = In progress
assignments-status-submitted = Scored
assignments-status-locked = Scored, locked
assignments-status-recused = Stepped back
assignments-status-withdrawn = Taken back
assign-refused-closed = This round is closed: its assignments no longer change.
assign-problem-entry = {$entry}: no entry to judge has this reference ({$juror}).
assign-problem-juror = {$entry}: no juror has this address ({$juror}).
assign-problem-not-accepted = {$entry}: {$juror} has not accepted the invitation.
assign-problem-tie = {$entry}: a conflict of interest rules {$juror} out.
assign-problem-recused = {$entry}: {$juror} has stepped back.
assign-problem-assigned = {$entry} is already assigned to {$juror}.
assign-problem-load = {$entry}: {$juror} already has the agreed number of entries.
assign-problem-scored = {$entry} is already scored by {$juror}: this assignment cannot be taken back.
assign-problem-begun = {$juror} has begun {$entry}: confirm to take it back.
assign-problem-repeated = {$entry} and {$juror}: this pair stands further up already.
assign-problem-columns = The first line must name the columns “reference” and “juror_email”.
progress-title = Progress of the jury
progress-lede = { $n ->
    [one] {$n} of {$of} scorecards is in.
   *[other] {$n} of {$of} scorecards are in.
}
progress-no-scores = No score appears here: scores stay secret until the round is closed.
progress-search = Search a juror or an entry
progress-jurors = By juror
progress-jurors-count = { $n ->
    [one] {$n} juror
   *[other] {$n} jurors
}
progress-none-title = No juror to follow
progress-none-text = Jurors appear here once they have accepted the invitation.
progress-sheets = Scorecards in
progress-begun = Begun
progress-recused = Stepped back
progress-expected = Expected finish
progress-unknown = Not yet
progress-all-in = All handed in
progress-late = Late
progress-minutes = { $n ->
    [one] {$n} min an entry
   *[other] {$n} min an entry
}
progress-reminder = Reminder
progress-remind = Remind
progress-reminded = Reminded: {$at}
progress-remind-late = { $n ->
    [one] Remind {$n} late juror
   *[other] Remind {$n} late jurors
}
progress-remind-late-ask = { $n ->
    [one] Send a message to {$n} juror?
   *[other] Send a message to {$n} jurors?
}
reminder-refused-closed = Scoring is not open: there is nothing to remind of.
reminder-refused-done = This juror has handed everything in.
reminder-refused-recent = This juror was reminded less than 48 hours ago. Wait a little.
done-reminded = Reminder sent.
done-reminded-nobody = Nobody to remind now: each was reminded less than 48 hours ago, or has handed everything in.
progress-confirmed = Locked
earlier-title = Jurors of earlier editions
earlier-lede = One click sends the invitation, with what you knew of the person already: languages, categories, fields.
earlier-empty-title = Nobody to invite again
earlier-empty-text = Here are those who judged an edition that you organise, and are not on this jury yet.
earlier-invite = Invite
progress-last = Last active
progress-never = Never
progress-entries = By entry
progress-entries-count = { $n ->
    [one] {$n} entry, {$complete} complete
   *[other] {$n} entries, {$complete} complete
}
progress-assigned = Jurors
progress-submitted = Scorecards
progress-complete = Complete
progress-lacks-jurors = Lacks jurors
progress-going-on = In progress
jurors-preferences = Preferences
jurors-preference = {$category}: {$choice}
practice-desk-lede = Write one to three made-up entries: each juror scores them before the real ones, then sees, without names, how the jury’s scores lie. Nothing of it enters the results.
practice-none-text = Without them jurors begin with the real entries at once.
practice-scored-by = Scores in: {$n} of {$of} jurors
practice-add = Add a practice entry
practice-name = Title
practice-text = What jurors read
practice-text-hint = A short, believable entry, without a real name. An empty line separates two paragraphs.
practice-remove = Remove this practice entry
practice-remove-ask = Remove this practice entry, with the scores that jurors gave it?
practice-refused-scored = Jurors have already scored it: it does not change any more. Remove it and write another.
practice-refused-enough = Three practice entries are enough: remove one first.
practice-refused-ranked = In a round where jurors put entries in order there is no scale to try.
