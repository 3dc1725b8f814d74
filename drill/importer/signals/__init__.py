"""The evidence that forms work with, collected in `outline`.

`candidates` finds every line where a question, answer or section could begin: its label (`labels`,
`learned_labels`, `counted_labels`, `fold_labels`, `counted_tasks`, `label_settling`), number
(`numbering`, `counted_titles`, `numbered_sections`), title (`titles`) and likelihood
(`question_likelihood`, by `question_words`).
Other signals: `toc`, `answer_keys` (with `questions_above`, `key_titles`, `key_parts`,
`key_entries`), `folds`, `fields`, `front_matter`, `back_links`, `option_runs`, `right_marks`,
`plain_lines`, `question_sections`. `document_titles` finds the titles of a document, `title_topics`
recognises their subjects, and `other_documents` detects documents with nothing to learn. `starts`
defines the result of a form.
"""
