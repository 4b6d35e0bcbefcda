"""How one sends it: the dashboard server, and (later) files to hand on."""
