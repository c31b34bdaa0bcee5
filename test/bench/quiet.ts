import type { Control } from '../emulator/control/types';

/** Until nothing has been called for half a second. */
export async function quiet(control: Control): Promise<void> {
  for (let seen = -1, now = 0; now !== seen;) {
    seen = now;
    await new Promise((resolve) => setTimeout(resolve, 500));
    now = (await control.functions.calls()).length;
  }
}
