"""A subgraph in, one file out that opens with no network."""
