"""What sessions and histories say: reports, statistics, their words, and what to do next."""
