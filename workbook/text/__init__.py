"""What stands on the page: files to runs, runs to paragraphs, sources and an account of it all."""
