"""How Django's forms are drawn: every form, field and choice goes through the templates in `templates/forms/`."""

from __future__ import annotations

from dataclasses import dataclass

from django.forms.renderers import TemplatesSetting
from django.utils.functional import Promise
from django.utils.safestring import SafeString

NO_DRAWING = SafeString("")


class BookFormRenderer(TemplatesSetting):
    """The renderer for `FORM_RENDERER`; needs `django.forms` among the installed apps, after `snowdrop.ground`."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"


@dataclass(frozen=True, slots=True)
class ChoiceLabel:
    """What a radio card or a list to tick says for one choice: its name, a sentence more, and a drawing."""

    name: str | Promise
    more: str | Promise = ""
    drawing: SafeString = NO_DRAWING

    def __str__(self) -> str:
        return str(self.name)
