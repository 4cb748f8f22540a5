"""Django's settings, derived from the instance's environment; there is no local override file."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from snowdrop.settings.environment import Environment, WrongSetting, read_environment

SNOWDROP = read_environment()


def _database(environment: Environment) -> dict[str, object]:
    if not environment.database:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": environment.data / "snowdrop.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                # FULL: what was acknowledged survives a power cut. secure_delete: what is deleted is gone.
                "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
                "PRAGMA secure_delete=ON;PRAGMA mmap_size=134217728;PRAGMA journal_size_limit=27103364;"
                "PRAGMA cache_size=-20000;PRAGMA temp_store=MEMORY;",
            },
            "TEST": {"NAME": environment.data / "test.sqlite3"},
        }
    url = urlsplit(environment.database)
    if url.scheme not in {"postgres", "postgresql"}:
        raise WrongSetting("SNOWDROP_DATABASE must begin with postgresql:// (leave it out for the embedded database).")
    socket = unquote(url.query.removeprefix("host=")) if url.query.startswith("host=") else ""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": url.path.lstrip("/"),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": socket or url.hostname or "",
        "PORT": url.port or "",
        "CONN_MAX_AGE": 0,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}},
    }


SECRET_KEY = SNOWDROP.secret
DEBUG = False
ALLOWED_HOSTS = [urlsplit(SNOWDROP.address).hostname or "localhost", "localhost", "127.0.0.1"]
DATABASES = {"default": _database(SNOWDROP)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "snowdrop.ground",
    "snowdrop.people",
    "snowdrop.media",
    "snowdrop.memorials",
    "snowdrop.comfort",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
]
AUTH_USER_MODEL = "people.Person"
FORM_RENDERER = "snowdrop.ground.form_rendering.BookFormRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

LANGUAGE_CODE = "en-gb"
USE_TZ = True
TIME_ZONE = "UTC"
STATIC_URL = "/static/"
STATIC_ROOT = SNOWDROP.data / "static"
