import { assetUrl } from './asset';
import { BuiltIn } from './built-in';
import { builtIn } from './define';
import { boolean, string, unheeded } from './properties';

export const properties = {
  src: string(),
  mode: string('scaleToFill'),
  lazyLoad: boolean(),
  webp: unheeded(boolean()),
  fadeIn: unheeded(boolean()),
  showMenuByLongpress: unheeded(boolean()),
  forceHttps: unheeded(boolean()),
};

/** Without a browser nothing is loaded, so neither `load` nor `error` fires. */
export class Image extends BuiltIn<typeof properties> {
  #image: HTMLImageElement | undefined;

  override changed(name: string): void {
    if (name === 'src' || name === 'lazyLoad') this.#load();
  }

  #load(): void {
    const src = this.prop('src');
    if (src.startsWith('cloud://')) this.#loadFile(src);
    else this.#show(assetUrl(this, src));
  }

  /** A file of cloud storage, by its id (wxcloud/guide/storage/api.html: components take file ids). */
  #loadFile(fileID: string): void {
    if (!this.dom) return;
    const show = (url: string | undefined): void => {
      if (this.prop('src') === fileID) this.#show(url);
    };
    this.context.bridge.request('getTempFileURL', { fileList: [{ fileID }] }).then(
      ({ fileList: [file] }) => show(file?.tempFileURL),
      () => show(undefined),
    );
  }

  #show(url: string | undefined): void {
    if (!url) {
      this.#image?.removeAttribute('src');
      if (this.prop('src')) this.emit('error', { errMsg: `GET ${this.prop('src')} failed` });
      return;
    }
    const image = this.#image ?? this.#create();
    if (!image) return;
    image.loading = this.prop('lazyLoad') ? 'lazy' : 'eager';
    image.src = url;
  }

  #create(): HTMLImageElement | undefined {
    const host = this.dom;
    if (!host) return undefined;
    const image = host.ownerDocument.createElement('img');
    image.alt = '';
    image.draggable = false;
    image.addEventListener('load', () => {
      image.style.visibility = '';
      this.emit('load', { width: image.naturalWidth, height: image.naturalHeight });
    });
    image.addEventListener('error', () => {
      image.style.visibility = 'hidden';
      this.emit('error', { errMsg: `GET ${this.prop('src')} 404 (Not Found)` });
    });
    host.append(image);
    this.#image = image;
    return image;
  }
}

/** WeChat: component/image.md. 320 x 240 px unless styled; `widthFix` and `heightFix` keep the picture's ratio. */
export const image = builtIn({
  tag: 'image',
  properties,
  reflect: ['mode'],
  part: Image,
});
