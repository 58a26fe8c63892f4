dev-mail-lede = Cette instance n’envoie rien : les messages restent ici.
dev-mail-search = Chercher une adresse ou un objet
dev-mail-search-button = Chercher
dev-mail-count = { $count ->
    [one] Un message
   *[other] {$count} messages
}
dev-mail-empty = Aucun message
dev-mail-empty-text = Les messages apparaissent ici dès qu’ils partent.
dev-mail-subject = Objet
dev-mail-to = À
dev-mail-when = Envoyé
dev-mail-html = Le message, tel qu’il arrive
dev-mail-text = En texte seul
