"""What the features share, and what needs Sphinx."""
