-- Replaces one record, creates others and takes limits: all of it or nothing.
-- KEYS: the record, then the records to create, then the limits.
-- ARGV: expected version ('' = the record is new), not-after ms ('' = whenever), record, expires-at ms,
--       change channel, change payload, number of records to create, number of limits,
--       then record and expires-at of each creation, then unique member, most, window ms of each limit.
-- Returns {time ms, 'OK' | 'CHANGED' | 'LATE'} or {time ms, 'LIMITED', index of the limit from 1, free again at ms}.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local version = redis.call('HGET', KEYS[1], 'v') or ''
if version ~= ARGV[1] then return {now, 'CHANGED'} end
if ARGV[2] ~= '' and now >= tonumber(ARGV[2]) then return {now, 'LATE'} end

local creations, limits = tonumber(ARGV[7]), tonumber(ARGV[8])
local at = 8 + 2 * creations
for i = 1, limits do
  local key, most, window = KEYS[1 + creations + i], tonumber(ARGV[at + 3 * i - 1]), tonumber(ARGV[at + 3 * i])
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window)
  local count = redis.call('ZCARD', key)
  if count >= most then
    local oldest = redis.call('ZRANGE', key, count - most, count - most, 'WITHSCORES')
    return {now, 'LIMITED', i, oldest[2] + window}
  end
end
for i = 1, limits do
  local key, window = KEYS[1 + creations + i], tonumber(ARGV[at + 3 * i])
  redis.call('ZADD', key, now, ARGV[at + 3 * i - 2])
  redis.call('PEXPIRE', key, window)
end
for i = 1, creations do
  local key = KEYS[1 + i]
  if redis.call('EXISTS', key) == 0 then
    redis.call('HSET', key, 'v', 1, 'r', ARGV[8 + 2 * i - 1])
    redis.call('PEXPIREAT', key, ARGV[8 + 2 * i])
  end
end
redis.call('HSET', KEYS[1], 'v', (tonumber(version) or 0) + 1, 'r', ARGV[3])
redis.call('PEXPIREAT', KEYS[1], ARGV[4])
redis.call('PUBLISH', ARGV[5], ARGV[6])
return {now, 'OK'}
