desk-screening = Présélection
screening-lede = Comment les dossiers sont vérifiés avant le jury.
screening-checklist = Points à vérifier
screening-checklist-hint = Un dossier n’est accepté qu’une fois chaque point coché. Laissez vide pour ne rien demander.
screening-check-line = Point { $n }
screening-reasons = Raisons prêtes
screening-reasons-hint = Un clic les écrit dans la langue du candidat, pour refuser ou demander un complément.
screening-reason-line = Raison { $n }
screening-second = Second lecteur
screening-second-text = Un refus ne vaut qu’une fois confirmé par une autre personne de l’équipe.
screening-problem-checklist = Cochez chaque point, ou demandez un complément.
screening-next = Dossier suivant à présélectionner
screening-keys = Touches : O accepter, C compléter, N refuser, J suivant.
refusal-proposed = { $who } propose de refuser ce dossier :
refusal-confirm = Confirmer le refus
refusal-drop = Ne pas refuser
log-entry-refusal-proposed = Refus proposé
log-entry-refusal-dropped = Proposition de refus écartée
log-entry-moved = Dossier changé de catégorie
log-entry-tagged = Étiquettes changées
log-entry-noted = Note interne écrite
log-screening-rules-changed = Règles de présélection changées
alike-title = Peut-être le même projet
alike-text = Même structure, même candidat, même titre ou textes très proches.
beside-title = Pour l’équipe
tags-title = Étiquettes
tags-hint = Séparées par des virgules. Jamais montrées aux candidats ni au jury.
tags-problem-many = Au plus 8 étiquettes par dossier.
notes-add = Nouvelle note interne
notes-hint = Lue par l’équipe seulement.
notes-write = Écrire la note
move-title = Catégorie
move-hint = La référence du dossier ne change pas.
move-do = Changer de catégorie
move-refused = La notation a commencé : les dossiers ne changent plus de catégorie.
columns-title = Colonnes
views-title = Mes listes
views-keep = Garder cette liste
views-name = Nom de la liste
views-forget = Oublier la liste { $name }
views-refused-many = Vous gardez déjà 20 listes. Oubliez-en une d’abord.
bulk-act = Action
bulk-accept = Accepter
bulk-tag = Ajouter des étiquettes
bulk-move = Changer de catégorie
bulk-mail = Écrire aux candidats
bulk-extend = Donner un délai
bulk-do = Appliquer
bulk-refused-none = Cochez au moins un dossier.
bulk-refused-checklist = Cette édition a une liste de points à vérifier : acceptez les dossiers un par un.
done-bulk = C’est fait, pour les dossiers où c’était possible.
bulk-all = { $n ->
    [one] Le seul dossier qui correspond
   *[other] Les { $n } dossiers qui correspondent
}
snapshots-title = Comparer les envois
snapshots-from = De
snapshots-to = À
snapshots-question = Question
snapshots-same = Rien n’a changé
snapshots-same-text = Ces deux envois disent la même chose.
snapshot-number = Envoi { $n } · { $time }
snapshots-count = { $n ->
    [one] { $n } réponse changée
   *[other] { $n } réponses changées
}
