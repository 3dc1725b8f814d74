"""The evidence that forms work with, collected in `outline`.

`candidates` finds every line where a question, answer or section could begin: its label (`labels`,
`learned_labels`, `fold_labels`), number (`numbering`, `counted_titles`), title (`titles`) and
likelihood (`question_likelihood`). Other signals: `toc`, `answer_keys`, `folds`, `fields`,
`front_matter`, `document_titles`, `back_links`, `option_runs`, `plain_lines`, `question_sections`,
`other_documents`. `starts` defines the result of a form.
"""
