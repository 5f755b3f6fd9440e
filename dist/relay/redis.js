// src/relay/redis-commands.ts
var ANSWER_MS = 3e3;
var PAUSE_MS = 2e3;
var boundedCommands = (client, {
  answerMs = ANSWER_MS,
  pauseMs = PAUSE_MS
} = {}) => {
  let quietUntilMs = 0;
  return {
    sendCommand(args) {
      if (Date.now() < quietUntilMs) return Promise.reject(new Error("Redis has not answered a moment ago"));
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          quietUntilMs = Date.now() + pauseMs;
          reject(new Error("Redis does not answer"));
        }, answerMs);
        client.sendCommand(args).then(resolve, reject).finally(() => clearTimeout(timer));
      });
    }
  };
};

// src/relay/ids/delivered-ids.ts
var CLAIM_MS = 12e4;
var REMEMBER_MS = 8 * 24 * 60 * 60 * 1e3;

// src/relay/ids/redis-ids.ts
var DELIVERED = "delivered";
var RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";
var createRedisIds = ({
  client,
  prefix = "sendoff:",
  token = crypto.randomUUID()
}) => {
  const keyOf = (vendor, id) => `${prefix}${vendor}:${id}`;
  const commands = boundedCommands(client);
  const send = (...command) => commands.sendCommand(command);
  return {
    // The client sends commands that are made at the same time in one go.
    async claim(vendor, ids) {
      const keys = ids.map((id) => keyOf(vendor, id));
      const set = await Promise.all(
        keys.map((key) => send("SET", key, token, "NX", "PX", `${CLAIM_MS}`))
      );
      const missed = keys.filter((_, index) => set[index] === null);
      const holders = await Promise.all(missed.map((key) => send("GET", key)));
      const delivered = new Set(missed.filter((_, index) => holders[index] === DELIVERED));
      return keys.map((key, index) => {
        if (set[index] !== null) return "mine";
        return delivered.has(key) ? "delivered" : "taken";
      });
    },
    async settle(vendor, id) {
      await send("SET", keyOf(vendor, id), DELIVERED, "PX", `${REMEMBER_MS}`);
    },
    async release(vendor, ids) {
      await Promise.all(ids.map((id) => send("EVAL", RELEASE, "1", keyOf(vendor, id), token)));
    }
  };
};

// src/relay/queue/redis-calls.ts
var createRedisCalls = (client, prefix) => {
  const commands = boundedCommands(client);
  const send = (...command) => commands.sendCommand(command.map(String));
  const keysOf = (vendor) => `${prefix}queue:${vendor}:`;
  return {
    send,
    evaluate: (script, ...given) => send("EVAL", script, 0, ...given),
    /** The beginning of the keys of a vendor's queue. */
    keysOf,
    /** The beginning of the keys of a vendor's remembered ids. */
    idsOf: (vendor) => `${prefix}${vendor}:`,
    turnsOf: (vendor) => `${keysOf(vendor)}turns`
  };
};

// src/relay/queue/redis-queue-scripts.ts
var NOW = "local time = redis.call('TIME') local now = time[1] * 1000 + math.floor(time[2] / 1000) ";
var ACCEPT = `
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
  return 'accepted'`;
var OWNED = `
  local queue, worker, turn, person = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
  local pending = redis.call('XPENDING', queue .. 'turns', 'workers', turn, turn, 1)[1]
  if not pending or pending[2] ~= worker then return 'lost' end
  local list = queue .. 'person:' .. person
  `;
var KEEP = `${OWNED}
  redis.call('XCLAIM', queue .. 'turns', 'workers', worker, 0, turn, 'JUSTID')
  return 'done'`;
var SETTLE = `${OWNED}
  if redis.call('LINDEX', list, 0) ~= ARGV[5] then return 'done' end
  if ARGV[6] then
    redis.call('XADD', queue .. 'dead', '*', 'person', person, 'record', ARGV[5], 'reason', ARGV[7], 'detail', ARGV[8])
    redis.call('DEL', ARGV[6])
  end
  redis.call('LPOP', list)
  redis.call('DECR', queue .. 'count')
  return 'done'`;
