"""Where the clocks of a person go, once they have said it beside an hour that they chose."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0004_a_discreet_look_for_a_person")]

    operations = [migrations.AddField("person", "time_zone", models.CharField(blank=True, default="", max_length=64))]
