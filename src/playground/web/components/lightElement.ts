import { LitElement } from 'lit';

/** A component without shadow DOM, so that the style sheet, labels and ids of the page apply. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
