"""The evidence that forms work with, collected in `outline`.

`candidates` finds every line where a question, answer or section could begin: its label (`labels`,
`learned_labels`, `fold_labels`), number (`numbering`, `counted_titles`), title (`titles`) and
likelihood (`question_likelihood`). Other signals: `toc`, `answer_keys`, `folds`, `fields`,
`front_matter`, `back_links`, `option_runs`, `plain_lines`, `question_sections`. Of titles,
`document_titles` finds what a document is called, `title_topics` reads what a title names, and
`other_documents` tells documents with nothing to learn. `starts` defines the result of a form.
"""
