/**
 * A credential, or a function that returns one: the function is called only when a call to the vendor needs the
 * credential, which suits a secret manager.
 */
export type Secret = string | (() => string | Promise<string>)

export const readSecret = async (secret: Secret): Promise<string> =>
  typeof secret === 'function' ? secret() : secret
