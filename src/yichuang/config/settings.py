"""Settings: one file, environment variables, SQLite without any.

DATABASE_URL, YICHUANG_DATA, YICHUANG_SECRET_KEY, YICHUANG_HOSTS, YICHUANG_DEMO, YICHUANG_DEBUG, YICHUANG_TASKS.
Secrets are generated on first start into the data folder.
"""

import os
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import dj_database_url
from csp.constants import NONE, SELF

from yichuang.config.secrets import secret

ROOT = Path(__file__).resolve().parents[3]
DATA = Path(os.environ.get("YICHUANG_DATA", ROOT / "data")).resolve()
DATA.mkdir(parents=True, exist_ok=True)


def flag(name: str) -> bool:
    """Return a yes/no environment variable."""
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "on"}


DEBUG = flag("YICHUANG_DEBUG")
DEMO = flag("YICHUANG_DEMO")
TESTING = "pytest" in sys.modules
SECRET_KEY = os.environ.get("YICHUANG_SECRET_KEY") or secret(DATA, "django")
YICHUANG_FIELD_KEYS = {"k1": secret(DATA, "field-k1")}
YICHUANG_FIELD_KEY_ID = "k1"
YICHUANG_HASH_KEY = secret(DATA, "lookup-hash")
YICHUANG_FILES = DATA / "files"
YICHUANG_GATEWAY = Path(os.environ.get("YICHUANG_GATEWAY", DATA / "gateway"))
YICHUANG_LAW_DIR = os.environ.get("YICHUANG_LAW_DIR", "")
YICHUANG_COURIER = os.environ.get("YICHUANG_COURIER") or (str(DATA / "courier") if DEMO else "")
YICHUANG_SMS = os.environ.get("YICHUANG_SMS") or (str(DATA / "sms") if DEMO else "")
YICHUANG_BRIDGE = os.environ.get("YICHUANG_BRIDGE", "http://127.0.0.1:8298" if DEMO else "")  # 设备桥
YICHUANG_SEALS = {
    "folder": os.environ.get("YICHUANG_SEAL_KEYS") or str(DATA / "seals"),
    "secret": os.environ.get("YICHUANG_SEAL_SECRET") or secret(DATA, "seal-keys"),
    "stamps_url": os.environ.get("YICHUANG_TSA_URL", ""),
    "pkcs11_module": os.environ.get("YICHUANG_PKCS11_MODULE", ""),
    "pkcs11_pin": os.environ.get("YICHUANG_PKCS11_PIN", ""),
    "suite": os.environ.get("YICHUANG_SEAL_SUITE", "intl"),
}
YICHUANG_PROOFS = {  # 存证: keys apart from the database
    "folder": os.environ.get("YICHUANG_PROOF_KEYS") or str(DATA / "proofs"),
    "suite": os.environ.get("YICHUANG_PROOF_SUITE", "intl"),
    "seconds": os.environ.get("YICHUANG_CHECKPOINT_SECONDS", "30"),
    "origin": os.environ.get("YICHUANG_PROOF_ORIGIN", ""),
    "stamps_url": os.environ.get("YICHUANG_TSA_URL", ""),
}
YICHUANG_PUBLIC_URL = os.environ.get("YICHUANG_PUBLIC_URL", "")
YICHUANG_REVIEW_CHANNEL = os.environ.get("YICHUANG_REVIEW_CHANNEL") or (  # 网上复议渠道, with what is delivered online
    "示例市行政复议网上受理（演示） https://fuyi.example/" if DEMO else ""
)
YICHUANG_SMTP = os.environ.get("YICHUANG_SMTP", "")  # smtp://name:password@host:port, smtp+tls:// or smtps://
_smtp = urlsplit(YICHUANG_SMTP)
EMAIL_HOST, EMAIL_PORT, EMAIL_TIMEOUT = _smtp.hostname or "", _smtp.port or 25, 20
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_smtp.username or ""), unquote(_smtp.password or "")
EMAIL_USE_TLS, EMAIL_USE_SSL = _smtp.scheme == "smtp+tls", _smtp.scheme == "smtps"
DEFAULT_FROM_EMAIL = os.environ.get("YICHUANG_MAIL_FROM", "yichuang@localhost")
ALLOWED_HOSTS = [h for h in os.environ.get("YICHUANG_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",") if h]
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("YICHUANG_ORIGINS", "").split(",") if o]

RECORDS = [
    "ledger", "org", "catalogue", "applicants", "cases", "documents", "seals", "meetings",
    "hearings", "fees", "projects", "certificates", "delivery", "feedback", "archive",
    "supervision", "statistics", "uploads", "staffing", "hall", "bulletins",
]  # fmt: skip
FACES = ["common", "portal", "window", "office", "centre", "kiosk", "api"]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "axes",
    "csp",
    *(f"yichuang.records.{name}" for name in RECORDS),
    *(f"yichuang.faces.{name}" for name in FACES if (ROOT / "src/yichuang/faces" / name / "apps.py").exists()),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "yichuang.faces.common.middleware.FaceMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "yichuang.config.urls"
WSGI_APPLICATION = "yichuang.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "yichuang.faces.common.context.site",
            ]
        },
    }
]

DATABASES = {
    "default": dj_database_url.config(default=f"sqlite:///{DATA / 'yichuang.sqlite3'}", conn_max_age=600),
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "cached_statements": 48,  # in each thread: the wide ones of a page take some 30 KiB each
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;"
            "PRAGMA cache_size=-512;"  # KiB in each thread: the system keeps the file in memory once for all
        ),
    }
else:
    DATABASES["default"].setdefault("OPTIONS", {}).update({"server_side_binding": True, "prepare_threshold": 2})
DATABASES["default"]["ATOMIC_REQUESTS"] = False
if flag("YICHUANG_PGBOUNCER"):
    DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = True

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "org.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if TESTING
    else ["django.contrib.auth.hashers.Argon2PasswordHasher", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/login/"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 1
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "yichuang.faces.portal.entrance.login.locked_out"
AXES_ENABLED = not TESTING

SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
YICHUANG_PROXY = os.environ.get("YICHUANG_PROXY") or ("127.0.0.1" if flag("YICHUANG_HTTPS") else "")
if flag("YICHUANG_HTTPS"):
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31536000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("zh-hant", "繁體中文"), ("en", "English")]
LOCALE_PATHS = [ROOT / "src/yichuang/locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(exist_ok=True)
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_HANDLERS = [
    "yichuang.faces.common.uploads.bounded.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
YICHUANG_UPLOAD_LIMIT = 50 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}},  # a 403 or 404 is an answer, not a fault
}
