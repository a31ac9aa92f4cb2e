"""Words that say what a capitalised word before a year is: an author, or something else that has a year.

Precision matters more than recall: a word in doubt belongs to what is no author. It keeps a warning away, never a link.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


MONTHS = _words(
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
)
SEASONS = _words(
    "Spring Summer Autumn Fall Winter Early Late Mid Easter Christmas Ramadan Day Week Year Decade Century"
)

TIMES = MONTHS | SEASONS | _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
"""With one of these the whole is a date, whatever else is said."""

STARTERS = _words(
    "The This That These Those It Its He She They We I You There Here In On At By For To Of With Without As If When While Where Who Which "
    "What Why How And But Or Nor So Yet Also However Thus Hence Therefore Moreover Furthermore Although Though Because Meanwhile Indeed Even "
    "Both Either Neither Each Every Many Most Several Such Other Another First Second Third Fourth Last Next One Two Three Four Five "
    "According From Now Not Then Today Again Still Just More Less See Cf Eg Ie Unlike Like Despite Following According Our His Her Their My A An"
)
"""How sentences begin: before an author's name, no part of it."""

NO_AUTHOR = (
    TIMES
    | STARTERS
    | _words(
        # Law and its sources
        "Resolution Resolutions Res Article Articles Art Act Acts Law Laws Treaty Treaties Convention Conventions Protocol "
        "Protocols Constitution Constitutional Directive Regulation Regulations Decree Bill Code Statute Statutes Amendment Amendments "
        "Charter Declaration Covenant Annex Case Ruling Judgment Judgement Opinion Verdict Ordinance Edict Order Decision "
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
        "Ibid Idem Op Interview Interviews Survey Poll Email Correspondence Conversation Lecture Speech Photo Photograph Image Source Sources "
        "Emphasis Translation Italics "
        # Things with a number, or a year in their names
        "Windows Agenda Vision Horizon Strategy Programme Program Project Boeing Airbus Apollo Formula Route Highway Flight Room Channel Radio "
        "Year Years Circa Ca Since Until Till From Before After During Between About Around Over Under Nearly Almost Only Some "
        "Born Died Founded Established Published Signed Adopted Ratified Updated Revised Reprinted Approx Approximately Total Population "
        "AD BC CE BCE GDP GNP GNI FY WWI WWII WW1 WW2 UNSCR SCR UNGAR RES COM OJ ISO IEEE RFC USD EUR GBP US$ HIV AIDS SARS COVID "
        "QE EURO EXPO CIT MiG Su AK "
        # Publishers, who stand before a year in notes
        "Penguin Verso Routledge Macmillan Palgrave Sage Polity Blackwell Wiley Springer Norton Knopf Publishers Publishing Publications Books "
        "Editions Verlag Ltd Inc Brill Elsevier Vintage Pluto Ashgate OUP CUP MUP HUP HarperCollins Bloomsbury Longman Pearson Rienner "
    )
)
"""Words that are no author's name."""

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
    "Europe Asia Africa America Americas Oceania Eurasia Balkans Caucasus Scandinavia Maghreb Sahel Levant Arctic Antarctic Pacific Atlantic "
    "Mediterranean Baltic Balkan Middle East West North South Eastern Western Northern Southern Central Soviet Arab Atlantic Gulf "
    "US USA U.S U.S.A UK U.K UAE USSR U.S.S.R FRG GDR DRC PRC ROC DPRK ROK CAR RSA FRY SFRY EU-15 EU-27"
)
"""States, regions, and cities after which treaties, summits and events are called. Some are surnames too."""

BODY = _words(
    "Bank Commission Council Ministry Department Watch Amnesty News Times Institute University Office Agency Group Organisation Organization "
    "Committee Centre Center Association Nations Government Court Parliament Foundation Fund Network Secretariat Post Guardian Economist "
    "Independent Telegraph Herald Tribune Observer Journal Review Reuters Press Bureau Board Authority Service Services Assembly Society Trust "
    "Federation Alliance League Forum Academy College School Library Archive Archives Corporation Company International Monitor Report"
)
"""Words in the name of a body that is cited as an author."""

PAPERS = _words("Guardian Economist Independent Telegraph Observer Reuters Amnesty")
"""Bodies of one word; any other such word alone is too general."""

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
    "theorises theorizes theorised theorized articulates articulated famously rightly"
)
"""Verbs and the like that say, after ``Blank (2000)``, that an author is meant."""
