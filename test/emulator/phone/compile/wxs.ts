import { transform } from 'esbuild';
import { esbuildError } from './esbuild-error';

/** WXS is a language of its own, close to ES5: `const`, arrows and the like do not compile (WeChat: framework/view/wxs/). */
export async function checkWxs(file: string, text: string): Promise<void> {
  try {
    await transform(text, { loader: 'js', target: 'es5', sourcefile: file });
  } catch (error) {
    throw esbuildError(file, error);
  }
}
