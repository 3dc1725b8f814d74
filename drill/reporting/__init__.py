"""Reports and statistics of sessions and histories, their wording, and next steps."""
