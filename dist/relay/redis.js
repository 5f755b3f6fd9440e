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
  const eachOf = (ids, command) => Promise.all(ids.map((id) => client.sendCommand([...command(prefix + id)])));
  return {
    async claim(ids) {
      const set = await eachOf(ids, (key) => ["SET", key, token, "NX", "PX", `${CLAIM_MS}`]);
      const missed = ids.filter((_, index) => set[index] === null);
      const found = await eachOf(missed, (key) => ["GET", key]);
      const holders = new Map(missed.map((id, index) => [id, found[index]]));
      return ids.map((id, index) => {
        if (set[index] !== null) return "mine";
        return holders.get(id) === DELIVERED ? "delivered" : "taken";
      });
    },
    async settle(ids) {
      await eachOf(ids, (key) => ["SET", key, DELIVERED, "PX", `${REMEMBER_MS}`]);
    },
    async release(ids) {
      await eachOf(ids, (key) => ["EVAL", RELEASE, "1", key, token]);
    }
  };
};
export {
  createRedisIds
};
