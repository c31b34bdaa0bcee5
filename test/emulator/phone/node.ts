import { Phone } from './host';
import { attributeRejections } from './app/node-rejections';
import type { Bridge } from './bridge';

/** A phone without a browser: the whole tree, no layout. Resolves when its first page is shown. */
export async function startNodePhone(bridge: Bridge): Promise<Phone> {
  const phone = new Phone({ bridge, backend: 'empty' });
  phone.onStop(attributeRejections(phone));
  await phone.start();
  return phone;
}
