jury-title = Jury
jury-home-title = Vos jurys
jury-home-left = { $n ->
    [one] {$n} dossier à noter sur {$of}
   *[other] {$n} dossiers à noter sur {$of}
}
jury-closes = Clôture le {$at}.
jury-empty-title = Aucun dossier pour l’instant
jury-empty-text = Les organisateurs n’ont pas encore confié de dossiers. Vous serez prévenu par e-mail.
jury-waiting = { $n ->
    [one] Un dossier vous attend.
   *[other] {$n} dossiers vous attendent.
}
jury-declare-first = Avant d’ouvrir le premier, dites-nous si un lien vous unit à l’une des structures candidates.
jury-declare = Déclarer mes liens
jury-my-ties = Mes liens déclarés
jury-over = { $n ->
    [one] La notation est close : {$n} dossier noté sur {$of}.
   *[other] La notation est close : {$n} dossiers notés sur {$of}.
}
jury-over-text = Vos fiches restent lisibles ici. Merci pour votre travail.
jury-soon-text = La notation n’est pas encore ouverte ; vous pouvez déjà lire les dossiers.
jury-all-done = { $n ->
    [one] Votre dossier est noté. Merci !
   *[other] Vos {$n} dossiers sont notés. Merci !
}
jury-all-done-text = Jusqu’à la clôture, vous pouvez rouvrir une fiche.
jury-remaining = { $n ->
    [one] Il vous reste un dossier.
   *[other] Il vous reste {$n} dossiers.
}
jury-takes = Comptez environ {$duration}.
jury-minutes = {$m} min
jury-hours = {$h} h {$m}
jury-progress = Fiches validées
jury-resume = Reprendre : {$entry}
jury-list = Vos dossiers
jury-search = Chercher un titre ou une référence
jury-category = Catégorie
jury-state = État
jury-any = Tous
jury-any-category = Toutes
jury-filter = Filtrer
jury-clear = Tout afficher
jury-count = { $n ->
    [one] {$n} dossier sur {$of}
   *[other] {$n} dossiers sur {$of}
}
jury-blind = Tour anonyme : vous ne voyez ni les noms des structures, ni leurs adresses, ni les noms des fichiers.
jury-none-title = Aucun dossier ne correspond
jury-none-text = Élargissez la recherche ou affichez tout.
jury-state-todo = À noter
jury-state-draft = Brouillon
jury-state-passed = Passé
jury-state-submitted = Noté
jury-refused-announced = L’édition est annoncée : son jury ne change plus.
jury-refused-answered = Cette personne a déjà répondu. Rechargez la page pour voir sa réponse.
jury-refused-somebody-else = Cette invitation est destinée à une autre adresse que celle de votre compte. Déconnectez-vous, puis rouvrez le lien reçu par e-mail.
jury-refused-has-account = Cette adresse a déjà un compte. Connectez-vous, puis rouvrez le lien de l’invitation.
jury-refused-twice = Vous faites déjà partie de ce jury, sous une autre invitation.
jury-problem-charter = Acceptez la charte pour rejoindre le jury.
jury-problem-reason = Dites en quelques mots quel est ce lien.
jury-problem-all = Cochez les structures avec lesquelles vous avez un lien, ou confirmez que vous les avez toutes déclarées.
ties-title = Déclarer vos liens
ties-lede = Cochez chaque structure à laquelle un lien vous unit. Vous ne verrez pas ses dossiers, et un autre juré les notera.
ties-what = Un lien : famille ou amitié proche, emploi, capital, contrat, conseil ou accompagnement, concurrence directe, au cours des trois dernières années.
ties-search = Chercher une structure
ties-count = { $n ->
    [one] {$n} structure sur {$of}
   *[other] {$n} structures sur {$of}
}
ties-none-title = Aucune structure ne correspond
ties-none-text = Vérifiez l’orthographe, ou affichez toutes les structures.
ties-declared = Lien déclaré
ties-reason = Quel lien ?
ties-all = J’ai déclaré tous mes liens
ties-all-detail = Aucun autre lien ne m’unit aux structures de cette liste.
ties-button = Enregistrer mes déclarations
ties-later = Un lien découvert plus tard ? Le bouton « Conflit d’intérêts » se trouve sur chaque fiche. Pour lever un lien déclaré par erreur, écrivez aux organisateurs.
scorecard-title = Fiche de notation
scorecard-back = Mes dossiers
scorecard-place = dossier {$n} sur {$of}
scorecard-done = { $n ->
    [one] {$n} noté sur {$of}
   *[other] {$n} notés sur {$of}
}
scorecard-neighbours = Dossiers voisins
scorecard-previous = Dossier précédent
scorecard-next = Dossier suivant
scorecard-organisation = Structure
scorecard-language = Langue du dossier
scorecard-new-tab = (nouvel onglet)
scorecard-sections = Sections du dossier
scorecard-files = Pièces jointes
scorecard-scored-of = { $n ->
    [one] {$n} critère sur {$of}
   *[other] {$n} critères sur {$of}
}
scorecard-score = Noter
scorecard-coach = Lisez le dossier, puis donnez une note par critère : un chiffre suffit, tout est enregistré au fur et à mesure. « Valider » passe au dossier suivant.
scorecard-cannot = Je ne peux pas juger ce critère
scorecard-cannot-short = Non jugé
scorecard-blank = –
scorecard-comment = Commentaire au candidat
scorecard-optional = (facultatif)
scorecard-note = Note au jury
scorecard-note-hint = (jamais montrée au candidat)
scorecard-out-of = sur {$max} · provisoire
scorecard-out-of-final = sur {$max}
scorecard-standing = Au-dessus de {$n} de vos {$of} autres notes.
scorecard-submit = Valider et passer au suivant
scorecard-pass = Passer
scorecard-save = Enregistrer le brouillon
scorecard-conflict = Conflit d’intérêts
scorecard-reopen = Rouvrir la fiche
scorecard-over = La notation est close : cette fiche ne change plus.
scorecard-soon = La notation n’est pas encore ouverte.
scorecard-key-score = noter
scorecard-key-criterion = critère
scorecard-key-enter-name = Entrée
scorecard-key-enter = valider
scorecard-key-comment = commenter
scorecard-key-pass = passer
scorecard-key-conflict = conflit d’intérêts
scorecard-key-neighbours = dossier suivant, précédent
scorecard-key-help = aide
scorecard-keys-title = Raccourcis clavier
scorecard-keys-intro = Un chiffre note le critère encadré d’or et passe au suivant. Les lettres n’agissent pas pendant que vous écrivez.
scorecard-keys-off = Désactiver les raccourcis d’une seule touche
scorecard-keys-close = Fermer
scorecard-stale-title = Deux versions de cette fiche
scorecard-stale-text = La fiche de « {$entry} » a été enregistrée ailleurs pendant que vous écriviez, sans doute dans un autre onglet. Rien n’est perdu : choisissez la version à garder.
scorecard-stale-criterion = Critère
scorecard-stale-typed = Ce que vous venez d’envoyer
scorecard-stale-saved = Ce qui est enregistré
scorecard-stale-keep = Garder ce que je viens d’envoyer
scorecard-stale-reload = Garder ce qui est enregistré
scoring-refused-closed = La notation est close : plus aucune note ne change. Vos fiches restent lisibles.
scoring-refused-not-open = La notation n’est pas encore ouverte. Revenez à partir de la date d’ouverture.
scoring-refused-submitted = Cette fiche est déjà validée. Rouvrez-la pour la modifier.
scoring-problem-scale = Une note est un nombre entier de {$min} à {$max}.
scoring-problem-missing = Donnez une note, ou dites que vous ne pouvez pas juger ce critère.
scoring-problem-nothing-judged = Notez au moins un critère. Si vous ne pouvez en juger aucun, passez le dossier ou récusez-vous.
save-saving = Enregistrement…
save-saved = Enregistré à %t
save-failed = Non enregistré
save-retry = Réessayer
save-conflict = Cette fiche a changé ailleurs : un autre onglet, ou la clôture de la notation. Vos dernières saisies ne sont pas enregistrées.
save-reload = Recharger la fiche
save-sign-in = Votre session est terminée. Connectez-vous dans un autre onglet, puis réessayez ici.
recuse-title = Conflit d’intérêts
recuse-text-blind = Vous pensez savoir qui est derrière « {$entry} », et un lien vous unit ? Récusez-vous : un autre juré notera ce dossier.
review-title = Mes notes
review-lede = Vos propres notes, dans l’ordre qu’elles donnent. Personne d’autre ne les voit avant la clôture du tour.
review-go = Comparer et confirmer
review-empty-title = Aucune fiche remise
review-empty-text = Vos notes apparaîtront ici au fur et à mesure.
review-count = { $n ->
    [one] {$n} dossier
   *[other] {$n} dossiers
}
review-place = Rang
review-total = Total
review-tied = Ex æquo
review-ties = { $n ->
    [one] {$n} dossier ex æquo
   *[other] {$n} dossiers ex æquo
}
review-cannot = Non jugé
review-compare = Comparer deux dossiers
review-compare-first = Premier dossier
review-compare-second = Second dossier
review-pdf = Télécharger mes notes (PDF)
review-pdf-juror = Juré
review-pdf-made = Établi le
review-pdf-own = Vos propres notes et rien d’autre. Gardez ce document pour vous jusqu’à l’annonce.
review-pdf-total = Total : {$total}
review-confirm = Verrouiller mes notes
review-confirm-text = Toutes vos fiches sont remises. Verrouillez-les pour dire qu’elles sont définitives : les organisateurs le verront, sans voir vos notes.
review-confirm-ask = Verrouiller toutes vos notes ? Vous pourrez les déverrouiller tant que le tour est ouvert.
review-confirmed-short = Notes verrouillées
review-confirmed = Vous les avez verrouillées : {$at}.
review-unconfirm = Déverrouiller
review-remaining = { $n ->
    [one] Il vous reste {$n} dossier à noter avant de verrouiller vos notes.
   *[other] Il vous reste {$n} dossiers à noter avant de verrouiller vos notes.
}
review-refused-remaining = Il vous reste des dossiers à noter : remettez toutes vos fiches, puis verrouillez.
scoring-refused-confirmed = Vous avez verrouillé vos notes. Déverrouillez-les d’abord, sur la page « Mes notes ».
done-scores-confirmed = Vos notes sont verrouillées. Merci !
done-scores-unconfirmed = Vos notes sont déverrouillées.
scorecard-video-out = La vidéo s’ouvre sur {$host}, hors de ce site.
scorecard-first-page = Voir la première page
scorecard-picture = Voir l’image
sheet-history = Historique de ma fiche
sheet-history-lede = Ce que votre fiche a dit, du plus récent au plus ancien. Vous seul le voyez.
sheet-history-empty-title = Rien encore
sheet-history-empty-text = Vos notes apparaîtront ici dès la première.
sheet-history-count = { $n ->
    [one] {$n} version
   *[other] {$n} versions
}
sheet-history-now = Maintenant
sheet-history-back = Reprendre cette version
done-sheet-brought-back = Votre fiche dit de nouveau ce qu’elle disait alors.
recuse-text = Un lien vous unit à {$organisation} ? Récusez-vous : un autre juré notera « {$entry} ».
recuse-consequence = Votre fiche est mise de côté et ne compte pas. Ce dossier, et tout autre de la même structure, disparaît de votre liste. Seuls les organisateurs peuvent lever un lien.
recuse-reason = Quel lien vous unit à cette structure ?
recuse-reason-hint = En quelques mots. Seuls les organisateurs le lisent.
recuse-button = Me récuser
recuse-back = Revenir au dossier
invitation-title = Invitation au jury
invitation-lede = Bonjour {$name}. {$hosts} vous invite à rejoindre le jury.
invitation-deadline = Notation jusqu’au
invitation-effort = Temps à prévoir
invitation-effort-text = Environ 10 minutes par dossier, en plusieurs fois si vous le voulez : tout s’enregistre au fur et à mesure.
invitation-where = Où
invitation-where-text = En ligne, sur ordinateur, tablette ou téléphone.
invitation-charter = Charte d’honneur du jury
invitation-charter-accept = J’accepte la charte et je m’engage à déclarer tout lien avec une structure candidate
invitation-accept = Rejoindre le jury
invitation-accept-button = Accepter l’invitation
invitation-has-account = Votre adresse {$email} a déjà un compte. Connectez-vous : vous reviendrez ici.
invitation-new-account = Choisissez un mot de passe : votre compte sera au nom de {$email}, déjà confirmé par ce lien.
invitation-name = Votre nom
invitation-password = Mot de passe
invitation-password-hint = Au moins 12 caractères. Une phrase facile à retenir convient très bien.
invitation-decline = Je ne peux pas participer
invitation-decline-reason = Un mot pour les organisateurs
invitation-decline-hint = Ils pourront inviter quelqu’un d’autre à temps.
invitation-decline-button = Décliner l’invitation
invitation-answered = Vous avez déjà répondu à cette invitation. Si vous faites partie du jury, connectez-vous pour continuer.
invitation-to-jury = Aller à mes dossiers
invitation-somebody-else = Cette invitation est destinée à {$email}, et vous êtes connecté avec un autre compte. Une invitation n’est jamais jointe au compte de quelqu’un d’autre.
invitation-sign-out = Se déconnecter
invitation-come-back = Rouvrez ensuite le lien reçu par e-mail.
preferences-title = Mes préférences
preferences-lede = Dites ce que vous jugeriez le plus volontiers. Les organisateurs en tiennent compte pour les prochaines affectations, quand c’est possible.
preferences-expertise-hint = Vos mots : métiers, techniques, secteurs. Ils servent à rapprocher les dossiers de ce que vous connaissez.
preference-rather = De préférence
preference-either = Sans avis
preference-rather-not = Plutôt pas
unsent-waiting = %n fiche(s) sans réseau : gardées sur cet appareil, elles partiront d’elles-mêmes.
unsent-refused = Une fiche gardée sur cet appareil n’a pas pu être remise.
unsent-look = Voir pourquoi
review-jury = Le jury
review-jury-sheets = { $n ->
    [one] { $n } fiche
   *[other] { $n } fiches
}
review-jury-comments = { $n ->
    [one] { $n } autre commentaire
   *[other] { $n } autres commentaires
}
jury-order = Ordre
jury-order-own = Mon ordre
jury-order-category = Par catégorie
ballot-title = Mon classement
ballot-lede = Donnez une place aux meilleurs dossiers de chaque catégorie. Nombre de places : {$n}.
ballot-rules = La première place est obligatoire ; aucune ne reste vide au-dessus d’une autre. Les dossiers sans place viennent après, à égalité.
ballot-place = Place {$n}
ballot-no-place = Sans place
ballot-place-of = Place de {$entry}
ballot-in = Classement remis
ballot-not-in = À remettre
ballot-submit = Remettre ce classement
ballot-change = Remplacer ce classement
ballot-stale = Ce classement a changé entre-temps, sur un autre appareil ou dans un autre onglet. Vos places sont gardées ci-dessous, à côté de celles enregistrées : remettez-les pour remplacer, ou rechargez la page.
ballot-saved = Enregistré : {$place}
ballot-closed = La notation n’est pas ouverte : le classement se lit, et ne change pas.
ballot-sheet-text = Dans ce tour, vous donnez une place aux dossiers au lieu de les noter. Écrivez ici vos commentaires, puis classez.
ballot-to-order = Enregistrer et classer
ballot-write = Commenter
ballot-problem-twice = La place {$place} est donnée deux fois.
ballot-problem-place = Choisissez une place de 1 à {$max}, ou aucune.
ballot-problem-hole = La place {$place} n’est donnée à aucun dossier.
practice-title = Entraînement
practice-lede = Des dossiers inventés, que tout le jury note. Vous voyez ensuite comment les notes se répartissent ; rien n’est compté.
practice-none = Aucun dossier d’entraînement
practice-none-jury = Les organisateurs n’en ont pas écrit pour ce tour.
practice-count = { $n ->
    [one] {$n} dossier d’entraînement
   *[other] {$n} dossiers d’entraînement
}
practice-waiting = { $n ->
    [one] Un dossier d’entraînement attend avant les vrais ; il n’est pas compté.
   *[other] {$n} dossiers d’entraînement attendent avant les vrais ; ils ne sont pas comptés.
}
practice-go = S’entraîner
practice-not-counted = Entraînement : rien n’est compté
practice-once = Une fois remises, vos notes d’entraînement ne changent plus.
practice-submit = Remettre et voir le jury
practice-over = Ce tour est clos.
practice-spread = Les notes du jury
practice-spread-text = Sans noms. Votre note est en or. Un écart n’est pas une faute : relisez les phrases du barème et voyez si vous lisez la même échelle.
practice-few = Vos notes sont remises. Celles du jury s’affichent dès que trois jurés ont noté ce dossier.
practice-next = Dossier d’entraînement suivant
practice-to-list = Aller à mes dossiers
practice-step = Note
practice-share = Part du jury
practice-jurors = Jurés
practice-own = vous
practice-median = Note du milieu : {$median}.
practice-above = Note du milieu : {$median}. La vôtre, {$own}, est plus haute.
practice-below = Note du milieu : {$median}. La vôtre, {$own}, est plus basse.
practice-with = Note du milieu : {$median}. La vôtre, {$own}, en est proche.
