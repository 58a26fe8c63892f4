desk-nav = Edition
desk-crumbs = Breadcrumb
desk-home = Today
desk-group-entries = Entries
desk-entries = Entries
desk-import = Import entries
desk-group-jury = Jury
desk-jury = Jurors
desk-assignments = Assignments
desk-progress = Progress
desk-group-results = Results
desk-results = Ranking and decisions
desk-announcement = Announcement
desk-group-setup = Set-up
desk-settings = Settings and texts
desk-categories = Categories
desk-form = Entry form
desk-criteria = Scoring
desk-group-watch = Follow-up
desk-outbox = Mails
desk-audit = Log
desk-team = Team
desk-search = Search
desk-clear = Clear filters
desk-all = All
desk-cancel = Cancel
desk-confirm-title = Confirm this change?
desk-confirm-yes = Confirm
desk-untranslated = to translate
desk-move-up = Move “{$name}” up
desk-move-down = Move “{$name}” down
desk-pages-label = Pages of the list
desk-pages = {$from} to {$to} of {$total}
desk-stale = Somebody else has saved another version meanwhile. Your changes are below, not saved yet.
desk-stale-see = See the saved version (new tab)
desk-save-anyway = Save my version
edition-status-draft = In preparation
edition-status-open = Open for entries
edition-status-closed = Closed for entries
edition-status-judging = Judging
edition-status-deliberation = Deliberation
edition-status-announced = Winners announced
edition-status-archived = Archived
status-open = Open the edition
status-open-text = The edition becomes public. Entries are taken between the dates of its calendar.
status-close = Close entries
status-close-text = No entry is taken any more, even before the deadline. Drafts are kept.
status-reopen = Reopen entries
status-reopen-text = Entries are taken again until the deadline. Nothing is erased.
status-judge = Move to judging
status-judge-text = The edition enters judging. The round is opened from the results page once jurors are assigned.
status-unjudge = Back to screening
status-unjudge-text = The edition goes back before judging. Scores already given are kept.
status-deliberate = Move to deliberation
status-deliberate-text = Judging is over. Organisers read the results and decide.
status-rejudge = Back to judging
status-rejudge-text = The edition goes back to judging. Decisions already prepared are kept.
status-archive = Archive
status-archive-text = The edition stays readable, but nothing in it can change any more.
home-title = What needs me today
home-nothing-title = Nothing to do today
home-nothing-text = No entry to screen, no failed mail, no missed date.
home-phases = Calendar of the edition
home-submitted = Entries submitted
home-eligible = Eligible entries
home-jurors = Jurors on board
home-scored = Scorecards in
home-scored-of = of {$n}
home-status = Status of the edition
home-status-now = Current status: {$status}.
home-status-none = What comes next is the announcement of the results.
home-announce = Prepare the announcement
home-announce-text = The announcement makes results public, all at the same instant.
home-is-current = This edition is on the site’s front page.
home-see-site = See the front page
home-make-current = Put on the front page
home-make-current-text = The site shows one edition on its front page. While it is in preparation, the public sees nothing.
phase-range = {$from} to {$to}
phase-setup = Set-up
phase-entries = Entries
phase-screening = Screening
phase-screening-when = after the deadline
phase-judging = Judging
phase-results = Results
task-open = The opening date has come
task-open-text = The edition is still in preparation: nobody can enter.
task-open-do = Open
task-close = The deadline has passed
task-close-text = No entry comes in any more. Closing the edition starts screening.
task-close-do = Close
task-close-round = Judging time is over
task-close-round-text = Closing the round freezes the scores and shows the results.
task-close-round-do = Close the round
task-mails-text = Their recipients got nothing.
task-mails-do = See
task-screen-text = Only eligible entries are judged.
task-screen-do = Screen
task-assign-text = They have fewer jurors than the round asks for.
task-assign-do = Assign
task-remind-text = The round ends within a week.
task-remind-do = Remind
task-invitations-text = The link of an invitation is good for 7 days.
task-invitations-do = See the jury
task-invite = No juror invited
task-invite-text = The jury must be complete before judging.
task-invite-do = Invite
task-translate-text = A missing text shows in another language.
task-translate-do = Complete
task-returned-text = Their applicants were asked to complete them.
task-returned-do = See
editions-title = My editions
editions-new = Create an edition
editions-search = Search editions
editions-current = On the front page
editions-none-title = No edition yet
editions-none-text = You organise no edition yet. The owner of one can add you to its team.
new-title = New edition
new-lede = The edition is born whole: categories, form, criteria, rules and charter in three languages. All of it can be changed later, and nothing is public until it opens.
new-name-hint = For example: Digital Awards 2028.
new-year = Year
new-slug = Word in the address
new-slug-hint = In the addresses of its pages: 2028. It won’t change.
new-create = Create the edition
settings-identity = Identity
settings-name = Name of the edition
settings-tagline = Headline
settings-tagline-hint = The title of the front page.
settings-lede = Introduction
settings-lede-hint = Two or three sentences under the headline.
settings-contact = Contact address
settings-contact-hint = Public: applicants write to it.
settings-calendar = Calendar
settings-calendar-hint = Times below: {$zone}.
settings-zone = Time zone
settings-zone-hint = Every date of the edition is shown in this zone.
settings-opens = Entries open
settings-closes = Entries close
settings-grace = Grace period, in minutes
settings-grace-hint = After the deadline a submission is still taken for this long. The same for everybody.
settings-results = Results
settings-results-hint = The date the public is promised. It triggers nothing.
settings-judging-dates = The dates of judging are on the Scoring page.
settings-documents = Rules and charter
settings-rules = Rules
settings-markdown = Markdown: “##” for a heading, “-” for a list.
settings-charter = Jury charter
settings-charter-hint = What each juror accepts before scoring. Markdown.
settings-faq = Frequent questions
settings-faq-hint = A question without any text goes when you save.
settings-faq-new = New question
settings-question = Question
settings-answer = Answer
categories-lede = An entry competes in one category, which has its prize. The order is that of the public pages.
categories-add = Add a category
category-name = Name of the category
category-code = Code
category-code-hint = Two to five letters, in the reference of its entries: AGR.
category-code-fixed = Fixed: it stands in the references of entries.
category-description = What belongs in it
category-prize = Name of the prize
category-prize-hint = As winners hear it.
category-remove = Remove the category
category-remove-text = The category and its prize go. No entry was started in it.
category-problem-code = Two to five letters from A to Z.
category-problem-code-taken = Another category has this code.
category-problem-code-used = The code stands in references of entries: it can’t change.
category-refused-announced = Winners are announced: categories don’t change any more.
category-refused-used = Entries compete in this category: it can’t go.
category-refused-last = An edition has at least one category. Add another one first.
round-title = Round of scoring
round-name = Name of the round
round-opens = Judging opens
round-closes = Judging closes
round-jurors = Jurors per entry
round-jurors-hint = Three at least, to compare severities.
round-scale-min = Lowest score
round-scale-max = Highest score
round-method = What ranks entries
round-method-hint = Fixed before the first score. The other calculation stays visible to organisers.
round-method-mean = The weighted mean of the scorecards
round-method-calibrated = The mean corrected for each juror’s severity
round-winners = Places honoured in each category
round-blind = Hide from jurors who the applicants are
round-blind-detail = They see neither the name of the organisation, nor the title of the project (an entry is called by its reference), nor links, addresses and phone numbers, nor the team, nor the names of files; PDFs lose their properties, links and attachments. What the answers and the pages of files say stays: the page of each entry tells you where a name stands in it. Does not change once scoring has begun.
names-found = A round hides the identity from jurors, but this entry lets it show:
round-new-name = Final
round-add = Add a round
round-add-text = One more round after the last, with criteria, dates and a scale of its own. When the round before is closed, you choose the entries that go on.
round-remove = Remove this round
round-remove-ask = Remove this round? Its criteria go with it.
round-later = This round judges only the entries that went on from the round before.
round-choose = Choose the entries that go on
round-choose-lede = From the round “{$from}” to the round “{$to}”: tick the entries that go on.
round-choose-suggested = Suggested: the first half of each category, ties included. Nothing is decided until you save.
round-choose-count = { $n ->
    [one] {$n} entry ticked
   *[other] {$n} entries ticked
}
round-choose-save = Let these entries go on
round-goes-on = Goes on
round-goes-on-entry = Let {$entry} go on
round-scale-yes-no = At most 10. From 0 to 1, jurors answer yes or no.
round-refused-before = The round before is not closed: close it first.
round-refused-gone-on = A later round has begun: this one can no longer be reopened.
round-refused-announced = The winners are announced: no round can be added.
round-refused-draft = A round already waits to be opened. Prepare it before you add another.
round-refused-remove = This round has begun, or has entries assigned: it cannot be removed.
round-refused-nobody = Tick at least one entry.
round-winners-hint = From 1 to 20: the podium that the results estimate.
criterion-tie-break = Tie-break
criterion-tie-break-none = Breaks no tie
criterion-tie-break-hint = With equal scores, the criterion with turn 1 decides, then the one with turn 2; without any, a tie stays a tie.
round-problem-tie-break = Two criteria can’t break ties at the same turn.
rules-replace = Change the way of counting
rules-replace-text = Scores exist. Another weight, calculation, tie-break or number of places makes new rules: the digest of the old ones stays published, with your reason.
rules-reason = Reason, public
rules-reason-hint = Only when the way of counting changes. Everybody will read it on the method page.
round-problem-scale = The highest score must be above the lowest.
round-problem-weight = A percentage between 0.01 and 100.
round-problem-sum = The weights sum to {$sum} %, not 100 %.
round-problem-no-criterion = There must be at least one criterion.
round-refused-closed = The round is closed. Reopen it from the results page to change it.
round-refused-scored = Scores exist: the criteria, their texts and the scale stay as they are, so that all entries are judged alike. Only the dates, the weights, the calculation, the tie-breaks and the number of places may change.
criteria-title = Criteria
criteria-lede = What jurors score, and how. The weights always sum to 100 %.
criteria-hint = One anchor sentence per step: the same scale for every juror.
criteria-fixed = Scores exist: what jurors are asked no longer changes. The dates may move; so may the way of counting, for a public reason.
criterion-new = New criterion
criterion-write = Write a criterion
criterion-texts = Name, description and anchors
criterion-name = Name of the criterion
criterion-description = What it looks at
criterion-weight = Weight, in %
criterion-anchor = Score {$step}
criterion-remove = Remove this criterion
criterion-remove-text = Share its weight among the others.
form-answered = Entries answer this version already. Wording is mended in place; any other change makes a new version, which drafts follow.
form-add = Add a question
form-sections = Sections of the form
form-sections-hint = A section without a title goes if it holds no question.
form-section = Section {$n}
form-section-new = New section
form-section-empty = No question in this section.
form-problem-kind = Choose a kind of question.
form-problem-section = Choose a section of the form.
form-problem-range = The greatest number must reach the least.
form-problem-options = There must be two options at least.
form-refused-too-many = The form has 60 questions: that is the most.
form-refused-last = A form has at least one question.
question-new = New question
question-kind = Kind of answer
question-section = Section
question-label = Question
question-help = Hint
question-help-hint = A sentence under the question, optional.
question-max-words = Most words
question-max-words-hint = Between 10 and 2,000; empty: no limit.
question-min = Least
question-max = Greatest
question-options = Options
question-options-hint = Empty lines are left out.
question-option = Option {$n}
question-required = required
question-required-label = Must be answered before submitting
question-hidden = hidden from jurors
question-hidden-label = Hidden from jurors
question-hidden-text = Only organisers read the answer.
question-remove = Remove the question
question-remove-text = Entries already submitted keep the question and their answer.
field-short-text = One line
field-long-text = Paragraphs
field-number = Number
field-link = Web address
field-choice = Choice
field-declaration = Box to tick
field-file = Files
desk-entry-draft = Draft
desk-entry-submitted = Submitted
desk-entry-returned = To complete
desk-entry-withdrawn = Withdrawn
screening-pending = To screen
screening-eligible = Eligible
screening-ineligible = Not eligible
screening-returned = Sent back
screening-refused-announced = Winners are announced: screening is over.
screening-refused-draft = This entry is not submitted: there is nothing to screen.
screening-refused-withdrawn = This entry was withdrawn by its applicant.
screening-refused-returned = The applicant was asked to complete it. Wait for the new submission, or undo the decision first.
screening-refused-assigned = Jurors are reading this entry. Take its assignments back first.
desk-list-empty-title = No entry yet
desk-list-empty-text = Entries show here as soon as an applicant starts one. A table kept elsewhere can be imported.
desk-list-nothing-title = No entry matches
desk-list-nothing-text = Change the words or clear the filters.
desk-list-search = Title, startup, reference or answers
desk-list-entry = Entry
desk-list-reference = Reference
desk-list-category = Category
desk-list-status = Status
desk-list-screening = Screening
desk-list-received = Received
desk-list-tick-all = Tick every entry to screen
desk-list-ticked = %n ticked
desk-entry-organisation = Organisation
desk-entry-owner = Applicant
desk-entry-email = E-mail address
desk-entry-draft-title = Nothing submitted yet
desk-entry-draft-text = A draft is its applicant’s alone. Its content shows here once submitted.
desk-entry-no-answer = No answer
desk-entry-stale = The applicant submitted a new version meanwhile. Here it is: read it before you decide.
desk-entry-screened-by = Decided by {$who}, {$at}
desk-entry-accept = Accept as eligible
desk-entry-return = Ask for completion
desk-entry-missing = What is missing
desk-entry-missing-hint = Sent to the applicant as it is, by mail.
desk-entry-open = What the applicant may change
desk-entry-open-hint = Nothing ticked: the whole entry.
desk-entry-refuse = Declare not eligible
desk-entry-reason = Reason
desk-entry-reason-hint = Which rule is not met, in a sentence.
desk-entry-undo = Undo the decision
desk-entry-timeline = History
outbox-lede = The mails of this edition: receipts, invitations, assignments, results.
outbox-tabs = Mails by state
outbox-all = All ({$n})
outbox-waiting = Waiting ({$n})
outbox-sent = Sent ({$n})
outbox-failed = Failed ({$n})
outbox-empty-title = No mail
outbox-empty-text = Mails show here when something sends one.
outbox-to = Recipient
outbox-kind = About
outbox-queued = Queued
outbox-left = Left
outbox-retry = Send again
mail-kind-account = Account
mail-kind-receipt = Receipt
mail-kind-returned = Completion asked
mail-kind-invitation = Jury invitation
mail-kind-assignment = Entries to score
mail-kind-outcome = Result
mail-status-waiting = Waiting
mail-status-sent = Sent
mail-status-failed = Failed
audit-lede = Everything that changed in this edition: who, what, when. Nothing is erased; each numbered line is chained to the one before.
audit-action = Action
audit-what = What was done
audit-who = By
audit-when = When
audit-change = Change
audit-number = No.
audit-see = See
audit-platform = The platform
audit-empty-title = No line
audit-empty-text = No action matches these filters.
team-name = Name
team-role = Role
team-role-of = Role of {$name}
team-me = me
team-roles = Who may do what
team-add = Add to the team
team-remove = Remove from the team
team-remove-text = {$name} will have no access to this edition any more. What was done stays in the log.
team-email-hint = The person must have a confirmed account already.
team-problem-no-account = No confirmed account at this address. Ask the person to sign up first.
team-problem-member = This person is on the team already.
team-refused-last-owner = An edition always has an owner. Name another one first.
role-owner = Owner
role-owner-text = Everything, the team included.
role-organiser = Organiser
role-organiser-text = Everything but the team.
role-screener = Screener
role-screener-text = Reads entries and decides whether they are eligible.
role-observer = Observer
role-observer-text = Reads, changes nothing.
log-account-made-organiser = Organiser named
log-announcement-cancelled = Announcement cancelled
log-announcement-published = Winners announced
log-announcement-scheduled = Announcement scheduled
log-assignments-changed = Assignments changed
log-category-added = Category added
log-category-changed = Category changed
log-category-moved = Category moved
log-category-removed = Category removed
log-comment-held = Comment held back
log-comment-released = Comment passed on
log-conflict-declared = Conflict declared
log-conflict-removed = Conflict removed
log-edition-changed = Settings changed
log-edition-created = Edition created
log-edition-made-current = Put on the front page
log-edition-status-changed = Status of the edition changed
log-edition-eligibility = Eligibility questions changed
log-entry-brought-back = Version brought back
log-late-code-made = Late access code made
log-late-code-revoked = Late access code taken back
log-organisation-changed = Organisation profile changed
log-entry-invited = Person invited to an entry
log-entry-joined = Person joined an entry
log-entry-declined = Invitation to an entry declined
log-entry-role-changed = Role changed on an entry
log-entry-left = Person taken off an entry
log-jury-reminded = Jurors reminded
log-scores-confirmed = Scores locked by a juror
log-scores-unconfirmed = Scores unlocked by a juror
log-round-added = Round added
log-round-removed = Round removed
log-round-entries = Entries chosen for a round
log-entry-extended = More time given
log-entry-imported = Entry imported
log-entry-renamed = Identity of the entry changed
log-entry-restored = Withdrawal undone
log-entry-screened = Screening decision
log-entry-started = Entry started
log-entry-submitted = Entry submitted
log-entry-withdrawn = Entry withdrawn
log-file-attached = File attached
log-file-removed = File removed
log-file-restored = File put back
log-form-changed = Form changed
log-form-new-version = New version of the form
log-juror-accepted = Invitation accepted
log-juror-declined = Invitation declined
log-juror-invited = Juror invited
log-juror-preferences = A juror’s preferences noted
log-juror-invited-again = Invitation sent again
log-juror-revoked = Juror taken off the jury
log-juror-ties-declared = Ties declared
log-mails-retried = Mails sent again
log-organiser-added = Member added to the team
log-organiser-removed = Member taken off the team
log-organiser-role-changed = Role changed
log-outcome-left-out = Decision left out: the entry had left the race
log-outcome-staged = Result staged
log-outcome-unstaged = Result unstaged
log-round-changed = Scoring changed
log-round-closed = Round closed
log-round-opened = Round opened
log-round-reopened = Round reopened
log-scorecard-reopened = Scorecard reopened
log-scorecard-submitted = Scorecard submitted
desk-missing = { $n ->
    [one] {$n} text to translate
   *[other] {$n} texts to translate
}
home-drafts = { $n ->
    [one] and {$n} draft
   *[other] and {$n} drafts
}
editions-count = { $n ->
    [one] {$n} edition
   *[other] {$n} editions
}
editions-entries = { $n ->
    [one] {$n} entry
   *[other] {$n} entries
}
desk-entries-count = { $n ->
    [one] {$n} entry
   *[other] {$n} entries
}
categories-count = { $n ->
    [one] {$n} category
   *[other] {$n} categories
}
form-lede = { $n ->
    [one] {$n} question, version {$version}. Each section is one step for the applicant.
   *[other] {$n} questions, version {$version}. Each section is one step for the applicant.
}
form-words = { $n ->
    [one] {$n} word at most
   *[other] {$n} words at most
}
outbox-count = { $n ->
    [one] {$n} mail
   *[other] {$n} mails
}
outbox-retry-all = { $n ->
    [one] Send the failed mail again
   *[other] Send the {$n} failed mails again
}
audit-count = { $n ->
    [one] {$n} line
   *[other] {$n} lines
}
team-count = { $n ->
    [one] {$n} person
   *[other] {$n} people
}
task-mails = { $n ->
    [one] {$n} failed mail
   *[other] {$n} failed mails
}
task-screen = { $n ->
    [one] {$n} entry to screen
   *[other] {$n} entries to screen
}
task-assign = { $n ->
    [one] {$n} entry without enough jurors
   *[other] {$n} entries without enough jurors
}
task-remind = { $n ->
    [one] {$n} juror under a third of their scorecards
   *[other] {$n} jurors under a third of their scorecards
}
task-invitations = { $n ->
    [one] {$n} invitation without an answer
   *[other] {$n} invitations without an answer
}
task-translate = { $n ->
    [one] {$n} text to translate
   *[other] {$n} texts to translate
}
task-returned = { $n ->
    [one] {$n} entry to come back
   *[other] {$n} entries to come back
}
mail-kind-reminder = Reminder
mail-kind-collaboration = Invitation to an entry
mail-kind-juror-reminder = Reminder to a juror
mail-kind-extension = More time
late-codes-title = Late access codes
late-codes-lede = A code lets somebody start and submit an entry after the deadline ({$deadline}). Give it to the person concerned.
late-codes-count = { $n ->
    [one] {$n} code
   *[other] {$n} codes
}
late-codes-empty-title = No code
late-codes-empty-text = Make one when somebody has a good reason to come after the deadline.
late-code-note = For whom, and why
late-code-note-hint = Read by organisers only.
late-code-until = Valid until
late-code-until-hint = Entries started with this code may be submitted until then.
late-code-used = Entries started
late-code-uses = {$n} of {$of}
late-code-standing = Standing
late-code-live = Valid
late-code-used-up = Used up
late-code-over = Expired
late-code-revoked = Taken back
late-code-revoke = Take back
late-code-revoke-ask = Take this code back? Entries already started with it keep their time.
late-code-make = Make a code
late-code-max-uses = Number of entries
late-code-problem-uses = Give a number from 1 to {$most}.
late-code-refused = Judging has begun: no entry can be added any more.
extension-title = Deadline
extension-until = This entry may be submitted until {$time}.
extension-give = Give more time
extension-field = Until
extension-hint = After the deadline of all, {$deadline}. Empty: no extension. The applicant gets a message.
extension-refused = The deadline of an entry no longer changes once scoring has begun, nor when it is withdrawn.
extension-problem-early = Choose a time to come, after the deadline.
desk-eligibility = Eligibility
eligibility-lede = A few questions asked before anything is typed. Whoever may enter answers yes to all; a “no” gives your reason, and the categories that remain.
eligibility-number = Question {$n}
eligibility-question = Question
eligibility-question-hint = Whoever may enter answers yes.
eligibility-reason = If the answer is no
eligibility-reason-hint = Why, said to a person, and what they can do.
eligibility-categories = Matters for these categories only
eligibility-categories-hint = None ticked: a “no” closes every category.
settings-auto-submit = Submit complete entries at the deadline
settings-auto-submit-detail = A draft that lacks nothing at the deadline is submitted by itself; applicants are told on their entry.
settings-max-entries = Entries per applicant, at most
settings-max-per-category = Entries per applicant and category, at most
settings-max-hint = Empty: no limit. A withdrawn entry does not count.
settings-feedback = What applicants learn of their scores
settings-feedback-hint = After the announcement, on their entry. Never the name of a juror.
settings-feedback-none = Nothing
settings-feedback-scores = Their means per criterion, beside the median of their category
settings-feedback-comments = Their means, and the comments that jurors wrote for them
round-shows-scores = Show jurors the jury’s scores, after closing
round-shows-scores-detail = For the entries that they scored, everybody sees the jury’s score beside their own. Never before closing. Does not change once scoring has begun.
round-shows-comments = Show jurors each other’s comments, after closing
round-shows-comments-detail = Everybody reads, without names, what the others wrote to the applicants whose entries they scored. Never before closing.
round-method-schulze = Jurors put in order: who wins duels (Schulze method)
round-method-borda = Jurors put in order: the mean of the points of each place (Borda)
round-places = Places each juror gives in each category
round-places-hint = From 1 to 10. This order replaces the criteria and the scale of this round.
criterion-place = Points by place
log-practice-added = Practice entry added
log-practice-changed = Practice entry changed
log-practice-removed = Practice entry removed
log-practice-scored = Practice entry scored
log-announcement-confirmed = Announcement confirmed
log-announcement-proposed = Announcement ordered
log-announcement-taken-back = Announcement taken back
task-confirm = An announcement waits for your confirmation
task-confirm-text = Another organiser ordered it. Without you nothing becomes public.
task-confirm-do = Read and confirm
task-announce-text = The decisions are prepared, and nobody knows them yet.
task-announce-do = Prepare the announcement
task-announce = { $n ->
    [one] {$n} winner prepared and not announced
   *[other] {$n} winners prepared and not announced
}
mail-status-bounced = Bounced
organiser-refused-competes = You have an entry in this edition, so its organisers’ pages are closed to you: you would see who judges you, and how. Withdraw the entry before it is judged, or leave the edition to your colleagues.
