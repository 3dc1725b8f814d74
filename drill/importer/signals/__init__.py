"""The evidence that forms work with; `outline` holds it together.

`candidates` has every line that a question, an answer or a section could begin with: its label
(`labels`, `learned_labels`), number (`numbering`), title (`titles`) and likelihood
(`question_likelihood`). Other signals: `toc`, `answer_keys`, `folds`, `fields`, `front_matter`,
`back_links`, `option_runs`, `plain_lines`, `question_sections`, `other_documents`. `starts` is
what a form returns.
"""
