"""Readers: an input → its transcript, and blocks whose runs know their place in it.

``text``
   extracted text, block by block; with
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
``word``
   Word and OpenDocument files, through pandoc's tree.
"""
