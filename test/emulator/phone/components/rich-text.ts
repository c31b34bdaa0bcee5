import { BuiltIn } from './built-in';
import { builtIn } from './define';
import { any, boolean, string, unheeded } from './properties';
import { richNodes } from './rich-nodes';

const properties = { nodes: any([]), space: string(), userSelect: boolean(), mode: unheeded(string('default')) };

class RichText extends BuiltIn<typeof properties> {
  override changed(): void {
    const host = this.dom;
    if (host) host.replaceChildren(...richNodes(host.ownerDocument, this.prop('nodes')));
  }
}

/** WeChat: component/rich-text.md. Events of the nodes in it are not seen; trusted tags and attributes only. */
export const richText = builtIn({
  tag: 'rich-text',
  properties,
  reflect: ['space', 'userSelect'],
  part: RichText,
});
