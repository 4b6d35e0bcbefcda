"""The one front end: a widget, the bundle that it shows, and the page's modules in `src`."""
