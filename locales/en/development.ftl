dev-mail-lede = This instance sends nothing: messages stay here.
dev-mail-search = Search an address or a subject
dev-mail-search-button = Search
dev-mail-count = { $count ->
    [one] One message
   *[other] {$count} messages
}
dev-mail-empty = No message
dev-mail-empty-text = Messages appear here as soon as they leave.
dev-mail-html = See the formatted version
