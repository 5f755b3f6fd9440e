// The scripts make steps that must happen in Redis at once. The first argument of each is the beginning of the queue's keys:
//   turns      stream   the turns: one entry for each person with events, read by the group `workers`
//   scheduled  set      the people who have an entry in `turns` or `later`
//   later      zset     the people who wait, by the end of the wait (milliseconds since 1970)
//   person:…   list     the events of one person, oldest first
//   dead       stream   the dead letters, with the reason
//   count      number   how many events wait
//   pace       number   when the next request may leave (milliseconds since 1970)

/** The time in milliseconds, by the server's clock, which all relays and workers share. */
const NOW = "local time = redis.call('TIME') local now = time[1] * 1000 + math.floor(time[2] / 1000) "

/** ARGV: queue, ids, milliseconds to remember, most events, then for each event its key, person and record. */
export const ACCEPT = `
  local queue, ids, remember, most = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
  local waiting = tonumber(redis.call('GET', queue .. 'count') or '0')
  if waiting + (#ARGV - 4) / 3 > most then return 'full' end
  local added = 0
  for at = 5, #ARGV, 3 do
    local id, person = ids .. ARGV[at], ARGV[at + 1]
    if redis.call('GET', id) ~= 'delivered' then
      redis.call('SET', id, 'delivered', 'PX', remember)
      redis.call('RPUSH', queue .. 'person:' .. person, ARGV[at + 2])
      if redis.call('SADD', queue .. 'scheduled', person) == 1 then
        redis.call('XADD', queue .. 'turns', '*', 'person', person)
      end
      added = added + 1
    end
  end
  if added > 0 then redis.call('INCRBY', queue .. 'count', added) end
  return 'accepted'`

/** A script does nothing for a worker that counts as dead, whose turn another worker has taken over. */
const OWNED = `
  local queue, worker, turn, person = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
  local pending = redis.call('XPENDING', queue .. 'turns', 'workers', turn, turn, 1)[1]
  if not pending or pending[2] ~= worker then return 'lost' end
  local list = queue .. 'person:' .. person
  `

/** ARGV: queue, worker, turn, person. */
export const KEEP = `${OWNED}
  redis.call('XCLAIM', queue .. 'turns', 'workers', worker, 0, turn, 'JUSTID')
  return 'done'`

/** ARGV: queue, worker, turn, person, record; for a dead letter also its id, reason and detail. */
export const SETTLE = `${OWNED}
  if redis.call('LINDEX', list, 0) ~= ARGV[5] then return 'done' end
  if ARGV[6] then
    redis.call('XADD', queue .. 'dead', '*', 'person', person, 'record', ARGV[5], 'reason', ARGV[7], 'detail', ARGV[8])
    redis.call('DEL', ARGV[6])
  end
  redis.call('LPOP', list)
  redis.call('DECR', queue .. 'count')
  return 'done'`

/** ARGV: queue, worker, turn, person. A person with more events gets another turn, behind the others. */
export const FINISH = `${OWNED}
  redis.call('XACK', queue .. 'turns', 'workers', turn)
  redis.call('XDEL', queue .. 'turns', turn)
  if redis.call('LLEN', list) > 0 then
    redis.call('XADD', queue .. 'turns', '*', 'person', person)
  else
    redis.call('SREM', queue .. 'scheduled', person)
  end
  return 'done'`

/** ARGV: queue, worker, turn, person, record, the record with one more try, milliseconds to wait. */
export const POSTPONE = `${OWNED}${NOW}
  if redis.call('LINDEX', list, 0) == ARGV[5] then redis.call('LSET', list, 0, ARGV[6]) end
  redis.call('XACK', queue .. 'turns', 'workers', turn)
  redis.call('XDEL', queue .. 'turns', turn)
  redis.call('ZADD', queue .. 'later', now + ARGV[7], person)
  return 'done'`

/** ARGV: queue. The people whose wait is over get a turn. */
export const WAKE = `${NOW}
  local queue = ARGV[1]
  local due = redis.call('ZRANGEBYSCORE', queue .. 'later', '-inf', now, 'LIMIT', 0, 100)
  for _, person in ipairs(due) do
    redis.call('ZREM', queue .. 'later', person)
    redis.call('XADD', queue .. 'turns', '*', 'person', person)
  end
  return #due`

/**
 * ARGV: queue, ids, milliseconds to remember, dead letter, its key. The event goes back to its person, unless it has
 * been accepted again meanwhile.
 */
export const REVIVE = `
  local queue = ARGV[1]
  local letter = redis.call('XRANGE', queue .. 'dead', ARGV[4], ARGV[4])[1]
  if not letter then return 'gone' end
  local person, record = letter[2][2], letter[2][4]
  if redis.call('SET', ARGV[2] .. ARGV[5], 'delivered', 'NX', 'PX', ARGV[3]) then
    redis.call('RPUSH', queue .. 'person:' .. person, ARGV[6])
    redis.call('INCR', queue .. 'count')
    if redis.call('SADD', queue .. 'scheduled', person) == 1 then
      redis.call('XADD', queue .. 'turns', '*', 'person', person)
    end
  end
  redis.call('XDEL', queue .. 'dead', ARGV[4])
  return 'done'`

/**
 * ARGV: queue, milliseconds between two requests, the longest wait. The result is the wait, or below zero what it would
 * have been.
 */
export const TAKE_PACE = `${NOW}
  local key = ARGV[1] .. 'pace'
  local start = math.max(now, tonumber(redis.call('GET', key) or '0'))
  local wait = math.ceil(start - now)
  if wait > tonumber(ARGV[3]) then return -wait end
  redis.call('SET', key, string.format('%.3f', start + ARGV[2]), 'PX', math.ceil(wait + ARGV[2]) + 1000)
  return wait`

/** ARGV: queue, milliseconds in which no request may leave. */
export const QUIET = `${NOW}
  local key = ARGV[1] .. 'pace'
  local until_ = math.max(now + ARGV[2], tonumber(redis.call('GET', key) or '0'))
  redis.call('SET', key, string.format('%.3f', until_), 'PX', math.ceil(until_ - now) + 1000)
  return 1`
