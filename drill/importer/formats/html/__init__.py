"""HTML as Markdown: `page` finds the content, `tree` parses, `blocks` and `inline` write."""