var FINISH = `${OWNED}
  redis.call('XACK', queue .. 'turns', 'workers', turn)
  redis.call('XDEL', queue .. 'turns', turn)
  if redis.call('LLEN', list) > 0 then
    redis.call('XADD', queue .. 'turns', '*', 'person', person)
  else
    redis.call('SREM', queue .. 'scheduled', person)
  end
  return 'done'`;
var POSTPONE = `${OWNED}${NOW}
  if redis.call('LINDEX', list, 0) == ARGV[5] then redis.call('LSET', list, 0, ARGV[6]) end
  redis.call('XACK', queue .. 'turns', 'workers', turn)
  redis.call('XDEL', queue .. 'turns', turn)
  redis.call('ZADD', queue .. 'later', now + ARGV[7], person)
  return 'done'`;
var WAKE = `${NOW}
  local queue = ARGV[1]
  local due = redis.call('ZRANGEBYSCORE', queue .. 'later', '-inf', now, 'LIMIT', 0, 100)
  for _, person in ipairs(due) do
    redis.call('ZREM', queue .. 'later', person)
    redis.call('XADD', queue .. 'turns', '*', 'person', person)
  end
  return #due`;
var REVIVE = `
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
  return 'done'`;
var TAKE_PACE = `${NOW}
  local key = ARGV[1] .. 'pace'
  local start = math.max(now, tonumber(redis.call('GET', key) or '0'))
  local wait = math.ceil(start - now)
  if wait > tonumber(ARGV[3]) then return -wait end
  redis.call('SET', key, string.format('%.3f', start + ARGV[2]), 'PX', math.ceil(wait + ARGV[2]) + 1000)
  return wait`;
var QUIET = `${NOW}
  local key = ARGV[1] .. 'pace'
  local until_ = math.max(now + ARGV[2], tonumber(redis.call('GET', key) or '0'))
  redis.call('SET', key, string.format('%.3f', until_), 'PX', math.ceil(until_ - now) + 1000)
  return 1`;

// src/relay/queue/redis-records.ts
var turnOf = ([id, fields]) => fields?.[1] ? [{ id, person: fields[1] }] : [];
var recordIn = (json) => ({ ...JSON.parse(json), json });
var jsonOfRecord = ({ key, event, tries, atMs }) => JSON.stringify({ key, event, tries, atMs });
var letterOf = ([id, fields]) => {
  const [, , , json, , reason = "", , detail = ""] = fields ?? [];
  return json ? [{ id, reason, detail, record: recordIn(json) }] : [];
};

// src/relay/queue/redis-dead-letters.ts
var createRedisDeadLetters = ({
  send,
  evaluate,
  keysOf,
  idsOf
}) => ({
  async dead(vendor, from, count) {
    const entries = await send("XRANGE", `${keysOf(vendor)}dead`, from, "+", "COUNT", count);
    return entries.flatMap(letterOf);
  },
  deadCount: (vendor) => send("XLEN", `${keysOf(vendor)}dead`),
  async revive(vendor, { id, record }) {
    const anew = jsonOfRecord({ ...record, tries: 0, atMs: Date.now() });
    const ids = idsOf(vendor);
    await evaluate(REVIVE, keysOf(vendor), ids, REMEMBER_MS, id, record.key, anew);
  },
  async forget(vendor, { id }) {
    await send("XDEL", `${keysOf(vendor)}dead`, id);
  }
});

// src/relay/limits/pace.ts
var JITTER = 1.05;
var createPace = ({ requests, windowMs }) => {
  const starts = [];
  let quietUntilMs = 0;
  return {
    take(nowMs, maxWaitMs) {
      const oldest = starts.length < requests ? void 0 : starts[0];
      const startMs = Math.max(nowMs, quietUntilMs, oldest === void 0 ? 0 : oldest + windowMs * JITTER);
      const waitMs = Math.ceil(startMs - nowMs);
      if (waitMs > maxWaitMs) return { type: "full", afterMs: waitMs };
      if (oldest !== void 0) starts.shift();
      starts.push(startMs);
      return { type: "granted", waitMs };
    },
    quiet(untilMs) {
      quietUntilMs = Math.max(quietUntilMs, untilMs);
    }
  };
};

