desk-campaigns = Write to people
campaigns-title = Write to people
campaigns-lede = A mail to an exact group, in each person’s language. Nothing leaves before you have seen the exact list of recipients.
campaign-begin = New mail
campaigns-none = No mail written
campaigns-none-text = Receipts, reminders and invitations leave by themselves; here you write what you like.
campaign-untitled = No subject
campaign-title = A mail
campaign-draft = Draft
campaign-scheduled = Scheduled
campaign-sent = Sent
campaign-cancelled = Called off
campaign-write = The mail
campaign-to = To whom
campaign-to-hint = Nothing ticked: nobody. Somebody in several groups gets one mail.
audience-drafts = Applicants whose entry is not submitted
audience-returned = Applicants whose entry is to be completed
audience-pending = Applicants whose entry waits for screening
audience-eligible = Applicants whose entry is eligible
audience-ineligible = Applicants whose entry is not eligible
audience-invited = Invited jurors who have not answered
audience-jurors = Jurors
audience-picked = { $n ->
    [one] { $n } applicant picked in the list of entries
   *[other] { $n } applicants picked in the list of entries
}
campaign-category = Only applicants of the category
campaign-subject = Subject
campaign-text = Text
campaign-text-hint = A line is a paragraph. You can write {"{"}name{"}"}, {"{"}edition{"}"} and {"{"}deadline{"}"}: the person’s name, the edition, their deadline. A button to their pages follows the text.
campaign-recipients = Recipients
campaign-nobody = Nobody for now: tick a group and save.
campaign-person = Person
campaign-address = Address
campaign-language = Language
campaign-preview = What a person reads
campaign-as = Show the mail of
campaign-show = Show
campaign-test = Send a test to me
campaign-order-title = Send
campaign-when = When?
campaign-now = Now
campaign-at = Time to send
campaign-type-count = To confirm, type the number of recipients: {$n}
campaign-missing = Some recipients read a language in which subject or text is missing: {$languages}.
campaign-waiting = mails waiting
campaign-left = mails that have left
campaign-failed = mails refused
campaign-stop = Stop what has not left
campaign-stop-ask = Stop this? What has left can’t be caught.
campaign-remove = Remove this draft
campaign-remove-ask = Remove this draft?
campaign-stale = The list of recipients has changed since you saw it. Read it again, then send.
campaign-problem-variable = “{"{"}{$word}{"}"}” is no known word. Use name, edition or deadline between braces.
campaign-problem-language = Some recipients read this language: write the subject and the text.
campaign-problem-count = Type exactly the number of recipients.
campaign-refused-ordered = This mail is already sent or scheduled: it does not change any more.
campaign-refused-nobody = The list is empty: tick a group and save.
campaign-refused-left = Nothing left to stop: everything has gone.
mail-kind-campaign = Written mail
log-campaign-begun = Mail begun
log-campaign-ordered = Mail sent or scheduled
log-campaign-removed = Draft of a mail removed
log-campaign-stopped = Sending stopped
campaigns-count = { $n ->
    [one] {$n} mail
   *[other] {$n} mails
}
campaign-people = { $n ->
    [one] {$n} recipient
   *[other] {$n} recipients
}
campaign-order = { $n ->
    [one] Send to {$n} person
   *[other] Send to {$n} people
}
campaign-ask = { $n ->
    [one] Send this mail to {$n} person?
   *[other] Send this mail to {$n} people?
}
campaign-at-hint = Time zone: {$zone}. No effect if you send now.
campaign-refused-empty = Nothing to try: write the subject and the text first, then save.
