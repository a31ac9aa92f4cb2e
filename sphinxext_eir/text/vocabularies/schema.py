"""The form of a vocabulary: which words of a language are needed, and for what."""

# Without `annotations` of `__future__`, as in :mod:`...article`.
from collections.abc import Mapping
from typing import NamedTuple


class Vocabulary(NamedTuple):
    """Words of one language, as authors type them.

    Most fields are texts of words with spaces between them; ``_`` is a space within one: ``cited_in``. Where the name of a field ends
    in ``patterns``, each line is a regular expression, compared regardless of case. A field that the language has no words for is empty.
    """

    code: str
    """The language's code (ISO 639-1), which is the name of its module as well."""
    warns: bool
    """True if citations without an entry are reported: the fields under *What is no author* are full."""

    # How citations are written

    conjunctions: str
    """Words between the last two authors: ``and``."""
    accompanied: str
    """Words between authors and those who wrote with them: ``with``."""
    et_al: str
    """Words in place of further authors: ``and_others``. Latin *et al.* is known in all languages."""
    ibid: str
    """Words for the work cited last."""
    idem: str
    """Words in place of the author cited last: ``ders.``"""
    op_cit: str
    """Words for a work cited before: ``a._a._O.``"""
    no_date: str
    """Words in place of a year that isn't known."""
    forthcoming: str
    """Words in place of a year that hasn't come."""
    first_edition: str
    """Beginnings of words before the year of a first edition: ``orig``."""
    see: str
    """Words before a citation that show that it is one: ``see``."""
    asides: str
    """Other words that accompany citations in their brackets: ``emphasis added`` as two words, in small letters."""
    examples_patterns: str
    """The same as expressions: ``for an overview``."""
    second_hand: str
    """Words between a work and the one that it is cited from: ``quoted_in``."""
    locators: Mapping[str, str]
    """CSL's locator term (specification 1.0.2, appendix III) → its words: singular, plural, short singular, short plural, others."""
    further_locators: str
    """Further words before the number of a locator, without a stop: ``kindle_loc``."""
    pages_without_number: str
    """Words that stand for a locator by themselves: ``n.p.``"""
    following: str
    """Words after a page for the pages that follow: ``ff``."""
    laws: str
    """Locators of laws, which books don't have."""
    editors: str
    """Words after the names of editors, without a stop: ``hg``."""
    roles: str
    """The same for translators and others."""
    small_particles: str
    """Words of surnames that mostly have a small letter: ``von``."""
    particles: str
    """Those that often have a capital: ``de``."""
    name_endings: str
    """Endings that a sentence gives to a surname, with those of the list of references after a colon: ``ого:ий``, ``s:``"""
    name_beginnings: str
    """The same for what it puts before one: ``و:``"""
    whole_names: str
    """Names that begin with what is a conjunction before others: ``وليد``."""
    genitives: str
    """Endings after an apostrophe that make a name a possessive, besides ``s``: Turkish ``in``."""
    brackets: str
    """The brackets that citations without an entry are reported in: ``()``, or ``()[]``."""

    # What is no author, though a year follows

    times: str
    """Seasons and other times. Months and days of the week come from Unicode CLDR."""
    starters: str
    """Words that begin a sentence. Before an author's name, they aren't a part of it."""
    no_author: str
    """Words that aren't an author's name: laws, events, parts of a text, publishers."""
    noun_endings: str
    """Endings of words that are nouns, and no surnames: ``ung``. Exceptions stand among the *surnames*."""
    places: str
    """States, regions and cities, besides those that Unicode CLDR names in this language."""
    surnames: str
    """Places and nouns that are rather surnames."""
    bodies: str
    """Words in the name of a body that is cited as an author."""
    body_words: str
    """Words in the names of bodies that persons' names don't have, as typed; small ones too: ``of``."""
    connectives: str
    """Small words within the name of a body, which have no letter in its acronym."""
    one_word_bodies: str
    """Bodies of one word."""
    statesmen: str
    """Surnames of people who governed a state: they act in a year as often as they write in it. Latin letters are English's matter."""
    actors: str
    """Organisations, courts, armed groups, parties, firms, events: they act in a year more often than they publish in it."""
    subjects: str
    """Words with a capital that authors write about. A citation may follow such a word."""
    works: str
    """Words that show, right before a name and a year, that it is the name of a work or a case: ``film``."""
    things: str
    """What has a name of its own, which brackets tell with a year: ``ship``, and with any ending ``gemi-``, any beginning ``-schiff``."""
    past_patterns: str
    """Forms of verbs that tell what happened once, in a language that has some: the French *passé simple*."""
    articles: str
    """Words that no person's name follows: ``the``."""
    definite: str
    """Those of them that a claim about a thing has: ``the``."""
    where: str
    """Words before a place: ``in``."""
    prepositions: str
    """Words before what a sentence is about, after which a citation may stand."""
    numbers: str
    """Words for two, for three and for four, parted by ``/``."""
    scholarly: str
    """What authors and their works are called, singular and plural: ``studies``."""
    capitals: bool
    """True if nouns have a capital in the middle of a sentence."""

    # What claims a thing for an author

    claims: str
    """Verbs of saying, and adverbs before them, that show that an author is meant."""
    verbs_first: bool
    """True if such a verb may stand right before the author: ``пишет Иванов``."""
    verbs_last: bool
    """True if such a verb may stand at the end of the sentence."""
    before_verb: str
    """Words between an author and the verb: ``also``, ``has``."""
    ascribing: str
    """Words before an author that say whose a thought is: ``according_to``."""
    governing: str
    """Words that a name must follow, and no clause ends with: brackets right after them stand in its place, ``according to (Blank 2000)``."""
    ascribing_beginnings: str
    """Words with which a sentence begins that says whose a thought is: ``For Blank (2000)``."""
    elliptic: str
    """Words after an author whose verb is left out: ``Clark (2000) speaks of a state; Blank (2001) of a nation``."""

    # Dates

    months: str
    """Twelve groups of forms parted by ``/``, in small letters: those of Unicode CLDR and others. Babel would load all that it knows of a
    language for them."""
    days: str
    """The days of the week, in small letters."""
    date_words: str
    """Words within a date: ``de``, ``г.``"""
    ordinals: str
    """Endings of a day: ``th``."""
    accessed: str
    """Words before the date on which a page was seen."""
    around_accessed: str
    """Words that may stand before or after those: ``last``, ``on``."""

    # Parts of an article

    bibliographies: str
    """Headings of a bibliography."""
    independent_parts: str
    """Headings of a part of a bibliography that may stand in its place."""
    parts_of_bibliographies: str
    """Headings inside a bibliography."""
    contents: str
    """Headings of the table of contents, in small letters."""
    lists_of_pictures: str
    """Headings of lists of pictures and tables, in small letters."""
    notes: str
    """Headings of notes."""
    over_notes: str
    """Other headings over notes of a web page, which elsewhere are those of a bibliography, in small letters."""
    back_patterns: str
    """What a link from a note back to its place in the text says."""
    publishers_lists: str
    """Headings of the other books of a series, which a publisher prints behind a bibliography."""
    biographies: str
    """Headings of a biography, singular and plural, both genders."""
    sections: str
    """Other names that make a heading of a line without any markup. The first one is the abstract's."""
    by: str
    """Words before the names in a byline."""
    posted_by: str
    """Words before the name of who put a page on a website, which is mostly the author: ``Published by``. In print it is the publisher."""
    author_labels: str
    """Words before a colon and the names of authors: ``Authors:``."""
    other_people: str
    """Beginnings of words before the names of people in a title block who aren't the authors: ``supervis``."""
    published: str
    """Words before a date."""
    history: str
    """Words before days in an article's history, besides that of its publication: ``received``."""
    about_article: str
    """Headings of a box beside the abstract that has these days: ``article history``."""
    appeared: str
    """Words before the day of its publication among these: ``published``."""
    around_appeared: str
    """Words that may stand between those and the day: ``online``, ``on``."""
    updated: str
    """Words before the date of the last change."""
    translated_by: str
    """Words before the names of translators."""
    keywords: str
    """Words before the keywords of an article."""
    summaries: str
    """Headings of an abstract."""
    set_apart: str
    """Words at the head of a paragraph, set apart from it, that are no heading of a section: a theorem's, a question's."""
    disclaimers_patterns: str
    """A publisher's words on a student's work."""
    kinds_patterns: str
    """Titles that say what an article is: the kind (interview, review), a colon, an expression."""
    institutions: str
    """Words of institutions among the names of a byline."""
    no_titles_patterns: str
    """Lines over the title of an article."""
    theses_patterns: str
    """Lines of covers that say what a thesis is, and for which degree: ``A thesis submitted …``."""
    no_names: str
    """Words of lines in title blocks that look like names and aren't, in small letters."""
    title_beginnings: str
    """Words that begin titles and subtitles and no names, though some stand within names, in small letters."""
    abbreviated: str
    """Abbreviations before names that are longer than an initial, in small letters, without a stop."""
    abbreviations: str
    """Abbreviations that end in a stop, which doesn't end the sentence, without the stop."""
    mastheads: str
    """Words before the names of those who edit a journal: ``editorial_board``."""
    captioned: str
    """Words that a caption begins with."""
    written_by: str
    """Words before the names of those who wrote an essay, in the lines that close it; so are the next three."""
    written_at: str
    """Words before the institution where it was written."""
    written_for: str
    """Words before the teacher, or the course, that it was written for."""
    courses: str
    """Words for what is taught, and for its terms."""
    about_paper: str
    """Words before what a title page says of the paper and its author beside their names: ``student_id``, ``word_count``."""
    date_written: str
    """Words before the date on which it was finished."""
    colophon: str
    """Other words before a colon, in lines that close students' essays."""
    other_articles: str
    """Headings over links to other articles of a site: ``Related_articles``."""
    of_readers_patterns: str
    """Lines to readers, and over what they write: ``3 comments``, ``Leave a reply``, ``© … All rights reserved.``"""
    accounts: str
    """Names of accounts of a website that are no author's: ``guest``."""
    share: str
    """Words before the networks on which an article can be shared: ``Share_on``."""
    follow: str
    """Words before the networks on which a site wants to be followed: ``Follow_us_on``."""
    honorifics: str
    """Titles before a name."""
    ranks: str
    """Words before a title that say which it is, without a stop: ``Univ`` in *Univ.-Prof.*"""
    faculties: str
    """Words after a title that say whose it is, without a stop: ``iur`` in *Dr. iur.*"""
    says_who: str
    """Verbs that follow a name at the beginning of a biography."""
    goes_on: str
    """Beginnings of a biography's further paragraphs."""
    the_author: str
    """The author, in words: ``the_author``."""

    # Words at the ends of lines and pages

    dangling: str
    """Words that no sentence ends with."""
    compound_starts: str
    """First parts that usually keep their hyphen before a whole word; ``fused_starts`` has the exceptions."""
    always_compound: str
    """First parts that keep their hyphen before any word."""
    fused_starts: str
    """First parts that also begin single words: ``inter-national``."""
    compound_ends: str
    """Second parts that usually follow a hyphen."""
    after_hyphen: str
    """Words before which a hyphen stands for the rest of a word: ``pre- and post-war``."""

    # The language itself

    common: str
    """Frequent small words, by which a text is known to be in this language."""
