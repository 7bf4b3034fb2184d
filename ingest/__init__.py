"""Documents in; mentions, entities and links with evidence out."""
