import type { Playground } from '#playground/index.ts';

/** An answer of the REST API. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** Asks the REST API as the bot; `body` goes as JSON. */
export async function ask(
  playground: Playground,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${playground.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${playground.token}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}

/** The mistakes of an `Invalid Form Body`: `embeds.0.description BASE_TYPE_MAX_LENGTH`. */
export function mistakesOf(answer: Answer): string[] {
  const found: string[] = [];
  const visit = (node: unknown, path: string[]) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key !== '_errors') visit(value, [...path, key]);
      else
        for (const one of value as { code: string }[])
          found.push([path.join('.'), one.code].join(' ').trim());
    }
  };
  visit(answer.body['errors'], []);
  return found;
}
