import { generate } from 'lean-qr/nano';
import { html, type TemplateResult } from 'lit';

/** Modules of light around the code (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code (ISO/IEC 18004), dark on light in every theme: not every reader knows it the other way round. */
export const qrTemplate = (text: string, label: string): TemplateResult => {
  const code = generate(text);
  const { size } = code;
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) if (code.get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
  }
  const edge = size + 2 * QUIET;
  return html`<svg class="qr" part="qr" role="img" aria-label=${label} viewBox="0 0 ${edge} ${edge}" shape-rendering="crispEdges">
    <rect width=${edge} height=${edge} fill="#fff" /><path d=${path} fill="#000" />
  </svg>`;
}; // prettier-ignore
