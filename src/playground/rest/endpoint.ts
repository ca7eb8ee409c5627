import { DiscordError } from '../rules/errors.ts';
import type { Interaction } from '../world/interaction.ts';
import { ANSWER_WITHIN_MS, settle } from '../world/interactions/interactions.ts';
import type { DeliverInteraction, World } from '../world/state.ts';
import type { RestDeps } from './exchange.ts';
import { type FocusedTypes, takeResponse } from './interactions.ts';

/** The path that faults name. */
const PATH = '/endpoint';

/** The endpoint answers that the response comes by the callback route. */
const BY_CALLBACK = 202;

const post = (world: World, url: string, payload: object, signedWell: boolean): Promise<Response> => {
  const body = JSON.stringify(payload);
  const timestamp = String(Math.floor(world.clock.now() / 1_000));
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
      'x-signature-ed25519': world.keys.sign(timestamp, signedWell ? body : `${body} `),
      'x-signature-timestamp': timestamp,
    },
    body,
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
};

/** What Discord asks before it takes an address (Interactions, "Setting Up an Endpoint"). */
async function examine(world: World, url: string): Promise<void> {
  const ping = { id: world.newId(), application_id: world.applicationId, token: 'ping', type: 1, version: 1 };
  const good = await post(world, url, ping, true);
  const answer: unknown = good.status === 200 ? await good.json() : undefined;
  const isPong = typeof answer === 'object' && answer !== null && 'type' in answer && answer.type === 1;
  const bad = await post(world, url, ping, false);
  await bad.arrayBuffer();
  if (!isPong || bad.status !== 401) {
    throw new Error(
      `The endpoint ${url} could not be verified: PING ${good.status}, with a wrong signature ${bad.status}.`,
    );
  }
}

/** Delivers interactions to an address. Rejects where it cannot be verified. */
export async function openEndpoint(
  deps: RestDeps,
  focused: FocusedTypes,
  url: string,
): Promise<DeliverInteraction> {
  const { world } = deps;
  await examine(world, url);
  const deliver = async (interaction: Interaction, payload: object): Promise<void> => {
    const started = performance.now();
    const met = world.faults.inject('POST', PATH);
    const log = (status: number, answer: unknown): void =>
      world.wire.log(
        {
          kind: 'dispatch',
          method: 'POST',
          path: PATH,
          status,
          bytes: JSON.stringify(payload).length,
          ms: Math.round((performance.now() - started) * 100) / 100,
          ...(answer instanceof DiscordError ? { error: answer.body() } : {}),
          ...(met === undefined ? {} : { fault: met.fault.kind }),
        },
        payload,
        answer instanceof DiscordError ? answer.body() : answer,
      );
    try {
      const response = await post(world, url, payload, met?.fault.kind !== 'signature');
      if (response.status === BY_CALLBACK) {
        await response.arrayBuffer();
        log(response.status, null);
        return;
      }
      if (response.status !== 200) throw new DiscordError(response.status, 0, await response.text());
      const json: unknown = await response.json();
      takeResponse(deps, focused, interaction, { json, uploads: [] });
      log(response.status, json);
    } catch (error) {
      log(error instanceof DiscordError ? error.status : 0, error);
      // An answer by the callback route counts.
      if (interaction.answer === undefined)
        settle(world, interaction, { kind: 'failed', reason: 'no-answer' });
    }
  };
  return (interaction, payload) => void deliver(interaction, payload);
}
