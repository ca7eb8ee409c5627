import { html, nothing, type TemplateResult } from 'lit';
import type { Person } from '../../../protocol/views.ts';
import { may, PERMISSIONS } from '../../discord.ts';
import type { Scene } from '../../scene.ts';
import { PAGE_LOCALES, stringsFor } from '../../strings/index.ts';
import { avatarOf } from '../message/avatar.ts';

/** Those of the page, one that is spoken in two places, and one that it does not speak. */
const LANGUAGES: readonly (readonly [discordLocale: string, name: string])[] = [
  ...PAGE_LOCALES.map(stringsFor).map(
    ({ discordLocale, languageName }) => [discordLocale, languageName] as const,
  ),
  ['en-GB', 'English (UK)'],
  ['fr', 'Français'],
];

/** The people to act as, with their permissions. */
export function peoplePanel(scene: Scene): TemplateResult {
  const { strings, actions } = scene;
  const me = scene.people.find((person) => person.id === scene.me);
  const change = (event: Event): void => {
    if (!(event.currentTarget instanceof HTMLSelectElement) || !me) return;
    void actions.request({ do: 'person', personId: me.id, locale: event.currentTarget.value });
  };
  return html`<ul class="people" aria-label=${strings.actAs}>
      ${scene.people.map((person) => html`<li>${personRow(person, scene)}</li>`)}
    </ul>
    ${
      me
        ? html`<label class="row"
            ><span>${strings.language}</span>
            <select class="plain" @change=${change}>
              ${languagesWith(me.locale).map(
                ([code, name]) =>
                  html`<option value=${code} ?selected=${code === me.locale}>${name}</option>`,
              )}
            </select></label
          >`
        : nothing
    }`;
}

function languagesWith(code: string): readonly (readonly [string, string])[] {
  return LANGUAGES.some(([one]) => one === code) ? LANGUAGES : [...LANGUAGES, [code, code]];
}

function personRow(person: Person, scene: Scene): TemplateResult {
  const { strings } = scene;
  const mine = person.id === scene.me;
  const facts = [
    person.locale,
    person.guildIds.length > 0 ? strings.inServer : strings.onlyDm,
    ...(may(person.permissions, PERMISSIONS.manageServer) ? [strings.mayManage] : []),
  ];
  return html`<button
    type="button"
    class="person"
    aria-pressed=${mine ? 'true' : 'false'}
    @click=${() => (mine ? undefined : void scene.actions.request({ do: 'be', personId: person.id }))}
  >
    <img src=${avatarOf(person.id, person.name)} alt="" />
    <span class="person-text"
      ><b>${person.name}</b>${mine ? html`<span class="person-me">${strings.actsAsNow}</span>` : nothing}
      <span class="person-facts">${facts.join(' · ')}</span></span
    >
  </button>`;
}
