"""Features: each room is entered by its ``setup_feature``, and none imports another.

``article`` is the head of an essay, ``status`` what has become of it, ``about_author`` its end; ``people`` makes a page for each author, ``subjects`` for each keyword. ``notes``, ``pull_quotes``, ``media`` and ``bibliography`` are of its text.
``article_lists`` lists the essays of a project, ``issues`` prints those of an issue, and ``most_cited`` what they cite most. ``social_cards`` draws pictures of their titles. ``metadata``, ``ebook`` and ``cite_this`` tell machines and readers what an article
is. ``exports`` writes it as a Word, OpenDocument, JATS or PDF file, and ``import_article`` makes one of a text, PDF or Word file.
``language`` marks the languages of documents and passages. ``checks`` tells an editor what is amiss, and ``sitemap`` search engines what
there is.
"""
