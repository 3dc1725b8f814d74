"""Turns documents of questions and answers into decks; `import_document` is the entry point.

Read the packages in this order; each imports only those before it.

    formats/     format detection; a document as Markdown, or as cards if it holds records
    source/      bytes -> text (decoding) -> leaves of the Markdown (document, html_blocks)
    signals/     the evidence for forms: candidates (every line that could begin something) with
                 their labels and question_likelihood, numbering, toc, answer_keys, folds,
                 front_matter; `Outline` holds them together
    forms/       one file per form; each proposes readings (lists of starts) of the outline
    choice/      answer_ranges gives each start of a reading its lines, scoring weighs the
                 readings, decision tells which are questions, chooser picks one, other_parts
                 one for each part left over; weights explains the weights and thresholds
    extraction/  the lines of a question become prompt, options and answer: extract,
                 multiple_choice, normalize, html_markdown
    pipeline     the calls in order; card_texts, card_deck: cards to questions; note_folder: a
                 folder of one-question notes; question_ids, section_tags; line_ledger and roles:
                 the role of each line; update: merges a changed document into its deck; limits:
                 the limits of a document
"""

from drill.importer.choice.chooser import ReadingSummary
from drill.importer.pipeline import Imported, NoQuestions, import_document, import_text

__all__ = ["Imported", "NoQuestions", "ReadingSummary", "import_document", "import_text"]
