"""Anki packages: `package` reads an untrusted database, `notes` and `fields` make cards of it."""
