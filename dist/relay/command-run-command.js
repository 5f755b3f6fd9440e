import {
  SettingsError,
  createReader
} from "./command-chunk.js";

// src/relay/node/dead-letters.ts
var PAGE = 100;
var lineOf = ({ id, reason, detail, record: { event, tries, atMs } }) => JSON.stringify({
  id,
  reason,
  ...detail && { detail },
  name: event.name,
  eventId: event.id,
  tries,
  accepted: new Date(atMs).toISOString()
});
var lettersOf = async ({ vendor, id, limit, action }, queue) => {
  if (action === "list") return queue.dead(vendor, "-", limit);
  const letters = await queue.dead(vendor, id ?? "-", id ? 1 : PAGE);
  return id ? letters.filter((letter) => letter.id === id) : letters;
};
var runDead = async (asked, queue, tell) => {
  const { action, vendor, id } = asked;
  let letters = await lettersOf(asked, queue);
  if (action === "list") {
    for (const letter of letters) tell(lineOf(letter));
    return;
  }
  let done = 0;
  while (letters.length > 0) {
    for (const letter of letters)
      await (action === "retry" ? queue.revive(vendor, letter) : queue.forget(vendor, letter));
    done += letters.length;
    letters = id ? [] : await lettersOf(asked, queue);
  }
  tell(JSON.stringify({ vendor, [action === "retry" ? "retried" : "cleared"]: done }));
};

// src/relay/node/redis-connection.ts
import { createClient } from "@redis/client";

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

// src/relay/node/redis-connection.ts
var CONNECT_MS = 5e3;
var MAX_PAUSE_MS = 2e3;
var PING_MS = 5e3;
var SILENCE_MS = 15e3;
var infoOf = async (client, section) => {
  const text = `${await client.sendCommand(["INFO", section])}`;
  return (name) => new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(text)?.[1];
};
var checkServer = async (client, report) => {
  const policy = (await infoOf(client, "memory"))("maxmemory_policy");
  if (policy !== "noeviction")
    throw new SettingsError(`REDIS_URL is wrong: its maxmemory-policy is ${policy}; expected noeviction`);
  if ((await infoOf(client, "persistence"))("aof_enabled") !== "1")
    report("redis: appendonly is off, so a crash of Redis loses what it took since its last snapshot");
};
var connectRedis = async (url, report) => {
  let hasBeenReady = false;
  const client = createClient({
    url,
    // While Redis does not answer, the relay answers `retry`, because the queue is in the browser.
    disableOfflineQueue: true,
    pingInterval: PING_MS,
    socket: {
      connectTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      reconnectStrategy: (tries) => hasBeenReady ? Math.min(100 * 2 ** tries, MAX_PAUSE_MS) : false
    }
  });
  client.on("error", () => {
    if (hasBeenReady) report("redis: the connection is lost");
  });
  const connection = {
    sendCommand: (args) => client.sendCommand(args),
    close: () => client.destroy()
  };
  const late = new Promise((_, reject) => setTimeout(reject, CONNECT_MS, "late").unref());
  try {
    await Promise.race([client.connect(), late]);
    await checkServer({ ...connection, ...boundedCommands(connection) }, report);
  } catch (error) {
    client.destroy();
    if (error instanceof SettingsError) throw error;
    throw new SettingsError("REDIS_URL is wrong: no Redis or Valkey that answers could be reached there");
  }
  hasBeenReady = true;
  return connection;
};

// src/relay/request/secret.ts
var readSecret = async (secret) => typeof secret === "function" ? secret() : secret;

// src/core/outcome.ts
var failureOf = (status, afterMs) => {
  const reason = status < 400 || [408, 502, 504].includes(status) ? "unanswered" : status === 429 ? "limited" : status > 499 ? "busy" : [401, 403, 404].includes(status) && "paused";
  return reason ? { type: "retry", reason, afterMs, detail: `HTTP ${status}` } : void 0;
};
var outcomeOfStatus = (status, afterMs) => status > 199 && status < 300 ? { type: "delivered" } : failureOf(status, afterMs);

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

