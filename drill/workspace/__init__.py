"""The use cases: what a command needs of library, history, settings and plans together.

`workspace` holds the four. Asking: `question_queue` (what a quiz asks), `plan_state` (the planner's
input), `today` (today's work), `session_store` and `saving` (scores to the history),
`session_reports`, `unfinished_answers`, `recordings`. Decks: `importing`, `key_points` and
`drafting` (drafts), `own_questions` (add and edit), `cheatsheet`. An assistant: `judge`, with
`judging_pool`.
"""
