"""WordPress exports (WXR, "WordPress eXtended RSS") → a reading for each post.

``reader``
   a post as an article: its front matter, and its blocks;
``content``
   its text as WordPress shows it: line breaks, blocks, notes;
``shortcodes``
   what stands in square brackets for something else;
``export``
   the file, read as a stream;
``records``
   what an export says of the site, its authors, its posts and their pictures.
"""

from .export import is_export, posts_of, survey
from .reader import read_post
from .records import Post, Survey

__all__ = ["Post", "Survey", "is_export", "posts_of", "read_post", "survey"]
