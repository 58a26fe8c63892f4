desk-privacy = Vie privée
privacy-lede = Les personnes qui demandent que leurs données soient effacées (loi 09-08, RGPD). La loi vous donne un mois.
privacy-none = Aucune demande
privacy-none-text = Chacun peut demander l’effacement depuis la page de son compte.
privacy-person = Personne
privacy-asked = Demandé le
privacy-what = Ce qui sera effacé
privacy-done = Effacé le { $day }
privacy-do = Effacer
privacy-ask = Effacer les données de { $name } : compte, dossiers, fichiers, participation au jury. Cela ne se défait pas.
privacy-stays = Ce qui reste
privacy-stays-text = Les notes et le dépouillement, sans nom, pour qu’ils restent vérifiables ; ce qui est public d’un lauréat ; le journal, qui garde qui a fait quoi. Un dossier encore en course est retiré.
privacy-alone = Ce qui s’efface tout seul
privacy-sessions = Les connexions terminées et les liens expirés depuis 30 jours.
log-erasure-done = Données d’une personne effacées
log-drafts-forgotten = Brouillons anciens effacés
done-erased = Les données sont effacées.
erasure-refused-owner = Cette personne est seule propriétaire d’une édition. Donnez d’abord ce rôle à quelqu’un d’autre.
erasure-refused-judging = Cette personne note des dossiers dans un tour ouvert. Clôturez le tour ou retirez-la du jury d’abord.
task-forget-text = La loi donne un mois pour répondre.
task-forget-do = Voir les demandes
privacy-count = { $n ->
    [one] { $n } demande
   *[other] { $n } demandes
}
privacy-entries = { $n ->
    [one] { $n } dossier
   *[other] { $n } dossiers
}
privacy-juries = { $n ->
    [one] { $n } jury
   *[other] { $n } jurys
}
privacy-drafts = { $n ->
    [one] Les brouillons jamais envoyés, { $n } mois après l’annonce.
   *[other] Les brouillons jamais envoyés, { $n } mois après l’annonce.
}
privacy-mails = { $n ->
    [one] Le contenu des messages, { $n } mois après leur envoi.
   *[other] Le contenu des messages, { $n } mois après leur envoi.
}
task-forget = { $n ->
    [one] personne demande l’effacement de ses données
   *[other] personnes demandent l’effacement de leurs données
}
