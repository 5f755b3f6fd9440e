// src/relay/check-options.ts
var wrong = (option, given, expected) => new TypeError(`sendoff-relay: ${option} ${given}; expected ${expected}; the relay does not start`);
var isOrigin = (text) => URL.canParse(text) && new URL(text).origin === text;
var checkOptions = ({ origins, writeKeys, vendors }) => {
  if (!origins?.length || !origins.every(isOrigin))
    throw wrong(
      "origins",
      `is ${JSON.stringify(origins)}`,
      "addresses such as https://shop.example, without a path"
    );
  if (!writeKeys?.length || !writeKeys.every(Boolean))
    throw wrong(
      "writeKeys",
      writeKeys?.length ? "has an empty key" : "has none",
      "at least one, and none empty"
    );
  if (!vendors?.length) throw wrong("vendors", "has none", "at least one");
  const names = vendors.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice) throw wrong("vendors", `has ${twice} twice`, "each only once");
};

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

// src/relay/ids/event-key.ts
var personIn = ({ userId, email, phone, anonymousId }) => JSON.stringify(
  userId ? [userId] : [email ?? phone ?? anonymousId, email ? "email" : phone ? "phone" : "anonymous"]
);
var hexOf = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
var DIGEST_HEX = 32;
var digestOf = async (words) => hexOf(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words))).slice(0, DIGEST_HEX);
var keyOfEvent = async ({ id, uniqueId, type, name, identity }) => {
  if (uniqueId === void 0) return id;
  const words = JSON.stringify([type, name, personIn(identity), uniqueId]);
  return `unique:${await digestOf(words)}`;
};
var keysOfEvents = async (events) => events.some(({ uniqueId }) => uniqueId !== void 0) ? Promise.all(events.map(keyOfEvent)) : events.map(({ id }) => id);

// src/relay/ids/reporting-ids.ts
var reportingIds = (deliveredIds, name, report) => {
  const settleFailed = () => (
    // The vendor has the event all the same. A repeat may count twice once the claim has ended.
    report(`${name}: the store of delivered ids failed to settle; a repeat may count twice`)
  );
  const settle = (key) => {
    try {
      const settled = deliveredIds.settle(name, key);
      return settled ? settled.then(void 0, settleFailed) : void 0;
    } catch {
      settleFailed();
      return void 0;
    }
  };
  const release = async (keys) => {
    if (!keys[0]) return;
    try {
      await deliveredIds.release(name, keys);
    } catch {
      report(`${name}: the store of delivered ids failed to release; its events wait until their claim ends`);
    }
  };
  return { settle, release };
};

// src/relay/limits/serial-by-key.ts
var createSerialByKey = (sleep, maxWaitMs) => {
  const last = /* @__PURE__ */ new Map();
  return async (key, task) => {
    const before = last.get(key);
    let finish = () => void 0;
    const mine = new Promise((resolve) => {
      finish = resolve;
    });
    last.set(key, mine);
    try {
      if (before) await Promise.race([before, sleep(maxWaitMs)]);
      return await task();
    } finally {
      finish();
      if (last.get(key) === mine) last.delete(key);
    }
  };
};

// src/relay/delivery.ts
var BUDGET_MS = 15e3;
var LATER_MS = 1e3;
var STORE_DOWN_MS = 5e3;
var later = (afterMs, detail) => ({
  type: "retry",
  reason: "busy",
  afterMs,
  detail
});
var obstacleAfter = (outcome) => outcome.reason === "unanswered" ? later(LATER_MS, "after one that was not answered") : outcome;
var groupBy = (items, keyOf) => {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};
var DELIVERED = { type: "delivered" };
var createTelling = (name, report) => (outcome) => {
  if (!outcome.hidden) return outcome;
  report(`${name}: an event is lost: ${outcome.detail}`);
  return DELIVERED;
};
var createDelivery = ({
  vendor,
  deliveredIds,
  report,
  observe,
  world,
  pace,
  budgetMs = BUDGET_MS
}) => {
  const { name, unanswered } = vendor;
  const callBefore = createCaller(vendor, world, observe, pace);
  const serially = createSerialByKey(world.sleep, budgetMs);
  const { settle, release } = reportingIds(deliveredIds, name, report);
  const understood = (outcome) => {
    if (outcome.reason === "paused") report(`${name}: ${outcome.detail}`);
    const isTaken = outcome.reason === "unanswered" && unanswered === "assume-delivered";
    return isTaken || outcome.type === "delivered" ? DELIVERED : outcome;
  };
  const inOrder = async (claimed, deadlineMs) => {
    const call = callBefore(deadlineMs);
    const released = [];
    let obstacle;
    for (const claimedEvent of claimed) {
      const { event, key, claim } = claimedEvent;
      const nowMs = world.now();
      if (claim === "taken") obstacle ??= later(LATER_MS, "being delivered");
      if (nowMs >= deadlineMs) obstacle ??= later(LATER_MS, "more than fits in one request");
      let outcome = claim === "delivered" ? DELIVERED : obstacle;
      try {
        outcome ??= understood(await vendor.deliver(event, call, nowMs));
      } catch {
        report(`${name}: an event could not be handled; its page sends it again`);
        outcome = later(STORE_DOWN_MS, "the relay failed");
      }
      observe?.({ type: "event", vendor: name, outcome: outcome.hidden ?? outcome.reason ?? outcome.type });
      claimedEvent.outcome = outcome;
      if (outcome.type === "retry" || outcome.hidden === "unknown-person") obstacle ??= obstacleAfter(outcome);
      if (!unanswered || claim !== "mine") continue;
      const isDelivered = outcome.type === "delivered";
      if (!isDelivered) released.push(key);
      const settled = isDelivered ? settle(key) : void 0;
      if (settled) await settled;
    }
    await release(released);
  };
  const claimAll = async (events) => {
    const keys = unanswered ? await keysOfEvents(events) : [];
    const claims = unanswered ? await deliveredIds.claim(name, keys) : [];
    return events.map((event, index) => ({
      event,
      key: keys[index] ?? "",
      claim: claims[index] ?? "mine",
      outcome: void 0
    }));
  };
  return async (events) => {
    const deadlineMs = world.now() + budgetMs;
    let claimed;
    try {
      claimed = await claimAll(events);
    } catch {
      report(`${name}: the store of delivered ids failed to claim; the page sends its events again`);
      return events.map(() => later(STORE_DOWN_MS, "the relay cannot tell repeats at the moment"));
    }
    const people = [...groupBy(claimed, ({ event }) => vendor.personOf(event))];
    await Promise.all(people.map(([person, theirs]) => serially(person, () => inOrder(theirs, deadlineMs))));
    return claimed.map(({ outcome = DELIVERED }) => outcome);
  };
};

