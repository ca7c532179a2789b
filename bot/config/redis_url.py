"""Forms of REDIS_URL: one primary, the sentinels that name it, or nodes of a cluster."""

from __future__ import annotations

import re

from bot.config.env import HOST

_USER = r"([^\s@/?#]*@)?"
_ONE = rf"rediss?://{_USER}{HOST}([/?][^\s#]*)?|unix://{_USER}/[^\s#]+"

_PORT = r"(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{0,3})"
_EACH = rf"(\[[0-9A-Fa-f:.]+\]|[^\s\[\]@/?#:,]+)(:{_PORT})?"
_NAME = "/[A-Za-z0-9._-]{1,64}"


def _several(kind: str, path: str, options: str) -> str:
    """Return the pattern of a URL with several hosts. Only TLS has options `ssl_`."""
    forms = []
    for scheme, names in (("redis", options), ("rediss", rf"{options}|ssl_[a-z_]+")):
        option = rf"({names})=[^\s#&]*"
        forms.append(rf"{scheme}\+{kind}://{_USER}{_EACH}(,{_EACH})*{path}(\?{option}(&{option})*)?")
    return "|".join(forms)


_SENTINEL = _several("sentinel", f"{_NAME}(/[0-9]{{0,4}})?", "db|client_name|sentinel_username|sentinel_password")
_CLUSTER = _several("cluster", f"({_NAME}|/)?", "client_name")
REDIS_URL = re.compile(f"{_ONE}|{_SENTINEL}|{_CLUSTER}")
_EXPECTED = {
    "+sentinel:": "redis+sentinel://user:password@host1:26379,host2:26379,host3:26379/SERVICE/0, or rediss+sentinel:// "
    "for TLS; a password of the sentinels follows as ?sentinel_password=",
    "+cluster:": "redis+cluster://user:password@host1:6379,host2:6379/TAG, or rediss+cluster:// for TLS; "
    "the tag of our keys may be left out",
    "": "redis://host:6379/0, rediss://, unix:///path, redis+sentinel://host1,host2,host3/SERVICE, "
    "redis+cluster://host1,host2, or nothing for our own",
}  # fmt: skip


def expected(value: str) -> str:
    """Return the form that this value of REDIS_URL should have."""
    scheme = value.partition("//")[0]
    return next(told for mark, told in _EXPECTED.items() if mark in scheme)
