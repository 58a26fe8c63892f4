auto-title = Affectation proposée
auto-lede = La meilleure répartition possible des dossiers entre les jurés, prouvée. Rien n’est écrit avant que vous ne l’appliquiez.
auto-wishes = Ce que vous demandez
auto-per-entry = Jurés par dossier
auto-per-entry-hint = Trois au moins, pour comparer les sévérités.
auto-max-load = Dossiers par juré, au plus
auto-max-load-hint = Vide : seule compte la limite que chaque juré a donnée.
auto-only-categories = Seulement des jurés qui connaissent la catégorie
auto-only-categories-detail = Un juré sans catégorie indiquée les prend toutes.
auto-level = Charges égales
auto-level-detail = Autant de dossiers pour chacun, avant l’affinité.
auto-connect = Un seul jury
auto-connect-detail = Tous les jurés reliés entre eux par des dossiers communs : leurs sévérités se comparent.
auto-bottleneck = Aucun dossier mal servi
auto-bottleneck-detail = La plus faible affinité d’abord : le pire couple est aussi bon que possible.
auto-keep = Les affectations que personne n’a commencées
auto-keep-hint = Celles qui sont commencées ou notées restent toujours.
auto-keep-locked = Restent
auto-keep-prefer = Restent, sauf si un échange gagne plus de 100 points
auto-keep-free = Peuvent changer
auto-weights = Ce qui fait l’affinité
auto-weights-hint = De 0 à 10 chacun. Un juré ne reçoit jamais un dossier qu’il ne peut pas lire.
auto-weight-category = Catégorie
auto-weight-category-hint = 100 si le juré l’a choisie, 50 s’il les prend toutes.
auto-weight-expertise = Expertise
auto-weight-expertise-hint = La proximité de ses mots et de ceux du dossier ; 100 est le couple le plus proche.
auto-weight-language = Langue
auto-weight-language-hint = 100 si le dossier est dans sa première langue, 50 dans une autre qu’il lit.
auto-weight-preference = Préférence
auto-weight-preference-hint = 100 si le juré préfère cette catégorie, 50 si cela lui est égal, 0 s’il l’aime moins.
auto-propose = Proposer une affectation
auto-again = Proposer à nouveau
auto-nothing-written = Proposer n’écrit rien et ne prévient personne.
auto-plan = La proposition
auto-figure-covered = { $n ->
    [one] dossiers, un juré chacun
   *[other] dossiers, { $n } jurés chacun
  }
auto-figure-added = affectations nouvelles
auto-figure-stays = qui restent
auto-figure-removed = reprises
auto-proven = Optimum prouvé
auto-connected = Un seul jury
auto-disconnected = { $n } groupes de jurés sans dossier commun
auto-loads-between = De { $least } à { $most } dossiers par juré
auto-no-change = Tout est déjà ainsi : il n’y a rien à changer.
auto-apply = { $n ->
    [one] Appliquer : une affectation nouvelle
   *[other] Appliquer : { $n } affectations nouvelles
  }
auto-apply-detail = Exactement ce qui est montré ici. Chaque juré reçoit un seul message. Vous pourrez tout reprendre tant que rien n’est commencé.
auto-removed = { $n ->
    [one] Une affectation reprise
   *[other] { $n } affectations reprises
  }
auto-proof = La preuve
auto-proof-text = Aucune autre affectation permise n’a plus d’affinité. Un vérificateur indépendant, qui ne partage rien avec le calcul, a contrôlé le certificat : ce que pèse la proposition égale le plafond que donnent les prix. Téléchargez les fichiers et vérifiez-les vous-même.
auto-objective = Affinité totale
auto-optimum = Affinité totale sans les ponts
auto-bridges-cost = Ce que coûtent les ponts
auto-worst = Plus faible affinité
auto-primal = Ce que pèse la proposition
auto-dual = Ce qu’aucune ne peut dépasser
auto-gap = Écart
auto-file-proof = Tout, en un fichier ZIP
auto-file-plan = La proposition (CSV)
auto-file-certificate = Le certificat (JSON)
auto-check = Pour vérifier, après avoir ouvert le ZIP :
auto-costs = Ce que coûte chaque demande
auto-costs-text = L’affinité que l’on gagnerait en y renonçant, toutes choses égales par ailleurs.
auto-costs-none = Rien n’a été demandé qui puisse coûter.
auto-cost-level = Charges égales
auto-cost-bottleneck = Aucun dossier mal servi
auto-cost-connect = Un seul jury
auto-cost-prefer = Garder ce que personne n’a commencé
auto-cost-given = Affectations qui restent
auto-cost-begun = Affectations commencées
auto-cost-scored = Affectations notées
auto-cost-nothing = rien
auto-points = { $n ->
    [one] { $points } point
   *[other] { $points } points
  }