// src/relay/ids/delivered-ids.ts
var CLAIM_MS = 12e4;
var REMEMBER_MS = 8 * 24 * 60 * 60 * 1e3;

// src/relay/ids/memory-ids.ts
var createHalves = (maxHalf) => {
  let young = /* @__PURE__ */ new Map();
  let old = /* @__PURE__ */ new Map();
  return {
    read: (id) => young.get(id) ?? old.get(id) ?? 0,
    write(id, value) {
      if (young.size >= maxHalf) {
        old = young;
        young = /* @__PURE__ */ new Map();
      }
      young.set(id, value);
    }
  };
};
var MAX_IDS = 1e5;
var createVendorIds = (maxIds) => ({
  delivered: createHalves(maxIds / 2),
  /**
   * The end of each claim. Claims are kept apart from delivered ids: ids that are claimed and never delivered, however
   * many a stranger sends, do not displace a delivered one. Claims end with their requests, so there are never many.
   */
  claims: /* @__PURE__ */ new Map()
});
var createMemoryIds = ({
  maxIds = MAX_IDS,
  now = () => Date.now()
} = {}) => {
  const vendors = /* @__PURE__ */ new Map();
  const startMs = now();
  let present = 0;
  const idsOf = (vendor) => {
    const ids = vendors.get(vendor) ?? createVendorIds(maxIds);
    vendors.set(vendor, ids);
    return ids;
  };
  return {
    claim(vendor, ids) {
      const { delivered, claims } = idsOf(vendor);
      present = Math.ceil((now() - startMs) / 1e3);
      const until = present + CLAIM_MS / 1e3;
      return ids.map((id) => {
        if (delivered.read(id) > present) return "delivered";
        if ((claims.get(id) ?? 0) > present) return "taken";
        claims.set(id, until);
        return "mine";
      });
    },
    settle(vendor, id) {
      const { delivered, claims } = idsOf(vendor);
      claims.delete(id);
      delivered.write(id, present + REMEMBER_MS / 1e3);
    },
    release(vendor, ids) {
      const { claims } = idsOf(vendor);
      for (const id of ids) claims.delete(id);
    }
  };
};

// src/relay/queue/acceptance.ts
var ACCEPTED = { type: "delivered" };
var FULL = { type: "retry", reason: "busy", afterMs: 6e4, detail: "the queue is full" };
var TOO_LARGE = { type: "dropped", reason: "too-large", detail: "more than the queue takes" };
var DOWN = { type: "retry", reason: "busy", afterMs: 5e3, detail: "the queue does not answer" };
var createAcceptance = ({ vendor, queue, report, observe }) => {
  const { name } = vendor;
  const accepted = async (events) => {
    const keys = await keysOfEvents(events);
    const people = /* @__PURE__ */ new Map();
    const list = [];
    for (const [index, event] of events.entries()) {
      const words = vendor.personOf(event);
      const person = people.get(words) ?? await digestOf(words);
      people.set(words, person);
      list.push({ key: keys[index] ?? event.id, person, event });
    }
    return list;
  };
  const written = async (events) => {
    if (events.length === 0) return ACCEPTED;
    try {
      return await queue.accept(name, await accepted(events)) === "accepted" ? ACCEPTED : FULL;
    } catch {
      report(`${name}: the queue failed to accept; the page sends its events again`);
      return DOWN;
    }
  };
  return async (events) => {
    const problems = events.map((event) => {
      const detail = vendor.problem?.(event);
      if (detail) return { type: "dropped", reason: "invalid", detail };
      return queue.isTooLarge?.(event) ? TOO_LARGE : void 0;
    });
    const outcome = await written(events.filter((_, index) => !problems[index]));
    return problems.map((problem) => {
      const told = problem ?? outcome;
      observe?.({ type: "event", vendor: name, outcome: told === ACCEPTED ? "queued" : `${told.reason}` });
      return told;
    });
  };
};

