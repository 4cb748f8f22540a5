"""When somebody who was invited was let in."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("memorials", "0003_pages_that_may_be_found")]

    operations = [migrations.AddField("invitation", "let_in_at", models.DateTimeField(null=True))]
