import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { CODES, verdictOf } from '#recap/delivery/outcomes/codes.ts';
import { outcomeOf, pausesOf } from '#recap/delivery/outcomes/outcome.ts';

const published = [
  ...new Set(Object.values(RESTJSONErrorCodes).filter((code) => typeof code === 'number')),
].toSorted((one, other) => one - other);

describe('Discord’s refusals', () => {
  it('are decided, each code once, with a reason', () => {
    const decided = CODES.flatMap(({ codes }) => codes);
    expect(decided.toSorted((one, other) => one - other)).toEqual(published);
    for (const { reason } of CODES) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
  });

  it.each(published)('%i is temporary, or pauses the recap', (code) => {
    const { again, pauses } = outcomeOf({ kind: 'refused', code, status: 400, message: '' });
    expect(again === 'soon' || pauses !== 'never').toBe(true);
    if (code !== 0) expect(pausesOf(code)).toBe(pauses);
  });

  it('without a code are decided by their status, and unknown codes pause', () => {
    const refused = { kind: 'refused', code: 0, message: '' } as const;
    expect(outcomeOf({ ...refused, status: 401 }).again).toBe('soon');
    expect(outcomeOf({ ...refused, status: 403 }).again).toBe('rarely');
    expect(outcomeOf({ ...refused, status: 404 }).pauses).toBe('third-date');
    expect(verdictOf(999_999)).toBe('wrong');
  });
});
