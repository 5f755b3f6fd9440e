/**
 * Words that make a parameter personal or secret wherever they stand in its name: `email`, `customer_email`,
 * `user[email]`, `resetToken`, `access-token`.
 */
export declare const PERSONAL_WORDS: readonly ["email", "mail", "phone", "mobile", "msisdn", "token", "jwt", "otp", "password", "passwd", "passphrase", "pwd", "secret", "signature", "ssn", "iban"];
/** Names that are personal or secret as a whole only, without regard to case and separators: `code`, not `color_code`. */
export declare const PERSONAL_NAMES: readonly ["auth", "authorization", "authcode", "code", "key", "apikey", "sig", "session", "sessionid", "jsessionid", "phpsessid", "sid", "tel", "emailaddress", "phonenumber", "username", "firstname", "lastname", "fullname", "surname", "birthday", "birthdate", "dateofbirth", "dob"];
/** What stands where something personal stood. */
export declare const REDACTED = "redacted";
/**
 * An address without what is personal or secret in it: the values of parameters with such a name
 * (`PERSONAL_WORDS`, `PERSONAL_NAMES`) or with an e-mail address in them, e-mail addresses in the path, and user and
 * password before the host. All else is left as it is, letter by letter.
 * @example
 * redactUrl('https://shop.test/?email=ada%40shop.test&size=xl') // 'https://shop.test/?email=redacted&size=xl'
 */
export declare const redactUrl: (url: string) => string;
