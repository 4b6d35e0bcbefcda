"""JupyterHub with the dashboard: each reader who signs in has a server of their own.

Copy this file, say in it who may sign in and how, and start `jupyterhub -f COPY`. SECURITY.md says more.
"""

import sys

c = get_config()  # noqa: F821 - JupyterHub defines it

# The workbook's own command; a folder with your drafts is named here: [..., "--data", "/srv/drafts"].
# --name is the name in the address bar: the dashboard answers under no other.
c.Spawner.cmd = [sys.executable, "-m", "workbook", "dashboard", "--hub", "--name", "drafts.example.org"]
c.Spawner.args = []
c.Spawner.http_timeout = (
    60  # seconds until the server must answer: on a machine that starts many at once it takes long
)

# Who may sign in. Choose an authenticator that your institution knows:
# https://jupyterhub.readthedocs.io/en/stable/reference/authenticators.html
# c.JupyterHub.authenticator_class = ...
# c.Authenticator.allowed_users = {"ana", "ben"}

# A server takes some 200 MB with its kernels. One that nobody uses is ended after half an hour.
c.JupyterHub.load_roles = [
    {
        "name": "ends-unused-servers",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["ends-unused-servers"],
    }
]
c.JupyterHub.services = [
    {
        "name": "ends-unused-servers",
        "command": [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=1800"],
    }
]
