"""English."""

from .schema import Vocabulary

VOCABULARY = Vocabulary(
    code="en",
    warns=True,
    conjunctions="and &",
    accompanied="with",
    et_al="and_others and_colleagues &_others &_colleagues",
    ibid="ibid. ibidem",
    idem="idem id.",
    op_cit="op._cit. loc._cit.",
    no_date="n.d. nd n_d no_date undated",
    forthcoming="forthcoming in_press in_print to_appear",
    first_edition="orig first 1st",
    see="see cf e.g for_example for_instance cited_in quoted_in by",
    asides="""
        see also cf e.g i.e esp especially particularly compare contra but and or as in by from after following
        adapted quoted cited qtd original translated trans reprinted emphasis italics added mine my author's own the
        translation no article text our ours authors' inter_alia among_others passim respectively both via per source quote quoting citing based_on
        above below here again ibid op cit ed eds more recently further amongst others online discussion overview
    """,
    examples_patterns=r"for\s(?:an?\s)?(?:example|instance|overview|discussion|critique|review)",
    second_hand="""
        cited_in cited_by cited_from quoted_in quoted_by quoted_from qtd_in qtd_by qtd_from qtd._in qtd._by
        qtd._from referenced_in referenced_by referenced_from mentioned_in mentioned_by mentioned_from
        reprinted_in reprinted_by reprinted_from as_cited_in as_cited_by as_cited_from as_quoted_in
        as_quoted_by as_quoted_from as_qtd_in as_qtd_by as_qtd_from as_qtd._in as_qtd._by as_qtd._from
        as_referenced_in as_referenced_by as_referenced_from as_mentioned_in as_mentioned_by
        as_mentioned_from as_reprinted_in as_reprinted_by as_reprinted_from
    """,
    locators={
        "book": "book books bk. bks.",
        "chapter": "chapter chapters chap. chaps. ch. chs.",
        "column": "column columns col. cols.",
        "figure": "figure figures fig. figs.",
        "folio": "folio folios fol. fols.",
        "issue": "issue issues number numbers no. nos.",
        "line": "line lines l. ll.",
        "note": "note notes n. nn.",
        "opus": "opus opera op. opp.",
        "page": "page pages p. pp. pg. pgs.",
        "paragraph": "paragraph paragraphs para. paras. par. pars. ¶ ¶¶",
        "part": "part parts pt. pts.",
        "section": "section sections sec. secs. sect. sects. § §§",
        "sub-verbo": "sub-verbo s.v. s.vv.",
        "verse": "verse verses v. vv.",
        "volume": "volume volumes vol. vols.",
        "act": "act acts",
        "appendix": "appendix appendices app. apps.",
        "article-locator": "article articles art. arts.",
        "canon": "canon canons can. cans.",
        "elocation": "location locations loc. locs.",
        "equation": "equation equations eq. eqs.",
        "rule": "rule rules r. rr.",
        "scene": "scene scenes sc. scs.",
        "supplement": "supplement supplements supp. supps.",
        "table": "table tables tbl. tbls.",
        "timestamp": "timestamp timestamps",
        "title-locator": "title titles tit. tits.",
        "version": "version versions",
    },
    further_locators="fn footnote footnotes kindle_loc kindle_location kindle_locations location loc min at annex clause clauses",
    pages_without_number="n.p. n.p",
    following="f ff",
    laws="art arts article articles rule rules clause clauses annex sec sect section sections",
    editors="ed eds editor editors",
    roles="trans transl translator translators comp comps dir dirs",
    small_particles="van von der den da dos das do du e y el al bin bint ibn ten ter te zu zur zum af av ul",
    particles="de del della di la le ben",
    name_endings="",
    name_beginnings="",
    whole_names="",
    genitives="",
    brackets="()",
    times="""
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday Spring Summer Autumn Fall Winter Early Late Mid Easter Christmas Ramadan Day Week Year Decade Century
    """,
    starters="""
        The This That These Those It Its He She They We I You There Here In On At By For To Of With Without As If When
        While Where Who Which What Why How And But Or Nor So Yet Also However Thus Hence Therefore Moreover
        Furthermore Although Though Because Meanwhile Indeed Even Both Either Neither Each Every Many Most Several
        Such Other Another First Second Third Fourth Last Next One Two Three Four Five According From Now Not Then
        Today Again Still Just More Less See Cf Eg Ie Unlike Like Despite Following Our His Her Their My A An Well Yes
        Perhaps Similarly Likewise Conversely Finally Additionally Consequently Nevertheless Nonetheless Instead
        Rather Accordingly Recently Later Earlier Subsequently Overall Secondly Thirdly Firstly Lastly Elsewhere
        Otherwise Contrary Drawing Using Citing Quoting Echoing Building Based Given Since Until Whereas Whilst Only
        Further Regarding Concerning Within Among Amongst Through Throughout Once Whether Some All Any Few Much Own
        Your Is Are Was Were Do Does Did Has Have Had Can Could Would Should May Might Must
    """,
    no_author="""
        Doctor Doctorate Bachelor Resolution Resolutions Res Article Articles Art Act Acts Law Laws Treaty
        Treaties Convention Conventions Protocol Protocols Constitution Constitutional Directive Regulation
        Regulations Decree Bill Code Statute Statutes Amendment Amendments Court Charter Declaration
        Covenant Annex Case Ruling Judgment Judgement Opinion Verdict Ordinance Edict Order Decision
        Doctrine Principle Accord Accords Agreement Agreements Pact Memorandum Communiqué Communique
        Concordat Armistice Truce Ceasefire Peace Settlement Plan Roadmap Initiative Framework Format
        Process Procedure Clause Paragraph Para v vs War Wars Battle Siege Campaign Operation Revolution
        Revolutions Uprising Uprisings Coup Crisis Crises Conflict Conflicts Invasion Intervention Genocide
        Massacre Holocaust Famine Earthquake Tsunami Hurricane Flood Disaster Attack Attacks Bombing
        Bombings Election Elections Referendum Referenda Vote Census Summit Conference Congress Meeting
        Round Session Talks Negotiations Olympics Olympic Games Cup Championship Championships Expo Festival
        Exhibition Tour Season Budget Enlargement Accession Independence Partition Reunification Unification
        Restoration Reformation Renaissance Enlightenment Era Age Period Presidency Administration Mandate
        Mission Awakening Spring Intifada Jihad Cold Chapter Chapters Section Sections Part Parts Figure
        Figures Fig Table Tables Box Map Chart Appendix Volume Vol Issue No Nos Number Page Pages Line Lines
        Episode Series Edition Version Draft Model Type Class Grade Level Phase Step Item Note Notes
        Tribunal Courts ISSN ISBN DOI Chronology Timeline Annexe Graph Diagram Photos Data Statistics Ibid
        Idem Op Interview Interviews Survey Poll Email Correspondence Conversation Lecture Speech Photo
        Photograph Image Source Sources Emphasis Translation Italics Windows Agenda Vision Horizon Strategy
        Programme Program Project Boeing Airbus Apollo Formula Route Highway Flight Room Channel Radio Year
        Years Circa Ca Since Until Till From Before After During Between About Around Over Under Nearly
        Almost Only Some Born Died Founded Established Published Signed Adopted Ratified Updated Revised
        Reprinted Approx Approximately Total Population AD BC CE BCE GDP GNP GNI FY WWI WWII WW1 WW2 UNSCR
        SCR UNGAR RES COM OJ ISO IEEE RFC USD EUR GBP US$ HIV AIDS SARS COVID QE EURO EXPO CIT MiG Su AK
        Penguin Verso Routledge Macmillan Palgrave Sage Polity Blackwell Wiley Springer Norton Knopf
        Publishers Publishing Publications Books Editions Verlag Ltd Inc Brill Elsevier Vintage Pluto
        Ashgate OUP CUP MUP HUP HarperCollins Bloomsbury Longman Pearson Rienner Vatican Premiere Encyclical
        Bronze Woodcut Lithograph Engraving Libretto Prologue Epilogue Canto Biennale Triennale Documenta
        Regatta Marathon Derby Rally Expedition Telegram Diary Inventory Merger Bankruptcy Lockout Mutiny
        Blockade Embargo Occupation Liberation Deportation Epidemic Plague Cholera Drought Eruption
        Coronation Abdication Jubilee Centenary Inauguration Broadcast Supplement Paperback Sputnik Assembly
        Eurovision Telescope Harvest Wimbledon Watergate Titanic Arsenal Bikini Prohibition Soho Parliament
        Barbarossa Katrina Lusitania Sandy
    """,
    noun_endings="tion sion",
    places="""
        Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan Bahamas
        Bahrain Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Bosnia Herzegovina Botswana
        Brazil Brunei Bulgaria Burkina Burma Burundi Cambodia Cameroon Canada Chad Chile China Colombia
        Comoros Congo Croatia Cuba Cyprus Czechia Czechoslovakia Denmark Djibouti Dominica Ecuador Egypt
        Eritrea Estonia Eswatini Ethiopia Fiji Finland France Gabon Gambia Georgia Germany Ghana Greece
        Greenland Grenada Guatemala Guinea Guyana Haiti Honduras Hungary Iceland India Indonesia Iran Iraq
        Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kiribati Korea Kosovo Kuwait Kyrgyzstan
        Laos Latvia Lebanon Lesotho Liberia Libya Liechtenstein Lithuania Luxembourg Macedonia Madagascar
        Malawi Malaysia Maldives Mali Malta Mauritania Mauritius Mexico Micronesia Moldova Monaco Mongolia
        Montenegro Morocco Mozambique Myanmar Namibia Nauru Nepal Netherlands Nicaragua Niger Nigeria Norway
        Oman Pakistan Palau Palestine Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia
        Rwanda Samoa Senegal Serbia Seychelles Singapore Slovakia Slovenia Somalia Somaliland Spain Sudan
        Suriname Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand Timor Togo Tonga Tunisia
        Turkey Türkiye Turkmenistan Tuvalu Uganda Ukraine Uruguay Uzbekistan Vanuatu Vatican Venezuela
        Vietnam Yemen Yugoslavia Zambia Zimbabwe Zaire Rhodesia Prussia Persia Abkhazia Ossetia Transnistria
        Crimea Donbas Donbass Chechnya Dagestan Catalonia Scotland Wales England Britain Ulster Bavaria
        Kashmir Tibet Xinjiang Punjab Kurdistan Darfur Biafra Katanga Gaza Sinai Golan Nagorno Karabakh
        Vojvodina Srebrenica Sarajevo Dayton Rambouillet Maastricht Amsterdam Nice Lisbon Rome Paris London
        Berlin Vienna Geneva Brussels Moscow Washington Beijing Tokyo Delhi Mumbai Cairo Baghdad Kabul
        Tehran Damascus Beirut Jerusalem Istanbul Ankara Athens Madrid Warsaw Prague Budapest Bucharest
        Sofia Belgrade Zagreb Pristina Prishtina Skopje Tirana Helsinki Stockholm Oslo Copenhagen Dublin
        Edinburgh Kiev Kyiv Minsk Riga Tallinn Vilnius Tbilisi Yerevan Baku Astana Tashkent Rio Kyoto Cancun
        Cancún Doha Durban Bali Bonn Bandung Camp David Annapolis Potsdam Yalta Versailles Westphalia
        Utrecht Munich Locarno Nuremberg Hiroshima Nagasaki Fukushima Chernobyl Tiananmen Tahrir Maidan
        Euromaidan Bretton Woods Bologna Barcelona Seville Cologne Thessaloniki Bangkok Hanoi Saigon Jakarta
        Manila Seoul Pyongyang Lagos Abuja Nairobi Kampala Kigali Mogadishu Khartoum Tripoli Benghazi Tunis
        Algiers Bamako Dakar Accra Abidjan Kinshasa Harare Lusaka Pretoria Johannesburg Havana Caracas
        Bogotá Bogota Lima Santiago Buenos Aires Brasilia Brasília Montevideo Ottawa Chicago York Boston
        Philadelphia Detroit Seattle Texas Florida California Alaska Hawaii Virginia Acapulco Aleppo
        Alexandria Amman Amritsar Antananarivo Apia Arusha Ashgabat Asmara Asunción Asuncion Auckland
        Auschwitz Ayodhya Banjul Basra Basel Basle Beslan Bengaluru Bangalore Bhopal Bishkek Bissau
        Bratislava Brazzaville Bucha Bujumbura Busan Calais Calcutta Kolkata Canberra Canterbury Cartagena
        Casablanca Charlottesville Coimbra Colombo Conakry Córdoba Cordoba Cotonou Cork Dallas Derry Dhaka
        Dhabi Dili Djakarta Dodoma Donetsk Dresden Dubai Dunkirk Durham Dushanbe Ellis Enniskillen Entebbe
        Exeter Fallujah Famagusta Florence Frankfurt Freetown Gaborone Georgetown Ghent Ghraib Glasgow Goma
        Gothenburg Grozny Guantánamo Guantanamo Guernica Hague Haifa Hamburg Hebron Heidelberg Homs Hama
        Honiara Houston Hue Hyderabad Idlib Innsbruck Islamabad Izmir Juba Karachi Kandahar Kargil Kathmandu
        Kharkiv Kherson Kiel Krakow Kraków Kumanovo Kunduz Lahore Lampedusa Leeds Leicester Leiden Leipzig
        Leuven Lesbos Lesvos Libreville Lille Lilongwe Liverpool Ljubljana Lockerbie Lomé Lome Luanda Lublin
        Luxor Lviv Lyon Macau Malabo Malé Managua Manama Manchester Maputo Marrakesh Marrakech Mariupol
        Marseille Maseru Mecca Medina Medellín Melbourne Milan Mitrovica Monrovia Monterrey Montreal Moroni
        Mosul Muscat Naples Nassau Natanz N'Djamena Niamey Nicosia Nouakchott Novgorod Odessa Odesa Omagh
        Osaka Ouagadougou Palermo Palmyra Peking Petersberg Petersburg Pittsburgh Podgorica Poznań Poznan
        Praia Quebec Quito Rabat Ramallah Rangoon Yangon Reykjavik Reykjavík Rotterdam Rovaniemi Salvador
        Salzburg Samarkand Sanaa Sana'a Schengen Sevastopol Sèvres Shanghai Sharm Sheffield Shenzhen Sirte
        Solferino Stalingrad Strasbourg Suva Sydney Tampere Taipei Taba Tegucigalpa Tiraspol Toronto Trieste
        Tskhinvali Turin Ulaanbaatar Ulan Uppsala Valletta Vancouver Venice Verdun Vientiane Vukovar Waco
        Waterloo Windhoek Wuhan Yaoundé Yamoussoukro Zurich Zürich Aberystwyth Oxford Cambridge Princeton
        Stanford Bournemouth Brighton Adana Gezi Zuccotti Biarritz Gleneagles Evian Genoa Okinawa Lough
        Davos Porto Alegre Europe Asia Africa America Americas Oceania Eurasia Balkans Caucasus Scandinavia
        Maghreb Sahel Levant Arctic Antarctic Pacific Atlantic Mediterranean Baltic Balkan Middle East West
        North South Eastern Western Northern Southern Central Soviet Arab Gulf US USA U.S U.S.A UK U.K UAE
        USSR U.S.S.R FRG GDR DRC PRC ROC DPRK ROK CAR RSA FRY SFRY EU-15 EU-27 Bristol Nottingham Coventry
        Cardiff Swansea Plymouth Southampton Portsmouth Norwich Newcastle Birmingham Aberdeen Dundee Belfast
        Galway Limerick Yorkshire Lancashire Cornwall Sussex Essex Norfolk Suffolk Cumbria Munster Connacht
        Tilsit Lunéville Amiens Rapallo Trianon Lausanne Baltimore Cincinnati Milwaukee Minneapolis Portland
        Denver Atlanta Memphis Selma Winnipeg Brisbane Perth Adelaide Soweto Sharpeville Bombay Madras
        Cracow Gdansk Bordeaux Antwerp Bruges Suez Varennes Kronstadt Gallipoli Katyn Austerlitz Trafalgar
        Lepanto Poitiers Somme Ypres Tannenberg Caporetto Arnhem Midway Inchon Woodstock Sanremo Cannes
        Sochi Hillsborough Aberfan Peterloo Omdurman Nagano Salt
    """,
    surnames="",
    bodies="""
        Bank Commission Council Ministry Department Watch Amnesty News Times Institute Office Agency Group
        Organisation Organization Committee Centre Center Association Nations Government Parliament Foundation Fund
        Network Secretariat Post Guardian Economist Independent Telegraph Herald Tribune Observer Journal Review
        Reuters Press Bureau Board Authority Service Services Assembly Society Trust Federation Alliance League Forum
        Academy College School Library Archive Archives Corporation Company International Monitor House
    """,
    body_words="""
        of for Bank Council Commission Ministry Department Institute University Nations Union Organisation Organization Office
        Agency Committee Centre Center Association Government Group Court Parliament Foundation Fund News Times Watch
        International Republic Assembly Secretariat Network Service Party Press Post House
    """,
    connectives="of the for and on in to &",
    one_word_bodies="""
        Guardian Economist Independent Telegraph Observer Reuters Amnesty Eurobarometer Frontex Oxfam Eurostat
    """,
    statesmen="""
        Adenauer Allende Andropov Arafat Assad Atatürk Ataturk Attlee Balfour Batista Ben-Gurion Bhutto
        Biden Bismarck Blair Bolsonaro Brezhnev Bush Cameron Castro Cavour Ceaușescu Ceausescu Chávez Chirac
        Churchill Clemenceau Clinton Collor Daladier Deng Disraeli Duterte Eisenhower Erdogan Erdoğan Erhard
        Gaddafi Qaddafi Gandhi Garibaldi Gaulle Gorbachev Havel Hindenburg Hitler Hollande Honecker Horthy
        Jinnah Juppé Karzai Kennedy Kenyatta Kerensky Khomeini Khrushchev Kirchner Kissinger Kohl Lenin Lula
        Macron Maduro Mandela Mao Mazzini Meloni Menem Merkel Metternich Milošević Milosevic Mitterrand
        Mobutu Mossadegh Mubarak Mugabe Mussolini Napoleon Nasser Nehru Netanyahu Nixon Nkrumah Nyerere
        Obama Orbán Orban Palme Perón Peron Pétain Petain Pinochet Pompidou Putin Rabin Reagan Roosevelt
        Rousseff Sadat Sarkozy Scholz Selassie Stalin Suharto Sukarno Thatcher Tito Trotsky Trudeau Trujillo
        Truman Trump Ulbricht Wałęsa Walesa Yeltsin Zelensky Zelenskyy Zapatero Aznar Rajoy Berlusconi Renzi
        Craxi Andreotti Matteotti Gramsci Rathenau Ebert Stresemann Kreisky Dollfuss Masaryk Dubček Dubcek
        Husák Piłsudski Pilsudski Gierek Jaruzelski Kádár Kadar Zhivkov Hoxha Venizelos Papandreou Menderes
        Demirel Özal Ozal Erbakan Ecevit Inönü İnönü
    """,
    actors="""
        NATO ASEAN ECOWAS OPEC OSCE CSCE SADC MERCOSUR UNASUR ALBA CELAC NAFTA EFTA APEC SAARC BRICS BRIC
        ANZUS SEATO CENTO COMECON GATT WTO ISAF KFOR SFOR IFOR EUFOR EULEX UNMIK UNAMIR UNPROFOR UNTAC MONUC
        MONUSCO MINUSTAH UNIFIL ONUC AMISOM UNAMID UNTAET ICJ PCIJ ICTY ICTR ECJ CJEU ECHR ECtHR IACtHR
        ITLOS SCSL STL UNCLOS UNFCCC CEDAW ICCPR ICESCR CITES SALT START ABM CTBT NPT CFE INF JCPOA TTIP
        CETA TPP TEU TFEU EEC ECSC EMU CFSP ESDP CSDP AFSJ MDG MDGs SDG SDGs Hamas Hezbollah Hizbullah
        Hizbollah Taliban Al-Qaeda Al-Qaida ISIS ISIL IS Daesh FARC ETA IRA PIRA PLO PKK YPG Fatah Likud
        Fidesz Syriza Podemos UKIP Labour Tories Conservatives Democrats Republicans CDU SPD CSU AKP CHP ANC
        KLA UÇK RPF LTTE ELN EZLN M23 KGB CIA FBI NSA GCHQ MI5 MI6 Mossad Stasi Gestapo FSB SVR BND HBO
        Netflix Disney Pixar Paramount MGM Miramax YouTube Google Facebook Twitter Apple Microsoft Sony
        Samsung Huawei Gazprom Rosneft Enron Lehman Nike Coca-Cola Shell BP ExxonMobil Nestlé FIFA UEFA IOC
        CD DVD BluRay REF IB A-Level PhD MA BA MSc BSc MPhil DPhil LLM MBA Stuxnet WikiLeaks Wikileaks
        Brexit Euromaidan Watergate Irangate Barbarossa Anschluss Perestroika Glasnost Katrina Sandy Haiyan
        Deepwater Challenger Sputnik Enigma Titanic Lusitania Bismarck Exxon Sharpeville Soweto Woodstock
        Halabja
    """,
    subjects="""
        School Theory Theories Studies Relations State States Union Empire Republic Kingdom Church Party Movement
        Front Army Right Left Islam Christianity Judaism Buddhism Security Rights Democracy Geopolitics Governance
        Globalisation Globalization IR IPE EU UN US UK NATO
    """,
    works="""
        film movie novel book play poem painting album song series documentary drama comedy essay article report paper
        pamphlet treatise classic bestseller blockbuster thriller game videogame exhibition opera film's movie's
        masterpiece case judgment judgement ruling hurricane cyclone typhoon operation resolution
    """,
    things="""
        ship steamship flagship ferry liner steamer freighter trawler tanker submarine vessel airliner airship
        plane train tram bank insurer firm company corporation conglomerate airline carmaker brewery shipyard
        yard dockyard factory steelworks ironworks foundry plant refinery smelter mill mine colliery pit
        quarry reactor dam levee bridge tunnel tower cathedral stadium theatre theater cinema hotel prison
        jail camp ghetto fortress airport harbour harbor port town city village hamlet suburb valley island
        court tribunal trial hearing inquest summit conference newspaper weekly magazine broadcaster club team
        match tournament festival rocket satellite probe platform rig pipeline wreck spill leak explosion
        blast fire crash collision derailment flood storm avalanche landslide epidemic pyramid scheme drug
        vaccine
    """,
    past_patterns=r"""
        (?:was|were)\s(?:[\w-]+\s){0,2}\w{2,}(?:ed|wn|pt|rn|lt|ught|nt)
        (?:sank|collapsed|closed|burst|exploded|capsized|crashed|fell|died|surrendered|resigned)
    """,
    articles="The A An This These His Her Their Our My Its",
    definite="the",
    where="in at from on since until after before",
    prepositions="in of on from to with against for about by towards over",
    numbers="two both/three/four",
    scholarly="""
        study studies author authors scholar scholars writer writers work works book books article articles
        paper papers essay essays account accounts analysis analyses review reviews survey surveys text
        texts reading readings interpretation interpretations approach approaches contribution contributions
        report reports source sources historian historians economist economists sociologist sociologists
        critic critics theorist theorists researcher researchers commentator commentators publication
        publications monograph monographs edition editions volume volumes theory theories model models
        position positions definition definitions view views argument arguments
    """,
    capitals=False,
    claims="""
        argues argue argued arguing claims claim claimed claiming states state stated stating
        suggests suggest suggested suggesting notes note noted noting writes write wrote writing
        points pointed pointing shows show showed showing defines define defined defining describes
        describe described describing explains explain explained explaining contends contend
        contended contending maintains maintain maintained asserts assert asserted observes observe
        observed observing finds find found concludes conclude concluded proposes propose proposed
        emphasises emphasizes emphasise emphasize emphasised emphasized highlights highlight
        highlighted demonstrates demonstrate demonstrated identifies identify identified discusses
        discuss discussed examines examine examined analyses analyzes analysed analyzed posits posit
        posited insists insist insisted believes believe believed considers consider considered
        calls call called adds add added says say said remarks remarked reminds reminded stresses
        stress stressed criticises criticizes criticised criticized develops developed distinguishes
        distinguished questions questioned refers referred reports reported rejects rejected
        illustrates illustrated acknowledges acknowledged warns warned offers offered introduces
        introduced conceptualises conceptualizes conceptualised conceptualized does do sees see saw
        disagrees disagree disagreed agrees agree agreed regards regarded doubts doubted speaks
        speak spoke blames blame blamed locates locate located reads read asks ask asked predicts
        predict predicted documents documented coins coined counts counted treats treat treated
        studies study studied compares compare compared traces traced links linked frames framed
        understands understand understood views view viewed depicts depicted outlines outline
        outlined elaborates elaborated summarises summarizes summarised summarized reviews reviewed
        explores explore explored investigates investigated addresses address addressed presents
        presented advocates advocate advocated endorses endorsed supports support supported
        challenges challenge challenged disputes dispute disputed attributes attributed ascribes
        ascribed conceives conceived invokes invoked employs employed draws draw drew builds built
        applies apply applied uses use used provides provide provided thinks think thought holds
        hold held hints hinted underlines underlined underscores underscored recognises recognizes
        recognised recognized recommends recommended reveals revealed admits admitted denies deny
        denied defends defended favours favors prefers preferred interprets interpreted labels
        labelled labeled terms termed dubs dubbed rejoins replies replied responds responded answers
        answered counters countered concurs concurred echoes echoed extends extended adopts adopted
        adapts adapted expands expanded formulates formulated puts put goes makes make made takes
        take took tells told tries tried turns turned wants wanted looks looked lists listed names
        named notices noticed poses posed postulates postulated presumes reasons reasoned reflects
        reflected speculates speculated urges urged theorise theorize measures measured models
        modelled tests tested estimates estimated calculates calculated characterises characterizes
        characterised characterized classifies classified divides divided deconstructs deconstructed
        gives give gave given remain focuses focused focus likens likened lament laments lamented
        paraphrases popularised popularized pioneered remains suspects theorises theorizes theorised
        theorized articulates articulated famously rightly recalls repeated object objects objected
        concedes concede conceded declares declare declared wonders wondered confirms confirm
        confirmed refutes refute refuted deplores deplored differentiates differentiated assumes
        assume assumed corroborates corroborated complain complains complained opposes opposed
        overlooks overlooked deduces deduced infers infer inferred reckons reckoned
    """,
    verbs_first=False,
    verbs_last=False,
    before_verb="""
        also would could might may can will must has have had who further then once even himself herself both not
    """,
    ascribing="""
        according_to as as_do as_does as_did as_has as_have as_had see see_also following cf by author_like
        authors_like scholar_like scholars_like scholar_such_as scholars_such_as in_the_view_of
        in_the_opinion_of in_the_words_of in_the_eyes_of
    """,
    governing="according_to as_per as_in",
    ascribing_beginnings="According For Like Unlike Following As By See",
    elliptic="of by that",
    months="""
        january jan/february feb/march mar/april apr/may may/june jun/july jul/august aug/september sep sept/october
        oct/november nov/december dec
    """,
    days="sunday monday tuesday wednesday thursday friday saturday",
    date_words="of the",
    ordinals="st nd rd th",
    accessed="""
        accessed last_access access_date date_of_access retrieved viewed visited consulted checked
        cited seen last_checked
    """,
    around_accessed="last date first page website site was online at from on the",
    bibliographies="""
        bibliography references works_cited reference_list list_of_references references_cited literature_cited
        cited_works sources select_bibliography selected_bibliography references_and_bibliography
        bibliography_and_references cited_literature works_referenced supplementary_references additional_references
    """,
    independent_parts="primary_sources secondary_sources primary_literature secondary_literature",
    parts_of_bibliographies="""
        primary_sources secondary_sources primary_literature secondary_literature books book_chapters
        books_and_articles books_and_journal_articles journal_articles articles websites internet_sources
        online_sources electronic_sources web_sources newspapers newspaper_articles news_articles official_documents
        documents reports interviews speeches treaties legislation cases government_documents official_publications
        academic_sources other_sources theses films
    """,
    contents="contents table_of_contents list_of_contents",
    lists_of_pictures="""
        list_of_figures list_of_tables list_of_algorithms list_of_listings list_of_illustrations figures
        tables
    """,
    notes="notes end_notes endnotes end-notes footnotes foot_notes notes_and_references",
    over_notes="sidenotes sources references_and_notes notes_and_references citations",
    back_patterns=r"""
        back(?: to (?:text|top|content))?
        return(?: to text)?
        jump(?: up| back)?(?: to .{1,40})?
    """,
    publishers_lists="""
        Recent_titles_in_this_series Recent_titles_in_the_series Other_titles_in_this_series
        Other_titles_in_the_series Also_in_this_series Also_in_the_series Titles_in_this_series
        Titles_in_the_series Books_in_this_series Books_in_the_series
        Already_published_in_this_series Published_in_this_series
        Previously_published_in_this_series Previous_titles_in_this_series
        Forthcoming_titles_in_this_series Also_available_in_this_series
        Also_published_in_this_series Other_books_in_this_series Other_books_in_the_series
    """,
    biographies="""
        about_the_author about_the_authors about_the_author(s) author_biography author_bio about_the_contributor
        author’s_note_on_the_author biography the_author
    """,
    sections="""
        abstract introduction conclusion conclusions background methodology literature_review
        discussion further_reading acknowledgements acknowledgments appendix concluding_remarks
        theoretical_framework case_study findings analysis recommendations summary Prologue Epilogue
        methods results materials_and_methods data_and_methods conceptual_framework limitations implications
        results_and_discussion discussion_and_conclusion discussion_and_conclusions summary_and_conclusion
        summary_and_conclusions
        In_conclusion By_way_of_conclusion Concluding_remarks Preamble Postscript Closing_remarks
        acknowledgement acknowledgment funding funding_information financial_support competing_interests
        competing_interest conflict_of_interest conflicts_of_interest conflict_of_interests
        declaration_of_competing_interest declaration_of_conflicting_interests declaration_of_interest
        declaration_of_interests author_contributions author’s_contributions authors’_contributions
        author_information data_availability data_availability_statement
        availability_of_data_and_materials ethics_approval ethics_approval_and_consent_to_participate
        ethical_approval consent_for_publication supplementary_material
    """,
    by="by written_by submitted_by presented_by",
    posted_by="posted_by published_by",
    author_labels="author authors author(s) author/s candidate student",
    other_people="supervis advisor adviser committee examin edited_by reviewed_by tutor mentor reader: readers: director: promotor",
    published="published date posted on",
    history="received accepted submitted revised submission acceptance",
    about_article="article_history article_info article_information history",
    appeared="published posted available advance_access_publication",
    around_appeared="online first early on in as advance article",
    updated="updated updated_on last_updated last_updated_on last_modified revised",
    translated_by="translated_by translation_by",
    keywords="keywords keyword key_words index_terms",
    summaries="abstract summary",
    set_apart="""
        theorem lemma proof definition proposition corollary remark example claim axiom conjecture notation
        exercise problem algorithm step case hypothesis note notes fig figure table question answer source jel
    """,
    disclaimers_patterns=r"""
        This (?:(?:article|content|dissertation|essay|paper|thesis|work)) (?:was|is|has been) (?:originally )?written (?:for|by|as)\b.*
        This is (?:a|an) (?:(?:master(?:'s|s|’s)|postgraduate|student|undergraduate))\b.*
        (?:Disclaimer|Please note)\b.*\bstudent\b.*
    """,
    kinds_patterns=r"""
        interview: (?:an )?interview\b(?: with\b|\s*[-–—:]).*
        review: (?:book |feature )?review\b\s*[-–—:].*
    """,
    institutions="""
        University Université Universität Università Universities Universidad Universitad Universidade College
        Institute Institution School Centre Center Department Faculty Academy Council Foundation Ministry Division Independent_Researcher Independent_Scholar
    """,
    no_titles_patterns=r"""
        articles?|notes?|essays?|letters?|comments?|commentary|matters arising|perspectives?|correspondence|foreword|preface|editorial|responses?|reply|case study|symposium
        book reviews?|student (?:note|essay)|research article|original (?:article|research)|review article|open access|short communication|research note|brief report|news (?:&|and) views|world view|check for updates
        pre-?prints?|(?:(?:accepted|author|authors|unpublished) )?manuscript(?: in preparation)?|unpublished paper|working papers?|discussion papers?|forthcoming publication
        vol(?:ume|\.)? ?[\divxl]+\b.*|issue \d+\b.*|no\. ?\d+\b.*|(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?
        (?:the )?(?:[\w&’'-]+ ){1,6}(?:review|journal|quarterly|bulletin|annals|magazine)(?: forum| online)?
        (?:the )?(?:[\w-]+ ){0,3}journal of .*
        (?:©|copyright\b).*
        (?:the )?(?:[\w.’'-]+ ){0,5}(?:memorial|distinguished|annual|inaugural) (?:[\w’'-]+ )?lectures?(?: in \w+)?
    """,
    theses_patterns=r"""
        (?:an? )?(?:(?:master|bachelor|doctoral|diploma|honou?rs|senior|undergraduate|graduate|ph\.?d\.?|m\.?(?:sc|a|phil)\.?|b\.?(?:sc|a)\.?)(?:[’']?s)?[- ])?(?:thesis|dissertation)(?: (?:by|in|for) .{1,80}| by| [ivx\d]+| / .{3,40})?
        (?:an? )?(?:thesis|dissertation|essay|paper|project|report) (?:submitted|presented) .*|(?:submitted|presented) (?:in|to|for) .*
        (?:in )?partial fulfil?lment .*|(?:for|of) the (?:degree|award) .*
    """,
    no_names="""
        abstract article articles chapter contents copyright december department citation discussion draft editor
        editors essay february  institute introduction january journal keywords law manuscript november october paper
        part policy press preprint program  project report research review school september series special study
        studies summary thesis version volume working dr prof  professor student supervisor submitted course history
        issue notes note symposium group laboratory team consortium inc ltd llc corp bank banque banco reserve access software edizioni
    """,
    title_beginnings="the of for with its from are is how why what when in by at as",
    abbreviated="prof amb gen col capt rev hon assoc asst phil chr",
    abbreviations="Mr Ms Dr St vs cf No Mrs etc Prof",
    mastheads="""
        editorial_board editorial_advisory_board editor-in-chief editor_in_chief managing_editor managing_editors associate_editors
    """,
    captioned="Table Figure Fig Chart Graph Map Box Image Photo",
    written_by="Written_by",
    written_at="Written_at",
    written_for="Written_for",
    courses="course class seminar module tutorial",
    about_paper="student_no student_number student_id candidate_number word_count e-mail email tel phone",
    date_written="Date_written",
    colophon="""
        Word_count Supervisor Module Course Institution University
    """,
    other_articles="""
        Read_also Read_more Read_next Also_read See_also More_on_this More_on_this_topic More_on_the_topic Related_articles
        Related_posts Related_stories Related_content Related_topics You_may_also_like You_might_also_like Recommended_for_you
        Read_this_next Keep_reading Continue_reading Up_next Don’t_miss Recommended Recommended_stories Recommended_articles More_articles
        More_stories Related Related_news Related_coverage Related_reading Previous_post Next_post Previous_article Next_article
    """,
    of_readers_patterns=r"""
        \d+ (?:comments?|responses?|replies|reply)(?: (?:on|to) [“"‘'].*[”"’'])?
        (?:leave|write|post|add) a (?:comment|reply)(?: cancel reply)?
        (?:sign up|subscribe) (?:for|to) (?:our|the) (?:\w+ ){0,5}newsletter.{0,80}
        print this (?:page|article|post)|(?:download|view) (?:this )?(?:page|article|post) as pdf
        (?:©|copyright) .{0,80} all rights reserved.{0,60}
    """,
    accounts="admin administrator editor staff guest anonymous unknown",
    share="Share Share_this Share_on Share_via Share_this_article Share_this_post",
    follow="Follow_us_on Follow_us_also_on Follow_us_at Find_us_on",
    honorifics="""
        Dr Prof Professor Mr Ms Mrs Sir Lord Lady Dame Baron Baroness Rev Ambassador Assoc_Prof Assoc._Prof Associate_Prof Assoc_Professor
        Assoc._Professor Associate_Professor
    """,
    ranks="",
    faculties="",
    says_who="""
        is was are were has have had holds hold works worked studied studies teaches taught received graduated
        completed serves served earned obtained specialises specializes writes researches joined currently  recently
        became began read reads lectures leads directs focuses
    """,
    goes_on="The_views The_opinions These_views All_views Views_expressed He She They His Her Their",
    the_author="the_author the_authors",
    dangling="""
        a an and as at but by for from in into nor of on or over per that the their this to under upon via was were
        which who whose with without between against is are be been has have had its his her our my your not no  since
        because than if when while where whether these those such both every each will would could should may might
        must shall within among amongst through during despite although though unless until being whereas however our
        its  do does did what how why
    """,
    compound_starts="""
        self non well ex anti pro pre post quasi semi pan neo multi cross long short high low full half part so all
        ever  far first second third two three four five six seven eight nine ten mid co sub de re trans inter intra
        counter  vice cease peace state nation world anglo sino euro afro russo franco nato eu un us uk old new left
        right centre  center middle large small hard soft free open policy decision law human war
    """,
    always_compound="self well quasi all cease vice anglo sino euro afro russo franco",
    fused_starts="""
        de re co sub ex trans inter intra counter pre multi under over out up with on in for after back down some any
        every no  may how what there where when while be there here to human law war open free part right ever all
        world hard so  state non anti pro post semi pan neo new old large small us un mid peace second center centre
        middle policy
    """,
    compound_ends="""
        based led making maker makers building keeping wide term scale level style like oriented driven related backed
        sponsored called century old year years up off in out state states party sided thinking being known defined
        established determination interest interests defence defense centred centered centric owned run held born
    """,
    after_hyphen="and or",
    common="""
        the of and to in that is was for it with as his on be at by this had not but from have were which their or an
        been has more who its they
    """,
)
