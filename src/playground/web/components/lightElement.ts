import { LitElement } from 'lit';

/** A component that draws into the page itself, so that one style sheet, labels and ids reach into it. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
