/// <reference types="vite/client" />
import { html, LitElement, nothing, render, type PropertyValues, type TemplateResult } from 'lit';
import { isThere, piecesOf, placesOf, seenOf, undocumented, unusual, type Piece } from './anatomy-pieces.js';
import type { Scene } from './anatomy.js';
import { keepNothing } from './kept.js';
import './anatomy.css';

const KINDS = { part: 'Parts', slot: 'Slots', property: 'Custom properties', state: 'States' } as const;

/** The height and a digit's width of a number in the picture, in CSS pixels. */
const BADGE = 18;

/** A live widget with a number on each of its pieces, the list of all pieces, and a button for each scene. */
export class AnatomyView extends LitElement {
  declare tag: string;
  declare scenes: readonly Scene[];

  static override properties = { tag: { attribute: false }, scenes: { attribute: false } };

  #scene: Scene | undefined;
  #pieces: readonly Piece[] = [];
  /** The property that has an unusual value, to be seen where it acts. */
  #tried: string | undefined;
  #showing: Promise<void> = Promise.resolve();
  #frame = 0;
  /** What the marks were drawn from. */
  #drawn = '';

  get widget(): HTMLElement {
    return this.#stage.querySelector<HTMLElement>(this.tag)!;
  }

  /** What scenes point out that the manifest doesn't have. */
  get unknownLabels(): readonly string[] {
    return this.scenes
      .flatMap(({ shows }) => shows)
      .filter((label) => !this.#pieces.some((piece) => piece.label === label));
  }

  /** What lacks in the scene in view, and what is there that isn't documented. */
  faults(): readonly string[] {
    const lacking = this.#pieces.filter((piece) => this.#sceneOf(piece) === this.#scene && !isThere(this.widget, piece));
    return [
      ...lacking.map(({ label }) => `${label} is documented, and isn't there`),
      ...undocumented(this.widget, this.#pieces).map((label) => `${label} is there, and isn't documented`),
    ];
  } // prettier-ignore

  /** Resolves once the widget has come to this scene. */
  show(scene: Scene): Promise<void> {
    this.#showing = this.#showing.then(() => this.#show(scene));
    return this.#showing;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const draw = (): void => {
      this.#draw();
      this.#frame = requestAnimationFrame(draw);
    };
    draw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('tag')) this.#pieces = piecesOf(this.tag);
    this.#scene ??= this.scenes[0];
  }

