comments-title = Comments of the jury
comments-lede = What jurors wrote to applicants. Hold back what hurts or names somebody; the rest is passed on after the announcement.
comments-not-passed-on = This edition does not pass comments on.
comments-count = { $n ->
    [one] One comment
   *[other] {$n} comments
}
comments-none-title = No comment
comments-none-text = No juror wrote to applicants.
comments-held = Held back
comments-release = Pass on
comments-hold = Hold back
feedback-title = Feedback of the jury
feedback-lede = { $n ->
    [one] The mean of one scorecard, beside the median of the category {$category}.
   *[other] The mean of {$n} scorecards, beside the median of the category {$category}.
}
feedback-scores = Scores per criterion
feedback-criterion = Criterion
feedback-own = Your mean
feedback-median = Median of the category
feedback-what = The mark on the bar is the median: half the entries of the category have less.
feedback-comments = What jurors write to you
certificate-title = Certificate (PDF)
certificate-to = awarded to
certificate-for = for “{$entry}”
certificate-winner = Winner: {$prize}
certificate-finalist = Finalist: {$prize}
certificate-competed = Competed before the jury
certificate-verify = The tally is sealed under this digest; anyone can verify it at {$url}
