auto-title = Proposed assignment
auto-lede = The best possible distribution of entries among jurors, proven. Nothing is written until you apply it.
auto-wishes = What you ask for
auto-per-entry = Jurors per entry
auto-per-entry-hint = Three at least, so that severities can be compared.
auto-max-load = Entries per juror, at most
auto-max-load-hint = Empty: only the limit that each juror gave counts.
auto-only-categories = Only jurors who know the category
auto-only-categories-detail = A juror without a category takes them all.
auto-level = Equal loads
auto-level-detail = As many entries for everyone, before affinity.
auto-connect = One jury
auto-connect-detail = Every juror linked to every other by entries in common: their severities can be compared.
auto-bottleneck = No entry badly served
auto-bottleneck-detail = The lowest affinity first: the worst pair is as good as possible.
auto-keep = Assignments that nobody has begun
auto-keep-hint = Those that were begun or scored always stay.
auto-keep-locked = Stay
auto-keep-prefer = Stay, unless a change gains more than 100 points
auto-keep-free = May change
auto-weights = What makes affinity
auto-weights-hint = From 0 to 10 each. A juror never gets an entry that they can’t read.
auto-weight-category = Category
auto-weight-category-hint = 100 if the juror chose it, 50 if they take them all.
auto-weight-expertise = Expertise
auto-weight-expertise-hint = How near their words are to the entry’s; 100 is the nearest pair.
auto-weight-language = Language
auto-weight-language-hint = 100 if the entry is in their first language, 50 in another that they read.
auto-weight-preference = Preference
auto-weight-preference-hint = 100 if the juror would rather judge this category, 50 either way, 0 rather not.
auto-propose = Propose an assignment
auto-again = Propose again
auto-nothing-written = Proposing writes nothing and tells nobody.
auto-plan = The proposal
auto-figure-covered = { $n ->
    [one] entries, one juror each
   *[other] entries, { $n } jurors each
  }
auto-figure-added = new assignments
auto-figure-stays = that stay
auto-figure-removed = taken back
auto-proven = Proven optimal
auto-connected = One jury
auto-disconnected = { $n } groups of jurors without an entry in common
auto-loads-between = { $least } to { $most } entries per juror
auto-no-change = Everything is like this already: there is nothing to change.
auto-apply = { $n ->
    [one] Apply: one new assignment
   *[other] Apply: { $n } new assignments
  }
auto-apply-detail = Exactly what is shown here. Each juror gets a single message. You can take it all back while nothing has been begun.
auto-removed = { $n ->
    [one] One assignment taken back
   *[other] { $n } assignments taken back
  }
auto-proof = The proof
auto-proof-text = No other permitted assignment has more affinity. An independent checker, which shares nothing with the calculation, has verified the certificate: what the proposal weighs equals the ceiling that the prices give. Download the files and check them yourself.
auto-objective = Total affinity
auto-optimum = Total affinity without the bridges
auto-bridges-cost = What the bridges cost
auto-worst = Lowest affinity
auto-primal = What the proposal weighs
auto-dual = What none can exceed
auto-gap = Gap
auto-file-proof = Everything, in a ZIP file
auto-file-plan = The proposal (CSV)
auto-file-certificate = The certificate (JSON)
auto-check = To check, once the ZIP is open:
auto-costs = What each wish costs
auto-costs-text = The affinity that giving it up would gain, everything else being equal.
auto-costs-none = Nothing was asked for that could cost anything.
auto-cost-level = Equal loads
auto-cost-bottleneck = No entry badly served
auto-cost-connect = One jury
auto-cost-prefer = Keeping what nobody has begun
auto-cost-given = Assignments that stay
auto-cost-begun = Assignments that were begun
auto-cost-scored = Assignments that were scored
auto-cost-nothing = nothing
auto-points = { $n ->
    [one] { $points } point
   *[other] { $points } points
  }
auto-connection = A jury that can be compared
auto-connection-one = Every juror is linked to every other by a chain of entries in common: severities can be compared, and the ranking holds for all.
auto-connection-several = { $n } groups of jurors have no entry in common: a ranking across them would be a bet. Tick “One jury”, or give them entries in common.
auto-bridges = { $n ->
    [one] One bridge was added:
   *[other] { $n } bridges were added:
  }
