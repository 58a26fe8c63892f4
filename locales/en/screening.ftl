desk-screening = Screening
screening-lede = How entries are checked before the jury.
screening-checklist = Checklist
screening-checklist-hint = An entry is accepted only once each line is ticked. Leave empty to ask for nothing.
screening-check-line = Line { $n }
screening-reasons = Ready reasons
screening-reasons-hint = A click writes them in the applicant’s language, to refuse or to ask for more.
screening-reason-line = Reason { $n }
screening-second = Second reader
screening-second-text = A refusal holds only once another person of the team has confirmed it.
screening-problem-checklist = Tick each line, or ask for what is missing.
screening-next = Next entry to screen
screening-keys = Keys: O accept, C complete, N refuse, J next.
refusal-proposed = { $who } proposes to refuse this entry:
refusal-confirm = Confirm the refusal
refusal-drop = Do not refuse
log-entry-refusal-proposed = Refusal proposed
log-entry-refusal-dropped = Proposed refusal dropped
log-entry-moved = Entry moved to another category
log-entry-tagged = Tags changed
log-entry-noted = Internal note written
log-screening-rules-changed = Screening rules changed
alike-title = Perhaps the same project
alike-text = Same startup, same applicant, same title, or texts that are very close.
beside-title = For the team
tags-title = Tags
tags-hint = Between commas. Never shown to applicants or to the jury.
tags-problem-many = At most 8 tags for an entry.
notes-add = New internal note
notes-hint = Read by the team only.
notes-write = Write the note
move-title = Category
move-hint = The reference of the entry stays.
move-do = Move
move-refused = Scoring has begun: entries don’t change category any more.
columns-title = Columns
views-title = My lists
views-keep = Keep this list
views-name = Name of the list
views-forget = Forget the list { $name }
views-refused-many = You keep 20 lists already. Forget one first.
bulk-act = Act
bulk-accept = Accept
bulk-tag = Add tags
bulk-move = Move to a category
bulk-mail = Write to the applicants
bulk-extend = Give more time
bulk-do = Apply
bulk-refused-none = Tick at least one entry.
bulk-refused-checklist = This edition has a checklist: accept entries one by one.
done-bulk = Done, for the entries where it was possible.
bulk-all = { $n ->
    [one] The only entry that matches
   *[other] All { $n } entries that match
}
snapshots-title = Compare submissions
snapshots-from = From
snapshots-to = To
snapshots-question = Question
snapshots-same = Nothing changed
snapshots-same-text = These two submissions say the same.
snapshot-number = Submission { $n } · { $time }
snapshots-count = { $n ->
    [one] { $n } answer changed
   *[other] { $n } answers changed
}
