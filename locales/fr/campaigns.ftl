desk-campaigns = Écrire aux gens
campaigns-title = Écrire aux gens
campaigns-lede = Un message à un groupe précis, dans la langue de chacun. Rien ne part sans que vous ayez vu la liste exacte des destinataires.
campaign-begin = Nouveau message
campaigns-none = Aucun message écrit
campaigns-none-text = Les accusés, rappels et invitations partent d’eux-mêmes ; ici, vous écrivez ce que vous voulez.
campaign-untitled = Sans objet
campaign-title = Un message
campaign-draft = Brouillon
campaign-scheduled = Programmé
campaign-sent = Envoyé
campaign-cancelled = Annulé
campaign-write = Le message
campaign-to = À qui
campaign-to-hint = Rien de coché : personne. Une personne présente dans plusieurs groupes ne reçoit qu’un message.
audience-drafts = Candidats dont le dossier n’est pas déposé
audience-returned = Candidats dont le dossier est à compléter
audience-pending = Candidats dont le dossier attend la présélection
audience-eligible = Candidats dont le dossier est recevable
audience-ineligible = Candidats dont le dossier n’est pas recevable
audience-invited = Jurés invités qui n’ont pas répondu
audience-jurors = Jurés
audience-picked = { $n ->
    [one] { $n } candidat choisi dans la liste des dossiers
   *[other] { $n } candidats choisis dans la liste des dossiers
}
campaign-category = Seulement les candidats de la catégorie
campaign-subject = Objet
campaign-text = Texte
campaign-text-hint = Une ligne, un paragraphe. Vous pouvez écrire {"{"}name{"}"}, {"{"}edition{"}"} et {"{"}deadline{"}"} : le nom de la personne, l’édition, sa date limite. Un bouton vers son espace suit le texte.
campaign-recipients = Destinataires
campaign-nobody = Personne pour l’instant : cochez un groupe et enregistrez.
campaign-person = Personne
campaign-address = Adresse
campaign-language = Langue
campaign-preview = Ce que lit une personne
campaign-as = Voir le message de
campaign-show = Voir
campaign-test = M’envoyer un essai
campaign-order-title = Envoyer
campaign-when = Quand ?
campaign-now = Maintenant
campaign-at = Heure d’envoi
campaign-type-count = Pour confirmer, tapez le nombre de destinataires : {$n}
campaign-missing = Des destinataires lisent une langue où l’objet ou le texte manque : {$languages}.
campaign-waiting = messages en attente
campaign-left = messages partis
campaign-failed = messages refusés
campaign-stop = Arrêter ce qui n’est pas parti
campaign-stop-ask = Arrêter cet envoi ? Ce qui est parti ne se rattrape pas.
campaign-remove = Supprimer ce brouillon
campaign-remove-ask = Supprimer ce brouillon ?
campaign-stale = La liste des destinataires a changé depuis que vous l’avez vue. Relisez-la, puis envoyez.
campaign-problem-variable = « {"{"}{$word}{"}"} » n’est pas un mot connu. Utilisez name, edition ou deadline entre accolades.
campaign-problem-language = Des destinataires lisent cette langue : écrivez l’objet et le texte.
campaign-problem-count = Tapez exactement le nombre de destinataires.
campaign-refused-ordered = Ce message est déjà envoyé ou programmé : il ne change plus.
campaign-refused-nobody = La liste est vide : cochez un groupe et enregistrez.
campaign-refused-left = Plus rien à arrêter : tout est parti.
mail-kind-campaign = Message écrit
log-campaign-begun = Message commencé
log-campaign-ordered = Message envoyé ou programmé
log-campaign-removed = Brouillon de message supprimé
log-campaign-stopped = Envoi arrêté
campaigns-count = { $n ->
    [one] {$n} message
   *[other] {$n} messages
}
campaign-people = { $n ->
    [one] {$n} destinataire
   *[other] {$n} destinataires
}
campaign-order = { $n ->
    [one] Envoyer à {$n} personne
   *[other] Envoyer à {$n} personnes
}
campaign-ask = { $n ->
    [one] Envoyer ce message à {$n} personne ?
   *[other] Envoyer ce message à {$n} personnes ?
}
campaign-at-hint = Fuseau : {$zone}. Sans effet si vous envoyez maintenant.
campaign-refused-empty = Rien à essayer : écrivez d’abord l’objet et le texte, puis enregistrez.
