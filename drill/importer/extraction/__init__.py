"""The lines of a question become its prompt, options and answer in Markdown.

`extract` does it for all questions: `cutting` says where the answer begins, `answer_labels` which
labels go, `multiple_choice` (with `named_options`) which lines are options and which are right,
`keyed` which entry of an answer key belongs here. `sections` takes lines as text and accounts for
each; `normalize`, `html_markdown` and `tex` make the Markdown regular.
"""