auto-connection = Un jury que l’on peut comparer
auto-connection-one = Chaque juré est relié à chaque autre par une chaîne de dossiers communs : les sévérités se comparent, et le classement vaut pour tous.
auto-connection-several = { $n } groupes de jurés n’ont aucun dossier en commun : un classement d’un groupe à l’autre serait un pari. Cochez « Un seul jury », ou donnez-leur des dossiers communs.
auto-bridges = { $n ->
    [one] Un pont a été ajouté :
   *[other] { $n } ponts ont été ajoutés :
  }
auto-bridge = { $added } au lieu de { $removed } ({ $cost })
auto-pair = { $entry } à { $juror }
auto-comma = {", "}
auto-loads = Les charges
auto-histogram = Nombre de jurés par nombre de dossiers
auto-loads-table = { $n ->
    [one] Le tableau, un juré
   *[other] Le tableau, { $n } jurés
  }
auto-before = Avant
auto-after = Après
auto-limit = Limite
auto-no-limit = aucune
auto-pairs = Qui note quoi, et pourquoi
auto-pairs-text = Catégorie, expertise et langue, de 0 à 100, multipliées par leurs poids : leur somme est l’affinité.
auto-seats = Jurés
auto-standing-new = nouveau
auto-standing-given = reste
auto-standing-begun = commencé
auto-standing-scored = noté
auto-why = { $total } = { $category } × { $wc } + { $expertise } × { $we } + { $language } × { $wl } + { $preference } × { $wp }
auto-impossible = Aucune affectation n’est possible
auto-impossible-proven = C’est prouvé : le vérificateur indépendant a compté les places.
auto-impossible-entries = { $n ->
    [one] Le dossier en cause
   *[other] Les { $n } dossiers en cause
  }
auto-impossible-jurors = { $n ->
    [one] Le juré qui pourrait le noter
   *[other] Les { $n } jurés qui pourraient les noter
  }
auto-at-most = { $n ->
    [one] un dossier au plus
   *[other] { $n } dossiers au plus
  }
auto-cut-of = { $n ->
    [one] un dossier de « { $category } »
   *[other] { $n } dossiers de « { $category } »
  }
auto-scorecards = { $n ->
    [one] une fiche
   *[other] { $n } fiches
  }
auto-cut-places = Il faut { $need } pour { $entries } ; { $n ->
    [one] leur seul juré possible peut en prendre { $capacity }.
   *[other] leurs { $n } jurés possibles peuvent en prendre { $capacity }.
  }
auto-cut-nobody = Il manque { $lacking } pour { $entries } : tous les jurés qui peuvent les noter le font déjà.
auto-cut-loosen = Ou laissez aussi noter des jurés d’autres catégories.
auto-cure = { $n ->
    [one] Invitez un juré de plus, ou portez leur limite à { $limit }.
   *[other] Invitez { $n } jurés de plus, ou portez leur limite à { $limit }.
  }
auto-cure-invite = { $n ->
    [one] Invitez un juré de plus.
   *[other] Invitez { $n } jurés de plus.
  }
auto-cure-nobody = Invitez d’autres jurés pour ces dossiers, ou demandez moins de jurés par dossier.
auto-problem-number = Un nombre de { $least } à { $most }.
auto-problem-too-few-jurors = Il n’y a pas autant de jurés qui ont accepté.
auto-refused-empty = Il faut au moins un dossier retenu et un juré qui a accepté. Vérifiez les dossiers et le jury.
auto-refused-changed = Quelque chose a changé depuis cette proposition : en voici une nouvelle. Relisez-la avant de l’appliquer.
auto-refused-begun = { $n ->
    [one] Une des affectations est déjà commencée : reprenez les autres une à une, dans le tableau.
   *[other] { $n } des affectations sont déjà commencées : reprenez les autres une à une, dans le tableau.
  }
auto-refused-undo = Tout ne peut plus être repris : des jurés ou des dossiers ont changé. Corrigez dans le tableau.
auto-undo = Reprendre la proposition appliquée
auto-undo-text = { $n ->
    [one] Une affectation ajoutée le { $time }. Personne ne l’a commencée : elle peut être reprise.
   *[other] { $n } affectations ajoutées le { $time }. Personne ne les a commencées : elles peuvent être reprises ensemble.
  }
auto-undo-begun = { $n ->
    [one] La proposition du { $time } ne peut plus être reprise d’un coup : une affectation est commencée.
   *[other] La proposition du { $time } ne peut plus être reprise d’un coup : { $n } affectations sont commencées.
  }
jurors-tie-by-comparison = trouvé par comparaison
done-plan-applied = La proposition est appliquée : les jurés sont prévenus.
done-plan-undone = La proposition est reprise.
log-plan-applied = Affectation proposée appliquée
log-plan-undone = Affectation proposée reprise
gaps-title = { $n ->
    [one] Une fiche n’a personne
   *[other] { $n } fiches n’ont personne
  }
gaps-text = Voici qui peut les prendre, sans rien changer d’autre : le remplacement qui dérange le moins.
gaps-many = C’est beaucoup : regardez la proposition avant de l’appliquer.
gaps-confirm = { $n ->
    [one] Confirmer le remplacement
   *[other] Confirmer les { $n } remplacements
  }
gaps-look = Voir la proposition
