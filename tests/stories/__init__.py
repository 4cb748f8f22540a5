"""Stories: telling, finding those that are like one’s own."""
