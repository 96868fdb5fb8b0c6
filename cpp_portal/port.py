"""Whether a port can be served on. Asked before any long work, so it needs nothing that set-up installs."""

import socket
import sys


class PortTrouble(ValueError):
    """Says in a sentence what is wrong with a port and what to do."""


def free_port(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise PortTrouble(f"PORT is {text!r}: set it to a number from 1 to 65535, like PORT=8001.")
    port = int(text)
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except PermissionError:
            raise PortTrouble(
                f"Port {port} needs an administrator: choose one from 1024, like PORT=8001."
            ) from None
        except OSError:
            other = port + 1 if port < 65535 else port - 1
            raise PortTrouble(
                f"Port {port} is taken by another program, perhaps by this portal in another window."
                f" Stop that one, or choose another port: make demo PORT={other}"
            ) from None
    return port


if __name__ == "__main__":
    try:
        free_port(sys.argv[1])
    except PortTrouble as trouble:
        sys.exit(str(trouble))
