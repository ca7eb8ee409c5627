import pino, { type Logger } from 'pino';

/** A line of the log, as JSON has it. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly msg?: string };

/** Collects a log and lets tests wait for a line, without looking twice. */
export interface LogLines {
  readonly lines: readonly LogLine[];
  /** Takes whole lines. */
  readonly add: (text: string) => void;
  /** The first line, past or to come, whose message holds the words. */
  readonly until: (words: string) => Promise<LogLine>;
  /** Like `until`, of lines that come after this call alone. */
  readonly next: (words: string) => Promise<LogLine>;
  /** No more lines come: who waits for one learns what came last. */
  readonly end: () => void;
}

const parse = (text: string): LogLine => {
  try {
    return JSON.parse(text);
  } catch {
    return { msg: text };
  }
};

interface Waiting {
  readonly look: (line: LogLine) => void;
  readonly fail: () => void;
}

export const logLines = (): LogLines => {
  const lines: LogLine[] = [];
  const waiting = new Set<Waiting>();
  let ended = false;
  const next = (words: string): Promise<LogLine> => {
    const found = new Promise<LogLine>((resolve, reject) => {
      const one: Waiting = {
        look: (line) => {
          if (!line.msg?.includes(words)) return;
          waiting.delete(one);
          resolve(line);
        },
        fail: () =>
          reject(
            new Error(`the log ended without "${words}"; its last lines: ${JSON.stringify(lines.slice(-5))}`),
          ),
      };
      if (ended) one.fail();
      else waiting.add(one);
    });
    // A test may have lost its interest in a line.
    found.catch(() => undefined);
    return found;
  };
  return {
    lines,
    next,
    add: (text) => {
      for (const piece of text.split('\n').filter((one) => one !== '')) {
        const line = parse(piece);
        lines.push(line);
        for (const { look } of [...waiting]) look(line);
      }
    },
    until: async (words) => lines.find(({ msg }) => msg?.includes(words)) ?? (await next(words)),
    end: () => {
      ended = true;
      for (const { fail } of waiting) fail();
    },
  };
};

/** A logger that writes there, as the bot's own would. */
export const logTo = (log: LogLines): Logger => pino({ level: 'debug' }, { write: log.add });
