import type { Mistake } from './errors.ts';

/** Discord's published schema, by name: `MessageCreateRequestSchema` etc. */
export interface Spec {
  /** The mistakes of a value, in Discord's words; empty where it is valid. */
  check(name: SchemaName, value: unknown, at?: Mistake['path']): Mistake[];
}

export type SchemaName =
  | 'MessageCreateRequest'
  | 'MessageEditRequestPartial'
  | 'IncomingWebhookInteractionRequest'
  | 'IncomingWebhookUpdateForInteractionCallbackRequestPartial'
  | 'IncomingWebhookUpdateRequestPartial'
  | 'ModalInteractionCallbackRequestData'
  | 'InteractionApplicationCommandAutocompleteCallbackStringData'
  | 'InteractionApplicationCommandAutocompleteCallbackNumberData'
  | 'ApplicationCommandCreateRequest'
  | 'ApplicationCommandUpdateRequest'
  | 'ApplicationCommandPatchRequestPartial'
  | 'CreateTextThreadWithMessageRequest'
  | 'CreateTextThreadWithoutMessageRequest'
  | 'CreateForumThreadRequest';

interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The parts of a zod schema that are used here. */
interface Schema {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly shape?: Readonly<Record<string, Schema>>;
      readonly element?: Schema;
      readonly innerType?: Schema;
      readonly valueType?: Schema;
      readonly options?: readonly Schema[];
      readonly values?: readonly unknown[];
      readonly getter?: () => Schema;
      readonly checks?: readonly { readonly _zod: { readonly def: Bounds } }[];
    };
  };
  safeParse(value: unknown): {
    readonly success: boolean;
    readonly error?: { readonly issues: readonly Issue[] };
  };
}

interface Issue {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly expected?: string;
  readonly origin?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly values?: readonly unknown[];
  readonly errors?: readonly (readonly Issue[])[];
}

let loading: Promise<Spec> | undefined;

/** Loads the schema once a process: it is a third of a megabyte of code. */
export function loadSpec(): Promise<Spec> {
  loading ??= import(import.meta.resolve('discord-api-spec/zod')).then(specOf);
  return loading;
}

function specOf(module: Readonly<Record<string, unknown>>): Spec {
  return {
    check(name, value, at = []) {
      const schema = module[`${name}Schema`] as Schema;
      const result = schema.safeParse(value);
      if (result.success || result.error === undefined) return [];
      return result.error.issues.flatMap((issue) => explain(issue, schema, value, at));
    },
  };
}

/** Translates an issue of zod to Discord's words. In a union, only the member of the value's `type` counts. */
function explain(issue: Issue, schema: Schema, value: unknown, at: Mistake['path']): Mistake[] {
  const path = [...at, ...issue.path];
  const { schema: here, value: found } = descend(schema, value, issue.path);
  if (issue.code === 'invalid_union') {
    const options = unwrap(here)?._zod.def.options ?? [];
    const index = options.findIndex((option) => isNamedBy(option, found));
    const option = options[index];
    const inner = issue.errors?.[index];
    if (option !== undefined && inner !== undefined) {
      return inner.flatMap((one) => explain(one, option, found, path));
    }
    const known = options.flatMap((one) => typeValues(one)).toSorted((a, b) => Number(a) - Number(b));
    const list = known.join(', ');
    return [
      {
        path: [...path, 'type'],
        code: 'UNION_TYPE_CHOICES',
        message: `Value of field "type" must be one of (${list}).`,
      },
    ];
  }
  return [{ path, ...sentence(issue, here, found) }];
}

function sentence(
  issue: Issue,
  schema: Schema | undefined,
  value: unknown,
): { code: string; message: string } {
  if (issue.code === 'invalid_type') {
    if (value === undefined || value === null)
      return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
    const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
    switch (issue.expected) {
      case 'string':
        return { code: 'STRING_TYPE_CONVERT', message: `Could not interpret "${shown}" as string.` };
      case 'boolean':
        return { code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' };
      case 'array':
        return { code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' };
      case 'object':
      case 'record':
        return { code: 'DICT_TYPE_CONVERT', message: 'Only dictionaries may be used in a DictType' };
      default:
        return { code: 'NUMBER_TYPE_COERCE', message: `Value "${shown}" is not int.` };
    }
  }
  if (issue.code === 'too_big' || issue.code === 'too_small') {
    const big = issue.code === 'too_big';
    if (issue.origin === 'string' || issue.origin === 'array')
      return lengthMistake(big, unwrap(schema), issue);
    return big
      ? { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${issue.maximum}.` }
      : {
          code: 'NUMBER_TYPE_MIN',
          message: `int value should be greater than or equal to ${issue.minimum}.`,
        };
  }
  if (issue.code === 'invalid_format') {
    if (issue.format === 'url') return { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' };
    if (issue.format === 'datetime') {
      return {
        code: 'DATE_TIME_TYPE_PARSE',
        message: `Could not parse ${String(value)}. Should be ISO8601.`,
      };
    }
    return { code: 'NUMBER_TYPE_COERCE', message: `Value "${String(value)}" is not snowflake.` };
  }
  if (issue.code === 'invalid_value') {
    return {
      code: 'BASE_TYPE_CHOICES',
      message: `Value must be one of (${(issue.values ?? []).join(', ')}).`,
    };
  }
  return { code: 'BASE_TYPE_INVALID', message: 'This value is not allowed here.' };
}

/** Discord names both bounds if there are two. */
function lengthMistake(
  big: boolean,
  schema: Schema | undefined,
  issue: Issue,
): { code: string; message: string } {
  const checks = (schema?._zod.def.checks ?? []).map((check) => check._zod.def);
  const minimum = checks.find((check) => check.minimum !== undefined)?.minimum;
  const maximum = checks.find((check) => check.maximum !== undefined)?.maximum;
  if (minimum !== undefined && maximum !== undefined) {
    return { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${minimum} and ${maximum} in length.` };
  }
  return big
    ? { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` }
    : { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
}

function unwrap(schema: Schema | undefined): Schema | undefined {
  let inner = schema;
  for (;;) {
    const def: Schema['_zod']['def'] | undefined = inner?._zod.def;
    if (def?.type === 'lazy') inner = def.getter?.();
    else if (def?.innerType !== undefined) inner = def.innerType;
    else return inner;
  }
}

function descend(
  schema: Schema,
  value: unknown,
  path: Issue['path'],
): { schema: Schema | undefined; value: unknown } {
  let at: Schema | undefined = schema;
  let found = value;
  for (const key of path) {
    let def: Schema['_zod']['def'] | undefined = unwrap(at)?._zod.def;
    if (def?.type === 'union')
      def = unwrap(def.options?.find((option) => isNamedBy(option, found)))?._zod.def;
    at = def?.shape?.[String(key)] ?? def?.element ?? def?.valueType;
    found =
      typeof found === 'object' && found !== null
        ? (found as Record<string, unknown>)[String(key)]
        : undefined;
  }
  return { schema: at, value: found };
}

function typeValues(schema: Schema): readonly unknown[] {
  return unwrap(unwrap(schema)?._zod.def.shape?.['type'])?._zod.def.values ?? [];
}

/** Whether a value's `type` is this member's; members without a `type` are matched by kind of value. */
function isNamedBy(schema: Schema, value: unknown): boolean {
  const def = unwrap(schema)?._zod.def;
  if (def?.type !== 'object') return def?.type === typeof value;
  return (
    typeof value === 'object' &&
    value !== null &&
    typeValues(schema).includes((value as { type?: unknown }).type)
  );
}
