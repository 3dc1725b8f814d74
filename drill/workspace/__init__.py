"""The use cases, which combine library, history, settings and plans.

`workspace` holds the four. Plans: `plan_changes` sets interviews, `plan_state` is the planner's
input, `today` today's work. Sessions: `question_queue` (the questions of a quiz), `session_store`
and `saving` (scores to the history), `session_reports`, `unfinished_answers`, `recordings`. Decks:
`importing`, `key_points`, `drafting` and `draft_workers` (drafts), `own_questions` (add and edit),
`cheatsheet`.
The assistant: `judge`, with `judging_pool`.
"""
