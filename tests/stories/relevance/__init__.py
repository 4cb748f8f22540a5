"""Stories and readers made up for the tests, with grades of how near each story would feel to each reader."""
