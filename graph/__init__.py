"""What is claimed, about whom, by which document, and where it is kept."""
