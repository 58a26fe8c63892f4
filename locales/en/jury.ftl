jury-title = Jury
jury-home-title = Your juries
jury-home-left = { $n ->
    [one] {$n} entry of {$of} to score
   *[other] {$n} entries of {$of} to score
}
jury-closes = Scoring closes on {$at}.
jury-empty-title = No entries for now
jury-empty-text = The organisers have not assigned you any entry yet. We will tell you by e-mail.
jury-waiting = { $n ->
    [one] One entry is waiting for you.
   *[other] {$n} entries are waiting for you.
}
jury-declare-first = Before you open the first one, tell us whether you have a tie with any of the organisations taking part.
jury-declare = Declare my ties
jury-my-ties = My declared ties
jury-over = { $of ->
    [one] Scoring is closed: {$n} of {$of} entry scored.
   *[other] Scoring is closed: {$n} of {$of} entries scored.
}
jury-over-text = Your scorecards stay readable here. Thank you for your work.
jury-soon-text = Scoring has not opened yet; you can already read the entries.
jury-all-done = { $n ->
    [one] Your entry is scored. Thank you!
   *[other] All {$n} entries are scored. Thank you!
}
jury-all-done-text = You can reopen a scorecard until scoring closes.
jury-remaining = { $n ->
    [one] You have one entry left.
   *[other] You have {$n} entries left.
}
jury-takes = Allow about {$duration}.
jury-minutes = {$m} min
jury-hours = {$h} h {$m}
jury-progress = Scorecards handed in
jury-resume = Resume: {$entry}
jury-list = Your entries
jury-search = Search a title or a reference
jury-category = Category
jury-state = State
jury-any = All
jury-any-category = All
jury-filter = Filter
jury-clear = Show all
jury-count = { $n ->
    [one] {$n} entry of {$of}
   *[other] {$n} entries of {$of}
}
jury-blind = Blind round: you see neither the names of organisations, nor their addresses, nor the names of files.
jury-none-title = No entry matches
jury-none-text = Widen the search or show all.
jury-state-todo = To score
jury-state-draft = Draft
jury-state-passed = Passed
jury-state-submitted = Scored
jury-refused-announced = The edition is announced: its jury no longer changes.
jury-refused-answered = This person has already answered. Reload the page to see the answer.
jury-refused-somebody-else = This invitation is for another address than that of your account. Sign out, then open the link from the e-mail again.
jury-refused-has-account = This address already has an account. Sign in, then open the link of the invitation again.
jury-refused-twice = You are already on this jury, under another invitation.
jury-problem-charter = Accept the charter to join the jury.
jury-problem-reason = Say in a few words what the tie is.
jury-problem-all = Tick the organisations you have a tie with, or confirm that you have declared them all.
ties-title = Declare your ties
ties-lede = Tick every organisation you have a tie with. You will not see its entries, and another juror will score them.
ties-what = A tie: family or close friendship, employment, shares, contract, advice or coaching, direct competition, within the last three years.
ties-search = Search an organisation
ties-count = { $n ->
    [one] {$n} organisation of {$of}
   *[other] {$n} organisations of {$of}
}
ties-none-title = No organisation matches
ties-none-text = Check the spelling, or show all organisations.
ties-declared = Tie declared
ties-reason = What tie?
ties-all = I have declared all my ties
ties-all-detail = I have no other tie with the organisations on this list.
ties-button = Save my declarations
ties-later = Found a tie later? Every scorecard has a “Conflict of interest” link. To lift a tie declared by mistake, write to the organisers.
scorecard-title = Scorecard
scorecard-back = My entries
scorecard-place = entry {$n} of {$of}
scorecard-done = { $n ->
    [one] {$n} of {$of} scored
   *[other] {$n} of {$of} scored
}
scorecard-neighbours = Neighbouring entries
scorecard-previous = Previous entry
scorecard-next = Next entry
scorecard-organisation = Organisation
scorecard-language = Language of the entry
scorecard-new-tab = (new tab)
scorecard-sections = Sections of the entry
scorecard-files = Attachments
scorecard-scored-of = { $of ->
    [one] {$n} of {$of} criterion
   *[other] {$n} of {$of} criteria
}
scorecard-score = Score
scorecard-coach = Read the entry, then give each criterion a score: one digit is enough, and everything is saved as you go. “Submit” moves on to the next entry.
scorecard-cannot = I cannot judge this criterion
scorecard-cannot-short = Not judged
scorecard-blank = –
scorecard-comment = Comment to the applicant
scorecard-optional = (optional)
scorecard-note = Note to the jury
scorecard-note-hint = (never shown to the applicant)
scorecard-out-of = out of {$max} · provisional
scorecard-out-of-final = out of {$max}
scorecard-standing = Above {$n} of your {$of} other scores.
scorecard-submit = Submit and go to the next
scorecard-pass = Pass
scorecard-save = Save the draft
scorecard-conflict = Conflict of interest
scorecard-reopen = Reopen the scorecard
scorecard-over = Scoring is closed: this scorecard no longer changes.
scorecard-soon = Scoring has not opened yet.
scorecard-key-score = score
scorecard-key-criterion = criterion
scorecard-key-enter-name = Enter
scorecard-key-enter = submit
scorecard-key-comment = comment
scorecard-key-pass = pass
scorecard-key-conflict = conflict of interest
scorecard-key-neighbours = next, previous entry
scorecard-key-help = help
scorecard-keys-title = Keyboard shortcuts
scorecard-keys-intro = A digit scores the criterion marked in gold and moves on to the next. Letters do nothing while you are typing.
scorecard-keys-off = Turn single-key shortcuts off
scorecard-keys-close = Close
scorecard-stale-title = Two versions of this scorecard
scorecard-stale-text = The scorecard of “{$entry}” was saved elsewhere while you were writing, probably in another tab. Nothing is lost: choose the version to keep.
scorecard-stale-criterion = Criterion
scorecard-stale-typed = What you just sent
scorecard-stale-saved = What is saved
scorecard-stale-keep = Keep what I just sent
scorecard-stale-reload = Keep what is saved
scoring-refused-closed = Scoring is closed: no score changes any more. Your scorecards stay readable.
scoring-refused-not-open = Scoring has not opened yet. Come back from the opening date on.
scoring-refused-submitted = This scorecard is already submitted. Reopen it to change it.
scoring-problem-scale = A score is a whole number from {$min} to {$max}.
scoring-problem-missing = Give a score, or say that you cannot judge this criterion.
scoring-problem-nothing-judged = Score at least one criterion. If you can judge none, pass the entry or step back.
save-saving = Saving…
save-saved = Saved at %t
save-failed = Not saved
save-retry = Try again
save-conflict = This scorecard changed elsewhere: another tab, or the end of scoring. What you typed last is not saved.
save-reload = Reload the scorecard
save-sign-in = Your session has ended. Sign in in another tab, then try again here.
recuse-title = Conflict of interest
recuse-text-blind = Do you think you know who is behind “{$entry}”, and have a tie with them? Step back: another juror will score this entry.
review-title = My scores
review-lede = Your own scores, in the order that they give. Nobody else sees them before the round closes.
review-go = Compare and confirm
review-empty-title = No scorecard handed in
review-empty-text = Your scores will appear here as you go.
review-count = { $n ->
    [one] {$n} entry
   *[other] {$n} entries
}
review-place = Place
review-total = Total
review-tied = Tied
review-ties = { $n ->
    [one] {$n} tied entry
   *[other] {$n} tied entries
}
review-cannot = Not judged
review-compare = Compare two entries
review-compare-first = First entry
review-compare-second = Second entry
review-pdf = Download my scores (PDF)
review-pdf-juror = Juror
review-pdf-made = Made on
review-pdf-own = Your own scores and nothing else. Keep this document to yourself until the announcement.
review-pdf-total = Total: {$total}
review-confirm = Lock my scores
review-confirm-text = All your scorecards are in. Lock them to say that they are final: the organisers will see that, without seeing your scores.
review-confirm-ask = Lock all your scores? You can unlock them while the round is open.
review-confirmed-short = Scores locked
review-confirmed = You locked them: {$at}.
review-unconfirm = Unlock
review-remaining = { $n ->
    [one] You have {$n} entry left to score before you can lock your scores.
   *[other] You have {$n} entries left to score before you can lock your scores.
}
review-refused-remaining = You have entries left to score: hand in all your scorecards, then lock.
scoring-refused-confirmed = You have locked your scores. Unlock them first, on the page “My scores”.
done-scores-confirmed = Your scores are locked. Thank you!
done-scores-unconfirmed = Your scores are unlocked.
scorecard-video-out = The video opens on {$host}, outside this site.
scorecard-first-page = See the first page
scorecard-picture = See the picture
sheet-history = History of my scorecard
sheet-history-lede = What your scorecard said, newest first. Only you see this.
sheet-history-empty-title = Nothing yet
sheet-history-empty-text = Your scores will appear here from the first on.
sheet-history-count = { $n ->
    [one] {$n} version
   *[other] {$n} versions
}
sheet-history-now = Now
sheet-history-back = Bring this version back
done-sheet-brought-back = Your scorecard says again what it said then.
recuse-text = Do you have a tie with {$organisation}? Step back: another juror will score “{$entry}”.
recuse-consequence = Your scorecard is set aside and does not count. This entry, and any other of the same organisation, leaves your list. Only the organisers can lift a tie.
recuse-reason = What ties you to this organisation?
recuse-reason-hint = In a few words. Only the organisers read it.
recuse-button = Step back
recuse-back = Back to the entry
invitation-title = Invitation to the jury
invitation-lede = Hello {$name}. {$hosts} would like you to join the jury.
invitation-deadline = Scoring until
invitation-effort = Time it takes
invitation-effort-text = About 10 minutes an entry, in as many sittings as you like: everything is saved as you go.
invitation-where = Where
invitation-where-text = Online, on a computer, a tablet or a phone.
invitation-charter = The jury’s charter
invitation-charter-accept = I accept the charter and will declare any tie with an organisation taking part
invitation-accept = Join the jury
invitation-accept-button = Accept the invitation
invitation-has-account = Your address {$email} already has an account. Sign in: you will come back here.
invitation-new-account = Choose a password: your account will be for {$email}, already confirmed by this link.
invitation-name = Your name
invitation-password = Password
invitation-password-hint = At least 12 characters. A sentence that is easy to remember does very well.
invitation-decline = I cannot take part
invitation-decline-reason = A word for the organisers
invitation-decline-hint = They can invite somebody else in time.
invitation-decline-button = Decline the invitation
invitation-answered = You have already answered this invitation. If you are on the jury, sign in to go on.
invitation-to-jury = Go to my entries
invitation-somebody-else = This invitation is for {$email}, and you are signed in with another account. An invitation is never joined to somebody else’s account.
invitation-sign-out = Sign out
invitation-come-back = Then open the link from the e-mail again.
preferences-title = My preferences
preferences-lede = Say what you would rather judge. The organisers take it into account in the next assignments, where they can.
preferences-expertise-hint = In your words: trades, techniques, sectors. They bring entries near what you know.
preference-rather = Rather this
preference-either = Either way
preference-rather-not = Rather not
unsent-waiting = %n sheet(s) without a network: kept on this device, they leave by themselves.
unsent-refused = A sheet kept on this device could not be handed in.
unsent-look = See why
review-jury = The jury
review-jury-sheets = { $n ->
    [one] { $n } sheet
   *[other] { $n } sheets
}
review-jury-comments = { $n ->
    [one] { $n } other comment
   *[other] { $n } other comments
}
jury-order = Order
jury-order-own = My order
jury-order-category = By category
ballot-title = My order
ballot-lede = Give the best entries of each category a place. Number of places: {$n}.
ballot-rules = The first place is required, and none stays empty above another. Entries without a place come after, as equals.
ballot-place = Place {$n}
ballot-no-place = No place
ballot-place-of = Place of {$entry}
ballot-in = Order handed in
ballot-not-in = To hand in
ballot-submit = Hand in this order
ballot-change = Replace this order
ballot-stale = This order has changed meanwhile, on another device or in another tab. Your places are kept below, beside those that are saved: hand them in to replace, or reload the page.
ballot-saved = Saved: {$place}
ballot-closed = Scoring is not open: the order can be read, not changed.
ballot-sheet-text = In this round you give entries a place instead of scores. Write your comments here, then put them in order.
ballot-to-order = Save and put in order
ballot-write = Comment
ballot-problem-twice = Place {$place} is given twice.
ballot-problem-place = Choose a place from 1 to {$max}, or none.
ballot-problem-hole = Place {$place} is not given to any entry.
practice-title = Practice
practice-lede = Made-up entries that the whole jury scores. Afterwards you see how the scores lie; nothing is counted.
practice-none = No practice entries
practice-none-jury = The organisers have not written any for this round.
practice-count = { $n ->
    [one] {$n} practice entry
   *[other] {$n} practice entries
}
practice-waiting = { $n ->
    [one] A practice entry waits before the real ones; it is not counted.
   *[other] {$n} practice entries wait before the real ones; they are not counted.
}
practice-go = Practise
practice-not-counted = Practice: nothing is counted
practice-once = Once handed in, your practice scores do not change.
practice-submit = Hand in and see the jury
practice-over = This round is closed.
practice-spread = The jury’s scores
practice-spread-text = Without names. Yours is in gold. A difference is no mistake: read the sentences of the scale again, and see whether you read the same scale.
practice-few = Your scores are in. The jury’s are shown once three jurors have scored this entry.
practice-next = Next practice entry
practice-to-list = Go to my entries
practice-step = Score
practice-share = Share of the jury
practice-jurors = Jurors
practice-own = you
practice-median = Score in the middle: {$median}.
practice-above = Score in the middle: {$median}. Yours, {$own}, is higher.
practice-below = Score in the middle: {$median}. Yours, {$own}, is lower.
practice-with = Score in the middle: {$median}. Yours, {$own}, is close to it.
