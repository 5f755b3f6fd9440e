#!/usr/bin/env node

// src/cli/sendoff.ts
import { readFileSync } from "node:fs";
import { join as join3 } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

// src/cli/installed-chromium.ts
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
var NAMES = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "chrome",
  "microsoft-edge"
];
var MAC_APPS = ["Google Chrome", "Chromium", "Microsoft Edge"];
var WINDOWS = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];
var placesOn = (platform, env) => {
  if (platform === "darwin")
    return ["", env.HOME ?? ""].flatMap(
      (root) => MAC_APPS.map((app) => `${root}/Applications/${app}.app/Contents/MacOS/${app}`)
    );
  if (platform === "win32")
    return [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].flatMap(
      (root) => root ? WINDOWS.map((path) => `${root}\\${path}`) : []
    );
  const folders = [
    "/usr/bin",
    "/usr/local/bin",
    "/snap/bin",
    ...(env.PATH ?? "").split(delimiter).filter(Boolean)
  ];
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
};
var installedChromium = (platform, env, exists = existsSync) => placesOn(platform, env).find((path) => exists(path));

// src/entries/attribute-names.ts
var COMMON = "key endpoint destination global namespace maxAgeDays maxEvents worker consent gpc cookieDomain context clickIds pageviews declarative outbound bots debug";
var attributeNames = (vendors) => `${COMMON} ${vendors}`.trim().split(" ");
var isNearly = (given, ours) => {
  let missing = ours;
  for (const letter of given) missing = missing.replace(letter, "");
  return given[0] === ours[0] && !missing[1] && Math.abs(given.length - ours.length) < 2;
};
var meantBy = (given, names) => names.find((ours) => isNearly(given, ours));
var attributeOf = (name) => `data-${name.replace(/[A-Z]/g, "-$&").toLowerCase()}`;

// src/vendors/attributes.ts
var NO_KEY = "-";
var keyIn = (key) => key ? { key } : {};

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
function original(name, value) {
  const given = this[name];
  return typeof given === "string" || Array.isArray(given) ? given : value;
}
var jsonOf = (value) => JSON.stringify(value, "toJSON" in Array.prototype ? original : void 0);

// src/core/options.ts
var ENDPOINT = [/^((https?:\/)?\/.*)?$/, "an address or a path"];
var own = (options) => ({ __proto__: null, ...options });
var invalid = (option, given, expected) => new TypeError(`sendoff: ${option} is ${given}; expected ${expected}`);
var invalidSecret = (option, given, expected) => {
  const its = typeof given === "string" ? `has ${given.length} characters` : `is ${typeof given}`;
  return new TypeError(`sendoff: ${option} ${its}; expected ${expected}`);
};
var checkOptions = (vendor, options, forms, warning) => {
  let missing;
  for (const name of Object.keys({ ...forms, ...options })) {
    const given = own(options)[name];
    const [form, expected = `one of ${Object.keys(forms)}`] = own(forms)[name] ?? [];
    const text = given ?? "";
    if (form ? typeof text === "string" && form.test(text) : !given) continue;
    if (given) throw invalidSecret(`${vendor} ${name}`, given, `${expected}, ${warning}`);
    missing ??= name;
  }
  return { missing, live: !own(options)["endpoint"] };
};

// src/core/outcome.ts
var failureOf = (status, afterMs) => {
  const reason = status < 400 || [408, 502, 504].includes(status) ? "unanswered" : status === 429 ? "limited" : status > 499 ? "busy" : [401, 403, 404].includes(status) && "paused";
  return reason ? { type: "retry", reason, afterMs, detail: `HTTP ${status}` } : void 0;
};
var outcomeOfStatus = (status, afterMs) => status > 199 && status < 300 ? { type: "delivered" } : failureOf(status, afterMs);
var wordsOf = (text) => text.slice(0, 2e3);
var refusalOf = (events, words) => events[1] ? { type: "retry", reason: "together" } : { type: "dropped", reason: "refused", detail: wordsOf(words) };

// src/vendors/plausible-time.ts
var FIRST_MS = Date.UTC(1990, 0);
var AHEAD_MS = 364 * 864e5;
var isPlausible = (time, now) => time > FIRST_MS && time < now + AHEAD_MS;
var believedTime = (id, time, now) => [time, timeOfId(id)].find((given) => isPlausible(given, now));
var believedIsoTime = (id, time, now) => {
  const believed = believedTime(id, time, now);
  return believed === void 0 ? void 0 : new Date(believed).toISOString();
};

// src/vendors/with-erased.ts
var withErased = ({ $unset = [], ...traits }) => ({
  ...traits,
  ...Object.fromEntries([$unset].flat().map((name) => [name, null]))
});

// src/vendors/bloomreach/destination.ts
var MAX_COMMANDS = 50;
var MAX_VALUE_BYTES = 16e3;
var MAX_EVENT_BYTES = 799e3;
var REQUEST_MS = 25;
var BURST_MS = 1e3;
var FORMS = {
  projectToken: [/^[\da-f-]{36}$/i, "a UUID"],
  key: [/^[\da-z]{64}$/, "the public token, 64 of 0-9 and a-z"],
  endpoint: ENDPOINT
};
var bloomreach = (options) => {
  const { projectToken, key, endpoint = "https://api.exponea.com" } = own(options);
  const readiness = checkOptions("bloomreach", options, FORMS, "never a private key (Basic \u2026)");
  return {
    name: "bloomreach",
    account: `${projectToken}`,
    options,
    ...readiness,
    mixes: true,
    // The vendor documents no size of a request.
    limits: { events: MAX_COMMANDS, bytes: 1e6, burstMs: BURST_MS },
    encode(events, _attempt, now = timeOfId(`${events.at(-1)?.id}`)) {
      const taken = events.slice(0, MAX_COMMANDS);
      return {
        url: `${endpoint.replace(/\/$/, "")}/track/v2/projects/${projectToken}/batch?access_token=${key}`,
        headers: { "content-type": "application/json" },
        body: jsonOf({ commands: taken.map((event) => commandOf(event, now)) }),
        events: taken,
        costMs: REQUEST_MS
      };
    },
    interpret(events, { status, body, retryAfterMs }) {
      const answer = parsed(body);
      const { results, error } = answer;
      const paused = { type: "retry", reason: "paused", detail: wordsOf(body) };
      const failure = failureOf(status, retryAfterMs) ?? (error ? paused : void 0);
      return events.map((event, index) => {
        const said = results ? results[index] : answer;
        const success = status < 300 ? said?.success : void 0;
        const isTaken = success === true && !!results;
        if (failure && !isTaken && success !== false) return failure;
        if (isTooLarge(event)) return { type: "dropped", reason: "too-large" };
        if (isTaken) return { type: "delivered" };
        return refusalOf(failure && results ? [event] : events, `HTTP ${status}: ${jsonOf(said)}`);
      });
    }
  };
};
var bytesOf = (value) => encodeURIComponent(jsonOf(value)).replace(/%../g, ".").length;
var isTooLarge = (event) => bytesOf(event) > MAX_EVENT_BYTES || Object.values(event.properties).some((value) => bytesOf(value) >= MAX_VALUE_BYTES);
var HARD_ID = /^(?!(null|undefined)$).*[\p{L}\p{N}]/su;
var commandOf = (event, now) => {
  const { type, id, uniqueId = id, name, properties: said } = event;
  const { anonymousId, userId = "", email, phone } = event.identity;
  const time = believedTime(id, event.time, now);
  const timestamp = time && (time + Number(`0x${id.slice(15, 18)}`) / 4096) / 1e3;
  const customer_ids = {
    cookie: anonymousId,
    // Ids are case sensitive. An e-mail address means the same in any case; for other ids only the site knows.
    registered: !HARD_ID.test(userId) ? void 0 : userId.includes("@") ? userId.toLowerCase() : userId
  };
  if (isTooLarge(event)) return { name: "customers", data: { customer_ids, properties: {} } };
  if (type === "track") {
    const properties2 = { event_id: uniqueId, ...said };
    return { name: "customers/events", data: { customer_ids, event_type: name, timestamp, properties: properties2 } };
  }
  const { firstName: first_name, lastName: last_name, ...others } = withErased(said);
  const properties = { email, phone, first_name, last_name, ...others };
  return { name: "customers", data: { customer_ids, properties, update_timestamp: timestamp } };
};

