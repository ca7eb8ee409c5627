import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { pageLocale, stringsFor } from '../web/strings/index.ts';

/** Who may come in from outside: people who typed the password. */
export interface SignIn {
  /** Whether a request's cookie is one that was given out. */
  readonly isIn: (headers: IncomingHttpHeaders) => boolean;
  /** The page that asks for the password. */
  readonly ask: (headers: IncomingHttpHeaders) => Response;
  /** Takes the password that the page sends. */
  readonly signIn: (request: Request, headers: IncomingHttpHeaders) => Promise<Response>;
}

/** The path to which the page sends the password. */
export const SIGN_IN_PATH = '/sign-in';

const COOKIE = 'lectern-playground';
/** Seconds for which a browser keeps the cookie; a restart ends it earlier. */
const COOKIE_AGE = 30 * 86_400;
/** Cookies that are known at a time. */
const MOST_COOKIES = 1_000;
/** Wrong passwords in a minute, after which every sign-in is refused for the rest of it. */
const MOST_FAILURES = 10;
const MINUTE = 60_000;
const MOST_BYTES = 4_096;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const cookieOf = ({ cookie = '' }: IncomingHttpHeaders): string | undefined =>
  cookie
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === COOKIE)?.[1];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;display:grid;place-items:center;
min-height:100dvh;margin:0;background:light-dark(#f2f3f5,#1e1f22)}form{display:grid;gap:12px;width:min(320px,100vw - 64px);
padding:24px;border-radius:8px;background:light-dark(#fff,#2b2d31)}h1{font-size:20px;margin:0}label{display:grid;gap:4px}
input,button{font:inherit;padding:10px;border-radius:4px;border:1px solid light-dark(#80848e,#949ba4)}button{border:0;
background:#4752c4;color:#fff;cursor:pointer}p{margin:0;color:light-dark(#a1282c,#fa777c)}`;

/** A new sign-in. `monotonic` gives milliseconds. */
export function createSignIn(password: string, monotonic: () => number = () => performance.now()): SignIn {
  const wanted = digest(password);
  const known = new Set<string>();
  let failures: number[] = [];

  const page = (headers: IncomingHttpHeaders, status: number, trouble?: 'wrong' | 'tooMany'): Response => {
    const locale = pageLocale(headers['accept-language'] ?? 'en');
    const { signIn } = stringsFor(locale);
    const told = trouble === undefined ? '' : `<p role="alert">${escaped(signIn[trouble])}</p>`;
    const html = `<!doctype html><html lang="${locale}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(signIn.title)}</title>
<style>${STYLE}</style><form method="post" action="${SIGN_IN_PATH}"><h1>${escaped(signIn.title)}</h1>
<label>${escaped(signIn.password)}<input type="password" name="password" autocomplete="current-password" required autofocus></label>
${told}<button>${escaped(signIn.submit)}</button></form></html>`;
    return new Response(html, {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      },
    });
  };

  const typed = async (request: Request): Promise<string> => {
    if (Number(request.headers.get('content-length') ?? MOST_BYTES + 1) > MOST_BYTES) return '';
    const value = new URLSearchParams(await request.text()).get('password');
    return value ?? '';
  };

  return {
    isIn: (headers) => {
      const cookie = cookieOf(headers);
      return cookie !== undefined && known.has(cookie);
    },
    ask: (headers) => page(headers, 401),
    signIn: async (request, headers) => {
      const now = monotonic();
      failures = failures.filter((at) => now - at < MINUTE);
      if (failures.length >= MOST_FAILURES) return page(headers, 429, 'tooMany');
      if (!timingSafeEqual(digest(await typed(request)), wanted)) {
        failures.push(now);
        return page(headers, 401, 'wrong');
      }
      const cookie = randomBytes(32).toString('base64url');
      if (known.size >= MOST_COOKIES) known.clear();
      known.add(cookie);
      const secure = headers['x-forwarded-proto'] === 'https' ? '; Secure' : '';
      return new Response(null, {
        status: 303,
        headers: {
          location: '/',
          'set-cookie': `${COOKIE}=${cookie}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${COOKIE_AGE}${secure}`,
        },
      });
    },
  };
}
