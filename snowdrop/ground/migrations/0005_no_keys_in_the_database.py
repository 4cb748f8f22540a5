"""The table of data keys goes, now that they lie apart."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("ground", "0004_keys_apart_from_data")]
    operations = [migrations.DeleteModel(name="DataKey")]
