"""The documented set-up, with a sign-in that asks for a name alone and servers on this machine."""

import os
from pathlib import Path

from workbook.share.serve import hub

c = get_config()  # noqa: F821 - JupyterHub defines it
documented = Path(hub.__file__).parent / "jupyterhub_config.py"
load_subconfig(str(documented))  # noqa: F821 - JupyterHub defines it
at = c.Spawner.cmd.index("--name")
c.Spawner.cmd = c.Spawner.cmd[:at]  # it is reached as 127.0.0.1
c.Spawner.env_keep = ["PATH", "PYTHONPATH", "JUPYTER_PATH"]

c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = os.environ["HOME"] + "/{username}"
c.JupyterHub.bind_url = f"http://127.0.0.1:{os.environ['HUB_PORT']}"
c.JupyterHub.hub_port = int(os.environ["HUB_INNER_PORT"])
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{os.environ['HUB_PROXY_PORT']}"
c.ConfigurableHTTPProxy.command = [os.environ["HUB_PROXY"]]