// src/vendors/bloomreach/attributes.ts
var ATTRIBUTES = "project";
var fromAttributes = ({ project = NO_KEY, key = NO_KEY, endpoint, ...rest }) => [
  bloomreach({ projectToken: project, key, endpoint }),
  rest
];

// src/core/record-key.ts
var newOf = (queue) => `${queue}/e/new/`;
var heldOf = (queue) => `${queue}/e/held/`;
var heldKeyOf = (key, anonymousId) => `${key.replace("/new/", "/held/")}/${anonymousId}`;
var firstIdIn = (key) => key.split("/")[3] ?? "";
var MAX_COUNT = 1e4;
var countIn = (key) => {
  const count = Number(key.split("/")[4]);
  return count > 0 && count < MAX_COUNT ? count : 0;
};

// src/core/event.ts
var LAST_DATE = 864e13;

// src/core/stored-event.ts
var isEvent = (event) => typeof event?.id === "string" && typeof event.time === "number" && Math.abs(event.time) <= LAST_DATE && !!event.identity && !!event.properties;
var eventsIn = (json) => {
  const events = Object.values(parsed(json));
  return events.every(isEvent) ? events : [];
};

// src/core/holding.ts
var MOST = 200;
var holding = (knows) => ({
  heldKeyOf({ key, json }) {
    const [first] = eventsIn(json);
    return first && !knows(first.identity) ? heldKeyOf(key, first.identity.anonymousId) : void 0;
  },
  async release(records, queue, events, oldest) {
    const known = events.filter(({ identity }) => knows(identity));
    const released = [];
    for (const held of await records.keys(heldOf(queue))) {
      const id = firstIdIn(held);
      const owner = known.find(({ identity }) => held.endsWith(`/${identity.anonymousId}`));
      if ((owner || timeOfId(id) < oldest) && released.length < MOST)
        released.push([held, `${newOf(queue)}${id}/${countIn(held)}`, owner?.identity]);
    }
    for (const [held, key, identity] of released) {
      const its = eventsIn(await records.get(held));
      records.remove(held);
      records.put(key, jsonOf(its.map((event) => ({ ...event, ...identity && { identity } }))));
    }
    return !!released[0];
  }
});

// src/vendors/crowdpower/snake-case.ts
var snakeCase = (name) => name.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1_$2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1_$2").replace(/[^\p{L}\p{M}\p{N}]+/gu, "_").replace(/^_|_$/g, "").toLowerCase() || name;
var snakeCased = (properties) => {
  const counts = /* @__PURE__ */ new Map();
  const entries = Object.entries(properties).map(([name, value]) => [name, snakeCase(name), value]);
  for (const [, name] of entries) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(entries.map(([own2, name, value]) => [counts.get(name) === 1 ? name : own2, value]));
};

// src/vendors/crowdpower/destination.ts
var MAX_EVENTS = 50;
var REQUEST_MS2 = 200;
var BURST_MS2 = 2e3;
var SESSION_MS = 18e5;
var FORMS2 = {
  key: [/^pk_[\da-f]{64}$/, "pk_ and 64 hex digits"],
  endpoint: ENDPOINT,
  unanswered: [/^(resend|assume-delivered)?$/, "resend or assume-delivered"]
};
var INVALID_EMAIL = /invalid email|email.{0,40}(invalid|not valid)/i;
var crowdpower = (options) => {
  const { key, endpoint = "https://beacon.crowdpower.io", unanswered } = own(options);
  const readiness = checkOptions("crowdpower", options, FORMS2, "never a private sk_ key");
  const part = (path, events, body) => ({
    url: endpoint.replace(/\/$/, "") + path,
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: jsonOf(body),
    events,
    costMs: REQUEST_MS2
  });
  return {
    name: "crowdpower",
    account: `${key}`,
    options,
    ...readiness,
    limits: { events: MAX_EVENTS, bytes: 1e6, burstMs: BURST_MS2 },
    assumeDelivered: unanswered === "assume-delivered",
    ...holding(({ userId, email }) => userId ?? email),
    encode(events, attempt, now = timeOfId(`${events.at(-1)?.id}`)) {
      const [first] = events;
      const { type, identity, properties: traits } = first;
      const person = { user_id: identity.userId, email: identity.email };
      if (type === "identify") return part("/customers", [first], customerOf(person, identity.phone, traits));
      const taken = events.slice(0, MAX_EVENTS);
      return part("/events/bulk", taken, {
        ...person,
        events: taken.map(({ id, uniqueId = id, name: action, time, properties }) => ({
          action,
          // "Keys in snake case" is the vendor's advice ("Events").
          properties: snakeCased({ event_id: uniqueId, ...properties }),
          // The time is in whole seconds; without one, the vendor takes the time of receipt.
          created_at: isPlausible(time, now) ? Math.floor(time / 1e3) : void 0,
          // A late or repeated event must not look like a visit.
          update_session: attempt !== "resend" && now - time < SESSION_MS
        }))
      });
    },
    interpret(events, { status, body, retryAfterMs }) {
      const { success } = parsed(body);
      const said = status < 300 ? success : void 0;
      if (said === true) return events.map(() => ({ type: "delivered" }));
      const { userId, email } = { ...events[0]?.identity };
      const refusal = userId && email && INVALID_EMAIL.test(wordsOf(body)) ? { type: "retry", reason: "identifier", identifier: "email" } : refusalOf(events, body);
      const outcome = (said === false ? void 0 : failureOf(status, retryAfterMs)) ?? refusal;
      return events.map(() => outcome);
    }
  };
};
var customerOf = (person, phone, traits) => {
  const { firstName, lastName, name = [firstName, lastName], ...others } = withErased(traits);
  const words = [name].flat().filter((word) => word && Object(word) !== word);
  return {
    ...person,
    name: words.join(" ").trim() || void 0,
    custom_attributes: snakeCased({ phone, ...others })
  };
};

