import type { Recover } from '../../cloud/contract/errors';

/** What the button says that carries out an error's way out. */
export const wayOut: Readonly<Record<Recover, string | undefined>> = {
  'open-setting': '去设置打开',
  'agree-privacy': '查看隐私指引',
  retry: '再试一次',
  tap: '再试一次',
  none: undefined,
};
