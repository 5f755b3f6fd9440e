/**
 * Words that make a parameter personal or secret wherever they stand in its name: `email`, `customer_email`,
 * `user[email]`, `resetToken`, `access-token`; and at its end, where nothing tells words apart: `accesstoken`.
 */
export declare const PERSONAL_WORDS: readonly ["email", "mail", "msisdn", "token", "jwt", "password", "passwd", "passphrase", "secret", "signature"];
/** Words that do so where they stand alone only: `user_phone`, not `smartphone`. */
export declare const PERSONAL_SINGLE_WORDS: readonly ["phone", "mobile", "otp", "pwd", "ssn", "iban", "kx"];
/**
 * Names that are personal or secret as a whole only, without regard to case and separators: `code`, not `color_code`.
 * Among them: Firebase's `oobCode`, SAML's, CAS's `ticket`, and the readers' ids in e-mails of Klaviyo (`_kx`, a word
 * above), Mailchimp (`mc_eid`), Marketo (`mkt_tok`) and HubSpot (`_hsenc`).
 */
export declare const PERSONAL_NAMES: readonly ["auth", "authorization", "authcode", "bearer", "code", "oobcode", "passcode", "pin", "invitecode", "resetcode", "verificationcode", "confirmationcode", "ticket", "credential", "credentials", "samlresponse", "samlrequest", "samlart", "signedrequest", "key", "apikey", "accesskey", "secretkey", "sessionkey", "hmac", "sig", "session", "sessionid", "jsessionid", "phpsessid", "sid", "tel", "telephone", "emailaddress", "emailhash", "phonenumber", "username", "firstname", "lastname", "fullname", "surname", "birthday", "birthdate", "dateofbirth", "dob", "passport", "cardnumber", "creditcard", "cvc", "cvv", "mceid", "mkttok", "hsenc"];
/** What stands where something personal stood. */
export declare const REDACTED = "redacted";
/**
 * An address without what is personal or secret in it: the values of parameters with such a name (`PERSONAL_WORDS`,
 * `PERSONAL_NAMES`), every value and every step of the path that holds an e-mail address, a JSON Web Token or an address
 * with something personal in it, however it is encoded, and user and password before the host. All else is left as it
 * is, letter by letter.
 * @example
 * redactUrl('https://shop.test/?email=ada%40shop.test&size=xl') // 'https://shop.test/?email=redacted&size=xl'
 */
export declare const redactUrl: (url: string) => string;
/** A text for people, such as a title, without the words that hold something personal. */
export declare const redactText: (text: string) => string;
