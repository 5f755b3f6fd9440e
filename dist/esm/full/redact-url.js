/**
 * Words that make a parameter personal or secret wherever they stand in its name: `email`, `customer_email`,
 * `user[email]`, `resetToken`, `access-token`.
 */
export const PERSONAL_WORDS = [
    'email',
    'mail',
    'phone',
    'mobile',
    'msisdn',
    'token',
    'jwt',
    'otp',
    'password',
    'passwd',
    'passphrase',
    'pwd',
    'secret',
    'signature',
    'ssn',
    'iban',
];
/** Names that are personal or secret as a whole only, without regard to case and separators: `code`, not `color_code`. */
export const PERSONAL_NAMES = [
    'auth',
    'authorization',
    'authcode',
    'code',
    'key',
    'apikey',
    'sig',
    'session',
    'sessionid',
    'jsessionid',
    'phpsessid',
    'sid',
    'tel',
    'emailaddress',
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
];
/** What stands where something personal stood. */
export const REDACTED = 'redacted';
const WORD = new RegExp(`(^|_)(${PERSONAL_WORDS.join('|')})(_|$)`);
const NAME = new RegExp(`^(${PERSONAL_NAMES.join('|')})$`);
/** Bounded, so that a long address costs no more than its length; encoded, once or more often, too. */
const EMAIL = /[^\s@/?#&=:;,<>"]{1,64}(?:@|%(?:25)*40)[a-z\d.-]{1,255}\.[a-z]{2,24}(?![a-z\d])/gi;
/** `name=value` after a mark, in a query as in a fragment (`#access_token=…`) or in a path (`;jsessionid=…`). */
const PAIR = /(^|[?&#;])([^=?&#;]*)=([^?&#;]*)/g;
const CREDENTIALS = /^([a-z][a-z\d+.-]*:\/\/)[^/?#]*@/i;
/** An address in an address in an address is encoded three times; nobody has a good reason for more. */
const MAX_DECODINGS = 4;
const decoded = (text, times = MAX_DECODINGS) => {
    if (!/[%+]/.test(text) || !times)
        return text;
    try {
        return decoded(decodeURIComponent(text.replaceAll('+', ' ')), times - 1);
    }
    catch {
        // A stray percent sign: the page has put it there, and the text means itself.
        return text;
    }
};
const isPersonalName = (name) => {
    const words = decoded(name)
        .replace(/^.*\//, '')
        .replace(/([a-z\d])([A-Z])/g, '$1_$2')
        .toLowerCase()
        .replace(/[^a-z\d]+/g, '_');
    return WORD.test(words) || NAME.test(words.replaceAll('_', ''));
};
const redactPairs = (text, isOuter) => text.replace(PAIR, (pair, mark, name, value) => {
    const plain = decoded(value);
    const isPersonal = isPersonalName(name) || plain.search(EMAIL) >= 0 || (isOuter && redactPairs(plain, false) !== plain);
    return isPersonal && value ? `${mark}${name}=${REDACTED}` : pair;
});
/**
 * An address without what is personal or secret in it: the values of parameters with such a name
 * (`PERSONAL_WORDS`, `PERSONAL_NAMES`) or with an e-mail address in them, e-mail addresses in the path, and user and
 * password before the host. All else is left as it is, letter by letter.
 * @example
 * redactUrl('https://shop.test/?email=ada%40shop.test&size=xl') // 'https://shop.test/?email=redacted&size=xl'
 */
export const redactUrl = (url) => redactPairs(url.replace(CREDENTIALS, '$1'), true).replace(EMAIL, REDACTED);
