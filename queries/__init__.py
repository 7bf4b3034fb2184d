"""One module per question that an analyst asks."""
