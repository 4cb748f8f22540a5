"""Every address: each room has its own list; the order does not matter, for no two rooms share an address."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("snowdrop.pages.urls")),
    path("", include("snowdrop.people.urls")),
    path("", include("snowdrop.safeguarding.urls")),
    path("", include("snowdrop.memorials.urls")),
    path("", include("snowdrop.tributes.urls")),
    path("", include("snowdrop.comfort.urls")),
    path("", include("snowdrop.stories.urls")),
    path("", include("snowdrop.support_groups.urls")),
    path("", include("snowdrop.engine_room.urls")),
    path("", include("snowdrop.keepsakes.urls")),
    path("", include("snowdrop.notices.urls")),
]
if settings.SNOWDROP.developing:
    urlpatterns.append(path("", include("snowdrop.pages.urls_of_developers")))

handler400 = "snowdrop.pages.views.could_not_read"
handler404 = "snowdrop.ground.middleware.nothing_here"
handler500 = "snowdrop.ground.middleware.did_not_work"
