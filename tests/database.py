"""A pytest plugin, loaded before Django: tests run on the laptop's PostgreSQL, or on DATABASE_URL."""

import atexit
import os
import shutil
import tempfile

from core import laptop

os.environ["SECRET_KEY"] = "only-for-tests-0123456789-0123456789-0123456789-0123456789"
os.environ["DEMO"] = "0"
os.environ["ALLOWED_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ["TESTING"] = "1"
if "DATABASE_URL" not in os.environ:
    os.environ["DATABASE_URL"] = laptop.start_database()

# What tests store lies apart from the demonstration's files, and goes with the tests
os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="cpp-tests-")
atexit.register(shutil.rmtree, os.environ["VAR_DIR"], ignore_errors=True)

# Where workers leave each other what is dear to make; the first process of a run makes it, the workers inherit it
if "TESTS_SHARE" not in os.environ:
    os.environ["TESTS_SHARE"] = tempfile.mkdtemp(prefix="cpp-")
    atexit.register(shutil.rmtree, os.environ["TESTS_SHARE"], ignore_errors=True)
