lab-title = Results lab
lab-link = Results lab
lab-crumbs = You are here
lab-tab-ranking = Rankings
lab-tab-jury = Jury
lab-tab-robustness = Robustness
lab-tab-advice = Useful scorecards
lab-whole = The whole round
lab-method-mean = The official ranking follows the weighted mean of the scorecards. The calibrated score, corrected for the severity of each juror, is shown beside it.
lab-method-calibrated = The official ranking follows the calibrated score: the mean of the scorecards, corrected for the severity of each juror and drawn towards the overall mean when scorecards are few.
lab-no-scores = No submitted scorecard: there is nothing to compute.
lab-one-entry = Only one entry was scored: there is nothing to compare.
lab-one-juror = One juror scored everything: severity can’t be told from the quality of the entries. Only the means count.
lab-no-repeats = No entry was scored twice: quality can’t be told from chance. Only the means count.
lab-all-equal = All scores are equal: no entry stands out.
lab-no-noise = The scores are exactly the entry’s level plus the juror’s severity: with nothing left to explain, the model can’t estimate the uncertainty. Only the means count.
lab-too-large = More than 6,000 entries and more than 6,000 jurors: too many for the exact model. Only the means count.
lab-parts-title = { $n ->
    [one] {$n} unconnected group
   *[other] {$n} unconnected groups
}
lab-parts-text = No juror and no entry connects these groups. From one to another, a difference between juries can’t be told from a difference between entries: only the assumption that they are alike ranks them together.
lab-bridges = { $n ->
    [one] One more scorecard would connect them:
   *[other] {$n} more scorecards would connect them:
}
lab-bridge = {$juror} scores {$entry}.
lab-apart = { $n ->
    [one] One group can’t be connected by any available juror: invite a juror, raise a limit or check the declared ties.
   *[other] {$n} groups can’t be connected by any available juror: invite a juror, raise a limit or check the declared ties.
}
lab-no-whole = The round can’t be ranked as a whole: its entries fall into unconnected groups. Each category can still be read on its own.
lab-plot-label = Scores of {$category}, with their intervals; the table below gives the same numbers
lab-plot-text = Dot: calibrated score. Line: 90% interval. Small upright bar: raw mean. Gold: first place; full dot: podium.
lab-plot-close = A bracket joins two neighbours too close to call (probability under 90%).
lab-plot-means = Dot: raw mean. Without a model there is no interval.
lab-draws = Ranks and probabilities: {$draws} draws, seed {$seed}.
lab-first = { $n ->
    [one] The first of {$of} is shown; the file has them all.
   *[other] The first {$n} of {$of} are shown; the file has them all.
}
lab-range = {$low} to {$high}
lab-under = < 1%
lab-over = > 99%
lab-mean = Mean
lab-calibrated = Calibrated
lab-interval = 90% interval
lab-ranks = Possible ranks (95%)
lab-p-top = P(top {$top})
lab-above-next = Above the next
lab-close = Too close
lab-by-mean = Rank by mean
lab-by-model = Calibrated rank
lab-part = Group
lab-low = Low end of the 90% interval
lab-high = High end of the 90% interval
lab-rank-low = Best rank (95%)
lab-rank-high = Worst rank (95%)
lab-jury-title = The jury
lab-jury-lede = These signs are for talking with jurors. They penalise nobody and change no ranking.
lab-jury-none = No juror has scored
lab-jury-plot = Severity of each juror, with its interval; the table below gives the same numbers
lab-jury-text = Dot: how far the juror is from the others on the same entries, in points. Line: 90% interval. Below zero, stricter; above, more generous.
lab-juror = Juror
lab-severity = Severity
lab-severity-text = In points: below zero, the juror scores lower than the others on the same entries. The number is cautious when scorecards are few.
lab-mean-given = Mean given
lab-spread = Spread
lab-spread-text = Standard deviation of the juror’s scores: near zero, only a little of the scale is used.
lab-disagreement = Disagreement
lab-disagreement-text = What is left when the entry’s level and the severity are taken away: high means seeing entries differently from the others.
lab-straight = Equal marks
lab-straight-text = Share of the scorecards on which every criterion has the same mark.
lab-time = Time per scorecard
lab-time-text = Median time from the first mark to submission; nothing for a scorecard written and submitted at once.
lab-seconds = Seconds per scorecard
lab-minutes = {$n} min
lab-drift = Drift
lab-drift-text = Points gained from one scorecard to the next, in the order of scoring. “Worth a look” from two standard errors on.
lab-drift-z = Drift in standard errors
lab-look = Worth a look
lab-agreement = Agreement by criterion
lab-agreement-text = Where the differences between the marks of each criterion come from. The larger the share of the entries, the more jurors agree.
lab-criterion = Criterion
lab-from-entry = From entries
lab-from-juror = From severity
lab-from-chance = From the rest
lab-robust-title = Robustness of the podiums
lab-robust-lede = What would be enough to change the first {$top} places of a category? Every trial is a full ranking again, by the method of the rules.
lab-robust-none = No podium
lab-firm = The podiums hold: none of the trials changes them.
lab-only-jurors = { $n ->
    [one] No single step of one mark and no weight within a tenth changes a podium; only the absence of one juror would.
   *[other] No single step of one mark and no weight within a tenth changes a podium; only the absence of one of {$n} jurors would.
}
lab-gain = Gain
lab-smallest-step = { $n ->
    [one] The smallest change that is enough: one mark, by a single step. One possibility does it.
   *[other] The smallest change that is enough: one mark, by a single step. {$n} possibilities do it.
}
lab-smallest-weight = No single step of one mark is enough. The smallest change of a weight that is enough: {$shift}
lab-podium = Podium
lab-by-jurors = Jurors whose absence changes it
lab-by-steps = One-step marks that change it
lab-by-weights = Smallest change of a weight
lab-holds = Holds
lab-jurors-out = Without one juror
lab-jurors-tried = { $n ->
    [one] {$n} absence tried; {$changed} changes a podium.
   *[other] {$n} absences tried; {$changed} change a podium.
}
lab-incomplete-jurors = The work was bounded: only jurors of the entries nearest to the foot of a podium were tried.
lab-without = Without the scorecards of {$juror}:
lab-steps = One mark, one step
lab-steps-tried = { $n ->
    [one] {$n} change tried; {$changed} changes a podium.
   *[other] {$n} changes tried; {$changed} change a podium.
}
lab-incomplete-steps = The work was bounded: only marks of the entries nearest to the foot of a podium were tried.
lab-step = If {$juror} gave {$to} instead of {$from} to {$entry} for {$criterion}:
lab-weights = Weights, within a tenth
lab-weights-tried = { $changed ->
    [0] No weight changed by a tenth or less, up or down, changes a podium.
    [one] {$changed} change of a weight by a tenth or less changes a podium; it is the smallest in its direction.
   *[other] {$changed} changes of a weight by a tenth or less change a podium; each is the smallest in its direction.
}
lab-incomplete-weights = The work was bounded: weights were tried on a grid coarser than a hundredth of a percent.
lab-shift = {$criterion} weighs {$to} instead of {$from} (the others keep their proportions).
lab-becomes = {$category}:
lab-becomes-nothing = {$category}: no podium any more.
lab-place = {$rank}. {$entry}
lab-and = {" · "}
lab-advice-title = Scorecards that would settle it
lab-advice-lede = The extra scorecards that would most reduce the doubt about the first {$top} places of each category.
lab-advice-how = The doubt is the expected number of pairs in the wrong order between the podium and its followers. Left out: declared ties, scorecards already asked for, jurors with a full load, those who don’t read the language or don’t judge the category. Each category is advised as if it were alone.
lab-advice-count = Scorecards per category
lab-advice-none = No available juror can score another entry, or there is nothing to settle.
lab-doubt-before = Doubt before
lab-doubt-after = Doubt after
lab-why = Why rank {$rank}?
lab-why-tied = Why rank {$rank}, shared?
lab-why-unranked = Why no rank?
lab-why-unscored = No submitted scorecard counts for this entry: it has no score and no rank.
lab-rank-of = {$rank} of {$of}
lab-sum = The score, line by line
lab-sum-calibrated = { $n ->
    [one] It starts from the mean of all entries. Each scorecard adds its distance from it, the juror’s severity taken away. With {$n} scorecard, the entry goes {$weight} of the way to its own corrected mean.
   *[other] It starts from the mean of all entries. Each scorecard adds its distance from it, the juror’s severity taken away. With {$n} scorecards, the entry goes {$weight} of the way to its own corrected mean.
}
lab-sum-mean = { $n ->
    [one] The score is the mean of a single scorecard.
   *[other] The score is the mean of {$n} scorecards: each brings its total divided by {$n}.
}
lab-total = Scorecard total
lab-adds = Adds
lab-start = Mean of all entries
lab-neighbours = Neighbours
lab-how-sure = How surely
lab-near-before = Above this entry: rightly so with a chance of {$p}.
lab-near-after = Below this entry: rightly so with a chance of {$p}.
lab-tie-break = Equal scores: {$criterion} tells them apart ({$mean} for this neighbour).
lab-tied = Equal scores, and nothing in the rules tells them apart.
lab-refused-ranked = In this round jurors put entries in order: there is no severity to correct. The results page shows the duels.
