entry-crumbs = You are here
entry-optional = (optional)
entry-cancel = Cancel
entries-title = My entries
entries-start = Start an entry
entries-start-another = Start another entry
entries-open = {$edition}: entries are taken until {$deadline}.
entries-early = {$edition}: entries open on {$date}.
entries-closed = {$edition}: entries closed on {$date}.
entries-no-edition = No edition is open for now.
entries-empty-title = You have no entry yet
entries-empty-text = An entry is written in several sittings: every answer is saved while you type.
entries-search = Search by project, organisation or reference
entries-search-button = Search
entries-clear = Show all
entries-none-title = No entry matches
entries-none-text = Try another word of the title or the reference.
entries-count = { $n ->
    [one] {$n} entry
   *[other] {$n} entries
}
entry-progress = {$done} of {$n}
entry-progress-label = Sections done
entry-time-left-days = { $n ->
    [one] {$n} day left.
   *[other] {$n} days left.
}
entry-time-left-hours = { $n ->
    [one] {$n} hour left.
   *[other] {$n} hours left.
}
entry-time-left-seconds = %m min %s s left.
entry-time-yours = (your time: %t)
entry-time-left-minutes = { $n ->
    [one] {$n} minute left.
   *[other] {$n} minutes left.
}
entry-standing-draft = Draft
entry-standing-draft-text = To be submitted by {$deadline}. Your answers are saved, but nothing has been sent yet.
entry-standing-draft-early-text = Entries open on {$opening}. Your draft waits for you.
entry-standing-missed = Not submitted
entry-standing-missed-text = Entries closed on {$deadline}. Your draft is kept, but it does not compete.
entry-standing-submitted = Submitted
entry-standing-submitted-text = Received on {$received}. You may still change it and submit it again until {$deadline}.
entry-standing-changed = Changed since it was submitted
entry-standing-changed-text = Your last changes are not submitted: the version of {$received} counts. Submit again by {$deadline}.
entry-standing-screened = Being checked
entry-standing-screened-text = Received on {$received}. The organisers check that the entry is complete.
entry-standing-eligible = Eligible
entry-standing-eligible-text = Your entry is complete and will be scored by the jury. Results on {$results}.
entry-standing-judged = With the jury
entry-standing-judged-text = The jury is scoring your entry. Results on {$results}.
entry-standing-ineligible = Not eligible
entry-standing-ineligible-text = The organisers did not admit this entry to scoring. This is why:
entry-standing-returned = To be completed
entry-standing-returned-text = The organisers ask you to complete this entry and to submit it again:
entry-standing-withdrawn = Withdrawn
entry-standing-withdrawn-text = You have withdrawn this entry. Nothing is deleted: you can put it back.
entry-standing-announced = Results are public
entry-standing-announced-text = The winners of this edition have been announced.
entry-reference = Reference
entry-category = Category
entry-organisation = Organisation
entry-organisation-hint = The name of the startup or organisation behind the project.
entry-edition = Edition
entry-website = Website
entry-city = City
entry-name = Name of the project
entry-name-hint = As you want to see it published.
entry-language = Language of the answers
entry-language-hint = Your answers are given to jurors who read this language.
entry-sections = Your entry
entry-missing = { $n ->
    [one] One answer is missing or to be corrected.
   *[other] {$n} answers are missing or to be corrected.
}
entry-continue = Continue: {$section}
entry-check = Check the entry
entry-check-ready = Check and submit
entry-receipt = See the receipt
entry-restore = Put the entry back
entry-section-not-started = Not started
entry-section-started = In progress
entry-section-done = Done
entry-section-to-correct = To be corrected
entry-section-detail = { $n ->
    [one] {$n} question, about {$minutes} min
   *[other] {$n} questions, about {$minutes} min
}
entry-section-number = Section {$number} of {$total}
entry-section-continue = Save and continue
entry-section-leave = Save and go back to the entry
entry-section-back = Back to the entry
entry-identity-title = Project and organisation
entry-identity-detail = Name of the project, organisation, language of the answers
entry-identity-save = Save
entry-identity-closed = This entry can no longer be changed.
entry-new-title = Start an entry
entry-new-lede = {$edition}. To be submitted by {$deadline}; you can come back to it as often as you like.
entry-new-category = Category
entry-new-category-hint = It is part of the reference of the entry and does not change afterwards.
entry-new-button = Start
entry-new-questions = Read all the questions before you start
entry-new-early-title = Entries are not open yet
entry-new-early-text = They open on {$date}. The questions are here already, so that you can prepare.
entry-new-closed-title = Entries are closed
entry-new-closed-text = Entries were taken until {$date}. See you in the next edition.
entry-new-none-title = No edition for now
entry-new-none-text = The next edition is being prepared. Come back soon.
entry-category-missing = Choose a category.
entry-language-missing = Choose the language of your answers.
entry-question-words = { $n ->
    [one] At most {$n} word.
   *[other] At most {$n} words.
}
entry-question-range = Between {$min} and {$max}.
entry-question-files = PDF, PNG, JPEG or WebP, up to 10 MB a file.
entry-question-counter = %n of %max words
entry-answer-none = No answer yet
entry-answer-missing = This answer is needed to submit.
entry-answer-too-many-words = { $over ->
    [one] {$over} word too many: at most {$limit}.
   *[other] {$over} words too many: at most {$limit}.
}
entry-answer-not-a-number = Write a whole number, in digits.
entry-answer-out-of-range = Write a number between {$min} and {$max}.
entry-answer-too-small = Write a number of {$min} or more.
entry-answer-too-great = Write a number of {$max} or less.
entry-answer-not-an-option = Choose one of the answers offered.
entry-file-add = Add the file
entry-file-retry = Try again
entry-file-sending = Sending “%n”: %p
entry-file-failed = “%n” has not left: the connection was cut. Nothing is lost, try again.
entry-file-alt = What the picture shows
entry-file-alt-hint = One sentence, for people who cannot see it.
entry-file-alt-missing = { $n ->
    [one] Describe the picture in a sentence, for people who cannot see it.
   *[other] Describe the {$n} pictures, each in a sentence, for people who cannot see them.
}
entry-file-look = Look at “{$name}”
entry-file-replace = Replace
entry-file-replace-button = Replace with this file
organisations-title = { $n ->
    [one] My organisation
   *[other] My organisations
}
organisation-lede = { $n ->
    [0] This profile will serve all your entries.
    [one] This profile serves your entry.
   *[other] This profile serves your {$n} entries.
}
organisation-name-hint = What is already submitted keeps the name it was submitted with.
organisation-sector = Sector
organisation-founded = Founded on
organisation-size = People
organisation-links = Pages and social networks
organisation-links-hint = One address to a line, 6 at most.
organisation-logo = Logo
organisation-logo-of = Logo of {$name}
organisation-logo-choose = Choose a picture
organisation-logo-hint = PNG, JPEG or WebP, 10 MB at most.
organisation-logo-put = Use this picture
organisation-logo-remove = Remove the logo
organisation-logo-remove-ask = Remove the logo? You would have to send it again to put it back.
organisation-clash = This profile was changed elsewhere since you opened this page. Here is what you typed: save it, or keep the other version.
organisation-problem-taken = Another organisation of yours has this name already.
organisation-problem-day = Give a day in the past, after 1900.
organisation-problem-links = {$most} addresses at most.
organisation-problem-logo = Choose a PNG, JPEG or WebP picture.
sector-agriculture = Agriculture, food and water
sector-energy = Energy, climate and environment
sector-education = Education and training
sector-health = Health and care
sector-finance = Finance and insurance
sector-commerce = Commerce
sector-mobility = Mobility and logistics
sector-industry = Industry
sector-construction = Construction and housing
sector-tourism = Tourism
sector-culture = Culture, media and games
sector-public-services = Public and civic services
sector-software = Business software
sector-security = Cybersecurity
sector-other = Other
size-alone = One person
size-few = 2 to 9 people
size-tens = 10 to 49 people
size-hundred = 50 to 249 people
size-many = 250 people or more
entry-file-remove = Remove
entry-file-restore = Put the file back
entry-file-none = Choose a file first.
entry-file-empty = “{$name}” is empty.
entry-file-too-large = “{$name}” is too large. Allowed: PDF, PNG, JPEG or WebP up to 10 MB.
entry-file-kind = “{$name}” is not of a kind that is taken. Allowed: PDF, PNG, JPEG or WebP up to 10 MB.
entry-file-too-many-pixels = “{$name}” has too many pixels: at most 50 million.
entry-file-broken = “{$name}” can’t be read as a picture. Save it anew and try again.
entry-file-too-many = { $limit ->
    [one] An entry holds at most {$limit} file. Remove one first.
   *[other] An entry holds at most {$limit} files. Remove one first.
}
entry-file-too-much = The files of an entry may have {$limit} MB at most, all together. Remove one first.
entry-save-last = Saved on {$time}
entry-save-saving = Saving…
entry-save-saved = Saved at %t
entry-save-failed = Not saved: the connection is missing. Your text stays on this device.
entry-save-retry = Try again
entry-save-conflict = This section was changed in another tab or by somebody else. Your text stays in this page: save to compare the two versions.
entry-save-reload = See the other version
entry-save-sign-in = Your session has ended. Sign in in another tab, then save.
entry-clash-title = Two versions of this section
entry-clash-text = It was saved elsewhere while you were writing. Nothing is lost: your version is in the fields, the other one beside them. Correct if need be, then choose.
entry-clash-theirs = Version saved meanwhile
entry-clash-mine = Save my version
entry-clash-keep-theirs = Keep the other version
entry-check-title = Check the entry
entry-check-change = Change
entry-check-missing-title = { $n ->
    [one] One answer has to be completed before submitting
   *[other] {$n} answers have to be completed before submitting
}
entry-check-problem = {$question} — {$problem}
entry-check-nothing-new = This entry is submitted as it stands.
entry-check-submit-title = Submit the entry
entry-check-submit-text = Everything is there. After submitting you may still change the entry and submit it again until {$deadline}.
entry-check-screened-text = This entry has been found eligible already: a new version will be checked again.
entry-check-declaration = I certify that this information is accurate and that I may speak for the organisation, and I accept the rules.
entry-check-declaration-missing = Tick the declaration to submit the entry.
entry-check-submit = Submit the entry
entry-receipt-title = Entry received
entry-receipt-lede = “{$entry}” is submitted. This receipt is also sent to {$email}.
entry-receipt-received = Received on
entry-receipt-version = Version
entry-receipt-hash = Fingerprint
entry-receipt-hash-hint = The fingerprint (SHA-256) identifies exactly what you have submitted: a single different character would give another one.
entry-receipt-files = { $n ->
    [one] {$n} file submitted
   *[other] {$n} files submitted
}
entry-receipt-changed = You have changed the entry since: the version below is the one that is submitted.
entry-receipt-next = What happens next
entry-receipt-after = After {$date}
entry-receipt-step-received = Your entry is received.
entry-receipt-step-deadline = Closing: until then you may change it and submit it again.
entry-receipt-step-jury = The organisers check that the entry is complete, then the jury scores it.
entry-receipt-step-results = The results are announced.
entry-withdraw-link = Withdraw this entry
entry-withdraw-title = Withdraw the entry
entry-withdraw-text = “{$entry}” will no longer compete and the jury will no longer see it.
entry-withdraw-undo = Nothing is deleted: you can put it back until the results are announced.
entry-withdraw-button = Withdraw the entry
entry-withdraw-keep = Do not withdraw
entry-refused-question-closed = The organisers sent this entry back for other questions: this one can no longer change.
entry-limited = The organisers ask you to complete some questions. Only these can be changed; the rest of your entry stays as submitted.
entry-asked-anew = { $n ->
    [one] One answer to complete:
   *[other] {$n} answers to complete:
}
late-code = Late access code
late-code-hint = Did the organisers give you a code? It lets you enter until the date agreed with them.
late-code-use = Use this code
late-code-problem-wrong = This code does not open this edition: it is mistyped, expired or used up. Check it, or ask the organisers for another.
people-title = People
people-lede = Work on this entry together. Everybody sees who is on which section; nobody’s writing overwrites another’s.
people-count = { $n ->
    [one] {$n} person
   *[other] {$n} people
}
people-who = Person
people-role = What they may do
people-role-of = What {$who} may do
people-role-view = Read
people-role-edit = Read and write
people-role-submit = Read, write and submit
people-owner = Everything: it is their entry
people-standing = Standing
people-joined = Takes part
people-waiting = Invitation sent
people-remove = Remove
people-remove-ask = Remove {$who} from this entry? What they wrote stays.
people-leave = Leave this entry
people-leave-ask = Leave this entry? You would need a new invitation to come back.
people-invite = Invite somebody
people-invite-button = Send the invitation
people-email-hint = They sign in, or make an account, with this address.
people-here = On this section right now: {$names}
people-invited-you = {$by} invites you to work on “{$entry}”.
people-accept = Join
people-decline = Decline
people-decline-ask = Decline this invitation?
people-problem-yourself = This is your own address.
people-problem-joined = This person takes part in this entry already.
people-problem-many = {$most} people at most to an entry.
entry-refused-only-reads = You may read this entry, not write it. Ask the person who invited you to change what you may do.
entry-refused-not-yours-to-submit = You may write this entry, not submit it. The person who invited you will submit it, or can let you do so.
entry-refused-not-yours = Only the person whose entry this is may do that.
entry-refused-not-open = Entries open on {$date} (time of the edition). Come back from then on.
entry-refused-deadline = Entries closed on {$date} (time of the edition). Your draft is kept.
entry-refused-announced = The results are announced: this entry can no longer change.
entry-refused-withdrawn = This entry is withdrawn. Put it back first.
entry-refused-not-withdrawn = This entry is not withdrawn.
entry-refused-never-submitted = This entry was never submitted.
entry-refused-screened = The organisers have decided about this entry already. Write to them to change it.
answer-yes = Yes
answer-no = No
entry-answer-not-a-date = Write a date, for example 31/01/2027.
entry-answer-not-an-email = This is not an e-mail address.
entry-answer-not-a-phone = Write a telephone number: 6 to 15 digits, with the country code if it isn’t Moroccan.
entry-answer-video-host = The video must be on one of these sites: {$hosts}.
entry-answer-no-name = Write the name of person {$row}, or empty the line.
entry-question-video = On one of these sites: {$hosts}.
entry-question-images = PNG, JPEG or WebP, 10 MB at most per image.
entry-question-choose = Choose…
entry-team-person = Person {$n}
entry-team-name = Name
entry-team-role = Role
entry-team-link = Link or e-mail
entry-team-more = Save and add a person
entry-file-not-an-image = “{$name}” is not an image: PNG, JPEG or WebP.
entry-receipt-pdf = Download the PDF
history-title = History of the draft
history-lede = Every version of your answers stays here. Open one to compare it with the draft, and to bring it back if need be.
history-none-title = No history yet
history-none-text = It begins with your first answer.
history-when = Saved
history-who = By
history-what = Answers changed
history-older = Older versions
history-of = Version of {$time}
history-same = This version says the same as the draft.
history-different = { $n ->
    [one] One answer is different today.
   *[other] {$n} answers are different today.
}
history-bring-back = Bring this version back
history-bring-back-hint = The present draft stays in the history: nothing is lost.
history-then = Then
history-now = Today
history-unchanged = { $n ->
    [one] One answer has not changed
   *[other] {$n} answers have not changed
}
eligible-title = May you enter?
eligible-lede = { $n ->
    [one] One question before you begin your entry for {$edition}.
   *[other] {$n} questions before you begin your entry for {$edition}.
}
eligible-kept = Your answers are not kept.
not-eligible-title = You cannot enter this year
elsewhere-eligible-title = Another category fits you
elsewhere-eligible-text = You may enter in these categories:
not-eligible-contact = A doubt, a special case? Write to the organisers:
eligible-again = Answer again
entry-copy-found = This device keeps an unsaved copy of %t, written before another version.
entry-copy-take = Take the copy
entry-copy-drop = Forget it
entry-auto-submit = At the deadline, an entry that lacks nothing is submitted by itself: leaving it complete declares that what it says is accurate. Withdraw it if you do not want to enter.
entry-refused-limit = { $most ->
    [one] You already have an entry, and this edition allows only one. Withdraw it if you would rather begin another.
   *[other] You already have {$most} entries, and this edition allows no more. Withdraw one if you would rather begin another.
}
entry-refused-category-limit = { $most ->
    [one] You already have an entry in this category, which allows only one. Choose another, or withdraw it.
   *[other] You already have {$most} entries in this category, which allows no more. Choose another, or withdraw one.
}
organisation-region = Region
organisation-founders = Founded by
organisation-founders-hint = Counted without a name in the season report, never shown to the jury.
founders-women = Women
founders-both = Women and men
founders-men = Men
region-abroad = Outside Morocco
gallery-consent = Public gallery
gallery-consent-text = Once winners are announced, title, startup, category, first line and web address may be shown in the gallery. Nothing is shown without your consent.
gallery-consent-given = This entry is shown in the gallery once winners are announced.
gallery-consent-give = Agree to be shown
gallery-consent-back = Be shown no more
log-entry-gallery-consented = Agreed to the gallery
log-entry-gallery-withdrawn = Gallery consent withdrawn