// src/core/json.ts
var parsed = (json) => {
  try {
    return { ...JSON.parse(`${json}`) };
  } catch {
    return {};
  }
};

// src/core/outcome.ts
var failureOf = (status, afterMs) => {
  const reason = status < 400 || [408, 502, 504].includes(status) ? "unanswered" : status === 429 ? "limited" : status > 499 ? "busy" : [401, 403, 404].includes(status) && "paused";
  return reason ? { type: "retry", reason, afterMs, detail: `HTTP ${status}` } : void 0;
};
var outcomeOfStatus = (status, afterMs) => status > 199 && status < 300 ? { type: "delivered" } : failureOf(status, afterMs);

// src/vendors/relayed.ts
var RELAY_EVENTS = 1e3;
var RELAY_BYTES = 1e6;

// src/relay/limits/limits.ts
var GROUPS_OF_A_NETWORK = 4;
var networkOf = (address) => {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("%", 1)[0]?.split("::") ?? [];
  const before = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  const zeros = tail === void 0 ? [] : Array.from({ length: 8 - before.length - after.length }, () => "0");
  return [...before, ...zeros, ...after].slice(0, GROUPS_OF_A_NETWORK).join(":");
};

// src/relay/request/property-bounds.ts
var MAX_NAME = 255;
var MAX_DEPTH = 32;
var propertiesProblem = (properties) => {
  let level = [properties];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return `expected at most ${MAX_DEPTH} levels`;
    const next = [];
    for (const holder of level) {
      const isList = Array.isArray(holder);
      for (const [name, value] of Object.entries(holder)) {
        if (!isList && name.length > MAX_NAME) return `expected names of at most ${MAX_NAME} characters`;
        if (typeof value === "object" && value !== null) next.push(value);
      }
    }
    level = next;
  }
  return void 0;
};

// src/relay/request/batch-shape.ts
var MAX_TEXT = 1024;
var MAX_TIME_MS = 864e13;
var MAX_ID = 255;
var ID = /^[\w-]{1,64}$/;
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var isText = (value, max) => typeof value === "string" && value.length > 0 && value.length <= max;
var isTextOrMissing = (value, max) => value === void 0 || isText(value, max);
var identityProblem = (identity) => {
  if (!isObject(identity)) return "identity: expected an object";
  if (!isText(identity.anonymousId, MAX_ID)) return "identity.anonymousId: expected text";
  const wrong2 = ["userId", "email", "phone"].find((name) => !isTextOrMissing(identity[name], MAX_ID));
  return wrong2 && `identity.${wrong2}: expected text`;
};
var eventProblem = (event) => {
  if (!isObject(event)) return "expected an object";
  const { id, uniqueId, type, name, time, properties, identity } = event;
  if (typeof id !== "string" || !ID.test(id)) return "id: expected letters, digits and hyphens";
  if (!isTextOrMissing(uniqueId, MAX_ID)) return "uniqueId: expected text";
  if (type !== "track" && type !== "identify") return "type: expected track or identify";
  if (!isText(name, MAX_TEXT)) return "name: expected text";
  if (typeof time !== "number" || !(Math.abs(time) <= MAX_TIME_MS)) return "time: expected milliseconds";
  if (!isObject(properties)) return "properties: expected an object";
  const tooMuch = propertiesProblem(properties);
  return tooMuch ? `properties: ${tooMuch}` : identityProblem(identity);
};
var shapeProblem = (events) => {
  if (!Array.isArray(events) || events.length === 0) return "events: expected a list of at least one";
  for (const [index, event] of events.entries()) {
    const problem = eventProblem(event);
    if (problem) return `events[${index}].${problem}`;
  }
  return void 0;
};

// src/relay/request/refusal.ts
var STATUS = {
  "wrong-method": 405,
  "wrong-origin": 403,
  "wrong-type": 415,
  "too-large": 413,
  "not-json": 400,
  "wrong-write-key": 401,
  "too-many-events": 413,
  "wrong-shape": 400,
  "unknown-destination": 404,
  "too-many-requests": 429
};
var refusal = (code, message) => ({
  type: "refused",
  status: STATUS[code],
  code,
  message
});

// src/relay/request/secret.ts
var readSecret = async (secret) => typeof secret === "function" ? secret() : secret;

