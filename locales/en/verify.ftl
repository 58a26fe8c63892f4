nav-verify = Verify
verify-title = Verify the tally
verify-lede = Every round that closes is counted, then signed. Its digest is published at that instant; the whole file with the winners. Anyone can then redo the count, score by score.
verify-here = Check it here
verify-file = Tally file
verify-file-hint = The JSON file downloaded from this site, 8 MB at most. It is checked, then forgotten.
verify-file-missing = Choose the tally file.
verify-file-large = This file is too large to be checked here. Use one of the two programs below: they have no limit.
verify-check = Check this file
verify-valid = Valid tally
verify-valid-text = { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
  } and { $scorecards ->
    [one] { $scorecards } scorecard
   *[other] { $scorecards } scorecards
  } checked: digests, signature and every result are right.
verify-is-published = This is tally { $number } of the round “{ $round }” of { $edition }, sealed on { $time }.
verify-is-superseded = It has been replaced since: the round was reopened, then closed again.
verify-not-published = But this tally was never published here.
verify-invalid = Altered tally
verify-invalid-text = This file is not the one that was sealed, or its results are not those of its scores.
verify-unreadable = This is not a tally
verify-more = { $n ->
    [one] And { $n } more problem.
   *[other] And { $n } more problems.
  }
verify-digest-of-file = Digest named by the file
verify-yourself = Check it at home
verify-yourself-text = Don’t take our word for it. This Python program, written apart from the public format, redoes the whole count with nothing else to install. Put the three files in one folder, then run:
verify-with-program = The platform’s own program makes the same check:
verify-published = Published tallies
verify-later = The file will be public with the winners.
verify-none = No round has closed yet. The digest of the first will appear here when it does.
verify-proves = What this proves
verify-proves-text = That the published ranking follows from these scores under these rules, and that nothing has changed since the digest was published. Jurors and applicants stand in it under a reference that only they can open.
verify-not-proved = It does not prove that a scorecard says what the juror meant: each juror can check their own.
verify-not-json = Line { $line } of the text: this is not JSON.
verify-not-a-tally = This is not a tally in the format “digital-awards-tally/1”.
verify-not-canonical = Line { $line } of the text is not written in the only form allowed.
verify-altered = Line { $line } was altered.
verify-added = Line { $line } was added.
verify-removed = Line { $line } of the sealed tally was removed.
verify-moved = Line { $line } was moved.
verify-digest-altered = Digest { $line } in the list of digests was altered.
verify-wrong-digest = The digest of the whole is not that of its lines.
verify-wrong-signature = The signature is not that of this digest by this key.
verify-other-key = The file is signed by another key than this site’s.
verify-bad-line = Line { $line } does not say what its kind must say.
verify-out-of-order = Line { $line } is out of order.
verify-wrong-rules = The rules are not those whose digest was published.
verify-wrong-model = The model is not the one these scores give.
verify-not-optimal = The model is not at its optimum.
verify-wrong-result = Line { $line }: the result of entry { $entry } is not the one these scores give.
verify-missing-result = Entry { $entry } has no result.
verify-weights = The weights of the criteria do not make 100 %.
verify-criterion = Criterion “{ $name }” stands twice in the rules, or breaks ties without being a criterion.
verify-scale = The scale of scores is empty.
verify-twice = { $name } stands twice.
verify-unknown = A line of entry { $entry } by { $juror } names someone unknown.
verify-marks = The scorecard of { $juror } on entry { $entry } has marks outside the rules.
verify-disagree = The assignment of entry { $entry } to { $juror } and its scorecard do not agree.
verify-ranking = These scores can’t be ranked.
own-juror-title = My lines in the tally
own-juror-lede = In the public file your name is replaced by a reference and a digest. What follows lets you, and nobody else, prove that these lines are yours and check that your scores are there.
own-entry-title = My entry in the tally
own-entry-lede = The public file says neither who you are nor what you submitted: a digest stands for it. What follows opens it, for you alone.
own-none-title = Nothing yet
own-none-text = Your lines will appear here once a round is closed and sealed.
own-reference = Your reference
own-lines = The lines that name you
own-commitment = Digest in the tally
own-value = What it hides
own-salt = Salt
own-check = The digest is the SHA-256 of “digital-awards-tally/1”, a line feed, the salt, a line feed and what it hides. Keep the salt to yourself: whoever has it can prove who you are.
verify-places = The rules do not fit jurors who put entries in an order.
verify-order = The order of { $juror } has a place twice, or a mark that is no place.
