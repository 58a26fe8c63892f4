nav-verify = Vérifier
verify-title = Vérifier le dépouillement
verify-lede = Chaque tour clos est compté, puis signé. Son empreinte est publiée à l’instant même ; le fichier complet l’est avec les lauréats. Chacun peut alors refaire le calcul, note par note.
verify-here = Vérifier ici
verify-file = Fichier du dépouillement
verify-file-hint = Le fichier JSON téléchargé de ce site, 8 Mo au plus. Il est vérifié puis oublié.
verify-file-missing = Choisissez le fichier du dépouillement.
verify-file-large = Ce fichier est trop grand pour être vérifié ici. Utilisez l’un des deux programmes ci-dessous : ils n’ont pas de limite.
verify-check = Vérifier ce fichier
verify-valid = Dépouillement valable
verify-valid-text = { $lines ->
    [one] { $lines } ligne
   *[other] { $lines } lignes
  } et { $scorecards ->
    [one] { $scorecards } fiche
   *[other] { $scorecards } fiches
  } vérifiées : les empreintes, la signature et chaque résultat sont exacts.
verify-is-published = C’est le dépouillement { $number } du tour « { $round } » de { $edition }, scellé le { $time }.
verify-is-superseded = Il a été remplacé depuis : le tour a été rouvert puis clos de nouveau.
verify-not-published = Mais ce dépouillement n’a jamais été publié ici.
verify-invalid = Dépouillement altéré
verify-invalid-text = Ce fichier n’est pas celui qui a été scellé, ou ses résultats ne sont pas ceux de ses notes.
verify-unreadable = Ce n’est pas un dépouillement
verify-more = { $n ->
    [one] Et { $n } autre problème.
   *[other] Et { $n } autres problèmes.
  }
verify-digest-of-file = Empreinte que porte le fichier
verify-yourself = Vérifier chez vous
verify-yourself-text = Ne nous croyez pas sur parole. Ce programme Python, écrit à part du format public, refait tout le calcul sans rien installer d’autre. Placez les trois fichiers dans un même dossier, puis lancez :
verify-with-program = Le logiciel de la plateforme fait la même vérification :
verify-published = Les dépouillements publiés
verify-later = Le fichier sera public avec les lauréats.
verify-none = Aucun tour n’a encore été clos. L’empreinte du premier apparaîtra ici dès sa clôture.
verify-proves = Ce que cela prouve
verify-proves-text = Que le classement publié découle de ces notes selon ces règles, et que rien n’a changé depuis que l’empreinte a été publiée. Les jurés et les candidats y figurent sous une référence qu’eux seuls peuvent ouvrir.
verify-not-proved = Cela ne prouve pas qu’une fiche dit ce que pensait le juré : chacun peut le contrôler sur la sienne.
verify-not-json = Ligne { $line } du texte : ce n’est pas du JSON.
verify-not-a-tally = Ce n’est pas un dépouillement au format « digital-awards-tally/1 ».
verify-not-canonical = La ligne { $line } du texte n’est pas écrite dans la seule forme permise.
verify-altered = La ligne { $line } a été modifiée.
verify-added = La ligne { $line } a été ajoutée.
verify-removed = La ligne { $line } du dépouillement scellé a été retirée.
verify-moved = La ligne { $line } a été déplacée.
verify-digest-altered = L’empreinte { $line } de la liste des empreintes a été modifiée.
verify-wrong-digest = L’empreinte de l’ensemble n’est pas celle de ses lignes.
verify-wrong-signature = La signature n’est pas celle de cette empreinte par cette clé.
verify-other-key = Le fichier est signé par une autre clé que celle de ce site.
verify-bad-line = La ligne { $line } ne dit pas ce que son genre doit dire.
verify-out-of-order = La ligne { $line } n’est pas à sa place.
verify-wrong-rules = Les règles ne sont pas celles dont l’empreinte a été publiée.
verify-wrong-model = Le modèle n’est pas celui que donnent ces notes.
verify-not-optimal = Le modèle n’est pas à son optimum.
verify-wrong-result = Ligne { $line } : le résultat du dossier { $entry } n’est pas celui que donnent ces notes.
verify-missing-result = Le dossier { $entry } n’a pas de résultat.
verify-weights = Les poids des critères ne font pas 100 %.
verify-criterion = Le critère « { $name } » figure deux fois dans les règles, ou départage sans être un critère.
verify-scale = L’échelle des notes est vide.
verify-twice = { $name } figure deux fois.
verify-unknown = Une ligne du dossier { $entry } par { $juror } nomme quelqu’un d’inconnu.
verify-marks = La fiche de { $juror } sur le dossier { $entry } porte des notes hors des règles.
verify-disagree = L’affectation du dossier { $entry } à { $juror } et sa fiche se contredisent.
verify-ranking = Ces notes ne peuvent pas être classées.
own-juror-title = Mes lignes du dépouillement
own-juror-lede = Dans le fichier public, votre nom est remplacé par une référence et une empreinte. Ce qui suit vous permet, à vous seul, de prouver que ces lignes sont les vôtres et de contrôler que vos notes y sont bien.
own-entry-title = Mon dossier dans le dépouillement
own-entry-lede = Le fichier public ne dit ni qui vous êtes ni ce que vous avez déposé : une empreinte en tient lieu. Ce qui suit permet de l’ouvrir, à vous seul.
own-none-title = Rien encore
own-none-text = Vos lignes apparaîtront ici quand un tour sera clos et scellé.
own-reference = Votre référence
own-lines = Les lignes qui vous nomment
own-commitment = Empreinte dans le dépouillement
own-value = Ce qu’elle cache
own-salt = Sel
own-check = L’empreinte est le SHA-256 de « digital-awards-tally/1 », d’un saut de ligne, du sel, d’un saut de ligne et de ce qu’elle cache. Gardez le sel pour vous : qui l’a peut prouver votre identité.
verify-places = Les règles ne conviennent pas à des jurés qui classent.
verify-order = Le classement de { $juror } donne une place deux fois, ou une note qui n’est pas une place.
