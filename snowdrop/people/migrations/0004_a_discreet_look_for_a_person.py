"""Since when a person wants the discreet look, if they do."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0003_people_are_found_by_their_marks")]

    operations = [migrations.AddField("person", "discreet_since", models.DateTimeField(blank=True, null=True))]
