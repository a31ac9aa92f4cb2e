"""What is the article's text, and what stands around it.

``pages``
   furniture, contents, notes and the text, told apart; by
``furniture``
   lines at the heads and feet of pages that are none of the text,
``covers``
   covers of repositories before the article, left out,
``issue_pages``
   what an issue has before an article, left out,
``contents``
   tables of contents, left out, and the true headings that they tell,
``labels``
   labels of notes, and markers in the text,
``zones``
   where notes begin at the feet of pages, and
``notes``
   the notes there, with the markers that refer to them.
"""
