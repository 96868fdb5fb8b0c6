"""Which methods a page answers, where Django has no name of its own for it."""

from django.views.decorators.http import require_http_methods

# A form that is shown and sent back to its own address
show_and_save = require_http_methods(["GET", "HEAD", "POST"])
