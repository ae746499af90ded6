"""What has to be decided by when, why, and what to watch until then."""
