"""Django's settings, derived from the instance's environment; there is no local override file."""

from __future__ import annotations

from email.utils import formataddr
from urllib.parse import SplitResult, unquote, urlsplit

from csp.constants import NONE, SELF

from snowdrop.settings.databases import database
from snowdrop.settings.environment import Environment, WrongSetting, read_environment

SNOWDROP = read_environment()


def _mail_server(environment: Environment) -> SplitResult:
    url = urlsplit(environment.mail)
    if environment.mail and (url.scheme not in {"smtp", "smtps"} or not url.hostname):
        raise WrongSetting(
            "SNOWDROP_MAIL must look like smtp://user:password@host:587 or smtps://user:password@host:465."
        )
    return url


SECRET_KEY = SNOWDROP.secret
DEBUG = False
ALLOWED_HOSTS = [urlsplit(SNOWDROP.address).hostname or "localhost", "localhost", "127.0.0.1"]
ROOT_URLCONF = "snowdrop.urls"
WSGI_APPLICATION = "snowdrop.wsgi.application"
DATABASES = {"default": database(SNOWDROP.database, SNOWDROP.data)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "snowdrop.ground",
    "snowdrop.people",
    "snowdrop.media",
    "snowdrop.safeguarding",
    "snowdrop.memorials",
    "snowdrop.tributes",
    "snowdrop.comfort",
    "snowdrop.stories",
    "snowdrop.support_groups",
    "snowdrop.engine_room",
    "snowdrop.keepsakes",
    "snowdrop.notices",
    "snowdrop.pages",
    "snowdrop.front",
    "snowdrop.console",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "snowdrop.ground.middleware.CareMiddleware",
    "snowdrop.ground.leaving.CurtainMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "snowdrop.people.middleware.ViewerMiddleware",
    # Doors are closed by default: an open one is marked with `login_not_required`.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "snowdrop.memorials.frozen.FrozenMiddleware",
    "snowdrop.memorials.quieted.QuietMiddleware",
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
DEVICE_COOKIE = f"{_COOKIES}device"
VISIT_COOKIE = f"{_COOKIES}visit"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SNOWDROP.secure
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [SNOWDROP.address]
CSRF_FAILURE_VIEW = "snowdrop.pages.views.form_too_old"
# What was just done, shown once on the next page. The cookie holds general words only, never what people wrote.
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

# Photographs are read into memory, never onto a disk, under caps of their own (snowdrop/media/uploads.py). The other
# fields of a form may hold 5 MB: a letter of 100,000 signs of any script, and far more, so that too long is a sentence.
FILE_UPLOAD_HANDLERS = ["snowdrop.media.uploads.InMemory"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 2000

# Long on a device of one's own, renewed once a day while in use; see snowdrop/people/sessions.py.
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
LOGIN_REDIRECT_URL = "my_memorials"
# Limits on tries are counted here, under a lock that all processes share. It holds nothing else. An entry is culled by
# its age, never because there are many: nobody can wash away a count by making others.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    }
}
# Signing in: a code by mail or a passkey; there are no passwords (docs/decisions/0004).
ACCOUNT_ADAPTER = "snowdrop.people.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # the code is the proof
ACCOUNT_RATE_LIMITS = {
    "ask_for_code": "40/1h/key",  # for each address, from everywhere
    "ask_for_code_here": "100/10m/ip,5/10m/key",  # for each network; for each address from one network
    "try_code": "5/20m/key",  # for each code
    "use_code": "1/20m/key",
    "try_passkey": "100/10m/ip",
    "invite_by_mail": "100/1d/key",  # for each keeper
    "ask_to_see": "5/1h/ip",  # for each network
    "report": "10/1h/ip",  # for each network
    "ask_to_follow": "10/1h/ip",  # for each network
    "answer_story": "60/1h/ip",  # for each network
}
MFA_ADAPTER = "snowdrop.people.adapters.PasskeyAdapter"
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True

_MAIL = _mail_server(SNOWDROP)
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend" if _MAIL.scheme else "snowdrop.ground.mail.ConsoleAndKept"
EMAIL_HOST, EMAIL_PORT = _MAIL.hostname or "", _MAIL.port or (465 if _MAIL.scheme == "smtps" else 25)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_MAIL.username or ""), unquote(_MAIL.password or "")
EMAIL_USE_SSL = _MAIL.scheme == "smtps"
# STARTTLS, which is refused rather than left out: a password never travels in the clear.
EMAIL_USE_TLS = _MAIL.scheme == "smtp" and (EMAIL_PORT == 587 or bool(EMAIL_HOST_USER))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = formataddr((SNOWDROP.site_name, SNOWDROP.mail_from))

# Said by the front door alone, which lets no visitor say it (snowdrop/front/handing_on.py).
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SNOWDROP.secure else 0
X_FRAME_OPTIONS = "DENY"
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # other services may live at names below this one
    "security.W021",  # and to be on the browsers' own lists is for the owner of the whole domain to decide
    "security.W008",  # the server in front leads to https; the doctor looks whether it does
]
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

# Failures with where they happened, never what was asked or sent; no address that was not found: it may be a secret.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "filters": {"without address": {"()": "snowdrop.ground.logs.WithoutAddress"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "ERROR"},
        "django.request": {"filters": ["without address"]},
        # Strangers choose what they call this server, and how long that is.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "django.security.DisallowedRedirect": {"level": "CRITICAL"},  # an address that is far too long to come back to
    },
}

LANGUAGE_CODE = "en-gb"
USE_TZ = True
TIME_ZONE = "UTC"
STATIC_URL = "/static/"
STATIC_ROOT = SNOWDROP.data / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "snowdrop.ground.static_names.StaticNames"},
}
