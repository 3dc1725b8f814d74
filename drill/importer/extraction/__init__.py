"""Extracts prompts, options and answers from the lines of questions.

`extract` handles all questions of a document: `cutting` finds the start of the answer
(`code_blocks` tells code from prose, `prompt_text` what continues a question), `answer_labels` and
`shared_labels` remove labels,
`multiple_choice` finds the options and the correct ones (`option_run` and `option_rows` read their
lines, `chosen_options` settles which are right, `named_options` finds those that an answer names,
`unlettered_options` options without letters, `title_options` those behind a title, `option_marks`
marks of the document's own behind right ones, `asked_options` tells options from an answer in lines
alike),
`keyed` assigns the entries of an answer key, `passages` finds the texts that the next questions of
such an exam ask about, `question_fields` reads difficulty and topics,
`hints` takes out hints, and `verdicts` those behind statements to judge.
`sections` turns lines into text and records each in the ledger; `normalize`, `html_markdown` and
`tex` normalise Markdown.
"""
