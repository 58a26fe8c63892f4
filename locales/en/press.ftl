press-title = Press kit
press-lede = One link for each newsroom, to read the laureates under embargo. Each link is revoked by itself.
press-embargo = Under embargo until { $time } ({ $zone }). Nothing of what follows may be published before.
press-public = The laureates are public: everything may be published.
press-given-to = Link given to { $name }. Please don’t pass it on.
press-archive = Download texts and pictures (ZIP)
press-none = No laureate
press-none-text = Nothing is chosen yet.
press-made = Here is the link. It is shown once: copy it now.
press-for = Newsroom
press-for-hint = The name stands on the page, so that everybody knows where a leak comes from.
press-give = Make the link
press-when = Made on
press-links-none = No link
press-links-none-text = Links are made once the announcement is scheduled.
press-revoke = Revoke
press-revoke-ask = The link of { $name } will lead nowhere.
press-revoked = Revoked on { $day }
press-refused-early = Schedule the announcement first: while the choice may still change, there is nothing to give to the press.
press-refused-many = There are 50 links that work already. Revoke one first.
log-press-link-given = Press link given
log-press-link-revoked = Press link revoked
press-count = { $n ->
    [one] { $n } link
   *[other] { $n } links
}
done-link-revoked = This link leads nowhere any more.
