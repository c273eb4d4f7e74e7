"""How much anything that comes from outside may be: one table, so that no file or clipboard ends the program.

Nothing that a file, the clipboard, a picture or the settings hold may take more than a gigabyte of memory or
hold the window. So each limit is asked before there is what it limits: lengths before a value is fetched, a
header before a picture is decoded, a size before something packed is unpacked. `docs/limits.md` says of each
what follows where it is reached; the two are compared by a test.

Each number leaves several times the room of the largest honest project that is known: 20,000 notes, 100,000
steps, pictures of 40 MB, 10,000 pasted lines.
"""

# What a project holds
LONGEST_TEXT = 20_000
"""Characters of one text: ten printed pages."""
MOST_RECORDS = 60_000
"""Records of a project."""
MOST_CHARACTERS = 16_000_000
"""Characters of all texts of a project."""
MOST_PARTS = 2_000_000
"""Commas and opening brackets of one piece of JSON: each becomes an object of some 100 bytes."""

# A project file
LARGEST_VALUE = 64 * 1024 * 1024
"""Bytes of one row or value in SQLite."""
LARGEST_CONTENT = 4 * MOST_CHARACTERS
"""Bytes of all rows that are records: a character has up to four."""
MOST_STEPS = 500_000
"""Steps of a history."""
MOST_BLOCKS = 5_000
"""Blocks of packed steps."""
LARGEST_LABELS = 96_000_000
"""Bytes of what all steps are called."""
LARGEST_STEP = 64_000_000
"""Bytes to which the change of one step unpacks."""
LARGEST_NEIGHBOURS = 8_000_000
"""Bytes to which those steps unpack that are kept because somebody is near them."""
MOST_STEPS_IN_BLOCK = 1_000
MOST_EDITS_IN_BLOCK = 20_000
LARGEST_BLOCK = 16 * 1024 * 1024
"""Bytes to which each of the two parts of a block unpacks."""
LARGEST_STEP_IN_BLOCK = 2 * 1024 * 1024
LONGEST_LABEL_IN_BLOCK = 500
"""A step whose change is larger, or which is called something longer, stays out of blocks."""
MOST_FIELDS = 100
"""Fields of one record in a block: a hostile one could otherwise have each edit copy very many."""
UNPACKING_MEMORY = 64 * 1024 * 1024
"""Bytes that unpacking a block may take beside what it gives."""
MOST_RESCUED = 150_000
"""Records that are kept in memory while a damaged file is read, and as many that only its history knows."""
MOST_RESCUED_EDITS = 5_000_000
"""Edits of its history that are read then."""
LARGEST_RESCUED_HISTORY = 2_000_000_000
"""Bytes to which its changes unpack, one after the other."""
LARGEST_LOCK = 64_000
"""Bytes of the file that says who has a project open."""

# JSON
LARGEST_JSON = 128_000_000
"""Bytes of a project as JSON, pictures included."""
LARGEST_STYLE = 200_000
"""Bytes of a style's file; one with every value has a hundredth of them."""
LARGEST_CLIPPING = 64_000_000
"""Bytes of a clipping on the clipboard; one of 20,000 notes has a tenth of them."""
LARGEST_CLIPPED_PICTURES = 12_000_000
"""Bytes of pictures that go along with a clipping."""

# The clipboard, and what is dropped
LONGEST_PASTED_TEXT = 10_000_000
"""Characters of plain text."""
LONGEST_HTML = 8_000_000
"""Characters of HTML beyond which only the plain text beside it is read."""
WIDEST_SPAN = 1_000
"""Columns or rows that one cell of HTML may span, as browsers have it."""
MOST_HTML_CELLS = 40_000
"""Rows and cells of tables in HTML, those counted that others span: twice what becomes a map."""
MOST_CELLS = 200_000
"""Cells of a table in plain text."""
MOST_PASTED = 50_000
"""Notes, and rows and columns, that are pasted at once."""
MOST_FILES = 500
"""Files that are looked at where some are pasted or dropped."""
LARGEST_PICTURES_AT_ONCE = 400_000_000
"""Bytes of pictures that are added at once."""

# A table that becomes a map
MOST_TABLE_CELLS = 20_000
"""Cells of it, those counted that are empty between others."""
MOST_TABLES = 200
"""Tables of one text; each becomes a map."""
MOST_MARKS = 20_000
"""Signs of Markdown in a text up to which they are looked for; with more they stay as they stand."""
LARGEST_TABLE_FILE = 20_000_000
"""Bytes of the file that it stands in."""
LARGEST_UNPACKED_TABLE = 60_000_000
"""Bytes to which a packed file, as spreadsheets write them, unpacks."""
MOST_ELEMENTS = 800_000
DEEPEST_XML = 100
"""Elements of all parts of such a file, and how deep they stand in one another."""
MOST_LOOKED_AT_CELLS = 25 * MOST_TABLE_CELLS
"""Cells of a sheet that are looked at, most of them empty; and those that are merged."""

# Pictures
LARGEST_PICTURE = 40_000_000
"""Bytes of one picture."""
MOST_PIXELS = 100_000_000
"""Pixels of one picture: decoded it takes 400 MB."""
LONGEST_PICTURE_SIDE = 100_000
"""Pixels of one side."""
MOST_BARE_PIXELS = 20_000_000
"""Pixels of a picture without a file's bytes, which must be packed: more would take long."""
KEPT_DECODED = 256_000_000
"""Bytes of decoded pictures that are kept for the next frame."""
KEPT_PICTURES = 128_000_000
"""Bytes of pictures that wait in memory to be written; what is beyond waits in a temporary file."""
LARGEST_THUMBNAIL = 4_000_000
"""Bytes, and pixels, of a project's small picture in the cache."""

# Spelling
LONGEST_WORD = 60
"""Letters of a word that is looked up."""
LARGEST_DICTIONARY = 32_000_000
"""Bytes of a dictionary's list of words."""
LARGEST_RULES = 8_000_000
"""Bytes of a dictionary's rules."""
MOST_DICTIONARIES = 4
"""Dictionaries of one language that are asked."""
SPELLING_MEMORY = 800_000_000
"""Bytes that the process beside the window which checks spelling may take."""
MOST_WORDS_JUDGED = 200_000
"""Words of which it is remembered whether they are right."""
MOST_LEARNED_WORDS = 20_000
"""Words that a person had learned."""
MOST_PROJECT_WORDS = 2_000
"""Words that are right in one project."""
LARGEST_WORD_LIST = 2_000_000
"""Bytes of the file that keeps them."""

# The user's own
MOST_PARTS_OF_SETTINGS = 100_000
"""Commas and opening brackets of one thing in the settings."""
MOST_RECENT = 12
"""Projects that were open last."""
MOST_VIEW_POSITIONS = 50
"""Projects of which it is remembered what was seen last."""
