"""Documents of questions and answers become decks: `import_document` is the way in."""

from drill.importer.convert import Imported, import_document

__all__ = ["Imported", "import_document"]
