import { type APIEmbed, MessageFlags } from 'discord-api-types/v10';
import type { MessagePayload, Upload } from '../world/messages/messages.ts';
import { type Component, componentMistakes, flatten } from './components.ts';
import { embedMedia, embedMistakes } from './embeds.ts';
import { invalidForm, type Mistake, refuse } from './errors.ts';
import type { SchemaName, Spec } from './schema.ts';

/** The context of a body. */
export interface MessageRules {
  readonly schema: SchemaName;
  readonly uploads: readonly Upload[];
  /** The message's path in the body: `[]`, or `['data']` in a callback. */
  readonly path: Mistake['path'];
  /** For an edit: existing files, and whether other content remains. */
  readonly before?: {
    readonly files: readonly { readonly id: string; readonly name: string }[];
    readonly content: string;
    readonly embeds: number;
    readonly components: number;
    readonly isV2: boolean;
  };
}

/** Limit of a bot's files together: 10 MiB. */
const MAX_UPLOAD = 10 * 1024 * 1024;

/** Validates a message; throws Discord's error where it is invalid. */
export function checkMessage(spec: Spec, raw: unknown, rules: MessageRules): MessagePayload {
  const { path, uploads, before } = rules;
  const body = normalize(raw);
  const found = spec.check(rules.schema, body, path);
  if (found.length > 0) throw invalidForm(found);
  const draft = body as MessagePayload;
  const components = (draft.components ?? []) as unknown as readonly Component[];
  const embeds = draft.embeds ?? [];
  const isV2 = before?.isV2 === true || ((draft.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const mistakes = [
    ...contentMistakes(draft, path),
    ...embedMistakes(embeds, [...path, 'embeds']),
    ...componentMistakes(components, isV2, [...path, 'components']),
    ...attachmentMistakes(draft, rules),
    ...referenceMistakes(draft, components, rules),
    ...(isV2 ? v2Mistakes(draft, path) : []),
  ];
  if (mistakes.length > 0) throw invalidForm(mistakes);
  if (uploads.reduce((sum, file) => sum + file.bytes.byteLength, 0) > MAX_UPLOAD) throw refuse('tooLarge');
  if (isEmpty(draft, rules)) throw refuse('emptyMessage');
  return draft;
}

/** Discord accepts numbers as ids and any ISO 8601 offset; the schema does not. */
function normalize(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  const body = { ...raw } as Record<string, unknown>;
  const attachments = body['attachments'];
  if (Array.isArray(attachments)) {
    body['attachments'] = attachments.map((one: unknown) => {
      if (typeof one !== 'object' || one === null || !('id' in one)) return one;
      return typeof one.id === 'number' ? { ...one, id: String(one.id) } : one;
    });
  }
  const embeds = body['embeds'];
  if (Array.isArray(embeds)) {
    body['embeds'] = embeds.map((embed: unknown) => {
      if (typeof embed !== 'object' || embed === null || !('timestamp' in embed)) return embed;
      const time = typeof embed.timestamp === 'string' ? Date.parse(embed.timestamp) : Number.NaN;
      return Number.isNaN(time) ? embed : { ...embed, timestamp: new Date(time).toISOString() };
    });
  }
  return body;
}

function contentMistakes(draft: MessagePayload, path: Mistake['path']): Mistake[] {
  // The schema's 4,000 apply to Nitro users.
  return (draft.content ?? '').length > 2_000
    ? [
        {
          path: [...path, 'content'],
          code: 'BASE_TYPE_MAX_LENGTH',
          message: 'Must be 2000 or fewer in length.',
        },
      ]
    : [];
}

function attachmentMistakes(draft: MessagePayload, { path, uploads, before }: MessageRules): Mistake[] {
  const known = new Set([
    ...uploads.map((upload) => upload.index),
    ...(before?.files ?? []).map((file) => file.id),
  ]);
  return (draft.attachments ?? []).flatMap((one, index) =>
    known.has(one.id)
      ? []
      : [
          {
            path: [...path, 'attachments', index, 'id'],
            code: 'ATTACHMENT_NOT_FOUND',
            message: 'Attachment data not found',
          },
        ],
  );
}

/** `attachment://name` has to name a file of this message. */
function referenceMistakes(
  draft: MessagePayload,
  components: readonly Component[],
  rules: MessageRules,
): Mistake[] {
  const { path, uploads, before } = rules;
  const kept = (before?.files ?? []).filter(
    (file) => !draft.attachments || draft.attachments.some((one) => one.id === file.id),
  );
  const names = new Set([
    ...uploads.map(
      (upload) => draft.attachments?.find((one) => one.id === upload.index)?.filename ?? upload.name,
    ),
    ...kept.map((file) => file.name),
  ]);
  const embeds = (draft.embeds ?? []).flatMap((embed: APIEmbed, index) =>
    embedMedia(embed).map(({ keys, url }) => ({ path: [...path, 'embeds', index, ...keys], url })),
  );
  const media = flatten(components, [...path, 'components']).flatMap(({ component, path: at }) => [
    ...(component.media ? [{ path: [...at, 'media', 'url'], url: component.media.url }] : []),
    ...(component.file ? [{ path: [...at, 'file', 'url'], url: component.file.url }] : []),
    ...(component.items ?? []).map((item, index) => ({
      path: [...at, 'items', index, 'media', 'url'],
      url: item.media.url,
    })),
  ]);
  return [...embeds, ...media]
    .filter(({ url }) => url.startsWith('attachment://') && !names.has(url.slice('attachment://'.length)))
    .map(({ path: at, url }) => ({
      path: at,
      code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      message: `The referenced attachment "${url.slice('attachment://'.length)}" was not found`,
    }));
}

/** Components, "Legacy Message Component Behavior": with the flag, a message has only components. */
function v2Mistakes(draft: MessagePayload, path: Mistake['path']): Mistake[] {
  const legacy = [
    ['content', Boolean(draft.content)],
    ['embeds', (draft.embeds ?? []).length > 0],
  ] as const;
  return legacy
    .filter(([, used]) => used)
    .map(([key]) => ({
      path: [...path, key],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    }));
}

function isEmpty(draft: MessagePayload, { uploads, before }: MessageRules): boolean {
  const content = draft.content === undefined ? (before?.content ?? '') : (draft.content ?? '');
  const embeds = draft.embeds === undefined ? (before?.embeds ?? 0) : (draft.embeds ?? []).length;
  const components =
    draft.components === undefined ? (before?.components ?? 0) : (draft.components ?? []).length;
  const kept = draft.attachments
    ? draft.attachments.filter((one) => before?.files.some((file) => file.id === one.id)).length
    : (before?.files.length ?? 0);
  return content.trim() === '' && embeds + components + kept + uploads.length === 0;
}