// src/vendors/crowdpower/attributes.ts
var ATTRIBUTES2 = "unanswered";
var fromAttributes2 = ({ key = NO_KEY, endpoint, unanswered, ...rest }) => [
  crowdpower({ key, endpoint, unanswered }),
  rest
];

// src/core/identity.ts
var withoutTokens = (identity) => Object.fromEntries(Object.entries(identity).filter(([name]) => name[0] !== "_"));

// src/vendors/relayed.ts
var SIGNATURE = /\.\d{1,12}\.[\w-]{43}$/;
var unsignedKey = (writeKey = "") => writeKey.replace(SIGNATURE, "");
var RELAY_EVENTS = 1e3;
var RELAY_BYTES = 1e6;
var REASONS = {
  retry: ["busy", "limited", "unanswered", "paused"],
  dropped: ["refused", "invalid", "too-large"]
};
var UNANSWERED = { type: "retry", reason: "unanswered" };
var toRelay = ({ name, url, option, destination, writeKey, events: most, others }) => {
  for (const [other, given] of Object.entries(others))
    if (given)
      throw new TypeError(
        `sendoff: ${other}: expected only ${option} and writeKey; a private key stays on the server`
      );
  if (url === "") throw new TypeError(`sendoff: ${option} is empty; expected an address`);
  return {
    name,
    account: `${url} ${unsignedKey(writeKey ?? "")}`.trim(),
    options: { [option]: url, writeKey },
    missing: url ? void 0 : option,
    mixes: true,
    limits: { events: most, bytes: RELAY_BYTES, burstMs: 1e3 },
    encode(given) {
      const events = given.slice(0, most);
      const told = events.map(({ identity, ...event }) => ({
        ...event,
        // Klaviyo's ids of the reader of an e-mail are not sent to other vendors.
        identity: withoutTokens(identity)
      }));
      return { url: `${url}`, body: jsonOf({ destination, writeKey, events: told }), events, costMs: 200 };
    },
    interpret(events, { status, body, retryAfterMs }) {
      const outcome = outcomeOfStatus(status, retryAfterMs);
      const named = outcomesIn(body);
      return events.map(({ id }) => {
        if (outcome) return outcome.type === "delivered" ? named.get(id) ?? UNANSWERED : outcome;
        return events[1] ? { type: "retry", reason: "together" } : { type: "dropped", reason: status === 413 ? "too-large" : "refused", detail: `HTTP ${status}` };
      });
    }
  };
};
var outcomesIn = (body) => {
  const outcomes = /* @__PURE__ */ new Map();
  try {
    for (const { id, type, reason, detail, afterMs } of JSON.parse(body).outcomes) {
      const [fallback] = REASONS[type] ?? [];
      if (type === "delivered") outcomes.set(id, { type });
      else if (fallback)
        outcomes.set(id, {
          type,
          reason: REASONS[type]?.includes(reason) ? reason : fallback,
          detail: detail ? wordsOf(`${detail}`) : void 0,
          afterMs: afterMs > 0 ? +afterMs : void 0
        });
    }
  } catch {
  }
  return outcomes;
};

// src/vendors/helpcrunch/destination.ts
var helpcrunch = (options) => {
  const { relay: url, writeKey, ...others } = own(options);
  return {
    ...toRelay({
      name: "helpcrunch",
      destination: "helpcrunch",
      url,
      option: "relay",
      writeKey,
      events: 50,
      others
    }),
    ...holding(({ userId, email }) => userId ?? email)
  };
};

// src/vendors/helpcrunch/attributes.ts
var ATTRIBUTES3 = "relay writeKey";
var fromAttributes3 = ({ relay = "", writeKey, key, ...rest }) => [
  helpcrunch({ relay, writeKey, ...keyIn(key) }),
  rest
];

// src/vendors/http/destination.ts
var http = (options) => {
  const { url, writeKey, ...others } = own(options);
  return toRelay({
    name: "http",
    destination: void 0,
    url,
    option: "url",
    writeKey,
    events: RELAY_EVENTS,
    others
  });
};

// src/vendors/http/attributes.ts
var ATTRIBUTES4 = "url writeKey";
var fromAttributes4 = ({ url = "", writeKey, key, ...rest }) => [
  http({ url, writeKey, ...keyIn(key) }),
  rest
];

