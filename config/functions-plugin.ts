import type { IPluginContext } from '@tarojs/service';
import { bundleFunctions } from './functions/bundle';

/**
 * Bundles the cloud functions beside the weapp, so that a bare `taro build --type weapp` makes `dist/` and
 * `cloud/dist/<function>/`, and `--watch` keeps both up to date. A function that does not build fails the command.
 */
export default (context: IPluginContext): void => {
  context.onBuildComplete(async () => {
    const { options } = context.runOpts as { options: { isWatch?: boolean } };
    await bundleFunctions({ watch: options.isWatch === true });
  });
};
