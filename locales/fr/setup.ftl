desk-setup = Mise en place
setup-lede = Ce qu’il reste à faire avant d’ouvrir. Chaque page peut être enregistrée incomplète.
setup-progress = { $n } sur { $of }
setup-identity = Identité
setup-calendar = Calendrier
setup-jury = Charte du jury
setup-mails = Messages automatiques
setup-legal = Règlement
setup-state-missing = Manque
setup-state-left = À voir
setup-state-ready = Prêt
setup-untried = Personne ne l’a encore parcouru.
setup-missing-identity = Il faut un nom et une adresse de contact.
setup-missing-calendar = La clôture des candidatures est déjà passée.
setup-missing-categories = Il faut au moins une catégorie.
setup-missing-prizes = Il faut au moins un prix.
setup-missing-form = Le formulaire n’a aucune question.
setup-missing-criteria = Un tour n’a aucun critère.
setup-missing-charter = Les jurés n’ont pas de charte à signer.
setup-missing-rules = Le règlement est vide.
setup-open = Ouvrir l’édition
setup-open-text = L’édition devient publique, et les candidatures arrivent à la date prévue.
edition-refused-setup = Il manque des éléments sans lesquels l’édition ne peut pas ouvrir. La page « Mise en place » dit lesquels.
task-set-up-text = Sans eux, l’édition ne peut pas ouvrir.
task-set-up-do = Compléter
new-from = Partir de
new-from-preset = Un modèle de trophée
new-from-take = Reprendre
new-from-text = Textes, catégories, prix, formulaire, tours et critères sont repris ; les dates sont décalées d’un an. Rien des candidatures ni du jury.
test-drive-title = Essai complet
test-drive-lede = Cinq dossiers inventés répondent au formulaire et sont notés par un jury inventé. Rien n’est enregistré.
test-drive-none = Rien à essayer
test-drive-form = Formulaire
test-drive-jurors = Jurés
test-drive-entry = Dossier d’essai { $n }
test-drive-look = Voir de ses yeux
test-drive-applicant = Le formulaire comme un candidat le voit
test-drive-juror = Un dossier comme un juré le lit
test-drive-criteria = Les critères et leur échelle
test-drive-done = J’ai parcouru l’essai
log-edition-mails-seen = Messages relus
log-edition-test-driven = Essai complet parcouru
log-mail-text-changed = Texte d’un message modifié
desk-mail-texts = Textes des messages
mail-texts-lede = Ce que disent les messages qui partent tout seuls. Sans texte de votre part, les mots habituels restent.
mail-texts-own = Vos mots
mail-texts-usual = Mots habituels
mail-texts-seen-text = Relus dans les trois langues ?
mail-texts-seen = Je les ai relus
mail-texts-empty = Une langue laissée vide garde les mots habituels. Le bouton et les faits (référence, date…) restent toujours.
mail-texts-hint = Un paragraphe par ligne.
mail-texts-variables = Ce que vous pouvez nommer
mail-texts-real = Le dernier message de ce type, à { $name }, avec les mots enregistrés.
mail-texts-made-up = Aucun message de ce type n’est encore parti : exemple inventé.
mail-text-winner = Annonce : lauréats et finalistes
mail-text-other = Annonce : autres candidats
mail-variable-name = le nom du destinataire
mail-variable-edition = le nom de l’édition
mail-variable-entry = le titre du dossier
mail-variable-reference = la référence du dossier
mail-variable-category = la catégorie
mail-variable-time = l’heure de réception
mail-variable-deadline = la date limite
mail-variable-results = le jour des résultats
mail-variable-count = le nombre (de réponses ou de dossiers)
mail-variable-host = la personne qui invite
mail-variable-outcome = la distinction
mail-variable-prize = le prix
setup-untranslated = { $n ->
    [one] Un texte attend une traduction.
   *[other] { $n } textes attendent une traduction.
}
setup-cannot-open = { $n ->
    [one] Un élément manque : l’édition ne peut pas encore ouvrir.
   *[other] { $n } éléments manquent : l’édition ne peut pas encore ouvrir.
}
task-set-up = { $n ->
    [one] élément manque à la mise en place
   *[other] éléments manquent à la mise en place
}
test-drive-taken = { $n ->
    [one] { $n } réponse acceptée
   *[other] { $n } réponses acceptées
}
test-drive-refused = { $n ->
    [one] { $n } réponse refusée
   *[other] { $n } réponses refusées
}
mail-texts-problem-variable = « {"{"}{ $word }{"}"} » n’est pas un mot connu de ce message : voyez la liste sous le texte.
