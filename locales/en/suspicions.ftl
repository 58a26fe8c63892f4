suspicions-title = Ties to check
suspicions-lede = Found by comparing names, addresses, answers and earlier declarations. Confirm those that are true: the juror will not see these entries. Nothing is set aside without you.
suspicions-found = { $n ->
    [one] One tie between a juror and an entry is to be checked.
   *[other] { $n } ties between jurors and entries are to be checked.
  }
suspicions-look = Check them
suspicions-empty-title = No tie to check
suspicions-empty-text = The comparison is made again with each new entry and each new juror.
suspicions-none-title = No tie matches
suspicions-search = Juror, organisation or reference
suspicions-count = { $n } of { $of }
suspicions-why = What was found
suspicions-decide = Decision
suspicions-confirm = Confirm the tie
suspicions-dismiss = It is nothing
suspicions-organisation = The organisation has the name of the juror’s: “{ $evidence }”.
suspicions-domain = The same e-mail domain: { $evidence }.
suspicions-named = “{ $evidence }” is named in the answer to “{ $place }”.
suspicions-before = Tie declared for { $place }: “{ $evidence }”.
suspicions-refused-gone = This tie has been confirmed or dismissed already. Reload the page.
done-suspicion-dismissed = Noted: this will not be suggested again.
log-suspicion-dismissed = Suspected tie dismissed
