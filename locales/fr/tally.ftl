seal-title = Le dépouillement est scellé
seal-text = Scellé le {$time}. L’empreinte ci-dessous est publiée dès maintenant sur la page de la méthode ; le fichier le sera avec les lauréats.
seal-file = Télécharger le dépouillement signé
method-rules-hash = Empreinte des règles (SHA-256)
method-rules-text = Les règles en toutes lettres
method-tally = Empreinte du dépouillement {$number}
method-tally-superseded = remplacé depuis
method-key = La clé publique des signatures (Ed25519)
method-tally-file = Télécharger le dépouillement signé
log-round-sealed = Dépouillement scellé
seal-changed = Depuis le scellement, un dossier a quitté la course : le décompte ci-dessous n’est plus celui du fichier. Il sera scellé de nouveau à l’annonce ; pour le faire maintenant, rouvrez la notation puis fermez-la.
results-tie-break = départagé par { $criterion }
method-tie-breaks = Deux dossiers de même note sont départagés par la moyenne sur un critère, dans cet ordre : { $criteria }. S’ils restent égaux, ils sont à égalité.
method-winners = { $n ->
    [one] Une place est honorée dans chaque catégorie.
   *[other] { $n } places sont honorées dans chaque catégorie.
  }
method-earlier-rules = Règles n° { $version }, remplacées
method-earlier-replaced = Remplacées le { $time } : { $reason }
log-rules-replaced = Règles remplacées
