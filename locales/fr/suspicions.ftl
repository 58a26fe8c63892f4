suspicions-title = Liens à vérifier
suspicions-lede = Trouvés en comparant noms, adresses, réponses et déclarations passées. Confirmez ceux qui sont vrais : le juré ne verra pas ces dossiers. Rien n’est écarté sans vous.
suspicions-found = { $n ->
    [one] Un lien entre un juré et une candidature est à vérifier.
   *[other] { $n } liens entre des jurés et des candidatures sont à vérifier.
  }
suspicions-look = Les vérifier
suspicions-empty-title = Aucun lien à vérifier
suspicions-empty-text = La comparaison se refait à chaque nouveau dossier et à chaque nouveau juré.
suspicions-none-title = Aucun lien ne correspond
suspicions-search = Juré, structure ou référence
suspicions-count = { $n } sur { $of }
suspicions-why = Ce qui a été trouvé
suspicions-decide = Décision
suspicions-confirm = Confirmer le lien
suspicions-dismiss = Ce n’est rien
suspicions-organisation = La structure porte le nom de celle du juré : « { $evidence } ».
suspicions-domain = Même domaine d’adresse : { $evidence }.
suspicions-named = « { $evidence } » est nommé dans la réponse à « { $place } ».
suspicions-before = Lien déclaré pour { $place } : « { $evidence } ».
suspicions-refused-gone = Ce lien a déjà été confirmé ou écarté. Rechargez la page.
done-suspicion-dismissed = C’est noté : ce rapprochement ne sera plus proposé.
log-suspicion-dismissed = Lien supposé écarté
