-- Replaces one record, creates others and takes limits: all of it or nothing.
-- KEYS: the record, then the records to create, then the limits.
-- ARGV: expected version ('' = the record is new), not-after ms ('' = whenever), record, expires-at ms,
--       change channel, change payload, number of records to create, number of limits,
--       then record and expires-at of each creation, then unique member, most, window ms of each limit.
-- Returns {time ms, 'STORED' | 'CHANGED' | 'LATE'}, or {time ms, 'LIMITED', index, free again at ms}
-- of the limit that stands longest, index from 1.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local version = redis.call('HGET', KEYS[1], 'v') or ''
if version ~= ARGV[1] then return {now, 'CHANGED'} end
if ARGV[2] ~= '' and now >= tonumber(ARGV[2]) then return {now, 'LATE'} end

local creations, limits = tonumber(ARGV[7]), {}
for i = 1, tonumber(ARGV[8]) do
  local at = 8 + 2 * creations + 3 * (i - 1)
  limits[i] = {
    key = KEYS[1 + creations + i],
    member = ARGV[at + 1],
    most = tonumber(ARGV[at + 2]),
    window = tonumber(ARGV[at + 3])
  }
end

local refusedBy, freeAt = nil, 0
for i, limit in ipairs(limits) do
  redis.call('ZREMRANGEBYSCORE', limit.key, '-inf', now - limit.window)
  local over = redis.call('ZCARD', limit.key) - limit.most
  if over >= 0 then
    local decisive = redis.call('ZRANGE', limit.key, over, over, 'WITHSCORES')
    local free = tonumber(decisive[2]) + limit.window
    if free > freeAt then refusedBy, freeAt = i, free end
  end
end
if refusedBy then return {now, 'LIMITED', refusedBy, freeAt} end

for _, limit in ipairs(limits) do
  redis.call('ZADD', limit.key, now, limit.member)
  redis.call('PEXPIRE', limit.key, limit.window)
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
return {now, 'STORED'}
