import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { compose, type Row } from '#pages/message/compose.ts';
import { LIMITS } from '#pages/message/limits.ts';
import { readControl } from '#pages/route.ts';
import { checkChoices } from '#playground/rules/callbacks.ts';
import { checkMessage } from '#playground/rules/message.ts';
import { loadSpec } from '#playground/rules/schema.ts';

const spec = await loadSpec();
const x = (length: number): string => 'x'.repeat(length);
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** Throws what Discord would answer. */
const post = (message: object): unknown =>
  checkMessage(spec, message, { schema: 'MessageCreateRequest', uploads: [], path: [] });

const embed = (part: object): object => ({ embeds: [{ description: 'x', ...part }] });
const row = (...components: object[]): object => ({ type: 1, components });
const button = (part: object): object => ({ type: 2, style: 2, label: 'x', custom_id: 'x', ...part });
const menu = (part: object): object => ({
  components: [row({ type: 3, custom_id: 'x', options: [{ label: 'x', value: 'x' }], ...part })],
});
const option = (part: object): object => menu({ options: [{ label: 'x', value: 'x', ...part }] });
const choices = (...list: object[]): object => ({ choices: list });

const MESSAGES: Partial<Record<keyof typeof LIMITS, (size: number) => object>> = {
  embeds: (size) => ({ embeds: many(size, () => ({ description: 'x' })) }),
  title: (size) => embed({ title: x(size) }),
  description: (size) => embed({ description: x(size) }),
  fields: (size) => embed({ fields: many(size, () => ({ name: 'x', value: 'x' })) }),
  fieldName: (size) => embed({ fields: [{ name: x(size), value: 'x' }] }),
  fieldValue: (size) => embed({ fields: [{ name: 'x', value: x(size) }] }),
  footer: (size) => embed({ footer: { text: x(size) } }),
  author: (size) => embed({ author: { name: x(size) } }),
  embedText: (size) => ({ embeds: [{ description: x(3_000) }, { description: x(size - 3_000) }] }),
  rows: (size) => ({ components: many(size, (at) => row(button({ custom_id: `${at}` }))) }),
  buttons: (size) => ({ components: [row(...many(size, (at) => button({ custom_id: `${at}` })))] }),
  buttonLabel: (size) => ({ components: [row(button({ label: x(size) }))] }),
  options: (size) => menu({ options: many(size, (at) => ({ label: 'x', value: `${at}` })) }),
  optionLabel: (size) => option({ label: x(size) }),
  optionValue: (size) => option({ value: x(size) }),
  optionDescription: (size) => option({ description: x(size) }),
  placeholder: (size) => menu({ placeholder: x(size) }),
  customId: (size) => ({ components: [row(button({ custom_id: x(size) }))] }),
  linkUrl: (size) => ({
    components: [row({ type: 2, style: 5, label: 'x', url: `https://x.dev/${x(size - 14)}` })],
  }),
  embedUrl: (size) => embed({ url: `https://x.dev/${x(size - 14)}` }),
};

const CHOICES: Partial<Record<keyof typeof LIMITS, (size: number) => object>> = {
  choices: (size) => choices(...many(size, () => ({ name: 'x', value: 'x' }))),
  choiceName: (size) => choices({ name: x(size), value: 'x' }),
  choiceValue: (size) => choices({ name: 'x', value: x(size) }),
};

const suggest = (data: object): void => checkChoices(spec, data, ApplicationCommandOptionType.String);

describe('the limit of Discord is known exactly', () => {
  const cases = [
    ...Object.entries(MESSAGES).map(([name, make]) => ({ name, make, send: post })),
    ...Object.entries(CHOICES).map(([name, make]) => ({ name, make, send: suggest })),
  ];

  it.each(cases)('$name', ({ name, make, send }) => {
    const limit = LIMITS[name as keyof typeof LIMITS];
    expect(() => send(make(limit))).not.toThrow();
    expect(() => send(make(limit + 1))).toThrow(/Invalid Form Body/);
  });
});

describe('a message', () => {
  const route = { page: 'index', part: 1 } as const;
  const rows: readonly Row[] = many(
    7,
    (at): Row =>
      at % 2 === 0
        ? { kind: 'buttons', buttons: many(7, () => ({ kind: 'open', label: x(200), route })) }
        : {
            kind: 'menu',
            placeholder: x(300),
            entries: many(40, (entry) => ({
              label: x(200),
              description: x(200),
              route: { page: 'topic', topic: `topic-${entry}-${x(120)}`, part: 1 },
            })),
          },
  );

  it.each([
    ['a description', { description: x(9_000) }],
    [
      'a title, an author and a footer',
      { title: x(900), author: { name: x(900) }, footer: { text: x(3_000) } },
    ],
    ['fields', { title: 'x', fields: many(40, (at) => ({ name: x(at === 0 ? 900 : 100), value: x(3) })) }],
    ['the value of a field', { fields: [{ name: 'x', value: x(3_000) }] }],
    ['an address', { description: 'x', url: `https://x.dev/${x(3_000)}` }],
  ])('is cut to what Discord takes where it is too long: %s', (_what, one) => {
    const { embeds, components } = compose({ embeds: [one], rows });
    expect(embeds).toHaveLength(1);
    expect(() => post({ embeds, components })).not.toThrow();
    const controls = components.flatMap((line) =>
      line.components.flatMap((each) => ('custom_id' in each ? [each.custom_id] : [])),
    );
    expect(
      controls.filter((control) => readControl(control) === undefined && !control.startsWith('menu')),
    ).toEqual([]);
  });

  it('leaves out the embeds that are too many, or too much together', () => {
    const { embeds } = compose({ embeds: many(20, () => ({ description: x(500) })), rows: [] });
    expect(embeds).toHaveLength(10);
    const long = compose({ embeds: many(3, () => ({ description: x(2_500) })), rows: [] });
    expect(long.embeds).toHaveLength(2);
    expect(() => post({ embeds: long.embeds })).not.toThrow();
  });
});
