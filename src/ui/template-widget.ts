import { render, type nothing, type PropertyValues, type RenderOptions, type TemplateResult } from 'lit';
import type { WidgetKey } from '../localization/catalogue.js';
import { WidgetElement } from './widget-element.js';

/** A widget whose shadow tree is rendered from a template: what `LitElement` is to `ReactiveElement`. */
export abstract class TemplateWidget<W extends WidgetKey = WidgetKey> extends WidgetElement<W> {
  /** @internal */
  readonly renderOptions: RenderOptions = { host: this };

  protected abstract render(): TemplateResult | typeof nothing;

  protected override update(changed: PropertyValues<this>): void {
    // What rendering sets belongs to this update.
    const template = this.render();
    super.update(changed);
    render(template, this.renderRoot, this.renderOptions);
  }
}