// src/core/amount.ts
var CURRENCY = /^(-?)(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3})\s*|\s*(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3})$/u;
var NUMBER = /^-?(?![1-9]\d{0,2}[.,]\d{3}$)(?:[1-9]\d{0,2}([.,\s'’])(?:\d{2,3}\1)*\d{3}(?:(?!\1)[.,]\d+)?|\d*[.,]?\d+)$/;
var MAX_CHARS = 64;
var amountOf = (value) => {
  if (typeof value === "number") return Number.isFinite(value) ? value : void 0;
  if (typeof value !== "string" || value.length > MAX_CHARS) return void 0;
  const text = value.trim().replace(CURRENCY, "$1");
  const found = NUMBER.exec(text);
  return found ? Number(text.replaceAll(found[1] ?? "", "").replace(",", ".")) : void 0;
};
var currencyOf = (currency) => typeof currency === "string" ? /^\s*([a-z]{3})\s*$/i.exec(currency)?.[1]?.toUpperCase() : void 0;

// src/vendors/klaviyo/limits.ts
var MAX_PROPERTIES = 400;
var MAX_LEVELS = 10;
var MAX_ITEMS = 4e3;
var MAX_CHARS2 = 33e3;
var atMost = (told, limit, list) => {
  const what = typeof list === "string" ? "characters" : "properties";
  if (list.length > limit) told.add(`klaviyo: cut to ${limit || `${MAX_LEVELS} levels of`} ${what}`);
  return list.slice(0, limit);
};
var HALF = /\p{Surrogate}/gu;
var textWithin = (told, limit, text) => atMost(told, limit, text).replace(HALF, "");
var isWithin = (value, levels) => {
  if (typeof value === "string") return value.length <= MAX_CHARS2 && value.search(HALF) < 0;
  if (Object(value) !== value) return true;
  const parts = Object.values(value);
  const most = Array.isArray(value) ? MAX_ITEMS : MAX_PROPERTIES;
  return levels > 0 && parts.length <= most && parts.every((part) => isWithin(part, levels - 1));
};
var withinLimits = (told, value, levels = MAX_LEVELS) => {
  if (isWithin(value, levels)) return value;
  if (typeof value === "string") return textWithin(told, MAX_CHARS2, value);
  if (!levels) return atMost(told, 0, [value])[0];
  const inner = (part) => withinLimits(told, part, levels - 1);
  if (Array.isArray(value)) return atMost(told, MAX_ITEMS, value).map(inner);
  const entries = atMost(told, MAX_PROPERTIES, Object.entries(value));
  return Object.fromEntries(entries.map(([name, part]) => [name, inner(part)]));
};

// src/vendors/klaviyo/profile.ts
var profileOf = ({ type, identity, properties: said }, told) => {
  const { anonymousId, userId, email, phone, _kx } = identity;
  const traits = type === "identify" ? withinLimits(told, said) : {};
  const { firstName, lastName, ...properties } = withErased(traits);
  return {
    type: "profile",
    attributes: {
      anonymous_id: anonymousId,
      external_id: userId,
      email,
      phone_number: phone,
      _kx,
      first_name: firstName,
      last_name: lastName,
      properties
    }
  };
};

// src/vendors/klaviyo/destination.ts
var KLAVIYO_REVISION = "2026-07-15";
var BULK_MS = 420;
var SINGLE_MS = 18;
var BURST_MS3 = 2520;
var CROWD_MS = 6e4;
var MAX_NAME = 127;
var klaviyo = (options) => {
  const { companyId = "", endpoint: given } = own(options);
  const endpoint = given || "https://a.klaviyo.com";
  if (companyId && !/^[a-z\d]{6}$/i.test(companyId))
    throw invalid(
      "companyId (data-key)",
      "malformed",
      "Klaviyo's public site id, 6 letters or digits, never a private pk_ key"
    );
  let refusedMs = Infinity;
  const untimed = /* @__PURE__ */ new Set();
  return {
    name: "klaviyo",
    account: companyId,
    missing: companyId ? void 0 : "companyId",
    live: !given,
    options,
    // "Accepts a maximum of 1000 events per request"; 5 MB, decompressed.
    limits: { events: 1e3, bytes: 5e6, burstMs: BURST_MS3, crowdMs: CROWD_MS, resent: 1 },
    encode(events, attempt, now = timeOfId(`${events.at(-1)?.id}`)) {
      const [first] = events;
      const told = /* @__PURE__ */ new Set();
      const part = (path, costMs, its, data2) => ({
        url: `${endpoint.replace(/\/$/, "")}/client/${path}?company_id=${companyId}`,
        headers: { "content-type": "application/json", revision: KLAVIYO_REVISION },
        body: jsonOf({ data: data2 }),
        events: its,
        costMs,
        told: [...told]
      });
      const eventOf3 = ({ id, uniqueId = id, name, time, properties }, others) => {
        const value = amountOf(properties.value);
        return {
          type: "event",
          attributes: {
            ...others,
            metric: { data: { type: "metric", attributes: { name: textWithin(told, MAX_NAME, name) } } },
            // `properties` is required, though it may be empty.
            properties: withinLimits(told, properties),
            // The text is made here, because pages replace `toJSON`. Without a time, the vendor takes the time of
            // receipt.
            time: isPlausible(time, now) && time < refusedMs ? new Date(time).toISOString() : void 0,
            unique_id: uniqueId,
            value,
            // A currency alone would not say what it is the currency of.
            value_currency: value === void 0 ? void 0 : currencyOf(properties.currency)
          }
        };
      };
      const data = profileOf(first, told);
      const profile = { data };
      if (first.type === "identify") return part("profiles", SINGLE_MS, [first], data);
      if (attempt !== "first" || !events[1]) {
        if (first.time >= refusedMs) untimed.add(first.id);
        return part("events", SINGLE_MS, [first], eventOf3(first, { profile }));
      }
      return part("event-bulk-create", BULK_MS, events, {
        type: "event-bulk-create",
        attributes: { profile, events: { data: events.map((event) => eventOf3(event)) } }
      });
    },
    interpret(events, { status, body, retryAfterMs = 0 }) {
      const [first] = events;
      const detail = wordsOf(/"detail": ?"([^"]+)/.exec(body)?.[1] ?? body);
      const outcome = body.includes('"company_id"') ? { type: "retry", reason: "paused", detail } : (
        // "202 Accepted" is the only success that is documented.
        status === 202 ? { type: "delivered" } : failureOf(status, retryAfterMs)
      );
      const identifier = /\/data\/(?:\d+\/)?attributes\/(email|phone)/.exec(body)?.[1];
      const wasTimed = !untimed.delete(first.id);
      const isOfTime = !outcome && body.includes('/attributes/time"') && wasTimed;
      if (isOfTime) refusedMs = Math.min(refusedMs, first.time);
      const named = new Set(body.match(/\/data\/\d+/g));
      return events.map((_, index) => {
        if (outcome) return outcome;
        if (first.identity[identifier]) return { type: "retry", reason: "identifier", identifier };
        return (events[1] ? named.has(`/data/${index}`) : isOfTime) ? { type: "retry", reason: "alone" } : refusalOf(events, detail);
      });
    }
  };
};

// src/vendors/klaviyo/attributes.ts
var ATTRIBUTES5 = "";
var fromAttributes5 = ({ key = NO_KEY, endpoint, ...rest }) => [
  klaviyo({ companyId: key, endpoint }),
  rest
];

// src/vendors/yotpo/destination.ts
var yotpo = (options) => {
  const { relay: url, writeKey, ...others } = own(options);
  return {
    ...toRelay({ name: "yotpo", destination: "yotpo", url, option: "relay", writeKey, events: 50, others }),
    ...holding(({ userId, email, phone }) => userId ?? email ?? phone)
  };
};

// src/vendors/yotpo/attributes.ts
var ATTRIBUTES6 = "relay writeKey";
var fromAttributes6 = ({ relay = "", writeKey, key, ...rest }) => [
  yotpo({ relay, writeKey, ...keyIn(key) }),
  rest
];

// src/vendors/listed/shared-vendors.ts
var SHARED_ATTRIBUTES = `${ATTRIBUTES} ${ATTRIBUTES2} ${ATTRIBUTES3} ${ATTRIBUTES4} ${ATTRIBUTES5} ${ATTRIBUTES6}`;

// src/vendors/any-destination.ts
var anyOf = (makers) => (data, destination = "") => {
  const make = makers[destination];
  if (!make) throw invalid("data-destination", destination, `one of ${Object.keys(makers)}`);
  return make(data);
};

// src/vendors/amplitude/destination.ts
var MAX_EVENTS2 = 1e3;
var MAX_BYTES = 9e5;
var MANY = 30;
var REQUEST_MS3 = 1e3;
var SINGLE_MS2 = 100;
var SWELL = 1.5;
var BURST_MS4 = 2e3;
var THROTTLED_MS = 3e4;
var FORMS3 = {
  key: [/^([\da-f]{32})?$/i, "32 hex digits"],
  endpoint: ENDPOINT
};
var amplitude = (options) => {
  const { key, endpoint } = own(options);
  const readiness = checkOptions("amplitude", options, FORMS3, "never the private key");
  return {
    name: "amplitude",
    account: `${key}`,
    ...readiness,
    options,
    mixes: true,
    limits: { events: MAX_EVENTS2, bytes: MAX_BYTES, burstMs: BURST_MS4, swell: SWELL },
    encode(events, _attempt, now = timeOfId(`${events.at(-1)?.id}`)) {
      const taken = events.slice(0, MAX_EVENTS2);
      const isMany = !!taken[MANY];
      return {
        url: `${(endpoint || "https://api2.amplitude.com").replace(/\/$/, "")}${isMany ? "/batch" : "/2/httpapi"}`,
        headers: { "content-type": "application/json" },
        body: jsonOf({
          api_key: key,
          events: taken.map((event) => eventOf(event, now)),
          // "Ids have at least 5 characters" unless a request says otherwise.
          options: { min_id_length: 1 }
        }),
        events: taken,
        costMs: isMany ? REQUEST_MS3 : SINGLE_MS2
      };
    },
    interpret(events, { status, body, retryAfterMs }) {
      const answer = parsed(body);
      const { code, error } = answer;
      if (status === 200 && code === 200) return events.map(() => ({ type: "delivered" }));
      const detail = wordsOf(body);
      if (status === 400 && typeof error === "string" && /api.?key/i.test(error))
        return events.map(() => ({ type: "retry", reason: "paused", detail }));
      const isThrottled = status === 429 && code === 429;
      const failure = failureOf(status, retryAfterMs ?? (isThrottled ? THROTTLED_MS : void 0));
      const refused = refusedIn(answer);
      return events.map((event, index) => {
        const { userId = "", anonymousId } = event.identity;
        const isOver = own(answer.exceeded_daily_quota_users ?? {})[userId] || own(answer.exceeded_daily_quota_devices ?? {})[anonymousId];
        if (isThrottled ? isOver : status === 400 && refused.has(index))
          return { type: "dropped", reason: "refused", detail };
        return failure ?? (refused.size ? { type: "retry", reason: "together" } : refusalOf(events, body));
      });
    }
  };
};
var refusedIn = (answer) => new Set(
  [
    answer.events_with_invalid_fields,
    answer.events_with_missing_fields,
    answer.events_with_invalid_id_lengths,
    { silenced: answer.silenced_events ?? [] }
  ].flatMap((fields) => Object.values({ ...fields }).flat())
);
var eventOf = ({ id, uniqueId, type, name, time, properties, identity }, now) => {
  const { anonymousId: device_id, userId: user_id, email, phone } = identity;
  const { $unset = [], ...traits } = properties;
  const event = {
    user_id,
    device_id,
    // The time is in milliseconds; without one, the vendor takes the time of receipt.
    time: believedTime(id, time, now),
    insert_id: uniqueId ? `${name} ${uniqueId}` : id,
    library: "sendoff"
  };
  if (type === "track")
    return {
      event_type: name === "Viewed Page" ? "[Amplitude] Page Viewed" : name,
      ...event,
      event_properties: properties
    };
  const erased = [$unset].flat().map((trait) => [trait, "-"]);
  return {
    event_type: "$identify",
    ...event,
    user_properties: {
      $set: { email, phone, ...traits },
      ...erased[0] && { $unset: Object.fromEntries(erased) }
    }
  };
};

// src/vendors/amplitude/attributes.ts
var fromAttributes7 = ({ key = NO_KEY, endpoint, ...rest }) => [
  amplitude({ key, endpoint }),
  rest
];

// src/vendors/base64.ts
var base64Of = (text) => btoa(unescape(encodeURIComponent(text)));

// src/vendors/uuid-of.ts
var hashOf = (text, seed) => {
  let hash = 2166136261 ^ seed;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 0).toString(16).padStart(8, "0");
};
var uuidOf = (text) => [1, 2, 3, 4].map((seed) => hashOf(text, seed)).join("").replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/, "$1-$2-8$3-8$4-$5");