auto-bridge = { $added } instead of { $removed } ({ $cost })
auto-pair = { $entry } to { $juror }
auto-comma = {", "}
auto-loads = The loads
auto-histogram = Number of jurors by number of entries
auto-loads-table = { $n ->
    [one] The table, one juror
   *[other] The table, { $n } jurors
  }
auto-before = Before
auto-after = After
auto-limit = Limit
auto-no-limit = none
auto-pairs = Who scores what, and why
auto-pairs-text = Category, expertise and language, from 0 to 100, times their weights: their sum is the affinity.
auto-seats = Jurors
auto-standing-new = new
auto-standing-given = stays
auto-standing-begun = begun
auto-standing-scored = scored
auto-why = { $total } = { $category } × { $wc } + { $expertise } × { $we } + { $language } × { $wl } + { $preference } × { $wp }
auto-impossible = No assignment is possible
auto-impossible-proven = This is proven: the independent checker has counted the places.
auto-impossible-entries = { $n ->
    [one] The entry in question
   *[other] The { $n } entries in question
  }
auto-impossible-jurors = { $n ->
    [one] The juror who could score it
   *[other] The { $n } jurors who could score them
  }
auto-at-most = { $n ->
    [one] one entry at most
   *[other] { $n } entries at most
  }
auto-cut-of = { $n ->
    [one] one entry of “{ $category }”
   *[other] { $n } entries of “{ $category }”
  }
auto-scorecards = { $n ->
    [one] one scorecard
   *[other] { $n } scorecards
  }
auto-cut-places = It takes { $need } for { $entries }; { $n ->
    [one] their only eligible juror may take { $capacity }.
   *[other] their { $n } eligible jurors may take { $capacity }.
  }
auto-cut-nobody = { $entries } lack { $lacking }: all jurors who may score them do already.
auto-cut-loosen = Or let jurors of other categories score too.
auto-cure = { $n ->
    [one] Invite one more juror, or raise their limit to { $limit }.
   *[other] Invite { $n } more jurors, or raise their limit to { $limit }.
  }
auto-cure-invite = { $n ->
    [one] Invite one more juror.
   *[other] Invite { $n } more jurors.
  }
auto-cure-nobody = Invite other jurors for these entries, or ask for fewer jurors per entry.
auto-problem-number = A number from { $least } to { $most }.
auto-problem-too-few-jurors = Not that many jurors have accepted.
auto-refused-empty = It takes at least one eligible entry and one juror who has accepted. Look at the entries and the jury.
auto-refused-changed = Something has changed since this proposal: here is a new one. Read it again before you apply it.
auto-refused-begun = { $n ->
    [one] One of the assignments has been begun: take the others back one by one, in the table.
   *[other] { $n } of the assignments have been begun: take the others back one by one, in the table.
  }
auto-refused-undo = Not everything can be taken back any more: jurors or entries have changed. Correct it in the table.
auto-undo = Take the applied proposal back
auto-undo-text = { $n ->
    [one] One assignment added on { $time }. Nobody has begun it: it can be taken back.
   *[other] { $n } assignments added on { $time }. Nobody has begun them: they can be taken back together.
  }
auto-undo-begun = { $n ->
    [one] The proposal of { $time } can’t be taken back at once any more: one assignment has been begun.
   *[other] The proposal of { $time } can’t be taken back at once any more: { $n } assignments have been begun.
  }
jurors-tie-by-comparison = found by comparison
done-plan-applied = The proposal is applied: the jurors are told.
done-plan-undone = The proposal is taken back.
log-plan-applied = Proposed assignment applied
log-plan-undone = Proposed assignment taken back
gaps-title = { $n ->
    [one] One scorecard has nobody
   *[other] { $n } scorecards have nobody
  }
gaps-text = Here is who can take them, with nothing else changed: the replacement that disturbs least.
gaps-many = That is a lot: look at the proposal before you apply it.
gaps-confirm = { $n ->
    [one] Confirm the replacement
   *[other] Confirm the { $n } replacements
  }
gaps-look = See the proposal
