dev-mail-lede = This instance sends nothing: messages stay here.
dev-mail-search = Search an address or a subject
dev-mail-search-button = Search
dev-mail-count = { $count ->
    [one] One message
   *[other] {$count} messages
}
dev-mail-empty = No message
dev-mail-empty-text = Messages appear here as soon as they leave.
dev-mail-subject = Subject
dev-mail-to = To
dev-mail-when = Sent
dev-mail-html = The message as it arrives
dev-mail-text = As plain text
