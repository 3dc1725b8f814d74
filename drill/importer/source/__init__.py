"""The bytes of a document become its lines and leaves."""