// src/vendors/mixpanel/destination.ts
var MAX_EVENTS3 = 1e3;
var MAX_BYTES2 = 3e6;
var REQUEST_MS4 = 200;
var SWELL2 = 2.3;
var BURST_MS5 = 2e3;
var MAX_AGE_DAYS = 5;
var MAX_BACK_MS = 2 * 864e5;
var FORMS4 = {
  key: [/^([\da-f]{32})?$/i, "32 hex digits"],
  endpoint: ENDPOINT
};
var mixpanel = (options) => {
  const { key: token, endpoint } = own(options);
  const readiness = checkOptions("mixpanel", options, FORMS4, "never a private service account");
  const part = (path, events, list) => ({
    url: `${(endpoint || "https://api-js.mixpanel.com").replace(/\/$/, "")}/${path}?verbose=1&ip=1`,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    // Base64 makes the body a third longer; percent signs would make three characters of each quotation mark.
    body: `data=${encodeURIComponent(base64Of(jsonOf(list)))}`,
    events,
    costMs: REQUEST_MS4
  });
  return {
    name: "mixpanel",
    account: `${token}`,
    ...readiness,
    options,
    limits: {
      events: MAX_EVENTS3,
      bytes: MAX_BYTES2,
      burstMs: BURST_MS5,
      swell: SWELL2,
      maxAgeDays: MAX_AGE_DAYS
    },
    encode(events, _attempt, now = timeOfId(`${events.at(-1)?.id}`)) {
      const [first] = events;
      if (first.type === "identify") return part("engage", [first], updatesOf(first, `${token}`));
      const taken = events.slice(0, MAX_EVENTS3);
      return part(
        "track",
        taken,
        taken.map((event) => eventOf2(event, `${token}`, now))
      );
    },
    interpret(events, { status, body, retryAfterMs }) {
      const said = status === 200 ? parsed(body).status : void 0;
      const outcome = said === 1 ? { type: "delivered" } : (said === 0 ? void 0 : failureOf(status, retryAfterMs)) ?? refusalOf(events, body);
      return events.map(() => outcome);
    }
  };
};
var personOf = ({ anonymousId, userId }) => ({
  $device_id: anonymousId,
  $user_id: userId,
  distinct_id: userId ?? `$device:${anonymousId}`
});
var eventOf2 = (event, token, now) => {
  const { id, uniqueId, name, properties, identity } = event;
  return {
    event: name === "Viewed Page" ? "$mp_web_page_view" : name,
    properties: {
      ...properties,
      token,
      ...personOf(identity),
      // The time is in milliseconds; without one, the vendor takes the time of receipt. A time too far back would be
      // refused.
      time: [event.time, timeOfId(id)].find(
        (given) => isPlausible(given, now) && given > timeOfId(id) - MAX_BACK_MS
      ),
      // "At most 36 letters, digits and hyphens".
      $insert_id: uniqueId ? uuidOf(`${name}
${uniqueId}`) : id,
      mp_lib: "sendoff"
    }
  };
};
var updatesOf = ({ properties, identity }, $token) => {
  const { $unset = [], firstName, lastName, name, ...traits } = properties;
  const { distinct_id: $distinct_id, ...ids } = personOf(identity);
  const its = { $token, $distinct_id, ...ids };
  const { email: $email, phone: $phone } = identity;
  const names = [$unset].flat();
  return [
    {
      ...its,
      $set: { $email, $phone, $first_name: firstName, $last_name: lastName, $name: name, ...traits }
    },
    ...names[0] ? [{ ...its, $unset: names }] : []
  ];
};

