desk-nav = Édition
desk-crumbs = Fil d’Ariane
desk-home = Aujourd’hui
desk-group-entries = Candidatures
desk-entries = Dossiers
desk-import = Importer des dossiers
desk-group-jury = Jury
desk-jury = Jurés
desk-assignments = Affectations
desk-progress = Avancement
desk-group-results = Résultats
desk-results = Classement et décisions
desk-announcement = Annonce
desk-group-setup = Préparation
desk-settings = Réglages et textes
desk-categories = Catégories
desk-form = Formulaire
desk-criteria = Notation
desk-group-watch = Suivi
desk-outbox = Messages
desk-audit = Journal
desk-team = Équipe
desk-search = Rechercher
desk-clear = Effacer les filtres
desk-all = Tous
desk-cancel = Annuler
desk-confirm-title = Confirmer ce changement ?
desk-confirm-yes = Confirmer
desk-untranslated = à traduire
desk-move-up = Monter « {$name} »
desk-move-down = Descendre « {$name} »
desk-pages-label = Pages de la liste
desk-pages = {$from} à {$to} sur {$total}
desk-stale = Quelqu’un d’autre a enregistré une autre version entre-temps. Vos modifications sont ci-dessous, pas encore enregistrées.
desk-stale-see = Voir la version enregistrée (nouvel onglet)
desk-save-anyway = Enregistrer ma version
edition-status-draft = En préparation
edition-status-open = Candidatures ouvertes
edition-status-closed = Candidatures closes
edition-status-judging = Notation
edition-status-deliberation = Délibération
edition-status-announced = Lauréats annoncés
edition-status-archived = Archivée
status-open = Ouvrir l’édition
status-open-text = L’édition devient publique. Les dossiers sont acceptés entre les dates du calendrier.
status-close = Clore les candidatures
status-close-text = Plus aucun dossier n’est accepté, même avant la date de clôture. Les brouillons sont conservés.
status-reopen = Rouvrir les candidatures
status-reopen-text = Les dossiers sont de nouveau acceptés jusqu’à la date de clôture. Rien n’est effacé.
status-judge = Passer à la notation
status-judge-text = L’édition entre en notation. Le tour s’ouvre depuis la page des résultats, une fois les jurés affectés.
status-unjudge = Revenir à la présélection
status-unjudge-text = L’édition revient avant la notation. Les notes déjà données sont conservées.
status-deliberate = Passer à la délibération
status-deliberate-text = La notation est terminée. Les organisateurs consultent les résultats et décident.
status-rejudge = Revenir à la notation
status-rejudge-text = L’édition revient en notation. Les décisions déjà préparées sont conservées.
status-archive = Archiver
status-archive-text = L’édition reste lisible, mais plus rien ne peut y être modifié.
home-title = Ce qui m’attend aujourd’hui
home-nothing-title = Rien à faire aujourd’hui
home-nothing-text = Aucun dossier à vérifier, aucun message en échec, aucune échéance dépassée.
home-phases = Calendrier de l’édition
home-submitted = Dossiers déposés
home-eligible = Dossiers recevables
home-jurors = Jurés confirmés
home-scored = Fiches validées
home-scored-of = sur {$n}
home-status = Statut de l’édition
home-status-now = Statut actuel : {$status}.
home-status-none = La suite se fait par l’annonce des résultats.
home-announce = Préparer l’annonce
home-announce-text = L’annonce rend les résultats publics, tous au même instant.
home-is-current = Cette édition est en page d’accueil du site.
home-see-site = Voir la page d’accueil
home-make-current = Mettre en page d’accueil
home-make-current-text = Le site montre une édition en page d’accueil. Tant qu’elle est en préparation, le public ne voit rien.
phase-range = du {$from} au {$to}
phase-setup = Préparation
phase-entries = Candidatures
phase-screening = Présélection
phase-screening-when = après la clôture
phase-judging = Notation
phase-results = Résultats
task-open = La date d’ouverture est passée
task-open-text = L’édition est encore en préparation : personne ne peut candidater.
task-open-do = Ouvrir
task-close = La date de clôture est passée
task-close-text = Plus aucun dossier n’arrive. Clore l’édition lance la présélection.
task-close-do = Clore
task-close-round = La notation est terminée
task-close-round-text = Clore le tour fige les notes et permet de lire les résultats.
task-close-round-do = Clore le tour
task-mails-text = Leurs destinataires n’ont rien reçu.
task-mails-do = Voir
task-screen-text = Seuls les dossiers recevables sont notés.
task-screen-do = Vérifier
task-assign-text = Ils ont moins de jurés que le tour n’en demande.
task-assign-do = Affecter
task-remind-text = La clôture est dans moins d’une semaine.
task-remind-do = Relancer
task-invitations-text = Le lien d’une invitation vaut 7 jours.
task-invitations-do = Voir le jury
task-invite = Aucun juré invité
task-invite-text = Le jury doit être complet avant la notation.
task-invite-do = Inviter
task-translate-text = Un texte absent s’affiche dans une autre langue.
task-translate-do = Compléter
task-returned-text = Leurs candidats ont été invités à les compléter.
task-returned-do = Voir
editions-title = Mes éditions
editions-new = Créer une édition
editions-search = Chercher une édition
editions-current = En page d’accueil
editions-none-title = Aucune édition
editions-none-text = Vous n’organisez aucune édition pour l’instant. Un responsable peut vous ajouter à son équipe.
new-title = Nouvelle édition
new-lede = L’édition naît complète : catégories, formulaire, critères, règlement et charte en trois langues. Tout se modifie ensuite ; rien n’est public avant son ouverture.
new-name-hint = Par exemple : Digital Awards 2028.
new-year = Année
new-slug = Mot de l’adresse
new-slug-hint = Dans les adresses des pages : 2028. Il ne changera plus.
new-create = Créer l’édition
settings-identity = Identité
settings-name = Nom de l’édition
settings-tagline = Accroche
settings-tagline-hint = Le titre de la page d’accueil.
settings-lede = Présentation
settings-lede-hint = Deux ou trois phrases sous l’accroche.
settings-contact = Adresse de contact
settings-contact-hint = Publique : les candidats y écrivent.
settings-calendar = Calendrier
settings-calendar-hint = Heures ci-dessous : {$zone}.
settings-zone = Fuseau horaire
settings-zone-hint = Toutes les dates de l’édition sont montrées dans ce fuseau.
settings-opens = Ouverture des candidatures
settings-closes = Clôture des candidatures
settings-grace = Délai de grâce, en minutes
settings-grace-hint = Après la clôture, un dépôt déjà commencé est encore accepté pendant ce temps. Le même pour tous.
settings-results = Annonce des résultats
settings-results-hint = La date promise au public. Elle ne déclenche rien.
settings-judging-dates = Les dates de notation sont dans la page Notation.
settings-documents = Règlement et charte
settings-rules = Règlement
settings-markdown = Markdown : « ## » pour un titre, « - » pour une liste.
settings-charter = Charte du jury
settings-charter-hint = Ce que chaque juré accepte avant de noter. Markdown.
settings-faq = Questions fréquentes
settings-faq-hint = Une question sans aucun texte disparaît à l’enregistrement.
settings-faq-new = Nouvelle question
settings-question = Question
settings-answer = Réponse
categories-lede = Un dossier concourt dans une catégorie, qui a son prix. L’ordre est celui des pages publiques.
categories-add = Ajouter une catégorie
category-name = Nom de la catégorie
category-code = Sigle
category-code-hint = Deux à cinq lettres, dans la référence des dossiers : AGR.
category-code-fixed = Fixé : il figure déjà dans la référence de dossiers.
category-description = Ce qui en relève
category-prize = Nom du prix
category-prize-hint = Tel qu’il est annoncé aux lauréats.
category-remove = Supprimer la catégorie
category-remove-text = La catégorie et son prix disparaissent. Aucun dossier n’y a été commencé.
category-problem-code = Deux à cinq lettres de A à Z.
category-problem-code-taken = Une autre catégorie porte déjà ce sigle.
category-problem-code-used = Le sigle figure dans la référence de dossiers : il ne change plus.
category-refused-announced = Les lauréats sont annoncés : les catégories ne changent plus.
category-refused-used = Des dossiers concourent dans cette catégorie : elle ne peut pas disparaître.
category-refused-last = Une édition a au moins une catégorie. Ajoutez-en une autre d’abord.
round-title = Tour de notation
round-name = Nom du tour
round-opens = Début de la notation
round-closes = Fin de la notation
round-jurors = Jurés par dossier
round-jurors-hint = Trois au moins, pour comparer les sévérités.
round-scale-min = Note la plus basse
round-scale-max = Note la plus haute
round-method = Ce qui classe les dossiers
round-method-hint = Fixé avant la première note. L’autre calcul reste affiché aux organisateurs.
round-method-mean = La moyenne pondérée des fiches
round-method-calibrated = La moyenne corrigée de la sévérité de chaque juré
round-winners = Places honorées par catégorie
round-blind = Cacher aux jurés l’identité des candidats
round-blind-detail = Ils ne voient ni le nom de la structure, ni le titre du projet (le dossier porte sa référence), ni les liens, adresses et téléphones, ni l’équipe, ni les noms des fichiers ; les PDF perdent leurs propriétés, liens et pièces jointes. Ce que disent les réponses et les pages des fichiers reste : la page de chaque dossier signale les noms qui y apparaissent. Ne change plus une fois la notation commencée.
names-found = Un tour cache l’identité aux jurés, mais ce dossier la laisse voir :
round-new-name = Finale
round-add = Ajouter un tour
round-add-text = Un tour de plus après le dernier, avec ses critères, ses dates et son barème. Quand le tour précédent est clos, vous choisissez les dossiers qui y vont.
round-remove = Supprimer ce tour
round-remove-ask = Supprimer ce tour ? Ses critères disparaissent avec lui.
round-later = Ce tour ne juge que les dossiers retenus au tour précédent.
round-choose = Choisir les dossiers retenus
round-choose-lede = Du tour « {$from} » au tour « {$to} » : cochez les dossiers qui continuent.
round-choose-suggested = Proposition : la première moitié de chaque catégorie, ex æquo compris. Rien n’est décidé tant que vous n’enregistrez pas.
round-choose-count = { $n ->
    [one] {$n} dossier coché
   *[other] {$n} dossiers cochés
}
round-choose-save = Retenir ces dossiers
round-goes-on = Retenu
round-goes-on-entry = Retenir {$entry}
round-scale-yes-no = Au plus 10. De 0 à 1, les jurés répondent par oui ou non.
round-refused-before = Le tour précédent n’est pas clos : fermez-le d’abord.
round-refused-gone-on = Un tour suivant a commencé : ce tour ne peut plus être rouvert.
round-refused-announced = Les lauréats sont annoncés : aucun tour ne peut être ajouté.
round-refused-draft = Un tour attend déjà d’être ouvert. Préparez-le avant d’en ajouter un autre.
round-refused-remove = Ce tour a commencé, ou des dossiers y sont déjà confiés : il ne peut pas être supprimé.
round-refused-nobody = Cochez au moins un dossier.
round-winners-hint = De 1 à 20 : le podium que les résultats estiment.
criterion-tie-break = Départage
criterion-tie-break-none = Ne départage pas
criterion-tie-break-hint = À note égale, le critère de rang 1 départage, puis celui de rang 2 ; sans aucun, l’égalité reste.
round-problem-tie-break = Deux critères ne peuvent pas départager au même rang.
rules-replace = Changer la façon de compter
rules-replace-text = Des notes existent. Un autre poids, un autre calcul, un autre départage ou un autre nombre de places fait de nouvelles règles : l’empreinte des anciennes reste publiée, avec votre motif.
rules-reason = Motif, public
rules-reason-hint = À remplir seulement si la façon de compter change. Tout le monde le lira sur la page de la méthode.
round-problem-scale = La note la plus haute doit dépasser la plus basse.
round-problem-weight = Un pourcentage entre 0,01 et 100.
round-problem-sum = Les poids font {$sum} % au lieu de 100 %.
round-problem-no-criterion = Il faut au moins un critère.
round-refused-closed = Le tour est clos. Rouvrez-le depuis la page des résultats pour le modifier.
round-refused-scored = Des notes existent : les critères, leurs textes et l’échelle restent tels quels, pour que tous les dossiers soient jugés de la même façon. Seuls les dates, les poids, le calcul, le départage et le nombre de places peuvent changer.
criteria-title = Critères
criteria-lede = Ce que les jurés notent, et comment. Les poids font toujours 100 %.
criteria-hint = Une phrase d’ancrage par échelon : la même échelle pour tous les jurés.
criteria-fixed = Des notes existent : ce qui est demandé aux jurés ne change plus. Les dates peuvent bouger ; la façon de compter aussi, pour un motif public.
criterion-new = Nouveau critère
criterion-write = Écrire un critère
criterion-texts = Nom, description et ancrages
criterion-name = Nom du critère
criterion-description = Ce qu’il regarde
criterion-weight = Poids, en %
criterion-anchor = Note {$step}
criterion-remove = Supprimer ce critère
criterion-remove-text = Répartissez son poids entre les autres.
form-answered = Des dossiers répondent déjà à cette version. Les mots se corrigent sur place ; tout autre changement crée une nouvelle version, que suivent les brouillons.
form-add = Ajouter une question
form-sections = Parties du formulaire
form-sections-hint = Une partie sans titre disparaît si elle n’a pas de question.
form-section = Partie {$n}
form-section-new = Nouvelle partie
form-section-empty = Aucune question dans cette partie.
form-problem-kind = Choisissez un type de question.
form-problem-section = Choisissez une partie du formulaire.
form-problem-range = Le maximum doit atteindre le minimum.
form-problem-options = Il faut au moins deux options.
form-refused-too-many = Le formulaire a 60 questions : c’est le maximum.
form-refused-last = Un formulaire a au moins une question.
question-new = Nouvelle question
question-kind = Type de réponse
question-section = Partie
question-label = Question
question-help = Aide
question-help-hint = Une phrase sous la question, facultative.
question-max-words = Mots au plus
question-max-words-hint = Entre 10 et 2 000 ; vide : sans limite.
question-min = Minimum
question-max = Maximum
question-options = Options
question-options-hint = Les lignes vides sont ignorées.
question-option = Option {$n}
question-required = obligatoire
question-required-label = Réponse obligatoire pour déposer
question-hidden = cachée aux jurés
question-hidden-label = Cachée aux jurés
question-hidden-text = Seuls les organisateurs lisent la réponse.
question-remove = Supprimer la question
question-remove-text = Les dossiers déjà déposés gardent la question et leur réponse.
field-short-text = Une ligne
field-long-text = Paragraphes
field-number = Nombre
field-link = Adresse web
field-choice = Choix
field-declaration = Case à cocher
field-file = Fichiers
desk-entry-draft = Brouillon
desk-entry-submitted = Déposé
desk-entry-returned = À compléter
desk-entry-withdrawn = Retiré
screening-pending = À vérifier
screening-eligible = Recevable
screening-ineligible = Non recevable
screening-returned = Complément demandé
screening-refused-announced = Les lauréats sont annoncés : la présélection est close.
screening-refused-draft = Ce dossier n’est pas déposé : il n’y a rien à vérifier.
screening-refused-withdrawn = Ce dossier a été retiré par son candidat.
screening-refused-returned = Un complément est demandé. Attendez le nouveau dépôt, ou annulez d’abord la décision.
screening-refused-assigned = Des jurés lisent ce dossier. Retirez d’abord ses affectations.
desk-list-empty-title = Aucun dossier
desk-list-empty-text = Les dossiers apparaissent ici dès qu’un candidat en commence un. Un tableau tenu ailleurs peut être importé.
desk-list-nothing-title = Aucun dossier ne correspond
desk-list-nothing-text = Changez les mots cherchés ou effacez les filtres.
desk-list-search = Titre, structure, référence ou réponses
desk-list-entry = Dossier
desk-list-reference = Référence
desk-list-category = Catégorie
desk-list-status = Statut
desk-list-screening = Présélection
desk-list-received = Reçu le
desk-list-tick-all = Cocher tous les dossiers à vérifier
desk-list-ticked = %n cochés
desk-entry-organisation = Structure
desk-entry-owner = Candidat
desk-entry-email = Adresse e-mail
desk-entry-draft-title = Rien n’est déposé
desk-entry-draft-text = Un brouillon n’appartient qu’à son candidat. Son contenu apparaît ici une fois déposé.
desk-entry-no-answer = Sans réponse
desk-entry-stale = Le candidat a déposé une nouvelle version entre-temps. La voici : relisez-la avant de décider.
desk-entry-screened-by = Décision de {$who}, {$at}
desk-entry-accept = Déclarer recevable
desk-entry-return = Demander un complément
desk-entry-missing = Ce qui manque
desk-entry-missing-hint = Envoyé tel quel au candidat, par e-mail.
desk-entry-open = Ce que le candidat pourra modifier
desk-entry-open-hint = Rien de coché : tout le dossier.
desk-entry-refuse = Déclarer non recevable
desk-entry-reason = Raison
desk-entry-reason-hint = Quelle règle n’est pas remplie, en une phrase.
desk-entry-undo = Annuler la décision
desk-entry-timeline = Historique
outbox-lede = Les messages de cette édition : accusés de réception, invitations, affectations, résultats.
outbox-tabs = Messages par état
outbox-all = Tous ({$n})
outbox-waiting = En attente ({$n})
outbox-sent = Partis ({$n})
outbox-failed = En échec ({$n})
outbox-empty-title = Aucun message
outbox-empty-text = Les messages apparaissent ici quand une action en fait partir un.
outbox-to = Destinataire
outbox-kind = Objet
outbox-queued = Mis en file
outbox-left = Parti le
outbox-retry = Renvoyer
mail-kind-account = Compte
mail-kind-receipt = Accusé de réception
mail-kind-returned = Complément demandé
mail-kind-invitation = Invitation au jury
mail-kind-assignment = Dossiers à noter
mail-kind-outcome = Résultat
mail-status-waiting = En attente
mail-status-sent = Parti
mail-status-failed = Échec
audit-lede = Tout ce qui a changé dans cette édition : qui, quoi, quand. Rien ne s’y efface ; chaque ligne numérotée est chaînée à la précédente.
audit-action = Action
audit-what = Ce qui a été fait
audit-who = Par
audit-when = Quand
audit-change = Changement
audit-number = N°
audit-see = Voir
audit-platform = La plateforme
audit-empty-title = Aucune ligne
audit-empty-text = Aucune action ne correspond à ces filtres.
team-name = Nom
team-role = Rôle
team-role-of = Rôle de {$name}
team-me = moi
team-roles = Qui peut faire quoi
team-add = Ajouter à l’équipe
team-remove = Retirer de l’équipe
team-remove-text = {$name} n’aura plus accès à cette édition. Ce qui a été fait reste au journal.
team-email-hint = La personne doit déjà avoir un compte confirmé.
team-problem-no-account = Aucun compte confirmé à cette adresse. Demandez à la personne de s’inscrire d’abord.
team-problem-member = Cette personne est déjà dans l’équipe.
team-refused-last-owner = Une édition a toujours un responsable. Nommez-en un autre d’abord.
role-owner = Responsable
role-owner-text = Tout, y compris l’équipe.
role-organiser = Organisateur
role-organiser-text = Tout, sauf l’équipe.
role-screener = Présélection
role-screener-text = Lit les dossiers et décide de leur recevabilité.
role-observer = Observateur
role-observer-text = Lit, ne change rien.
log-account-made-organiser = Organisateur nommé
log-announcement-cancelled = Annonce annulée
log-announcement-published = Lauréats annoncés
log-announcement-scheduled = Annonce programmée
log-assignments-changed = Affectations modifiées
log-category-added = Catégorie ajoutée
log-category-changed = Catégorie modifiée
log-category-moved = Catégorie déplacée
log-category-removed = Catégorie supprimée
log-comment-held = Commentaire retenu
log-comment-released = Commentaire transmis
log-conflict-declared = Conflit d’intérêts déclaré
log-conflict-removed = Conflit d’intérêts levé
log-edition-changed = Réglages modifiés
log-edition-created = Édition créée
log-edition-made-current = Mise en page d’accueil
log-edition-status-changed = Statut de l’édition changé
log-edition-eligibility = Questions de recevabilité changées
log-entry-brought-back = Version reprise
log-late-code-made = Code d’accès tardif créé
log-late-code-revoked = Code d’accès tardif retiré
log-organisation-changed = Profil d’une structure modifié
log-entry-invited = Personne invitée sur un dossier
log-entry-joined = Personne jointe à un dossier
log-entry-declined = Invitation à un dossier refusée
log-entry-role-changed = Rôle changé sur un dossier
log-entry-left = Personne retirée d’un dossier
log-jury-reminded = Jurés relancés
log-scores-confirmed = Notes verrouillées par un juré
log-scores-unconfirmed = Notes déverrouillées par un juré
log-round-added = Tour ajouté
log-round-removed = Tour supprimé
log-round-entries = Dossiers retenus pour un tour
log-entry-extended = Délai prolongé
log-entry-imported = Dossier importé
log-entry-renamed = Identité du dossier modifiée
log-entry-restored = Retrait annulé
log-entry-screened = Décision de présélection
log-entry-started = Dossier commencé
log-entry-submitted = Dossier déposé
log-entry-withdrawn = Dossier retiré
log-file-attached = Fichier joint
log-file-removed = Fichier retiré
log-file-restored = Fichier remis
log-form-changed = Formulaire modifié
log-form-new-version = Nouvelle version du formulaire
log-juror-accepted = Invitation acceptée
log-juror-declined = Invitation déclinée
log-juror-invited = Juré invité
log-juror-preferences = Préférences d’un juré notées
log-juror-invited-again = Invitation renvoyée
log-juror-revoked = Juré retiré du jury
log-juror-ties-declared = Liens déclarés
log-mails-retried = Messages renvoyés
log-organiser-added = Membre ajouté à l’équipe
log-organiser-removed = Membre retiré de l’équipe
log-organiser-role-changed = Rôle changé
log-outcome-left-out = Décision écartée : le dossier a quitté la course
log-outcome-staged = Résultat préparé
log-outcome-unstaged = Résultat retiré
log-round-changed = Notation modifiée
log-round-closed = Tour clos
log-round-opened = Tour ouvert
log-round-reopened = Tour rouvert
log-scorecard-reopened = Fiche rouverte
log-scorecard-submitted = Fiche validée
desk-missing = { $n ->
    [one] {$n} texte à traduire
   *[other] {$n} textes à traduire
}
home-drafts = { $n ->
    [one] et {$n} brouillon
   *[other] et {$n} brouillons
}
editions-count = { $n ->
    [one] {$n} édition
   *[other] {$n} éditions
}
editions-entries = { $n ->
    [one] {$n} dossier
   *[other] {$n} dossiers
}
desk-entries-count = { $n ->
    [one] {$n} dossier
   *[other] {$n} dossiers
}
categories-count = { $n ->
    [one] {$n} catégorie
   *[other] {$n} catégories
}
form-lede = { $n ->
    [one] {$n} question, version {$version}. Chaque partie est une étape pour le candidat.
   *[other] {$n} questions, version {$version}. Chaque partie est une étape pour le candidat.
}
form-words = { $n ->
    [one] {$n} mot au plus
   *[other] {$n} mots au plus
}
outbox-count = { $n ->
    [one] {$n} message
   *[other] {$n} messages
}
outbox-retry-all = { $n ->
    [one] Renvoyer le message en échec
   *[other] Renvoyer les {$n} messages en échec
}
audit-count = { $n ->
    [one] {$n} ligne
   *[other] {$n} lignes
}
team-count = { $n ->
    [one] {$n} personne
   *[other] {$n} personnes
}
task-mails = { $n ->
    [one] {$n} message en échec
   *[other] {$n} messages en échec
}
task-screen = { $n ->
    [one] {$n} dossier à vérifier
   *[other] {$n} dossiers à vérifier
}
task-assign = { $n ->
    [one] {$n} dossier sans assez de jurés
   *[other] {$n} dossiers sans assez de jurés
}
task-remind = { $n ->
    [one] {$n} juré sous un tiers de ses fiches
   *[other] {$n} jurés sous un tiers de leurs fiches
}
task-invitations = { $n ->
    [one] {$n} invitation sans réponse
   *[other] {$n} invitations sans réponse
}
task-translate = { $n ->
    [one] {$n} texte à traduire
   *[other] {$n} textes à traduire
}
task-returned = { $n ->
    [one] {$n} dossier attendu de nouveau
   *[other] {$n} dossiers attendus de nouveau
}
mail-kind-reminder = Rappel
mail-kind-collaboration = Invitation à un dossier
mail-kind-juror-reminder = Relance d’un juré
mail-kind-extension = Délai prolongé
late-codes-title = Codes d’accès tardif
late-codes-lede = Un code permet de commencer et de déposer un dossier après la clôture ({$deadline}). Donnez-le à la personne concernée.
late-codes-count = { $n ->
    [one] {$n} code
   *[other] {$n} codes
}
late-codes-empty-title = Aucun code
late-codes-empty-text = Créez-en un quand quelqu’un a une bonne raison d’arriver après la clôture.
late-code-note = Pour qui, pourquoi
late-code-note-hint = Lu par les organisateurs seulement.
late-code-until = Valable jusqu’au
late-code-until-hint = Les dossiers commencés avec ce code peuvent être déposés jusqu’à ce moment.
late-code-used = Dossiers commencés
late-code-uses = {$n} sur {$of}
late-code-standing = État
late-code-live = Valable
late-code-used-up = Épuisé
late-code-over = Expiré
late-code-revoked = Retiré
late-code-revoke = Retirer
late-code-revoke-ask = Retirer ce code ? Les dossiers déjà commencés avec lui gardent leur délai.
late-code-make = Créer un code
late-code-max-uses = Nombre de dossiers
late-code-problem-uses = Indiquez un nombre entre 1 et {$most}.
late-code-refused = L’évaluation a commencé : plus aucun dossier ne peut être ajouté.
extension-title = Délai
extension-until = Ce dossier peut être déposé jusqu’au {$time}.
extension-give = Accorder plus de temps
extension-field = Jusqu’au
extension-hint = Après la clôture de tous, le {$deadline}. Vide : pas de délai. Le candidat reçoit un message.
extension-refused = Le délai d’un dossier ne change plus une fois la notation commencée, ni quand il est retiré.
extension-problem-early = Choisissez un moment à venir, après la clôture.
desk-eligibility = Recevabilité
eligibility-lede = Quelques questions posées avant toute saisie. Qui peut concourir répond oui à toutes ; un « non » donne votre raison, et les catégories qui restent.
eligibility-number = Question {$n}
eligibility-question = Question
eligibility-question-hint = Qui peut concourir répond oui.
eligibility-reason = Si la réponse est non
eligibility-reason-hint = Pourquoi, dit à une personne, et ce qu’elle peut faire.
eligibility-categories = Ne compte que pour ces catégories
eligibility-categories-hint = Aucune cochée : un « non » ferme toutes les catégories.
settings-auto-submit = Déposer à la clôture les dossiers complets
settings-auto-submit-detail = Un brouillon auquel rien ne manque au moment de la clôture est déposé de lui-même ; les candidats en sont prévenus sur leur dossier.
settings-max-entries = Dossiers par candidat, au plus
settings-max-per-category = Dossiers par candidat et par catégorie, au plus
settings-max-hint = Vide : sans limite. Un dossier retiré ne compte pas.
settings-feedback = Ce que les candidats apprennent de leurs notes
settings-feedback-hint = Après l’annonce, sur leur dossier. Jamais le nom d’un juré.
settings-feedback-none = Rien
settings-feedback-scores = Leurs moyennes par critère, à côté de la médiane de leur catégorie
settings-feedback-comments = Leurs moyennes, et les commentaires que les jurés leur ont écrits
round-shows-scores = Montrer aux jurés les notes du jury, après la clôture
round-shows-scores-detail = Chacun voit, pour les dossiers qu’il a notés, la note du jury à côté de la sienne. Jamais avant la clôture. Ne change plus une fois la notation commencée.
round-shows-comments = Montrer aux jurés les commentaires des autres, après la clôture
round-shows-comments-detail = Chacun lit, sans les noms, ce que les autres ont écrit aux candidats qu’il a notés. Jamais avant la clôture.
round-method-schulze = Les jurés classent : qui l’emporte en duel (méthode Schulze)
round-method-borda = Les jurés classent : la moyenne des points de chaque place (Borda)
round-places = Places que chaque juré donne par catégorie
round-places-hint = De 1 à 10. Ce classement remplace les critères et le barème de ce tour.
criterion-place = Points selon la place
log-practice-added = Dossier d’entraînement ajouté
log-practice-changed = Dossier d’entraînement modifié
log-practice-removed = Dossier d’entraînement supprimé
log-practice-scored = Dossier d’entraînement noté
log-announcement-confirmed = Annonce confirmée
log-announcement-proposed = Annonce demandée
log-announcement-taken-back = Annonce reprise
task-confirm = Une annonce attend votre confirmation
task-confirm-text = Un autre organisateur l’a demandée. Sans vous, rien ne devient public.
task-confirm-do = Relire et confirmer
task-announce-text = Les décisions sont préparées, et personne ne les connaît encore.
task-announce-do = Préparer l’annonce
task-announce = { $n ->
    [one] {$n} lauréat préparé, pas encore annoncé
   *[other] {$n} lauréats préparés, pas encore annoncés
}
mail-status-bounced = Revenu
organiser-refused-competes = Vous avez un dossier dans cette édition : ses pages d’organisation vous sont fermées, car vous y verriez qui vous juge, et comment. Retirez le dossier avant qu’il soit jugé, ou laissez l’édition à vos collègues.
