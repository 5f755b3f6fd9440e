/**
 * A credential, or the way to one: a function is called when the credential is needed for a call to the vendor,
 * and not before, which suits a secret manager.
 */
export type Secret = string | (() => string | Promise<string>);
export declare const readSecret: (secret: Secret) => Promise<string>;
