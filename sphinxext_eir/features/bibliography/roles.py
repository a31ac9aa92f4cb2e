"""The names of the roles that cite."""

ROLES = (
    "citep",
    "citet",
    "citeauthor",
    "citeyear",
    "citeyearpar",
    "citealp",
    "fullcite",
    "nocite",
    "biblioref",
)
"""The roles, by natbib's names; the last by DPUB-ARIA's."""