  protected override firstUpdated(): void {
    void this.show(this.#scene!);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="anatomy-scenes" role="group" aria-label="Scenes">
        ${this.scenes.map(
          (scene) =>
            html`<button type="button" aria-pressed=${scene === this.#scene} @click=${() => void this.show(scene)}>
              ${scene.name}
            </button>`,
        )}
      </div>
      <div class="anatomy-stage"></div>
      <div class="anatomy-legend">
        ${(['part', 'slot', 'property', 'state'] as const).map((kind) => this.#listTemplate(kind))}
      </div>
      <div class="anatomy-marks" popover="manual" aria-hidden="true"></div>
    `;
  } // prettier-ignore

  get #stage(): HTMLElement {
    return this.querySelector<HTMLElement>('.anatomy-stage')!;
  }

  #listTemplate(kind: Piece['kind']): TemplateResult {
    return html`<h2>${KINDS[kind]}</h2>
      <ul>
        ${this.#pieces.filter((piece) => piece.kind === kind).map((piece) => this.#pieceTemplate(piece))}
      </ul>`;
  }

  #pieceTemplate(piece: Piece): TemplateResult {
    const { kind, name, label, description, number } = piece;
    const scene = this.#sceneOf(piece);
    const isHere = scene === this.#scene;
    const elsewhere = html`<button type="button" @click=${() => void this.show(scene)}>
      ${scene.name}
    </button>`;
    const trial = html`<button
      type="button"
      aria-pressed=${this.#tried === name}
      @click=${() => this.#try(name)}
    >
      Try it
    </button>`;
    return html`<li class=${isHere ? 'here' : ''}>
      ${number === undefined ? nothing : html`<span class="anatomy-number">${number}</span>`}
      <code>${label}</code>
      <span
        >${description.split('`').map((text, index) => (index % 2 ? html`<code>${text}</code>` : text))}</span
      >
      ${isHere ? nothing : elsewhere} ${kind === 'property' && isHere ? trial : nothing}
    </li>`;
  }

  #sceneOf({ label }: Piece): Scene {
    return this.scenes.find(({ shows }) => shows.includes(label)) ?? this.scenes[0]!;
  }

  async #show(scene: Scene): Promise<void> {
    if (!this.isConnected) return;
    this.#scene = scene;
    this.#tried = undefined;
    this.requestUpdate();
    await this.updateComplete;
    const stage = this.#stage;
    // Another widget, as on another page.
    render(nothing, stage);
    await keepNothing();
    await scene.prepare?.();
    render(scene.render(), stage);
    await (this.widget as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
    await scene.play?.(stage);
    this.#raiseMarks();
  }

  /** Above what the widget has put into the top layer. */
  #raiseMarks(): void {
    const marks = this.querySelector<HTMLElement>('.anatomy-marks');
    if (!marks || !this.isConnected) return;
    if (marks.matches(':popover-open')) marks.hidePopover();
    marks.showPopover();
  }

  #try(name: string): void {
    const { widget } = this;
    if (this.#tried) widget.style.removeProperty(this.#tried);
    this.#tried = this.#tried === name ? undefined : name;
    if (this.#tried) widget.style.setProperty(name, unusual(widget, name));
    this.requestUpdate();
  }

  /** A frame around each piece of the scene, and its number where it occurs first. */
  #draw(): void {
    const marks = this.querySelector<HTMLElement>('.anatomy-marks');
    const widget = marks && this.#stage.querySelector<HTMLElement>(this.tag);
    if (!marks || !widget?.shadowRoot) return;
    const placed = this.#pieces
      .filter((piece) => piece.number !== undefined && this.#sceneOf(piece) === this.#scene)
      .map((piece) => ({ ...piece, places: placesOf(widget, piece).flatMap(seenOf) }));
    const drawn = JSON.stringify([placed, scrollX, scrollY, innerWidth]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const taken: DOMRect[] = [];
    render(placed.map(({ number, places }) => places.map((place, index) => markTemplate(place, index ? undefined : number, taken))), marks);
  } // prettier-ignore
}

const markTemplate = (place: DOMRect, number: number | undefined, taken: DOMRect[]): TemplateResult => {
  const { width, height } = place;
  const [left, top] = [place.left + scrollX, place.top + scrollY];
  const badge = number === undefined ? undefined : freePlace(left, top, `${number}`.length, taken);
  return html`<span class="anatomy-frame" style="left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px"></span>
    ${badge ? html`<span class="anatomy-number" style="left: ${badge.x}px; top: ${badge.y}px">${number}</span>` : nothing}`;
}; // prettier-ignore

/** At the corner of a piece, or beside the numbers that are there already. */
const freePlace = (left: number, top: number, digits: number, taken: DOMRect[]): DOMRect => {
  const width = BADGE + (digits - 1) * 6;
  const x = Math.min(Math.max(0, left - BADGE / 2), innerWidth - width);
  const badge = new DOMRect(x, Math.max(0, top - BADGE / 2), width, BADGE);
  const hits = (): DOMRect | undefined =>
    taken.find(
      (other) =>
        badge.x < other.right && other.x < badge.right && badge.y < other.bottom && other.y < badge.bottom,
    );
  for (let other = hits(); other; other = hits()) {
    badge.x = other.right + 1;
    if (badge.right <= innerWidth) continue;
    badge.x = x;
    badge.y = other.bottom + 1;
  }
  taken.push(badge);
  return badge;
};
