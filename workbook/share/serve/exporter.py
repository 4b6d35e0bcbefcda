"""The page's template is compiled once, and not again for each reader."""

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from voila import notebook_renderer
from voila.exporter import VoilaExporter


class Compiled(BytecodeCache):
    """Templates as Python's code, in memory. Jinja compares what one was made from before it uses it."""

    def __init__(self) -> None:
        self.codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket with what is known of its template."""
        if bucket.key in self.codes:
            bucket.bytecode_from_string(self.codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remembers a template that was compiled."""
        self.codes[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


class Exporter(VoilaExporter):
    """Voilà's, which is made anew for each page, with what the ones before it have compiled."""

    @property
    def environment(self) -> Environment:
        """Jinja's environment of this page."""
        made = super().environment
        made.bytecode_cache = COMPILED
        return made


def compile_once() -> None:
    """Has Voilà use our exporter: it names its own, and no setting says another."""
    notebook_renderer.VoilaExporter = Exporter
