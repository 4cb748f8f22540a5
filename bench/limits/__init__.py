"""Small programs that do the least possible work: what no server of the same kind can pass."""
