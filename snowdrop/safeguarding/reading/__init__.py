"""Reads a text as words, however they are typed, and finds in it the lines of a phrase set."""
