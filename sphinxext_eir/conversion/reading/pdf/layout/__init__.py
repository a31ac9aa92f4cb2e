"""Words as lines, in columns, and how a document sets them.

``lines``
   words as lines, in columns; with
``gutters``
   stretches of words, and the gutters between columns,
``grids``
   rules that part the cells of tables,
``asides``
   boxes beside the title and the abstract, which are read before these;
``margins``
   numbers of lines in the margin, told apart;
``pull_quotes``
   words of the text said again in boxes that it is set around, told apart;
``letterspacing``
   letters that stand apart, made words;
``initials``
   large initials beside several lines;
``setting``
   the setting of the text: sizes, edges, leading;
``trust``
   whether the structure of a tagged file is believed.
"""
