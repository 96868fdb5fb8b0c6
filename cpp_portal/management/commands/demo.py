import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from core.access import Role
from cpp_portal import demonstration
from cpp_portal.port import PortTrouble, free_port
from cpp_portal.serving import CannotServe, serve
from people.demonstration import PASSWORD, NotADemonstration, email_of, refuse_real_people

WIDEST = max(len(role.label) for role in Role)


class Command(BaseCommand):
    help = "Load the demonstration through the real import, and serve it. Doing so again adds nothing twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--serve", metavar="PORT", help="then serve on this port of 127.0.0.1")

    def handle(self, *, serve: str | None, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "This is not a demonstration: only with DEMO=1 in the environment are its data loaded."
            )
        try:
            port = free_port(serve) if serve is not None else None
        except PortTrouble as trouble:
            raise CommandError(str(trouble)) from None
        began = time.monotonic()
        try:
            refuse_real_people()
            self.say("Preparing the database")
            call_command("migrate", verbosity=0)
            demonstration.load(self.say)
        except NotADemonstration as trouble:
            raise CommandError(str(trouble)) from None
        self.say(f"Ready in {time.monotonic() - began:.1f} s.")
        if port is not None:
            self.serve(port)

    def serve(self, port: int) -> None:
        try:
            serve(port, announce=lambda: self.announce(port))
        except CannotServe as trouble:
            raise CommandError(str(trouble)) from None
        self.say("\nStopped.")

    def announce(self, port: int) -> None:
        # By name: browsers offer no passkeys to a number
        self.say(f"\nThe portal is at http://localhost:{port}/ until you press Ctrl-C. Sign in as:\n")
        for role in Role:
            self.say(f"  {role.label:<{WIDEST}}  {email_of(role)}")
        self.say(f"\nEach has the password {PASSWORD} unless you have changed it.")

    def say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()
