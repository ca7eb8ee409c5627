import type { REST, RequestData, RouteLike } from 'discord.js';
import { requestBody, type UploadFile } from './multipart.ts';

/** What is sent with a request. */
export interface RequestOptions extends Omit<RequestData, 'files' | 'passThroughBody'> {
  readonly files?: readonly UploadFile[] | undefined;
}

type Send = <Answer>(route: RouteLike, options?: RequestOptions) => Promise<Answer>;

/** Discord's REST API with typed responses. discord.js handles retries and rate limits. */
export interface Rest {
  readonly get: Send;
  readonly post: Send;
  readonly put: Send;
  readonly patch: Send;
  readonly delete: (route: RouteLike, options?: RequestOptions) => Promise<void>;
}

/** Files as pieces: discord.js would copy them, and hold them outside the heap until the next collection of garbage. */
const dataOf = ({ files = [], ...rest }: RequestOptions = {}): RequestData => {
  if (files.length === 0) return rest;
  const { body, headers } = requestBody(rest.body, files);
  return { ...rest, body, headers: { ...rest.headers, ...headers }, passThroughBody: true };
};

/** The one place that trusts responses to have their documented type. */
export const restOf = (rest: REST): Rest => ({
  get: async <Answer>(route: RouteLike, options?: RequestOptions) =>
    (await rest.get(route, dataOf(options))) as Answer,
  post: async <Answer>(route: RouteLike, options?: RequestOptions) =>
    (await rest.post(route, dataOf(options))) as Answer,
  put: async <Answer>(route: RouteLike, options?: RequestOptions) =>
    (await rest.put(route, dataOf(options))) as Answer,
  patch: async <Answer>(route: RouteLike, options?: RequestOptions) =>
    (await rest.patch(route, dataOf(options))) as Answer,
  delete: async (route, options) => {
    await rest.delete(route, dataOf(options));
  },
});

/** The API with first responses sent on a way of their own. */
export const withCallbacks = (
  rest: Rest,
  send: (route: string, options: RequestOptions) => Promise<unknown>,
): Rest => ({
  ...rest,
  post: async <Answer>(route: RouteLike, options: RequestOptions = {}) =>
    route.startsWith('/interactions/')
      ? ((await send(route, options)) as Answer)
      : await rest.post<Answer>(route, options),
});
