"""Tables of words that tell an author from other things with a year.

Precision matters more than recall: a doubtful word belongs to a table of things that aren't authors. There it keeps a warning away,
never a link.
"""

from __future__ import annotations

from ..text.dates import MONTHS, SHORT_MONTHS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


SEASONS = _words(
    "Spring Summer Autumn Fall Winter Early Late Mid Easter Christmas Ramadan Day Week Year Decade Century"
)

TIMES = (
    frozenset({*MONTHS, *SHORT_MONTHS, "sept"})
    | SEASONS
    | _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
)
"""Words that make a date of all words around them."""

STARTERS = _words(
    "The This That These Those It Its He She They We I You There Here In On At By For To Of With Without As If When While Where Who Which "
    "What Why How And But Or Nor So Yet Also However Thus Hence Therefore Moreover Furthermore Although Though Because Meanwhile Indeed Even "
    "Both Either Neither Each Every Many Most Several Such Other Another First Second Third Fourth Last Next One Two Three Four Five "
    "According From Now Not Then Today Again Still Just More Less See Cf Eg Ie Unlike Like Despite Following According Our His Her Their My A An "
    "Well Yes Perhaps Similarly Likewise Conversely Finally Additionally Consequently Nevertheless Nonetheless Instead Rather Accordingly "
    "Recently Later Earlier Subsequently Overall Secondly Thirdly Firstly Lastly Elsewhere Otherwise Contrary Drawing Using Citing Quoting "
    "Echoing Building Based Given Since Until Whereas Whilst Only Further Regarding Concerning Within Among Amongst Through Throughout "
    "Once Whether Some All Any Few Much Own Its Your Is Are Was Were Do Does Did Has Have Had Can Could Would Should May Might Must"
)
"""Words that begin a sentence. Before an author's name, they aren't a part of it."""

NO_AUTHOR = (
    TIMES
    | STARTERS
    | _words(
        # Law and its sources
        "Resolution Resolutions Res Article Articles Art Act Acts Law Laws Treaty Treaties Convention Conventions Protocol "
        "Protocols Constitution Constitutional Directive Regulation Regulations Decree Bill Code Statute Statutes Amendment Amendments "
        "Court Charter Declaration Covenant Annex Case Ruling Judgment Judgement Opinion Verdict Ordinance Edict Order Decision "
        "Doctrine Principle Accord Accords Agreement Agreements Pact Memorandum Communiqué Communique Concordat Armistice Truce Ceasefire "
        "Peace Settlement Plan Roadmap Initiative Framework Format Process Procedure Clause Paragraph Para v vs "
        # Events
        "War Wars Battle Siege Campaign Operation Revolution Revolutions Uprising Uprisings Coup Crisis Crises Conflict Conflicts Invasion "
        "Intervention Genocide Massacre Holocaust Famine Earthquake Tsunami Hurricane Flood Disaster Attack Attacks Bombing Bombings "
        "Election Elections Referendum Referenda Vote Census Summit Conference Congress Convention Meeting Round Session Talks Negotiations "
        "Olympics Olympic Games Cup Championship Championships Expo Festival Exhibition Tour Season Budget Enlargement Accession Independence "
        "Partition Reunification Unification Restoration Reformation Renaissance Enlightenment Era Age Period Presidency Administration "
        "Mandate Mission Awakening Spring Intifada Jihad Cold "
        # Parts of a text, and of this one
        "Chapter Chapters Section Sections Part Parts Figure Figures Fig Table Tables Box Map Chart Appendix Volume Vol Issue No Nos "
        "Number Page Pages Line Lines Episode Series Edition Version Draft Model Type Class Grade Level Phase Step Item Note Notes "
        "Tribunal Courts ISSN ISBN DOI Chronology Timeline Annexe Chart Graph Diagram Photos Data Statistics "
        "Ibid Idem Op Interview Interviews Survey Poll Email Correspondence Conversation Lecture Speech Photo Photograph Image Source Sources "
        "Emphasis Translation Italics "
        # Things with a number, or a year in their names
        "Windows Agenda Vision Horizon Strategy Programme Program Project Boeing Airbus Apollo Formula Route Highway Flight Room Channel Radio "
        "Year Years Circa Ca Since Until Till From Before After During Between About Around Over Under Nearly Almost Only Some "
        "Born Died Founded Established Published Signed Adopted Ratified Updated Revised Reprinted Approx Approximately Total Population "
        "AD BC CE BCE GDP GNP GNI FY WWI WWII WW1 WW2 UNSCR SCR UNGAR RES COM OJ ISO IEEE RFC USD EUR GBP US$ HIV AIDS SARS COVID "
        "QE EURO EXPO CIT MiG Su AK "
        # Publishers, which stand before a year in notes
        "Penguin Verso Routledge Macmillan Palgrave Sage Polity Blackwell Wiley Springer Norton Knopf Publishers Publishing Publications Books "
        "Editions Verlag Ltd Inc Brill Elsevier Vintage Pluto Ashgate OUP CUP MUP HUP HarperCollins Bloomsbury Longman Pearson Rienner "
    )
)
"""Words that aren't an author's name."""

