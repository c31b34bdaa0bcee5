import type { IPluginContext } from '@tarojs/service';
import { bundleFunctions } from './functions/bundle';

/**
 * Bundles the cloud functions beside the weapp, so that a bare `taro build --type weapp` makes `dist/` and
 * `cloud/dist/<function>/`, and `--watch` keeps both up to date. A function that does not build fails the command.
 */
export default (context: IPluginContext): void => {
  let started = false;
  context.onBuildComplete(async () => {
    if (started) return;
    started = true;
    await bundleFunctions({ watch: Boolean(context.runOpts.options.isWatch) });
  });
};
