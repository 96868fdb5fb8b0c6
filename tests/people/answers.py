"""What a page of the accounts tells whoever opened it."""

from django.test import Client

OWN_ACCOUNT = "/people/your-account/"


def messages_of(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def is_signed_in(client: Client) -> bool:
    return client.get(OWN_ACCOUNT).status_code == 200
