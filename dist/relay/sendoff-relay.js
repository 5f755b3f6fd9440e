#!/usr/bin/env node

// src/core/outcome.ts
var outcomeOfStatus = (status, afterMs) => {
  if (status < 300) return { type: "delivered" };
  const reason = [408, 502, 504].includes(status) ? "unanswered" : status === 429 || status > 499 ? "busy" : [401, 403, 404].includes(status) && "paused";
  return reason ? { type: "retry", reason, afterMs, detail: `HTTP ${status}` } : void 0;
};

// src/relay/pace.ts
var JITTER = 1.05;
var createPace = ({ requests, windowMs }) => {
  const starts = [];
  let quietUntilMs = 0;
  return {
    /** Takes the next turn, unless it comes only after `maxWaitMs`. */
    take(nowMs, maxWaitMs) {
      const oldest = starts.length < requests ? void 0 : starts[0];
      const startMs = Math.max(nowMs, quietUntilMs, oldest === void 0 ? 0 : oldest + windowMs * JITTER);
      const waitMs = Math.ceil(startMs - nowMs);
      if (waitMs > maxWaitMs) return { type: "full", afterMs: waitMs };
      if (oldest !== void 0) starts.shift();
      starts.push(startMs);
      return { type: "granted", waitMs };
    },
    /** The vendor has said that it is too much: others use the same limit. */
    quiet(untilMs) {
      quietUntilMs = Math.max(quietUntilMs, untilMs);
    }
  };
};

// src/relay/caller.ts
var CALL_MS = 1e4;
var WAIT_HEADERS = ["retry-after", "ratelimit-reset"];
var waitAskedFor = (headers, fallbackMs) => {
  const seconds = WAIT_HEADERS.map((name) => Number(headers.get(name))).find((number) => number > 0);
  return seconds ? Math.ceil(seconds * 1e3) : fallbackMs;
};
var createCaller = ({ rate, limitedMs }, { fetch, now, sleep }) => {
  const pace = createPace(rate);
  const send = async ({ url, ...init }) => {
    try {
      const response = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(CALL_MS) });
      return {
        type: "answered",
        status: response.status,
        headers: response.headers,
        body: await response.text()
      };
    } catch {
      return { type: "unanswered" };
    }
  };
  return (deadlineMs) => async (request) => {
    const turn = pace.take(now(), Math.max(0, deadlineMs - now()));
    if (turn.type === "full") return { type: "waiting", afterMs: turn.afterMs };
    if (turn.waitMs > 0) await sleep(turn.waitMs);
    const answer = await send(request);
    if (answer.type === "answered" && answer.status === 429)
      pace.quiet(now() + waitAskedFor(answer.headers, limitedMs));
    return answer;
  };
};

// src/relay/answer-outcome.ts
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

// src/relay/flat-properties.ts
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

// src/core/json.ts
var parsed = (json) => {
  try {
    return { ...JSON.parse(`${json}`) };
  } catch {
    return {};
  }
};

