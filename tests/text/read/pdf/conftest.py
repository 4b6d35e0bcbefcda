import pytest

from tests.text.read.pdf.sheets import Sheets, read_drawn


@pytest.fixture
def sheets():
    """The pages of a PDF to be drawn."""
    return Sheets()


@pytest.fixture
def read():
    """Reads drawn pages, or the bytes of a file."""
    return read_drawn
