"""Plain facts about typed text, once for all who read it. Nothing here knows Sphinx or docutils.

Letters and words:

``characters``
   letters that no page can hold;
``numerals``
   numbers as they are written and typed;
``sentences``
   ends of sentences and paragraphs;
``patterns``
   regular expressions made of tables of words;
``decisions``
   decisions as tables of criteria with names;
``vocabularies``
   the words that authors type, language by language;
``guessing``
   the language of a text;
``languages``
   conventions of languages: dates, lists of names, direction;
``language_tags``, ``language_codes``
   languages as the web and libraries name them;
``light_markup``
   inline markup in data;
``passages``
   what the passages of a text are handed on with: breaks, and marks of notes;
``quotation``
   a quotation compared with the text that it is from;
``description``
   an article's opening, as its description;
``reading_time``
   the time that a text takes.

Dates, names and addresses:

``dates``
   years, months, dates, dates of access;
``dois``
   DOI names;
``names``, ``name_parts``, ``given_names``
   names of people, and their parts;
``compared_names``
   the form in which names are compared;
``keywords``
   keywords that are the same subject;
``media``
   what an address plays;
``identifiers``
   identifiers and file names that stay unique;
``files``
   files that authors name, and files that we write.

The front matter of an article:

``frontmatter``
   its fields, and the record they make;
``fields``
   values of single fields;
``foreign_fields``, ``foreign_mappings``
   fields of other programs;
``aliases``
   YAML's aliases;
``authors``
   what is known of an author, read in
``author_lines``, ``author_structures``
   lines or in structures of YAML;
``institutions``
   what authors belong to;
``people``, ``directory``
   a project's people as they are read, and who is who among them;
``nearest``
   whose name one is nearly;
``article``
   the record of an article;
``bylines``
   authors and dates in a line;
``requirements``
   what indexes and archives ask of an article.

What is written of it:

``atom``
   feeds;
``html_scripts``
   JSON inside of HTML;
``web_page``
   a page for a report.
"""