// src/relay/helpcrunch-customers.ts
var UNKNOWN_MS = 10 * 6e4;
var ASK_AGAIN_MS = 6e4;
var MAX_REMEMBERED = 1e4;
var found = (id) => ({ type: "found", id });
var dropped = (reason, detail) => ({
  type: "failed",
  outcome: { type: "dropped", reason, detail }
});
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
    return nowMs - timeOfId(event.id) < UNKNOWN_MS ? { type: "failed", outcome: { type: "retry", reason: "busy", afterMs: ASK_AGAIN_MS, detail } } : dropped("refused", detail);
  };
  return {
    personOf,
    forget: ({ identity }) => void remembered.delete(personOf(identity)),
    async find(event, call, nowMs) {
      const { identity } = event;
      if (!identity.userId && !identity.email)
        return dropped("invalid", "HelpCrunch needs a user id or an e-mail address");
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

// src/relay/secret.ts
var readSecret = async (secret) => typeof secret === "function" ? secret() : secret;

// src/relay/helpcrunch-vendor.ts
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
  const deliver = async (event, call, nowMs, isSecondTry = false) => {
    const found2 = await customers.find(event, call, nowMs);
    if (found2.type === "failed") return found2.outcome;
    if (event.type === "identify") return { type: "delivered" };
    const answer = await send(event, found2.id, call);
    if (answer.type !== "answered" || answer.status !== 404) return outcomeOf(answer);
    customers.forget(event);
    if (!isSecondTry) return deliver(event, call, nowMs, true);
    return {
      type: "dropped",
      reason: "refused",
      detail: "HelpCrunch does not find the customer it has named"
    };
  };
  return {
    name: "helpcrunch",
    rate: { requests: requestsPerMinute, windowMs: 6e4 },
    limitedMs: LIMITED_MS,
    unanswered,
    personOf: ({ identity }) => customers.personOf(identity),
    deliver: (event, call, nowMs) => deliver(event, call, nowMs)
  };
};

// src/relay/yotpo-body.ts
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
var MAX_NAME = 255;
var snakeCase = (name) => name.normalize("NFKC").replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1_$2").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "_").replace(/^_+/, "").slice(0, MAX_NAME).replace(/[\uD800-\uDBFF]$/, "").replace(/_+$/, "");
var identifierOf = ({ userId, email, phone }, fields) => {
  if (userId) return { [fields.externalId]: userId };
  if (email) return { [fields.email]: email };
  return phone ? { [fields.phone]: phone } : void 0;
};
var yotpoBody = ({
  source,
  wrapper,
  fields
}) => ({ id, uniqueId = id, type, name, time, properties, identity }) => {
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
    [fields.id]: uniqueId,
    [fields.customer]: { ...identifier, ...isAboutPerson && { [fields.customerProperties]: flat2 } },
    [fields.properties]: isAboutPerson ? {} : flat2
  };
  return { type: "body", body: wrapper ? { [wrapper]: body } : body };
};

// src/relay/yotpo-token.ts
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

// src/relay/yotpo-vendor.ts
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
  const send = async (request, call, isSecondTry = false) => {
    const { value, answer: denied } = await token.get(call);
    if (denied) return outcomeOf(denied);
    const answer = await call({ ...request, headers: { ...request.headers, "x-yotpo-token": value } });
    const isExpired = answer.type === "answered" && (answer.status === 401 || answer.status === 403);
    if (!isExpired || isSecondTry) return outcomeOf(answer);
    token.forget(value);
    return send(request, call, true);
  };
  return {
    name: "yotpo",
    rate: { requests: requestsPerSecond, windowMs: 1e3 },
    limitedMs: LIMITED_MS2,
    personOf: ({ identity }) => JSON.stringify(identity),
    async deliver(event, call) {
      const made = body(event);
      if (made.type === "invalid") return { type: "dropped", reason: "invalid", detail: made.detail };
      const url = base + path.replace("{store_id}", encodeURIComponent(storeId));
      const headers = { "content-type": "application/json" };
      return send({ method, url, headers, body: JSON.stringify(made.body) }, call);
    }
  };
};

