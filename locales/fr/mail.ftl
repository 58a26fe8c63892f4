mail-greeting = Bonjour,
mail-greeting-name = Bonjour {$name},
mail-link-below = Si le bouton ne marche pas, copiez cette adresse :
mail-footer = Digital Awards, trophée marocain du numérique. Ce message vous est adressé personnellement.
mail-verify-subject = Confirmez votre adresse
mail-verify-text = Vous avez créé un compte sur la plateforme des Digital Awards. Confirmez votre adresse pour commencer.
mail-verify-button = Confirmer mon adresse
mail-verify-after = Le lien vaut 24 heures et ne sert qu’une fois. Si vous n’avez rien demandé, ignorez ce message.
mail-already-registered-subject = Vous avez déjà un compte
mail-already-registered-text = Quelqu’un, vous sans doute, a voulu créer un compte avec cette adresse. Elle a déjà un compte : il suffit de se connecter.
mail-already-registered-button = Se connecter
mail-already-registered-after = Mot de passe oublié ? La page de connexion permet d’en choisir un autre.
mail-reset-subject = Choisir un nouveau mot de passe
mail-reset-text = Vous avez demandé à choisir un nouveau mot de passe.
mail-reset-button = Choisir un mot de passe
mail-reset-after = Le lien vaut 30 minutes et ne sert qu’une fois. Si vous n’avez rien demandé, ignorez ce message : votre mot de passe reste le même.
mail-tried-subject = Quelqu’un essaie des mots de passe sur votre compte
mail-tried-text = Ces dernières minutes, quelqu’un a donné plusieurs fois un mauvais mot de passe pour votre compte. Pendant un quart d’heure, personne ne peut s’y connecter. Là où vous êtes connecté, vous pouvez continuer.
mail-tried-button = Choisir un autre mot de passe
mail-tried-after = Si c’était vous, il suffit d’attendre un peu. Sinon, votre mot de passe a tenu ; changez-le si vous l’utilisez ailleurs.
mail-receipt-subject = Dossier {$reference} reçu
mail-receipt-text = Votre dossier « {$entry} » est bien reçu pour {$edition}. Gardez ce message : il fait preuve.
mail-receipt-next = La suite : jusqu’au {$deadline}, vous pouvez encore le modifier. Les organisateurs vérifient ensuite qu’il est complet, puis le jury le note. Les résultats sont annoncés le {$results}.
mail-receipt-button = Voir mon dossier
mail-receipt-after = L’empreinte identifie exactement ce que vous avez déposé.
mail-fact-reference = Référence
mail-fact-category = Catégorie
mail-fact-received = Reçu le
mail-fact-hash = Empreinte
mail-fact-outcome = Résultat
mail-returned-subject = Dossier {$reference} : à compléter
mail-returned-text = Les organisateurs vous demandent de compléter votre dossier « {$entry} » :
mail-returned-button = Compléter mon dossier
mail-returned-after = Une fois complété, déposez-le de nouveau : rien n’est perdu.
mail-invitation-subject = Invitation au jury : {$edition}
mail-invitation-text = Nous vous invitons à rejoindre le jury de {$edition}. Vous noterez des dossiers en ligne, à votre rythme, jusqu’au {$deadline}.
mail-invitation-button = Voir l’invitation
mail-invitation-after = Le lien vaut 7 jours et n’est destiné qu’à vous.
mail-assignment-subject = Dossiers à noter : {$edition}
mail-assignment-text = { $count ->
    [one] Un dossier vous est confié pour {$edition}. La notation se termine le {$deadline}.
   *[other] {$count} dossiers vous sont confiés pour {$edition}. La notation se termine le {$deadline}.
}
mail-assignment-button = Commencer à noter
mail-assignment-after = Un lien avec une structure candidate ? Déclarez-le avant d’ouvrir le dossier.
mail-outcome-winner-subject = {$entry} est distingué
mail-outcome-winner-text = Félicitations ! Votre dossier « {$entry} » est distingué dans {$edition} : {$prize}.
mail-outcome-winner-button = Voir ma page
mail-outcome-other-subject = Résultats : {$edition}
mail-outcome-other-text = Les lauréats de {$edition} sont annoncés. Votre dossier « {$entry} » n’a pas été retenu cette fois. Merci pour le travail qu’il représente.
mail-outcome-other-button = Voir les lauréats
mail-reminder-subject = {$entry} : à déposer avant le {$deadline}
mail-reminder-text = Votre dossier « {$entry} » pour {$edition} n’est pas encore déposé. Les candidatures ferment le {$deadline}.
mail-reminder-missing = { $count ->
    [0] Il est complet : il ne reste qu’à le vérifier et à le déposer.
    [one] Il y manque une réponse.
   *[other] Il y manque {$count} réponses.
}
mail-reminder-button = Ouvrir mon dossier
mail-reminder-after = Si vous ne voulez plus le déposer, il n’y a rien à faire.
mail-collaboration-subject = {$host} vous invite à travailler sur {$entry}
mail-collaboration-text = {$host} vous invite à travailler sur le dossier « {$entry} », candidat à {$edition}.
mail-collaboration-button = Voir l’invitation
mail-collaboration-after = Connectez-vous, ou créez un compte, avec l’adresse {$address} : l’invitation vous y attend. Si vous ne connaissez pas cette personne, il n’y a rien à faire.
mail-juror-reminder-subject = { $count ->
    [one] Il vous reste un dossier à noter : {$edition}
   *[other] Il vous reste {$count} dossiers à noter : {$edition}
}
mail-juror-reminder-text = { $count ->
    [one] Il vous reste un dossier à noter pour {$edition}. La notation ferme le {$deadline}.
   *[other] Il vous reste {$count} dossiers à noter pour {$edition}. La notation ferme le {$deadline}.
}
mail-juror-reminder-button = Reprendre
mail-juror-reminder-after = Vous reprenez là où vous étiez. Si vous ne pouvez pas finir, répondez aux organisateurs : ils confieront le reste à d’autres.
mail-extension-subject = Délai prolongé pour {$entry}
mail-extension-text = Les organisateurs de {$edition} vous laissent déposer « {$entry} » jusqu’au {$deadline}.
mail-campaign-button = Ouvrir mon espace
