"""How one sees what changed: counted, drawn, told in plain words, and explored."""