// src/relay/settings.ts
var SettingsError = class extends Error {
  name = "SettingsError";
};
var DEFAULT_PORT = 8787;
var createReader = (env) => {
  const problems = [];
  const text = (name) => env[name]?.trim() || void 0;
  return {
    problems,
    text,
    need(name, expected) {
      const value = text(name);
      if (value === void 0) problems.push(`${name} is missing: expected ${expected}`);
      return value ?? "";
    },
    list: (value) => value.split(",").map((item) => item.trim()).filter(Boolean),
    check(name, isRight, expected) {
      const value = text(name);
      if (value === void 0 || isRight(value)) return value;
      problems.push(`${name} is wrong: expected ${expected}`);
      return void 0;
    }
  };
};
var isOrigin = (value) => URL.canParse(value) && new URL(value).origin === value;
var isHttp = (value) => /^https?:\/\//.test(value) && URL.canParse(value);
var isRedis = (value) => /^rediss?:\/\//.test(value) && URL.canParse(value);
var isAmount = (value) => /^[1-9]\d*$/.test(value);
var isPort = (value) => /^\d+$/.test(value) && Number(value) < 65536;
var helpcrunchFrom = ({ text, check: check2 }) => {
  const apiKey = text("HELPCRUNCH_API_KEY");
  const create = check2(
    "HELPCRUNCH_CREATE_CUSTOMERS",
    (value) => /^(true|false)$/.test(value),
    "true or false"
  );
  const unanswered = check2(
    "HELPCRUNCH_UNANSWERED",
    (value) => /^(resend|assume-delivered)$/.test(value),
    "resend or assume-delivered"
  );
  const rate = check2("HELPCRUNCH_REQUESTS_PER_MINUTE", isAmount, "a whole number");
  const endpoint = check2("HELPCRUNCH_ENDPOINT", isHttp, "an address");
  if (!apiKey) return [];
  const vendor = helpcrunchVendor({
    apiKey,
    createCustomers: create === "true",
    ...unanswered && { unanswered },
    ...rate && { requestsPerMinute: Number(rate) },
    ...endpoint && { endpoint }
  });
  return [vendor];
};
var yotpoFrom = ({ text, need, check: check2 }) => {
  const endpoint = check2("YOTPO_ENDPOINT", isHttp, "an address");
  const [method, path, wrapper] = [text("YOTPO_METHOD"), text("YOTPO_PATH"), text("YOTPO_WRAPPER")];
  if (!text("YOTPO_STORE_ID") && !text("YOTPO_SECRET")) return [];
  const vendor = yotpoVendor({
    storeId: need("YOTPO_STORE_ID", "the store id, also called app key"),
    secret: need("YOTPO_SECRET", "the store's secret"),
    ...method && { method },
    ...path && { path },
    ...wrapper && { wrapper },
    ...endpoint && { endpoint }
  });
  return [vendor];
};
var settingsFrom = (env) => {
  const reader = createReader(env);
  const { problems, need, list, check: check2, text } = reader;
  const origins = list(
    need("SENDOFF_ORIGINS", "the sites, such as https://shop.example,https://www.shop.example")
  );
  const writeKeys = list(need("SENDOFF_WRITE_KEYS", "at least one public write key, separated by commas"));
  if (!origins.every(isOrigin))
    problems.push("SENDOFF_ORIGINS is wrong: expected addresses such as https://shop.example, without a path");
  const port = check2("PORT", isPort, "a number from 0 to 65535");
  const redisUrl = check2("REDIS_URL", isRedis, "redis://host:port or rediss://host:port");
  const vendors = [...helpcrunchFrom(reader), ...yotpoFrom(reader)];
  if (vendors.length === 0)
    problems.push("HELPCRUNCH_API_KEY or YOTPO_STORE_ID and YOTPO_SECRET: expected at least one vendor");
  if (problems.length > 0) throw new SettingsError(problems.join("\n"));
  return {
    port: port ? Number(port) : DEFAULT_PORT,
    host: text("HOST") ?? "0.0.0.0",
    redisUrl,
    relay: { origins, writeKeys, vendors }
  };
};

// src/relay/start-relay.ts
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";

