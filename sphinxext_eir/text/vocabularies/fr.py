"""French."""

from .schema import Vocabulary

VOCABULARY = Vocabulary(
    code="fr",
    warns=True,
    conjunctions="et",
    accompanied="avec",
    et_al="et_autres et_coll.",
    ibid="ibid. ibidem",
    idem="idem id.",
    op_cit="op._cit. art._cit. loc._cit.",
    no_date="s._d. s.d. n._d. sans_date",
    forthcoming="à_paraître sous_presse",
    first_edition="orig première",
    see="voir cf par_exemple cité_par cité_dans citée_par in",
    asides="""
        voir aussi cf par exemple notamment en particulier surtout mais et ou contra sur pour une un synthèse
        ici cité citée dans selon d'après souligné soulignés l'auteur l’auteur nous moi traduction trad notre
        ma mes les italiques sont de du la le des ibid op cit note ed éd plus récemment inversement également
        ainsi que entre autres chez
    """,
    examples_patterns="",
    second_hand="cité_par cité_dans citée_par cités_par citée_dans cité_d’après tel_que_cité_dans cité_in",
    locators={
        "page": "page pages p. p. pp.",
        "chapter": "chapitre chapitres chap. chap.",
        "section": "section sections sect. sect. §",
        "volume": "volume volumes vol. vol. tome tomes t.",
        "paragraph": "paragraphe paragraphes par. par. al. alinéa paragr.",
        "column": "colonne colonnes col. col.",
        "figure": "figure figures fig. fig.",
        "table": "tableau tableaux tabl. tabl.",
        "issue": "numéro numéros no nos n° n°s nᵒ nᵒˢ",
        "line": "ligne lignes l. l.",
        "note": "note notes n. n.",
        "part": "partie parties part. part.",
        "verse": "vers vers v. v. verset versets",
        "folio": "folio folios fol. fol. fᵒ fᵒˢ",
        "book": "livre livres",
        "appendix": "annexe annexes appendice appendices",
    },
    further_locators="",
    pages_without_number="",
    following="sq sqq s. et_suiv et_suivantes suiv",
    laws="art article articles alinéa al",
    editors="dir éd éds eds coord coords dirs éditeur éditeurs éditrice directeur directrice",
    roles="trad préf présenté traducteur traducteurs traductrice trads",
    small_particles="de du des",
    particles="Le La Les Du Des De",
    name_endings="",
    name_beginnings="",
    whole_names="",
    genitives="",
    brackets="()[]",
    times="""
        Printemps Été Automne Hiver Début Fin Milieu Pâques Noël Année Jour Siècle Décennie
    """,
    starters="""
        Le La Les L L' Un Une Des Du De D Au Aux À A En Dans Sur Pour Par Avec Sans Sous Chez Vers Depuis
        Selon Comme Si Quand Lorsque Où Qui Que Quoi Et Mais Ou Or Donc Car Ni Ainsi Aussi Cependant Pourtant
        Toutefois Néanmoins Enfin Ensuite Puis Il Elle Ils Elles On Nous Vous Je Ce Cet Cette Ces Son Sa Ses
        Leur Leurs Notre Nos Mon Ma Mes C Chaque Plusieurs Certains Tous Tout Toute Toutes Quelques Deux Trois
        Quatre Cinq Premier Première Second Voir Cf Après Avant Pendant Durant Entre Contre Malgré D'après
        Suivant Bien Même Déjà Encore Ici Là Aujourd'hui Plus Moins Né Née Mort Fondé Signé Adopté Environ
        Suivre Dès Jusque Outre Parmi Puisque Parce Quant Autre Autres Inversement
    """,
    no_author="""
        Loi Lois Constitution Traité Traités Accord Accords Convention Conventions Protocole Charte
        Déclaration Directive Règlement Décret Arrêt Arrêté Ordonnance Code Article Articles Art Alinéa
        Chapitre Chap Section Partie Figure Tableau Annexe Carte Graphique Volume Tome Numéro Page Note
        Guerre Bataille Révolution Insurrection Révolte Coup Crise Élection Élections Référendum Tour Sommet
        Conférence Congrès Colloque Session Exposition Festival Jeux Coupe Réforme Armistice Paix Pacte Plan
        Programme Tribunal Cour Conseil Résolution Statut Édit Époque Ère Gouvernement Cabinet Éditions
        Gallimard Seuil Presses Édition Version Épisode Saison Entretien Enquête Sondage Discours Lettre
        Photo Source Environ Attentat Séisme Catastrophe Modèle Phase Étape Point Naissance Décès Mort
        Fondation Libération Occupation Affaire Commune Restauration Empire République CEDH TUE TFUE Acte
        Actes Arrêts Mandat Vote Budget Procès Olympiade Manifeste Tournée Statuts Grève Boycott Mission
        Cessez-le-feu PUF Fayard Flammarion Hachette L’Harmattan Karthala Maspero Élargissement Tournoi
        Première Exercice Recensement Encyclique Bronze Marbre Gravure Lithographie Livret Prologue Épilogue
        Biennale Triennale Expo Régate Marathon Finale Expédition Télégramme Journal Inventaire Fusion
        Faillite Mutinerie Trêve Blocus Embargo Invasion Déportation Massacre Génocide Famine Épidémie Peste
        Choléra Inondation Sécheresse Éruption Couronnement Abdication Jubilé Centenaire Investiture
        Spoutnik Apollo Eurovision Satellite Folio Pocket Démission Adhésion Retrait Incendie Accident
        Attentats Scénario Téléfilm Symphonie Sonate Oratorio Esquisse Ébauche Manuscrit Tract Pétition
        Photographie Aquarelle Sculpture Monument Barrage Match Wimbledon Watergate Titanic Lusitania
        Roland-Garros Prohibition Chantier Comédie-Française Odéon Vichy Barbarossa Bataclan Charonne AZF
        Concorde Erika
    """,
    noun_endings="tion sion issement isme",
    places="""
        Londres Genève Varsovie Moscou Vienne Rome Milan Venise Athènes Lisbonne Bruxelles Anvers Strasbourg
        Lyon Marseille Lille Toulouse Bordeaux Nantes Rennes Grenoble Cerisy Versailles Vichy Verdun Sétif
        Oran Alger Tunis Rabat Dakar Bamako Pékin Tokyo Jérusalem Beyrouth Damas Le_Caire Montréal Québec
        Bourgogne Bretagne Normandie Alsace Provence Europe Afrique Asie Amérique Maghreb URSS RDA RFA
        Yougoslavie Tchécoslovaquie Prusse Bavière Indochine Munich Berlin Nuremberg Copenhague Bucarest
        Budapest Prague Yalta Évian Dayton Besançon Amiens Angers Annecy Avignon Brest Caen Chambéry
        Clermont-Ferrand Dijon Limoges Metz Montpellier Montreuil Mulhouse Nancy Nice Nîmes Orléans
        Perpignan Poitiers Reims Roubaix Rouen Saint-Denis Saint-Étienne Toulon Tourcoing Tours Troyes
        Villeurbanne Cannes Bayonne Pau Calais Dunkerque Liège Namur Charleroi Louvain Gand Bruges Lausanne
        Fribourg Neuchâtel Bâle Zurich Berne Lunéville Amboise Blois Fontainebleau Rambouillet Compiègne
        Sedan Valmy Séville Saragosse Barcelone Grenade Cordoue Gênes Turin Naples Florence Palerme Bologne
        Padoue Trieste Cracovie Vilnius Kiev Odessa Bakou Tbilissi Erevan Belgrade Zagreb Skopje Sofia
        Salonique Constantinople Istanbul Alexandrie Bagdad Téhéran Kaboul Hanoï Saïgon Antananarivo Abidjan
        Lomé Cotonou Conakry Brazzaville Kinshasa Libreville Constantine Bizerte Fès Marrakech Casablanca
        Nouméa Pondichéry Locarno Rapallo Maastricht Schengen Helsinki Oslo Stockholm Lorraine Champagne
        Picardie Artois Flandre Flandres Auvergne Languedoc Gascogne Aquitaine Limousin Poitou Anjou
        Touraine Savoie Dauphiné Corse Vendée Catalogne Andalousie Castille Bohême Silésie Saxe Rhénanie
        Ruhr Sarre Utrecht Tilsit Presbourg Campoformio Suez Assouan Varennes Kronstadt Cronstadt Hiroshima
        Nagasaki Tchernobyl Bhopal Fukushima Bandung Gallipoli Guernica Katyn Srebrenica Vukovar Grozny
        Waterloo Austerlitz Trafalgar Lépante Somme Ypres Tannenberg Caporetto Stalingrad Arnhem Woodstock
        Davos Kyoto Ravenne Sotchi Oradour Diên Outreau Outremer Vilvorde
    """,
    surnames="Passion",
    bodies="""
        Ministère Institut Université Conseil Commission Agence Office Banque Observatoire Bureau Comité
        Centre Association Fondation Organisation Société Académie École Journal Monde Figaro Cour Assemblée
        Sénat Gouvernement Direction Haut-Commissariat Fédération Ligue Parti Union Nations
    """,
    body_words="""
        Ministère Institut Université Conseil Commission Agence Banque Observatoire Comité Association
        Fondation Organisation Académie Assemblée Fédération pour
    """,
    connectives="de du des la le les et pour sur l' d' à",
    one_word_bodies="Insee INSEE Libération Médiapart OFCE",
    statesmen="""
        Gorbatchev Eltsine Khrouchtchev Brejnev Poutine Staline Lénine Trotski Mauroy Jospin Fillon Giscard
        Pompidou Jaurès Bourguiba Boumédiène Nasser Sadate Moubarak Kadhafi Erdogan Zelensky
    """,
    actors="""
        ONU OTAN UE CEE FLN OAS PCF PS UMP RPR FN RN CNRS SNCF EDF CGT OPEP OMC SFIO SFIC MRP UDF RPF LCR LR
        EELV ministres Assemblée Sénat députés
    """,
    subjects="État États Église Islam Parti Droit École République Lumières Nation Europe",
    works="""
        film roman livre pièce poème tableau peinture album chanson série documentaire nouvelle opéra
        comédie tragédie arrêt affaire essai article jeu films romans livres pièces poèmes tableaux albums
        chansons séries opéras arrêts affaires jeux disque
    """,
    things="""
        navire paquebot vapeur ferry cargo chalutier pétrolier sous-marin bateau avion dirigeable train banque
        assureur firme entreprise compagnie brasserie chantier usine aciérie fonderie raffinerie moulin mine
        puits carrière réacteur barrage digue pont tunnel tour cathédrale stade théâtre cinéma hôtel prison
        camp ghetto forteresse aéroport port ville village hameau bourg faubourg vallée île cour tribunal
        procès audience sommet conférence journal quotidien hebdomadaire magazine chaîne club équipe match
        tournoi fusée satellite sonde plateforme oléoduc épave marée explosion incendie naufrage catastrophe
        collision inondation tempête avalanche épidémie médicament vaccin
    """,
    past_patterns=r"""
        [^\W\d_]{2,}(?:èrent|irent|urent|inrent|[dngslvtcru]it|çut|lut|rut|[^r\W\d_]a)
        (?:fut|furent)\s[^\W\d_]{2,}(?:é|i|u|is|it)e?s?
    """,
    articles="Le La Les L' Un Une Des Ce Cette Ces Son Sa Ses Leur Notre",
    definite="le la les l' au aux",
    where="à en dans au aux de depuis jusque avant après chez",
    prepositions="de du des à au aux en dans sur pour par avec contre chez vers",
    numbers="deux/trois/quatre",
    scholarly="""
        étude études auteur auteurs autrices ouvrage ouvrages livre livres article articles essai essais
        travail travaux analyse analyses texte textes lecture lectures interprétations approche approches
        contributions chercheur chercheurs chercheuses historien historiens sociologues économistes
        critiques source sources rapport rapports enquête enquêtes publications monographies volumes
        théories modèles positions définitions thèses
    """,
    capitals=False,
    claims="""
        soutient soutiennent soutenait écrit écrivent écrivait affirme affirment affirmait montre
        montrent montrait dit disent disait explique expliquent expliquait souligne soulignent
        soulignait doute doutent critique critiquent décrit décrivent définit définissent distingue
        distinguent défend défendent conteste contestent contredit nie nient note notent observe
        observent remarque remarquent constate constatent conclut concluent suggère suggèrent
        propose proposent estime estiment pense pensent considère considèrent voit voient trouve
        trouvent appelle appellent parle parlent rappelle rappellent insiste insistent analyse
        analysent étudie étudient examine examinent discute discutent développe développent démontre
        démontrent prétend prétendent avance avancent indique indiquent précise précisent signale
        signalent rejette rejettent réfute interroge met mettent fait font évoque évoquent cite
        citent présente présentent identifie identifient interprète ajoute ajoutent reconnaît plaide
        plaident argue arguent postule formule compare comparent qualifie oppose opposent refuse
        reprend reprennent s'oppose croit croient juge jugent établit établissent a_montré montré
        soutenu affirmé souligné défini proposé analysé étudié démontré expliqué noté observé conclu
        distingué critiqué renvoie renvoient retrace retracent mesure mesurent oublie emploie
        utilise utilisent recourt relève relèvent attribue attribuent conçoit conçoivent dénonce
        dénoncent nuance déplore explore explorent décèle préfère prolonge rapporte rapportent
        rapproche résume répond rétorque revient situe situent tient traite traitent s’appuie
        s’interroge révèle révèlent va vont objecte objectent déclare déclarent confirme confirment
        concède concèdent déduit déduisent réfutent interrogent interprètent reconnaissent nuancent
        résument répondent emploient préfèrent refusent suppose supposent rejoint rejoignent
        consacre consacrent recense recensent envisage envisagent aborde abordent mentionne
        mentionnent caractérise caractérisent déclarait a_souligné a_soutenu a_proposé
    """,
    verbs_first=True,
    verbs_last=False,
    before_verb="""
        a ont avait avaient aurait peut peuvent pourrait doit a_ainsi aussi en y le la les l' ne lui-même même
        d'abord ensuite ainsi également bien se s' qui par avait_déjà
    """,
    ascribing="""
        selon comme pour suivant d'après d’après chez voir voir_aussi cf. par avec de aux_yeux_de
        à_la_suite_de la_thèse la_théorie l’analyse l’argument l’étude l’approche la_définition l’ouvrage les_travaux de_l’avis_de selon_les_mots_de aux_yeux de_l’avis au_sens dans_la_lecture_de
        ceux celles l’instar les_écrits la_recherche les_recherches l’enquête l’hypothèse le_modèle le_concept l’essai le_rapport
    """,
    governing="selon d'après d’après de par chez dans",
    ascribing_beginnings="Selon Comme Pour Suivant D'après Chez Ainsi Avec Voir Cf Contrairement",
    elliptic="de que du",
    months="""
        janvier janv/février févr/mars/avril avr/mai/juin/juillet juil/août/septembre sept/octobre
        oct/novembre nov/décembre déc
    """,
    days="dimanche lundi mardi mercredi jeudi vendredi samedi",
    date_words="de",
    ordinals="er re e ère",
    accessed="""
        consulté consultée consultés consulté_le consultée_le page_consultée_le page_consultée
        visité visité_le accédé accédé_le dernière_consultation date_de_consultation vu_le
        lien_consulté_le dernier_accès accès_le consultation_le lien_consulté
    """,
    around_accessed="le la dernier dernière en_ligne page site lien",
    bibliographies="""
        Bibliographie Références Références_bibliographiques Ouvrages_cités Bibliographie_sélective Sources
        Sources_et_bibliographie Liste_des_références Œuvres_citées Travaux_cités Références_citées
        Ouvrages_consultés Éléments_de_bibliographie Éléments_bibliographiques Orientation_bibliographique
        Indications_bibliographiques Bibliographie_indicative
    """,
    independent_parts="""
        Sources_primaires Sources_secondaires Littérature_primaire Littérature_secondaire
    """,
    parts_of_bibliographies="""
        Sources_primaires Sources_secondaires Ouvrages Livres Articles Articles_de_revues Sites_internet
        Webographie Sitographie Presse Rapports Documents_officiels Thèses Entretiens
    """,
    contents="table_des_matières sommaire",
    lists_of_pictures="liste_des_figures liste_des_tableaux table_des_figures table_des_illustrations",
    notes="Notes Notes_de_bas_de_page Notes_de_fin Notes_et_références",
    over_notes="références notes_et_références sources références_et_notes",
    back_patterns=r"""
        retour(?: au texte)?
        remonter
    """,
    publishers_lists="""
        Déjà_parus Déjà_paru Dans_la_même_collection Déjà_parus_dans_la_même_collection
        Dernières_parutions Derniers_titres_parus Derniers_ouvrages_parus
        Ouvrages_parus_dans_la_collection Titres_parus_dans_la_collection
        Parus_dans_la_même_collection Autres_titres_de_la_collection
    """,
    biographies="""
        À_propos_de_l’auteur À_propos_de_l'auteur À_propos_de_l’auteure À_propos_de_l’autrice
        À_propos_des_auteurs À_propos_des_autrices L’auteur L’autrice Les_auteurs Biographie
        Notice_biographique Présentation_de_l’auteur Auteur Autrice Sur_l’auteur L’auteure L'auteur
        L'auteure L'autrice Les_auteures Les_autrices À_propos_de_l'auteure À_propos_de_l'autrice
        À_propos_des_auteures Présentation_de_l’auteure Présentation_de_l’autrice Présentation_de_l'auteur
        Auteure Auteurs Sur_l’auteure Sur_l’autrice Notice_bio-bibliographique Bio-bibliographie
    """,
    sections="""
        Résumé Introduction Conclusion Conclusions Contexte Méthodologie Méthode
        État_de_la_recherche Revue_de_la_littérature Discussion Remerciements Annexe Annexes
        Cadre_théorique Analyse Résultats Remarques_finales Pour_aller_plus_loin Avant-propos
        Abstract Prologue Épilogue Pour_conclure En_guise_de_conclusion En_guise_d’introduction
        Préambule Mot_de_la_fin
        Financement Conflit_d’intérêts Conflits_d’intérêts Résultats_et_discussion Matériel_et_méthodes
    """,
    by="par écrit_par rédigé_par présenté_par présentée_par",
    posted_by="publié_par posté_par",
    author_labels="auteur auteure auteurs auteures autrice autrices doctorant doctorante étudiant étudiante candidat candidate",
    other_people="directeur directrice encadr sous_la_direction tuteur tutrice",
    published="publié_le publié publiée_le paru_le mis_en_ligne_le date le en",
    history="reçu accepté soumis révisé",
    about_article="historique_de_l'article info_article informations_sur_l'article",
    appeared="publié publiée publication paru parue mis mise disponible",
    around_appeared="le en ligne",
    updated="mise_à_jour mis_à_jour mis_à_jour_le mise_à_jour_le modifié_le",
    translated_by="traduit_par traduction traduction_de traduction_par",
    keywords="mots-clés mots_clés mots-clefs mots_clefs descripteurs",
    summaries="Résumé",
    set_apart="""
        théorème lemme preuve démonstration définition corollaire remarque exemple hypothèse exercice question
        réponse source
    """,
    disclaimers_patterns=r"""
        (?:Ce|Cet|Cette) (?:texte|article|essai|travail|mémoire|dissertation) a été (?:initialement )?(?:écrite?|rédigée?) (?:pour|dans|par|à)\b.*
    """,
    kinds_patterns=r"""
        interview: (?:entretien|interview)\b(?: avec\b|\s*[-–—:]).*
        review: (?:compte[- ]rendu|recension|note de lecture)\b\s*[-–—:].*
    """,
    institutions="Université Institut École Académie Faculté Centre Ministère Collège Fondation",
    no_titles_patterns=r"""
        articles?|dossier|éditorial|comptes?[- ]rendus?|numéro \d+.*|tome [\divxl]+.*
    """,
    theses_patterns=r"""
        mémoire de (?:fin d[’']études|master|maîtrise|licence|recherche|stage|m[12])\b.*|thèse(?: de doctorat.*)?|(?:thèse|mémoire) présentée?.*
        présentée?(?: (?:à|pour|en|comme) .*)?|comme exigence partielle.*|(?:en vue|pour) .*obten.*|d[eu]s? (?:doctorat|maîtrise|master) .*
    """,
    no_names="""
        résumé introduction article chapitre sommaire citation éditeur revue droit manuscrit partie politique
        presse projet rapport recherche section série numéro spécial étude études thèse mémoire version volume
        étudiant étudiante directeur cours histoire note groupe équipe
    """,
    title_beginnings="les des une un sur pour dans entre vers aux au",
    abbreviated="prof dr mme mlle mgr",
    abbreviations="M Mme MM Mlle cf p ex etc vol chap art av env éd dir coll op cit J St Ste fig",
    mastheads="""
        comité_de_rédaction comité_scientifique comité_de_lecture directeur_de_la_publication rédacteur_en_chef
    """,
    captioned="Tableau Figure Fig Graphique Carte Encadré Image Photo Photographie",
    written_by="Écrit_par Rédigé_par",
    written_at="Écrit_à",
    written_for="Écrit_pour",
    courses="cours séminaire",
    about_paper="numéro_d'étudiant n°_étudiant nombre_de_mots courriel tél",
    date_written="Date_de_rédaction",
    colophon="""
        Date Nombre_de_mots Directeur Directrice Cours Université Institution Séminaire
    """,
    other_articles="""
        À_lire_aussi A_lire_aussi Lire_aussi À_lire_également Lire_également Sur_le_même_sujet Sur_le_même_thème Articles_similaires
        Articles_liés Articles_connexes Vous_aimerez_aussi Vous_pourriez_aussi_aimer Voir_aussi Voir_également
        À_lire Lire_la_suite Lisez_aussi À_voir_aussi Dans_la_même_rubrique Du_même_auteur Les_plus_lus Articles_recommandés Articles_récents
        Nos_autres_articles Ces_articles_pourraient_vous_intéresser Cela_peut_vous_intéresser Article_précédent Article_suivant
    """,
    of_readers_patterns=r"""
        \d+ (?:commentaires?|réponses?)(?: (?:sur|à) [«“"].*[»”"])?
        (?:laisser|poster|écrire|ajouter) un commentaire(?: annuler la réponse)?
        laissez un commentaire|laisser une réponse
        (?:abonnez|inscrivez)-vous (?:gratuitement )?à (?:notre|la) (?:\w+ ){0,3}newsletter.{0,60}
        imprimer (?:cet |l['’])article
        © .{0,80} tous droits réservés.{0,40}
    """,
    accounts="administrateur invité anonyme inconnu",
    share="Partager Partagez Partager_sur Partager_cet_article Partagez_cet_article",
    follow="Suivez-nous_sur Retrouvez-nous_sur",
    honorifics="Dr Prof Professeur Professeure M. Mme Mlle",
    ranks="",
    faculties="",
    says_who="""
        est était enseigne enseignait travaille étudie a dirige dirigeait écrit vit prépare poursuit termine
        fut
    """,
    goes_on="Il Elle Ils Elles Son Sa Ses Les_opinions Les_propos",
    the_author="l’auteur l'auteur l’autrice l’auteure les_auteurs",
    dangling="""
        le la les l' un une des du de et ou mais que qui dont où à au aux en dans sur sous pour par avec sans
        entre vers chez comme si ne pas plus est sont était étaient a ont été ce cette ces son sa ses leur
        leurs se
    """,
    compound_starts="""
        non ex vice sous franco anglo contre avant après arrière extra demi mi quasi semi peut est porte
    """,
    always_compound="non ex vice peut franco c’est est-ce après arrière avant demi",
    fused_starts="contre extra semi mi sous",
    compound_ends="t là ci même mêmes elle il ils elles on je nous vous dire",
    after_hyphen="et ou",
    common="""
        le la les des du et une un est en dans que qui pour pas sur au par plus ne se avec il elle ce sont
        cette ou mais aux comme ont son sa ses été
    """,
)