PLACES = _words(
    "Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan Bahamas Bahrain Bangladesh Barbados Belarus "
    "Belgium Belize Benin Bhutan Bolivia Bosnia Herzegovina Botswana Brazil Brunei Bulgaria Burkina Burma Burundi Cambodia Cameroon Canada "
    "Chad Chile China Colombia Comoros Congo Croatia Cuba Cyprus Czechia Czechoslovakia Denmark Djibouti Dominica Ecuador Egypt Eritrea "
    "Estonia Eswatini Ethiopia Fiji Finland France Gabon Gambia Georgia Germany Ghana Greece Greenland Grenada Guatemala Guinea Guyana Haiti "
    "Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kiribati Korea Kosovo Kuwait "
    "Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya Liechtenstein Lithuania Luxembourg Macedonia Madagascar Malawi Malaysia Maldives Mali "
    "Malta Mauritania Mauritius Mexico Micronesia Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nauru Nepal Netherlands "
    "Nicaragua Niger Nigeria Norway Oman Pakistan Palau Palestine Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda "
    "Samoa Senegal Serbia Seychelles Singapore Slovakia Slovenia Somalia Somaliland Spain Sudan Suriname Sweden Switzerland Syria Taiwan "
    "Tajikistan Tanzania Thailand Timor Togo Tonga Tunisia Turkey Türkiye Turkmenistan Tuvalu Uganda Ukraine Uruguay Uzbekistan Vanuatu Vatican "
    "Venezuela Vietnam Yemen Yugoslavia Zambia Zimbabwe Zaire Rhodesia Prussia Persia Abkhazia Ossetia Transnistria Crimea Donbas Donbass "
    "Chechnya Dagestan Catalonia Scotland Wales England Britain Ulster Bavaria Kashmir Tibet Xinjiang Punjab Kurdistan Darfur Biafra Katanga "
    "Palestine Gaza Sinai Golan Nagorno Karabakh Vojvodina Srebrenica Sarajevo Dayton Rambouillet Maastricht Amsterdam Nice Lisbon Rome Paris "
    "London Berlin Vienna Geneva Brussels Moscow Washington Beijing Tokyo Delhi Mumbai Cairo Baghdad Kabul Tehran Damascus Beirut Jerusalem "
    "Istanbul Ankara Athens Madrid Warsaw Prague Budapest Bucharest Sofia Belgrade Zagreb Pristina Prishtina Skopje Tirana Helsinki Stockholm "
    "Oslo Copenhagen Dublin Edinburgh Kiev Kyiv Minsk Riga Tallinn Vilnius Tbilisi Yerevan Baku Astana Tashkent Rio Kyoto Copenhagen Cancun "
    "Cancún Doha Durban Bali Bonn Bandung Camp David Oslo Annapolis Potsdam Yalta Tehran Versailles Westphalia Utrecht Munich Locarno Nuremberg "
    "Hiroshima Nagasaki Fukushima Chernobyl Tiananmen Tahrir Maidan Euromaidan Bretton Woods Bologna Barcelona Seville Cologne Thessaloniki "
    "Bangkok Hanoi Saigon Jakarta Manila Seoul Pyongyang Lagos Abuja Nairobi Kampala Kigali Mogadishu Khartoum Tripoli Benghazi Tunis Algiers "
    "Bamako Dakar Accra Abidjan Kinshasa Harare Lusaka Pretoria Johannesburg Havana Caracas Bogotá Bogota Lima Santiago Buenos Aires Brasilia "
    "Brasília Montevideo Ottawa Chicago York Boston Philadelphia Detroit Seattle Texas Florida California Alaska Hawaii Virginia "
    # Further capitals, and cities of which treaties, summits and universities are called
    "Acapulco Aleppo Alexandria Amman Amritsar Andorra Antananarivo Apia Arusha Ashgabat Asmara Asunción Asuncion Auckland Auschwitz "
    "Ayodhya Bandung Banjul Basra Basel Basle Beslan Bengaluru Bangalore Bhopal Bishkek Bissau Bratislava Brazzaville Bucha Bujumbura "
    "Busan Calais Calcutta Kolkata Canberra Canterbury Cartagena Casablanca Charlottesville Coimbra Colombo Conakry Córdoba Cordoba Cotonou "
    "Cork Dallas Derry Dhaka Dhabi Dili Djakarta Dodoma Donetsk Dresden Dubai Dunkirk Durham Dushanbe Ellis Enniskillen Entebbe Exeter Fallujah "
    "Famagusta Florence Frankfurt Freetown Gaborone Georgetown Ghent Ghraib Glasgow Goma Gothenburg Grozny Guantánamo Guantanamo Guernica Hague "
    "Haifa Hamburg Hebron Heidelberg Homs Hama Honiara Houston Hue Hyderabad Idlib Innsbruck Islamabad Istanbul Izmir Juba Karachi "
    "Kandahar Kargil Kathmandu Kharkiv Kherson Kiel Kinshasa Krakow Kraków Kumanovo Kunduz Lahore Lampedusa Leeds Leicester Leiden Leipzig "
    "Leuven Lesbos Lesvos Libreville Lille Lilongwe Liverpool Ljubljana Lockerbie Lomé Lome Luanda Lublin Luxor Lviv Lyon Macau Maastricht "
    "Malabo Malé Managua Manama Manchester Maputo Marrakesh Marrakech Mariupol Marseille Maseru Mecca Medina Medellín Melbourne Milan Mitrovica "
    "Monrovia Monterrey Montreal Moroni Mosul Muscat Naples Nassau Natanz N'Djamena Niamey Nicosia Nouakchott Novgorod Odessa Odesa Omagh Osaka "
    "Ottawa Ouagadougou Palermo Palmyra Peking Petersberg Petersburg Philadelphia Pittsburgh Podgorica Poznań Poznan Praia Quebec Quito "
    "Rabat Ramallah Rangoon Yangon Reykjavik Reykjavík Rotterdam Rovaniemi Salvador Salzburg Samarkand Sanaa Sana'a Schengen Sevastopol "
    "Sèvres Shanghai Sharm Sheffield Shenzhen Sirte Solferino Stalingrad Strasbourg Suva Sydney Tampere Taipei Taba Tegucigalpa Tiraspol "
    "Toronto Trieste Tskhinvali Turin Ulaanbaatar Ulan Uppsala Utrecht Valletta Vancouver Venice Verdun Vientiane Vilnius Vukovar Waco Waterloo "
    "Windhoek Wuhan Yaoundé Yamoussoukro York Yugoslavia Zurich Zürich Aberystwyth Oxford Cambridge Princeton Stanford Bournemouth Brighton "
    "Ankara Adana Gezi Zuccotti Biarritz Gleneagles Evian Genoa Okinawa Lough Davos Porto Alegre "
    "Europe Asia Africa America Americas Oceania Eurasia Balkans Caucasus Scandinavia Maghreb Sahel Levant Arctic Antarctic Pacific Atlantic "
    "Mediterranean Baltic Balkan Middle East West North South Eastern Western Northern Southern Central Soviet Arab Atlantic Gulf "
    "US USA U.S U.S.A UK U.K UAE USSR U.S.S.R FRG GDR DRC PRC ROC DPRK ROK CAR RSA FRY SFRY EU-15 EU-27"
)
"""States, regions, and cities that gave their names to treaties, summits and events. Some are surnames as well."""

