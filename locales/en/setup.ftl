desk-setup = Set-up
setup-lede = What is left before opening. Every page can be saved incomplete.
setup-progress = { $n } of { $of }
setup-identity = Identity
setup-calendar = Calendar
setup-jury = Jury charter
setup-mails = Automatic mails
setup-legal = Rules
setup-state-missing = Missing
setup-state-left = To look at
setup-state-ready = Ready
setup-untried = Nobody has gone through it yet.
setup-missing-identity = A name and a contact address are needed.
setup-missing-calendar = The deadline for entries has passed already.
setup-missing-categories = At least one category is needed.
setup-missing-prizes = At least one prize is needed.
setup-missing-form = The form has no question.
setup-missing-criteria = A round has no criterion.
setup-missing-charter = Jurors have no charter to sign.
setup-missing-rules = The rules are empty.
setup-open = Open the edition
setup-open-text = The edition becomes public, and entries come on the planned date.
edition-refused-setup = Parts are missing without which the edition can’t open. The “Set-up” page says which.
task-set-up-text = Without them the edition can’t open.
task-set-up-do = Complete
new-from = Start from
new-from-preset = A preset of a trophy
new-from-take = Take
new-from-text = Texts, categories, prizes, form, rounds and criteria are taken over; dates move by a year. Nothing of entries or jury.
test-drive-title = Test drive
test-drive-lede = Five made-up entries answer the form and are scored by a made-up jury. Nothing is stored.
test-drive-none = Nothing to try
test-drive-form = Form
test-drive-jurors = Jurors
test-drive-entry = Trial entry { $n }
test-drive-look = See for yourself
test-drive-applicant = The form as an applicant sees it
test-drive-juror = An entry as a juror reads it
test-drive-criteria = The criteria and their scale
test-drive-done = I have gone through it
log-edition-mails-seen = Mails gone through
log-edition-test-driven = Test drive done
log-mail-text-changed = Words of a mail changed
desk-mail-texts = Words of mails
mail-texts-lede = What the mails say that leave by themselves. Without words of yours, the usual ones stand.
mail-texts-own = Your words
mail-texts-usual = Usual words
mail-texts-seen-text = Read in the three languages?
mail-texts-seen = I have read them
mail-texts-empty = A language left empty keeps the usual words. The button and the facts (reference, date…) always stay.
mail-texts-hint = One paragraph a line.
mail-texts-variables = What you can name
mail-texts-real = The newest mail of this kind, to { $name }, with the words that are saved.
mail-texts-made-up = No mail of this kind has left yet: a made-up example.
mail-text-winner = Announcement: winners and finalists
mail-text-other = Announcement: other applicants
mail-variable-name = the recipient’s name
mail-variable-edition = the name of the edition
mail-variable-entry = the title of the entry
mail-variable-reference = the reference of the entry
mail-variable-category = the category
mail-variable-time = when it was received
mail-variable-deadline = the deadline
mail-variable-results = the day of the results
mail-variable-count = the number (of answers or entries)
mail-variable-host = who invites
mail-variable-outcome = the distinction
mail-variable-prize = the prize
setup-untranslated = { $n ->
    [one] One text lacks a language.
   *[other] { $n } texts lack a language.
}
setup-cannot-open = { $n ->
    [one] One part is missing: the edition can’t open yet.
   *[other] { $n } parts are missing: the edition can’t open yet.
}
task-set-up = { $n ->
    [one] part of the set-up is missing
   *[other] parts of the set-up are missing
}
test-drive-taken = { $n ->
    [one] { $n } answer taken
   *[other] { $n } answers taken
}
test-drive-refused = { $n ->
    [one] { $n } answer refused
   *[other] { $n } answers refused
}
mail-texts-problem-variable = “{"{"}{ $word }{"}"}” is no word this mail knows: see the list below the text.
