"""Italian."""

from .schema import Vocabulary

VOCABULARY = Vocabulary(
    code="it",
    warns=True,
    conjunctions="e ed",
    accompanied="con",
    et_al="e_altri e_altre e_al. e_coll.",
    ibid="ibid. ibidem ivi",
    idem="idem id.",
    op_cit="op._cit. cit. loc._cit. art._cit.",
    no_date="s.d. s._d. senza_data s.a. sine_data",
    forthcoming="in_corso_di_stampa in_stampa in_corso_di_pubblicazione",
    first_edition="orig prima",
    see="si_veda si_vedano vedi cfr cf v per_esempio ad_esempio citato_in cit._in",
    asides="""
        si veda vedano vedi anche cfr cf per esempio ad es in particolare soprattutto ma e o contra come
        citato citata cit secondo corsivo corsivi nostro mio dell'autore dell’autore traduzione mia nostra
        originale tra gli altri più recentemente una un discussione nota qui di da del della il lo la le i ivi
        ibid op enfasi aggiunta sul
    """,
    examples_patterns="",
    second_hand="citato_in citato_da cit._in cit._da riportato_in",
    locators={
        "page": "pagina pagine p. pp. pag. pagg.",
        "chapter": "capitolo capitoli cap. capp.",
        "section": "sezione sezioni sez. sezz. §",
        "volume": "volume volumi vol. voll. tomo t.",
        "paragraph": "paragrafo paragrafi par. parr.",
        "column": "colonna colonne col. coll.",
        "figure": "figura figure fig. figg.",
        "table": "tabella tabelle tab. tabb. tavola tav.",
        "issue": "numero numeri n. nn. fascicolo fascicoli fasc. fascc.",
        "line": "riga righe r. rr.",
        "note": "nota note nota note",
        "part": "parte parti pt. ptt.",
        "verse": "verso versi v. vv.",
        "folio": "foglio fogli f. ff.",
        "book": "libro libri lib. libb.",
        "appendix": "appendice appendici allegato allegati",
    },
    further_locators="",
    pages_without_number="",
    following="s ss sg sgg e_ss e_segg segg",
    laws="art artt articolo articoli comma",
    editors="cur a_cura_di curatore eds ed curatori curatrice curatrici",
    roles="trad traduttore traduttrice traduttori",
    small_particles="di de da del della dei degli",
    particles="De Di Da Del Della Dalla Lo",
    name_endings="",
    name_beginnings="",
    whole_names="",
    genitives="",
    brackets="()",
    times="""
        Primavera Estate Autunno Inverno Inizio Fine Metà Pasqua Natale Anno Giorno Secolo Decennio
    """,
    starters="""
        Il Lo La I Gli Le L Un Uno Una Del Della Dei Degli Delle Dello Al Alla Ai Agli Dal Dalla Nel Nella Nei
        Nelle Sul Sulla Di A Da In Con Su Per Tra Fra Senza Secondo Come Se Quando Dove Chi Che E Ed O Ma Né
        Così Anche Tuttavia Inoltre Benché Perché Poiché Quindi Poi Egli Lui Lei Loro Noi Io Questo Questa
        Questi Queste Quello Quella Suo Sua Suoi Nostro Mio Ogni Molti Vari Alcuni Alcune Tutti Tutto Altro
        Altri Due Tre Quattro Cinque Primo Prima Seconda Si Vedi Cfr Dopo Durante Contro Sopra Sotto Fino Già
        Ancora Qui Là Oggi Più Meno Nato Morto Fondato Firmato Circa Infine Mentre Seguendo Sempre È
    """,
    no_author="""
        Legge Leggi Costituzione Trattato Trattati Accordo Accordi Convenzione Protocollo Carta
        Dichiarazione Direttiva Regolamento Decreto Sentenza Codice Articolo Articoli Art Capitolo Cap
        Sezione Parte Figura Tabella Tavola Grafico Mappa Allegato Appendice Volume Tomo Numero Pagina Nota
        Guerra Battaglia Rivoluzione Rivolta Insurrezione Golpe Crisi Elezione Elezioni Referendum Vertice
        Conferenza Congresso Convegno Sessione Mostra Festival Giochi Coppa Riforma Armistizio Pace Patto
        Piano Programma Tribunale Corte Cassazione Consulta Risoluzione Statuto Editto Epoca Era Governo
        Casa Edizione Edizioni Versione Episodio Stagione Intervista Sondaggio Discorso Foto Fonte Attentato
        Terremoto Catastrofe Modello Fase Tappa Punto Nascita Morte Fondazione Unità Resistenza Liberazione
        Repubblica Regno Marcia Caso Mandato Bilancio Concilio Laterza Einaudi Mulino Processo Processi
        Olimpiade Manifesto Statuti Sciopero Boicottaggio Missione Vaticano Feltrinelli Rizzoli Bompiani
        Adelphi Carocci FrancoAngeli Allargamento Mondiali Europei Campionato Prima Censimento Enciclica
        Bronzo Marmo Incisione Litografia Libretto Prologo Epilogo Biennale Triennale Expo Regata Maratona
        Finale Telegramma Diario Inventario Fusione Fallimento Ammutinamento Tregua Blocco Embargo Invasione
        Deportazione Massacro Strage Genocidio Carestia Epidemia Peste Colera Alluvione Siccità Eruzione
        Incoronazione Abdicazione Giubileo Centenario Sputnik Apollo Eurovision Satellite Tascabile
        Dimissioni Adesione Ritiro Incendio Incidente Sceneggiatura Sinfonia Sonata Oratorio Bozzetto Bozza
        Manoscritto Volantino Petizione Fotografia Acquerello Scultura Monumento Diga Partita Oscar Sanremo
        Wimbledon Watergate Titanic Lusitania Cantiere Finanziaria Juventus Comune Risorgimento Fascismo
        Barbarossa Tangentopoli Vajont Irpinia Italicus Ustica
    """,
    noun_endings="zione sione ismo amento imento",
    places="""
        Londra Ginevra Varsavia Mosca Vienna Roma Milano Torino Venezia Napoli Firenze Bologna Genova
        Palermo Trieste Padova Verona Bari Pisa Siena Perugia Salò Caporetto Atene Lisbona Bruxelles
        Strasburgo Parigi Madrid Berlino Monaco Norimberga Copenaghen Bucarest Budapest Praga Jalta Pechino
        Tokyo Gerusalemme Europa Africa Asia America URSS Jugoslavia Cecoslovacchia Prussia Baviera Sicilia
        Sardegna Toscana Lombardia Piemonte Puglia Balcani Alessandria Ancona Andria Aosta Arezzo Barletta
        Bergamo Bolzano Brescia Cagliari Campoformio Catania Catanzaro Cesena Cosenza Cremona Ferrara Foggia
        Forlì Gorizia Grosseto Lecce Livorno Lucca Mantova Marsala Messina Modena Monza Novara Parma Pavia
        Pescara Piacenza Pistoia Pola Fiume Zara Potenza Prato Ravenna Rimini Rovereto Salerno Sassari
        Savona Siracusa Taranto Teramo Terni Trento Treviso Udine Urbino Varese Vercelli Vicenza Viterbo
        Villafranca Plombières Solferino Custoza Teano Adua Lissa Rapallo Locarno Maastricht Helsinki Oslo
        Utrecht Vilnius Cracovia Zagabria Lubiana Spalato Ragusa Belgrado Sarajevo Sofia Salonicco
        Costantinopoli Istanbul Kiev Odessa Damasco Baghdad Teheran Cairo Algeri Tunisi Tripoli Bengasi
        Asmara Massaua Mogadiscio Marsiglia Lione Bordeaux Nizza Barcellona Siviglia Saragozza Granada
        Amburgo Dresda Lipsia Francoforte Magonza Treviri Danzica Breslavia Leopoli Innsbruck Salisburgo
        Zurigo Basilea Lugano Losanna Sassonia Slesia Boemia Moravia Alsazia Lorena Fiandre Borgogna
        Bretagna Normandia Provenza Savoia Liguria Veneto Friuli Emilia Romagna Marche Umbria Abruzzo Molise
        Campania Basilicata Calabria Lazio Istria Dalmazia Galizia Catalogna Andalusia Castiglia Lunéville
        Tilsit Suez Assuan Varennes Kronstadt Hiroshima Nagasaki Chernobyl Černobyl Bhopal Fukushima Seveso
        Bandung Casablanca Dunkerque Gallipoli Guernica Katyn Srebrenica Vukovar Waterloo Austerlitz
        Trafalgar Lepanto Somme Verdun Stalingrado Woodstock Davos Kyoto Cannes Irpinia Vajont Longarone
        Soči Amatrice
    """,
    surnames="",
    bodies="""
        Ministero Istituto Università Consiglio Commissione Agenzia Ufficio Banca Osservatorio Comitato Centro
        Associazione Fondazione Organizzazione Società Accademia Scuola Governo Nazioni Unione Federazione
        Partito Direzione Senato Corriere Repubblica
    """,
    body_words="""
        Ministero Istituto Università Consiglio Commissione Agenzia Banca Osservatorio Comitato Associazione
        Fondazione Organizzazione Accademia Federazione per
    """,
    connectives="di del della dei degli delle e per in d' dell'",
    one_word_bodies="ISTAT Istat Censis Bankitalia",
    statesmen="""
        Gorbačëv Gorbaciov Eltsin Chruščëv Krusciov Giolitti De_Gasperi Togliatti Fanfani Draghi Monti Letta
    """,
    actors="ONU UE PCI DC PD PSI BR FIAT ENI CGIL OMC MSI PSDI PLI CISL UIL DS PDL ministri deputati Senato",
    subjects="Stato Chiesa Islam Partito Diritto Illuminismo Nazione Risorgimento Modernità",
    works="""
        film romanzo libro opera poesia poema quadro dipinto album canzone serie documentario racconto
        commedia tragedia sentenza caso saggio articolo gioco
    """,
    things="""
        nave piroscafo traghetto transatlantico mercantile peschereccio petroliera sottomarino barca aereo
        dirigibile treno banca assicurazione ditta impresa azienda compagnia birreria cantiere fabbrica
        acciaieria fonderia raffineria mulino miniera pozzo cava reattore diga argine ponte tunnel galleria
        torre cattedrale stadio teatro cinema albergo prigione carcere ghetto fortezza aeroporto porto città
        paese villaggio borgo quartiere valle isola corte tribunale udienza vertice conferenza giornale
        quotidiano settimanale rivista emittente club squadra partita gara torneo razzo satellite sonda
        piattaforma oleodotto relitto marea esplosione incendio naufragio disastro alluvione tempesta valanga
        frana epidemia farmaco vaccino
    """,
    past_patterns=r"""
        [^\W\d_]{2,}(?:ò|arono|erono|irono|ettero|[^\W\d_]ì)
        (?:fu|furono)\s[^\W\d_]{2,}[aiu]t[oaie]
        (?:perse|prese|spense|chiuse|decise|rimase|smise|mise|rispose|uccise|cadde|ebbe|venne|tenne|apparve|sparve|disse|fece|nacque|scoppiò|morì)(?:ro)?
    """,
    articles="Il Lo La I Gli Le L' Un Una Questo Questa Suo Sua",
    definite="il lo la i gli le l' nel nella al alla nei nelle sul sulla",
    where="a in da di nel nella fino prima dopo dal",
    prepositions="di del della a al alla in nel nella con per contro su sul da dal",
    numbers="due entrambi entrambe/tre/quattro",
    scholarly="""
        studio studi autore autori autrici opera opere libro libri articolo articoli saggio saggi lavoro
        lavori analisi testo testi lettura letture interpretazioni approccio approcci contributi ricercatori
        studiosi storici sociologi economisti critici fonte fonti rapporto rapporti ricerche pubblicazioni
        monografie volumi teorie modelli posizioni definizioni tesi
    """,
    capitals=False,
    claims="""
        sostiene sostengono sosteneva scrive scrivono scriveva afferma affermano affermava mostra
        mostrano mostrava dice dicono diceva spiega spiegano sottolinea sottolineano dubita dubitano
        critica criticano descrive descrivono definisce definiscono distingue distinguono difende
        difendono nega negano nota notano osserva osservano rileva rilevano constata conclude
        concludono suggerisce suggeriscono propone propongono ritiene ritengono considera
        considerano pensa pensano vede vedono trova chiama chiamano parla parlano ricorda ricordano
        insiste analizza analizzano studia studiano esamina esaminano discute discutono sviluppa
        dimostra dimostrano indica indicano respinge rifiuta presenta presentano identifica
        identificano interpreta interpretano aggiunge riconosce argomenta argomentano postula
        formula confronta oppone crede credono stabilisce evidenzia evidenziano cita citano affronta
        contesta contestano contraddice espone menziona confuta intende mostrato scritto sostenuto
        affermato osservato definito descritto proposto analizzato studiato dimostrato rinvia
        rinviano rimanda rimandano misura misurano ricorre ricorrono utilizza utilizzano impiega
        racconta raccontano ripercorre riassume risponde colloca collocano parte partono tratta
        trattano attribuisce attribuiscono concepisce denuncia sfuma esplora esplorano preferisce
        prolunga rivela rivelano va vanno collega allude invoca riprende riprendono segnala
        segnalano avverte obietta obiettano confermano conferma dichiara dichiarano concede deduce
        deducono suppone suppongono dedica dedicano offre offrono caratterizza chiarisce chiariscono
        confutano riconoscono precisa precisano menzionano propose approfondisce approfondiscono
        commenta commentano ribadisce ribadiscono accenna accennano richiama richiamano
    """,
    verbs_first=True,
    verbs_last=False,
    before_verb="""
        ha hanno aveva avevano avrebbe può possono potrebbe deve anche lo la li ne si non già stesso stessa
        così inoltre poi che invece
    """,
    ascribing="""
        secondo come per seguendo stando_a vedi si_veda cfr. da di con a_giudizio_di a_parere_di
        nelle_parole_di sulla_scorta_di ad_avviso_di a_giudizio a_parere nelle_parole ad_avviso nel_senso
        nella_lettura_di sulla_scia_di la_tesi la_teoria l’analisi l’argomento lo_studio l’approccio
        la_definizione il_libro il_saggio
    """,
    governing="secondo per di da con stando_a",
    ascribing_beginnings="Secondo Come Per Seguendo Stando Vedi Cfr Con Si",
    elliptic="di che su",
    months="""
        gennaio gen/febbraio feb/marzo mar/aprile apr/maggio mag/giugno giu/luglio lug/agosto ago/settembre
        set/ottobre ott/novembre nov/dicembre dic
    """,
    days="domenica lunedì martedì mercoledì giovedì venerdì sabato",
    date_words="del di",
    ordinals="º °",
    accessed="""
        consultato consultata consultato_il consultata_il ultimo_accesso ultima_consultazione accesso
        accesso_il visitato visitato_il data_di_accesso visto_il data_di_consultazione
    """,
    around_accessed="il l' in_data ultimo ultima data",
    bibliographies="""
        Bibliografia Riferimenti_bibliografici Riferimenti Opere_citate Fonti Fonti_e_bibliografia
        Bibliografia_citata Bibliografia_essenziale Testi_citati Bibliografia_di_riferimento Opere_consultate
        Riferimenti_citati Letteratura_citata
    """,
    independent_parts="Fonti_primarie Fonti_secondarie Letteratura_primaria Letteratura_secondaria",
    parts_of_bibliographies="""
        Fonti_primarie Fonti_secondarie Libri Articoli Sitografia Siti_web Stampa Rapporti Documenti_ufficiali
        Tesi Interviste
    """,
    contents="indice sommario",
    lists_of_pictures="elenco_delle_figure elenco_delle_tabelle indice_delle_figure",
    notes="Note Note_a_piè_di_pagina Note_finali Note_e_riferimenti Note_al_testo",
    over_notes="fonti riferimenti note_e_riferimenti",
    back_patterns=r"""
        (?:torna|ritorna|indietro)(?: al testo| su)?
    """,
    publishers_lists="""
        Titoli_pubblicati Nella_stessa_collana Altri_titoli_della_collana Ultimi_titoli_pubblicati
        Volumi_pubblicati Ultimi_volumi_pubblicati Volumi_già_pubblicati In_questa_collana
    """,
    biographies="""
        L’autore L'autore L’autrice Gli_autori Le_autrici Sull’autore Sull'autore Sull’autrice Sugli_autori
        Sulle_autrici Informazioni_sull’autore Informazioni_sull'autore Biografia Nota_biografica
        Profilo_dell’autore Autore Autrice L'autrice Sull'autrice Informazioni_sull’autrice
        Informazioni_sugli_autori Profilo_dell’autrice Profilo_dell'autore Notizie_sull’autore
        Notizie_sull’autrice Nota_bio-bibliografica Notizie_sugli_autori Nota_sull’autore Nota_sull'autore
        Nota_sull’autrice Nota_sull'autrice
    """,
    sections="""
        Riassunto Abstract Sommario Introduzione Conclusione Conclusioni Contesto Metodologia Metodo
        Stato_dell’arte Rassegna_della_letteratura Discussione Ringraziamenti Allegato Appendice
        Quadro_teorico Analisi Risultati Considerazioni_conclusive Osservazioni_conclusive Premessa
        Prefazione Prologo Epilogo Per_concludere Considerazioni_finali A_mo’_di_conclusione
    """,
    by="di scritto_da a_cura_di da presentato_da",
    posted_by="pubblicato_da postato_da",
    author_labels="autore autrice autori autrici candidato candidata laureando laureanda dottorando dottoranda studente studentessa",
    other_people="relatore relatrice correlator",
    published="pubblicato_il pubblicato pubblicata_il data il in",
    history="ricevuto accettato",
    about_article="storia_dell'articolo informazioni_sull'articolo",
    appeared="pubblicato pubblicata pubblicazione disponibile",
    around_appeared="il online in",
    updated="aggiornamento aggiornato aggiornato_il aggiornata_il",
    translated_by="traduzione traduzione_di tradotto_da",
    keywords="parole_chiave",
    summaries="Riassunto Sommario",
    set_apart="""
        teorema lemma dimostrazione definizione proposizione corollario osservazione esempio ipotesi esercizio
        domanda risposta fonte
    """,
    disclaimers_patterns=r"""
        Quest[oae'’] ?(?:testo|articolo|saggio|lavoro|tesi) è stat[oa] (?:originariamente )?scritt[oa] (?:per|da|come|nel)\b.*
    """,
    kinds_patterns=r"""
        interview: intervista\b(?: (?:con|a)\b|\s*[-–—:]).*
        review: recensione\b\s*[-–—:].*
    """,
    institutions="""
        Università Istituto Scuola Accademia Facoltà Centro Ministero Fondazione Politecnico
    """,
    no_titles_patterns=r"""
        articoli|saggi|recensioni|editoriale|numero \d+.*
    """,
    theses_patterns=r"""
        tesi(?: (?:di (?:laurea|dottorato|master)|magistrale|triennale)\b.*)?|elaborato finale.*
    """,
    no_names="""
        riassunto introduzione articolo capitolo indice citazione curatore rivista diritto manoscritto parte
        politica stampa progetto rapporto ricerca sezione serie numero speciale studio studi tesi versione
        volume studente relatore corso storia nota gruppo
    """,
    title_beginnings="il lo gli un una sul sulla per tra fra",
    abbreviated="prof dott avv sig",
    abbreviations="Sig Sigra Dott Prof es ecc cfr cap pag pagg vol art ed cur op cit ss sec",
    mastheads="""
        comitato_scientifico consiglio_scientifico comitato_editoriale comitato_di_redazione direttore_responsabile comitato_dei_referees
    """,
    captioned="Tabella Figura Fig Grafico Mappa Immagine Foto",
    written_by="Scritto_da",
    written_at="Scritto_presso",
    written_for="Scritto_per",
    courses="corso seminario",
    about_paper="matricola numero_di_matricola numero_di_parole e-mail tel",
    date_written="Data_di_stesura",
    colophon="Data Parole Relatore Corso Università Istituzione",
    other_articles="""
        Leggi_anche Leggi_altro Leggi_di_più Potrebbe_interessarti Potrebbe_interessarti_anche Ti_potrebbe_interessare
        Ti_potrebbe_interessare_anche Articoli_correlati Articoli_collegati Post_correlati Notizie_correlate Vedi_anche
        Sullo_stesso_argomento Sullo_stesso_tema
        Guarda_anche Da_leggere_anche Altri_articoli Articoli_recenti Articoli_consigliati Consigliati I_più_letti Potrebbero_interessarti
        Articolo_precedente Articolo_successivo
    """,
    of_readers_patterns=r"""
        \d+ (?:commenti|commento|rispost[ae])(?: (?:su|a) [«“"].*[»”"])?
        (?:lascia|scrivi|aggiungi) (?:un commento|una risposta)(?: annulla risposta)?
        iscriviti alla (?:nostra )?newsletter.{0,60}
        stampa (?:questo |l['’])articolo
        © .{0,80} tutti i diritti riservati.{0,40}
    """,
    accounts="amministratore ospite anonimo sconosciuto",
    share="Condividi Condividi_su Condividi_con Condividi_questo_articolo Condividi_l’articolo",
    follow="Seguici_su Seguici_anche_su",
    honorifics="Dott Dott. Prof Prof. Professore Professoressa Sig",
    ranks="",
    faculties="",
    says_who="è era fu insegna lavora studia ha dirige scrive vive ricerca",
    goes_on="Egli Ella Lui Lei Suo Sua I_suoi Le_opinioni È",
    the_author="l’autore l'autore l’autrice gli_autori",
    dangling="""
        il lo la i gli le un uno una di del della dei a al alla in nel nella con su per tra fra e ed o ma che
        come se non si è sono era ha hanno suo sua questo questa
    """,
    compound_starts="ex anglo franco non vice",
    always_compound="ex",
    fused_starts="",
    compound_ends="",
    after_hyphen="e ed o",
    common="""
        il lo la gli le di del della dei che è e in un una per non con si da al alla nel nella sono più come
        anche ma se ha questo questa dal dalla delle degli i
    """,
)
