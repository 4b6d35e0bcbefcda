"""How Voilà is set: nothing from outside, nothing but our notebook, kernels that go when they are done."""

import sys

from traitlets.config import Config

from workbook.share.serve.hosts import LOCAL
from workbook.share.serve.template import TEMPLATE

# The page may load only what this server sends. Scripts stand in files, so an injected one never runs;
# blob: is how a widget's module is loaded. Widgets set styles on elements, hence the inline styles.
CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' blob:",
        "worker-src 'self' blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}

# The only names under which it answers unless it is shared: others are a stranger's page in disguise.
HOSTS = LOCAL
POOL = 2  # kernels that wait for readers: one for the next, one for whoever follows; each takes some 60 MB
POOL_OF_A_ROOM = 4
POOL_OF_ONE = 1  # behind JupyterHub each reader has a server of his own

EXTENSIONS = ["anywidget", "@voila-dashboards/widgets-manager8", "@jupyter-widgets/jupyterlab-manager"]


def build_settings(pool: int = POOL) -> Config:
    """Voilà's configuration, whole: the reader's own configuration files are not read.

    `pool` kernels wait for readers.
    """
    settings = Config()
    settings.Voila.ip = "127.0.0.1"
    settings.Voila.log_level = "ERROR"
    page = settings.VoilaConfiguration
    page.template = TEMPLATE
    page.allow_template_override = "NO"
    page.allow_theme_override = "NO"
    page.strip_sources = True
    page.show_tracebacks = False
    page.file_allowlist = []  # no file beside the notebook is served
    page.extension_allowlist = EXTENSIONS
    page.http_keep_alive_timeout = 600  # seconds: its heartbeat is an inline script, which our page forbids
    page.preheat_kernel = True
    page.default_pool_size = pool
    kernels = settings.MappingKernelManager
    kernels.cull_idle_timeout = 1200  # seconds: a lost tab's kernel goes after twenty minutes
    kernels.cull_interval = 60
    kernels.cull_connected = False  # an open tab keeps its kernel, however long its reader reads
    if sys.platform == "linux":  # elsewhere the paths of sockets grow too long
        settings.ConnectionFileMixin.transport = "ipc"  # no other user of this machine can reach a kernel
    return settings
