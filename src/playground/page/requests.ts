import type { Gateway } from '../gateway/gateway.ts';
import * as act from '../people/actions.ts';
import { until } from '../people/outcome.ts';
import type { Invocation, Outcome, PageAction, PageRequest, Reply, Results } from '../protocol/requests.ts';
import type { WithheldFrame } from '../protocol/views.ts';
import type { FocusedTypes } from '../rest/interactions.ts';
import type { ChannelState, PersonState } from '../world/entities.ts';
import type { Interaction } from '../world/interaction.ts';
import type { World } from '../world/state.ts';
import { setPermissions } from '../world/world.ts';
import type { Panels } from './panels.ts';

const WITHHELD: readonly WithheldFrame[] = ['hello', 'ready', 'resumed'];

/** The dependencies of page requests. */
export interface PageDeps {
  readonly world: World;
  readonly focused: FocusedTypes;
  readonly gateway: Gateway;
  readonly panels: Panels;
  /** The person that the page acts as. */
  readonly person: PersonState;
  /** Switches the person that the page acts as. */
  readonly be: (person: PersonState) => void;
}

/** Executes a request of a page. Never rejects: errors are in the reply. */
export async function answer(deps: PageDeps, request: PageRequest): Promise<Reply> {
  try {
    return { reply: request.id, ok: true, result: await perform(deps, request) };
  } catch (error) {
    return { reply: request.id, ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

async function perform(deps: PageDeps, request: PageAction): Promise<Results[keyof Results]> {
  const { world } = deps;
  switch (request.do) {
    case 'be': {
      const other = world.people.get(request.personId);
      if (other === undefined) throw new Error(`There is no person with the id ${request.personId}.`);
      deps.be(other);
      return null;
    }
    case 'say':
      return { message: act.say(stand(deps, request.channelId), request.content, request.replyTo).message };
    case 'history':
      return { messages: history(deps, request) };
    case 'invoke':
      return outcome(world, act.invoke(stand(deps, request.channelId), invocationOf(request)));
    case 'complete':
      return outcome(
        world,
        act.complete(stand(deps, request.channelId), invocationOf(request), request.focused),
      );
    case 'press':
      return outcome(world, act.press(stand(deps, request.channelId), request.messageId, request.customId));
    case 'choose': {
      const { channelId, messageId, customId, values } = request;
      return outcome(world, act.choose(stand(deps, channelId), messageId, customId, values));
    }
    case 'submit': {
      const opener = [...world.interactions.values()].find((one) => one.id === request.interactionId);
      if (opener === undefined) throw new Error('There is no such modal.');
      return outcome(world, act.submit(stand(deps, opener.channel.id), opener, request.values));
    }
    case 'message-command': {
      const { channelId, commandId, messageId } = request;
      return outcome(world, act.messageCommand(stand(deps, channelId), commandId, messageId));
    }
    case 'dismiss':
      act.dismiss(stand(deps, request.channelId), request.messageId);
      return null;
    case 'create-thread':
      return { channelId: act.openThread(stand(deps, request.channelId), request).id };
    case 'payload': {
      const record = world.wire.find(request.entry);
      if (record === undefined) throw new Error('This line of the wire is no longer kept.');
      return record.payload();
    }
    case 'clear-wire':
      world.wire.clear();
      return null;
    case 'fault':
      return { id: world.faults.add(request.route, request.fault, request.times).id };
    case 'clear-faults':
      world.faults.clear(request.fault);
      return null;
    case 'gateway':
      gatewayAction(deps.gateway, request.action);
      return null;
    case 'shards': {
      const { shards } = request;
      if (!Number.isInteger(shards) || shards < 1 || shards > 64) throw new Error('1 to 64 shards, please.');
      deps.gateway.recommend({ ...world.sharding, shards });
      return null;
    }
    case 'withheld':
      deps.gateway.withholdFrames(WITHHELD.find((what) => what === request.withheld) ?? null);
      return null;
    case 'permit':
      setPermissions(world, request.where, BigInt(request.permissions), request.allowed);
      return null;
    case 'person': {
      const other = world.people.get(request.personId);
      if (other === undefined) throw new Error(`There is no person with the id ${request.personId}.`);
      if (request.locale !== undefined) other.locale = request.locale;
      if (request.permissions !== undefined) other.permissions = BigInt(request.permissions).toString();
      world.changes.emit({ kind: 'people' });
      return null;
    }
    case 'panel':
      return deps.panels.act(request.panel, request.action, request.input ?? null);
    default:
      throw new Error(`Nothing is known of ${JSON.stringify((request as { do?: unknown }).do)}.`);
  }
}

function stand({ world, focused, person }: PageDeps, channelId: string): act.ActionContext {
  const channel: ChannelState | undefined = world.channels.get(channelId);
  if (channel === undefined) throw new Error(`There is no channel ${channelId}.`);
  return { world, focused, person, channel };
}

function invocationOf({ commandId, subcommand, options }: Invocation): Invocation {
  return { commandId, options, ...(subcommand === undefined ? {} : { subcommand }) };
}

/** Longer than the 3 seconds that end every wait. */
function outcome(world: World, interaction: Interaction): Promise<Outcome> {
  return until({ world, patienceMs: 60_000 }, () => interaction.outcome, 'an answer');
}

function history(
  deps: PageDeps,
  request: { readonly channelId: string; readonly before?: string; readonly limit?: number },
): Extract<Results['history'], object>['messages'] {
  const { channel } = stand(deps, request.channelId);
  const seen = channel.messages.filter(({ onlyFor }) => onlyFor === undefined || onlyFor === deps.person.id);
  const { before } = request;
  const older =
    before === undefined ? seen : seen.filter(({ message }) => BigInt(message.id) < BigInt(before));
  return older.slice(-Math.min(request.limit ?? 50, 100)).map(({ message }) => message);
}

function gatewayAction(gateway: Gateway, action: Extract<PageAction, { do: 'gateway' }>['action']): void {
  const actions = {
    cut: () => gateway.cut(),
    reconnect: () => gateway.reconnect(),
    invalidate: () => gateway.invalidate(),
    forget: () => gateway.forget(),
    down: () => gateway.setUp(false),
    up: () => gateway.setUp(true),
  };
  actions[action]();
}
