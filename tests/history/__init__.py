"""Tests of the history, on real files."""
