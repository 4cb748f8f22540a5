"""Django's settings, derived from the instance's environment; there is no local override file."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF

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
ROOT_URLCONF = "snowdrop.urls"
WSGI_APPLICATION = "snowdrop.wsgi.application"
DATABASES = {"default": _database(SNOWDROP)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "snowdrop.ground",
    "snowdrop.people",
    "snowdrop.media",
    "snowdrop.memorials",
    "snowdrop.tributes",
    "snowdrop.comfort",
    "snowdrop.pages",
    "snowdrop.front",
    "snowdrop.console",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "snowdrop.ground.middleware.CareMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "snowdrop.people.middleware.ViewerMiddleware",
    # Doors are closed by default: an open one is marked with `login_not_required`.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
LOGIN_URL = "sign_in"
AUTH_USER_MODEL = "people.Person"
FORM_RENDERER = "snowdrop.ground.form_rendering.BookFormRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "snowdrop.ground.context.everywhere",
            ]
        },
    }
]

# A cookie whose name begins so cannot be set by another site of the same domain (RFC 6265bis, 4.1.3).
_COOKIES = "__Host-" if SNOWDROP.secure else ""
SESSION_COOKIE_NAME = f"{_COOKIES}session"
CSRF_COOKIE_NAME = f"{_COOKIES}csrf"
LINKS_COOKIE = f"{_COOKIES}links"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SNOWDROP.secure
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [SNOWDROP.address]
CSRF_FAILURE_VIEW = "snowdrop.pages.views.form_too_old"
# What was just done, shown once on the next page. The cookie holds general words only, never what people wrote.
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SNOWDROP.secure else 0
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "require-trusted-types-for": ["'script'"],
    }
}

LANGUAGE_CODE = "en-gb"
USE_TZ = True
TIME_ZONE = "UTC"
STATIC_URL = "/static/"
STATIC_ROOT = SNOWDROP.data / "static"
