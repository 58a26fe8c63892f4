desk-exports = Exports
exports-title = Exports
exports-lede = Tout ce que vous pouvez lire ici, vous pouvez l’emporter : en classeur aux colonnes typées, ou en CSV. Heures du fuseau de l’édition.
export-table = Table
export-rows = Lignes
export-take = Télécharger
export-scorecards = Affectations et fiches
export-entries-text = Chaque dossier avec toutes ses réponses déposées.
export-scorecards-text = Qui juge quoi ; les notes et les mots, une fois le tour clos.
export-results-text = Le classement de chaque tour clos.
export-mails-text = Ce qui est parti, à qui, quand.
export-log-text = Tout ce qui a changé, avec les empreintes de la chaîne.
exports-all = Tout télécharger (ZIP)
exports-all-text = Toutes les tables dans les deux formats et les fichiers des dossiers envoyés, avec la liste de leurs empreintes SHA-256.
export-round = Tour
export-juror = Juré
export-address = Adresse
export-submitted = Fiche validée le
export-before = Avant
export-after = Après
export-hash = Empreinte
log-export-taken = Export téléchargé
book-title = Recueil des dossiers
book-text = Les dossiers d’une catégorie tels qu’ils ont été envoyés, en PDF, un par page : pour lire hors ligne ou imprimer.
book-refused-large = Un recueil tient au plus 300 dossiers. Prenez plutôt le tableau des dossiers.
book-count = { $n ->
    [one] { $n } dossier
   *[other] { $n } dossiers
}
export-progress = En préparation…
