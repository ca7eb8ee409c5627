/** A number of requests in a number of milliseconds. */
export interface Rate {
  readonly limit: number;
  readonly windowMs: number;
}

/** The rates of the playground. Discord states its own only in headers; these are similar. */
export interface Rates {
  readonly global: Rate;
  readonly messages: Rate;
  readonly webhooks: Rate;
  readonly commands: Rate;
  /** Crossposts of a channel (Resources, "Message", crosspost message). */
  readonly publish: Rate;
  readonly other: Rate;
}

export const RATES: Rates = {
  global: { limit: 50, windowMs: 1_000 },
  messages: { limit: 5, windowMs: 5_000 },
  webhooks: { limit: 5, windowMs: 2_000 },
  commands: { limit: 5, windowMs: 20_000 },
  publish: { limit: 10, windowMs: 3_600_000 },
  other: { limit: 10, windowMs: 10_000 },
};

/** The rate limit state of a request, for its response. */
export interface Verdict {
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds to wait; set where the limit is exceeded. */
  readonly retryAfter?: number;
  readonly global?: boolean;
}

/** Counts requests by bucket (Topics, "Rate Limits"). Undefined: this route has no limits. */
export interface Limits {
  count(method: string, path: string): Verdict | undefined;
}

interface Bucket {
  used: number;
  endsAt: number;
}

/**
 * Uses real time, not the playground's clock: the client waits in real time.
 * `monotonic` gives milliseconds.
 */
export function limits(rates: Rates, monotonic: () => number = () => performance.now()): Limits {
  const buckets = new Map<string, Bucket>();
  const take = (key: string, rate: Rate): Bucket => {
    const now = monotonic();
    const known = buckets.get(key);
    const bucket =
      known === undefined || known.endsAt <= now ? { used: 0, endsAt: now + rate.windowMs } : known;
    bucket.used += 1;
    buckets.set(key, bucket);
    if (buckets.size > 10_000) for (const [name, old] of buckets) if (old.endsAt <= now) buckets.delete(name);
    return bucket;
  };
  return {
    count(method, path) {
      // Responses to interactions do not count towards the global limit (Interactions, endpoints).
      if (path.startsWith('/interactions/')) return undefined;
      const now = monotonic();
      const isWebhook = path.startsWith('/webhooks/');
      if (!isWebhook) {
        const all = take('global', rates.global);
        if (all.used > rates.global.limit) {
          const wait = seconds(all.endsAt - now);
          const headers = {
            'retry-after': wait,
            'x-ratelimit-global': 'true',
            'x-ratelimit-scope': 'global',
          };
          return { headers, retryAfter: Number(wait), global: true };
        }
      }
      const { route, major, rate } = bucketOf(rates, method, path);
      const bucket = take(`${route} ${major}`, rate);
      const reset = seconds(bucket.endsAt - now);
      const headers = {
        'x-ratelimit-limit': String(rate.limit),
        'x-ratelimit-remaining': String(Math.max(0, rate.limit - bucket.used)),
        'x-ratelimit-reset': String((Date.now() + (bucket.endsAt - now)) / 1_000),
        'x-ratelimit-reset-after': reset,
        'x-ratelimit-bucket': hash(route),
      };
      if (bucket.used <= rate.limit) return { headers };
      return {
        headers: { ...headers, 'retry-after': reset, 'x-ratelimit-scope': 'user' },
        retryAfter: Number(reset),
      };
    },
  };
}

/** Rounded up to the millisecond, so that waiting exactly that long suffices. */
function seconds(ms: number): string {
  return (Math.ceil(Math.max(0, ms)) / 1_000).toFixed(3);
}

/** Channels, servers and webhooks are major parameters: each has a bucket of its own. */
function bucketOf(rates: Rates, method: string, path: string): { route: string; major: string; rate: Rate } {
  const [kind = '', first = '', ...rest] = path.slice(1).split('/');
  const tail = rest.map((part) => (/^\d+$/.test(part) ? ':id' : part)).join('/');
  if (kind === 'webhooks') {
    return { route: 'webhooks', major: rest[0] ?? '', rate: rates.webhooks };
  }
  const route = `${method} /${kind}/:id/${tail}`;
  if (tail.endsWith('/crosspost')) return { route, major: first, rate: rates.publish };
  if (kind === 'channels' && tail.startsWith('messages') && method !== 'GET') {
    return { route, major: first, rate: rates.messages };
  }
  if (kind === 'applications')
    return { route, major: first, rate: method === 'GET' ? rates.other : rates.commands };
  return { route, major: kind === 'channels' || kind === 'guilds' ? first : '', rate: rates.other };
}

function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}
