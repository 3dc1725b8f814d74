"""What `--json` prints, as types: the schemas in `drill/schemas` are generated from them.

Times are ISO 8601, shares 0 to 1, durations in seconds unless a name says otherwise; null is none.
The names are a promise: a member may be added, none is renamed or taken away.
"""
