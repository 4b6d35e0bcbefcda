"""What became of it: paragraphs to pairs, pairs to word diffs."""
