-- Write one turn atomically. Return 1, or 0 if nothing was written: another commit came first, or the deadline passed.
-- KEYS: as named below. A key that this turn does not use has the session's name.
-- ARGV: 1 the scalars of the turn as JSON (`_scalars` in people.py); 2 the version of the session that was loaded; then
--       encrypted values: 3 session, 4 reply, 5 case, 6 outgoing text, 7 what was texted, 8 what is remembered
--       ("" for none), `turn.ledger_records` consent records, and for the rest lines of the case's thread.
local session_key, reply_key, mark_key, copy_key, pace_key, stop_key, ledger_key, outgoing_key, case_key, thread_key, tasks_key,
    own_cases_key, remembered_key, day_key, month_key,
    due, leased, tries, open_cases, case_changes = unpack(KEYS)
local turn = cjson.decode(ARGV[1])
local version, session, reply, case, outgoing, copy, remembered = unpack(ARGV, 2, 8)
local call = redis.call

local now = call('TIME')
local changed = turn.case_code ~= '' and { turn.case_code } or {} -- cases whose pages must ask anew

-- What staff have half written in a case: it does not outlive the case, or its words.
local function erase_drafts(code)
    local writers = 'case:' .. code .. ':w'
    for _, id in ipairs(call('HKEYS', writers)) do
        call('DEL', 'case:' .. code .. ':d:' .. id)
    end
    if call('DEL', writers) == 1 then
        call('SET', 'erased', now[1] .. '.' .. now[2])
    end
end

if (turn.latest_ms > 0 and now[1] * 1000 + now[2] / 1000 > turn.latest_ms)
    or (reply ~= '' and call('EXISTS', reply_key, mark_key) > 0)
    or call('GETRANGE', session_key, 0, 12) ~= version
    or (call('EXISTS', stop_key) == 1) ~= turn.was_stopped
    or (turn.case_is_new and call('EXISTS', case_key) == 1) then
    return 0
end

if session ~= '' then
    call('SET', session_key, session, 'EX', turn.session_seconds)
else
    call('DEL', session_key, outgoing_key)
end
if reply ~= '' then
    call('SET', reply_key, reply, 'EX', turn.reply_seconds)
    call('SET', mark_key, '1', 'EX', turn.mark_seconds)
end
if copy ~= '' then
    call('SET', copy_key, copy, 'EX', turn.copy_seconds)
end
if turn.pace ~= '' then
    call('SET', pace_key, turn.pace, 'EX', turn.pace_seconds)
end
if turn.is_stopped then
    call('DEL', copy_key, pace_key)
    call('SET', stop_key, '1')
elseif turn.was_stopped then
    call('DEL', stop_key)
end
if case ~= '' then
    -- a changed case that has expired meanwhile does not come back
    call('SET', case_key, case, turn.case_is_new and 'NX' or 'XX', 'KEEPTTL')
end

for _, id in ipairs(turn.dropped_jobs) do
    call('ZREM', due, id)
    call('ZREM', leased, id)
    call('HDEL', tries, id)
end
for _, job in ipairs(turn.jobs) do
    local id, not_before = unpack(job)
    call('ZADD', due, not_before, id)
    call('HDEL', tries, id)
end

if turn.erase_ledger then
    call('DEL', ledger_key)
end
local last_record = 8 + turn.ledger_records
for i = 9, last_record do
    call('RPUSH', ledger_key, ARGV[i])
end
if turn.ledger_records > 0 and call('TTL', ledger_key) < turn.ledger_seconds then
    call('EXPIRE', ledger_key, turn.ledger_seconds)
end

for key, names in pairs({ [day_key] = turn.events, [month_key] = turn.figures }) do
    for _, name in ipairs(names) do
        call('HINCRBY', key, name, 1)
    end
    -- to the day: a look costs a third of a change, which goes to the append-only file too
    if #names > 0 and call('TTL', key) < turn.counts_seconds - 86400 then
        call('EXPIRE', key, turn.counts_seconds)
    end
end

if turn.erase_remembered and call('DEL', remembered_key) == 1 then
    call('SET', 'erased', now[1] .. '.' .. now[2])
elseif remembered ~= '' then
    call('SET', remembered_key, remembered, 'EX', turn.remembered_seconds)
end
if turn.erase_words then
    call('DEL', tasks_key)
    call('SET', 'erased', now[1] .. '.' .. now[2])
end
if turn.case_code ~= '' and (turn.erase_words or (case ~= '' and not turn.case_is_open)) then
    erase_drafts(turn.case_code)
end
if turn.erase_thread then
    call('DEL', thread_key)
end
if turn.case_is_new then
    call('SADD', own_cases_key, turn.case_code)
end
if session == '' then
    -- FORGET and STOP: all cases of this person, also those that ended before. The one that ends now keeps facts without
    -- words; after STOP the others keep their outcome.
    if turn.case_code ~= '' then
        call('SADD', own_cases_key, turn.case_code)
    end
    for _, code in ipairs(call('SMEMBERS', own_cases_key)) do
        if case == '' or code ~= turn.case_code then
            call('DEL', 'case:' .. code .. ':l', 'work:' .. code)
            erase_drafts(code)
            if turn.erase_ledger then
                call('DEL', 'case:' .. code)
                call('SREM', open_cases, code)
            end
            call('INCR', case_changes)
            table.insert(changed, code)
        end
    end
    call('DEL', own_cases_key)
elseif turn.case_code ~= '' then
    call('EXPIRE', own_cases_key, turn.open_case_seconds)
end

-- a thread does not outlive its case
local has_lines = #ARGV > last_record and call('EXISTS', case_key) == 1
if has_lines then
    for i = last_record + 1, #ARGV do
        call('RPUSH', thread_key, ARGV[i])
    end
    -- a job names the last line by its index: the text itself is only in the thread, sealed
    local index = string.format('%06d', call('LLEN', thread_key) - 1)
    for _, prefix in ipairs(turn.relay) do
        call('ZADD', due, 0, prefix .. index)
    end
end
if case ~= '' then
    call(turn.case_is_open and 'SADD' or 'SREM', open_cases, turn.case_code)
end
if case ~= '' or has_lines then
    call('INCR', case_changes)
end
if turn.case_code ~= '' then
    -- the time to live of an open case starts anew with each turn of its person, that of an ended case when it ends
    local is_open = call('SISMEMBER', open_cases, turn.case_code) == 1
    local seconds = is_open and turn.open_case_seconds or (case ~= '' and turn.ended_case_seconds)
    if seconds then
        call('EXPIRE', case_key, seconds)
        call('EXPIRE', thread_key, seconds)
        call('EXPIRE', tasks_key, seconds)
    end
end

if outgoing ~= '' then
    -- numbered, so that the texts to one person are sent in the order in which they were written
    local number = string.format('%06d', call('HINCRBY', outgoing_key, 'n', 1))
    call('HSET', outgoing_key, number, outgoing)
    call('EXPIRE', outgoing_key, turn.outgoing_seconds)
    call('ZADD', due, 0, turn.outgoing_job .. number)
end
if #changed > 0 then
    -- one message, as `told` in news.py: it never fails, since the turn is written
    local kind = (case ~= '' or session == '') and 'queue' or has_lines and 'talks' or 'case'
    redis.pcall('PUBLISH', 'news', kind .. ' ' .. table.concat(changed, ' '))
end
return 1
