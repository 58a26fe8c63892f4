landing-empty-text = Revenez bientôt : le calendrier, les catégories et le règlement seront publiés ici.
landing-opens = Les candidatures ouvrent le {$time}, {$zone}.
landing-closes = Les candidatures ferment le {$time}, {$zone}.
landing-last-hours = { $count ->
    [one] Il reste une heure : clôture le {$time}, {$zone}.
   *[other] Il reste {$count} heures : clôture le {$time}, {$zone}.
}
landing-screening = Les candidatures sont closes. Les organisateurs vérifient les dossiers.
landing-judging = Le jury travaille. Les lauréats sont annoncés le {$day}.
landing-announced = Les lauréats sont annoncés.
landing-enter = Déposer un dossier
landing-see-method = Lire la méthode
landing-see-winners = Découvrir les lauréats
landing-calendar = Calendrier
landing-categories = Cinq catégories, une exigence
landing-method = Une méthode publiée
landing-weights = Ce que pèse chaque critère
landing-last-winners = Lauréats : {$edition}
landing-all-winners = Tous les lauréats et finalistes
landing-phase-entries = Candidatures
landing-phase-screening = Présélection
phase-screening-text = Chaque dossier est vérifié
phase-jury = Jury
landing-phase-results = Annonce
phase-until = Jusqu’au {$day}
criterion = Critère
weight = Poids
percent = {$number} %
rules-title = Règlement : {$edition}
rules-questions = Questions fréquentes
rules-charter = Charte d’honneur du jury
method-title = Comment les dossiers sont notés
method-lede = La méthode est la même pour tous, fixée avant la première note et publiée ici.
method-criteria = Les critères
method-scale = Chaque critère est noté de {$min} à {$max} par {$jurors} jurés au moins, chacun de son côté. Une phrase décrit chaque échelon.
method-ranking = Le classement
method-weighted-mean = La note d’une fiche est la moyenne de ses critères, pondérée par leurs poids. La note d’un dossier est la moyenne de ses fiches validées, calculée exactement, en fractions.
method-calibrated = La note d’un dossier est la moyenne de ses fiches, corrigée de la sévérité de chaque juré, mesurée sur les dossiers que d’autres ont notés aussi.
method-ties = Deux dossiers de même note sont à égalité, et le restent : aucun départage caché.
method-set-aside = Un juré qui a un lien avec une structure se récuse : sa fiche est mise de côté et ne compte pas.
method-secrecy = Le secret
method-secrecy-text = Tant que la notation est ouverte, personne ne voit une note, sauf le juré qui l’a donnée. Les organisateurs suivent l’avancement, jamais les valeurs. Rien n’est public avant l’annonce.
method-check = La vérification
method-check-text = Chaque acte est inscrit dans un journal dont les lignes sont enchaînées par leur empreinte : une ligne modifiée se voit. Le dépouillement a un format public, que chacun peut recalculer.
winners-title = Lauréats : {$edition}
winners-lede = { $count ->
    [one] Un projet distingué par le jury.
   *[other] {$count} projets distingués par le jury.
}
winners-finalists = Finalistes
winners-empty = Pas encore de lauréats
winners-empty-text = Ils seront annoncés ici, tous en même temps.
winners-archive = Autres éditions
winner-jury = Le jury
winner-organisation = Structure
winner-city = Ville
winner-founded = Créée en
winner-prize = Prix
winner-all = Tous les lauréats
preview-banner = Aperçu réservé aux organisateurs : rien de ceci n’est public.
method-order = Chaque juré donne une place aux meilleurs dossiers de chaque catégorie. Nombre de places : {$n}. Jurés par dossier, au moins : {$jurors}.
method-schulze = Deux dossiers se comparent sur les jurés qui ont lu les deux : l’emporte celui que plus de jurés placent devant. La méthode Schulze en tire l’ordre, même quand les duels tournent en rond ; la note d’un dossier est le nombre de dossiers qu’il bat.
method-borda = La première place vaut autant de points qu’il y a de places, la dernière un point, l’absence de place zéro. La note d’un dossier est la moyenne de ses points, sur les jurés qui l’ont lu.
method-duel-ties = Deux dossiers qui battent le même nombre d’autres sont départagés par la moyenne des points de leurs places. S’ils restent égaux, ils sont à égalité.
embed-title = Afficher cette liste sur votre site
embed-text = Copiez ce code dans une page : la liste s’y tient à jour, sans script.
record-title = Enregistrement signé
record-holds = Cette distinction est authentique : la signature est celle des organisateurs, et rien n’a été révoqué.
record-other-key = La signature vient d’une autre clé que celle que ce site publie. Demandez aux organisateurs.
record-revoked = Distinction révoquée le { $day } : { $reason }
record-issued = Signé le
record-key = Clé publique
record-file = Télécharger l’enregistrement
record-winner = Voir la page du projet
record-offline = Se vérifie aussi hors ligne :
record-refused-revoked = Cette distinction a été révoquée. Sa page dit pourquoi.
certificate-record = Scannez pour vérifier ce certificat :
winner-badge-svg = Badge (SVG)
winner-badge-png = Badge (PNG)
gallery-title = Galerie des candidatures
gallery-lede = { $edition } : les projets dont les candidats ont accepté d’être montrés.
gallery-search = Chercher un projet
gallery-none = Aucun projet à montrer
gallery-none-text = Aucune candidature ne correspond, ou personne n’a encore accepté d’être montré.
gallery-see = Voir la galerie des candidatures
gallery-count = { $n ->
    [one] { $n } projet
   *[other] { $n } projets
}
rules-versions = Modifications
rules-changed = Règlement modifié le { $day }
rules-changed-text = Ce qui a été retiré est barré, ce qui a été ajouté est souligné.
rules-gone = Retiré :
rules-new = Ajouté :