// src/relay/request/signed-key.ts
var MAX_LIFE_S = 24 * 60 * 60;
var bytesOf = (text) => new TextEncoder().encode(text);
var base64urlOf = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
var bytesFrom = (base64url) => Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
var importKey = (secret, use) => crypto.subtle.importKey("raw", bytesOf(secret), { name: "HMAC", hash: "SHA-256" }, false, [use]);
var signWriteKey = async ({
  writeKey,
  secret,
  expires
}) => {
  const text = `${writeKey}.${Math.floor(expires)}`;
  const signature = await crypto.subtle.sign("HMAC", await importKey(secret, "sign"), bytesOf(text));
  return `${text}.${base64urlOf(signature)}`;
};
var SIGNED = /^(.{1,255})\.(\d{1,12})\.([\w-]{43})$/;
var verifiedKey = async (signed, signingSecret, nowMs) => {
  const [, writeKey, expires, signature] = SIGNED.exec(typeof signed === "string" ? signed : "") ?? [];
  if (!writeKey || !signature) return void 0;
  const leftS = Number(expires) - nowMs / 1e3;
  if (leftS <= 0 || leftS > MAX_LIFE_S) return void 0;
  const key = await importKey(await readSecret(signingSecret), "verify");
  const isRight = await crypto.subtle.verify(
    "HMAC",
    key,
    bytesFrom(signature),
    bytesOf(`${writeKey}.${expires}`)
  );
  return isRight ? writeKey : void 0;
};

// src/relay/request/validator.ts
var parse = (text) => {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : void 0;
  } catch {
    return void 0;
  }
};
var TYPES = /^(text\/plain|application\/json)\s*(;|$)/i;
var createValidator = ({
  origins,
  writeKeys,
  destinations,
  signingSecret,
  limits,
  addressOf,
  now
}) => {
  const known = { origins: new Set(origins), writeKeys: new Set(writeKeys) };
  const headProblem = ({ method, headers }) => {
    if (!known.origins.has(headers.get("origin") ?? ""))
      return ["wrong-origin", "Origin is not one of the sites that this relay is for."];
    if (method !== "POST") return ["wrong-method", "Expected POST."];
    if (!TYPES.test(headers.get("content-type") ?? "text/plain"))
      return ["wrong-type", "Content-Type: expected text/plain or application/json."];
    return void 0;
  };
  const writeKeyIn = async ({ writeKey }) => {
    const key = signingSecret ? await verifiedKey(writeKey, signingSecret, now()) : writeKey;
    return typeof key === "string" && known.writeKeys.has(key) ? key : void 0;
  };
  const isOver = async (of, subject, amount) => {
    const waitMs = await limits?.take(of, subject, amount) ?? 0;
    return waitMs > 0 ? { ...refusal("too-many-requests", `Too much from this ${of}.`), afterMs: waitMs } : void 0;
  };
  const bodyProblem = ({ events, destination }) => {
    if (Array.isArray(events) && events.length > RELAY_EVENTS)
      return ["too-many-events", `events: expected at most ${RELAY_EVENTS}.`];
    const problem = shapeProblem(events);
    if (problem) return ["wrong-shape", `${problem}.`];
    if (typeof destination !== "string" || !destinations.includes(destination))
      return ["unknown-destination", `destination: expected one of ${destinations.join(", ")}.`];
    return void 0;
  };
  return async (request) => {
    const wrongHead = headProblem(request);
    if (wrongHead) return refusal(...wrongHead);
    const address = limits && addressOf?.(request);
    const fromAddress = address && await isOver("address", networkOf(address), 1);
    if (fromAddress) return fromAddress;
    const text = await readBody(request, RELAY_BYTES);
    if (text === void 0) return refusal("too-large", `The body has more than ${RELAY_BYTES} bytes.`);
    const body = parse(text);
    if (!body) return refusal("not-json", "The body is not a JSON object.");
    const writeKey = await writeKeyIn(body);
    if (!writeKey)
      return refusal(
        "wrong-write-key",
        `writeKey is ${body.writeKey ? "not one of this relay\u2019s, or has ended" : "missing"}.`
      );
    const wrongBody = bodyProblem(body);
    if (wrongBody) return refusal(...wrongBody);
    const withKey = await isOver("key", writeKey, body.events.length);
    if (withKey) return withKey;
    return {
      type: "passed",
      destination: `${body.destination}`,
      events: body.events
    };
  };
};

// src/relay/world.ts
var createWorld = () => ({
  fetch: (url, init) => globalThis.fetch(url, init),
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms))
});