// src/relay/turns.ts
var createTurns = (sleep, maxWaitMs) => {
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
var createDelivery = ({ vendor, deliveredIds, report, world }) => {
  const { name, unanswered } = vendor;
  const callBefore = createCaller(vendor, world);
  const inTurn = createTurns(world.sleep, BUDGET_MS);
  const understood = (outcome) => {
    if (outcome.reason === "paused") report(`${name}: ${outcome.detail}`);
    const isTaken = outcome.reason === "unanswered" && unanswered === "assume-delivered";
    return isTaken || outcome.type === "delivered" ? DELIVERED : outcome;
  };
  const settleFailed = () => (
    // The vendor has it all the same. A repeat may count twice once the claim has ended.
    report(`${name}: the store of delivered ids failed to settle`)
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
      report(`${name}: the store of delivered ids failed to release`);
    }
  };
  const inOrder = async (visits, deadlineMs) => {
    const call = callBefore(deadlineMs);
    const released = [];
    let obstacle;
    for (const visit of visits) {
      const { event, key, claim } = visit;
      const nowMs = world.now();
      if (claim === "taken") obstacle ??= later(LATER_MS, "being delivered");
      if (nowMs >= deadlineMs) obstacle ??= later(LATER_MS, "more than fits in one request");
      let outcome = claim === "delivered" ? DELIVERED : obstacle;
      try {
        outcome ??= understood(await vendor.deliver(event, call, nowMs));
      } catch {
        report(`${name}: an event could not be handled`);
        outcome = later(STORE_DOWN_MS, "the relay failed");
      }
      visit.outcome = outcome;
      const isRetry = outcome.type === "retry";
      if (isRetry) obstacle ??= obstacleAfter(outcome);
      if (!unanswered || claim !== "mine") continue;
      if (isRetry) released.push(key);
      const settled = isRetry ? void 0 : settle(key);
      if (settled) await settled;
    }
    await release(released);
  };
  const claimAll = async (events) => {
    const keys = events.map(({ id, uniqueId = id }) => uniqueId);
    const claims = unanswered ? await deliveredIds.claim(name, keys) : [];
    return events.map((event, index) => ({
      event,
      key: keys[index] ?? "",
      claim: claims[index] ?? "mine",
      outcome: void 0
    }));
  };
  return async (events) => {
    const deadlineMs = world.now() + BUDGET_MS;
    let visits;
    try {
      visits = await claimAll(events);
    } catch {
      report(`${name}: the store of delivered ids failed to claim`);
      return events.map(() => later(STORE_DOWN_MS, "the relay cannot tell repeats at the moment"));
    }
    const people = [...groupBy(visits, ({ event }) => vendor.personOf(event))];
    await Promise.all(people.map(([person, theirs]) => inTurn(person, () => inOrder(theirs, deadlineMs))));
    return visits.map(({ outcome = DELIVERED }) => outcome);
  };
};

// src/destinations/relay.ts
var RELAY_EVENTS = 1e3;
var RELAY_BYTES = 1e6;

// src/relay/batch-shape.ts
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
  return identityProblem(identity);
};
var shapeProblem = (events) => {
  if (!Array.isArray(events) || events.length === 0) return "events: expected a list of at least one";
  for (const [index, event] of events.entries()) {
    const problem = eventProblem(event);
    if (problem) return `events[${index}].${problem}`;
  }
  return void 0;
};

// src/relay/read-body.ts
var readBody = async (request, maxBytes) => {
  const declared = request.headers.get("content-length");
  if (declared !== null && Number(declared) <= maxBytes) {
    const text2 = await request.text();
    return text2.length <= maxBytes ? text2 : void 0;
  }
  const reader = request.body?.getReader();
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

// src/relay/refusal.ts
var STATUS = {
  "wrong-method": 405,
  "wrong-origin": 403,
  "wrong-type": 415,
  "too-large": 413,
  "not-json": 400,
  "wrong-write-key": 401,
  "too-many-events": 413,
  "wrong-shape": 400,
  "unknown-destination": 404
};
var refusal = (code, message) => ({
  type: "refused",
  status: STATUS[code],
  code,
  message
});

// src/relay/gate.ts
var parse = (text) => {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : void 0;
  } catch {
    return void 0;
  }
};
var TYPES = /^(text\/plain|application\/json)\s*(;|$)/i;
var createGate = ({ origins, writeKeys, destinations }) => {
  const known = { origins: new Set(origins), writeKeys: new Set(writeKeys) };
  const headProblem = ({ method, headers }) => {
    if (!known.origins.has(headers.get("origin") ?? ""))
      return ["wrong-origin", "Origin is not one of the sites that this relay is for."];
    if (method !== "POST") return ["wrong-method", "Expected POST."];
    if (!TYPES.test(headers.get("content-type") ?? "text/plain"))
      return ["wrong-type", "Content-Type: expected text/plain or application/json."];
    return void 0;
  };
  const bodyProblem = ({
    writeKey,
    events,
    destination
  }) => {
    if (!known.writeKeys.has(writeKey))
      return ["wrong-write-key", `writeKey is ${writeKey ? "not one of this relay\u2019s" : "missing"}.`];
    if (Array.isArray(events) && events.length > RELAY_EVENTS)
      return ["too-many-events", `events: expected at most ${RELAY_EVENTS}.`];
    const problem = shapeProblem(events);
    if (problem) return ["wrong-shape", `${problem}.`];
    if (!destinations.includes(`${destination}`))
      return ["unknown-destination", `destination: expected one of ${destinations.join(", ")}.`];
    return void 0;
  };
  return async (request) => {
    const wrongHead = headProblem(request);
    if (wrongHead) return refusal(...wrongHead);
    const text = await readBody(request, RELAY_BYTES);
    if (text === void 0) return refusal("too-large", `The body has more than ${RELAY_BYTES} bytes.`);
    const body = parse(text);
    if (!body) return refusal("not-json", "The body is not a JSON object.");
    const wrongBody = bodyProblem(body);
    if (wrongBody) return refusal(...wrongBody);
    return {
      type: "passed",
      destination: `${body.destination}`,
      events: body.events
    };
  };
};

