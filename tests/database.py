"""A pytest plugin, loaded before Django: tests run on the laptop's PostgreSQL, or on DATABASE_URL."""

import os

from core import laptop

os.environ["SECRET_KEY"] = "only-for-tests-0123456789-0123456789-0123456789-0123456789"
os.environ["DEMO"] = "0"
os.environ["ALLOWED_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ["TESTING"] = "1"
if "DATABASE_URL" not in os.environ:
    os.environ["DATABASE_URL"] = laptop.start_database()
