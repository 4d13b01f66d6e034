rootProject.name = "saunaplan"
