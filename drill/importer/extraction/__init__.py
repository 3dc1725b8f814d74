"""The lines of a question become its prompt, options and answer in Markdown.

`extract` does it for all questions: `cutting` says where the answer begins, `answer_labels` which
labels go, `multiple_choice` which lines are options and which of them are right (`option_run` reads
their lines, `named_options` what an answer names), `keyed` which entry of an answer key belongs
here, `question_fields` which difficulty and topics are named, `hints` what is a hint. `sections`
takes lines as text and accounts for each; `normalize`, `html_markdown` and `tex` make the Markdown
regular.
"""
