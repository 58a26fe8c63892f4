demo-ineligible = Le siège de la structure n’est pas au Maroc : l’article 2 du règlement ne permet pas de juger ce dossier.
demo-returned = Merci d’indiquer la période sur laquelle portent vos chiffres, et leur source.
