import type { Dialog, DialogAnswer, NativeUI, NicknameOffer, Toast } from '../parts';

interface Waiting {
  readonly dialog: Dialog;
  readonly resolve: (answer: DialogAnswer) => void;
}

/** What WeChat draws over a mini program, without drawing it: dialogs wait in a queue, the first one is on top. */
class NativeModel implements NativeUI {
  #waiting: readonly Waiting[] = [];
  #dialogs: readonly Dialog[] = [];
  #toast: Toast | undefined;
  #nickname: NicknameOffer | undefined;
  #toastTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  get dialogs(): readonly Dialog[] {
    return this.#dialogs;
  }

  get toast(): Toast | undefined {
    return this.#toast;
  }

  get nickname(): NicknameOffer | undefined {
    return this.#nickname;
  }

  ask(dialog: Dialog): Promise<DialogAnswer> {
    return new Promise((resolve) => this.#setWaiting([...this.#waiting, { dialog, resolve }]));
  }

  answer(kinds: readonly Dialog['kind'][], answer: DialogAnswer): void {
    const [top, ...rest] = this.#waiting;
    if (!top || !kinds.includes(top.dialog.kind)) {
      const found = top ? `the dialog on top is "${top.dialog.kind}"` : 'no dialog is open';
      throw new Error(`cannot answer a dialog of kind ${kinds.map((kind) => `"${kind}"`).join(' or ')}: ${found}`);
    }
    this.#setWaiting(rest);
    top.resolve(answer);
  }

  showToast(toast: Toast, durationMs?: number): void {
    clearTimeout(this.#toastTimer);
    this.#toast = toast;
    if (durationMs !== undefined) this.#toastTimer = setTimeout(() => this.hideToast(), durationMs);
    this.#changed();
  }

  hideToast(): void {
    clearTimeout(this.#toastTimer);
    if (!this.#toast) return;
    this.#toast = undefined;
    this.#changed();
  }

  offerNickname(offer: NicknameOffer): () => void {
    this.#nickname = offer;
    this.#changed();
    return () => {
      if (this.#nickname !== offer) return;
      this.#nickname = undefined;
      this.#changed();
    };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #setWaiting(waiting: readonly Waiting[]): void {
    this.#waiting = waiting;
    this.#dialogs = waiting.map(({ dialog }) => dialog);
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Dialogs, toast and loading of one phone. `view/` draws them, a person or automation answers them. */
export function createNativeUI(): NativeUI {
  return new NativeModel();
}
