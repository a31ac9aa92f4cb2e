"""Readers: an input → its transcript, and blocks whose runs know their place in it.

``text``
   extracted text, block by block;
``pdf``
   PDFs: words, lines, regions and blocks;
``web``
   web pages: the article among what stands around it;
``wordpress``
   exports of WordPress: their posts one by one, each as a web page;
``epub``
   e-books, whose chapters are read as web pages are;
``google``
   what Google Docs exports;
``rtf``
   RTF;
``jats``
   articles of journals in XML;
``word``
   Word and OpenDocument files;
``latex``
   LaTeX;
``written``
   Markdown as authors write it for programs.

Pandoc reads the last three; of RTF and JATS its tree is made. What they share:

``pandoc``
   pandoc's document tree → blocks;
``front_matter``
   what stands over a text in YAML or TOML;
``files``
   files beside an article that it names;
``archives``
   archives of strangers, opened;
``xml``
   XML of strangers.
"""
