"""A command-line interview drill: decks of questions, honest scores, ready on the day.

The packages, from the top floor down; each imports only floors below its own.

    cli/          one module a command, and the records of `--json`
    terminal/     screens, keys and line mode
    workspace/    the use cases, each of which needs several edges
    decks/        deck files in YAML: format, reading, writing
    library/      all decks that drill can see, through an index
    history/      attempts and sessions in SQLite; merging, sync, backups
    importer/     documents to decks
    exporters/    cheat sheets, session reports, Anki, CSV, calendars
    settings/     places, `config.toml`, the file of plans
    voice/        recording, transcription, playback
    assistant/    the user's own model, run as a program
    session/      the state machine of quiz and mock interview
    schedule/     memory, planner, forecast, plans
    reporting/    reports and statistics, and their words
    points/       key points: rules that draft them, and the review
    judging/      an assistant's proposal for an answer
    speaking/     delivery of a spoken answer, and its sentence nearest to a point
    markdown/     Markdown with math, and formulas
    grading, selection                the score; the selection options
    mock_questions, assistant_reply   what a mock interview asks; the JSON in a model's reply
    model/        the frozen values that all packages share
    errors, text, atomic, own_files, clock  small helpers of every floor
    children      starting this package's own programs in processes of their own
    garbage       no garbage collection where very many objects are made
    shipped       the folder of the files shipped with the package
"""

__version__ = "0.1.0"
