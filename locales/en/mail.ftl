mail-greeting = Hello,
mail-greeting-name = Hello {$name},
mail-link-below = If the button does not work, copy this address:
mail-footer = Digital Awards, Morocco’s digital trophy. This message is for you personally.
mail-verify-subject = Confirm your address
mail-verify-text = You created an account on the Digital Awards platform. Confirm your address to begin.
mail-verify-button = Confirm my address
mail-verify-after = The link works once, for 24 hours. If you asked for nothing, ignore this message.
mail-already-registered-subject = You already have an account
mail-already-registered-text = Somebody, probably you, tried to create an account with this address. It already has one: simply sign in.
mail-already-registered-button = Sign in
mail-already-registered-after = Forgot the password? The sign-in page lets you choose another.
mail-reset-subject = Choose a new password
mail-reset-text = You asked to choose a new password.
mail-reset-button = Choose a password
mail-reset-after = The link works once, for 30 minutes. If you asked for nothing, ignore this message: your password stays the same.
mail-tried-subject = Somebody tries passwords on your account
mail-tried-text = In the last minutes somebody gave wrong passwords for your account, again and again. For a quarter of an hour nobody can sign in to it. Where you are signed in, you can go on.
mail-tried-button = Choose another password
mail-tried-after = If it was you, there is nothing to do but wait a little. If not, your password has held; choose another one if you use it elsewhere.
mail-receipt-subject = Entry {$reference} received
mail-receipt-text = Your entry “{$entry}” for {$edition} is in. Keep this message as proof.
mail-receipt-next = What happens next: until {$deadline} you can still change it. The organisers then check that it is complete, and the jury scores it. Results are announced on {$results}.
mail-receipt-button = See my entry
mail-receipt-after = The fingerprint identifies exactly what you submitted.
mail-fact-reference = Reference
mail-fact-category = Category
mail-fact-received = Received
mail-fact-hash = Fingerprint
mail-fact-outcome = Result
mail-returned-subject = Entry {$reference}: please complete
mail-returned-text = The organisers ask you to complete your entry “{$entry}”:
mail-returned-button = Complete my entry
mail-returned-after = Once complete, submit it again: nothing is lost.
mail-invitation-subject = Invitation to the jury: {$edition}
mail-invitation-text = We invite you to join the jury of {$edition}. You will score entries online, at your own pace, until {$deadline}.
mail-invitation-button = See the invitation
mail-invitation-after = The link works for 7 days and is for you only.
mail-assignment-subject = Entries to score: {$edition}
mail-assignment-text = { $count ->
    [one] One entry is yours to score for {$edition}. Scoring ends on {$deadline}.
   *[other] {$count} entries are yours to score for {$edition}. Scoring ends on {$deadline}.
}
mail-assignment-button = Start scoring
mail-assignment-after = A tie with one of the organisations? Declare it before opening the entry.
mail-outcome-winner-subject = {$entry} is honoured
mail-outcome-winner-text = Congratulations! Your entry “{$entry}” is honoured in {$edition}: {$prize}.
mail-outcome-winner-button = See my page
mail-outcome-other-subject = Results: {$edition}
mail-outcome-other-text = The winners of {$edition} are announced. Your entry “{$entry}” was not selected this time. Thank you for the work that went into it.
mail-outcome-other-button = See the winners
mail-reminder-subject = {$entry}: to be submitted before {$deadline}
mail-reminder-text = Your entry “{$entry}” for {$edition} is not submitted yet. Entries close on {$deadline}.
mail-reminder-missing = { $count ->
    [0] It is complete: all that is left is to check and submit it.
    [one] One answer is missing.
   *[other] {$count} answers are missing.
}
mail-reminder-button = Open my entry
mail-reminder-after = If you no longer want to submit it, there is nothing to do.
mail-collaboration-subject = {$host} invites you to work on {$entry}
mail-collaboration-text = {$host} invites you to work on the entry “{$entry}” for {$edition}.
mail-collaboration-button = See the invitation
mail-collaboration-after = Sign in, or make an account, with the address {$address}: the invitation waits for you there. If you do not know this person, there is nothing to do.
mail-juror-reminder-subject = { $count ->
    [one] One entry left to score: {$edition}
   *[other] {$count} entries left to score: {$edition}
}
mail-juror-reminder-text = { $count ->
    [one] You have one entry left to score for {$edition}. Scoring closes on {$deadline}.
   *[other] You have {$count} entries left to score for {$edition}. Scoring closes on {$deadline}.
}
mail-juror-reminder-button = Go on
mail-juror-reminder-after = You go on where you were. If you cannot finish, write to the organisers: they will give the rest to others.
mail-extension-subject = More time for {$entry}
mail-extension-text = The organisers of {$edition} let you submit “{$entry}” until {$deadline}.
mail-campaign-button = Open my pages