// src/vendors/mixpanel/attributes.ts
var fromAttributes8 = ({ key = NO_KEY, endpoint, ...rest }) => [
  mixpanel({ key, endpoint }),
  rest
];

// src/vendors/posthog/destination.ts
var MAX_EVENTS4 = 1e3;
var MAX_BYTES3 = 5e6;
var REQUEST_MS5 = 200;
var SWELL3 = 2;
var BURST_MS6 = 2e3;
var FORMS5 = {
  key: [/^(phc_\w{20,60})?$/, "phc_ and letters and digits"],
  endpoint: ENDPOINT
};
var posthog = (options) => {
  const { key, endpoint } = own(options);
  const readiness = checkOptions("posthog", options, FORMS5, "never a private phx_ key");
  return {
    name: "posthog",
    account: `${key}`,
    ...readiness,
    options,
    mixes: true,
    limits: { events: MAX_EVENTS4, bytes: MAX_BYTES3, burstMs: BURST_MS6, swell: SWELL3 },
    encode(events, _attempt, now = timeOfId(`${events.at(-1)?.id}`)) {
      const taken = events.slice(0, MAX_EVENTS4);
      return {
        url: `${(endpoint || "https://us.i.posthog.com").replace(/\/$/, "")}/batch/`,
        body: jsonOf({
          api_key: key,
          batch: taken.map((event) => captureOf(event, now)),
          sent_at: new Date(now).toISOString()
        }),
        events: taken,
        costMs: REQUEST_MS5
      };
    },
    interpret(events, { status, body, retryAfterMs }) {
      const { status: said, quota_limited: isOver } = parsed(body);
      const isTaken = status === 200 && (said === 1 || said === "Ok");
      const outcome = !isTaken ? failureOf(status, retryAfterMs) ?? refusalOf(events, body) : (
        // The vendor has accepted the events and thrown them away, because the project's quota is used up.
        isOver ? { type: "retry", reason: "limited", detail: wordsOf(body) } : { type: "delivered" }
      );
      return events.map(() => outcome);
    }
  };
};
var captureOf = ({ id, uniqueId, type, name, time, properties, identity }, now) => {
  const { anonymousId, userId, email, phone } = identity;
  const { $unset: erased, ...traits } = properties;
  const $unset = erased && [erased].flat();
  const event = {
    uuid: uniqueId ? uuidOf(`${name}
${uniqueId}`) : id,
    timestamp: believedIsoTime(id, time, now),
    distinct_id: userId ?? anonymousId
  };
  const $set = { email, phone, ...traits };
  const device = { $device_id: anonymousId, $lib: "sendoff" };
  if (type === "identify")
    return userId ? {
      event: "$identify",
      ...event,
      properties: { ...device, $anon_distinct_id: anonymousId, $set, $unset }
    } : { event: "$set", ...event, properties: { ...device, $set, $unset } };
  const { url: $current_url, path: $pathname, referrer: $referrer } = properties;
  return {
    event: name === "Viewed Page" ? "$pageview" : name,
    ...event,
    properties: {
      ...device,
      $process_person_profile: !!userId,
      $current_url,
      $pathname,
      $referrer,
      ...properties
    }
  };
};

// src/vendors/posthog/attributes.ts
var fromAttributes9 = ({ key = NO_KEY, endpoint, ...rest }) => [
  posthog({ key, endpoint }),
  rest
];

// src/vendors/segment/destination.ts
var MAX_BYTES4 = 4e5;
var MAX_EVENTS5 = 500;
var REQUEST_MS6 = 100;
var SWELL4 = 1.6;
var BURST_MS7 = 1e3;
var FORMS6 = {
  writeKey: [/^((?!sgp_)[\w-]{8,64})?$/, "the write key of a source, 8 to 64 letters and digits"],
  endpoint: ENDPOINT
};
var segment = (options) => {
  const { writeKey, endpoint } = own(options);
  const readiness = checkOptions("segment", options, FORMS6, "never a private token (sgp_\u2026, Bearer \u2026)");
  return {
    name: "segment",
    account: `${writeKey}`,
    ...readiness,
    options,
    mixes: true,
    limits: { events: MAX_EVENTS5, bytes: MAX_BYTES4, burstMs: BURST_MS7, swell: SWELL4 },
    encode(events, _attempt, now = timeOfId(`${events.at(-1)?.id}`)) {
      const taken = events.slice(0, MAX_EVENTS5);
      return {
        url: `${(endpoint || "https://api.segment.io").replace(/\/$/, "")}/v1/batch`,
        // The vendor's own library sends both: RudderStack reads the header alone.
        headers: { "content-type": "application/json", authorization: `Basic ${base64Of(`${writeKey}:`)}` },
        body: jsonOf({
          batch: taken.map((event) => messageOf(event, now)),
          writeKey,
          // The vendor corrects the device's clock by `sentAt`, so it is the time of the attempt.
          sentAt: new Date(now).toISOString()
        }),
        events: taken,
        costMs: REQUEST_MS6
      };
    },
    interpret(events, { status, body, retryAfterMs }) {
      const isTaken = status === 200 && (parsed(body).success === true || body === "OK");
      const outcome = isTaken ? { type: "delivered" } : failureOf(status, retryAfterMs) ?? refusalOf(events, body);
      return events.map(() => outcome);
    }
  };
};
var messageOf = ({ id, uniqueId, type, name, time, properties, identity }, now) => {
  const { anonymousId, userId, email, phone } = identity;
  const message = {
    // The site's own id is combined with name and person, because the vendor compares ids alone.
    messageId: uniqueId ? uuidOf([name, userId ?? anonymousId, uniqueId].join("\n")) : id,
    timestamp: believedIsoTime(id, time, now),
    anonymousId,
    userId,
    context: { library: { name: "sendoff" } }
  };
  if (type === "identify") return { type, ...message, traits: { email, phone, ...withErased(properties) } };
  return name === "Viewed Page" ? { type: "page", ...message, name: properties.name, properties } : { type, ...message, event: name, properties };
};

// src/vendors/segment/attributes.ts
var fromAttributes10 = ({ key = NO_KEY, endpoint, ...rest }) => [
  segment({ writeKey: key, endpoint }),
  rest
];

// src/vendors/listed/every.ts
var FROM_ATTRIBUTES = {
  amplitude: fromAttributes7,
  bloomreach: fromAttributes,
  crowdpower: fromAttributes2,
  helpcrunch: fromAttributes3,
  http: fromAttributes4,
  klaviyo: fromAttributes5,
  mixpanel: fromAttributes8,
  posthog: fromAttributes9,
  segment: fromAttributes10,
  yotpo: fromAttributes6
};

