press-title = Dossier de presse
press-lede = Un lien par rédaction, pour lire les lauréats sous embargo. Chaque lien se révoque seul.
press-embargo = Sous embargo jusqu’au { $time } ({ $zone }). Rien de ce qui suit ne peut être publié avant.
press-public = Les lauréats sont publics : tout peut être publié.
press-given-to = Lien remis à { $name }. Ne le transmettez pas.
press-archive = Télécharger textes et images (ZIP)
press-none = Aucun lauréat
press-none-text = Rien n’est encore choisi.
press-made = Voici le lien. Il n’est montré qu’une fois : copiez-le maintenant.
press-for = Rédaction
press-for-hint = Le nom apparaît sur la page, pour que chacun sache d’où vient une fuite.
press-give = Créer le lien
press-when = Créé le
press-links-none = Aucun lien
press-links-none-text = Les liens se créent une fois l’annonce programmée.
press-revoke = Révoquer
press-revoke-ask = Le lien de { $name } ne répondra plus.
press-revoked = Révoqué le { $day }
press-refused-early = Programmez d’abord l’annonce : tant que le choix peut changer, il n’y a rien à remettre à la presse.
press-refused-many = Il y a déjà 50 liens valables. Révoquez-en un d’abord.
log-press-link-given = Lien de presse remis
log-press-link-revoked = Lien de presse révoqué
press-count = { $n ->
    [one] { $n } lien
   *[other] { $n } liens
}
done-link-revoked = Ce lien ne mène plus nulle part.