// src/relay/queue/redis-pace.ts
var DOWN_MS = 5e3;
var createRedisPace = ({ evaluate, keysOf }) => (vendor, { requests, windowMs }) => {
  const betweenMs = windowMs * JITTER / requests;
  return {
    async take(_, maxWaitMs) {
      try {
        const wait = await evaluate(TAKE_PACE, keysOf(vendor), betweenMs, maxWaitMs);
        return wait < 0 ? { type: "full", afterMs: -wait } : { type: "granted", waitMs: wait };
      } catch {
        return { type: "full", afterMs: DOWN_MS };
      }
    },
    async quiet(untilMs, nowMs) {
      try {
        await evaluate(QUIET, keysOf(vendor), Math.max(0, untilMs - nowMs));
      } catch {
      }
    }
  };
};

// src/relay/queue/redis-turns.ts
var EVENTS_IN_A_TURN = 20;
var createRedisTurns = ({ send, evaluate, keysOf, idsOf, turnsOf }, worker, leaseMs) => ({
  async open(vendor) {
    try {
      await send("XGROUP", "CREATE", turnsOf(vendor), "workers", "0", "MKSTREAM");
    } catch (error) {
      if (!`${error}`.includes("BUSYGROUP")) throw error;
    }
  },
  async take(vendor, count) {
    const read = await send(
      ...["XREADGROUP", "GROUP", "workers", worker, "COUNT", count, "STREAMS", turnsOf(vendor), ">"]
    );
    return read?.[0]?.[1].flatMap(turnOf) ?? [];
  },
  async takeOver(vendor, count) {
    const [, entries] = await send(
      ...["XAUTOCLAIM", turnsOf(vendor), "workers", worker, leaseMs, "0", "COUNT", count]
    );
    return entries.flatMap(turnOf);
  },
  keep: (vendor, { id, person }) => evaluate(KEEP, keysOf(vendor), worker, id, person),
  async read(vendor, { person }) {
    const list = `${keysOf(vendor)}person:${person}`;
    return (await send("LRANGE", list, 0, EVENTS_IN_A_TURN - 1)).map(recordIn);
  },
  settle(vendor, { id, person }, { json, key }, given) {
    const dead = given ? [idsOf(vendor) + key, given.reason, given.detail ?? ""] : [];
    return evaluate(SETTLE, keysOf(vendor), worker, id, person, json, ...dead);
  },
  finish: (vendor, { id, person }) => evaluate(FINISH, keysOf(vendor), worker, id, person),
  postpone(vendor, { id, person }, record, waitMs) {
    const later = jsonOfRecord({ ...record, tries: record.tries + 1 });
    return evaluate(POSTPONE, keysOf(vendor), worker, id, person, record.json, later, waitMs);
  },
  wake: (vendor) => evaluate(WAKE, keysOf(vendor)),
  async leave(vendor) {
    const pending = await send(
      ...["XPENDING", turnsOf(vendor), "workers", "-", "+", 1, worker]
    );
    if (pending.length === 0) await send("XGROUP", "DELCONSUMER", turnsOf(vendor), "workers", worker);
  }
});

// src/relay/queue/redis-queue.ts
var MAX_EVENTS = 1e6;
var LEASE_MS = 6e4;
var createRedisQueue = ({
  client,
  prefix = "sendoff:",
  maxEvents = MAX_EVENTS,
  worker = crypto.randomUUID(),
  leaseMs = LEASE_MS
}) => {
  const calls = createRedisCalls(client, prefix);
  const { send, evaluate, keysOf, idsOf } = calls;
  return {
    accept(vendor, events) {
      const atMs = Date.now();
      const given = events.flatMap(({ key, person, event }) => [
        key,
        person,
        jsonOfRecord({ key, event, tries: 0, atMs })
      ]);
      return evaluate(ACCEPT, keysOf(vendor), idsOf(vendor), REMEMBER_MS, maxEvents, ...given);
    },
    ...createRedisTurns(calls, worker, leaseMs),
    ...createRedisDeadLetters(calls),
    pace: createRedisPace(calls),
    async waiting(vendor) {
      return Number(await send("GET", `${keysOf(vendor)}count`) ?? 0);
    }
  };
};

