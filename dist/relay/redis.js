// src/relay/delivered-ids.ts
var CLAIM_MS = 12e4;
var REMEMBER_MS = 8 * 24 * 60 * 60 * 1e3;

// src/relay/redis-ids.ts
var DELIVERED = "delivered";
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
export {
  createRedisIds
};
