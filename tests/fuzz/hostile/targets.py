"""What no reader may ask for: an address that the fuzzer listens at, and a file beside the drafts."""

import tempfile
from pathlib import Path

# Free on most machines, and always the same, so that the files are.
PORT = 47613
ADDRESS = b"http://127.0.0.1:%d/asked" % PORT
SECRET_FILE = Path(tempfile.gettempdir()) / "workbook-fuzz-secret.txt"
FILE = SECRET_FILE.as_uri().encode()
# What stands in it.
SECRET = "words-of-another-file"
# As deep as things are nested to overrun a stack.
DEEP = 10_000
