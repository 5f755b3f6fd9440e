/**
 * A credential, or a function that returns one: the function is called only when a call to the vendor needs the
 * credential, which suits a secret manager.
 */
export type Secret = string | (() => string | Promise<string>);
export declare const readSecret: (secret: Secret) => Promise<string>;
