import type { Element, Node } from 'glass-easel';
import type { AppPackage } from '../../emulator/phone/app-package';
import type { Boot, Bridge, PhoneCommand, PhoneEvent } from '../../emulator/phone/bridge';
import { compileProject } from '../../emulator/phone/compile';
import { dispatchViewEvent } from '../../emulator/phone/engine/view-event';
import type { Phone } from '../../emulator/phone/host';
import { startNodePhone } from '../../emulator/phone/node';
import { writeProject, type Files } from './project';

type Recorded<E extends PhoneEvent['event']> = Extract<PhoneEvent, { event: E }>;

/** A phone in Node on which a project of the test runs; the world outside it is this object. */
export class TestPhone {
  readonly events: PhoneEvent[] = [];
  readonly #listeners: ((command: PhoneCommand) => void)[] = [];
  phone!: Phone;

  constructor(
    readonly boot: Boot,
    readonly folder: string,
  ) {}

  static async open(files: Files, boot: Partial<Boot> = {}): Promise<TestPhone> {
    const folder = await writeProject(files);
    const pkg = await compileProject(folder);
    const test = new TestPhone({ ...defaultBoot(pkg), ...boot }, folder);
    test.phone = await startNodePhone(test.#bridge());
    running.push(test);
    return test;
  }

  get stack() {
    return this.phone.context.stack;
  }
  get page() {
    const page = this.stack.pages.at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  }
  get routes(): readonly string[] {
    return this.stack.pages.map(({ path }) => path);
  }
  get data(): Readonly<Record<string, unknown>> {
    return this.page.caller['data'] as Record<string, unknown>;
  }

  of<E extends PhoneEvent['event']>(event: E): readonly Recorded<E>[] {
    return this.events.filter((one): one is Recorded<E> => one.event === event);
  }
  /** First arguments of console.log. */
  get logs(): readonly unknown[] {
    return this.of('console')
      .filter(({ level }) => level === 'log')
      .map(({ args }) => (args.length === 1 ? args[0] : args));
  }
  get warnings(): string {
    return this.of('console')
      .filter(({ level }) => level === 'warn')
      .map(({ args }) => args.join(' '))
      .join('\n');
  }
  get exceptions(): readonly string[] {
    return this.of('exception').map(({ message }) => message);
  }

  find(selector: string): Element {
    const found = this.page.component.getShadowRoot()?.querySelector(selector);
    if (!found) throw new Error(`nothing on ${this.page.path} is ${selector}`);
    return found;
  }
  /** Text of an element, or of the whole page, slots and components included. */
  text(selector?: string): string {
    return textOf(selector === undefined ? this.page.component : this.find(selector));
  }
  async tap(selector: string): Promise<void> {
    const touch = { identifier: 0, clientX: 1, clientY: 2, pageX: 1, pageY: 2, force: 1 };
    dispatchViewEvent(this.find(selector), 'tap', { x: 1, y: 2 }, { touches: [touch] });
    await settle();
  }
  async command(command: PhoneCommand): Promise<void> {
    for (const listener of this.#listeners) listener(command);
    await settle();
  }

  #bridge(): Bridge {
    return {
      request: (method) => {
        const answers: Readonly<Record<string, unknown>> = { boot: this.boot, getSetting: { authSetting: {} } };
        if (method in answers) return Promise.resolve(answers[method] as never);
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        return Promise.reject({ errMsg: `${method}:fail there is no world` });
      },
      emit: (event) => void this.events.push(JSON.parse(JSON.stringify(event)) as PhoneEvent),
      onCommand: (listener) => void this.#listeners.push(listener),
    };
  }
}

const running: TestPhone[] = [];

export function stopPhones(): void {
  for (const { phone } of running.splice(0)) phone.stop();
}

/** Long enough for what crosses between the layers of a phone. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

const defaultBoot = (pkg: AppPackage): Boot => ({
  phoneId: 'p1',
  life: 'the first',
  package: pkg,
  user: { openid: 'o1', nickName: '小明', avatarUrl: '' },
  enter: { path: pkg.pages[0] ?? '', query: {}, scene: 1001, referrerInfo: {} },
  clockOffset: 0,
  theme: 'light',
  storage: {},
});

function textOf(node: Node): string {
  const text = node.asTextNode();
  if (text) return text.textContent;
  return (node.asElement()?.getComposedChildren() ?? []).map(textOf).join('');
}
