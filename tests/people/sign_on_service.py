"""A sign-on service of the tests' own, on loopback: discovery, authorisation by code with PKCE, tokens, keys."""

import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT = {"client_id": "portal", "secret": "told to the portal alone"}
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class SignOnService(ThreadingHTTPServer):
    """Signs on whoever ``person`` describes. ``claims`` overrides what the token says."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.address = self.issuer = f"http://127.0.0.1:{self.server_port}"
        self.person = {"sub": "person-1", "email": "somebody@elsewhere.example", "email_verified": True}
        self.claims: dict = {}
        self.key = KEY
        self.is_refusing = False
        self.codes: dict[str, dict] = {}

    def __enter__(self) -> "SignOnService":
        threading.Thread(target=self.serve_forever, args=[0.01], daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self.shutdown()
        self.server_close()

    def token(self) -> str:
        now = int(time.time())
        says = {"iss": self.issuer, "aud": CLIENT["client_id"], "iat": now, "exp": now + 60}
        return jwt.encode(says | self.person | self.claims, self.key, "RS256", headers={"kid": "1"})


class Answers(BaseHTTPRequestHandler):
    server: SignOnService

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        match address.path:
            case "/.well-known/openid-configuration":
                self._json(self._configuration())
            case "/keys":
                self._json({"keys": [json.loads(RSAAlgorithm.to_jwk(KEY.public_key())) | {"kid": "1"}]})
            case "/authorize":
                self._authorise({name: value[0] for name, value in parse_qs(address.query).items()})
            case _:
                self.send_error(404)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        asked = {name: value[0] for name, value in parse_qs(body).items()}
        known = self.server.codes.pop(asked.get("code"), None)
        if known and self._is_the_portal(asked, known):
            self._json({"access_token": "opaque", "token_type": "Bearer", "id_token": self.server.token()})
        else:
            self._json({"error": "invalid_grant"}, status=400)

    def _configuration(self) -> dict:
        here = self.server.address
        return {
            "issuer": self.server.issuer,
            "authorization_endpoint": f"{here}/authorize",
            "token_endpoint": f"{here}/token",
            "jwks_uri": f"{here}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def _authorise(self, asked: dict) -> None:
        answer = {"state": asked["state"]}
        if self.server.is_refusing:
            answer["error"] = "access_denied"
        else:
            answer["code"] = secrets.token_urlsafe()
            self.server.codes[answer["code"]] = asked
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri']}?{urlencode(answer)}")
        self.end_headers()

    def _is_the_portal(self, asked: dict, known: dict) -> bool:
        digest = hashlib.sha256(asked["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        return (
            (asked["client_id"], asked["client_secret"]) == (CLIENT["client_id"], CLIENT["secret"])
            and asked["redirect_uri"] == known["redirect_uri"]
            and challenge == known["code_challenge"]
        )

    def _json(self, answer: dict, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())
