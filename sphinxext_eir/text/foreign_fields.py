"""Names of front matter that belong to other programs: nobody is warned of them."""

from __future__ import annotations

FOREIGN: dict[str, str] = {
    "Sphinx": "orphan tocdepth nocomments no-comments nosearch no-search",
    "docutils": "organization contact address version revision copyright dedication",
    "themes and extensions of Sphinx": "sd-hide-title hide-toc hide-navigation section-numbering last-updated",
    "MyST-Parser, MyST-NB, Jupytext": "myst mystnb substitutions html-meta jupytext kernelspec jupyter language-info",
    "mystmd": """
        name biblio open-access subject github bibliography exports downloads thumbnail thumbnail-optimized banner numbering
        math abbreviations parts options settings requirements resources oxa arxiv pmid pmcid funding funder edit-url site thebe
        label content-includes-title skip-execution enumerator acknowledgments acknowledgements data-availability keypoints
        plain-language-summary extends error-rules toc editor editors reviewers binder social id
        """,
    "Quarto and pandoc": """
        format execute csl toc-depth toc-title number-sections number-offset engine draft draft-mode
        listing filters params crossref include-in-header include-before-body include-after-body about page-layout code-fold
        code-tools theme title-block-banner title-block-style comments google-scholar appendix-style citation-location
        reference-location citeproc nocite link-citations shortcodes highlight-style fontsize mainfont documentclass geometry output
        pagetitle repo-actions website search freeze date-format citation-style bibliographystyle
        suppress-bibliography
        """,
    "HugoBlox": """
        featured projects slides all-day event event-url highlight-name publication-types publication-short url-code url-dataset url-pdf
        url-poster url-preprint url-project url-slides url-source url-video links reading-time share profile commentable editable show-related
        show-date pager show-breadcrumb external-link image-preview user-groups interests education organizations superuser role bio
        """,
    "Jekyll, Hugo, Pelican, ABlog, Obsidian": """
        layout permalink slug url weight series menu type published expirydate aliases alias
        save-as template sidebar location redirect nocomment cssclass
        cssclasses publish created updated-at
        """,
}
"""Program → names, in lower case, with a hyphen where the program may have an underscore."""

PREFIXES = ("og:", "ogp-", "twitter:", "html-theme", "blogpost", "sphinx-", "x-")
"""How the names of other extensions begin; ``x-`` begins names of one's own."""

_NAMES = frozenset(name for names in FOREIGN.values() for name in names.split())


def is_foreign(name: str) -> bool:
    """Say if *name*, in lower case and with hyphens, belongs to another program."""
    return name in _NAMES or name.startswith(PREFIXES)
