import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Library } from '#library/model.ts';
import type { RecapDeps, Step } from '#recap/model.ts';
import { createRecaps, type Recaps } from '#recap/recaps.ts';
import type { Store } from '#store/store.ts';
import type { SimDiscord } from './discord.ts';
import type { SimTime } from './time.ts';

const forever = new Promise<never>(() => {});

/** When a process dies: before or after its n-th call to the outside (from 1). */
export interface Death {
  readonly call: number;
  readonly when: 'before' | 'after';
}

/** A process that can be killed: from then on nothing that it calls answers, and nothing it does has an effect. */
export class KillableProcess {
  alive = true;
  calls = 0;
  readonly #death: Death | undefined;

  constructor(death?: Death) {
    this.#death = death;
  }

  kill(): void {
    this.alive = false;
  }

  /** Puts life and death before and behind each method. */
  guard<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (object, name, receiver) => {
        const value: unknown = Reflect.get(object, name, receiver);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]): Promise<unknown> => {
          if (!this.alive) return forever;
          this.calls += 1;
          const dies = this.#death?.call === this.calls ? this.#death.when : undefined;
          if (dies === 'before') {
            this.kill();
            return forever;
          }
          try {
            const result: unknown = await Reflect.apply(value, object, args);
            if (dies === 'after') this.kill();
            return this.alive ? result : forever;
          } catch (error) {
            return this.alive ? Promise.reject(error) : forever;
          }
        };
      },
    });
  }
}

/** A library of sessions with nothing in them but ids and hashes. */
export function libraryOf(...sessions: readonly (readonly [id: string, hash: string])[]): Library {
  return {
    version: sessions.map(([id, hash]) => `${id}=${hash}`).join(),
    topics: [],
    findings: [],
    sessions: sessions.map(([id, hash]) => ({
      id,
      number: undefined,
      posts: [
        {
          file: `${id}.md`,
          language: 'ko',
          title: id,
          fullTitle: id,
          event: undefined,
          track: undefined,
          date: undefined,
          url: undefined,
          tags: [],
          aliases: [],
          summary: id,
          image: undefined,
          minutes: 1,
          sharedOpening: '',
          hash,
          sections: [],
        },
      ],
    })),
  };
}

export const sixSessions: Library = libraryOf(
  ['1', 'a'],
  ['2', 'b'],
  ['3', 'c'],
  ['4', 'd'],
  ['5', 'e'],
  ['6', 'f'],
);

export const drawSimply: RecapDeps['draw'] = ({ choice, key }) => ({
  name: `Session ${choice.item.id}`,
  page: {
    content: `session ${choice.item.id} ${choice.position}/${choice.total} ${choice.fresh ?? ''}`.trim(),
    embeds: [],
    files: [],
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.Button,
            style: ButtonStyle.Secondary,
            label: 'Read',
            custom_id: `s/${choice.item.id}?r=${key ?? ''}`,
          },
        ],
      },
    ],
  },
});

export interface SimProcess {
  readonly recaps: Recaps;
  readonly mortal: KillableProcess;
  readonly log: readonly { readonly level: string; readonly message: string; readonly details: unknown }[];
}

let processes = 0;

/** Starts a bot's recaps in simulated time. The store outlives it. */
export function startProcess(world: {
  readonly time: SimTime;
  readonly discord: SimDiscord;
  readonly store: Store;
  readonly library?: () => Library;
  readonly death?: Death;
  readonly checkpoint?: (step: Step, key: string) => void | Promise<void>;
  readonly draw?: RecapDeps['draw'];
  readonly clockCheckInterval?: number;
  readonly keepHistoryDays?: number;
}): SimProcess {
  const { time, discord, store } = world;
  const mortal = new KillableProcess(world.death);
  const log: { level: string; message: string; details: unknown }[] = [];
  processes += 1;
  const recaps = createRecaps({
    store: mortal.guard(store),
    poster: mortal.guard(discord.poster),
    clock: {
      ...time.clock,
      after: (milliseconds, callback) =>
        time.clock.after(milliseconds, () => {
          if (mortal.alive) callback();
        }),
    },
    library: world.library ?? (() => sixSessions),
    draw: world.draw ?? drawSimply,
    drawPaused: () => ({ embeds: [], components: [], files: [] }),
    drawDry: () => ({ embeds: [], components: [], files: [] }),
    report: (level, message, details) => log.push({ level, message, details }),
    owner: `process-${processes}`,
    ...(world.keepHistoryDays ? { keepHistoryDays: world.keepHistoryDays } : {}),
    ...(world.clockCheckInterval ? { clockCheckInterval: world.clockCheckInterval } : {}),
    ...(world.checkpoint ? { checkpoint: world.checkpoint } : {}),
  });
  recaps.start();
  return { recaps, mortal, log };
}
