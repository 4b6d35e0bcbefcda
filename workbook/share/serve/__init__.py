"""The dashboard: Voilà with our page, one notebook, and a token at the door."""

import contextlib
import sys

from workbook.share.serve.offer import Offer

__all__ = ["Offer", "serve_dashboard"]


def serve_dashboard(offer: Offer) -> None:
    """Serve the dashboard until Ctrl-C, after printing its address with its token.

    Only this machine is answered unless the offer says that it is shared. Raises WorkbookError where the
    folder or the notebook is missing, the port is taken, or there is no network to share on.
    """
    leave_grammar_out()
    from workbook.share.serve.server import run_server  # Voilà takes half a second to import

    with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C before it was ready
        run_server(offer)


def leave_grammar_out() -> None:
    """Has this process do without a grammar of internationalised addresses, whose making takes over a second.

    Jupyter's jsonschema makes it on being imported, and goes without where the package is missing; nothing
    that is checked here is such an address. A module that is None in `sys.modules` counts as missing.
    """
    sys.modules.setdefault("rfc3987_syntax", None)
