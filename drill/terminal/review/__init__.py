"""The review of drafted key points: on the full screen (`review`, `page`) and in `line_mode`."""
