/** Entry of a phone's page (`/phone/<phoneId>`): the line to the emulator, the view, the phone. */
import '../fonts';
import { connectBridge } from './browser-bridge';
import { Phone } from './host';
import { createView } from './view';

const phoneId = location.pathname.split('/').findLast((part) => part !== '') ?? '';
const mount = document.getElementById('phone') ?? document.body.appendChild(document.createElement('div'));

const view = createView(mount);
const bridge = connectBridge(`${location.origin.replace(/^http/, 'ws')}/bridge/${phoneId}`);
const phone = new Phone({ bridge, view, backend: 'dom', onEvent: mirror });

/** The browser's own console shows what app code says and throws. */
function mirror(event: Parameters<NonNullable<ConstructorParameters<typeof Phone>[0]['onEvent']>>[0]): void {
  if (event.event === 'console') console[event.level](...event.args);
  if (event.event === 'exception') console.error(event.stack || event.message);
}

window.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  phone.reportRejection(event.reason, event.promise);
});

phone.start().catch((error: unknown) => {
  console.error(error);
  mount.textContent = error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error);
});
