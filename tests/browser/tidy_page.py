"""A page with a profile of its own that one test hands to the next, as clean as a new one.

A new profile costs a new process, which must learn the styles, the scripts and axe again: 0.8 s of every test.
"""

from playwright.sync_api import Browser, Page


class TidyPage:
    def __init__(self, browser: Browser, url: str, *, scripts: bool) -> None:
        self.url = url
        context = browser.new_context(base_url=url, java_script_enabled=scripts)
        self.page: Page = context.new_page()
        self.session = context.new_cdp_session(self.page)

    def tidy(self) -> "TidyPage":
        """Away with the page that stands open, what it stored, who was signed in and what the test set up."""
        context = self.page.context
        for other in context.pages:
            if other != self.page:
                other.close()
        self.page.unroute_all()
        self.page.goto("about:blank")
        self.page.emulate_media(media="null")
        context.clear_cookies()
        self.session.send("Storage.clearDataForOrigin", {"origin": self.url, "storageTypes": "all"})
        self.session.send("Network.clearBrowserCache")
        return self
