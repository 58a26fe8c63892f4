lab-title = Laboratoire des résultats
lab-link = Laboratoire des résultats
lab-crumbs = Vous êtes ici
lab-tab-ranking = Classements
lab-tab-jury = Jury
lab-tab-robustness = Solidité
lab-tab-advice = Fiches utiles
lab-whole = Tout le tour
lab-method-mean = Le classement officiel suit la moyenne pondérée des fiches. La note calibrée, corrigée de la sévérité de chaque juré, est donnée à côté.
lab-method-calibrated = Le classement officiel suit la note calibrée : la moyenne des fiches, corrigée de la sévérité de chaque juré et rapprochée de la moyenne générale quand les fiches sont peu nombreuses.
lab-no-scores = Aucune fiche validée : il n’y a rien à calculer.
lab-one-entry = Un seul dossier a été noté : il n’y a rien à comparer.
lab-one-juror = Un seul juré a tout noté : sa sévérité ne peut pas être distinguée de la qualité des dossiers. Seules les moyennes comptent.
lab-no-repeats = Aucun dossier n’a été noté deux fois : la qualité ne peut pas être distinguée du hasard. Seules les moyennes comptent.
lab-all-equal = Toutes les notes sont égales : aucun dossier ne se distingue.
lab-no-noise = Les notes sont exactement le niveau du dossier plus la sévérité du juré : sans écart à expliquer, le modèle ne peut pas estimer l’incertitude. Seules les moyennes comptent.
lab-too-large = Plus de 6 000 dossiers et plus de 6 000 jurés : c’est trop pour le modèle exact. Seules les moyennes comptent.
lab-parts-title = { $n ->
    [one] {$n} groupe sans lien
   *[other] {$n} groupes sans lien
}
lab-parts-text = Aucun juré et aucun dossier ne relient ces groupes. De l’un à l’autre, un écart de niveau entre jurys ne se distingue pas d’un écart entre dossiers : seule l’hypothèse qu’ils se ressemblent les classe ensemble.
lab-bridges = { $n ->
    [one] Une fiche de plus les relierait :
   *[other] {$n} fiches de plus les relieraient :
}
lab-bridge = {$juror} note {$entry}.
lab-apart = { $n ->
    [one] Un groupe ne peut être relié par aucun juré disponible : invitez un juré, levez une limite ou vérifiez les liens déclarés.
   *[other] {$n} groupes ne peuvent être reliés par aucun juré disponible : invitez un juré, levez une limite ou vérifiez les liens déclarés.
}
lab-no-whole = Le tour entier ne se classe pas : ses dossiers forment des groupes sans lien. Chaque catégorie reste lisible séparément.
lab-plot-label = Notes de {$category}, avec leurs intervalles ; le tableau qui suit donne les mêmes nombres
lab-plot-text = Point : note calibrée. Trait : intervalle à 90 %. Petite barre verticale : moyenne brute. Or : première place ; point plein : podium.
lab-plot-close = Un crochet relie deux voisins trop proches pour être départagés (probabilité sous 90 %).
lab-plot-means = Point : moyenne brute. Sans modèle, il n’y a pas d’intervalle.
lab-draws = Rangs et probabilités : {$draws} tirages, graine {$seed}.
lab-first = { $n ->
    [one] Le premier de {$of} est montré ; le fichier contient tout.
   *[other] Les {$n} premiers de {$of} sont montrés ; le fichier contient tout.
}
lab-range = {$low} à {$high}
lab-under = < 1 %
lab-over = > 99 %
lab-mean = Moyenne
lab-calibrated = Calibrée
lab-interval = Intervalle à 90 %
lab-ranks = Rangs possibles (95 %)
lab-p-top = P(parmi les {$top} premiers)
lab-above-next = Devant le suivant
lab-close = Trop proche
lab-by-mean = Rang par moyenne
lab-by-model = Rang calibré
lab-part = Groupe
lab-low = Bas de l’intervalle à 90 %
lab-high = Haut de l’intervalle à 90 %
lab-rank-low = Meilleur rang (95 %)
lab-rank-high = Moins bon rang (95 %)
lab-jury-title = Le jury
lab-jury-lede = Ces repères servent à parler avec les jurés. Ils ne sanctionnent personne et ne changent aucun classement.
lab-jury-none = Aucun juré n’a noté
lab-jury-plot = Sévérité de chaque juré, avec son intervalle ; le tableau qui suit donne les mêmes nombres
lab-jury-text = Point : écart du juré aux autres sur les mêmes dossiers, en points. Trait : intervalle à 90 %. Sous zéro, plus sévère ; au-dessus, plus généreux.
lab-juror = Juré
lab-severity = Sévérité
lab-severity-text = En points : au-dessous de zéro, le juré note plus bas que les autres sur les mêmes dossiers. L’écart est prudent quand les fiches sont peu nombreuses.
lab-mean-given = Moyenne donnée
lab-spread = Étendue
lab-spread-text = Écart type de ses notes : près de zéro, il n’utilise qu’une petite partie de l’échelle.
lab-disagreement = Désaccord
lab-disagreement-text = Ce qui reste quand on retire le niveau du dossier et la sévérité : élevé, il voit les dossiers autrement que les autres.
lab-straight = Notes identiques
lab-straight-text = Part des fiches où tous les critères ont la même note.
lab-time = Temps par fiche
lab-time-text = Temps médian entre la première note et la validation ; rien pour une fiche écrite et validée d’un coup.
lab-seconds = Secondes par fiche
lab-minutes = {$n} min
lab-drift = Dérive
lab-drift-text = Points gagnés d’une fiche à la suivante, dans l’ordre où il a noté. « À regarder » à partir de deux erreurs types.
lab-drift-z = Dérive en erreurs types
lab-look = À regarder
lab-agreement = Accord par critère
lab-agreement-text = D’où viennent les écarts entre les notes de chaque critère. Plus la part des dossiers est grande, plus les jurés s’accordent.
lab-criterion = Critère
lab-from-entry = Des dossiers
lab-from-juror = De la sévérité
lab-from-chance = Du reste
lab-robust-title = Solidité des podiums
lab-robust-lede = Qu’est-ce qui suffirait à changer les {$top} premières places d’une catégorie ? Chaque essai refait tout le classement, selon la méthode du règlement.
lab-robust-none = Aucun podium
lab-firm = Les podiums tiennent : aucun des essais ne les change.
lab-only-jurors = { $n ->
    [one] Aucune note d’un seul échelon et aucun poids à un dixième près ne change un podium ; seule l’absence d’un juré le ferait.
   *[other] Aucune note d’un seul échelon et aucun poids à un dixième près ne change un podium ; seule l’absence de l’un de {$n} jurés le ferait.
}
lab-gain = Gain
lab-smallest-step = { $n ->
    [one] Le plus petit changement qui suffit : une note d’un seul échelon. Une possibilité sur toutes le fait.
   *[other] Le plus petit changement qui suffit : une note d’un seul échelon. {$n} possibilités le font.
}
lab-smallest-weight = Aucune note d’un seul échelon ne suffit. Le plus petit changement de poids qui suffit : {$shift}
lab-podium = Podium
lab-by-jurors = Jurés dont l’absence le change
lab-by-steps = Notes d’un échelon qui le changent
lab-by-weights = Plus petit changement de poids
lab-holds = Tient
lab-jurors-out = Sans un juré
lab-jurors-tried = { $n ->
    [one] {$n} absence essayée ; {$changed} change un podium.
   *[other] {$n} absences essayées ; {$changed} changent un podium.
}
lab-incomplete-jurors = Le calcul a été borné : seuls les jurés des dossiers les plus proches du bas des podiums ont été essayés.
lab-without = Sans les fiches de {$juror} :
lab-steps = Une note, un échelon
lab-steps-tried = { $n ->
    [one] {$n} changement essayé ; {$changed} change un podium.
   *[other] {$n} changements essayés ; {$changed} changent un podium.
}
lab-incomplete-steps = Le calcul a été borné : seules les notes des dossiers les plus proches du bas des podiums ont été essayées.
lab-step = Si {$juror} donnait {$to} au lieu de {$from} à {$entry} en {$criterion} :
lab-weights = Les poids, à un dixième près
lab-weights-tried = { $changed ->
    [0] Aucun poids changé d’un dixième ou moins, à la hausse ou à la baisse, ne change un podium.
    [one] {$changed} changement de poids d’un dixième ou moins change un podium ; c’est le plus petit de son sens.
   *[other] {$changed} changements de poids d’un dixième ou moins changent un podium ; chacun est le plus petit de son sens.
}
lab-incomplete-weights = Le calcul a été borné : les poids ont été essayés sur une grille plus large que le centième de pour cent.
lab-shift = {$criterion} pèse {$to} au lieu de {$from} (les autres gardent leurs proportions).
lab-becomes = {$category} :
lab-becomes-nothing = {$category} : plus de podium.
lab-place = {$rank}. {$entry}
lab-and = {" · "}
lab-advice-title = Fiches qui trancheraient
lab-advice-lede = Les fiches supplémentaires qui réduiraient le plus le doute sur les {$top} premières places de chaque catégorie.
lab-advice-how = Le doute est le nombre attendu de paires mal classées entre le podium et ses poursuivants. Sont écartés : les liens déclarés, les fiches déjà demandées, les jurés au complet, ceux qui ne lisent pas la langue ou ne jugent pas la catégorie. Chaque catégorie est conseillée comme si elle était seule.
lab-advice-count = Fiches par catégorie
lab-advice-none = Aucun juré disponible ne peut noter un dossier de plus, ou il n’y a rien à départager.
lab-doubt-before = Doute avant
lab-doubt-after = Doute après
lab-why = Pourquoi le rang {$rank} ?
lab-why-tied = Pourquoi le rang {$rank}, partagé ?
lab-why-unranked = Pourquoi aucun rang ?
lab-why-unscored = Aucune fiche validée ne compte pour ce dossier : il n’a ni note ni rang.
lab-rank-of = {$rank} sur {$of}
lab-sum = La note, ligne par ligne
lab-sum-calibrated = { $n ->
    [one] On part de la moyenne de tous les dossiers. Chaque fiche ajoute son écart, sévérité du juré retirée. Avec {$n} fiche, le dossier fait {$weight} du chemin vers sa propre moyenne corrigée.
   *[other] On part de la moyenne de tous les dossiers. Chaque fiche ajoute son écart, sévérité du juré retirée. Avec {$n} fiches, le dossier fait {$weight} du chemin vers sa propre moyenne corrigée.
}
lab-sum-mean = { $n ->
    [one] La note est la moyenne d’une seule fiche.
   *[other] La note est la moyenne de {$n} fiches : chacune y apporte son total divisé par {$n}.
}
lab-total = Total de la fiche
lab-adds = Ajoute
lab-start = Moyenne de tous les dossiers
lab-neighbours = Les voisins
lab-how-sure = Avec quelle certitude
lab-near-before = Devant ce dossier : {$p} de chances que ce soit justifié.
lab-near-after = Derrière ce dossier : {$p} de chances que ce soit justifié.
lab-tie-break = Même note : {$criterion} les départage ({$mean} pour ce voisin).
lab-tied = Même note, et rien dans le règlement ne les départage.
lab-refused-ranked = Dans ce tour les jurés classent : aucune sévérité à corriger. La page des résultats montre les duels.