// src/relay/create-relay.ts
var HEALTH = /\/health$/;
var FAILED = JSON.stringify({
  error: { code: "failed", message: "The relay failed; the page keeps its events." }
});
var jsonResponse = (status, body, headers) => new Response(body, {
  status,
  headers: { "content-type": "application/json", "cache-control": "no-store", ...headers }
});
var answerOf = (events, outcomes) => {
  let last;
  let tail = "";
  const items = outcomes.map((outcome, index) => {
    if (outcome !== last) tail = JSON.stringify(outcome).slice(1);
    last = outcome;
    return `{"id":"${events[index]?.id}",${tail}`;
  });
  return `{"outcomes":[${items}]}`;
};
var createRelay = (options) => {
  checkOptions(options);
  const { origins, writeKeys, vendors, report = () => void 0, observe } = options;
  const { signingSecret, limits, addressOf, queue } = options;
  const world = { ...createWorld(), ...options.world };
  const { deliveredIds = createMemoryIds({ now: world.now }) } = options;
  const validate = createValidator({
    origins,
    writeKeys,
    destinations: vendors.map(({ name }) => name),
    signingSecret,
    limits,
    ...addressOf && { addressOf },
    now: world.now
  });
  const deliveries = new Map(
    vendors.map((vendor) => {
      if (queue) return [vendor.name, createAcceptance({ vendor, queue, report, observe })];
      const deliver = createDelivery({ vendor, deliveredIds, report, observe, world });
      const told = createTelling(vendor.name, report);
      return [vendor.name, async (events) => (await deliver(events)).map(told)];
    })
  );
  const corsFor = (origin) => origin !== null && origins.includes(origin) ? {
    "access-control-allow-origin": origin,
    "access-control-expose-headers": "retry-after",
    vary: "origin"
  } : { vary: "origin" };
  const preflight = (cors) => new Response(null, {
    status: 204,
    headers: {
      ...cors,
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "content-type",
      "access-control-max-age": "86400"
    }
  });
  const answer = async (request, cors) => {
    if (request.method === "GET" && HEALTH.test(request.url))
      return jsonResponse(200, '{"status":"ok"}', cors);
    if (request.method === "OPTIONS" && "access-control-allow-origin" in cors) return preflight(cors);
    const passage = await validate(request);
    if (passage.type === "refused") {
      const { status, code, message, afterMs } = passage;
      const wait = afterMs ? { "retry-after": `${Math.ceil(afterMs / 1e3)}` } : {};
      return jsonResponse(status, JSON.stringify({ error: { code, message } }), { ...cors, ...wait });
    }
    const { destination, events } = passage;
    const outcomes = await deliveries.get(destination)?.(events) ?? [];
    return jsonResponse(200, answerOf(events, outcomes), cors);
  };
  const answerAnyway = async (request) => {
    const cors = corsFor(request.headers.get("origin"));
    try {
      return await answer(request, cors);
    } catch {
      report("a request could not be handled; its page sends it again");
      return jsonResponse(500, FAILED, cors);
    }
  };
  return async (request) => {
    const response = await answerAnyway(request);
    observe?.({ type: "request", status: response.status });
    return response;
  };
};

// src/relay/queue/cloudflare-queue.ts
var MAX_EVENT_BYTES = 127e3;
var MAX_BATCH_EVENTS = 100;
var MAX_BATCH_BYTES = 25e4;
var FRAME_BYTES = 100;
var createCloudflareQueue = (queue) => {
  const bytesOf2 = (event) => new TextEncoder().encode(JSON.stringify(event)).length;
  return {
    isTooLarge: (event) => bytesOf2(event) > MAX_EVENT_BYTES,
    async accept(vendor, accepted) {
      let open = [];
      let bytes = 0;
      const batches = [];
      for (const { event } of accepted) {
        bytes += bytesOf2(event) + FRAME_BYTES;
        if (open.length % MAX_BATCH_EVENTS === 0 || bytes > MAX_BATCH_BYTES) {
          open = [];
          batches.push(open);
          bytes = bytesOf2(event) + FRAME_BYTES;
        }
        open.push(event);
      }
      for (const events of batches)
        await queue.sendBatch(
          events.map((event) => ({
            body: { vendor, event },
            contentType: "json"
          }))
        );
      return "accepted";
    }
  };
};

