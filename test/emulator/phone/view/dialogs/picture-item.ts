import { toBase64 } from '../../files/base64';
import { h } from '../dom';

export interface PictureSource {
  readonly text: string;
  readonly capture?: 'user' | 'environment';
  readonly multiple?: boolean;
}

/** A row of a sheet that opens the browser's own choice of pictures; gives them as data URLs. */
export function pictureItem(
  { text, capture, multiple }: PictureSource,
  onPictures: (urls: readonly string[]) => void,
  onFailure: (error: unknown) => void,
): HTMLElement[] {
  const field = h('input', { type: 'file', accept: 'image/*', hidden: true, 'aria-label': text, capture, multiple });
  field.addEventListener('change', () => {
    const pictures = [...(field.files ?? [])];
    if (pictures.length > 0) Promise.all(pictures.map(dataUrlOf)).then(onPictures, onFailure);
  });
  return [h('button', { class: 'actions-item', onclick: () => field.click() }, text), field];
}

async function dataUrlOf(file: Blob): Promise<string> {
  return `data:${file.type};base64,${toBase64(new Uint8Array(await file.arrayBuffer()))}`;
}
