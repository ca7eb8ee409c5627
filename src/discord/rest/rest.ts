import type { RawFile, REST, RequestData, RouteLike } from 'discord.js';

/** Discord's REST API with typed responses. discord.js handles retries and rate limits. */
export interface Rest {
  readonly get: <Answer>(route: RouteLike, options?: RequestData) => Promise<Answer>;
  readonly post: <Answer>(route: RouteLike, options?: RequestData) => Promise<Answer>;
  readonly put: <Answer>(route: RouteLike, options?: RequestData) => Promise<Answer>;
  readonly patch: <Answer>(route: RouteLike, options?: RequestData) => Promise<Answer>;
  readonly delete: (route: RouteLike, options?: RequestData) => Promise<void>;
}

export type { RawFile };

/** The one place that trusts responses to have their documented type. */
export const restOf = (rest: REST): Rest => ({
  get: async <Answer>(route: RouteLike, options?: RequestData) => (await rest.get(route, options)) as Answer,
  post: async <Answer>(route: RouteLike, options?: RequestData) =>
    (await rest.post(route, options)) as Answer,
  put: async <Answer>(route: RouteLike, options?: RequestData) => (await rest.put(route, options)) as Answer,
  patch: async <Answer>(route: RouteLike, options?: RequestData) =>
    (await rest.patch(route, options)) as Answer,
  delete: async (route: RouteLike, options?: RequestData) => {
    await rest.delete(route, options);
  },
});

/** The API with first responses sent on a way of their own. */
export const withCallbacks = (
  rest: Rest,
  send: (route: string, options: RequestData) => Promise<unknown>,
): Rest => ({
  ...rest,
  post: async <Answer>(route: RouteLike, options: RequestData = {}) =>
    route.startsWith('/interactions/')
      ? ((await send(route, options)) as Answer)
      : await rest.post<Answer>(route, options),
});
