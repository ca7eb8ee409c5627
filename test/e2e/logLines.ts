import pino, { type Logger } from 'pino';

/** A line of the log, as JSON has it. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly msg?: string };

/** Collects a log and lets tests wait for a line, without looking twice. */
export interface LogLines {
  readonly lines: readonly LogLine[];
  readonly add: (text: string) => void;
  /** The first line, past or to come, whose message holds the words. */
  readonly until: (words: string) => Promise<LogLine>;
  /** Like `until`, of lines that come after this call alone. */
  readonly next: (words: string) => Promise<LogLine>;
}

const parse = (text: string): LogLine => {
  try {
    return JSON.parse(text);
  } catch {
    return { msg: text };
  }
};

export const logLines = (): LogLines => {
  const lines: LogLine[] = [];
  const waiting = new Set<(line: LogLine) => void>();
  const next = (words: string): Promise<LogLine> =>
    new Promise((resolve) => {
      const look = (line: LogLine): void => {
        if (!line.msg?.includes(words)) return;
        waiting.delete(look);
        resolve(line);
      };
      waiting.add(look);
    });
  return {
    lines,
    next,
    add: (text) => {
      for (const piece of text.split('\n').filter((one) => one !== '')) {
        const line = parse(piece);
        lines.push(line);
        for (const look of [...waiting]) look(line);
      }
    },
    until: async (words) => lines.find(({ msg }) => msg?.includes(words)) ?? (await next(words)),
  };
};

/** A logger that writes there, as the bot's own would. */
export const logTo = (log: LogLines): Logger => pino({ level: 'debug' }, { write: log.add });
