desk-exports = Exports
exports-title = Exports
exports-lede = Whatever you can read here you can take away: as a workbook with typed columns, or as CSV. Times in the zone of the edition.
export-table = Table
export-rows = Rows
export-take = Download
export-scorecards = Assignments and scorecards
export-entries-text = Every entry with all its submitted answers.
export-scorecards-text = Who judges what; scores and words once the round is closed.
export-results-text = The ranking of each closed round.
export-mails-text = What has left, to whom, when.
export-log-text = Everything that has changed, with the hashes of the chain.
exports-all = Download everything (ZIP)
exports-all-text = Every table in both formats and the files of submitted entries, with the list of their SHA-256 hashes.
export-round = Round
export-juror = Juror
export-address = Address
export-submitted = Sheet handed in
export-before = Before
export-after = After
export-hash = Hash
log-export-taken = Export downloaded
book-title = Entry book
book-text = The entries of a category as they were submitted, as a PDF, each on its own page: to read offline or to print.
book-refused-large = A book holds at most 300 entries. Take the table of entries instead.
book-count = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
export-progress = Being made…
