import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A request as it arrived. */
export interface StubRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Answers a request in some way, perhaps never. */
export type Behaviour = (request: StubRequest, response: ServerResponse) => void;

/** A service with OpenAI's API, on a socket of this machine, that behaves as a test likes. */
export interface Stub {
  /** `http://127.0.0.1:port/v1`. */
  readonly url: string;
  readonly requests: readonly StubRequest[];
  /** How the next requests are answered. */
  behave: (behaviour: Behaviour) => void;
  readonly behaviour: () => Behaviour;
  /** Resolves when so many requests have arrived in all. */
  readonly arrived: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const json =
  (value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (_, response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(value));

/** Says nothing. */
export const silent: Behaviour = () => {};

/** Sends the beginning of an answer, and hangs up. */
export const cutOff: Behaviour = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"data":[', () => response.destroy());
};

/** Sends megabytes, until the other side hangs up. */
export const flood: Behaviour = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = (): void => {
    while (!response.destroyed && response.write(' '.repeat(1 << 16)));
  };
  response.on('drain', more);
  more();
};

/** A model that says one thing. */
export const says = (content: string): Behaviour =>
  json({ choices: [{ message: { role: 'assistant', content } }] });

const textsOf = ({ body }: StubRequest): readonly string[] =>
  Array.isArray(body['input']) ? body['input'].map(String) : [];

/** A model of embeddings. @param vectorOf gives a text its vector */
export const embeds =
  (vectorOf: (text: string) => readonly number[]): Behaviour =>
  (request, response) =>
    json({
      model: request.body['model'],
      data: textsOf(request).map((text, index) => ({ index, embedding: vectorOf(text) })),
    })(request, response);

/** A number a word, by which texts with words in common are alike; Korean ones by pairs of syllables. */
export const wordVector =
  (dimension = 64, same: Readonly<Record<string, string>> = {}) =>
  (text: string): readonly number[] => {
    const vector = Array.from({ length: dimension }, () => 0.01);
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]{2,}/gu)) {
      let hash = 7;
      for (const letter of same[word] ?? word) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
      vector[hash % dimension] = (vector[hash % dimension] ?? 0) + 1;
    }
    return vector;
  };

const readJson = async (request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
};

/** Starts a service that answers as the behaviours of its addresses say; others get 404. */
export const startStub = async (behaviours: Readonly<Record<string, Behaviour>> = {}): Promise<Stub> => {
  let behaviour: Behaviour = (request, response) =>
    (behaviours[request.path] ?? json({ error: { message: 'no such thing' } }, 404))(request, response);
  const requests: StubRequest[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer(async (request, response) => {
    const read: StubRequest = {
      path: request.url ?? '',
      authorization: request.headers.authorization,
      body: await readJson(request),
    };
    requests.push(read);
    for (const look of waiting.splice(0)) look();
    behaviour(read, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    behaviour: () => behaviour,
    behave: (next) => {
      behaviour = next;
    },
    arrived: async (count) => {
      while (requests.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
