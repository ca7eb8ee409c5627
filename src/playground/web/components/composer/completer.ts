import type { Outcome } from '../../../protocol/requests.ts';
import type { OptionChoice } from '../../commandInput/draft.ts';

/** The newest suggestions for an option. */
export interface Suggestions {
  readonly picks: readonly OptionChoice[];
  /** True while newer ones are requested. */
  readonly stale: boolean;
}

/**
 * Requests suggestions from the bot on every keystroke. The last ones remain until the next arrive, to avoid flicker;
 * outdated replies are dropped.
 */
export class Completer {
  readonly #changed: (option: string, before: readonly OptionChoice[], now: readonly OptionChoice[]) => void;
  #option = '';
  #asked = 0;
  #waiting = false;
  #picks: readonly OptionChoice[] | undefined;

  /** @param changed hears of the suggestions that came for an option, and of those that they replace. */
  constructor(
    changed: (option: string, before: readonly OptionChoice[], now: readonly OptionChoice[]) => void,
  ) {
    this.#changed = changed;
  }

  reset(): void {
    this.#option = '';
    this.#picks = undefined;
    this.#asked += 1;
  }

  /** Undefined before the first reply for this option. */
  shown(option: string): Suggestions | undefined {
    if (option !== this.#option || !this.#picks) return undefined;
    return { picks: this.#picks, stale: this.#waiting };
  }

  /** Resolves when these suggestions are shown, or newer ones were requested. */
  async ask(option: string, request: () => Promise<Outcome>): Promise<void> {
    if (option !== this.#option) this.#picks = undefined;
    this.#option = option;
    this.#asked += 1;
    this.#waiting = true;
    const mine = this.#asked;
    const picks = await request().then(picksOf, () => []);
    if (mine !== this.#asked) return;
    this.#waiting = false;
    const before = this.#picks ?? [];
    this.#picks = picks;
    this.#changed(option, before, picks);
  }
}

function picksOf(outcome: Outcome): readonly OptionChoice[] {
  if (outcome.kind !== 'choices') return [];
  return outcome.choices.map((choice) => ({ label: choice.name, value: choice.value }));
}
