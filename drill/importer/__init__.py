"""Documents of questions and answers become decks: `import_document` is the way in.

The packages are read in this order; each imports only those before it.

    formats/     what a document is, and its Markdown, or its cards where it holds records
    source/      bytes -> text (decoding) -> leaves of the Markdown (document, html_blocks)
    signals/     what a form can see: candidates (every line that could begin something) with
                 their labels and question_likelihood, numbering, toc, answer_keys, folds,
                 front_matter; `Outline` holds them together
    forms/       one file a form: each proposes readings, lists of starts, of the outline
    choice/      answer_ranges gives each start of a reading its lines, scoring weighs the
                 readings, chooser picks one, and one for each part that it leaves over; weights
                 holds the weights and thresholds of the choice, and what each tells apart
    extraction/  the lines of a question become prompt, options and answer: extract,
                 multiple_choice, normalize, html_markdown
    pipeline     the calls in order; card_deck: the way of cards; notes: that of a folder of
                 one-question notes; question_ids, section_tags; line_ledger and roles: what became
                 of each line; update: a changed document onto its deck
"""

from drill.importer.choice.chooser import ReadingSummary
from drill.importer.pipeline import Imported, NoQuestions, import_document, import_text

__all__ = ["Imported", "NoQuestions", "ReadingSummary", "import_document", "import_text"]
