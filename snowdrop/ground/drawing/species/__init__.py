"""The twelve flowers, each drawn as one stem on a square of 1000 units."""
