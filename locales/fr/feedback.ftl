comments-title = Commentaires du jury
comments-lede = Ce que les jurés ont écrit aux candidats. Retenez ce qui blesse ou nomme quelqu’un ; le reste est transmis après l’annonce.
comments-not-passed-on = Cette édition ne transmet pas les commentaires.
comments-count = { $n ->
    [one] Un commentaire
   *[other] {$n} commentaires
}
comments-none-title = Aucun commentaire
comments-none-text = Aucun juré n’a écrit aux candidats.
comments-held = Retenu
comments-release = Transmettre
comments-hold = Retenir
feedback-title = Retour du jury
feedback-lede = { $n ->
    [one] La moyenne d’une fiche, à côté de la médiane de la catégorie {$category}.
   *[other] La moyenne de {$n} fiches, à côté de la médiane de la catégorie {$category}.
}
feedback-scores = Notes par critère
feedback-criterion = Critère
feedback-own = Votre moyenne
feedback-median = Médiane de la catégorie
feedback-what = La marque sur la barre est la médiane : la moitié des dossiers de la catégorie ont moins.
feedback-comments = Ce que les jurés vous écrivent
certificate-title = Certificat (PDF)
certificate-to = décerné à
certificate-for = pour « {$entry} »
certificate-winner = Lauréat : {$prize}
certificate-finalist = Finaliste : {$prize}
certificate-competed = A concouru devant le jury
certificate-verify = Le dépouillement est scellé sous cette empreinte ; chacun peut le vérifier sur {$url}
