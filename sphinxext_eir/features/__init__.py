"""Features: each room is entered by its ``setup_feature``, and none imports another.

An essay:

``article``
   its head: title, authors, dates, and what belongs to it;
``status``
   what has become of it;
``language``
   the languages of documents and passages;
``notes``
   notes, numbered as E-IR numbers them;
``pull_quotes``
   pull quotes, compared with the text;
``media``
   films and recordings;
``bibliography``
   citations, typed or by key, and bibliographies;
``about_author``
   its end: who wrote it;
``cite_this``
   how readers cite it.

A journal:

``article_lists``
   lists of essays, and feeds;
``issues``
   an issue and its essays;
``people``
   a page for each author;
``subjects``
   a page for each keyword;
``most_cited``
   the works that essays cite most.

Machines and other readers:

``metadata``
   what an article is, for libraries and search engines;
``social_cards``
   pictures of titles;
``sitemap``
   all pages, for search engines;
``ebook``
   what e-books say of themselves;
``exports``
   Word, OpenDocument, JATS and PDF files, and deposits.

Those who write and edit:

``checks``
   what is amiss;
``import_article``
   an essay made of a text, PDF or Word file.
"""
