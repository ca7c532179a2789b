"""Commands of Redis that the store uses, by where their keys stand: first, everywhere, or nowhere."""

from __future__ import annotations

READS = frozenset(
    {"EXISTS", "GET", "GETRANGE", "HEXISTS", "HGET", "HGETALL", "HKEYS", "HLEN", "HMGET", "LINDEX", "LLEN", "LPOS",
     "LRANGE", "MGET", "PTTL", "SISMEMBER", "SMEMBERS", "TTL", "ZCARD", "ZCOUNT", "ZRANGE", "ZRANGEBYSCORE", "ZSCORE"}
)  # fmt: skip
WRITES = frozenset(
    {"DEL", "EXPIRE", "GETDEL", "HDEL", "HINCRBY", "HSET", "HSETNX", "INCR", "INCRBY", "LSET", "LTRIM", "PEXPIRE",
     "PERSIST", "RPUSH", "SADD", "SET", "SREM", "ZADD", "ZREM", "ZREMRANGEBYSCORE"}
)  # fmt: skip
OF_MANY_KEYS = frozenset({"DEL", "EXISTS", "MGET"})
OF_NO_KEY = frozenset({"EXEC", "MULTI", "TIME"})


def lua_set(names: frozenset[str]) -> str:
    """Return the names as a table of Lua."""
    return "{" + ", ".join(f"{name} = true" for name in sorted(names)) + "}"
