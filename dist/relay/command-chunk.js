// src/relay/node/settings-reader.ts
var SettingsError = class extends Error {
  name = "SettingsError";
};
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

export {
  SettingsError,
  createReader
};