// src/cli/vendor-request.ts
var anyFrom = anyOf(FROM_ATTRIBUTES);
var EVENT = {
  id: "01890000-0000-7000-8000-000000000000",
  type: "track",
  name: "Viewed Page",
  time: 0,
  properties: {},
  identity: { anonymousId: "nobody", userId: "nobody" }
};
var vendorAddress = (data, vendor) => anyFrom(data, vendor)[0].encode([EVENT], "first").url;

// src/cli/page-problems.ts
var NAMES2 = attributeNames(SHARED_ATTRIBUTES);
var RUNS = /^($|module$|(text|application)\/(java|ecma)script$)/i;
var vendorOf = ({ src, data }) => data.destination ?? /sendoff\.(?!full\b|js\b|\d)([a-z]+)\b/.exec(src)?.[1];
var configuredIn = ({
  tags,
  options
}) => {
  const tag = tags.find(({ data }) => NAMES2.some((name) => data[name] !== void 0));
  if (tag) return tag;
  return options && { src: tags[0]?.src ?? "", type: "", data: options };
};
var misspelt = (data) => Object.keys(data).flatMap((name) => {
  const meant = NAMES2.includes(name) ? void 0 : meantBy(name, NAMES2);
  return meant ? [`${attributeOf(name)} is ignored: did you mean ${attributeOf(meant)}?`] : [];
});
var wrongOption = (configured) => {
  try {
    vendorAddress(configured.data, vendorOf(configured));
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message.replace(/^sendoff: /, "") : `${error}`];
  }
};
var scriptProblems = ({ tags, state, violations, failures }) => {
  if (state === "tracker") return [];
  const [tag] = tags;
  if (!tag)
    return [
      "there is no script tag of sendoff's; a site that bundles the package cannot be checked from outside"
    ];
  if (!RUNS.test(tag.type))
    return [
      `the script does not run: its type is ${tag.type}. A consent tool changes that once the visitor agrees`
    ];
  if (violations.some(({ blocked }) => blocked === tag.src))
    return [
      `the content policy blocks ${tag.src}: script-src must allow it, by its origin, a nonce or a hash`
    ];
  const failure = failures[tag.src];
  return failure ? [`${tag.src} did not come: ${failure}`] : [];
};
var stubProblems = ({ tags, stub, violations }) => {
  if (!tags[0]) return [];
  if (violations.some(({ blocked }) => blocked === "stub"))
    return [
      "the content policy blocks the stub: script-src must allow it by a nonce or its hash, which 'sendoff snippet' prints"
    ];
  if (stub === "missing")
    return [
      "the stub is missing: until the script is there, a call of track() is an error. Put dist/stub.js before it"
    ];
  return stub === "after" ? ["the stub stands behind the script: calls between the two are errors"] : [];
};
var sendingProblems = (page, address) => {
  if (page.unreachable === void 0) return [];
  const { origin } = new URL(address, page.tags[0]?.src || "http://localhost");
  const isOfPolicy = page.violations.some(
    ({ directive, blocked }) => directive.startsWith("connect-src") && blocked.startsWith(origin)
  );
  if (isOfPolicy) return [`the content policy blocks what is sent: connect-src must allow ${origin}`];
  return page.unreachable ? [`${origin} cannot be reached from the page: ${page.unreachable}`] : [];
};
var problemsOf = (page) => {
  const configured = configuredIn(page);
  const known = [
    ...scriptProblems(page),
    ...stubProblems(page),
    ...configured ? [...misspelt(configured.data), ...wrongOption(configured)] : []
  ];
  if (page.tags[0] && !configured) known.push("nothing is configured: the script tag has no data-key");
  if (configured && !wrongOption(configured)[0])
    known.push(...sendingProblems(page, vendorAddress(configured.data, vendorOf(configured))));
  if (page.state === "other")
    known.push("the tracker's name is the page's own already: data-global gives it another");
  const told = page.told.map((words) => words.replace(/^.*?sendoff: /, ""));
  const news = told.filter(
    (words) => !/ is ignored|is the page's own|no data-key/.test(words) && !known.includes(words)
  );
  if (page.tags[0] && page.state !== "tracker" && !known[0] && !news[0])
    known.push(
      "the script has come and has not started, and nothing says why: is it the file that was built?"
    );
  return [...known, ...new Set(news)];
};