// src/relay/limits/even-pace.ts
var createEvenPace = ({ requests, windowMs }) => {
  const betweenMs = windowMs * JITTER / requests;
  let nextMs;
  return {
    take(nowMs, maxWaitMs) {
      const startMs = Math.max(nowMs, nextMs ?? nowMs + betweenMs);
      const waitMs = Math.ceil(startMs - nowMs);
      if (waitMs > maxWaitMs) return { type: "full", afterMs: waitMs };
      nextMs = startMs + betweenMs;
      return { type: "granted", waitMs };
    },
    quiet(untilMs) {
      nextMs = Math.max(nextMs ?? 0, untilMs);
    }
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

// src/relay/queue/queue-consumer.ts
var BUDGET_MS2 = 6e4;
var BUSY = { type: "retry", reason: "busy" };
var eventOf = ({ body }) => body.event;
var isMessage = (body) => {
  const { vendor, event } = { ...body };
  return typeof vendor === "string" && typeof event?.id === "string";
};
var createQueueConsumer = ({
  vendors,
  deadLetters,
  report = () => void 0,
  observe,
  ...others
}) => {
  const world = { ...createWorld(), ...others.world };
  const { deliveredIds = createMemoryIds({ now: world.now }) } = others;
  const settle = async (message, outcome, waitMs) => {
    const event = eventOf(message);
    const { vendor } = message.body;
    const { hidden, reason, detail } = outcome;
    if (outcome.type === "delivered") return message.ack();
    if (outcome.type === "retry") return message.retry({ delaySeconds: Math.ceil(waitMs / 1e3) });
    report(`${vendor}: an event was given up: ${detail ?? reason}`);
    try {
      const body = { vendor, event, reason: hidden ?? reason, detail };
      await deadLetters?.sendBatch([{ body, contentType: "json" }]);
      message.ack();
    } catch {
      report(`${vendor}: the queue of dead letters does not answer; the event is tried again`);
      message.retry();
    }
  };
  const workOff = async (vendor, messages) => {
    const keys = await keysOfEvents(messages.map(eventOf));
    const firsts = /* @__PURE__ */ new Map();
    for (const [index, message] of messages.entries()) {
      const key = `${keys[index]}`;
      if (!firsts.has(key)) firsts.set(key, eventOf(message));
    }
    const pace = createEvenPace(vendor.rate);
    const options = { vendor, deliveredIds, report, observe, world, pace, budgetMs: BUDGET_MS2 };
    const outcomes = await createDelivery(options)([...firsts.values()]);
    const outcomeOf = new Map([...firsts.keys()].map((key, index) => [key, outcomes[index]]));
    const waits = /* @__PURE__ */ new Map();
    for (const [index, message] of messages.entries()) {
      const outcome = outcomeOf.get(`${keys[index]}`) ?? BUSY;
      const person = vendor.personOf(eventOf(message));
      const waitMs = waits.get(person) ?? retryWait(outcome, message.attempts - 1);
      if (outcome.type === "retry") waits.set(person, waitMs);
      await settle(message, outcome, waitMs);
    }
  };
  return async ({ messages }) => {
    const groups = new Map(vendors.map((vendor) => [vendor.name, { vendor, its: [] }]));
    for (const message of messages) {
      const group = isMessage(message.body) ? groups.get(message.body.vendor) : void 0;
      if (group) group.its.push(message);
      else {
        report("a message is of no vendor that is set up here");
        message.retry();
      }
    }
    await Promise.all(
      [...groups.values()].map(
        ({ vendor, its }) => (
          // Ids ascend with time, so sorting by id restores the order in which a page has tracked.
          workOff(
            vendor,
            its.toSorted((a, b) => eventOf(a).id < eventOf(b).id ? -1 : 1)
          )
        )
      )
    );
  };
};

// src/relay/vendors/answer-outcome.ts
var TROUBLED_MS = 5e3;
var outcomeOfAnswer = (answer, limitedMs) => {
  switch (answer.type) {
    case "unanswered":
      return { type: "retry", reason: "unanswered", detail: "no answer from the vendor" };
    case "waiting":
      return { type: "retry", reason: "busy", afterMs: answer.afterMs, detail: "the vendor's limit" };
    case "answered": {
      const { status, headers } = answer;
      const detail = `HTTP ${status} from the vendor`;
      if (status < 200 || status >= 300 && status < 400) return { type: "retry", reason: "paused", detail };
      const afterMs = waitAskedFor(headers, status === 429 ? limitedMs : TROUBLED_MS);
      const outcome = outcomeOfStatus(status, afterMs);
      return outcome?.type === "retry" ? { ...outcome, detail } : outcome ?? { type: "dropped", reason: "refused", detail };
    }
  }
};

// src/relay/vendors/flat-properties.ts
var flat = (value) => {
  if (value === null || value === void 0) return void 0;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return JSON.stringify(value);
};
var flatProperties = (properties, nameOf = (name) => name) => Object.fromEntries(
  Object.entries(properties).flatMap(([name, given]) => {
    const value = flat(given);
    return value === void 0 || !nameOf(name) ? [] : [[nameOf(name), value]];
  })
);

// src/core/id.ts
var timeOfId = (id) => Number.parseInt(id.replace("-", ""), 16);

// src/relay/vendors/helpcrunch-customers.ts
var UNKNOWN_MS = 10 * 6e4;
var ASK_AGAIN_MS = 6e4;
var MAX_REMEMBERED = 1e4;
var found = (id) => ({ type: "found", id });
var personProblem = ({ userId, email }) => userId || email ? void 0 : "HelpCrunch needs a user id or an e-mail address";
var newCustomer = ({ type, time, properties, identity: { userId, email, phone } }) => {
  const traits = type === "identify" ? [properties.firstName, properties.lastName] : [];
  const name = traits.filter((part) => typeof part === "string" && part).join(" ");
  return { name: name || void 0, userId, email, phone, firstSeen: `${Math.floor(time / 1e3)}` };
};
var bestOf = (customers, { userId, email }) => customers.find((customer) => userId && customer.userId === userId) ?? customers.find(
  (customer) => email && customer.email?.toLowerCase() === email && !(userId && customer.userId)
);
var createHelpcrunchCustomers = ({ post, createCustomers, outcomeOf }) => {
  const remembered = /* @__PURE__ */ new Map();
  const personOf = ({ userId, email, anonymousId }) => JSON.stringify(userId || email ? [userId, email] : anonymousId);
  const remember = (identity, id) => {
    const [oldest] = remembered.size < MAX_REMEMBERED ? [] : remembered.keys();
    if (oldest !== void 0) remembered.delete(oldest);
    remembered.set(personOf(identity), id);
    return found(id);
  };
  const failed = (answer) => {
    const outcome = outcomeOf(answer);
    const isDoubt = outcome.reason === "unanswered";
    if (outcome.type !== "delivered")
      return { type: "failed", outcome: isDoubt ? { ...outcome, reason: "busy" } : outcome };
    return {
      type: "failed",
      outcome: { type: "retry", reason: "busy", detail: "an unknown answer from the vendor" }
    };
  };
  const search = async ({ userId, email }, call) => {
    const fields = { "customers.userId": userId, "customers.email": email };
    const filter = Object.entries(fields).flatMap(
      ([field, value]) => value ? [{ field, operator: "=", value }] : []
    );
    return post(call, "customers/search", { comparison: "OR", filter, limit: 10, offset: 0 });
  };
  const create = async (event, call) => {
    const answer = await post(call, "customers", newCustomer(event));
    const isMade = answer.type === "answered" && answer.status >= 200 && answer.status < 300;
    const { id } = isMade ? parsed(answer.body) : {};
    return typeof id === "number" ? remember(event.identity, id) : failed(answer);
  };
  const unknown = (event, nowMs) => {
    if (event.type === "identify") return found(0);
    const detail = "HelpCrunch knows no such customer";
    const outcome = nowMs - timeOfId(event.id) < UNKNOWN_MS ? { type: "retry", reason: "busy", afterMs: ASK_AGAIN_MS, detail } : { type: "dropped", reason: "refused", detail };
    return { type: "failed", outcome: { ...outcome, hidden: "unknown-person" } };
  };
  return {
    personOf,
    forget: ({ identity }) => void remembered.delete(personOf(identity)),
    async find(event, call, nowMs) {
      const { identity } = event;
      const detail = personProblem(identity);
      if (detail) return { type: "failed", outcome: { type: "dropped", reason: "invalid", detail } };
      const known = remembered.get(personOf(identity));
      if (known !== void 0) return found(known);
      const answer = await search(identity, call);
      const { data } = answer.type === "answered" && answer.status === 200 ? parsed(answer.body) : {};
      if (!Array.isArray(data)) return failed(answer);
      const customer = bestOf(data, identity);
      if (customer) return remember(identity, customer.id);
      return createCustomers ? create(event, call) : unknown(event, nowMs);
    }
  };
};

// src/relay/vendors/helpcrunch-vendor.ts
var LIMITED_MS = 5e3;
var helpcrunchVendor = ({
  apiKey,
  createCustomers = false,
  unanswered = "resend",
  requestsPerMinute = 120,
  endpoint = "https://api.helpcrunch.com"
}) => {
  const base = endpoint.replace(/\/$/, "");
  const outcomeOf = (answer) => outcomeOfAnswer(answer, LIMITED_MS);
  const post = async (call, path, body) => call({
    method: "POST",
    url: `${base}/v1/${path}`,
    headers: { authorization: `Bearer ${await readSecret(apiKey)}`, "content-type": "application/json" },
    body: JSON.stringify(body)
  });
  const customers = createHelpcrunchCustomers({ post, createCustomers, outcomeOf });
  const send = (event, customer, call) => {
    const { id, uniqueId = id, name, time, properties } = event;
    const occurredAt = new Date(time).toISOString();
    return post(call, "events", {
      name,
      data: { ...flatProperties(properties), occurredAt, eventId: uniqueId },
      customer
    });
  };
  const refusalHidden = (outcome) => outcome.type === "dropped" ? { ...outcome, hidden: "refused" } : outcome;
  const deliver = async (event, call, nowMs, attempt = "first") => {
    const found2 = await customers.find(event, call, nowMs);
    if (found2.type === "failed") return found2.outcome;
    if (event.type === "identify") return { type: "delivered" };
    const answer = await send(event, found2.id, call);
    if (answer.type !== "answered" || answer.status !== 404) return refusalHidden(outcomeOf(answer));
    customers.forget(event);
    if (attempt === "first") return deliver(event, call, nowMs, "second");
    return refusalHidden({
      type: "dropped",
      reason: "refused",
      detail: "HelpCrunch does not find the customer it has named"
    });
  };
  return {
    name: "helpcrunch",
    rate: { requests: requestsPerMinute, windowMs: 6e4 },
    limitedMs: LIMITED_MS,
    unanswered,
    problem: ({ identity }) => personProblem(identity),
    personOf: ({ identity }) => customers.personOf(identity),
    deliver: (event, call, nowMs) => deliver(event, call, nowMs)
  };
};

// src/relay/vendors/yotpo-body.ts
var YOTPO_FIELDS = {
  source: "source",
  type: "type",
  occurredAt: "occurred_at",
  id: "id",
  customer: "customer",
  externalId: "external_id",
  phone: "phone_number",
  email: "email",
  customerProperties: "properties",
  properties: "properties"
};
var MAX_NAME2 = 255;
var snakeCase = (name) => name.slice(0, MAX_NAME2).normalize("NFKC").replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1_$2").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "_").replace(/^_+/, "").slice(0, MAX_NAME2).replace(/[\uD800-\uDBFF]$/, "").replace(/_+$/, "");
var identifierOf = ({ userId, email, phone }, fields) => {
  if (userId) return { [fields.externalId]: userId };
  if (email) return { [fields.email]: email };
  return phone ? { [fields.phone]: phone } : void 0;
};
var yotpoBody = ({
  source,
  wrapper,
  fields
}) => ({ type, name, time, properties, identity }, id) => {
  const identifier = identifierOf(identity, fields);
  if (!identifier)
    return { type: "invalid", detail: "Yotpo needs a user id, an e-mail address or a phone number" };
  const eventType = snakeCase(name);
  if (!eventType) return { type: "invalid", detail: "the name has neither a letter nor a digit" };
  const flat2 = flatProperties(properties, snakeCase);
  const isAboutPerson = type === "identify";
  const body = {
    [fields.source]: source,
    [fields.type]: eventType,
    [fields.occurredAt]: new Date(time).toISOString(),
    [fields.id]: id,
    [fields.customer]: { ...identifier, ...isAboutPerson && { [fields.customerProperties]: flat2 } },
    [fields.properties]: isAboutPerson ? {} : flat2
  };
  return { type: "body", body: wrapper ? { [wrapper]: body } : body };
};

// src/relay/vendors/yotpo-token.ts
var createYotpoToken = ({
  base,
  storeId,
  secret
}) => {
  let current;
  return {
    async get(call) {
      if (current !== void 0) return { value: current };
      const answer = await call({
        method: "POST",
        url: `${base}/core/v3/stores/${encodeURIComponent(storeId)}/access_tokens`,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ secret: await readSecret(secret) })
      });
      const isMade = answer.type === "answered" && answer.status >= 200 && answer.status < 300;
      if (!isMade) return { answer };
      const { access_token: value } = parsed(answer.body);
      if (typeof value !== "string" || !value) return { answer: { ...answer, status: 500 } };
      current = value;
      return { value };
    },
    /** Forgets the token, unless another request has renewed it meanwhile. */
    forget(value) {
      if (current === value) current = void 0;
    }
  };
};

