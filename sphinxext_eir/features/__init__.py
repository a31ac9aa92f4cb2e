"""What a page can do: a room for each feature. None imports another; what they share stands in ``core``."""