BODY = _words(
    "Bank Commission Council Ministry Department Watch Amnesty News Times Institute Office Agency Group Organisation Organization "
    "Committee Centre Center Association Nations Government Parliament Foundation Fund Network Secretariat Post Guardian Economist "
    "Independent Telegraph Herald Tribune Observer Journal Review Reuters Press Bureau Board Authority Service Services Assembly Society Trust "
    "Federation Alliance League Forum Academy College School Library Archive Archives Corporation Company International Monitor House"
)
"""Words in the name of a body that is cited as an author."""

ONE_WORD_BODIES = _words(
    "Guardian Economist Independent Telegraph Observer Reuters Amnesty Eurobarometer Frontex Oxfam Eurostat"
)
"""Bodies of one word. Any other word of :data:`BODY` is too general to stand alone."""

ACTORS = _words(
    # Bodies that act in a year more often than they publish in it
    "NATO ASEAN ECOWAS OPEC OSCE CSCE SADC MERCOSUR UNASUR ALBA CELAC NAFTA EFTA APEC SAARC BRICS BRIC ANZUS SEATO CENTO COMECON GATT WTO "
    "ISAF KFOR SFOR IFOR EUFOR EULEX UNMIK UNAMIR UNPROFOR UNTAC MONUC MONUSCO MINUSTAH UNIFIL ONUC AMISOM UNAMID UNTAET "
    "ICJ PCIJ ICTY ICTR ECJ CJEU ECHR ECtHR IACtHR ITLOS SCSL STL UNCLOS UNFCCC CEDAW ICCPR ICESCR CITES SALT START ABM CTBT NPT CFE INF "
    "JCPOA TTIP CETA TPP TEU TFEU EEC ECSC EMU CFSP ESDP CSDP AFSJ MDG MDGs SDG SDGs "
    "Hamas Hezbollah Hizbullah Hizbollah Taliban Al-Qaeda Al-Qaida ISIS ISIL IS Daesh FARC ETA IRA PIRA PLO PKK YPG Fatah Likud Fidesz Syriza "
    "Podemos UKIP Labour Tories Conservatives Democrats Republicans CDU SPD CSU AKP CHP ANC KLA UÇK RPF LTTE ELN EZLN M23 "
    "KGB CIA FBI NSA GCHQ MI5 MI6 Mossad Stasi Gestapo FSB SVR BND "
    "HBO Netflix Disney Pixar Paramount MGM Miramax YouTube Google Facebook Twitter Apple Microsoft Sony Samsung Huawei Gazprom Rosneft "
    "Enron Lehman Nike Coca-Cola Shell BP ExxonMobil Nestlé "
    "FIFA UEFA IOC CD DVD BluRay REF IB A-Level PhD MA BA MSc BSc MPhil DPhil LLM MBA "
    "Stuxnet WikiLeaks Wikileaks Brexit Euromaidan Watergate Irangate Barbarossa Anschluss Perestroika Glasnost Katrina Sandy Haiyan "
    "Deepwater Challenger Sputnik Enigma Titanic Lusitania Bismarck Exxon Sharpeville Soweto Woodstock Halabja"
)
"""Organisations of states, courts, armed groups, parties, firms, and events."""