// src/relay/request/read-body.ts
var readBody = async (message, maxBytes) => {
  const { headers } = message;
  const declared = headers.has("content-encoding") ? null : headers.get("content-length");
  if (declared !== null && Number(declared) <= maxBytes) {
    const text2 = await message.text();
    return text2.length <= maxBytes ? text2 : void 0;
  }
  const reader = message.body?.getReader();
  if (!reader) return "";
  if (declared !== null) {
    await reader.cancel();
    return void 0;
  }
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > maxBytes) {
      await reader.cancel();
      return void 0;
    }
    text += decoder.decode(value, { stream: true });
  }
};

// src/relay/caller.ts
var CALL_MS = 1e4;
var MAX_ANSWER_BYTES = 1e6;
var MAX_WAIT_MS = 60 * 60 * 1e3;
var WAIT_HEADERS = ["retry-after", "ratelimit-reset"];
var waitAskedFor = (headers, fallbackMs) => {
  const seconds = WAIT_HEADERS.map((name) => Number(headers.get(name))).find((number) => number > 0);
  return seconds ? Math.min(Math.ceil(seconds * 1e3), MAX_WAIT_MS) : fallbackMs;
};
var createCaller = ({ name, rate, limitedMs }, { fetch, now, sleep }, observe, pace = createPace(rate)) => {
  const send = async ({ url, ...init }) => {
    try {
      const response = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(CALL_MS) });
      return {
        type: "answered",
        status: response.status,
        headers: response.headers,
        body: await readBody(response, MAX_ANSWER_BYTES) ?? ""
      };
    } catch {
      return { type: "unanswered" };
    }
  };
  return (deadlineMs) => async (request) => {
    const turn = await pace.take(now(), Math.max(0, deadlineMs - now()));
    if (turn.type === "full") return { type: "waiting", afterMs: turn.afterMs };
    if (turn.waitMs > 0) await sleep(turn.waitMs);
    const answer = await send(request);
    observe?.({
      type: "call",
      vendor: name,
      status: answer.type === "answered" ? answer.status : answer.type
    });
    if (answer.type === "answered" && answer.status === 429)
      await pace.quiet(now() + waitAskedFor(answer.headers, limitedMs), now());
    return answer;
  };
};

// src/relay/queue/retry-wait.ts
var FIRST_WAIT_MS = 1e3;
var MAX_WAIT_MS2 = 60 * 60 * 1e3;
var MAX_DOUBLINGS = 20;
var retryWait = ({ afterMs = 0 }, tries) => {
  const backoff = Math.min(FIRST_WAIT_MS * 2 ** Math.min(tries, MAX_DOUBLINGS), MAX_WAIT_MS2);
  return Math.ceil(Math.min(Math.max(afterMs, backoff * (0.5 + Math.random() / 2)), MAX_WAIT_MS2));
};

