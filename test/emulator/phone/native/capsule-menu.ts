import type { MenuItem, PhoneContext } from '../parts';

/** The capsule's menu: what WeChat lists there and this phone can do. Resolves when it, and what it opened, is over. */
export async function openCapsuleMenu(context: PhoneContext): Promise<void> {
  const { native, stack, sharing } = context;
  const page = stack.pages.at(-1);
  const items: readonly MenuItem[] = [
    ...(page && sharing.offeredBy(page) ? [{ icon: 'share', text: '转发给朋友' } as const] : []),
    { icon: 'setting', text: '设置' },
    { icon: 'restart', text: '重新进入小程序' },
  ];
  const { accepted, tapIndex = -1 } = await native.ask({ kind: 'menu', items });
  const chosen = accepted ? items[tapIndex]?.icon : undefined;
  if (chosen === 'share') return sharing.share({ from: 'menu' });
  try {
    if (chosen === 'setting') await stack.openNative('setting', {});
    if (chosen === 'restart') await stack.reLaunch(`/${context.package.pages[0] ?? ''}`);
  } catch (error) {
    context.reportError(error);
  }
}
