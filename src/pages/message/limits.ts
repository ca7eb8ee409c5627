/**
 * Discord's limits, in UTF-16 code units. Sources: docs.discord.com/developers, Message resource ("Embed Limits") and
 * Components reference (buttons, string selects, action rows).
 */
export const LIMITS = {
  embeds: 10,
  title: 256,
  description: 4_096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1_024,
  footer: 2_048,
  author: 256,
  /** Title, description, field names and values, footer and author of all embeds of one message. */
  embedText: 6_000,
  rows: 5,
  buttons: 5,
  buttonLabel: 80,
  options: 25,
  optionLabel: 100,
  optionValue: 100,
  optionDescription: 100,
  placeholder: 150,
  customId: 100,
  linkUrl: 512,
  embedUrl: 2_048,
  fileDescription: 1_024,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
} as const;

/** Target size of a part: long enough to be worth a press, short enough for a phone. */
export const PART = { most: 2_000, wanted: 1_800 } as const;
