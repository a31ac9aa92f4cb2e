"""Pieces of an article as E-IR prints them, made by hand."""

from __future__ import annotations

HEAD = "# The Art of Waiting\n\n<https://www.e-ir.info/2014/02/09/the-art-of-waiting/>\n\nJANE DOE, FEB 9 2014\n\n"
BY = "\n\nWritten by Jane Doe\n\n"
RUNNING = "\n\n# The Art of Waiting\n\nWritten by Jane Doe\n\n"
ONE = "Nobody is born with the art of waiting, and few states have learnt it since 1945."
TWO = "It takes years of very slow trains, and of diplomats who have nothing to say."
BIO = (
    "\n\n—\n\n**Jane Doe** is a lecturer at the University of Somewhere. She is the author of 'Later (2010)'."
)
ENTRIES = (
    "\n\nBlank, Stephen J. (2000) *Threats to Russian Security*. Carlisle: Strategic Studies Institute."
    "\n\nFAS. (2000) Federation of American Scientists. <http://www.fas.org/x.htm> (accessed February 29, 2012)."
)
NOTICE = (
    "This PDF is auto-generated for reference only. As such, it may contain some conversion errors and/or missing "
    "information. For all formal use please refer to the official version on the website, as linked below.\n\n"
)
DISCLAIMER = (
    "This content was originally written for an undergraduate or Master's program. It is published as part of our mission to "
    "showcase peer-leading papers written by students during their studies. This work can be used for background reading.\n\n"
)