// src/core/json.ts
var parsed = (json) => {
  try {
    return { ...JSON.parse(`${json}`) };
  } catch {
    return {};
  }
};

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
var MAX_NAME = 255;
var snakeCase = (name) => name.slice(0, MAX_NAME).normalize("NFKC").replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1_$2").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "_").replace(/^_+/, "").slice(0, MAX_NAME).replace(/[\uD800-\uDBFF]$/, "").replace(/_+$/, "");
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

// src/relay/node/vendor-settings.ts
var isHttp = (value) => /^https?:\/\//.test(value) && URL.canParse(value);
var isAmount = (value) => /^[1-9]\d*$/.test(value);
var helpcrunchFrom = ({ text, check }) => {
  const apiKey = text("HELPCRUNCH_API_KEY");
  const create = check(
    "HELPCRUNCH_CREATE_CUSTOMERS",
    (value) => /^(true|false)$/.test(value),
    "true or false"
  );
  const unanswered = check(
    "HELPCRUNCH_UNANSWERED",
    (value) => /^(resend|assume-delivered)$/.test(value),
    "resend or assume-delivered"
  );
  const rate = check("HELPCRUNCH_REQUESTS_PER_MINUTE", isAmount, "a whole number");
  const endpoint = check("HELPCRUNCH_ENDPOINT", isHttp, "an address");
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
var yotpoFrom = ({ text, need, check }) => {
  const endpoint = check("YOTPO_ENDPOINT", isHttp, "an address");
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
var vendorsFrom = (reader) => {
  const vendors = [...helpcrunchFrom(reader), ...yotpoFrom(reader)];
  if (vendors.length === 0)
    reader.problems.push(
      "HELPCRUNCH_API_KEY or YOTPO_STORE_ID and YOTPO_SECRET: expected at least one vendor"
    );
  return vendors;
};

// src/relay/node/settings.ts
var DEFAULT_PORT = 8787;
var DEFAULT_REQUESTS_PER_ADDRESS = 600;
var MIN_SIGNING_SECRET = 32;
var DEFAULT_MAX_QUEUED = 1e6;
var DEFAULT_LEASE_S = 60;
var isOrigin = (value) => URL.canParse(value) && new URL(value).origin === value;
var isRedis = (value) => /^rediss?:\/\//.test(value) && URL.canParse(value);
var isAmount2 = (value) => /^[1-9]\d{0,8}$/.test(value);
var isAmountOrNone = (value) => /^\d{1,9}$/.test(value);
var isSecret = (value) => value.length >= MIN_SIGNING_SECRET;
var isHeader = (value) => /^[\w-]+$/.test(value);
var isPort = (value) => /^\d+$/.test(value) && Number(value) < 65536;
var isSwitch = (value) => value === "on" || value === "off";
var isPlace = (value) => value === "in-process" || value === "apart";
var commonFrom = (reader) => {
  const { check, text } = reader;
  const metricsPort = check("METRICS_PORT", isPort, "a number from 0 to 65535");
  return {
    host: text("HOST") ?? "0.0.0.0",
    metricsPort: metricsPort === void 0 ? void 0 : Number(metricsPort),
    redisUrl: check("REDIS_URL", isRedis, "redis://host:port or rediss://host:port"),
    maxQueued: Number(check("SENDOFF_MAX_QUEUED", isAmount2, "a whole number") ?? DEFAULT_MAX_QUEUED),
    leaseMs: 1e3 * Number(check("SENDOFF_LEASE_SECONDS", isAmount2, "a whole number") ?? DEFAULT_LEASE_S),
    vendors: vendorsFrom(reader)
  };
};
var throwProblems = ({ problems }) => {
  if (problems.length > 0) throw new SettingsError(problems.join("\n"));
};
var workerSettingsFrom = (env) => {
  const reader = createReader(env);
  const common = commonFrom(reader);
  reader.need("REDIS_URL", "redis://host:port or rediss://host:port, where the queue is");
  throwProblems(reader);
  return common;
};
var settingsFrom = (env) => {
  const reader = createReader(env);
  const { problems, need, list, check } = reader;
  const origins = list(
    need("SENDOFF_ORIGINS", "the sites, such as https://shop.example,https://www.shop.example")
  );
  const writeKeys = list(need("SENDOFF_WRITE_KEYS", "at least one public write key, separated by commas"));
  if (!origins.every(isOrigin))
    problems.push("SENDOFF_ORIGINS is wrong: expected addresses such as https://shop.example, without a path");
  const common = commonFrom(reader);
  const signingSecret = check("SENDOFF_SIGNING_SECRET", isSecret, `at least ${MIN_SIGNING_SECRET} characters`);
  const perAddress = check("SENDOFF_REQUESTS_PER_ADDRESS", isAmountOrNone, "a whole number; 0 for none");
  const settings = {
    ...common,
    port: Number(check("PORT", isPort, "a number from 0 to 65535") ?? DEFAULT_PORT),
    queue: check("SENDOFF_QUEUE", isSwitch, "on or off") === "off" || !common.redisUrl ? "off" : "on",
    worker: check("SENDOFF_WORKER", isPlace, "in-process or apart") === "apart" ? "apart" : "in-process",
    requestsPerAddress: Number(perAddress ?? DEFAULT_REQUESTS_PER_ADDRESS),
    eventsPerKey: Number(check("SENDOFF_EVENTS_PER_KEY", isAmountOrNone, "a whole number; 0 for none") ?? 0),
    addressHeader: check("SENDOFF_ADDRESS_HEADER", isHeader, "the name of a header"),
    relay: { origins, writeKeys, ...signingSecret && { signingSecret } }
  };
  throwProblems(reader);
  return settings;
};

// src/relay/node/start-relay.ts
import { getRequestListener } from "@hono/node-server";

// src/relay/check-options.ts
var wrong = (option, given, expected) => new TypeError(`sendoff-relay: ${option} ${given}; expected ${expected}; the relay does not start`);
var isOrigin2 = (text) => URL.canParse(text) && new URL(text).origin === text;
var checkOptions = ({ origins, writeKeys, vendors }) => {
  if (!origins?.length || !origins.every(isOrigin2))
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
var MAX_NAME2 = 255;
var MAX_DEPTH = 32;
var propertiesProblem = (properties) => {
  let level = [properties];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return `expected at most ${MAX_DEPTH} levels`;
    const next = [];
    for (const holder of level) {
      const isList = Array.isArray(holder);
      for (const [name, value] of Object.entries(holder)) {
        if (!isList && name.length > MAX_NAME2) return `expected names of at most ${MAX_NAME2} characters`;
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

// src/relay/request/signed-key.ts
var MAX_LIFE_S = 24 * 60 * 60;
var bytesOf = (text) => new TextEncoder().encode(text);
var bytesFrom = (base64url) => Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
var importKey = (secret, use) => crypto.subtle.importKey("raw", bytesOf(secret), { name: "HMAC", hash: "SHA-256" }, false, [use]);
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

// src/relay/ids/redis-ids.ts
var DELIVERED2 = "delivered";
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

// src/relay/limits/memory-limits.ts
import { RateLimiterMemory } from "rate-limiter-flexible";
var WINDOW_S = 60;
var limiterFor = (points) => points ? new RateLimiterMemory({ points, duration: WINDOW_S }) : void 0;
var createMemoryLimits = ({
  requestsPerAddress,
  eventsPerKey
}) => {
  const limiters = { address: limiterFor(requestsPerAddress), key: limiterFor(eventsPerKey) };
  return {
    async take(of, subject, amount) {
      try {
        await limiters[of]?.consume(subject, amount);
        return 0;
      } catch (refused) {
        return refused.msBeforeNext ?? WINDOW_S * 1e3;
      }
    }
  };
};

// src/relay/node/listen.ts
import { createServer } from "node:http";
var REQUEST_MS = 1e4;
var LOOK_MS = 1e3;
var STOP_LOOK_MS = 250;
var STOP_MS = 3e4;
var listen = async (answer, port, host) => {
  const open = /* @__PURE__ */ new Set();
  const server = createServer(
    { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS, connectionsCheckingInterval: LOOK_MS },
    (incoming, outgoing) => {
      open.add(incoming);
      outgoing.once("close", () => open.delete(incoming));
      answer(incoming, outgoing);
    }
  );
  await new Promise((resolve, reject) => {
    server.once("error", ({ message }) => reject(new SettingsError(`PORT or HOST is wrong: ${message}`)));
    server.listen(port, host, resolve);
  });
  return {
    port: server.address().port,
    stop: () => new Promise((resolve) => {
      const endMs = Date.now() + STOP_MS;
      const cut = setInterval(() => {
        const isAnswering = [...open].some(({ complete }) => complete);
        if (!isAnswering || Date.now() > endMs) server.closeAllConnections();
      }, STOP_LOOK_MS);
      server.close(() => {
        clearInterval(cut);
        resolve();
      });
      server.closeIdleConnections();
    })
  };
};

// src/relay/node/metrics.ts
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
var createMetrics = () => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "sendoff_requests_total",
    help: "Requests that were answered, by status",
    labelNames: ["status"],
    registers
  });
  const events = new Counter({
    name: "sendoff_events_total",
    help: "What became of events, by vendor: delivered, queued, or the reason why not",
    labelNames: ["vendor", "outcome"],
    registers
  });
  const calls = new Counter({
    name: "sendoff_vendor_requests_total",
    help: "Requests to vendors, by what was answered",
    labelNames: ["vendor", "status"],
    registers
  });
  const observe = (observation) => {
    switch (observation.type) {
      case "request":
        return requests.inc({ status: observation.status });
      case "event":
        return events.inc({ vendor: observation.vendor, outcome: observation.outcome });
      case "call":
        return calls.inc({ vendor: observation.vendor, status: observation.status });
    }
  };
  return {
    observe,
    /** Adds a number for each vendor, which is read when Prometheus asks, and left out when it cannot be read. */
    gauge(name, help, count) {
      const gauge = new Gauge({
        name,
        help,
        labelNames: ["vendor"],
        registers,
        async collect() {
          gauge.reset();
          await count((vendor, value) => gauge.set({ vendor }, value)).catch(() => gauge.reset());
        }
      });
    },
    type: registry.contentType,
    text: () => registry.metrics()
  };
};

// src/relay/node/metrics-server.ts
var listenForMetrics = async ({ text, type }, { metricsPort, host }) => metricsPort === void 0 ? void 0 : listen(
  async (_, outgoing) => {
    outgoing.setHeader("content-type", type);
    outgoing.end(await text());
  },
  metricsPort,
  host
);

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
    const later2 = jsonOfRecord({ ...record, tries: record.tries + 1 });
    return evaluate(POSTPONE, keysOf(vendor), worker, id, person, record.json, later2, waitMs);
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
var STOP_MS2 = 1e4;
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
        if (isStopping()) stopAtMs = Math.min(stopAtMs, world.now() + STOP_MS2);
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
var LOOK_MS2 = 1e3;
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
    lookAtMs = world.now() + LOOK_MS2;
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
  const run2 = async () => {
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
  const ended = run2();
  return {
    async stop() {
      isStopping = true;
      await ended;
      await Promise.all(running.values());
      await queue.leave(name).catch(() => report(`${name}: the queue does not answer; its events wait`));
    }
  };
};

// src/relay/node/start-worker.ts
var startWorkers = ({ vendors, leaseMs }, queue, report, observe) => {
  const world = createWorld();
  const workers = vendors.map((vendor) => startWorker({ vendor, queue, leaseMs, world, report, observe }));
  return {
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
    }
  };
};
var countQueues = (metrics, { vendors }, queue) => {
  const each = (count) => async (set) => {
    for (const { name } of vendors) set(name, await count(name));
  };
  metrics.gauge("sendoff_queue_events", "Events that wait, by vendor", each(queue.waiting));
  metrics.gauge("sendoff_dead_events", "Events that were given up, by vendor", each(queue.deadCount));
};
var queueFrom = ({ maxQueued, leaseMs }, client) => createRedisQueue({ client, maxEvents: maxQueued, leaseMs });
var startWorkerProcess = async (env, report) => {
  const settings = workerSettingsFrom(env);
  const redis = await connectRedis(`${settings.redisUrl}`, report);
  const queue = queueFrom(settings, redis);
  const metrics = createMetrics();
  countQueues(metrics, settings, queue);
  const server = await listenForMetrics(metrics, settings);
  const workers = startWorkers(settings, queue, report, metrics.observe);
  return {
    async stop() {
      await Promise.all([workers.stop(), server?.stop()]);
      redis.close();
    }
  };
};

// src/relay/node/start-relay.ts
var lastOf = (list) => list?.split(",").at(-1)?.trim() || void 0;
var startRelay = async (env, report = () => void 0) => {
  const settings = settingsFrom(env);
  const { host, port, redisUrl, addressHeader } = settings;
  const redis = redisUrl === void 0 ? void 0 : await connectRedis(redisUrl, report);
  const queue = redis && settings.queue === "on" ? queueFrom(settings, redis) : void 0;
  const metrics = createMetrics();
  if (queue) countQueues(metrics, settings, queue);
  const addresses = /* @__PURE__ */ new WeakMap();
  const handle = createRelay({
    ...settings.relay,
    vendors: settings.vendors,
    report,
    observe: metrics.observe,
    limits: createMemoryLimits(settings),
    addressOf: (request) => addressHeader ? lastOf(request.headers.get(addressHeader)) : addresses.get(request),
    ...queue && { queue },
    ...redis && { deliveredIds: createRedisIds({ client: redis }) }
  });
  const answer = getRequestListener((request, { incoming }) => {
    addresses.set(request, incoming.socket?.remoteAddress);
    return handle(request);
  });
  try {
    const server = await listen((incoming, outgoing) => void answer(incoming, outgoing), port, host);
    const forMetrics = await listenForMetrics(metrics, settings);
    const workers = queue && settings.worker === "in-process" ? startWorkers(settings, queue, report, metrics.observe) : void 0;
    return {
      host,
      port: server.port,
      async stop() {
        await Promise.all([server.stop(), forMetrics?.stop(), workers?.stop()]);
        redis?.close();
      }
    };
  } catch (error) {
    redis?.close();
    throw error;
  }
};

// src/relay/node/run-command.ts
var log = (level, message) => console.log(JSON.stringify({ time: (/* @__PURE__ */ new Date()).toISOString(), level, message }));
var warn = (problem) => log("warn", problem);
var untilStopped = (stop) => {
  const end = async () => {
    await stop();
    log("info", "stopped");
    process.exit(0);
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
};
var run = async (asked, env) => {
  switch (asked.type) {
    case "serve": {
      const { host, port, stop } = await startRelay(env, warn);
      log("info", `listening on http://${host}:${port}`);
      return untilStopped(stop);
    }
    case "work": {
      const { stop } = await startWorkerProcess(env, warn);
      log("info", "working");
      return untilStopped(stop);
    }
    case "dead": {
      const settings = workerSettingsFrom(env);
      const redis = await connectRedis(`${settings.redisUrl}`, (problem) => console.error(problem));
      try {
        await runDead(asked, queueFrom(settings, redis), (line) => console.log(line));
      } finally {
        redis.close();
      }
    }
  }
};
export {
  run
};
