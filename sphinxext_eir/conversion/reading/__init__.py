"""Readers: an input → its transcript, and blocks whose runs know their place in it.

``text``
   extracted text, block by block; with
``typed_lines``
   what its lines tell: ends of paragraphs, quotations set in, columns,
``markdown``
   its inline markup,
``front_matter``
   what stands over it in YAML or TOML, and
``pictures``
   the files that it refers to;
``pdf``
   PDFs: words, lines, regions and blocks, by passes that have a package of their own;
``web``
   web pages: the article among what stands around it, with a package of its own;
``wordpress``
   exports of WordPress: their posts one by one, each as a web page, with a package of its own;
``epub``
   e-books, whose chapters are read as web pages are;
``rtf``
   RTF, with a package of its own;
``jats``
   articles of journals in XML, with a package of its own; by
``xml``
   XML of strangers;
``word``
   Word and OpenDocument files,
``nested_tables``
   tables in cells of the latter,
``google``
   what Google Docs exports,
``latex``
   LaTeX, whose braces
``latex_braces``
   pairs, of which
``latex_front``
   reads the front matter as classes of journals have it, and
``latex_authors``
   the authors with their institutions, and
``latex_references``
   references to sections, figures, tables and formulas; and
``written``
   Markdown as authors write it for programs, whose
``dialects``
   become pandoc's.

Most of the last are read by pandoc, and share

``pandoc``
   the program, asked for its tree;
``words``
   the words of pandoc's inlines;
``nodes``
   nodes that readers of other formats make for it;
``tree``
   that tree → blocks, whose
``runs``
   are made of pandoc's inlines; with
``citations``
   citations by key,
``formulas``
   formulas in TeX,
``raw``
   markup of another program in it, and
``lines``
   places in the text;
``files``
   files beside an article that it names;
``archives``
   archives of strangers, opened.
"""
