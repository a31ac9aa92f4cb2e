"""German."""

from .schema import Vocabulary

VOCABULARY = Vocabulary(
    code="de",
    warns=True,
    conjunctions="und u.",
    accompanied="mit",
    et_al="u._a. u.a. und_andere",
    ibid="ebd. ebda. ebenda",
    idem="ders. dies. derselbe dieselbe",
    op_cit="a._a._O. a.a.O.",
    no_date="o._J. o._D. ohne_Jahr ohne_Datum",
    forthcoming="im_Erscheinen i._E. im_Druck erscheint i._Dr. in_Vorbereitung in_Vorb.",
    first_edition="orig erst",
    see="siehe vgl vergleiche s z._B. zit._n zit._nach zitiert_nach so dazu hierzu",
    asides="""
        siehe auch vgl vergleiche z b u a etwa zum beispiel dazu hierzu dagegen ferner insbesondere insb bes
        besonders aber und oder sowie zit zitiert n nach in im bei hervorhebung herv hervorhebungen d verf des
        der die das verfassers verfasserin autors eigene übersetzung übers original von m ausführlich
        ausführlicher überblick für einen anders so hier zur kritik kritisch mit durch hinzugefügt meine ebd
        jeweils u. a. grundlegend
    """,
    examples_patterns="",
    second_hand="zit._n. zitiert_nach zit._nach zitiert_in zitiert_bei zit._in zit._bei",
    locators={
        "page": "Seite Seiten S. S.",
        "chapter": "Kapitel Kapitel Kap. Kap.",
        "section": "Abschnitt Abschnitte Abschn. Abschn. §",
        "volume": "Band Bände Bd. Bde. Jahrgang Jg.",
        "paragraph": "Absatz Absätze Abs. Abs. Rn. Rz. Randnummer",
        "column": "Spalte Spalten Sp. Sp.",
        "figure": "Abbildung Abbildungen Abb. Abb.",
        "table": "Tabelle Tabellen Tab. Tab.",
        "issue": "Heft Hefte H. H. Nr. Nummer Nummern Ausgabe Ausgaben",
        "line": "Zeile Zeilen Z. Z.",
        "note": "Anmerkung Anmerkungen Anm. Anm. Fn. Fußnote",
        "part": "Teil Teile T. T.",
        "verse": "Vers Verse V. V.",
        "folio": "Blatt Blätter Bl. Bl. Fol.",
        "book": "Buch Bücher",
        "sub-verbo": "s.v. s._v.",
        "appendix": "Anhang Anhänge Anh. Anh.",
    },
    further_locators="",
    pages_without_number="",
    following="f ff f. ff.",
    laws="Art Artikel Absatz Abs Paragraf Paragraph",
    editors="hg hgg hrsg herausgeber herausgeberin herausgeberinnen hgin",
    roles="übers bearb red übs übersetzer übersetzerin mitarb",
    small_particles="von vom zu zum zur",
    particles="",
    name_endings="s: es:",
    name_beginnings="",
    whole_names="",
    genitives="",
    brackets="()[]",
    times="""
        Frühling Frühjahr Sommer Herbst Winter Anfang Mitte Ende Ostern Weihnachten Jahr Tag Woche Jahrzehnt
        Jahrhundert
    """,
    starters="""
        Der Die Das Dem Den Des Ein Eine Einer Eines Einem Einen Dieser Diese Dieses Diesem Jener Jene Es Er
        Sie Wir Ihr Ich Man Hier Dort Da In Im An Am Auf Bei Beim Für Von Vom Zu Zum Zur Mit Ohne Als Wenn Wer
        Was Wo Wie Warum Und Aber Oder Doch Denn So Auch Jedoch Daher Deshalb Darum Zudem Obwohl Weil Während
        Sowohl Weder Jeder Jede Jedes Viele Manche Einige Zwei Drei Vier Fünf Nach Laut Gemäß Seit Bis Vor Nun
        Dann Heute Noch Nur Siehe Vgl Vergleiche Anders Trotz Unser Unsere Sein Seine Nicht Schon Erst Erstens
        Zweitens Schließlich Dagegen Dazu Hierzu Außerdem Folgt Über Unter Durch Gegen Um Zwischen Wegen Alle
        Kein Keine Ebenso Ähnlich Insbesondere Etwa Bereits Ob Dass Später Früher Wird Ist Hat War Geboren
        Gestorben
    """,
    no_author="""
        Gesetz Grundgesetz Verfassung Vertrag Abkommen Übereinkommen Konvention Protokoll Charta Erklärung
        Verordnung Richtlinie Beschluss Urteil Artikel Art Absatz Abs Paragraph Kapitel Kap Abschnitt Teil
        Abbildung Abb Tabelle Tab Anhang Band Bd Heft Nr Nummer Seite Fall Krieg Weltkrieg Bürgerkrieg
        Schlacht Revolution Aufstand Putsch Krise Wende Wahl Wahlen Bundestagswahl Landtagswahl Europawahl
        Referendum Volksabstimmung Gipfel Konferenz Kongress Tagung Sitzung Olympia Spiele Weltmeisterschaft
        Ausstellung Festival Reform Wiedervereinigung Einheit Mauerfall Waffenstillstand Frieden Friede Pakt
        Plan Programm Gericht Gerichtshof Bundesverfassungsgericht Bundesgerichtshof Verwaltungsgericht
        Resolution Statut Erlass Edikt Epoche Zeit Ära Regierung Kabinett Verlag Suhrkamp Fischer-Verlag
        Nomos Budrich Auflage Ausgabe Fassung Folge Staffel Interview Umfrage Rede Vortrag Brief Foto Quelle
        Stand ca circa Anschlag Attentat Erdbeben Flut Katastrophe Friedensvertrag Staatsvertrag Modell
        Version Stufe Phase Etappe Punkt Geburt Tod Gründung Dreißigjähriger Novemberrevolution Reichstag
        Wahlkampf Inkrafttreten Novelle BGB StGB GG EMRK AEUV EUV Verfassungsgericht Montanunion Prozess
        Prozesse Olympiade Gipfeltreffen Satzung Manifest Friedensschluss Parteitag Kongressakte
        Staatsgründung Streik Generalstreik Boykott Mission Rowohlt Ullstein Piper Hanser Klett-Cotta Reclam
        Luchterhand Transcript Basisjahr Zollverein Uraufführung Dekade Premiere Deutschland-Cup Saison
        Zensus Enzyklika Bronze Marmor Holzschnitt Lithographie Kupferstich Libretto Prolog Epilog Biennale
        Triennale Documenta Expo Regatta Marathon Länderspiel Endspiel Expedition Telegramm Tagebuch
        Inventar Fusion Konkurs Meuterei Blockade Embargo Einmarsch Massaker Völkermord Hungersnot Epidemie
        Pest Cholera Hochwasser Dürre Krönung Abdankung Jubiläum Volksentscheid Taschenbuch Insel Sputnik
        Apollo Eurovision Satellit Amtsantritt Staatsbesuch Rücktritt Beitritt Austritt Umzug Neubau Umbau
        Abriss Unfall Absturz Vulkanausbruch Sturmflut Drehbuch Fernsehspiel Hörspiel Sinfonie Sonate
        Oratorium Skizze Entwurf Manuskript Flugblatt Denkschrift Eingabe Petition Statuten Streitgespräch
        Pressekonferenz Montage Fotografie Aquarell Radierung Skulptur Denkmal Bauhaus Wimbledon Watergate
        Titanic Schalke Rundfunk Prohibition Elbehochwasser Oderhochwasser Mauerbau Kulturkampf
        Sozialistengesetz Sozialistengesetze Barbarossa Weserübung Seelöwe Währungsreform Ölkrise Eurokrise
        Finanzkrise Flüchtlingssommer Kapp-Putsch Reichstagsbrand Spiegel-Affäre
    """,
    noun_endings="""
        ung heit keit schaft tion sion ismus tät semester vertrag gesetz sitzung krise krieg wahl wahlen
        jahr jahre preis parteitag bundestag landtag reichstag kirchentag kongress gipfel abkommen reform
        konferenz spiele prozess ausgabe auflage schlacht aufstand putsch messe liga verein museum verlag
        haushalt streik festspiele meisterschaft pakt urteil beschluss programm zeit theater gesetze votum
        verbot straße platz funk stich bahn werk halle entscheid abstimmung spiel spaltung
    """,
    places="""
        Köln Zürich Genf Bukarest Budapest Prag Warschau Moskau Rom Mailand Venedig Neapel Athen München
        Nürnberg Hannover Bonn Weimar Dresden Leipzig Hamburg Bremen Stuttgart Frankfurt Mainz Graz Linz
        Salzburg Innsbruck Basel Bern Straßburg Brüssel Kopenhagen Lissabon Kairo Peking Tokio Jerusalem
        Danzig Breslau Königsberg Jalta Potsdam Preußen Bayern Sachsen Hessen Böhmen Mähren Schlesien Europa
        Afrika Asien Amerika Ostdeutschland Westdeutschland DDR BRD UdSSR Sowjetunion Tschechoslowakei
        Jugoslawien Balkan Krim Nahost Aachen Augsburg Bielefeld Bochum Braunschweig Bremerhaven Chemnitz
        Darmstadt Dortmund Duisburg Düsseldorf Erfurt Erlangen Esslingen Freiburg Fürth Gelsenkirchen
        Göttingen Gütersloh Heidelberg Heilbronn Hildesheim Ingolstadt Jena Kaiserslautern Karlsruhe Kassel
        Kiel Koblenz Krefeld Leverkusen Lübeck Magdeburg Mannheim Mönchengladbach Münster Neuss Oberhausen
        Offenbach Osnabrück Paderborn Pforzheim Regensburg Remscheid Reutlingen Rostock Saarbrücken
        Salzgitter Schwerin Solingen Trier Tübingen Ulm Wiesbaden Winterthur Wolfsburg Wuppertal Würzburg
        Zwickau Görlitz Cottbus Halle Bamberg Bayreuth Passau Konstanz Marburg Gießen Luzern Bozen Lausanne
        Klagenfurt Bregenz Schaffhausen Wilna Reval Riga Lemberg Krakau Posen Stettin Lunéville Rapallo
        Locarno Versailles Utrecht Nimwegen Tilsit Karlsbad Olmütz Worms Speyer Schmalkalden Tannenberg
        Verdun Stalingrad Leningrad Petersburg Odessa Lodz Temeswar Belgrad Sarajevo Sofia Tiflis Eriwan
        Kiew Minsk Dayton Maastricht Schengen Rambouillet Helsinki Oslo Stockholm Metz Sedan Lüttich
        Antwerpen Rotterdam Florenz Turin Bologna Genua Triest Palermo Saragossa Sevilla Lothringen Elsass
        Ruhrgebiet Saarland Pfalz Rheinland Westfalen Schwaben Thüringen Brandenburg Pommern Mecklenburg
        Holstein Schleswig Tirol Kärnten Steiermark Galizien Bukowina Siebenbürgen Suez Assuan Varennes
        Kronstadt Hiroshima Nagasaki Tschernobyl Bhopal Fukushima Bandung Casablanca Dünkirchen Gallipoli
        Guernica Katyn Srebrenica Vukovar Grosny Waterloo Austerlitz Trafalgar Lepanto Poitiers Somme Ypern
        Arnheim Woodstock Davos Kyoto Cotonou Cannes Evian Konstantinopel Ravenna Sotschi Marienbad Teheran
        Kundus Falludscha Mossul Aleppo Idlib Butscha Mariupol Bachmut Charkiw Lwiw Czernowitz Auschwitz
        Buchenwald Dachau Treblinka Seveso Rio Porto Korfu Zypern Smyrna Langemarck Königgrätz Gorleben
        Wackersdorf Brokdorf Mölln Hoyerswerda Hanau
    """,
    surnames="Hartung Hornung Adelung Nestlung",
    bodies="""
        Bundesamt Bundesministerium Ministerium Amt Bundesregierung Bundeszentrale Institut Universität
        Hochschule Akademie Kommission Rat Bundesrat Verband Verein Stiftung Gesellschaft Bank Bundesbank
        Zeitung Rundschau Spiegel Behörde Agentur Zentrum Archiv Kammer Bund Gewerkschaft Partei Kirche Union
        Anstalt Ausschuss Parlament
    """,
    body_words="""
        für Bundesamt Bundesministerium Ministerium Institut Universität Bundesregierung Kommission Rat
        Verband Verein Stiftung Gesellschaft Zeitung Zentrale Bundeszentrale Amt Agentur
    """,
    connectives="für und der die das des von im",
    one_word_bodies="Destatis Bundesbank Spiegel Bundesregierung Bundeszentrale Bundestag",
    statesmen="""
        Schröder Kiesinger Honecker Tschernenko Andropow Breschnew Chruschtschow Gorbatschow Jelzin
        Selenskyj Stresemann Brüning Seipel
    """,
    actors="""
        EU UNO Bundeswehr RAF SPD CDU CSU FDP AfD NSDAP SED KPD Stasi Gestapo Wehrmacht Hartz Pegida BVerfG
        BGH BAG EuGH EGMR DKP NPD LDPD FDGB ADGB DNVP USPD Bundestag Reichstag Landtag Bundesrat Kabinett
        Ministerrat
    """,
    subjects="",
    works="""
        film roman buch stück drama gedicht gemälde bild album lied serie dokumentarfilm novelle erzählung
        oper komödie tragödie urteil fall aufsatz artikel spiel filme filmen romane romanen bücher büchern
        stücke stücken dramen gedichte bilder bildern alben lieder serien novellen opern spielen spiele
        platte platten
    """,
    things="""
        -schiff -dampfer -fähre -frachter -tanker -kutter U-Boot -flugzeug Luftschiff -bank Versicherer
        Versicherung Firma -firma Unternehmen -unternehmen -konzern Hersteller -brauerei -werft -fabrik -hütte
        -raffinerie -mühle -zeche -grube -bergwerk -schacht -reaktor -damm -deich Talsperre -brücke -tunnel
        -turm -dom -stadion -theater -kino -hotel -gefängnis -lager Ghetto -festung -flughafen -hafen -stadt
        -dorf -siedlung Vorort -insel -gericht -gerichtshof -gipfel -konferenz -zeitung Wochenzeitung -magazin
        -sender -klub -mannschaft -turnier -rakete -satellit -sonde -plattform -pipeline Wrack Ölpest
        -explosion -brand -absturz -unglück -flut -sturm -lawine -seuche -medikament Kraftwerk Stahlwerk
        Aktiengesellschaft Fluggesellschaft -reederei Strafprozess Schauprozess
    """,
    past_patterns=r"""
        wurden?\s(?:[\w-]+\s){0,3}(?:geschlossen|zurück\w+|beschlagnahmt|verhaftet|versenkt|gesprengt|verboten|besetzt|gestürzt)
        wurden?\s(?:[\w-]+\s){0,3}(?:entlassen|freigesprochen|verurteilt|abgerissen|zerstört|bombardiert)
        (?:verlor|schloss(?:en)?|sank(?:en)?|brach(?:en)?|fiel(?:en)?|stürzten?|brannten?|kenterten?)
        (?:explodierten?|besetzten?|kapitulierten?|scheiterten?|platzten?)
    """,
    articles="""
        der die das den dem des ein eine einen einem einer dieser diese dieses seine ihre unser
    """,
    definite="der die das den dem des im am beim ins",
    where="in im aus bei seit bis vor nach zu",
    prepositions="in im von vom aus zu zum zur mit gegen für über auf an bei nach um",
    numbers="zwei zweier beide beiden/drei dreier/vier",
    scholarly="""
        studie studien autor autoren autorinnen arbeit arbeiten buch bücher aufsatz aufsätze
        aufsätzen beitrag beiträge beiträgen text texte texten untersuchung untersuchungen analyse analysen
        werk werke werken darstellung darstellungen deutung deutungen lesart lesarten ansatz ansätze
        ansätzen forscher forscherinnen historiker historikerinnen quelle quellen bericht berichte berichten
        veröffentlichungen publikationen monographien monografien bände bänden theorien modelle positionen
        definitionen thesen
    """,
    capitals=True,
    claims="""
        argumentiert argumentieren argumentierte schreibt schreiben schrieb behauptet behaupten
        behauptete zeigt zeigen zeigte sagt sagen sagte meint meinen meinte erklärt erklären
        erklärte betont betonen betonte bezweifelt bezweifeln bezweifelte bestreitet bestreiten
        bestritt kritisiert kritisieren kritisierte beschreibt beschreiben beschrieb definiert
        definieren definierte unterscheidet unterscheiden unterschied vertritt vertreten vertrat
        widerspricht widersprechen widersprach weist wies hebt hob stellt stellen stellte sieht
        sehen sah findet finden fand hält halten hielt nennt nennen nannte bemerkt bemerken bemerkte
        folgert folgern schließt schlussfolgert vermutet vermuten vermutete nimmt nehmen geht gehen
        ging spricht sprechen sprach fordert fordern forderte schlägt schlagen untersucht
        untersuchen untersuchte analysiert analysieren analysierte diskutiert diskutieren
        diskutierte entwickelt entwickeln entwickelte verweist verweisen verwies plädiert plädieren
        plädierte belegt belegen belegte versteht verstehen verstand bezeichnet bezeichnen
        bezeichnete warnt warnen konstatiert konstatieren fasst berichtet berichten berichtete führt
        führen legt legte formuliert formulierte glaubt glauben denkt dachte interpretiert deutet
        deuten deutete bestätigt bestätigen ergänzt kommt kam zählt führte ausführt darlegt
        feststellt hervorhebt anmerkt widmet macht betrachtet betrachten kennzeichnet
        charakterisiert lehnt stimmt teilt zitiert prägt prägte gezeigt erinnert beruft bezieht
        greift verwendet benutzt zieht leitet spürt konnte ermittelt ermittelten ermittelte erhebt
        erhob maß verortet verknüpft unterstreicht verneint bejaht verwirft verteidigt rekonstruiert
        rekonstruierte skizziert skizzierte thematisiert entgegnet erwidert wendet räumt gelangt
        identifiziert identifizierte liefert erläutert erläuterte bilanziert verfolgt prüft prüfte
        beobachtet beobachtete fragt fragen fragte schildert schildern schilderte hinterfragt
        hinterfragen begründet begründen begründete behandelt behandelten erkennt erkennen erkannte
        gesteht unterstellt bemängelt bemängeln beanstandet referiert resümiert bekräftigt
        bekräftigen befürwortet beklagt
    """,
    verbs_first=True,
    verbs_last=True,
    before_verb="""
        auch hat haben hatte hatten würde könnte kann darf muss ferner dann einmal selbst sogar beide sich
        daher deshalb dagegen hingegen zudem jedoch aber es dies das schon bereits darauf davon
    """,
    ascribing="""
        nach laut gemäß wie für mit bei siehe vgl. vgl folgt so zufolge von nach_Ansicht_von
        nach_Auffassung_von nach_Meinung_von aus_Sicht_von in_den_Worten_von in_Anlehnung_an im_Anschluss_an
        nach_Ansicht nach_Auffassung nach_Meinung aus_Sicht in_den_Worten im_Sinne in_der_Lesart These
        Theorie Analyse Studie Untersuchung Arbeit Definition Ansatz Begriff
    """,
    governing="""
        laut gemäß nach_Ansicht_von nach_Auffassung_von nach_Meinung_von aus_Sicht_von
        in_Anlehnung_an im_Anschluss_an
    """,
    ascribing_beginnings="Nach Laut Gemäß Wie Für Mit Bei Anders Ähnlich Siehe Vgl Folgt",
    elliptic="von über dass",
    months="""
        januar jänner jan/februar feber feb/märz mär/april apr/mai/juni jun/juli jul/august aug/september sept
        sep/oktober okt/november nov/dezember dez
    """,
    days="sonntag montag dienstag mittwoch donnerstag freitag samstag",
    date_words="",
    ordinals="",
    accessed="""
        Zugriff abgerufen zuletzt_abgerufen letzter_Zugriff Abruf Zugriffsdatum aufgerufen eingesehen
        zugegriffen Stand abgefragt besucht gesehen
    """,
    around_accessed="am zuletzt letzter vom den letztmals datum",
    bibliographies="""
        Literaturverzeichnis Literatur Bibliographie Bibliografie Quellenverzeichnis Quellen-
        Quellen_und_Literatur Literatur-_und_Quellenverzeichnis Quellen-_und_Literaturverzeichnis
        Verwendete_Literatur Zitierte_Literatur Literaturliste Literaturangaben Quellen Literatur_und_Quellen
        Auswahlbibliographie Auswahlbibliografie Bibliographische_Hinweise Literaturhinweise
        Literaturnachweise Verwendete_Quellen
    """,
    independent_parts="Primärliteratur Sekundärliteratur Primärquellen Sekundärquellen",
    parts_of_bibliographies="""
        Primärliteratur Sekundärliteratur Primärquellen Sekundärquellen Bücher Zeitschriften
        Zeitschriftenartikel Internetquellen Onlinequellen Online-Quellen Zeitungsartikel Gesetze
        Rechtsquellen Aufsätze Monographien Monografien
    """,
    contents="inhalt inhaltsverzeichnis inhaltsübersicht",
    lists_of_pictures="abbildungsverzeichnis tabellenverzeichnis",
    notes="Anmerkungen Fußnoten Endnoten Fussnoten Noten Anmerkungsverzeichnis",
    over_notes="""
        einzelnachweise quellen_und_anmerkungen anmerkungen_und_quellen anmerkungen_und_literatur
        belege
    """,
    back_patterns=r"""
        zurück(?: zum text| nach oben)?
    """,
    publishers_lists="""
        In_dieser_Reihe_erschienen In_dieser_Reihe_sind_erschienen
        In_dieser_Reihe_sind_bisher_erschienen Bisher_in_dieser_Reihe_erschienen Bisher_erschienen
        Bisher_erschienene_Bände Weitere_Bände_dieser_Reihe Weitere_Bände_der_Reihe
        Weitere_Titel_der_Reihe In_der_Reihe_erschienen In_der_gleichen_Reihe_erschienen
        Zuletzt_in_dieser_Reihe_erschienen Zuletzt_erschienen Bereits_erschienen
    """,
    biographies="""
        Über_den_Autor Über_die_Autorin Über_die_Autoren Über_die_Autorinnen Über_die_Autor*innen Zum_Autor
        Zur_Autorin Zu_den_Autoren Der_Autor Die_Autorin Die_Autoren Autoreninformation Autor Autorin
        Angaben_zum_Autor Zur_Person Zu_den_Autorinnen Zu_den_Personen Die_Autorinnen Autorinnen_und_Autoren
        Kurzbiografie Kurzbiographie Biografie Biographie Über_den_Verfasser Über_die_Verfasserin
        Zum_Verfasser Zur_Verfasserin Über_die_Autorinnen_und_Autoren Über_die_Autor:innen Autor:innen
        Zu_den_Autorinnen_und_Autoren
    """,
    sections="""
        Zusammenfassung Abstract Einleitung Einführung Schluss Fazit Schlussfolgerung
        Schlussfolgerungen Schlussbemerkung Schlussbetrachtung Forschungsstand Methode Methodik
        Theoretischer_Rahmen Analyse Diskussion Ergebnisse Ausblick Danksagung Anhang Hintergrund
        Vorwort Weiterführende_Literatur Vorspiel Vorbemerkung Vorbemerkungen Nachwort Epilog Prolog
        Schlusswort Zum_Schluss Schlussbemerkungen Resümee Einleitende_Bemerkungen Zum_Abschluss
        Förderung Finanzierung Interessenkonflikt Interessenkonflikte
    """,
    by="""
        von verfasst_von geschrieben_von Text: ein_Beitrag_von ein_Essay_von ein_Gastbeitrag_von
        vorgelegt_von eingereicht_von
    """,
    posted_by="veröffentlicht_von gepostet_von",
    author_labels="Autor Autorin Autoren Autorinnen Verfasser Verfasserin Autor/in Verfasser/in Kandidat Kandidatin Doktorand Doktorandin Student Studentin Studierende Studierender",
    other_people="betreu gutachter referent",
    published="veröffentlicht_am veröffentlicht erschienen_am Datum am vom",
    history="eingegangen eingereicht angenommen überarbeitet",
    about_article="Artikelgeschichte Artikelinformationen",
    appeared="veröffentlicht erschienen publiziert verfügbar",
    around_appeared="am im online",
    updated="aktualisiert aktualisiert_am zuletzt_aktualisiert zuletzt_aktualisiert_am",
    translated_by="übersetzt_von Übersetzung Übersetzung_von aus_dem_Englischen_von",
    keywords="Schlüsselwörter Schlagwörter Schlagworte Stichwörter Stichworte Keywords",
    summaries="Zusammenfassung Kurzfassung Abstract",
    set_apart="Satz Beweis Beispiel Bemerkung Korollar Behauptung Aufgabe Hypothese Frage Antwort Quelle",
    disclaimers_patterns=r"""
        Diese[rs]? (?:Arbeit|Text|Essay|Aufsatz|Beitrag) (?:wurde|ist) (?:ursprünglich )?(?:als|für|im Rahmen|an)\b.*
    """,
    kinds_patterns=r"""
        interview: (?:ein )?(?:interview|gespräch)\b(?: mit\b|\s*[-–—:]).*
        review: (?:buch)?(?:rezension|besprechung)\b\s*[-–—:].*
    """,
    institutions="""
        Universität Hochschule Institut Fachhochschule Akademie Ministerium Stiftung Fakultät Seminar Zentrum
    """,
    no_titles_patterns=r"""
        aufsätze?|beiträge?|artikel|rezension(?:en)?|editorial|heft \d+.*|jahrgang \d+.*|\d+\. jahrgang.*
    """,
    theses_patterns=r"""
        (?:[\w-]*(?:master|bachelor|haus|seminar|diplom|magister|doktor|abschluss|zulassungs)-?arbeit|(?:inaugural-?)?dissertation)(?: (?:im|in|an|zur|zum|am|von) .{1,100})?
        (?:zur|zum) (?:erlangung|erwerb) .*|.* zur erlangung des .*
    """,
    no_names="""
        projektgruppe forschungsgruppe zusammenfassung einleitung artikel kapitel inhalt zitat entwurf
        herausgeber zeitschrift gesetz
        manuskript teil verlag presse projekt bericht forschung abschnitt reihe sonderheft studie studien
        arbeit fassung band dozent student studentin betreuer kurs geschichte heft anmerkung gruppe arbeitsgruppe
    """,
    title_beginnings="""
        zur zum die das der ein eine eines einer über auf aus bei mit nach für im am vom zwischen gegen
    """,
    abbreviated="prof dr dipl mag hon",
    abbreviations="""
        z B u a d h vgl bzw usw ca Nr Abs Art Kap Bd Dr Prof St Hg Hrsg S Anm Fn Aufl ggf evtl sog usf inkl
    """,
    mastheads="Herausgeber Herausgeberin Schriftleitung Redaktion Wissenschaftlicher_Beirat",
    captioned="Tabelle Abbildung Abb Tab Karte Grafik Bild Foto Schaubild",
    written_by="Verfasst_von",
    written_at="Verfasst_an",
    written_for="Verfasst_für Geschrieben_für",
    courses="Seminar Proseminar Hauptseminar Oberseminar Vorlesung Übung Kurs Modul Wintersemester Sommersemester",
    about_paper="matrikel matrikelnummer matrikelnr. matrikel-nr. matr. wortzahl e-mail tel",
    date_written="Datum_der_Abfassung",
    colophon="""
        Datum Wörter Wortzahl Betreuer Betreuerin Modul Kurs Seminar
        Universität Institution
    """,
    other_articles="""
        Mehr_zum_Thema Zum_Thema Lesen_Sie_auch Lesen_Sie_mehr Lies_auch Auch_interessant Das_könnte_Sie_auch_interessieren
        Das_könnte_dich_auch_interessieren Ähnliche_Artikel Ähnliche_Beiträge Verwandte_Artikel Verwandte_Beiträge Weitere_Artikel
        Mehr_zu_diesem_Thema Siehe_auch
        Auch_lesen Lesen_Sie_dazu Lesen_Sie_hierzu Weiterlesen Mehr_dazu Mehr_lesen Verwandte_Themen Verwandte_Inhalte Weitere_Beiträge
        Weitere_Meldungen Weitere_Nachrichten Weitere_Themen Weiterführende_Artikel Ähnliche_Themen Schon_gelesen Das_könnte_Sie_interessieren
        Das_könnte_dich_interessieren Das_könnte_Ihnen_auch_gefallen Das_könnte_dir_auch_gefallen Diese_Artikel_könnten_Sie_auch_interessieren
        Diese_Artikel_könnten_dich_auch_interessieren Beliebte_Beiträge Beliebte_Artikel Themen_in_diesem_Artikel Neueste_Beiträge
        Empfehlungen_der_Redaktion Vorheriger_Beitrag Nächster_Beitrag Vorheriger_Artikel Nächster_Artikel
    """,
    of_readers_patterns=r"""
        \d+ (?:Kommentare?|Antworten?)(?: (?:zu|auf) [„“"»‚].*[“”"«‘])?
        Schreib(?:e|en Sie)? einen Kommentar(?: Antwort abbrechen)?
        (?:Einen )?Kommentar (?:schreiben|verfassen|hinterlassen)
        (?:abonnieren?|bestellen?)(?: sie)?(?: jetzt| hier| kostenlos)* (?:unseren|den|die|unsere) (?:[\w-]+ ){0,5}[\w-]*newsletter.{0,60}
        (?:seite|artikel|beitrag) (?:aus)?drucken|(?:seite|artikel|beitrag|pressemitteilung) als pdf(?: herunterladen)?
        © .{0,80} alle rechte vorbehalten.{0,40}
    """,
    accounts="administrator gast anonym unbekannt",
    share="Teilen Teilen_auf Teilen_mit Artikel_teilen Beitrag_teilen Diesen_Artikel_teilen Diesen_Beitrag_teilen",
    follow="Folgen_Sie_uns_auf Folgen_Sie_uns_auch_auf Folgen_Sie_uns_bei Folge_uns_auf Folge_uns_bei Folgt_uns_auf",
    honorifics="Dr Dr. Prof Prof. Professor Professorin PD Mag. Ass. Herr Frau",
    ranks="Univ Jun Hon apl em Dipl",
    faculties="h.c h._c iur jur phil rer theol med habil pol nat oec publ soc mult ing kfm psych päd",
    says_who="""
        ist war lehrt lehrte arbeitet arbeitete studiert studierte forscht forschte promoviert promovierte hat
        schreibt leitet leitete lebt unterrichtet erhielt wurde
    """,
    goes_on="Er Sie Ihr Ihre Sein Seine Seit Zuvor Die_Ansichten Die_Meinungen",
    the_author="der_Autor die_Autorin die_Autoren der_Verfasser die_Verfasserin",
    dangling="""
        der die das dem den des ein eine einer einem einen und oder aber als wie in im an am auf aus bei für
        mit nach von vom zu zum zur über unter durch gegen ohne um dass weil wenn ob ist sind war waren wird
        werden hat haben sich nicht auch nur sehr dieser diese dieses
    """,
    compound_starts="nicht ex pro anti deutsch anglo euro sino e",
    always_compound="nicht",
    fused_starts="",
    compound_ends="",
    after_hyphen="und oder bzw sowie",
    common="""
        der die und das den dem des nicht mit sich auf ist im eine ein auch als werden wird aus bei nach durch
        über oder wie nur noch aber daß dass sind einer zum zur haben hat
    """,
)
