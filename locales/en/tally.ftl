seal-title = The tally is sealed
seal-text = Sealed on {$time}. The digest below is public now on the method page; the file will be public with the winners.
seal-file = Download the signed tally
method-rules-hash = Digest of the rules (SHA-256)
method-rules-text = The rules in full
method-tally = Digest of tally {$number}
method-tally-superseded = replaced since
method-key = The public key of the signatures (Ed25519)
method-tally-file = Download the signed tally
log-round-sealed = Tally sealed
seal-changed = Since the seal an entry has left the race: the count below is no longer the file’s. It will be sealed again with the announcement; to do it now, reopen the scoring and close it again.
results-tie-break = separated by { $criterion }
method-tie-breaks = Two entries with the same score are separated by their mean on one criterion, in this order: { $criteria }. If they are still equal, they tie.
method-winners = { $n ->
    [one] One place is honoured in each category.
   *[other] { $n } places are honoured in each category.
  }
method-earlier-rules = Rules no. { $version }, replaced
method-earlier-replaced = Replaced on { $time }: { $reason }
log-rules-replaced = Rules replaced