// src/relay/delivered-ids.ts
var CLAIM_MS = 12e4;
var REMEMBER_MS = 8 * 24 * 60 * 60 * 1e3;

// src/relay/memory-ids.ts
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
var createMemoryIds = ({
  maxIds = MAX_IDS,
  now = () => Date.now()
} = {}) => {
  const vendors = /* @__PURE__ */ new Map();
  const startMs = now();
  let present = 0;
  const halvesOf = (vendor) => {
    const halves = vendors.get(vendor) ?? createHalves(maxIds / 2);
    vendors.set(vendor, halves);
    return halves;
  };
  return {
    claim(vendor, ids) {
      const { read, write } = halvesOf(vendor);
      present = Math.ceil((now() - startMs) / 1e3);
      const claimed = present + CLAIM_MS / 1e3;
      return ids.map((id) => {
        const until = read(id);
        if (Math.abs(until) > present) return until < 0 ? "delivered" : "taken";
        write(id, claimed);
        return "mine";
      });
    },
    settle(vendor, id) {
      halvesOf(vendor).write(id, -(present + REMEMBER_MS / 1e3));
    },
    release(vendor, ids) {
      const { read, write } = halvesOf(vendor);
      for (const id of ids) if (read(id) > 0) write(id, 0);
    }
  };
};

// src/relay/world.ts
var createWorld = () => ({
  fetch: (url, init) => globalThis.fetch(url, init),
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms))
});

// src/relay/create-relay.ts
var wrong = (option, expected) => new TypeError(`sendoff-relay: ${option}: expected ${expected}`);
var isOrigin2 = (text) => URL.canParse(text) && new URL(text).origin === text;
var check = ({ origins, writeKeys, vendors }) => {
  if (!origins?.length || !origins.every(isOrigin2))
    throw wrong("origins", "addresses such as https://shop.example, without a path");
  if (!writeKeys?.length || !writeKeys.every(Boolean)) throw wrong("writeKeys", "at least one");
  if (!vendors?.length) throw wrong("vendors", "at least one");
  const names = vendors.map(({ name }) => name);
  if (new Set(names).size < names.length) throw wrong("vendors", "each only once");
};
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
  check(options);
  const { origins, writeKeys, vendors, report = () => void 0 } = options;
  const world = { ...createWorld(), ...options.world };
  const { deliveredIds = createMemoryIds({ now: world.now }) } = options;
  const gate = createGate({ origins, writeKeys, destinations: vendors.map(({ name }) => name) });
  const deliveries = new Map(
    vendors.map((vendor) => [vendor.name, createDelivery({ vendor, deliveredIds, report, world })])
  );
  const corsFor = (origin) => origin !== null && origins.includes(origin) ? { "access-control-allow-origin": origin, vary: "origin" } : { vary: "origin" };
  const preflight = (cors) => new Response(null, {
    status: 204,
    headers: {
      ...cors,
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "content-type",
      "access-control-max-age": "86400"
    }
  });
  return async (request) => {
    const cors = corsFor(request.headers.get("origin"));
    if (request.method === "OPTIONS" && "access-control-allow-origin" in cors) return preflight(cors);
    const passage = await gate(request);
    if (passage.type === "refused") {
      const { status, code, message } = passage;
      return jsonResponse(status, JSON.stringify({ error: { code, message } }), cors);
    }
    const { destination, events } = passage;
    const outcomes = await deliveries.get(destination)?.(events) ?? [];
    return jsonResponse(200, answerOf(events, outcomes), cors);
  };
};

