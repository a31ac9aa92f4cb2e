"""Writers: an article → a source that a person could have typed; and a reader of what they wrote."""
