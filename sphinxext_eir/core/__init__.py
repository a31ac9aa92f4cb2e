"""What features share, and what needs Sphinx or docutils.

Sphinx is told of it all:

``registration``
   the domain, the settings, our nodes, and the steps that features share; much of it by
``later``
   what is imported when it is used, and
``steps``
   what is imported when a document has nodes for it;
``config``
   the table of settings, each with one of
``setting_checks``
   the checks of their values;
``warnings``
   the table of warnings;
``nodes``
   every node class.

What is known of documents, in plain records:

``domain``
   the records themselves, some of them packed by
``packing``
   values that most builds don't look at;
``works``
   works that are listed or cited, for features that tell others of them;
``listed_works``
   those of a document, packed;
``publication``
   what is published, and what isn't yet;
``people``
   who is who;
``subjects``
   what is about what;
``issues``
   what appeared together;
``translations``
   which articles are versions of one another;
``field_lines``
   the lines on which the fields of articles stand.

When a document is read:

``said_languages``
   the language that it says it is in;
``languages``
   the language of a document, and our words in it;
``unwritable``
   characters that no page can hold, taken out;
``parsing``
   options and content of directives, and the text of roles;
``glued_markup``
   markup that docutils takes for text;
``sections``
   the places where lists may stand, and their headings;
``running_text``
   the text, apart from all other parts;
``walks``
   walks through a tree;
``archive``
   links to archived copies of pages.

When a page is resolved and written:

``outputs``
   which builder gets which nodes, style sheets and scripts;
``landmarks``, ``links``, ``dates``, ``kinds``
   renderings that features share;
``listing``
   lists of articles, and
``feeds``
   their feeds;
``made_pages``
   pages that no document makes;
``page_urls``
   addresses of pages;
``bridge``
   a resolved page as pandoc's document tree.
"""
