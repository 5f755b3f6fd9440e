"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.redactText = exports.redactUrl = exports.REDACTED = exports.PERSONAL_NAMES = exports.PERSONAL_SINGLE_WORDS = exports.PERSONAL_WORDS = void 0;
/**
 * Words that make a parameter personal or secret wherever they stand in its name: `email`, `customer_email`,
 * `user[email]`, `resetToken`, `access-token`; and at its end, where nothing separates words: `accesstoken`.
 */
exports.PERSONAL_WORDS = [
    'email',
    'mail',
    'msisdn',
    'token',
    'jwt',
    'password',
    'passwd',
    'passphrase',
    'secret',
    'signature',
];
/** Words that make a parameter personal or secret only where they stand alone: `user_phone`, not `smartphone`. */
exports.PERSONAL_SINGLE_WORDS = ['phone', 'mobile', 'otp', 'pwd', 'ssn', 'iban', 'kx'];
/**
 * Names that are personal or secret only as a whole, whatever their case and separators: `code`, not `color_code`. They
 * include Firebase's `oobCode`, SAML's, CAS's `ticket`, and the readers' ids in e-mails of Klaviyo (`_kx`, a word
 * above), Mailchimp (`mc_eid`), Marketo (`mkt_tok`) and HubSpot (`_hsenc`).
 */
exports.PERSONAL_NAMES = [
    'auth',
    'authorization',
    'authcode',
    'bearer',
    'code',
    'oobcode',
    'passcode',
    'pin',
    'invitecode',
    'resetcode',
    'verificationcode',
    'confirmationcode',
    'ticket',
    'credential',
    'credentials',
    'samlresponse',
    'samlrequest',
    'samlart',
    'signedrequest',
    'key',
    'apikey',
    'accesskey',
    'secretkey',
    'sessionkey',
    'hmac',
    'sig',
    'session',
    'sessionid',
    'jsessionid',
    'phpsessid',
    'sid',
    'tel',
    'telephone',
    'emailaddress',
    'emailhash',
    'phonenumber',
    'username',
    'firstname',
    'lastname',
    'fullname',
    'surname',
    'birthday',
    'birthdate',
    'dateofbirth',
    'dob',
    'passport',
    'cardnumber',
    'creditcard',
    'cvc',
    'cvv',
    'mceid',
    'mkttok',
    'hsenc',
];
/** The text that replaces a personal value. */
exports.REDACTED = 'redacted';
const WORD = new RegExp(`(^|_)(${[...exports.PERSONAL_WORDS, ...exports.PERSONAL_SINGLE_WORDS].join('|')})(_|$)|(${exports.PERSONAL_WORDS.join('|')})$`);
const NAME = new RegExp(`^(${exports.PERSONAL_NAMES.join('|')})$`);
// Each pattern below begins at a mark that it does not pass again. So the time of each grows with the length of a text,
// and no faster.
/** An e-mail address of any alphabet, or with a host as a browser writes it (`xn--…`). */
const EMAIL = /[^\s/@]@(?:[\p{L}\p{N}-]{1,63}[.\u3002])+(?:xn--[a-z\d-]|\p{L}{2})/iu;
/** A JSON Web Token begins with a brace and a quotation mark, in base64 (RFC 7519, section 3.1). */
const JWT = /(?:^|[^\w-])eyJ[\w-]{5,}\.[\w-]{5}/;
/** The user and the password before a host. */
const CREDENTIALS = /\/\/[^/?#\s]*@(?=[^/?#\s])/g;
/**
 * The text between two marks of an address: a step of its path, a parameter with its value, or a parameter without one.
 */
const PIECE = /([^/?#&;=]*)=([^?&#;]*)|[^/?#&;=]+/g;
/** The marks that separate pairs in a value, which may be an address, a form or JSON. */
const BETWEEN_PAIRS = /[/?#&;,{}\s]/;
const ESCAPES = /(?:%[\da-f]{2})+/gi;
/**
 * Most encodings that are read: an address in an address in an address is encoded three times, and more has no good
 * reason.
 */
const MAX_DECODINGS = 4;
/** Decodes escapes. Escapes that are no UTF-8 as a whole may still hide ASCII. */
const unescaped = (escapes) => {
    try {
        return decodeURIComponent(escapes);
    }
    catch {
        // The bytes have another encoding, or none: those that are not ASCII stay as they are.
        return escapes.replace(/%[0-7][\da-f]/gi, decodeURIComponent);
    }
};
/** Returns what `text` means after all its encodings; undefined where there are more than `times`. */
const decoded = (text, times = MAX_DECODINGS) => {
    const plain = text.replace(ESCAPES, unescaped);
    if (plain === text)
        return text;
    return times ? decoded(plain, times - 1) : undefined;
};
const isPersonalName = (name) => {
    const words = name
        .replace(/([a-z\d])([A-Z])/g, '$1_$2')
        .toLowerCase()
        .replace(/[^a-z\d]+/g, '_');
    return WORD.test(words) || NAME.test(words.replaceAll('_', ''));
};
const isPersonal = (plain) => EMAIL.test(plain) ||
    JWT.test(plain) ||
    plain.search(CREDENTIALS) >= 0 ||
    plain.split(BETWEEN_PAIRS).some((pair) => {
        const words = pair.split(/[=:]/);
        return words.some((name, index) => words[index + 1] && isPersonalName(name));
    });
const redactPiece = (piece) => {
    const plain = decoded(piece);
    return plain === undefined || isPersonal(plain) ? exports.REDACTED : piece;
};
/**
 * Returns an address without what is personal or secret in it. It replaces the values of parameters with such a name
 * (`PERSONAL_WORDS`, `PERSONAL_NAMES`); every value and every step of the path that holds an e-mail address, a JSON Web
 * Token or an address with something personal in it, however it is encoded; and user and password before the host.
 * Everything else stays as it is, letter by letter.
 * @example
 * redactUrl('https://shop.test/?email=ada%40shop.test&size=xl') // 'https://shop.test/?email=redacted&size=xl'
 */
const redactUrl = (url) => url.replace(CREDENTIALS, '//').replace(PIECE, (piece, name, value) => {
    if (name === undefined || !value)
        return redactPiece(piece);
    const told = isPersonalName(decoded(name) ?? 'token') ? exports.REDACTED : redactPiece(value);
    return `${redactPiece(name)}=${told}`;
});
exports.redactUrl = redactUrl;
/** Returns a text for people, such as a title, without the words that hold something personal. */
const redactText = (text) => text.replace(/\S+/g, redactPiece);
exports.redactText = redactText;
