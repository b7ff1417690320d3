import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What ends a press, or shows that its end was not seen: outside the window, in a menu, or as something was dragged. */
const ENDS = ['mouseup', 'dragend', 'input', 'keydown', 'blur'] as const;

/**
 * A press takes the focus from a field as it begins, and is a click only if it ends on what it began on. What is shown when
 * somebody leaves a field would move that away from under the pointer: it waits until the press is over. Fingers, too, press
 * with these events of a mouse (UI Events, 3.4.5).
 */
export class PressController implements ReactiveController {
  #isPressed = false;
  #waiting: (() => void)[] = [];

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('mousedown', this.#begin, true);
    for (const type of ENDS) addEventListener(type, this.#end, true);
  }

  hostDisconnected(): void {
    removeEventListener('mousedown', this.#begin, true);
    for (const type of ENDS) removeEventListener(type, this.#end, true);
    this.#end();
  }

  /** Acts now, or once the press is over that is going on. */
  after(act: () => void): void {
    if (this.#isPressed) this.#waiting.push(act);
    else act();
  }

  readonly #begin = ({ button }: MouseEvent): void => {
    this.#isPressed ||= button === 0;
  };

  readonly #end = (event?: Event): void => {
    // Fields lose their focus in the page, too, which is no end.
    if (!this.#isPressed || (event?.type === 'blur' && event.target !== window)) return;
    this.#isPressed = false;
    // The click comes in between.
    setTimeout(() => {
      for (const act of this.#waiting.splice(0)) act();
    });
  };
}
