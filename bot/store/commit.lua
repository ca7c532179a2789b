-- One turn, as a whole or not at all. Answers 1 when written, 0 when somebody else was first.
-- KEYS: 1 session, 2 reply, 3 stop mark, 4 ledger, 5 outgoing, 6 case, 7 counts, 8 due, 9 leased, 10 tries,
--       11 thread, 12 open cases, 13 the board's count of changes, 14 the case's work, 15 the month's counts
-- ARGV: 1 version, 2 was stopped, 3 session, 4 its seconds, 5 reply, 6 its seconds, 7 is stopped, 8 erase ledger,
--       9 case, 10 whether it is new, 11 outgoing, 12 its seconds, 13 its job's name up to the number,
--       14 the seconds of counts; "" or "0" means no. Then seven lists, each led by its length: jobs (id, not before),
--       dropped jobs, ledger lines, events, figures (counted by month), lines of the thread, names up to the number of
--       the jobs by which the last line is passed on; then the case's code, whether it is open, the seconds that are kept (a ledger, a case
--       that is open, one that has ended), whether the case's work is erased, and until when it may be written at all, in
--       milliseconds of this server's clock, 0 for ever: later nobody waits for the answer.
local session, reply, stop, ledger, outgoing, case, counts, due, leased, tries, thread, open, changes, work, months =
    unpack(KEYS)
local call, at = redis.call, 14

local function list()
    local items = {}
    local count = tonumber(ARGV[at + 1])
    for i = 1, count do
        items[i] = ARGV[at + 1 + i]
    end
    at = at + 1 + count
    return items
end

local now, latest = call('TIME'), tonumber(ARGV[#ARGV])
if (latest > 0 and now[1] * 1000 + now[2] / 1000 > latest)
    or (ARGV[5] ~= '' and call('EXISTS', reply) == 1)
    or call('GETRANGE', session, 0, 12) ~= ARGV[1]
    or call('EXISTS', stop) ~= tonumber(ARGV[2])
    or (ARGV[10] == '1' and call('EXISTS', case) == 1) then
    return 0
end

if ARGV[3] ~= '' then
    call('SET', session, ARGV[3], 'EX', ARGV[4])
else
    call('DEL', session, outgoing)
end
if ARGV[5] ~= '' then
    call('SET', reply, ARGV[5], 'EX', ARGV[6])
end
if ARGV[7] == '1' then
    call('SET', stop, '1')
elseif ARGV[2] == '1' then
    call('DEL', stop)
end
if ARGV[8] == '1' then
    call('DEL', ledger)
end
if ARGV[9] ~= '' then
    -- a changed case that is no more (its time was over) does not come back
    call('SET', case, ARGV[9], ARGV[10] == '1' and 'NX' or 'XX', 'KEEPTTL')
end
local jobs, dropped, lines, events, figures, said, relay = list(), list(), list(), list(), list(), list(), list()
for _, id in ipairs(dropped) do
    call('ZREM', due, id)
    call('ZREM', leased, id)
    call('HDEL', tries, id)
end
for i = 1, #jobs, 2 do
    call('ZADD', due, jobs[i + 1], jobs[i])
    call('HDEL', tries, jobs[i])
end
for _, line in ipairs(lines) do
    call('RPUSH', ledger, line)
end
for key, names in pairs({ [counts] = events, [months] = figures }) do
    for _, name in ipairs(names) do
        call('HINCRBY', key, name, 1)
    end
    if #names > 0 then
        call('EXPIRE', key, ARGV[14])
    end
end
if #said > 0 and call('EXISTS', case) == 0 then
    said = {} -- a thread does not outlive its case
end
for _, line in ipairs(said) do
    call('RPUSH', thread, line)
end
for _, prefix in ipairs(#said > 0 and relay or {}) do
    -- named by its place in the thread: the words stand there, sealed, and nowhere else
    call('ZADD', due, 0, prefix .. string.format('%06d', call('LLEN', thread) - 1))
end
if ARGV[9] ~= '' then
    call(ARGV[at + 2] == '1' and 'SADD' or 'SREM', open, ARGV[at + 1])
end
if ARGV[at + 6] == '1' then
    call('DEL', work)
end
if ARGV[9] ~= '' or #said > 0 then
    call('INCR', changes)
end
if #lines > 0 and call('TTL', ledger) < tonumber(ARGV[at + 3]) then
    call('EXPIRE', ledger, ARGV[at + 3])
end
if ARGV[at + 1] ~= '' then
    -- an open one is kept anew with each turn of its person; an ended one from its end on
    local seconds = call('SISMEMBER', open, ARGV[at + 1]) == 1 and ARGV[at + 4] or (ARGV[9] ~= '' and ARGV[at + 5])
    if seconds then
        call('EXPIRE', case, seconds)
        call('EXPIRE', thread, seconds)
        call('EXPIRE', work, seconds)
    end
end
if ARGV[11] ~= '' then
    -- numbered, so that the texts to one person go out in the order in which they were written
    local number = string.format('%06d', call('HINCRBY', outgoing, 'n', 1))
    call('HSET', outgoing, number, ARGV[11])
    call('EXPIRE', outgoing, ARGV[12])
    call('ZADD', due, 0, ARGV[13] .. number)
end
return 1
