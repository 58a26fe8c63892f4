entry-crumbs = Fil d’Ariane
entry-optional = (facultatif)
entry-cancel = Annuler
entries-title = Mes dossiers
entries-start = Commencer un dossier
entries-start-another = Commencer un autre dossier
entries-open = {$edition} : les dossiers sont reçus jusqu’au {$deadline}.
entries-early = {$edition} : le dépôt des dossiers ouvre le {$date}.
entries-closed = {$edition} : le dépôt des dossiers est clos depuis le {$date}.
entries-no-edition = Aucune édition n’est ouverte pour l’instant.
entries-empty-title = Vous n’avez pas encore de dossier
entries-empty-text = Un dossier se remplit en plusieurs fois : chaque réponse est enregistrée pendant que vous écrivez.
entries-search = Chercher par projet, structure ou référence
entries-search-button = Chercher
entries-clear = Tout afficher
entries-none-title = Aucun dossier ne correspond
entries-none-text = Essayez un autre mot du titre ou de la référence.
entries-count = { $n ->
    [one] {$n} dossier
   *[other] {$n} dossiers
}
entry-progress = {$done} sur {$n}
entry-progress-label = Sections terminées
entry-time-left-days = { $n ->
    [one] Il reste {$n} jour.
   *[other] Il reste {$n} jours.
}
entry-time-left-hours = { $n ->
    [one] Il reste {$n} heure.
   *[other] Il reste {$n} heures.
}
entry-time-left-seconds = Il reste %m min %s s.
entry-time-yours = (à votre heure : %t)
entry-time-left-minutes = { $n ->
    [one] Il reste {$n} minute.
   *[other] Il reste {$n} minutes.
}
entry-standing-draft = Brouillon
entry-standing-draft-text = À déposer avant le {$deadline}. Vos réponses sont enregistrées, mais rien n’est encore envoyé.
entry-standing-draft-early-text = Le dépôt ouvre le {$opening}. Votre brouillon vous attend.
entry-standing-missed = Non déposé
entry-standing-missed-text = Le dépôt est clos depuis le {$deadline}. Votre brouillon est conservé, mais il ne participe pas.
entry-standing-submitted = Déposé
entry-standing-submitted-text = Reçu le {$received}. Vous pouvez encore le modifier et le déposer de nouveau jusqu’au {$deadline}.
entry-standing-changed = Modifié depuis le dépôt
entry-standing-changed-text = Vos dernières modifications ne sont pas déposées : c’est la version du {$received} qui compte. Déposez de nouveau avant le {$deadline}.
entry-standing-screened = En vérification
entry-standing-screened-text = Reçu le {$received}. Les organisateurs vérifient que le dossier est complet.
entry-standing-eligible = Recevable
entry-standing-eligible-text = Votre dossier est complet et sera noté par le jury. Résultats le {$results}.
entry-standing-judged = Chez le jury
entry-standing-judged-text = Le jury note votre dossier. Résultats le {$results}.
entry-standing-ineligible = Non recevable
entry-standing-ineligible-text = Les organisateurs n’ont pas retenu ce dossier pour la notation. Voici pourquoi :
entry-standing-returned = À compléter
entry-standing-returned-text = Les organisateurs vous demandent de compléter ce dossier, puis de le déposer de nouveau :
entry-standing-withdrawn = Retiré
entry-standing-withdrawn-text = Vous avez retiré ce dossier. Rien n’est effacé : vous pouvez le rétablir.
entry-standing-announced = Résultats publiés
entry-standing-announced-text = Les lauréats de cette édition sont annoncés.
entry-reference = Référence
entry-category = Catégorie
entry-organisation = Structure
entry-organisation-hint = Le nom de la startup ou de la structure qui porte le projet.
entry-edition = Édition
entry-website = Site web
entry-city = Ville
entry-name = Nom du projet
entry-name-hint = Tel que vous voulez le voir publié.
entry-language = Langue des réponses
entry-language-hint = Vos réponses sont confiées à des jurés qui lisent cette langue.
entry-sections = Votre dossier
entry-missing = { $n ->
    [one] Il manque une réponse, ou elle est à corriger.
   *[other] {$n} réponses manquent ou sont à corriger.
}
entry-continue = Continuer : {$section}
entry-check = Relire le dossier
entry-check-ready = Relire et déposer
entry-receipt = Voir l’accusé de réception
entry-restore = Rétablir le dossier
entry-section-not-started = Pas commencé
entry-section-started = En cours
entry-section-done = Terminé
entry-section-to-correct = À corriger
entry-section-detail = { $n ->
    [one] {$n} question, environ {$minutes} min
   *[other] {$n} questions, environ {$minutes} min
}
entry-section-number = Section {$number} sur {$total}
entry-section-continue = Enregistrer et continuer
entry-section-leave = Enregistrer et revenir au dossier
entry-section-back = Retour au dossier
entry-identity-title = Projet et structure
entry-identity-detail = Nom du projet, structure, langue des réponses
entry-identity-save = Enregistrer
entry-identity-closed = Ce dossier ne peut plus être modifié.
entry-new-title = Commencer un dossier
entry-new-lede = {$edition}. À déposer avant le {$deadline} ; vous pourrez y revenir autant de fois que vous voulez.
entry-new-category = Catégorie
entry-new-category-hint = Elle figure dans la référence du dossier et ne change plus ensuite.
entry-new-button = Commencer
entry-new-questions = Lire toutes les questions avant de commencer
entry-new-early-title = Le dépôt n’est pas encore ouvert
entry-new-early-text = Il ouvre le {$date}. Les questions sont déjà là, pour vous préparer.
entry-new-closed-title = Le dépôt est clos
entry-new-closed-text = Les dossiers étaient reçus jusqu’au {$date}. Rendez-vous à la prochaine édition.
entry-new-none-title = Aucune édition en cours
entry-new-none-text = La prochaine édition se prépare. Revenez bientôt.
entry-category-missing = Choisissez une catégorie.
entry-language-missing = Choisissez la langue de vos réponses.
entry-question-words = { $n ->
    [one] {$n} mot au plus.
   *[other] {$n} mots au plus.
}
entry-question-range = Entre {$min} et {$max}.
entry-question-files = PDF, PNG, JPEG ou WebP, 10 Mo au plus par fichier.
entry-question-counter = %n mots sur %max
entry-answer-none = Pas encore de réponse
entry-answer-missing = Cette réponse est nécessaire pour déposer.
entry-answer-too-many-words = { $over ->
    [one] {$over} mot de trop : {$limit} au plus.
   *[other] {$over} mots de trop : {$limit} au plus.
}
entry-answer-not-a-number = Écrivez un nombre entier, en chiffres.
entry-answer-out-of-range = Écrivez un nombre entre {$min} et {$max}.
entry-answer-too-small = Écrivez un nombre à partir de {$min}.
entry-answer-too-great = Écrivez un nombre jusqu’à {$max}.
entry-answer-not-an-option = Choisissez une des réponses proposées.
entry-file-add = Ajouter le fichier
entry-file-retry = Réessayer
entry-file-sending = Envoi de « %n » : %p
entry-file-failed = « %n » n’est pas parti : la connexion a été coupée. Rien n’est perdu, réessayez.
entry-file-alt = Ce que montre l’image
entry-file-alt-hint = Une phrase, pour les personnes qui ne la voient pas.
entry-file-alt-missing = { $n ->
    [one] Décrivez l’image en une phrase, pour les personnes qui ne la voient pas.
   *[other] Décrivez les {$n} images, chacune en une phrase, pour les personnes qui ne les voient pas.
}
entry-file-look = Voir « {$name} »
entry-file-replace = Remplacer
entry-file-replace-button = Remplacer par ce fichier
organisations-title = { $n ->
    [one] Ma structure
   *[other] Mes structures
}
organisation-lede = { $n ->
    [0] Ce profil servira à tous vos dossiers.
    [one] Ce profil sert à votre dossier.
   *[other] Ce profil sert à vos {$n} dossiers.
}
organisation-name-hint = Ce qui est déjà déposé garde le nom sous lequel il l’a été.
organisation-sector = Secteur
organisation-founded = Date de création
organisation-size = Effectif
organisation-links = Pages et réseaux sociaux
organisation-links-hint = Une adresse par ligne, 6 au plus.
organisation-logo = Logo
organisation-logo-of = Logo de {$name}
organisation-logo-choose = Choisir une image
organisation-logo-hint = PNG, JPEG ou WebP, 10 Mo au plus.
organisation-logo-put = Utiliser cette image
organisation-logo-remove = Retirer le logo
organisation-logo-remove-ask = Retirer le logo ? Il faudra l’envoyer de nouveau pour le remettre.
organisation-clash = Ce profil a été modifié ailleurs depuis que vous avez ouvert cette page. Voici ce que vous avez saisi : enregistrez-le, ou gardez l’autre version.
organisation-problem-taken = Une autre de vos structures porte déjà ce nom.
organisation-problem-day = Indiquez un jour passé, après 1900.
organisation-problem-links = {$most} adresses au plus.
organisation-problem-logo = Choisissez une image PNG, JPEG ou WebP.
sector-agriculture = Agriculture, alimentation et eau
sector-energy = Énergie, climat et environnement
sector-education = Éducation et formation
sector-health = Santé et soins
sector-finance = Finance et assurance
sector-commerce = Commerce
sector-mobility = Mobilité et logistique
sector-industry = Industrie
sector-construction = Construction et habitat
sector-tourism = Tourisme
sector-culture = Culture, médias et jeux
sector-public-services = Services publics et civiques
sector-software = Logiciels pour entreprises
sector-security = Cybersécurité
sector-other = Autre
size-alone = Une seule personne
size-few = 2 à 9 personnes
size-tens = 10 à 49 personnes
size-hundred = 50 à 249 personnes
size-many = 250 personnes ou plus
entry-file-remove = Retirer
entry-file-restore = Remettre le fichier
entry-file-none = Choisissez d’abord un fichier.
entry-file-empty = « {$name} » est vide.
entry-file-too-large = « {$name} » est trop lourd. Formats acceptés : PDF, PNG, JPEG ou WebP, 10 Mo au plus.
entry-file-kind = « {$name} » n’est pas d’un format accepté. Formats acceptés : PDF, PNG, JPEG ou WebP, 10 Mo au plus.
entry-file-too-many-pixels = « {$name} » a trop de pixels : 50 millions au plus.
entry-file-broken = « {$name} » ne se lit pas comme une image. Enregistrez-la de nouveau et réessayez.
entry-file-too-many = { $limit ->
    [one] Un dossier contient {$limit} fichier au plus. Retirez-en un d’abord.
   *[other] Un dossier contient {$limit} fichiers au plus. Retirez-en un d’abord.
}
entry-file-too-much = Les fichiers d’un dossier pèsent {$limit} Mo au plus, tous ensemble. Retirez-en un d’abord.
entry-save-last = Enregistré le {$time}
entry-save-saving = Enregistrement…
entry-save-saved = Enregistré à %t
entry-save-failed = Pas enregistré : la connexion manque. Votre texte reste sur cet appareil.
entry-save-retry = Réessayer
entry-save-conflict = Cette section a été modifiée dans un autre onglet ou par quelqu’un d’autre. Votre texte reste dans cette page : enregistrez pour comparer les deux versions.
entry-save-reload = Voir l’autre version
entry-save-sign-in = Votre session est terminée. Connectez-vous dans un autre onglet, puis enregistrez.
entry-clash-title = Deux versions de cette section
entry-clash-text = Elle a été enregistrée ailleurs pendant que vous écriviez. Rien n’est perdu : votre version est dans les champs, l’autre à côté. Corrigez si besoin, puis choisissez.
entry-clash-theirs = Version enregistrée entre-temps
entry-clash-mine = Enregistrer ma version
entry-clash-keep-theirs = Garder l’autre version
entry-check-title = Relire le dossier
entry-check-change = Modifier
entry-check-missing-title = { $n ->
    [one] Une réponse est à compléter avant de déposer
   *[other] {$n} réponses sont à compléter avant de déposer
}
entry-check-problem = {$question} — {$problem}
entry-check-nothing-new = Ce dossier est déposé tel quel.
entry-check-submit-title = Déposer le dossier
entry-check-submit-text = Tout est là. Après le dépôt, vous pourrez encore modifier le dossier et le déposer de nouveau jusqu’au {$deadline}.
entry-check-screened-text = Ce dossier est déjà déclaré recevable : une nouvelle version sera vérifiée de nouveau.
entry-check-declaration = Je certifie que ces informations sont exactes, que je peux engager la structure, et j’accepte le règlement.
entry-check-declaration-missing = Cochez la déclaration pour déposer le dossier.
entry-check-submit = Déposer le dossier
entry-receipt-title = Dossier reçu
entry-receipt-lede = « {$entry} » est bien déposé. Cet accusé est aussi envoyé à {$email}.
entry-receipt-received = Reçu le
entry-receipt-version = Version
entry-receipt-hash = Empreinte
entry-receipt-hash-hint = L’empreinte (SHA-256) identifie exactement ce que vous avez déposé : un seul caractère différent en donnerait une autre.
entry-receipt-files = { $n ->
    [one] {$n} fichier déposé
   *[other] {$n} fichiers déposés
}
entry-receipt-changed = Vous avez modifié le dossier depuis : c’est la version ci-dessous qui est déposée.
entry-receipt-next = La suite
entry-receipt-after = Après le {$date}
entry-receipt-step-received = Votre dossier est reçu.
entry-receipt-step-deadline = Clôture : jusque-là, vous pouvez le modifier et le déposer de nouveau.
entry-receipt-step-jury = Les organisateurs vérifient que le dossier est complet, puis le jury le note.
entry-receipt-step-results = Annonce des résultats.
entry-withdraw-link = Retirer ce dossier
entry-withdraw-title = Retirer le dossier
entry-withdraw-text = « {$entry} » ne participera plus et le jury ne le verra plus.
entry-withdraw-undo = Rien n’est effacé : vous pourrez le rétablir jusqu’à l’annonce des résultats.
entry-withdraw-button = Retirer le dossier
entry-withdraw-keep = Ne pas retirer
entry-refused-question-closed = Les organisateurs ont renvoyé ce dossier pour d’autres questions : celle-ci ne peut plus changer.
entry-limited = Les organisateurs demandent de compléter certaines questions. Elles seules peuvent être modifiées ; le reste de votre dossier reste tel que déposé.
entry-asked-anew = { $n ->
    [one] Une réponse à compléter :
   *[other] {$n} réponses à compléter :
}
late-code = Code d’accès tardif
late-code-hint = Les organisateurs vous ont donné un code ? Il ouvre le dépôt jusqu’à la date convenue avec eux.
late-code-use = Utiliser ce code
late-code-problem-wrong = Ce code n’ouvre pas cette édition : il est mal recopié, expiré ou déjà utilisé. Vérifiez-le, ou demandez-en un autre aux organisateurs.
people-title = Personnes
people-lede = Travaillez à plusieurs sur ce dossier. Chacun voit qui est sur quelle partie ; aucune saisie n’en écrase une autre.
people-count = { $n ->
    [one] {$n} personne
   *[other] {$n} personnes
}
people-who = Personne
people-role = Ce que la personne peut faire
people-role-of = Ce que peut faire {$who}
people-role-view = Lire
people-role-edit = Lire et écrire
people-role-submit = Lire, écrire et déposer
people-owner = Tout : c’est son dossier
people-standing = État
people-joined = Participe
people-waiting = Invitation envoyée
people-remove = Retirer
people-remove-ask = Retirer {$who} de ce dossier ? Ce que cette personne a écrit reste.
people-leave = Quitter ce dossier
people-leave-ask = Quitter ce dossier ? Il faudra une nouvelle invitation pour y revenir.
people-invite = Inviter quelqu’un
people-invite-button = Envoyer l’invitation
people-email-hint = La personne se connecte ou crée un compte avec cette adresse.
people-here = Sur cette partie en ce moment : {$names}
people-invited-you = {$by} vous invite à travailler sur « {$entry} ».
people-accept = Rejoindre
people-decline = Refuser
people-decline-ask = Refuser cette invitation ?
people-problem-yourself = C’est votre propre adresse.
people-problem-joined = Cette personne participe déjà à ce dossier.
people-problem-many = {$most} personnes au plus par dossier.
entry-refused-only-reads = Vous pouvez lire ce dossier, pas l’écrire. Demandez à la personne qui vous a invité de changer ce que vous pouvez faire.
entry-refused-not-yours-to-submit = Vous pouvez écrire ce dossier, pas le déposer. La personne qui vous a invité le déposera, ou peut vous y autoriser.
entry-refused-not-yours = Seule la personne à qui appartient ce dossier peut faire cela.
entry-refused-not-open = Le dépôt des dossiers ouvre le {$date} (heure de l’édition). Revenez à partir de cette date.
entry-refused-deadline = Le dépôt est clos depuis le {$date} (heure de l’édition). Votre brouillon est conservé.
entry-refused-announced = Les résultats sont annoncés : ce dossier ne peut plus changer.
entry-refused-withdrawn = Ce dossier est retiré. Rétablissez-le d’abord.
entry-refused-not-withdrawn = Ce dossier n’est pas retiré.
entry-refused-never-submitted = Ce dossier n’a jamais été déposé.
entry-refused-screened = Les organisateurs ont déjà statué sur ce dossier. Écrivez-leur pour le modifier.
answer-yes = Oui
answer-no = Non
entry-answer-not-a-date = Écrivez une date, par exemple 31/01/2027.
entry-answer-not-an-email = Ce n’est pas une adresse e-mail.
entry-answer-not-a-phone = Écrivez un numéro de téléphone : 6 à 15 chiffres, avec l’indicatif du pays s’il n’est pas marocain.
entry-answer-video-host = La vidéo doit se trouver sur l’un de ces sites : {$hosts}.
entry-answer-no-name = Écrivez le nom de la personne {$row}, ou videz sa ligne.
entry-question-video = Sur l’un de ces sites : {$hosts}.
entry-question-images = PNG, JPEG ou WebP, 10 Mo au plus par image.
entry-question-choose = Choisir…
entry-team-person = Personne {$n}
entry-team-name = Nom
entry-team-role = Rôle
entry-team-link = Lien ou e-mail
entry-team-more = Enregistrer et ajouter une personne
entry-file-not-an-image = « {$name} » n’est pas une image : PNG, JPEG ou WebP.
entry-receipt-pdf = Télécharger le PDF
history-title = Historique du brouillon
history-lede = Chaque version de vos réponses reste ici. Ouvrez-en une pour la comparer avec le brouillon, et la reprendre s’il le faut.
history-none-title = Pas encore d’historique
history-none-text = Il commence avec votre première réponse.
history-when = Enregistré
history-who = Par
history-what = Réponses changées
history-older = Versions plus anciennes
history-of = Version du {$time}
history-same = Cette version dit la même chose que le brouillon.
history-different = { $n ->
    [one] Une réponse est différente aujourd’hui.
   *[other] {$n} réponses sont différentes aujourd’hui.
}
history-bring-back = Reprendre cette version
history-bring-back-hint = Le brouillon actuel reste dans l’historique : rien n’est perdu.
history-then = Alors
history-now = Aujourd’hui
history-unchanged = { $n ->
    [one] Une réponse n’a pas changé
   *[other] {$n} réponses n’ont pas changé
}
eligible-title = Pouvez-vous concourir ?
eligible-lede = { $n ->
    [one] Une question avant de commencer votre dossier pour {$edition}.
   *[other] {$n} questions avant de commencer votre dossier pour {$edition}.
}
eligible-kept = Vos réponses ne sont pas conservées.
not-eligible-title = Vous ne pouvez pas concourir cette année
elsewhere-eligible-title = Une autre catégorie vous convient
elsewhere-eligible-text = Vous pouvez concourir dans ces catégories :
not-eligible-contact = Un doute, un cas particulier ? Écrivez aux organisateurs :
eligible-again = Répondre de nouveau
entry-copy-found = Cet appareil garde une copie non enregistrée du %t, écrite avant une autre version.
entry-copy-take = Reprendre la copie
entry-copy-drop = L’oublier
entry-auto-submit = À la clôture, un dossier auquel rien ne manque est déposé de lui-même : le laisser complet vaut déclaration que ce qu’il dit est exact. Retirez-le si vous ne voulez pas concourir.
entry-refused-limit = { $most ->
    [one] Vous avez déjà un dossier, et cette édition n’en permet qu’un. Retirez-le si vous préférez en commencer un autre.
   *[other] Vous avez déjà {$most} dossiers, et cette édition n’en permet pas plus. Retirez-en un si vous préférez en commencer un autre.
}
entry-refused-category-limit = { $most ->
    [one] Vous avez déjà un dossier dans cette catégorie, qui n’en permet qu’un. Choisissez-en une autre, ou retirez-le.
   *[other] Vous avez déjà {$most} dossiers dans cette catégorie, qui n’en permet pas plus. Choisissez-en une autre, ou retirez-en un.
}
organisation-region = Région
organisation-founders = Fondée par
organisation-founders-hint = Compté sans nom dans le bilan de l’édition, jamais montré au jury.
founders-women = Des femmes
founders-both = Des femmes et des hommes
founders-men = Des hommes
region-abroad = Hors du Maroc
gallery-consent = Galerie publique
gallery-consent-text = Une fois les lauréats annoncés, le titre, la structure, la catégorie, l’accroche et le site web peuvent paraître dans la galerie. Rien n’y paraît sans votre accord.
gallery-consent-given = Ce dossier paraît dans la galerie une fois les lauréats annoncés.
gallery-consent-give = Accepter d’y paraître
gallery-consent-back = Ne plus y paraître
log-entry-gallery-consented = Accord pour la galerie
log-entry-gallery-withdrawn = Accord pour la galerie retiré
