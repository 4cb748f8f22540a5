"""Stories of other families, told on purpose, and how somebody finds those that are like their own."""
