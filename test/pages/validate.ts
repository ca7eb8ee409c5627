import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { readGapsAction } from '#pages/gaps/gapsPage.ts';
import type { Page } from '#pages/model.ts';
import { readRecapAction } from '#pages/recap/recapControl.ts';
import { readControl } from '#pages/route.ts';

/** What a button may lead to. */
const READERS = [readControl, readGapsAction, readRecapAction];

const over = (what: string, text: string | undefined, most: number, least = 1): readonly string[] =>
  text === undefined || (text.trim().length >= least && text.length <= most)
    ? []
    : [`${what} has ${text.length} characters: ${text.slice(0, 60)}`];

function embedProblems(embed: Page['embeds'][number]): readonly string[] {
  const { title, description, fields, footer, author, image, url } = embed;
  const empty = [title, description, fields, footer, author, image].every((part) => part === undefined);
  return [
    ...(empty ? ['an embed is empty'] : []),
    ...over('title', title, 256),
    ...over('description', description, 4096),
    ...over('footer', footer?.text, 2048),
    ...over('author', author?.name, 256),
    ...over('url', url, 2048),
    ...((fields?.length ?? 0) > 25 ? ['more than 25 fields'] : []),
    ...(fields ?? []).flatMap(({ name, value }) => [
      ...over('field name', name, 256),
      ...over('field value', value, 1024),
    ]),
    ...(image === undefined || /^(https?|attachment):\/\/\S+$/.test(image.url) ? [] : [`image ${image.url}`]),
    ...[title, description].flatMap((text) => (text?.isWellFormed() === false ? ['a lone surrogate'] : [])),
  ];
}

function rowProblems(components: Page['components'][number]['components']): readonly string[] {
  const problems: string[] = [];
  if (components.length === 0) problems.push('an empty row');
  if (components.length > 5) problems.push('more than 5 in a row');
  for (const component of components) {
    if (component.type === ComponentType.StringSelect) {
      if (components.length > 1) problems.push('a menu shares its row');
      if (component.options.length === 0 || component.options.length > 25) problems.push('options');
      problems.push(...over('placeholder', component.placeholder, 150));
      const values = component.options.map(({ value }) => value);
      if (new Set(values).size !== values.length) problems.push('a value twice');
      for (const { label, value, description } of component.options) {
        problems.push(...over('option label', label, 100), ...over('value', value, 100));
        problems.push(...over('option description', description, 100));
        if (readControl(value)?.kind !== 'open') problems.push(`an option leads nowhere: ${value}`);
      }
    } else if (component.type !== ComponentType.Button) {
      problems.push(`a component of type ${component.type}`);
    } else if (component.style === ButtonStyle.Link) {
      problems.push(...over('label', component.label, 80), ...over('link', component.url, 512));
    } else if ('custom_id' in component) {
      problems.push(...over('label', component.label, 80));
      if (READERS.every((read) => read(component.custom_id) === undefined))
        problems.push(`a button leads nowhere: ${component.custom_id}`);
    } else {
      problems.push('a button of a kind that the bot does not use');
    }
  }
  return problems;
}

/** The custom_ids of a page, in order. */
export const customIdsOf = (page: Page): readonly string[] =>
  page.components.flatMap(({ components }) =>
    components.flatMap((one) => ('custom_id' in one ? [one.custom_id] : [])),
  );

/** Everything that Discord would refuse about a message, and every control that leads nowhere. */
export function problemsOf(page: Page): readonly string[] {
  const text = page.embeds
    .flatMap(({ title, description, footer, author, fields }) => [
      title,
      description,
      footer?.text,
      author?.name,
      ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    ])
    .reduce((sum, one) => sum + (one?.length ?? 0), 0);
  const ids = customIdsOf(page);
  const attached = page.files.map(({ name }) => `attachment://${name}`);
  const shown = page.embeds
    .flatMap(({ image, thumbnail }) => [image?.url, thumbnail?.url])
    .filter((url) => url?.startsWith('attachment://'));
  return [
    ...(page.embeds.length === 0 || page.embeds.length > 10 ? [`${page.embeds.length} embeds`] : []),
    ...page.embeds.flatMap(embedProblems),
    ...(text > 6000 ? [`${text} characters in all embeds`] : []),
    ...(page.components.length > 5 ? ['more than 5 rows'] : []),
    ...(/^[^\n]{1,2000}$/u.test(page.content ?? '') ? [] : [`no line of content: ${page.content}`]),
    ...(/(?<!\\)<[@#]|(?<!\\)@(?:everyone|here)/u.test(page.content ?? '') ? ['content that may ping'] : []),
    ...page.components.flatMap(({ components }) => rowProblems(components)),
    ...ids.flatMap((id) => over('custom_id', id, 100)),
    ...(new Set(ids).size === ids.length ? [] : [`a custom_id twice: ${ids.join(' ')}`]),
    ...(new Set(attached).size === attached.length ? [] : ['a file twice']),
    ...page.files.flatMap(({ name, description }) => [
      ...(/^[A-Za-z0-9._-]+$/.test(name) ? [] : [`file name ${name}`]),
      ...(description.length > 1024 ? ['file description'] : []),
    ]),
    ...(attached.every((name) => shown.includes(name)) && shown.length === attached.length
      ? []
      : ['files and images differ']),
  ];
}

/** Every page that a page leads to, as encoded controls. */
export const controlsOf = (page: Page): readonly string[] =>
  page.components.flatMap(({ components }) =>
    components.flatMap((one) => {
      if (one.type === ComponentType.StringSelect) return one.options.map(({ value }) => value);
      return 'custom_id' in one ? [one.custom_id] : [];
    }),
  );