// src/cli/visit-page.ts
var START_MS = 1e4;
var LOOK_MS = 100;
var listen = () => {
  const violations = [];
  Object.defineProperty(window, "__sendoffViolations", { value: violations });
  addEventListener(
    "securitypolicyviolation",
    ({ target, effectiveDirective, blockedURI }) => {
      const isStub = target instanceof HTMLScriptElement && target.text.includes("identify reset flush on status");
      violations.push({ directive: effectiveDirective, blocked: isStub ? "stub" : blockedURI });
    },
    true
  );
};
var look = () => {
  const fileOf = (src) => src.split("/").at(-1) ?? "";
  const scripts = [...document.querySelectorAll("script")];
  const ours = scripts.filter(
    ({ src, dataset }) => dataset.destination !== void 0 || fileOf(src).includes("sendoff") && !/^(sendoff\.rejected|stub)/.test(fileOf(src))
  );
  const stub = scripts.find(
    ({ text, src }) => text.includes("identify reset flush on status") || fileOf(src).startsWith("stub.")
  );
  const [first] = ours;
  const isBefore = first && stub && stub.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING;
  return {
    tags: ours.map(({ src, type, dataset }) => ({ src, type, data: { ...dataset } })),
    options: Object.getOwnPropertyDescriptor(window, "sendoffOptions")?.value,
    stub: isBefore ? "before" : stub ? "after" : "missing",
    violations: Reflect.get(window, "__sendoffViolations")
  };
};
var stateUnder = (name) => {
  const named = Reflect.get(window, name);
  if (!(named instanceof Function)) return "nothing";
  if ("q" in named) return "stub";
  return "flush" in named ? "tracker" : "other";
};
var ask = (address) => fetch(address, { mode: "no-cors", credentials: "omit" }).then(
  () => "",
  (error) => `${error}`
);
var addressFrom = (seen) => {
  const configured = configuredIn(seen);
  try {
    return configured && vendorAddress(configured.data, vendorOf(configured));
  } catch {
    return void 0;
  }
};
var carriesEvents = (request, page, address) => {
  if (!address) return false;
  const vendor = new URL(address, page);
  const { origin, pathname } = new URL(request);
  return origin === vendor.origin && (origin !== new URL(page).origin || pathname === vendor.pathname);
};
var visitPage = async (page, url) => {
  const told = [];
  const failures = {};
  page.on("console", (message) => {
    const text = message.text();
    if (/^sendoff: /.test(text) && message.type() !== "debug") told.push(text);
    if (/integrity/.test(text)) {
      const [address2] = /https?:\/\/[^\s'"]+/.exec(text) ?? [];
      if (address2) failures[address2] = "its integrity attribute is the hash of another file";
    }
  });
  page.on("pageerror", ({ message }) => {
    if (/sendoff: /.test(message)) told.push(message);
  });
  page.on("requestfailed", (request) => {
    if (request.resourceType() === "script")
      failures[request.url()] ??= request.failure()?.errorText ?? "it was blocked";
  });
  page.on("response", (response) => {
    if (response.request().resourceType() === "script" && !response.ok())
      failures[response.url()] = `its server has answered ${response.status()}`;
  });
  await page.addInitScript(listen);
  await page.route("**", async (route) => {
    const request = route.request();
    const isSaid = request.method() === "POST" && carriesEvents(request.url(), url, addressFrom(await page.evaluate(look)));
    if (isSaid)
      await route.fulfill({ status: 202, headers: { "Access-Control-Allow-Origin": "*" }, body: "" });
    else await route.continue();
  });
  await page.goto(url, { waitUntil: "load" });
  let seen = await page.evaluate(look);
  const nameOf = () => configuredIn(seen)?.data.global ?? "track";
  let state = await page.evaluate(stateUnder, nameOf());
  for (let waitedMs = 0; state !== "tracker" && waitedMs < START_MS; waitedMs += LOOK_MS) {
    if (told[0] || seen.violations[0] || seen.tags.some(({ src }) => failures[src])) break;
    await page.waitForTimeout(LOOK_MS);
    seen = await page.evaluate(look);
    state = await page.evaluate(stateUnder, nameOf());
  }
  const address = addressFrom(seen);
  const unreachable = address && await page.evaluate(ask, new URL("/", new URL(address, url)).href);
  const last = await page.evaluate(look);
  await page.context().setOffline(true);
  return { ...last, state, told, failures, unreachable };
};

// src/cli/check-page.ts
var driver = async () => {
  try {
    return await import("playwright-core");
  } catch {
    throw new Error(
      "sendoff: check drives a browser with playwright-core, which is not installed: npx -p sendoff -p playwright-core sendoff check URL"
    );
  }
};
var checkPage = async (url, { browser, platform, env, isRoot }) => {
  if (!/^https?:\/\//.test(url)) throw new Error(`sendoff: ${url} is no address; expected https://\u2026`);
  const executablePath = browser ?? installedChromium(platform, env);
  if (!executablePath)
    throw new Error("sendoff: no Chrome, Chromium or Edge is in a usual place; --browser names its file");
  const { chromium } = await driver();
  const started = await chromium.launch({ executablePath, args: isRoot ? ["--no-sandbox"] : [] });
  try {
    return problemsOf(await visitPage(await started.newPage(), url));
  } finally {
    await started.close();
  }
};

// src/cli/snippet-text.ts
import { createHash } from "node:crypto";
var hashOf2 = (algorithm, content) => `${algorithm}-${createHash(algorithm).update(content).digest("base64")}`;
var escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
var hyphenated = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
var snippetText = (data, { stub, script, src }) => {
  const url = vendorAddress(data, data.destination);
  const connect = /^https?:/.test(url) ? new URL(url).origin : "'self'";
  const attributes = Object.entries(data).filter(([name, value]) => name !== "destination" && value !== void 0).map(([name, value]) => ` data-${hyphenated(name)}="${escaped(value ?? "")}"`);
  const inline = stub.trim();
  return [
    `<script>${inline}</script>`,
    `<script async src="${escaped(src)}" integrity="${hashOf2("sha384", script)}" crossorigin="anonymous"${attributes.join("")}></script>`,
    "",
    "Content-Security-Policy, if the site has one:",
    `  script-src 'self' '${hashOf2("sha256", inline)}'`,
    `  connect-src ${connect}`
  ].join("\n");
};

// src/cli/versioned-copy.ts
import { copyFileSync, mkdirSync } from "node:fs";
import { join as join2 } from "node:path";
var versionedName = (name, version) => name.replace(/\.js$/, `.${version}.js`);
var versionedCopy = (names, { from, to, version }) => {
  mkdirSync(to, { recursive: true });
  return names.map((name) => {
    const path = join2(to, versionedName(name, version));
    copyFileSync(join2(from, name), path);
    return path;
  });
};

// src/cli/sendoff.ts
var HELP = `sendoff: scripts and tags of the tracking snippet

  npx sendoff copy FOLDER [--vendor klaviyo]    the vendor's script and the stub, with the version in their names
  npx sendoff snippet VENDOR --key AbC123       the two tags for the page, with integrity, and the content policy
  npx sendoff check URL [--browser FILE]        goes to the page with an installed browser and says what is wrong

Options of snippet: --at /assets (where the page finds the script) and the vendor's attributes without data-:
  --key, --project, --relay, --url, --write-key, --endpoint
check needs playwright-core (npx -p sendoff -p playwright-core sendoff check URL) and a Chrome, Chromium or Edge. What the
page tracks meanwhile does not reach the vendor. It fails where it finds something.
`;
var TEXT = { type: "string" };
var OPTIONS = {
  browser: TEXT,
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
  vendor: { ...TEXT, default: "klaviyo" },
  at: { ...TEXT, default: "/assets" },
  key: TEXT,
  project: TEXT,
  relay: TEXT,
  url: TEXT,
  "write-key": TEXT,
  endpoint: TEXT
};
var dist = fileURLToPath(new URL("..", import.meta.url));
var run = async (args) => {
  const { version } = JSON.parse(readFileSync(join3(dist, "../package.json"), "utf8"));
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const { help, version: asksVersion, vendor, at, browser, "write-key": writeKey, ...attributes } = values;
  const [command, operand] = positionals;
  if (asksVersion) return version;
  if (help || !command) return HELP;
  if (command === "copy" && operand) {
    const names = [`sendoff.${vendor}.js`, "stub.js", "LICENSES.md"];
    return versionedCopy(names, { from: dist, to: operand, version }).join("\n");
  }
  if (command === "snippet" && operand) {
    const name = `sendoff.${operand}.js`;
    return snippetText(
      { destination: operand, writeKey, ...attributes },
      {
        stub: readFileSync(join3(dist, "stub.js"), "utf8"),
        script: readFileSync(join3(dist, name)),
        src: `${at.replace(/\/$/, "")}/${versionedName(name, version)}`
      }
    );
  }
  if (command === "check" && operand) {
    const { platform, env } = process;
    const problems = await checkPage(operand, { browser, platform, env, isRoot: process.getuid?.() === 0 });
    if (problems[0]) throw new Error(problems.map((problem) => `- ${problem}`).join("\n"));
    return `${operand}: nothing is wrong with the snippet`;
  }
  throw new Error(`sendoff: ${positionals.join(" ")} is no command; npx sendoff --help has them`);
};
try {
  console.log(await run(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