// src/relay/queue/worker-turn.ts
var CALL_BUDGET_MS = 3e4;
var DOWN_MS2 = 500;
var STOP_MS = 1e4;
var KEEPS_IN_A_LEASE = 4;
var createWorkerTurn = ({
  vendor,
  queue,
  leaseMs,
  world,
  report,
  observe,
  callBefore,
  isStopping
}) => {
  const { name } = vendor;
  const attempt = async ({ event, atMs }) => {
    const nowMs = world.now();
    if (nowMs - atMs > REMEMBER_MS) return { type: "dropped", reason: "expired" };
    try {
      const outcome = await vendor.deliver(event, callBefore(nowMs + CALL_BUDGET_MS), nowMs);
      if (outcome.reason === "paused") report(`${name}: ${outcome.detail}`);
      const isTaken = outcome.reason === "unanswered" && vendor.unanswered === "assume-delivered";
      return isTaken ? { type: "delivered" } : outcome;
    } catch {
      report(`${name}: an event could not be handled; it is tried again`);
      return { type: "retry", reason: "busy" };
    }
  };
  const surely = async (say) => {
    let stopAtMs = Number.POSITIVE_INFINITY;
    for (; ; )
      try {
        return await say();
      } catch {
        if (isStopping()) stopAtMs = Math.min(stopAtMs, world.now() + STOP_MS);
        if (world.now() >= stopAtMs) return "lost";
        await world.sleep(DOWN_MS2);
      }
  };
  const deliver = async (turn, isLost) => {
    for (const record of await queue.read(name, turn)) {
      if (isLost() || isStopping()) break;
      const outcome = await attempt(record);
      const word = outcome.hidden ?? outcome.reason ?? outcome.type;
      observe?.({ type: "event", vendor: name, outcome: word });
      if (outcome.type === "retry") {
        const waitMs = retryWait(outcome, record.tries);
        await surely(() => queue.postpone(name, turn, record, waitMs));
        return;
      }
      const given = outcome.type === "dropped" ? { reason: word, detail: outcome.detail } : void 0;
      if (given) report(`${name}: an event was given up: ${given.detail ?? given.reason}`);
      if (await surely(() => queue.settle(name, turn, record, given)) === "lost") return;
    }
    await surely(() => queue.finish(name, turn));
  };
  return async (turn) => {
    let isLost = false;
    const keep = async () => {
      isLost ||= await queue.keep(name, turn) === "lost";
    };
    const timer = setInterval(() => void keep().catch(() => void 0), leaseMs / KEEPS_IN_A_LEASE);
    try {
      await deliver(turn, () => isLost);
    } finally {
      clearInterval(timer);
    }
  };
};

// src/relay/queue/worker.ts
var CONCURRENCY = 16;
var IDLE_MS = 100;
var LOOK_MS = 1e3;
var DOWN_MS3 = 500;
var startWorker = (options) => {
  const { vendor, queue, leaseMs, world, report, observe } = options;
  const { name } = vendor;
  const running = /* @__PURE__ */ new Map();
  let isStopping = false;
  let takeOverFromMs = 0;
  let lookAtMs = 0;
  const deliverTurn = createWorkerTurn({
    ...options,
    callBefore: createCaller(vendor, world, observe, queue.pace(name, vendor.rate)),
    isStopping: () => isStopping
  });
  const begin = (turn) => {
    if (running.has(turn.id)) return;
    const over = deliverTurn(turn).catch(() => report(`${name}: a turn could not be finished`)).finally(() => running.delete(turn.id));
    running.set(turn.id, over);
  };
  const look = async () => {
    if (world.now() < lookAtMs) return;
    lookAtMs = world.now() + LOOK_MS;
    await queue.wake(name);
    if (world.now() < takeOverFromMs) return;
    for (const turn of await queue.takeOver(name, CONCURRENCY)) begin(turn);
  };
  const round = async () => {
    await look();
    const free = CONCURRENCY - running.size;
    const turns = free > 0 ? await queue.take(name, free) : [];
    for (const turn of turns) begin(turn);
    if (turns.length === 0) await Promise.race([world.sleep(IDLE_MS), ...free > 0 ? [] : running.values()]);
  };
  const run = async () => {
    let isOpen = false;
    while (!isStopping)
      try {
        if (!isOpen) await queue.open(name);
        isOpen = true;
        await round();
      } catch {
        report(`${name}: the queue does not answer; its events wait`);
        isOpen = false;
        takeOverFromMs = world.now() + leaseMs;
        await world.sleep(DOWN_MS3);
      }
  };
  const ended = run();
  return {
    async stop() {
      isStopping = true;
      await ended;
      await Promise.all(running.values());
      await queue.leave(name).catch(() => report(`${name}: the queue does not answer; its events wait`));
    }
  };
};
export {
  createRedisIds,
  createRedisQueue,
  startWorker
};
