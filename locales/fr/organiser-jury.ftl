jury-problem-already-invited = Cette personne est déjà invitée, ou fait déjà partie du jury.
jury-problem-reads = Choisissez au moins une langue que la personne lit.
jury-problem-load = Un nombre entier de 1 à {$most}, ou rien.
jury-problem-category = Cette catégorie n’est pas de cette édition.
jury-problem-organisation = Choisissez une structure candidate.
jury-problem-code = Aucune catégorie n’a le code « {$code} ».
jury-problem-language = « {$word} » n’est pas une langue : écrivez fr, ar ou en.
jury-problem-table = Ce tableau ne se lit pas. Collez-le avec sa ligne de titres et au moins une ligne.
jury-problem-columns = La première ligne doit nommer les colonnes « email » et « name ».
jury-problem-lines = Trop de lignes : {$most} au plus à la fois.
jurors-title = Jury
jurors-crumbs = Fil d’Ariane
jurors-invite = Inviter un juré
jurors-invite-several = Inviter plusieurs personnes
jurors-invite-lede = L’invitation part aussitôt par e-mail, dans la langue choisie. Le lien vaut 7 jours.
jurors-empty-title = Personne n’est invité
jurors-empty-text = Un jury de cinq à douze personnes, de métiers et de régions différents, suffit pour la plupart des éditions.
jurors-none-title = Aucun juré ne correspond
jurors-search = Chercher un nom, une adresse, une structure
jurors-status = État
jurors-status-invited = Invité
jurors-status-accepted = Au jury
jurors-status-declined = A décliné
jurors-status-revoked = Retiré
jurors-count = { $n ->
    [one] {$n} personne sur {$of}
   *[other] {$n} personnes sur {$of}
}
jurors-name = Nom
jurors-email = Adresse e-mail
jurors-email-hint = L’invitation n’est valable que pour cette adresse.
jurors-organisation = Structure
jurors-job = Fonction
jurors-language = Langue des messages
jurors-categories = Catégories
jurors-categories-hint = Aucune case cochée : toutes les catégories.
jurors-all-categories = Toutes
jurors-reads = Lit
jurors-reads-hint = Les langues dans lesquelles cette personne peut juger un dossier.
jurors-expertise = Expertise
jurors-load = Nombre de dossiers au plus
jurors-load-hint = Par tour. Vide : sans limite.
jurors-send = Envoyer l’invitation
jurors-scored = Notés
jurors-ties = Conflits d’intérêts
jurors-several-lede = Collez un tableau venu d’un tableur. Rien ne part avant que vous ayez vu le résultat ligne par ligne.
jurors-several-read = { $n ->
    [one] {$n} ligne lue, dont {$good} bonne
   *[other] {$n} lignes lues, dont {$good} bonnes
}
jurors-several-send = { $n ->
    [one] Envoyer une invitation
   *[other] Envoyer {$n} invitations
}
jurors-line = Ligne
jurors-line-good = Sera invité
jurors-result = Résultat
jurors-table = Tableau
jurors-table-hint = Colonnes : email, name ; au choix organisation, title, language, reads, categories (codes), expertise, max_load. Virgules, points-virgules ou tabulations.
jurors-table-read = Lire le tableau
jurors-invited-at = Invité le
jurors-answered-at = A répondu le
jurors-decline-reason = Raison donnée
jurors-declared-at = Liens déclarés le
jurors-resend = Renvoyer l’invitation
jurors-revoke = Retirer du jury
jurors-revoke-title = Retirer {$name} du jury ?
jurors-revoke-text = La personne perd aussitôt l’accès aux dossiers, et son lien d’invitation ne marche plus. Vous pourrez l’inviter de nouveau.
jurors-revoke-open = { $n ->
    [0] Aucune affectation en cours.
    [one] Une affectation en cours est reprise.
   *[other] {$n} affectations en cours sont reprises.
}
jurors-revoke-kept = { $n ->
    [0] Aucune fiche validée.
    [one] Une fiche validée reste et compte.
   *[other] {$n} fiches validées restent et comptent.
}
jurors-revoke-yes = Oui, retirer du jury
jurors-no-ties = Aucun lien n’est connu.
jurors-tie-organisation = Structure candidate
jurors-tie-choose = Choisir…
jurors-tie-reason = Raison
jurors-tie-hint = Les affectations en cours entre les deux prennent fin aussitôt.
jurors-tie-by = Déclaré
jurors-tie-by-juror = par le juré
jurors-tie-by-organiser = par un organisateur
jurors-tie-add = Ajouter un conflit d’intérêts
jurors-tie-save = Enregistrer le conflit
jurors-tie-remove = Lever
jurors-tie-remove-ask = Lever le conflit avec {$organisation} ? Les affectations déjà récusées le restent.
jurors-entries = Dossiers
jurors-no-entries = Aucun dossier n’est confié à cette personne.
jurors-reference = Référence
jurors-entry = Dossier
assignments-title = Affectations
assignments-rounds = Tours
assignments-entries = dossiers à juger
assignments-jurors = jurés
assignments-pairs = affectations
assignments-short = { $n ->
    [one] dossiers sans juré
   *[other] dossiers avec moins de {$n} jurés
}
assignments-empty-title = Aucun dossier à juger
assignments-empty-text = Seuls les dossiers déposés et déclarés recevables peuvent être affectés.
assignments-no-jurors-title = Personne n’a encore accepté
assignments-no-jurors-text = Les jurés apparaissent ici dès qu’ils ont accepté l’invitation.
assignments-no-round-title = Aucun tour de notation
assignments-no-round-text = Créez d’abord un tour avec ses critères.
assignments-none-title = Aucun dossier ne correspond
assignments-search = Chercher un titre ou une référence
assignments-only-short = Seulement ceux qui manquent de jurés
assignments-count = { $n ->
    [one] {$n} dossier sur {$of}
   *[other] {$n} dossiers sur {$of}
}
assignments-load = { $n ->
    [one] {$n} dossier
   *[other] {$n} dossiers
}
assignments-load-of = {$n} sur {$most}
assignments-jurors-of = { $n ->
    [one] {$n} juré sur {$needed}
   *[other] {$n} jurés sur {$needed}
}
assignments-box = Confier {$entry} à {$juror}
assignments-legend-assigned = Affecté
assignments-legend-tie = Conflit d’intérêts
assignments-legend-scored = Déjà noté
assignments-save = Enregistrer les affectations
assignments-save-detail = Seules les différences sont écrites. Chaque juré concerné reçoit un seul message.
assignments-even-begun = Reprendre aussi les fiches commencées
assignments-even-begun-detail = Les notes déjà saisies sont mises de côté.
assignments-pages = Pages
assignments-csv = Importer ou exporter
assignments-csv-text = Le fichier exporté peut être modifié dans un tableur, puis collé ici : les paires nouvelles s’ajoutent.
assignments-csv-hint = Colonnes : reference, juror_email. Rien n’est écrit avant que vous ayez vu le résultat ligne par ligne.
assignments-csv-read = { $n ->
    [one] {$n} ligne lue, dont {$good} bonne.
   *[other] {$n} lignes lues, dont {$good} bonnes.
}
assignments-csv-send = { $n ->
    [one] Appliquer une affectation
   *[other] Appliquer {$n} affectations
}
assignments-export = Exporter en CSV
assignments-line-good = Sera affecté
assignments-status-proposed = Proposé
assignments-status-assigned = Affecté
assignments-status-drafting = En cours
assignments-status-submitted = Noté
assignments-status-locked = Noté, figé
assignments-status-recused = Récusé
assignments-status-withdrawn = Repris
assign-refused-closed = Ce tour est clos : ses affectations ne changent plus.
assign-problem-entry = {$entry} : aucun dossier à juger n’a cette référence ({$juror}).
assign-problem-juror = {$entry} : aucun juré n’a cette adresse ({$juror}).
assign-problem-not-accepted = {$entry} : {$juror} n’a pas accepté l’invitation.
assign-problem-tie = {$entry} : un conflit d’intérêts exclut {$juror}.
assign-problem-recused = {$entry} : {$juror} s’est récusé.
assign-problem-assigned = {$entry} est déjà confié à {$juror}.
assign-problem-load = {$entry} : {$juror} a déjà le nombre de dossiers convenu.
assign-problem-scored = {$entry} est déjà noté par {$juror} : cette affectation ne se reprend pas.
assign-problem-begun = {$juror} a commencé {$entry} : confirmez pour le reprendre.
assign-problem-repeated = {$entry} et {$juror} : cette paire est déjà plus haut.
assign-problem-columns = La première ligne doit nommer les colonnes « reference » et « juror_email ».
progress-title = Avancement du jury
progress-lede = { $n ->
    [one] {$n} fiche validée sur {$of}.
   *[other] {$n} fiches validées sur {$of}.
}
progress-no-scores = Aucune note n’apparaît ici : elles restent secrètes jusqu’à la clôture.
progress-search = Chercher un juré ou un dossier
progress-jurors = Par juré
progress-jurors-count = { $n ->
    [one] {$n} juré
   *[other] {$n} jurés
}
progress-none-title = Aucun juré à suivre
progress-none-text = Les jurés apparaissent ici quand ils ont accepté l’invitation.
progress-sheets = Fiches validées
progress-begun = Commencées
progress-recused = Récusations
progress-expected = Fin prévue
progress-unknown = Pas encore
progress-all-in = Tout est remis
progress-late = En retard
progress-minutes = { $n ->
    [one] {$n} min par dossier
   *[other] {$n} min par dossier
}
progress-reminder = Relance
progress-remind = Relancer
progress-reminded = Relancé : {$at}
progress-remind-late = { $n ->
    [one] Relancer {$n} juré en retard
   *[other] Relancer {$n} jurés en retard
}
progress-remind-late-ask = { $n ->
    [one] Envoyer un message à {$n} juré ?
   *[other] Envoyer un message à {$n} jurés ?
}
reminder-refused-closed = La notation n’est pas ouverte : il n’y a rien à relancer.
reminder-refused-done = Ce juré a tout remis.
reminder-refused-recent = Ce juré a été relancé il y a moins de 48 heures. Attendez un peu.
done-reminded = Relance envoyée.
done-reminded-nobody = Personne à relancer maintenant : chacun a été relancé depuis moins de 48 heures, ou a tout remis.
progress-confirmed = Verrouillées
earlier-title = Jurés des éditions précédentes
earlier-lede = Un clic envoie l’invitation, avec ce que vous saviez déjà de la personne : langues, catégories, domaines.
earlier-empty-title = Personne à inviter de nouveau
earlier-empty-text = Ici apparaissent ceux qui ont jugé une édition que vous organisez, et ne sont pas encore de ce jury.
earlier-invite = Inviter
progress-last = Dernière activité
progress-never = Jamais
progress-entries = Par dossier
progress-entries-count = { $n ->
    [one] {$n} dossier, dont {$complete} complet
   *[other] {$n} dossiers, dont {$complete} complets
}
progress-assigned = Jurés
progress-submitted = Fiches
progress-complete = Complet
progress-lacks-jurors = Manque de jurés
progress-going-on = En cours
jurors-preferences = Préférences
jurors-preference = {$category} : {$choice}
practice-desk-lede = Écrivez un à trois dossiers inventés : chaque juré les note avant les vrais, puis voit, sans noms, comment le jury se répartit. Rien n’entre dans les résultats.
practice-none-text = Sans eux, les jurés commencent directement par les vrais dossiers.
practice-scored-by = Notes remises : {$n} sur {$of} jurés
practice-add = Ajouter un dossier d’entraînement
practice-name = Titre
practice-text = Ce que les jurés lisent
practice-text-hint = Un dossier court et crédible, sans nom réel. Une ligne vide sépare deux paragraphes.
practice-remove = Supprimer ce dossier d’entraînement
practice-remove-ask = Supprimer ce dossier d’entraînement et les notes que des jurés lui ont données ?
practice-refused-scored = Des jurés l’ont déjà noté : il ne change plus. Supprimez-le et écrivez-en un autre.
practice-refused-enough = Trois dossiers d’entraînement suffisent : supprimez-en un d’abord.
practice-refused-ranked = Dans un tour où les jurés classent, il n’y a pas d’échelle à essayer.
