"""A door whose key is the reader's sign-in at the hub, by OAuth; the hub's own library speaks with it."""

from jupyterhub.services.auth import HubOAuth
from tornado.httputil import url_concat
from tornado.web import HTTPError, RequestHandler

from workbook.share.serve.gate import Door


class HubDoor(Door):
    """Knows a reader whom the hub has vouched for; there is no token."""

    def accept(self, _key: str) -> bool:
        """No: nobody comes in by an address alone."""
        return False

    def send_away(self, handler: RequestHandler, is_page: bool) -> None:
        """Who asks for the page is sent to the hub to sign in; whatever else is asked for is refused."""
        if not is_page:
            raise HTTPError(403)
        hub = HubOAuth.instance()
        verifier, challenge, method = hub.generate_pkce_code_challenge()
        state = hub.set_state_cookie(handler, handler.settings["base_url"], code_verifier=verifier)
        asked = {"state": state, "code_challenge": challenge, "code_challenge_method": method}
        handler.redirect(url_concat(hub.login_url, asked))


class Callback(RequestHandler):
    """Where the hub sends a reader who has signed in: the one place that is open to who has no cookie."""

    is_entrance = True

    async def get(self) -> None:
        """Let the reader in if the hub says who it is, and that this server is theirs to use."""
        hub, state = HubOAuth.instance(), self.get_query_argument("state", "")
        kept = self.get_signed_cookie(hub.get_state_cookie_name(state)) if state else None
        hub.clear_oauth_state_cookies(self)
        if not kept or kept.decode() != state:
            raise HTTPError(403)
        verifier = hub.get_code_verifier(state)
        hub.clear_oauth_state(state)
        code = self.get_query_argument("code", "")
        token = await hub.token_for_code(code, sync=False, code_verifier=verifier)
        user = await hub.user_for_token(token, sync=False)
        if user is None or not hub.check_scopes(hub.access_scopes, user):
            raise HTTPError(403)
        self.settings["identity_provider"].admit(self, f"hub:{user['name']}")
        self.redirect(self.settings["base_url"])


def list_hub_handlers(base: str) -> list[tuple]:
    """The routes of this file."""
    return [(f"{base}oauth_callback", Callback)]
