-- Store a reply without a session, and queue its text. Return 1, or what is stored of the message already.
-- KEYS: reply, outgoing texts, due jobs, mark of the message, last text, pace of the phone.
-- ARGV: 1-2 reply and its seconds, 3-4 outgoing text ("" for none) and its seconds, 5 prefix of its job, 6 seconds of the
--       mark, 7-8 the last text ("" for none) and its seconds, 9-10 the pace ("" for none) and its seconds.
local kept = redis.call('GET', KEYS[1])
if kept or redis.call('EXISTS', KEYS[4]) == 1 then
    return kept
end
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
redis.call('SET', KEYS[4], '1', 'EX', ARGV[6])
if ARGV[7] ~= '' then
    redis.call('SET', KEYS[5], ARGV[7], 'EX', ARGV[8])
end
if ARGV[9] ~= '' then
    redis.call('SET', KEYS[6], ARGV[9], 'EX', ARGV[10])
end
if ARGV[3] ~= '' then
    local number = string.format('%06d', redis.call('HINCRBY', KEYS[2], 'n', 1))
    redis.call('HSET', KEYS[2], number, ARGV[3])
    redis.call('EXPIRE', KEYS[2], ARGV[4])
    redis.call('ZADD', KEYS[3], 0, ARGV[5] .. number)
end
return 1
