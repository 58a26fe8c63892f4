dev-mail-lede = Cette instance n’envoie rien : les messages restent ici.
dev-mail-search = Chercher une adresse ou un objet
dev-mail-search-button = Chercher
dev-mail-count = { $count ->
    [one] Un message
   *[other] {$count} messages
}
dev-mail-empty = Aucun message
dev-mail-empty-text = Les messages apparaissent ici dès qu’ils partent.
dev-mail-html = Voir la version mise en page
