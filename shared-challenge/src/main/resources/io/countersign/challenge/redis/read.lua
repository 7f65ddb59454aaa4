-- KEYS: records, each a hash of v (version) and r (record). Returns the time in ms, then v and r of each.
local time = redis.call('TIME')
local reply = {time[1] * 1000 + math.floor(time[2] / 1000)}
for i = 1, #KEYS do
  local fields = redis.call('HMGET', KEYS[i], 'v', 'r')
  reply[2 * i] = fields[1] or ''
  reply[2 * i + 1] = fields[2] or ''
end
return reply