SUBJECTS = _words(
    "School Theory Theories Studies Relations State States Union Empire Republic Kingdom Church Party Movement Front Army Right Left "
    "Islam Christianity Judaism Buddhism Security Rights Democracy Geopolitics Governance Globalisation Globalization IR IPE EU UN US UK NATO"
)
"""Words with a capital that authors write about. A citation may follow such a word, a place or an event; a name in brackets after any
other capitalised word is rather its director, its maker or its place: ``Invictus (Eastwood, 2009)``."""

WORKS = _words(
    "film movie novel book play poem painting album song series documentary drama comedy essay article report paper pamphlet treatise "
    "classic bestseller blockbuster thriller game videogame exhibition opera film's movie's masterpiece case judgment judgement ruling "
    "hurricane cyclone typhoon operation resolution"
)
"""Words that show, right before a name and a year, that it is the name of a work or a case."""

CLAIMS = _words(
    "argues argue argued arguing claims claim claimed claiming states state stated stating suggests suggest suggested suggesting notes note noted "
    "noting writes write wrote writing points pointed pointing shows show showed showing defines define defined defining describes describe "
    "described describing explains explain explained explaining contends contend contended contending maintains maintain maintained asserts "
    "assert asserted observes observe observed observing finds find found concludes conclude concluded proposes propose proposed "
    "emphasises emphasizes emphasise emphasize emphasised emphasized highlights highlight highlighted demonstrates demonstrate demonstrated "
    "identifies identify identified discusses discuss discussed examines examine examined analyses analyzes analysed analyzed posits posit "
    "posited insists insist insisted believes believe believed considers consider considered calls call called adds add added says say said "
    "remarks remarked reminds reminded stresses stress stressed criticises criticizes criticised criticized develops developed "
    "distinguishes distinguished questions questioned refers referred reports reported rejects rejected illustrates illustrated "
    "acknowledges acknowledged warns warned offers offered introduces introduced conceptualises conceptualizes conceptualised conceptualized "
    "does do sees see saw disagrees disagree disagreed agrees agree agreed regards regarded doubts doubted calls speaks speak spoke blames blame blamed "
    "locates locate located reads read asks ask asked predicts predict predicted documents documented coins coined counts counted treats treat "
    "treated studies study studied compares compare compared warns traces traced links linked frames framed understands understand understood "
    "views view viewed depicts depicted outlines outline outlined elaborates elaborated summarises summarizes summarised summarized reviews "
    "reviewed explores explore explored investigates investigated addresses address addressed presents presented advocates advocate advocated "
    "endorses endorsed supports support supported challenges challenge challenged disputes dispute disputed attributes attributed ascribes "
    "ascribed conceives conceived invokes invoked employs employed draws draw drew builds built applies apply applied uses use used provides "
    "provide provided thinks think thought holds hold held hints hinted underlines underlined underscores underscored recognises recognizes "
    "recognised recognized recommends recommended reveals revealed admits admitted denies deny denied defends defended favours favors "
    "prefers preferred interprets interpreted labels labelled labeled terms termed dubs dubbed insisted rejoins replies replied responds "
    "responded answers answered counters countered concurs concurred echoes echoed extends extended adopts adopted adapts adapted expands "
    "expanded formulates formulated puts put goes makes make made takes take took tells told tries tried turns turned wants wanted looks looked "
    "lists listed names named notices noticed poses posed postulates postulated presumes reasons reasoned reflects reflected speculates "
    "speculated urges urged theorise theorize measures measured models modelled tests tested estimates estimated calculates calculated "
    "characterises characterizes characterised characterized classifies classified divides divided deconstructs deconstructed "
    "gives give gave given remain focuses focused focus likens likened lament laments lamented paraphrases popularised popularized pioneered remains suspects "
    "theorises theorizes theorised theorized articulates articulated famously rightly"
)
"""Verbs, and adverbs before them, that show after ``Blank (2000)`` that an author is meant."""