// src/relay/vendors/yotpo-vendor.ts
var LIMITED_MS2 = 1e3;
var yotpoVendor = ({
  storeId,
  secret,
  source = "sendoff",
  method = "PATCH",
  path = "/core/v3/stores/{store_id}/customer_events",
  wrapper,
  fields,
  requestsPerSecond = 5,
  endpoint = "https://api.yotpo.com"
}) => {
  const base = endpoint.replace(/\/$/, "");
  const token = createYotpoToken({ base, storeId, secret });
  const body = yotpoBody({ source, wrapper, fields: { ...YOTPO_FIELDS, ...fields } });
  const outcomeOf = (answer) => {
    const isConflict = answer.type === "answered" && answer.status === 409;
    return isConflict ? { type: "retry", reason: "busy", afterMs: LIMITED_MS2, detail: "HTTP 409 from the vendor" } : outcomeOfAnswer(answer, LIMITED_MS2);
  };
  const send = async (request, call, attempt = "first") => {
    const { value, answer: denied } = await token.get(call);
    if (denied) return outcomeOf(denied);
    const answer = await call({ ...request, headers: { ...request.headers, "x-yotpo-token": value } });
    const isExpired = answer.type === "answered" && (answer.status === 401 || answer.status === 403);
    if (!isExpired || attempt === "second") return outcomeOf(answer);
    token.forget(value);
    return send(request, call, "second");
  };
  return {
    name: "yotpo",
    rate: { requests: requestsPerSecond, windowMs: 1e3 },
    limitedMs: LIMITED_MS2,
    problem(event) {
      const made = body(event, event.id);
      return made.type === "invalid" ? made.detail : void 0;
    },
    personOf: ({ identity }) => JSON.stringify(identity),
    async deliver(event, call) {
      const made = body(event, await keyOfEvent(event));
      if (made.type === "invalid") return { type: "dropped", reason: "invalid", detail: made.detail };
      const url = base + path.replace("{store_id}", encodeURIComponent(storeId));
      const headers = { "content-type": "application/json" };
      return send({ method, url, headers, body: JSON.stringify(made.body) }, call);
    }
  };
};
export {
  YOTPO_FIELDS,
  createCloudflareQueue,
  createMemoryIds,
  createQueueConsumer,
  createRelay,
  helpcrunchVendor,
  signWriteKey,
  yotpoVendor
};
