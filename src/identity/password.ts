export type Weakness = 'short' | 'long' | 'guessable';

const shortestPassword = 12;
const longest = 200;

// The long ones among the passwords that are guessed first, in small letters and figures only.
const guessedFirst = [
  'password', 'passw0rd', 'passwort', 'qwerty', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'letmein', 'welcome', 'iloveyou', 'administrator',
  'admin', 'changeme', 'secret', 'football', 'liverpool', 'monkey', 'dragon', 'sunshine', 'princess', 'bothy', 'demobothy', 'socialprescribing',
  'linkworker', 'trustno1', 'abc', 'test', 'guest', 'hello', 'scotland', 'england', 'cymru', 'nhs', 'nhspassword',
]; // prettier-ignore

/** Length counts for more than signs and capitals (NIST SP 800-63B): what is refused is what is tried first. */
export function weaknessOf(password: string, { email, name }: { email: string; name: string }): Weakness | undefined {
  const length = [...password].length;
  if (length < shortestPassword) return 'short';
  if (length > longest) return 'long';
  const plain = simple(password);
  const own = [email, email.split('@')[0]!, name].map(simple).filter((text) => text.length > 3);
  return new Set(plain).size < 5 || isRun(plain) || [...guessedFirst, ...own].some((word) => isOnly(plain, word)) ? 'guessable' : undefined;
}

const simple = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The word once or more, with nothing but figures around it: `password2026`, `bothybothybothy`. */
const isOnly = (plain: string, word: string): boolean => plain.includes(word) && /^\d*$/.test(plain.replaceAll(word, ''));

const rows = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];
const isRun = (plain: string): boolean => rows.some((row) => row.includes(plain) || [...row].reverse().join('').includes(plain));