// src/relay/redis-connection.ts
import { createClient } from "@redis/client";
var CONNECT_MS = 5e3;
var COMMAND_MS = 3e3;
var MAX_PAUSE_MS = 2e3;
var connectRedis = async (url, report) => {
  let hasBeenReady = false;
  const client = createClient({
    url,
    // What cannot be asked now is answered with `retry`; the queue is in the browser.
    disableOfflineQueue: true,
    commandOptions: { timeout: COMMAND_MS },
    socket: {
      connectTimeout: CONNECT_MS,
      reconnectStrategy: (tries) => hasBeenReady ? Math.min(100 * 2 ** tries, MAX_PAUSE_MS) : false
    }
  });
  client.on("error", () => {
    if (hasBeenReady) report("redis: the connection is lost");
  });
  try {
    await client.connect();
  } catch {
    throw new SettingsError("REDIS_URL is wrong: no Redis or Valkey could be reached there");
  }
  hasBeenReady = true;
  return {
    sendCommand: (args) => client.sendCommand(args),
    close: () => client.destroy()
  };
};

// src/relay/redis-ids.ts
var DELIVERED2 = "delivered";
var RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";
var createRedisIds = ({
  client,
  prefix = "sendoff:",
  token = crypto.randomUUID()
}) => {
  const keyOf = (vendor, id) => `${prefix}${vendor}:${id}`;
  const send = (...command) => client.sendCommand(command);
  return {
    // The client sends in one go what it is asked for at once.
    async claim(vendor, ids) {
      const keys = ids.map((id) => keyOf(vendor, id));
      const set = await Promise.all(
        keys.map((key) => send("SET", key, token, "NX", "PX", `${CLAIM_MS}`))
      );
      const missed = keys.filter((_, index) => set[index] === null);
      const holders = await Promise.all(missed.map((key) => send("GET", key)));
      const delivered = new Set(missed.filter((_, index) => holders[index] === DELIVERED2));
      return keys.map((key, index) => {
        if (set[index] !== null) return "mine";
        return delivered.has(key) ? "delivered" : "taken";
      });
    },
    async settle(vendor, id) {
      await send("SET", keyOf(vendor, id), DELIVERED2, "PX", `${REMEMBER_MS}`);
    },
    async release(vendor, ids) {
      await Promise.all(ids.map((id) => send("EVAL", RELEASE, "1", keyOf(vendor, id), token)));
    }
  };
};

// src/relay/start-relay.ts
var startRelay = async (env, report = () => void 0) => {
  const { host, port, redisUrl, relay } = settingsFrom(env);
  const redis = redisUrl === void 0 ? void 0 : await connectRedis(redisUrl, report);
  const handle = createRelay({
    ...relay,
    report,
    ...redis && { deliveredIds: createRedisIds({ client: redis }) }
  });
  const answer = getRequestListener(handle);
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise((resolve, reject) => {
    server.once("error", ({ message }) => {
      redis?.close();
      reject(new SettingsError(`PORT or HOST is wrong: ${message}`));
    });
    server.listen(port, host, resolve);
  });
  return {
    host,
    port: server.address().port,
    stop: () => new Promise((resolve) => {
      server.close(() => {
        redis?.close();
        resolve();
      });
      server.closeIdleConnections();
    })
  };
};

// src/relay/sendoff-relay.ts
var say = (line) => console.error(`sendoff-relay: ${line.replaceAll("\n", "\nsendoff-relay: ")}`);
try {
  const { host, port, stop } = await startRelay(process.env, say);
  console.log(`sendoff-relay: listening on http://${host}:${port}`);
  const end = async () => {
    await stop();
    process.exit(0);
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
