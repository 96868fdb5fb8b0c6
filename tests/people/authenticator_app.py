"""What an authenticator app shows: RFC 6238 on its own, and a clock that stands still while a test types."""

import base64
import hashlib
import hmac
import struct
from types import SimpleNamespace

import pytest
from allauth.mfa.totp.internal import auth

MOMENT = 1_541_066_400  # 1 November 2018, 10:00


def code_for(secret: str) -> str:
    """Six digits, at the moment at which the clock stands still."""
    counter = struct.pack(">Q", MOMENT // 30)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    offset = digest[-1] & 0xF
    (number,) = struct.unpack(">I", digest[offset : offset + 4])
    return f"{(number & 0x7FFFFFFF) % 1_000_000:06}"


@pytest.fixture
def still_clock(monkeypatch) -> None:
    """Codes change every half minute; a test that starts in the last second of one would fail."""
    monkeypatch.setattr(auth, "time", SimpleNamespace(time=lambda: MOMENT))
