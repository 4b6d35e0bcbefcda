"""How does one practise on it? Exercises about drafts, with their answers and the reason of each."""
