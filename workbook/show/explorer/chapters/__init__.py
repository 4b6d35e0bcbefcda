"""What the tabs of the page show: a module each, frames in, one JSON-able dict out."""
