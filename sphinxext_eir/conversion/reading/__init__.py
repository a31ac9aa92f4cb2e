"""Readers: a file → what stands in it, block by block, and its transcript."""
