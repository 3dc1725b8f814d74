"""Cheat sheets: what stands on one, and its three forms."""
