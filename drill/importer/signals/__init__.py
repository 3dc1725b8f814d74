"""What a form can see of a document; `outline` holds it together.

`candidates` has every line that a question, an answer or a section could begin with: its label
(`labels`, `learned_labels`), number (`numbering`) and title (`titles`), and how much it asks
(`question_likelihood`). Other signals: `toc`, `answer_keys`, `folds`, `fields`, `front_matter`,
`back_links`, `option_runs`, `plain_lines`, `question_sections`, `other_documents`. `starts` is
what a form returns.
"""
