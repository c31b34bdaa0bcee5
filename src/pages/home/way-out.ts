import type { Recover } from '../../../cloud/contract/errors';

/** What the button says that carries out an error's way out. */
export const wayOut: Readonly<Record<Recover, string | undefined>> = {
  'open-setting': '去设置打开',
  'agree-privacy': '重新查看',
  retry: '再试一次',
  tap: '再试一次',
  none: undefined,
};
