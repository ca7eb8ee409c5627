import type { ZodType } from 'zod';
import { observed } from '../observe.ts';
import { safeAddress } from '../redact.ts';

/** A service with OpenAI's API, as Ollama and many others have it, and the model that is asked there. */
export interface Service {
  /** The whole address that requests go to: http or https. */
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
}

/** Starts a timer; returns a function that cancels it. */
export type After = (milliseconds: number, callback: () => void) => () => void;

/** Why a service gave nothing of use. */
export type Failure =
  /** Not in time. */
  | 'late'
  /** It answered with an error. */
  | 'refused'
  /** No connection, or one that was cut off. */
  | 'unreachable'
  /** Not what was asked for: other JSON, too much of it, other numbers. */
  | 'unreadable';

/** A request that came to nothing. The message holds no key and nothing of what people asked. */
export class ServiceError extends Error {
  override name = 'ServiceError';
  readonly failure: Failure;
  /** The HTTP status, where there is one. */
  readonly status: number | undefined;
  /** Milliseconds after which the service wants to be asked again. */
  readonly retryAfter: number | undefined;

  constructor(failure: Failure, message: string, details: { status?: number; retryAfter?: number } = {}) {
    super(message);
    this.failure = failure;
    this.status = details.status;
    this.retryAfter = details.retryAfter;
  }
}

/** Any service's longest answer to a program that hung up or waits no longer is cut here. Characters. */
const LONGEST_REASON = 200;

/** The reason that a service gives for an error: `{"error":{"message":"…"}}`, as OpenAI and Ollama write it. */
const reasonIn = (text: string): string => {
  try {
    const { error } = JSON.parse(text);
    const message: unknown = typeof error === 'string' ? error : error?.message;
    return typeof message === 'string'
      ? `: ${message.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, LONGEST_REASON)}`
      : '';
  } catch {
    return '';
  }
};

/** Reads at most so many bytes of a body. */
const readBody = async (response: Response, most: number): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > most)
      throw new ServiceError('unreadable', `its answer has more than ${Math.round(most / 1024)} KB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** Seconds in a header Retry-After, as milliseconds; a date is not read. */
const retryAfterOf = ({ headers }: Response): { readonly retryAfter?: number } => {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfter: 1_000 * seconds } : {};
};

const ERROR_BYTES = 64 * 1024;

const send = async <T>(
  { url, key }: Service,
  body: object,
  schema: ZodType<T>,
  most: number,
  signal: AbortSignal,
): Promise<T> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify(body),
    // The key is for this address alone.
    redirect: 'manual',
    signal,
  });
  const { status } = response;
  if (!response.ok) {
    const reason = reasonIn(await readBody(response, ERROR_BYTES).catch(() => ''));
    throw new ServiceError('refused', `it answers with status ${status}${reason}`, {
      status,
      ...retryAfterOf(response),
    });
  }
  const text = await readBody(response, most);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ServiceError('unreadable', 'its answer is no JSON');
  }
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new ServiceError(
    'unreadable',
    `its answer is not as OpenAI's API has it (${issue?.path.join('.')}: ${issue?.message})`,
  );
};

/** What a request needs. */
export interface Order<T> {
  readonly body: object;
  readonly schema: ZodType<T>;
  /** Bytes of the answer that are read. */
  readonly most: number;
  /** Milliseconds for the whole request. */
  readonly within: number;
  /** Ends the request early. */
  readonly signal?: AbortSignal | undefined;
}

const named = (service: Service, error: unknown, late: boolean, within: number): ServiceError => {
  const place = safeAddress(service.url) ?? 'the address';
  if (late) return new ServiceError('late', `${place} did not answer within ${within / 1_000} s`);
  if (error instanceof ServiceError)
    return new ServiceError(error.failure, `${place} is of no use: ${error.message}`, {
      ...(error.status === undefined ? {} : { status: error.status }),
      ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }),
    });
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ServiceError('unreachable', `${place} cannot be reached (${reason})`);
};

/**
 * Asks a service. Redirects are not followed, answers are read to a limit, and what comes later than `within` is not
 * waited for.
 * @throws ServiceError
 */
export const ask = async <T>(
  kind: 'embeddings' | 'model',
  service: Service,
  after: After,
  { body, schema, most, within, signal }: Order<T>,
): Promise<T> => {
  const deadline = new AbortController();
  const cancel = after(within, () => deadline.abort());
  const signals = signal === undefined ? [deadline.signal] : [deadline.signal, signal];
  try {
    const answer = await send(
      service,
      { model: service.model, ...body },
      schema,
      most,
      AbortSignal.any(signals),
    );
    observed.models.tell(() => ({ kind, outcome: 'answered' }));
    return answer;
  } catch (error) {
    const failed = named(service, error, deadline.signal.aborted, within);
    observed.models.tell(() => ({ kind, outcome: failed.failure }));
    throw failed;
  } finally {
    cancel();
  }
};
