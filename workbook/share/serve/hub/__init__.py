"""The dashboard behind JupyterHub, which knows the readers and starts a server for each of them."""
