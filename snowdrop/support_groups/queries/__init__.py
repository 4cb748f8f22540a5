"""What the pages of support groups show, by noun: frozen page objects that ask nothing more."""
