landing-empty-text = Come back soon: calendar, categories and rules will be published here.
landing-opens = Entries open on {$time}, {$zone}.
landing-closes = Entries close on {$time}, {$zone}.
landing-last-hours = { $count ->
    [one] One hour left: entries close on {$time}, {$zone}.
   *[other] {$count} hours left: entries close on {$time}, {$zone}.
}
landing-screening = Entries are closed. The organisers are checking them.
landing-judging = The jury is at work. Winners are announced on {$day}.
landing-announced = The winners are announced.
landing-enter = Submit an entry
landing-see-method = Read the method
landing-see-winners = Discover the winners
landing-calendar = Calendar
landing-categories = Every category, one standard
landing-method = A published method
landing-weights = What each criterion weighs
landing-last-winners = Winners: {$edition}
landing-all-winners = All winners and finalists
landing-phase-entries = Entries
landing-phase-screening = Screening
phase-screening-text = Every entry is checked
phase-jury = Jury
landing-phase-results = Announcement
phase-until = Until {$day}
criterion = Criterion
weight = Weight
percent = {$number}%
rules-title = Rules: {$edition}
rules-questions = Frequent questions
rules-charter = The jury’s charter of honour
method-title = How entries are scored
method-lede = The method is the same for all, fixed before the first score and published here.
method-criteria = The criteria
method-scale = Each criterion is scored from {$min} to {$max} by at least {$jurors} jurors, each on their own. A sentence describes every step.
method-ranking = The ranking
method-weighted-mean = A scorecard’s total is the mean of its criteria, weighted. An entry’s score is the mean of its submitted scorecards, computed exactly, in fractions.
method-calibrated = An entry’s score is the mean of its scorecards, corrected for how severe each juror is on entries that others scored too.
method-ties = Two entries with the same score are tied, and stay so: no hidden tie-break.
method-set-aside = A juror with a tie to an organisation steps back: the scorecard is set aside and does not count.
method-secrecy = Secrecy
method-secrecy-text = While scoring is open nobody sees a score but the juror who gave it. Organisers follow progress, never values. Nothing is public before the announcement.
method-check = Checking
method-check-text = Every act is written to a log whose lines are chained by hash: an altered line shows. The tally has a public format that anybody can recompute.
winners-title = Winners of {$edition}
winners-lede = { $count ->
    [one] One project honoured by the jury.
   *[other] {$count} projects honoured by the jury.
}
winners-finalists = Finalists
winners-empty = No winners yet
winners-empty-text = They will be announced here, all at once.
winners-archive = Other editions
winner-jury = The jury
winner-organisation = Organisation
winner-city = City
winner-founded = Founded
winner-prize = Prize
winner-all = All winners
preview-banner = Preview for organisers only: none of this is public.
method-order = Each juror gives the best entries of each category a place. Number of places: {$n}. Jurors per entry, at least: {$jurors}.
method-schulze = Two entries are compared on the jurors who read both: the one that more of them place above wins. The Schulze method makes the order of it, even where duels go round in a circle; the score of an entry is how many others it beats.
method-borda = The first place is worth as many points as there are places, the last one point, no place none. The score of an entry is the mean of its points over the jurors who read it.
method-duel-ties = Two entries that beat equally many others are separated by the mean of the points of their places. If they are still equal, they are tied.
embed-title = Show this list on your site
embed-text = Copy this code into a page: the list keeps itself up to date, without a script.
record-title = Signed record
record-holds = This distinction is genuine: the signature is the organisers’, and nothing was revoked.
record-other-key = The signature comes from another key than the one this site publishes. Ask the organisers.
record-revoked = Distinction revoked on { $day }: { $reason }
record-issued = Signed on
record-key = Public key
record-file = Download the record
record-winner = See the project’s page
record-offline = It can be checked offline, too:
record-refused-revoked = This distinction was revoked. Its page says why.
certificate-record = Scan to check this certificate:
winner-badge-svg = Badge (SVG)
winner-badge-png = Badge (PNG)
gallery-title = Gallery of entries
gallery-lede = { $edition }: the projects whose applicants agreed to be shown.
gallery-search = Search a project
gallery-none = No project to show
gallery-none-text = No entry matches, or nobody has agreed to be shown yet.
gallery-see = See the gallery of entries
gallery-count = { $n ->
    [one] { $n } project
   *[other] { $n } projects
}
rules-versions = Changes
rules-changed = Rules changed on { $day }
rules-changed-text = What was taken out is struck through, what was added is underlined.
rules-gone = Taken out:
rules-new = Added:
