#!/usr/bin/env node
import {
  SettingsError
} from "./command-chunk.js";

// src/relay/node/command-line.ts
import { parseArgs } from "node:util";
var HELP = `sendoff-relay: takes events of a site's pages and delivers them to vendors whose keys are private

  sendoff-relay [serve]                           listen, and take events
  sendoff-relay work                              deliver what waits in Redis; as many processes as you like
  sendoff-relay dead list <vendor> [--limit 20]   the events that were given up, and why
  sendoff-relay dead retry <vendor> <id>|--all    back into the queue, once their cause is repaired
  sendoff-relay dead clear <vendor> <id>|--all    forget them
  sendoff-relay --help

  It is set up by environment variables: RELAY.md of the package lists them.`;
var DEFAULT_LIMIT = 20;
var wrong = (problem) => new SettingsError(`${problem}; see sendoff-relay --help`);
var isAction = (word) => word === "list" || word === "retry" || word === "clear";
var deadFrom = ([action, vendor, id, ...rest], { all, limit }) => {
  if (!isAction(action)) throw wrong(`dead ${action ?? "has no action"}: expected list, retry or clear`);
  if (!vendor || rest.length > 0)
    throw wrong(
      `dead ${action} ${[vendor, id, ...rest].join(" ").trim()}: expected one vendor, and at most one id`
    );
  if (action !== "list" && !id === !all) throw wrong(`dead ${action}: expected an id or --all`);
  const most = Number(limit ?? DEFAULT_LIMIT);
  if (!Number.isInteger(most) || most < 1) throw wrong(`--limit is ${limit}; expected a whole number from 1`);
  return { type: "dead", action, vendor, id, limit: most };
};
var parsedFrom = (args) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h" },
        all: { type: "boolean" },
        limit: { type: "string" }
      }
    });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message.split(". ")[0] ?? "" : "wrong arguments");
  }
};
var askedFor = (args) => {
  const { values, positionals } = parsedFrom(args);
  const [command = "serve", ...rest] = positionals;
  if (values.help || command === "help") return { type: "help" };
  if (command === "dead") return deadFrom(rest, values);
  if (command !== "serve" && command !== "work" || rest.length > 0)
    throw wrong(`${positionals.join(" ")}: no such command`);
  return { type: command };
};

// src/relay/node/sendoff-relay.ts
var say = (line) => console.error(`sendoff-relay: ${line.replaceAll("\n", "\nsendoff-relay: ")}`);
var MISSING = /Cannot find package '([^']+)'/;
var problemOf = (error) => {
  if (error instanceof SettingsError) return error.message;
  const [, name] = MISSING.exec(`${error}`) ?? [];
  return name && `${name} is not installed; the relay needs:
npm install @hono/node-server hono @redis/client prom-client rate-limiter-flexible`;
};
try {
  const asked = askedFor(process.argv.slice(2));
  if (asked.type === "help") console.log(HELP);
  else {
    const { run } = await import("./command-run-command.js");
    await run(asked, process.env);
  }
} catch (error) {
  const problem = problemOf(error);
  if (problem === void 0) throw error;
  say(problem);
  process.exitCode = 1;
}
