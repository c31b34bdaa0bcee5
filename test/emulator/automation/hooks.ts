import type { PhoneEvent } from '../phone/bridge';

/** What the client asked of a phone once and for all; the host keeps it over cold starts and reloads. */
export interface AutomationSession {
  /** The client wants to hear the app's console. */
  logEnabled: boolean;
}

/** What automation needs of the host that runs the app's code, beside the parts of the phone. */
export interface AutomationHooks {
  /** The `wx` that app code sees; mocks replace its properties. */
  readonly wx: object;
  readonly session: AutomationSession;
  /**
   * Runs the source of a function expression with the globals of app code (`wx`, `getApp`, `getCurrentPages`, ...) and
   * gives what it returns. `self` is its `this`.
   */
  evaluate(functionDeclaration: string, args: readonly unknown[], self?: unknown): unknown;
  /** Makes a function a global of app code. */
  expose(name: string, fn: (...args: unknown[]) => void): void;
  /** Every event of the phone (console, exceptions) as it is told to the world. */
  onPhoneEvent(listener: (event: PhoneEvent) => void): void;
}
