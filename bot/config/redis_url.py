"""Forms of REDIS_URL: one primary, or the sentinels that name it."""

from __future__ import annotations

import re

from bot.config.env import HOST

_USER = r"([^\s@/?#]*@)?"
_ONE = rf"rediss?://{_USER}{HOST}([/?][^\s#]*)?|unix://{_USER}/[^\s#]+"

_PORT = r"(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{0,3})"
_EACH = rf"(\[[0-9A-Fa-f:.]+\]|[^\s\[\]@/?#:,]+)(:{_PORT})?"
_PLAIN = r"db|client_name|socket_keepalive|sentinel_username|sentinel_password"


def _several(kind: str, path: str) -> str:
    """Return the pattern of a URL with several hosts. Only TLS has options `ssl_`."""
    forms = []
    for scheme, names in (("redis", _PLAIN), ("rediss", rf"{_PLAIN}|ssl_[a-z_]+")):
        option = rf"({names})=[^\s#&]*"
        forms.append(rf"{scheme}\+{kind}://{_USER}{_EACH}(,{_EACH})*{path}(\?{option}(&{option})*)?")
    return "|".join(forms)


REDIS_URL = re.compile(f"{_ONE}|{_several('sentinel', '/[A-Za-z0-9._-]{1,64}(/[0-9]{0,4})?')}")
_EXPECTED = {
    "+sentinel:": "redis+sentinel://user:password@host1:26379,host2:26379,host3:26379/SERVICE/0, or rediss+sentinel:// "
    "for TLS; a password of the sentinels follows as ?sentinel_password=",
    "": "redis://host:6379/0, rediss://, unix:///path, redis+sentinel://host1,host2,host3/SERVICE, "
    "or nothing for our own",
}  # fmt: skip


def expected(value: str) -> str:
    """Return the form that this value of REDIS_URL should have."""
    scheme = value.partition("//")[0]
    return next(told for mark, told in _EXPECTED.items() if mark in scheme)
